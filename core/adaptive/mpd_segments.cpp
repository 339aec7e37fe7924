#include "core/adaptive/mpd_segments.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include "core/adaptive/local_reference.h"
#include "core/adaptive/segment_template.h"
#include "core/base/decimal.h"

namespace keyreel::adaptive {
namespace {

tl::unexpected<Error> invalid(const std::string& place, const std::string& why) {
    return fail("package_invalid", place + ": " + why + ".");
}

tl::unexpected<Error> tooMany(const std::string& place) {
    return fail("package_limit", place + ": it has more than " + std::to_string(kMaxSegments) + " segments.");
}

/// A SegmentBase, SegmentList or SegmentTemplate with what it inherits (section 5.3.9.1).
class Inherited {
public:
    Inherited(const std::vector<pugi::xml_node>& levels, const char* name) {
        for (const pugi::xml_node& level : levels)
            if (const pugi::xml_node node = childOf(level, name)) m_nodes.push_back(node);
    }
    [[nodiscard]] pugi::xml_attribute attribute(const char* name) const {
        for (const pugi::xml_node& node : m_nodes)
            if (const pugi::xml_attribute found = node.attribute(name)) return found;
        return {};
    }
    [[nodiscard]] pugi::xml_node child(const char* name) const {
        for (const pugi::xml_node& node : m_nodes)
            if (const pugi::xml_node found = childOf(node, name)) return found;
        return {};
    }

private:
    std::vector<pugi::xml_node> m_nodes;
};

/// "first-last", both included.
Result<Piece> rangeOf(std::string file, const pugi::xml_attribute& attribute, const std::string& place) {
    Piece piece{std::move(file), 0, std::nullopt};
    const std::string_view text = attribute.value();
    if (text.empty()) return piece;
    std::uint64_t last = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, piece.offset);
    const bool dash = first.ec == std::errc() && first.ptr != end && *first.ptr == '-';
    const auto second = dash ? std::from_chars(first.ptr + 1, end, last) : first;
    if (!dash || second.ec != std::errc() || second.ptr != end || last < piece.offset ||
        last >= std::uint64_t{1} << 62U)
        return invalid(place, "\"" + std::string(text.substr(0, 60)) + "\" is no range of bytes");
    piece.size = last - piece.offset + 1;
    return piece;
}

Status takeStart(const Inherited& from, Representation& out) {
    KEYREEL_TRY(const std::uint64_t scale, numberOf(from.attribute("timescale"), 1, out.place));
    if (scale == 0 || scale > UINT32_MAX) return invalid(out.place, "its timescale is impossible");
    out.startScale = static_cast<std::uint32_t>(scale);
    KEYREEL_TRY(out.start, numberOf(from.attribute("presentationTimeOffset"), 0, out.place));
    return {};
}

/// Calls `take(time)` for every segment of a timeline (section 5.3.9.6).
template <class Take>
Status eachOf(const pugi::xml_node& timeline, const SegmentQuestion& question, const Representation& out,
              const Take& take) {
    std::uint64_t time = 0;
    std::size_t count = 0;
    const auto limit = static_cast<double>(out.start.value_or(0)) + question.seconds * out.startScale;
    for (const pugi::xml_node& s : timeline.children()) {
        if (localName(s.name()) != "S") continue;
        KEYREEL_TRY(time, numberOf(s.attribute("t"), time, out.place));
        KEYREEL_TRY(const std::uint64_t duration, numberOf(s.attribute("d"), 0, out.place));
        if (duration == 0 || duration >= std::uint64_t{1} << 48U || time >= std::uint64_t{1} << 62U)
            return invalid(out.place, "a segment of its timeline has no possible length");
        std::uint64_t repeats = 0;
        if (std::strncmp(s.attribute("r").value(), "-", 1) == 0) {
            // As often as there is room up to the next one, or the end.
            const pugi::xml_node next = s.next_sibling(s.name());
            KEYREEL_TRY(
                const std::uint64_t until,
                numberOf(next.attribute("t"), static_cast<std::uint64_t>(std::max(limit, 0.0)), out.place));
            if (until > time) repeats = (until - time + duration - 1) / duration - 1;
        } else {
            KEYREEL_TRY(repeats, numberOf(s.attribute("r"), 0, out.place));
        }
        if (repeats >= kMaxSegments - count) return tooMany(out.place);
        for (std::uint64_t i = 0; i <= repeats; ++i, ++count, time += duration)
            KEYREEL_CHECK(take(time));
    }
    return {};
}

Status useTemplate(const SegmentQuestion& question, Representation& out) {
    const Inherited from(question.levels, "SegmentTemplate");
    KEYREEL_CHECK(takeStart(from, out));
    TemplateValues values{out.id, out.bandwidth, 0, 0};
    const auto piece = [&](const char* text) -> Result<Piece> {
        KEYREEL_TRY(const std::string reference, fillTemplate(text, values, out.place));
        KEYREEL_TRY(std::string file, localReference(folderOf(question.base), reference, out.place));
        return Piece{std::move(file), 0, std::nullopt};
    };
    if (const pugi::xml_attribute address = from.attribute("initialization")) {
        KEYREEL_TRY(out.init, piece(address.value()));
    }
    const pugi::xml_attribute media = from.attribute("media");
    if (!media) return invalid(out.place, "its SegmentTemplate does not say how segments are called");
    KEYREEL_TRY(values.number, numberOf(from.attribute("startNumber"), 1, out.place));
    if (values.number >= std::uint64_t{1} << 62U) return invalid(out.place, "its startNumber is impossible");
    const auto take = [&](std::uint64_t time) -> Status {
        values.time = time;
        KEYREEL_TRY(Piece segment, piece(media.value()));
        out.segments.push_back(std::move(segment));
        ++values.number;
        return {};
    };
    if (const pugi::xml_node timeline = from.child("SegmentTimeline"))
        return eachOf(timeline, question, out, take);
    KEYREEL_TRY(const std::uint64_t duration, numberOf(from.attribute("duration"), 0, out.place));
    if (duration == 0 || duration >= std::uint64_t{1} << 48U)
        return invalid(out.place, "its segments have neither a timeline nor a length");
    if (question.seconds <= 0)
        return invalid(out.place, "nothing says how long the film is, and so how many segments there are");
    // A millisecond less than a segment is the rounding of the film's length.
    const double count =
        std::ceil((question.seconds - 0.001) * out.startScale / static_cast<double>(duration));
    if (!(count <= static_cast<double>(kMaxSegments))) return tooMany(out.place);
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(std::max(count, 1.0)); ++i)
        KEYREEL_CHECK(take(*out.start + i * duration));
    return {};
}

Status useList(const SegmentQuestion& question, Representation& out) {
    const Inherited from(question.levels, "SegmentList");
    KEYREEL_CHECK(takeStart(from, out));
    const auto piece = [&](const pugi::xml_node& node, const char* address,
                           const char* range) -> Result<Piece> {
        const pugi::xml_attribute reference = node.attribute(address);
        std::string file = question.base;
        if (reference) {
            KEYREEL_TRY(file, localReference(folderOf(question.base), reference.value(), out.place));
        }
        return rangeOf(std::move(file), node.attribute(range), out.place);
    };
    if (const pugi::xml_node node = from.child("Initialization")) {
        KEYREEL_TRY(out.init, piece(node, "sourceURL", "range"));
    }
    for (const pugi::xml_node& level : question.levels) {
        const pugi::xml_node list = childOf(level, "SegmentList");
        for (const pugi::xml_node& node : list.children()) {
            if (localName(node.name()) != "SegmentURL") continue;
            if (out.segments.size() >= kMaxSegments) return tooMany(out.place);
            KEYREEL_TRY(Piece segment, piece(node, "media", "mediaRange"));
            out.segments.push_back(std::move(segment));
        }
        if (!out.segments.empty()) break;
    }
    return {};
}

Status useBase(const SegmentQuestion& question, Representation& out) {
    const Inherited from(question.levels, "SegmentBase");
    KEYREEL_CHECK(takeStart(from, out));
    if (question.base.empty() || question.base.ends_with('/')) return invalid(out.place, "it names no file");
    out.isWholeFile = true;
    out.segments.push_back({question.base, 0, std::nullopt});
    if (const pugi::xml_attribute range = from.attribute("indexRange")) {
        KEYREEL_TRY(out.index, rangeOf(question.base, range, out.place));
    }
    const pugi::xml_node node = from.child("Initialization");
    if (const pugi::xml_attribute range = node.attribute("range")) {
        std::string file = question.base;
        if (const pugi::xml_attribute reference = node.attribute("sourceURL")) {
            KEYREEL_TRY(file, localReference(folderOf(question.base), reference.value(), out.place));
        }
        KEYREEL_TRY(out.init, rangeOf(std::move(file), range, out.place));
    }
    return {};
}

}  // namespace

std::string_view localName(const char* name) {
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children())
        if (localName(child.name()) == name) return child;
    return {};
}

Result<double> secondsOf(std::string_view text, const std::string& place) {
    const auto wrong = [&] {
        return invalid(place, "\"" + std::string(text.substr(0, 40)) + "\" is no length");
    };
    std::string_view rest = text;
    if (!rest.starts_with('P')) return wrong();
    rest.remove_prefix(1);
    double seconds = 0;
    bool clock = false;
    while (!rest.empty()) {
        if (rest.front() == 'T' && !clock) {
            clock = true;
            rest.remove_prefix(1);
            continue;
        }
        const std::optional<double> value = takeDecimal(rest);
        if (!value || rest.empty()) return wrong();
        const char unit = rest.front();
        rest.remove_prefix(1);
        if (unit == 'D' && !clock)
            seconds += *value * 86400;
        else if (unit == 'H' && clock)
            seconds += *value * 3600;
        else if (unit == 'M' && clock)
            seconds += *value * 60;
        else if (unit == 'S' && clock)
            seconds += *value;
        else
            return wrong();
    }
    // A month of film is more than anyone has; what is longer is an attack on what is counted from it.
    if (!(seconds <= 31.0 * 86400)) return wrong();
    return seconds;
}

Result<std::uint64_t> numberOf(const pugi::xml_attribute& attribute, std::uint64_t otherwise,
                               const std::string& place) {
    if (!attribute) return otherwise;
    const std::string_view text = attribute.value();
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stopped != end)
        return invalid(place, std::string(attribute.name()) + " \"" + std::string(text.substr(0, 40)) +
                                  "\" is no whole number");
    return value;
}

Status findSegments(const SegmentQuestion& question, Representation& out) {
    for (const pugi::xml_node& level : question.levels) {
        if (childOf(level, "SegmentTemplate")) return useTemplate(question, out);
        if (childOf(level, "SegmentList")) return useList(question, out);
        if (childOf(level, "SegmentBase")) return useBase(question, out);
    }
    return useBase(question, out);
}

}  // namespace keyreel::adaptive
