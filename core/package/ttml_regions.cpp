#include "core/package/ttml_regions.h"

#include <algorithm>

#include "core/package/ttml_nodes.h"

namespace keyreel::package {

TtmlRegions::TtmlRegions(const pugi::xml_node& tt) {
    const pugi::xml_node head = childNamed(tt, "head");
    for (const pugi::xml_node& style : childNamed(head, "styling").children())
        if (localName(style.name()) == "style") m_styles.emplace(attributeOf(style, "id").value(), style);
    for (const pugi::xml_node& region : childNamed(head, "layout").children()) {
        if (localName(region.name()) != "region") continue;
        const Look look = lookOf(region, 0);
        const bool growsLeft = look.writingMode == "tbrl" || look.writingMode == "tb";
        if (!growsLeft && look.writingMode != "tblr") continue;
        std::string settings = growsLeft ? "vertical:rl" : "vertical:lr";
        if (look.displayAlign == "center")
            settings += " line:50%,center";
        else if (look.displayAlign != "after")
            settings += " line:0";
        m_settings.emplace(attributeOf(region, "id").value(), std::move(settings));
    }
}

std::string TtmlRegions::settingsOf(const pugi::xml_node& paragraph) const {
    if (m_settings.empty()) return {};
    for (pugi::xml_node node = paragraph; node; node = node.parent()) {
        const pugi::xml_attribute region = attributeOf(node, "region");
        if (!region) continue;
        const auto found = m_settings.find(region.value());
        return found == m_settings.end() ? std::string() : found->second;
    }
    return {};
}

/// TTML2, specified style set: styles it refers to, then those inside of it, then its own attributes; the
/// last one counts.
TtmlRegions::Look TtmlRegions::lookOf(const pugi::xml_node& node, int depth) {
    Look look;
    const auto put = [&look](const Look& over) {
        if (!over.writingMode.empty()) look.writingMode = over.writingMode;
        if (!over.displayAlign.empty()) look.displayAlign = over.displayAlign;
    };
    constexpr std::string_view kSpace = " \t\r\n";
    std::string_view ids = attributeOf(node, "style").value();
    for (;;) {
        ids.remove_prefix(std::min(ids.find_first_not_of(kSpace), ids.size()));
        if (ids.empty()) break;
        const std::string_view id = ids.substr(0, ids.find_first_of(kSpace));
        put(styleOf(id, depth + 1));
        ids.remove_prefix(id.size());
    }
    for (const pugi::xml_node& child : node.children())
        if (localName(child.name()) == "style" && depth < kMaxTtmlDepth) put(lookOf(child, depth + 1));
    put({attributeOf(node, "writingMode").value(), attributeOf(node, "displayAlign").value()});
    return look;
}

TtmlRegions::Look TtmlRegions::styleOf(std::string_view id, int depth) {
    const auto style = m_styles.find(id);
    if (style == m_styles.end() || depth > kMaxTtmlDepth) return {};
    // One that refers to itself says nothing by that.
    const auto [known, isNew] = m_looks.try_emplace(id);
    if (isNew) known->second = lookOf(style->second, depth);
    return known->second;
}

}  // namespace keyreel::package
