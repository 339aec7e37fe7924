#include "core/media/ass_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <optional>

namespace keyreel::media {
namespace {

constexpr std::string_view kSpaces = " \t\r";
/// Fields of an event in front of its text, in a Matroska block.
constexpr std::size_t kBlockFields = 8;
/// As a script without a Format line has them (SSA v4 and ASS alike).
constexpr std::string_view kUsualFormat =
    "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

bool sameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// Up to the comma, which is taken away, too; false without one.
bool takeField(std::string_view& rest, std::string_view& field) {
    const std::size_t comma = rest.find(',');
    if (comma == std::string_view::npos) return false;
    field = trimmed(rest.substr(0, comma));
    rest.remove_prefix(comma + 1);
    return true;
}

std::optional<std::int64_t> number(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
    return value;
}

/// h:mm:ss.cc in milliseconds.
std::optional<std::int64_t> readTime(std::string_view text) {
    constexpr std::int64_t kMostHours = 1000;
    const std::size_t minutesAt = text.find(':');
    const std::size_t secondsAt = minutesAt == text.npos ? text.npos : text.find(':', minutesAt + 1);
    const std::size_t partsAt = secondsAt == text.npos ? text.npos : text.find('.', secondsAt + 1);
    if (partsAt == text.npos || partsAt + 3 != text.size()) return std::nullopt;
    const auto hours = number(text.substr(0, minutesAt));
    const auto minutes = number(text.substr(minutesAt + 1, secondsAt - minutesAt - 1));
    const auto seconds = number(text.substr(secondsAt + 1, partsAt - secondsAt - 1));
    const auto hundredths = number(text.substr(partsAt + 1));
    if (!hours || !minutes || !seconds || !hundredths) return std::nullopt;
    if (*hours >= kMostHours || *minutes > 59 || *seconds > 59) return std::nullopt;
    return ((*hours * 60 + *minutes) * 60 + *seconds) * 1000 + *hundredths * 10;
}

std::string timeText(std::int64_t milliseconds) {
    const std::int64_t hundredths = (milliseconds + 5) / 10;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld.%02lld",
                  static_cast<long long>(hundredths / 360000), static_cast<long long>(hundredths / 6000 % 60),
                  static_cast<long long>(hundredths / 100 % 60), static_cast<long long>(hundredths % 100));
    return text.data();
}

/// Whether drawing is on behind a block of overrides: \p and a number, of which 0 ends it.
bool drawsAfter(std::string_view overrides, bool before) {
    for (std::size_t at = overrides.find("\\p"); at != overrides.npos; at = overrides.find("\\p", at + 2)) {
        const std::string_view rest = overrides.substr(at + 2);
        if (!rest.empty() && std::isdigit(static_cast<unsigned char>(rest.front())) != 0)
            before = rest.front() != '0';
    }
    return before;
}

/// Where the fields stand that words need.
struct Format {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t count = 0;  ///< The last one is the text.
};

std::optional<Format> readFormat(std::string_view line) {
    Format format;
    std::string_view field;
    bool hasBegin = false;
    bool hasEnd = false;
    for (; takeField(line, field); ++format.count) {
        if (sameWord(field, "Start")) {
            format.begin = format.count;
            hasBegin = true;
        } else if (sameWord(field, "End")) {
            format.end = format.count;
            hasEnd = true;
        }
    }
    ++format.count;
    if (!hasBegin || !hasEnd || !sameWord(trimmed(line), "Text")) return std::nullopt;
    return format;
}

std::optional<TextCue> readEvent(std::string_view line, const Format& format) {
    TextCue cue;
    std::string_view field;
    for (std::size_t i = 0; i + 1 < format.count; ++i) {
        if (!takeField(line, field)) return std::nullopt;
        if (i != format.begin && i != format.end) continue;
        const auto time = readTime(field);
        if (!time) return std::nullopt;
        (i == format.begin ? cue.begin : cue.end) = *time;
    }
    cue.text = wordsOfAss(line);
    return cue;
}

}  // namespace

bool isAss(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        // Comments may stand above.
        if (!line.empty() && line.front() != ';' && line.front() != '!')
            return sameWord(line, "[Script Info]");
        if (end == text.npos) break;
        text.remove_prefix(end + 1);
    }
    return false;
}

std::string wordsOfAss(std::string_view text) {
    std::string out;
    bool drawing = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
        if (close != std::string_view::npos) {
            drawing = drawsAfter(text.substr(i, close - i), drawing);
            i = close;
        } else if (drawing) {
            continue;
        } else if (text[i] == '\\' && i + 1 < text.size() &&
                   std::string_view("Nnh").find(text[i + 1]) != std::string_view::npos) {
            out += text[++i] == 'h' ? ' ' : '\n';
        } else {
            out += text[i];
        }
    }
    return webVttOfPlain(out);
}

Result<TextTrack> readAss(std::string_view text, const std::string& name) {
    TextTrack track;
    track.script = text;
    std::optional<Format> format = readFormat(kUsualFormat);
    bool inEvents = false;
    while (!text.empty()) {
        const std::size_t lineEnd = std::min(text.find('\n'), text.size());
        std::string_view line = trimmed(text.substr(0, lineEnd));
        text.remove_prefix(std::min(lineEnd + 1, text.size()));
        if (line.starts_with('[')) inEvents = sameWord(line, "[Events]");
        const std::size_t colon = line.find(':');
        if (!inEvents || colon == line.npos) continue;
        const std::string_view kind = line.substr(0, colon);
        line.remove_prefix(colon + 1);
        if (sameWord(kind, "Format")) {
            if (const auto said = readFormat(line)) format = said;
        } else if (sameWord(kind, "Dialogue")) {
            std::optional<TextCue> cue = readEvent(line, *format);
            if (!cue || cue->end <= cue->begin || cue->text.empty()) continue;
            if (track.cues.size() == kMaxTextCues)
                return fail("text_too_large",
                            name + " has more than " + std::to_string(kMaxTextCues) + " cues.",
                            "Split the film.");
            track.cues.push_back(std::move(*cue));
        }
    }
    if (track.cues.empty())
        return fail("text_invalid", name + " has no subtitle that can be read.",
                    "Open it in the program that it was made with, and save it again.");
    std::stable_sort(track.cues.begin(), track.cues.end(),
                     [](const TextCue& a, const TextCue& b) { return a.begin < b.begin; });
    // Layers of one line say the same words.
    track.cues.erase(std::unique(track.cues.begin(), track.cues.end()), track.cues.end());
    return track;
}

std::string AssCollector::add(std::int64_t begin, std::int64_t end, std::string_view event) {
    std::array<std::string_view, kBlockFields> fields;
    for (std::string_view& field : fields)
        if (!takeField(event, field)) return {};
    // One event is one line, whatever a damaged block holds.
    std::string line = "Dialogue: " + std::string(fields[1]) + "," + timeText(begin) + "," + timeText(end);
    for (std::size_t i = 2; i < fields.size(); ++i)
        line += "," + std::string(fields[i]);
    line += "," + std::string(event);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
    m_events.push_back({number(fields[0]).value_or(0), std::move(line)});
    return wordsOfAss(event);
}

std::string AssCollector::script() {
    std::stable_sort(m_events.begin(), m_events.end(),
                     [](const Event& a, const Event& b) { return a.order < b.order; });
    // A header of SSA has Marked in the place of Layer, which nobody draws by.
    std::string out = m_header + "\n[Events]\nFormat: " + std::string(kUsualFormat) + "\n";
    for (const Event& event : m_events) {
        if (out.size() + event.line.size() >= kMaxTextBytes) return {};
        out += event.line + "\n";
    }
    return out;
}

}  // namespace keyreel::media
