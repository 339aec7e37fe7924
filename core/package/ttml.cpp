#include "core/package/ttml.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/package/ttml_nodes.h"
#include "core/package/ttml_regions.h"

namespace keyreel::package {
namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

struct Clock {
    double frameRate = 30;
    double tickRate = 1;
    bool media = true;  ///< ttp:timeBase; clock and smpte times cannot be told.
};

/// TTML2 section 12.3: clock-time and offset-time.
std::optional<double> readTime(std::string_view text, const Clock& clock) {
    if (text.find(':') != std::string_view::npos) {
        double parts[4] = {0, 0, 0, 0};
        int count = 0;
        for (;; text.remove_prefix(1)) {
            const std::optional<double> part = takeDecimal(text);
            if (count == 4 || !part) return std::nullopt;
            parts[count++] = *part;
            if (!text.starts_with(':')) break;
        }
        if (!text.empty() || count < 3) return std::nullopt;
        return parts[0] * 3600 + parts[1] * 60 + parts[2] + parts[3] / clock.frameRate;
    }
    const std::optional<double> value = takeDecimal(text);
    if (!value) return std::nullopt;
    if (text == "h") return *value * 3600;
    if (text == "m") return *value * 60;
    if (text == "s") return *value;
    if (text == "ms") return *value / 1000;
    if (text == "f") return *value / clock.frameRate;
    if (text == "t") return *value / clock.tickRate;
    return std::nullopt;
}

/// 0, which no rate is, when there is none.
double numberOf(const pugi::xml_attribute& attribute) {
    std::string_view text = attribute.value();
    return takeDecimal(text).value_or(0);
}

Clock clockOf(const pugi::xml_node& tt) {
    Clock clock;
    const pugi::xml_attribute base = attributeOf(tt, "timeBase");
    clock.media = !base || std::string_view(base.value()) == "media";
    const pugi::xml_attribute frames = attributeOf(tt, "frameRate");
    if (frames) clock.frameRate = numberOf(frames);
    std::string_view multiplier = attributeOf(tt, "frameRateMultiplier").value();
    const std::optional<double> over = takeDecimal(multiplier);
    multiplier.remove_prefix(std::min(multiplier.find_first_not_of(' '), multiplier.size()));
    const std::optional<double> under = takeDecimal(multiplier);
    if (over && under && *under > 0) clock.frameRate *= *over / *under;
    const pugi::xml_attribute ticks = attributeOf(tt, "tickRate");
    clock.tickRate = ticks ? numberOf(ticks) : frames ? clock.frameRate : 1;
    if (!(clock.frameRate > 0) || !(clock.tickRate > 0)) clock.media = false;
    return clock;
}

struct Span {
    double begin = 0;
    double end = kForever;
};

/// What a timed element with `parent`'s span shows in; nothing when it cannot be told.
std::optional<Span> spanOf(const pugi::xml_node& node, const Span& parent, const Clock& clock) {
    Span span = parent;
    const auto time = [&](const char* name, auto use) {
        const pugi::xml_attribute attribute = attributeOf(node, name);
        if (!attribute) return true;
        const std::optional<double> value = readTime(attribute.value(), clock);
        if (value) use(*value);
        return value.has_value();
    };
    const bool told =
        time("begin", [&](double value) { span.begin = parent.begin + value; }) &&
        time("end", [&](double value) { span.end = std::min(span.end, parent.begin + value); }) &&
        time("dur", [&](double value) { span.end = std::min(span.end, span.begin + value); });
    return told ? std::optional(span) : std::nullopt;
}

/// Takes out the paragraphs that show outside of [begin, end) only.
void prune(pugi::xml_node node, const Span& parent, const Clock& clock, double begin, double end, int depth) {
    if (depth > kMaxTtmlDepth || std::string_view(attributeOf(node, "timeContainer").value()) == "seq")
        return;
    const std::optional<Span> span = spanOf(node, parent, clock);
    if (!span) return;
    for (pugi::xml_node child = node.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        const std::string_view name = localName(child.name());
        if (name == "div") prune(child, *span, clock, begin, end, depth + 1);
        if (name == "p") {
            const std::optional<Span> shown = spanOf(child, *span, clock);
            // A millisecond of grace for times in frames.
            if (shown && (shown->end <= begin - 0.001 || shown->begin >= end + 0.001))
                node.remove_child(child);
        }
        child = next;
    }
}

std::string secondsText(double seconds) {
    return decimal(seconds, 3) + "s";
}

/// What is timed inside of a paragraph counts from its beginning, of which the first `lost` seconds are gone.
void shorten(const pugi::xml_node& node, double lost, const Clock& clock, int depth) {
    for (pugi::xml_node child : node.children()) {
        bool timed = false;
        for (const char* name : {"begin", "end"}) {
            pugi::xml_attribute attribute = attributeOf(child, name);
            const std::optional<double> value = attribute ? readTime(attribute.value(), clock) : std::nullopt;
            timed |= value.has_value();
            if (value) attribute.set_value(secondsText(std::max(*value - lost, 0.0)).c_str());
        }
        if (!timed && depth < kMaxTtmlDepth) shorten(child, lost, clock, depth + 1);
    }
}

/// Gives every paragraph of [begin, end) times of its own that count from `begin`, and takes out the others
/// and the times of what they are in.
void rebase(pugi::xml_node node, const Span& parent, const Clock& clock, double begin, double end,
            int depth) {
    if (depth > kMaxTtmlDepth || std::string_view(attributeOf(node, "timeContainer").value()) == "seq")
        return;
    const std::optional<Span> span = spanOf(node, parent, clock);
    if (!span) return;
    const auto untime = [](pugi::xml_node timed) {
        for (const char* name : {"begin", "end", "dur"})
            timed.remove_attribute(attributeOf(timed, name));
    };
    for (pugi::xml_node child = node.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        const std::string_view name = localName(child.name());
        if (name == "div") rebase(child, *span, clock, begin, end, depth + 1);
        const std::optional<Span> shown = name == "p" ? spanOf(child, *span, clock) : std::nullopt;
        if (shown && (shown->end <= begin || shown->begin >= end)) {
            node.remove_child(child);
        } else if (shown) {
            untime(child);
            child.append_attribute("begin") = secondsText(std::max(shown->begin - begin, 0.0)).c_str();
            child.append_attribute("end") = secondsText(std::min(shown->end, end) - begin).c_str();
            if (shown->begin < begin) shorten(child, begin - shown->begin, clock, 0);
        }
        child = next;
    }
    untime(node);
}

/// A cue that ends never does so when the longest film has ended.
constexpr double kLongest = 3'600'000;

/// The words of a paragraph with its breaks and spans. White space is one space (xml:space is "default") but
/// where the document wants it kept.
class WordsOf {
public:
    explicit WordsOf(const pugi::xml_node& paragraph) { add(paragraph, false, 0); }
    [[nodiscard]] std::string text() const {
        std::string out = m_text;
        while (!out.empty() && (out.back() == ' ' || out.back() == '\n'))
            out.pop_back();
        return out;
    }

private:
    void add(const pugi::xml_node& node, bool keeps, int depth) {
        if (depth > kMaxTtmlDepth) return;
        if (const auto space = node.attribute("xml:space"))
            keeps = std::string_view(space.value()) == "preserve";
        const auto is = [&](const char* name, std::string_view value) {
            return std::string_view(attributeOf(node, name).value()) == value;
        };
        const bool bold = is("fontWeight", "bold");
        const bool italic = is("fontStyle", "italic") || is("fontStyle", "oblique");
        const bool underlined = is("textDecoration", "underline");
        m_text += std::string(bold ? "<b>" : "") + (italic ? "<i>" : "") + (underlined ? "<u>" : "");
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                addWords(child.value(), keeps);
            else if (localName(child.name()) == "br")
                addBreak();
            else if (localName(child.name()) == "span")
                add(child, keeps, depth + 1);
        }
        m_text += std::string(underlined ? "</u>" : "") + (italic ? "</i>" : "") + (bold ? "</b>" : "");
    }

    void addBreak() {
        while (!m_text.empty() && m_text.back() == ' ')
            m_text.pop_back();
        if (m_text.empty() || m_text.back() == '\n') return;
        m_text += '\n';
        m_spaced = true;
    }

    void addWords(std::string_view words, bool keeps) {
        for (const char c : words) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (space && c == '\n' && keeps) {
                addBreak();
                continue;
            }
            if (space && m_spaced && !keeps) continue;
            m_spaced = space;
            if (c == '&')
                m_text += "&amp;";
            else if (c == '<')
                m_text += "&lt;";
            else if (c == '>')
                m_text += "&gt;";
            else
                m_text += space ? ' ' : c;
        }
    }

    std::string m_text;
    bool m_spaced = true;  ///< A space would be the second in a row, or the first of a line.
};

/// As prune(): what it cannot tell is left out here.
void collect(const pugi::xml_node& node, const Span& parent, const Clock& clock, int depth,
             const TtmlRegions& regions, std::vector<media::TextCue>& cues) {
    if (depth > kMaxTtmlDepth || std::string_view(attributeOf(node, "timeContainer").value()) == "seq")
        return;
    const std::optional<Span> span = spanOf(node, parent, clock);
    if (!span) return;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = localName(child.name());
        if (name == "div") collect(child, *span, clock, depth + 1, regions, cues);
        if (name != "p") continue;
        const std::optional<Span> shown = spanOf(child, *span, clock);
        if (!shown || !(shown->begin >= 0 && shown->begin < kLongest)) continue;
        media::TextCue cue;
        cue.begin = std::llround(shown->begin * 1000);
        cue.end = std::llround(std::min(shown->end, kLongest) * 1000);
        cue.settings = regions.settingsOf(child);
        cue.text = WordsOf(child).text();
        if (cue.end > cue.begin && !cue.text.empty()) cues.push_back(std::move(cue));
    }
}

struct StringWriter final : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }
};

// White space counts in text (xml:space), so all of it stays.
constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;

/// The document after `walk` has gone through its body with the times in seconds.
template <class Walk>
std::string edited(const std::string& text, Walk walk, std::int64_t begin, std::int64_t end) {
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size(), kParse, pugi::encoding_utf8)) return text;
    const pugi::xml_node tt = document.document_element();
    const Clock clock = clockOf(tt);
    const pugi::xml_node body = childNamed(tt, "body");
    if (clock.media && body)
        walk(body, Span{}, clock, static_cast<double>(begin) / 1000, static_cast<double>(end) / 1000, 0);
    StringWriter writer;
    document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(writer.text);
}

}  // namespace

Result<TtmlDocument> TtmlDocument::parse(std::string text, const std::string& name) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), kParse, pugi::encoding_utf8);
    if (!parsed)
        return fail("text_invalid",
                    name + " is not well-formed XML: " + parsed.description() + " at byte " +
                        std::to_string(parsed.offset) + ".",
                    "Correct the file, or leave it out.");
    for (const pugi::xml_node& node : document.children())
        if (node.type() == pugi::node_doctype)
            return fail("text_invalid", name + " has a document type, which subtitles may not have.",
                        "Remove the DOCTYPE line.");
    const pugi::xml_node tt = document.document_element();
    if (localName(tt.name()) != "tt") return fail("text_invalid", name + " is not a TTML document.");
    if (std::string_view(tt.attribute("xmlns").value()).find("http://www.w3.org/ns/ttml") != 0 &&
        std::strchr(tt.name(), ':') == nullptr)
        return fail("text_invalid", name + " is not in the namespace of TTML.",
                    "The document element needs xmlns=\"http://www.w3.org/ns/ttml\".");
    TtmlDocument out;
    out.m_language = tt.attribute("xml:lang").value();
    out.m_text = std::move(text);
    return out;
}

std::vector<media::TextCue> TtmlDocument::cues() const {
    std::vector<media::TextCue> out;
    pugi::xml_document document;
    if (!document.load_buffer(m_text.data(), m_text.size(), kParse, pugi::encoding_utf8)) return out;
    const pugi::xml_node tt = document.document_element();
    const Clock clock = clockOf(tt);
    const pugi::xml_node body = childNamed(tt, "body");
    if (clock.media && body) collect(body, Span{}, clock, 0, TtmlRegions(tt), out);
    return out;
}

std::string TtmlDocument::part(std::int64_t begin, std::int64_t end) const {
    return edited(m_text, rebase, begin, end);
}

std::string TtmlDocument::segment(std::int64_t begin, std::int64_t end) const {
    return edited(m_text, prune, begin, end);
}

}  // namespace keyreel::package
