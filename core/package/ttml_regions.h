#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace keyreel::package {

/// The regions of a TTML document that have vertical lines (TTML2, tts:writingMode), as WebVTT cue settings.
/// Valid as long as the document is. Private to this room.
class TtmlRegions {
public:
    /// `tt`: the document element.
    explicit TtmlRegions(const pugi::xml_node& tt);

    /// Of a paragraph, or of what it is in: the direction of its lines and the side they begin at; empty for
    /// horizontal ones. Other things that a region says are left out.
    [[nodiscard]] std::string settingsOf(const pugi::xml_node& paragraph) const;

private:
    /// What a style says; empty when it does not.
    struct Look {
        std::string_view writingMode;
        std::string_view displayAlign;
    };

    Look lookOf(const pugi::xml_node& node, int depth);
    Look styleOf(std::string_view id, int depth);

    std::map<std::string_view, pugi::xml_node> m_styles;
    std::map<std::string_view, Look> m_looks;  ///< Of the styles that were asked for.
    std::map<std::string_view, std::string> m_settings;
};

}  // namespace keyreel::package
