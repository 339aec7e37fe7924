#include "core/adaptive/mpd_reader.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <pugixml.hpp>
#include <set>

#include "core/adaptive/local_reference.h"
#include "core/adaptive/mpd_segments.h"
#include "core/base/utf8.h"

namespace keyreel::adaptive {
namespace {

constexpr std::string_view kTransfer = "urn:mpeg:mpegB:cicp:TransferCharacteristics";
/// Elements that a description may have; beyond it reading would take longer than anyone waits.
constexpr std::size_t kMaxSets = 256;

tl::unexpected<Error> invalid(const std::string& place, const std::string& why) {
    return fail("package_invalid", place + ": " + why + ".");
}

/// The attribute of the representation, else of its set.
std::string_view inherited(const pugi::xml_node& representation, const pugi::xml_node& set,
                           const char* name) {
    const pugi::xml_attribute own = representation.attribute(name);
    return own ? own.value() : set.attribute(name).value();
}

std::string firstOf(std::string_view text, char end) {
    return std::string(text.substr(0, text.find(end)));
}

/// Whether nothing is asked of the player that this one cannot do (ISO/IEC 23009-1 section 5.8.4.8).
bool isUnderstood(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
        if (localName(child.name()) != "EssentialProperty") continue;
        if (!std::string_view(child.attribute("schemeIdUri").value()).starts_with("urn:mpeg:mpegB:cicp:"))
            return false;
    }
    return true;
}

bool hasValue(const pugi::xml_node& set, std::string_view element, std::string_view value) {
    for (const pugi::xml_node& child : set.children())
        if (localName(child.name()) == element && child.attribute("value").value() == value) return true;
    return false;
}

/// What may be switched between without another decoder (readMpd's codings of one picture).
std::string groupOf(const pugi::xml_node& set, std::string_view codecs) {
    std::string group = firstOf(codecs, '.');
    for (const pugi::xml_node& child : set.children())
        if (child.attribute("schemeIdUri").value() == kTransfer)
            group += std::string("/") + child.attribute("value").value();
    return group;
}

void describeRoles(const pugi::xml_node& set, Representation& out) {
    const auto role = [&](std::string_view value) { return hasValue(set, "Role", value); };
    const auto access = [&](std::string_view value) { return hasValue(set, "Accessibility", value); };
    out.isDefault = role("main");
    if (out.kind == StreamKind::Audio) {
        using enum media::AudioRole;
        out.audioRole = role("commentary")                                            ? Commentary
                        : role("description") || access("description") || access("1") ? Description
                        : role("enhanced-audio-intelligibility") || access("2")       ? Intelligible
                        : role("dub")                                                 ? Dub
                                                                                      : Programme;
    } else if (out.kind == StreamKind::Text) {
        using enum media::TextRole;
        out.textRole = role("forced-subtitle") || role("forced_subtitle") ? Forced
                       : role("caption") || access("caption")             ? Caption
                       : role("description") || access("description")     ? Description
                                                                          : Subtitle;
    }
}

std::uint32_t smallNumber(std::string_view text) {
    std::uint32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > 100'000) return 0;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

std::uint32_t channelsOf(const pugi::xml_node& node) {
    const pugi::xml_node found = childOf(node, "AudioChannelConfiguration");
    const std::string_view scheme = found.attribute("schemeIdUri").value();
    // Other schemes count differently.
    return scheme.find("23003:3") == std::string_view::npos ? 0
                                                            : smallNumber(found.attribute("value").value());
}

/// Where the references below a node begin (section 5.6.4); the first BaseURL counts.
Result<std::string> baseBelow(const std::string& base, const pugi::xml_node& node, const std::string& place) {
    const pugi::xml_node url = childOf(node, "BaseURL");
    if (!url) return base;
    std::string_view text = url.child_value();
    while (!text.empty() && std::strchr(" \t\r\n", text.front()) != nullptr)
        text.remove_prefix(1);
    while (!text.empty() && std::strchr(" \t\r\n", text.back()) != nullptr)
        text.remove_suffix(1);
    return localReference(folderOf(base), text, place);
}

class Reader {
public:
    explicit Reader(std::string name) : m_name(std::move(name)) {}

    Result<Description> read(const pugi::xml_node& root) {
        if (localName(root.name()) != "MPD") return invalid(m_name, "its root element is not MPD");
        if (std::string_view(root.attribute("type").value()) == "dynamic")
            return fail("package_live", m_name + " describes a live broadcast.",
                        "Films that are there whole can be opened.");
        const pugi::xml_node period = childOf(root, "Period");
        if (!period) return invalid(m_name, "there is no Period");
        for (pugi::xml_node next = period.next_sibling(); next; next = next.next_sibling())
            if (localName(next.name()) == "Period")
                return fail("package_unsupported", m_name + " has several periods.",
                            "Films of one period can be opened.");
        if (period.attribute("xlink:href"))
            return fail("package_unsupported", m_name + ", Period: it stands in another document.",
                        "Put the period into the description.");
        for (const pugi::xml_attribute length :
             {root.attribute("mediaPresentationDuration"), period.attribute("duration")})
            if (length) {
                KEYREEL_TRY(m_seconds, secondsOf(length.value(), m_name));
            }
        KEYREEL_TRY(const std::string top, baseBelow({}, root, m_name));
        KEYREEL_TRY(const std::string base, baseBelow(top, period, m_name + ", Period"));
        std::size_t sets = 0;
        for (const pugi::xml_node& set : period.children()) {
            if (localName(set.name()) != "AdaptationSet") continue;
            if (++sets > kMaxSets)
                return fail("package_limit",
                            m_name + " has more than " + std::to_string(kMaxSets) + " sets.");
            if (isUnderstood(set)) KEYREEL_CHECK(readSet(period, set, base));
        }
        return std::move(m_out);
    }

private:
    Status readSet(const pugi::xml_node& period, const pugi::xml_node& set, const std::string& base) {
        KEYREEL_TRY(const std::string below, baseBelow(base, set, m_name + ", AdaptationSet"));
        for (const pugi::xml_node& node : set.children())
            if (localName(node.name()) == "Representation" && isUnderstood(node))
                KEYREEL_CHECK(readRepresentation({node, set, period}, below));
        return {};
    }

    /// Nothing when it cannot be played.
    std::optional<StreamKind> kindOf(const pugi::xml_node& node, const pugi::xml_node& set,
                                     bool& isPlainText) {
        const std::string type = firstOf(inherited(node, set, "mimeType"), ';');
        const std::string content = std::string(set.attribute("contentType").value());
        const std::string_view codecs = inherited(node, set, "codecs");
        isPlainText = type == "text/vtt" || type == "application/ttml+xml";
        if (isPlainText) return StreamKind::Text;
        if (type == "video/mp4") return StreamKind::Video;
        if (type == "audio/mp4") return StreamKind::Audio;
        if (type == "application/mp4" &&
            (content == "text" || codecs.starts_with("wvtt") || codecs.starts_with("stpp")))
            return StreamKind::Text;
        if (!type.starts_with("image/")) m_out.leftOut.push_back(type.empty() ? content : type);
        return std::nullopt;
    }

    Status readRepresentation(std::vector<pugi::xml_node> levels, const std::string& base) {
        const pugi::xml_node node = levels[0];
        const pugi::xml_node set = levels[1];
        Representation out;
        out.id = node.attribute("id").value();
        if (out.id.empty()) out.id = "representation-" + std::to_string(m_out.representations.size() + 1);
        out.place = m_name + ", Representation " + printable(std::string_view(out.id).substr(0, 80));
        const auto kind = kindOf(node, set, out.isPlainText);
        if (!kind) return {};
        if (!m_ids.insert(out.id).second) return invalid(out.place, "its id is there twice");
        if (m_out.representations.size() == kMaxRepresentations)
            return fail("package_limit", m_name + " has more than " + std::to_string(kMaxRepresentations) +
                                             " representations.");
        out.kind = *kind;
        out.codecs = inherited(node, set, "codecs");
        if (const std::string_view language = set.attribute("lang").value(); !language.empty())
            out.language = language;
        const pugi::xml_node label = childOf(node, "Label") ? childOf(node, "Label") : childOf(set, "Label");
        out.title = printable(std::string_view(label.child_value()).substr(0, 200));
        out.group = groupOf(set, out.codecs);
        describeRoles(set, out);
        KEYREEL_TRY(out.bandwidth, numberOf(node.attribute("bandwidth"), 0, out.place));
        out.width = smallNumber(inherited(node, set, "width"));
        out.height = smallNumber(inherited(node, set, "height"));
        out.channels = channelsOf(childOf(node, "AudioChannelConfiguration") ? node : set);
        KEYREEL_TRY(const std::string below, baseBelow(base, node, out.place));
        KEYREEL_CHECK(findSegments({std::move(levels), below, m_seconds}, out));
        m_segments += out.segments.size();
        if (out.segments.empty()) return invalid(out.place, "it has no segments");
        if (m_segments > kMaxAllSegments)
            return fail("package_limit",
                        m_name + " has more than " + std::to_string(kMaxAllSegments) + " segments in all.");
        m_out.representations.push_back(std::move(out));
        return {};
    }

    std::string m_name;
    double m_seconds = 0;
    std::size_t m_segments = 0;
    std::set<std::string> m_ids;
    Description m_out;
};

}  // namespace

Result<Description> readMpd(std::string_view text, const std::string& name) {
    if (text.size() > kMaxDescriptionBytes)
        return fail("package_limit", name + " has more than 16 MiB; that is no description of a film.");
    // pugixml follows no entity and no DTD but the five entities and character references of XML.
    pugi::xml_document xml;
    const pugi::xml_parse_result parsed =
        xml.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_auto);
    if (!parsed) return invalid(name + ", byte " + std::to_string(parsed.offset), parsed.description());
    return Reader(name).read(xml.document_element());
}

}  // namespace keyreel::adaptive
