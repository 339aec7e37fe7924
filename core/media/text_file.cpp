#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "core/base/file.h"
#include "core/base/utf8.h"
#include "core/media/ass_text.h"
#include "core/media/text_track.h"

namespace keyreel::media {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::int64_t kMaxTime = std::int64_t{1000} * 3600 * 1000;

/// Lines without their ends, whichever of the three kinds they have; a zero byte is U+FFFD (WebVTT section
/// 4.1, step 1 of the parser).
std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (c == '\n' || c == '\r')
            lines.emplace_back();
        else if (c == '\0')
            lines.back() += "\xef\xbf\xbd";
        else
            lines.back() += c;
    }
    return lines;
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

bool blank(const std::string& line) {
    return std::all_of(line.begin(), line.end(), isSpace);
}

bool hasArrow(const std::string& line) {
    return line.find("-->") != std::string::npos;
}

/// Of a SubRip cue.
bool isNumber(const std::string& line) {
    return std::all_of(line.begin(), line.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0 || c == ' '; });
}

/// hh:mm:ss.mmm, the hours optional; SubRip separates with a comma.
std::optional<std::int64_t> readTime(std::string_view& text) {
    std::array<std::int64_t, 3> parts{};
    std::size_t count = 0;
    std::size_t at = 0;
    for (;;) {
        if (count == parts.size() || at == text.size() ||
            std::isdigit(static_cast<unsigned char>(text[at])) == 0)
            return std::nullopt;
        std::int64_t value = 0;
        for (; at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0; ++at)
            value = std::min<std::int64_t>(value * 10 + (text[at] - '0'), kMaxTime);
        parts[count++] = value;
        if (at == text.size() || text[at] != ':') break;
        ++at;
    }
    if (count < 2 || parts[count - 1] > 59 || parts[count - 2] > (count == 3 ? 59 : kMaxTime))
        return std::nullopt;
    std::int64_t milliseconds = 0;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        std::int64_t scale = 100;
        for (++at; at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0; ++at) {
            milliseconds += (text[at] - '0') * scale;
            scale /= 10;
        }
    }
    text.remove_prefix(at);
    const std::int64_t hours = count == 3 ? parts[0] : 0;
    const std::int64_t total =
        ((hours * 60 + parts[count - 2]) * 60 + parts[count - 1]) * 1000 + milliseconds;
    return total > kMaxTime ? std::nullopt : std::optional(total);
}

void skipSpaces(std::string_view& text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
}

/// "begin --> end settings".
std::optional<TextCue> readTimes(std::string_view line) {
    TextCue cue;
    skipSpaces(line);
    const auto begin = readTime(line);
    skipSpaces(line);
    if (!begin || !line.starts_with("-->")) return std::nullopt;
    line.remove_prefix(3);
    skipSpaces(line);
    const auto end = readTime(line);
    if (!end) return std::nullopt;
    skipSpaces(line);
    while (!line.empty() && isSpace(line.back()))
        line.remove_suffix(1);
    cue.begin = *begin;
    cue.end = *end;
    cue.settings = line;
    return cue;
}

tl::unexpected<Error> invalid(const std::string& name, std::size_t line, const std::string& why) {
    return fail("text_invalid", name + ", line " + std::to_string(line + 1) + ": " + why,
                "Correct the file, or leave it out.");
}

/// Of a line that has nothing to see WebVTT takes only the empty one as the end of a block (section 6.1),
/// SubRip's readers take any.
bool endsBlock(const std::string& line, bool webVtt) {
    return webVtt ? line.empty() : blank(line);
}

/// WebVTT and SubRip: blocks between empty lines.
Result<TextTrack> readBlocks(const std::vector<std::string>& lines, bool webVtt, const std::string& name) {
    TextTrack track;
    std::size_t at = 0;
    if (webVtt) {
        track.header = lines.front();
        // A header may go on until the first empty line; X-TIMESTAMP-MAP of HLS segments is not the film's.
        for (at = 1; at < lines.size() && !endsBlock(lines[at], webVtt) && !hasArrow(lines[at]); ++at) {
        }
    }
    while (at < lines.size()) {
        while (at < lines.size() && endsBlock(lines[at], webVtt))
            ++at;
        if (at == lines.size()) break;
        const std::size_t first = at;
        // An arrow that is not this cue's begins another one, also without an empty line in between.
        const auto mayHaveArrow = [&] { return at == first || (at == first + 1 && !hasArrow(lines[first])); };
        while (at < lines.size() && !endsBlock(lines[at], webVtt) && (mayHaveArrow() || !hasArrow(lines[at])))
            ++at;
        // In SubRip the number in front of it is that cue's, too.
        if (!webVtt && at < lines.size() && hasArrow(lines[at]) && at > first + 2 && isNumber(lines[at - 1]))
            --at;
        const auto arrow = [&](std::size_t line) { return line < at && hasArrow(lines[line]); };
        if (!arrow(first) && !arrow(first + 1)) {
            const std::string& head = lines[first];
            if (webVtt && (head.starts_with("STYLE") || head.starts_with("REGION")) && track.cues.empty()) {
                track.header += "\n";
                for (std::size_t i = first; i < at; ++i)
                    track.header += "\n" + lines[i];
            } else if (!webVtt) {
                return invalid(name, first, "a subtitle without times.");
            }
            continue;  // A note, or what a WebVTT parser drops, too.
        }
        const std::size_t times = arrow(first) ? first : first + 1;
        std::optional<TextCue> cue = readTimes(lines[times]);
        if (!cue) return invalid(name, times, "the times of a cue cannot be read.");
        if (cue->end <= cue->begin) continue;  // Never shown.
        if (times != first && webVtt) cue->id = lines[first];
        if (!webVtt) cue->settings.clear();  // SubRip's coordinates are pixels of an unknown picture.
        for (std::size_t i = times + 1; i < at; ++i)
            cue->text += (i == times + 1 ? "" : "\n") + lines[i];
        if (!webVtt) cue->text = webVttOfSubRip(cue->text);
        if (cue->text.empty()) continue;
        if (track.cues.size() == kMaxTextCues)
            return fail("text_too_large", name + " has more than " + std::to_string(kMaxTextCues) + " cues.",
                        "Split the film.");
        track.cues.push_back(std::move(*cue));
    }
    std::stable_sort(track.cues.begin(), track.cues.end(),
                     [](const TextCue& a, const TextCue& b) { return a.begin < b.begin; });
    return track;
}

/// A blank line would end the cue, or be one that nobody sees.
std::string withoutBlankLines(std::string_view text) {
    std::string out;
    for (const std::string& line : linesOf(text))
        if (!blank(line)) out += (out.empty() ? "" : "\n") + line;
    while (!out.empty() && isSpace(out.back()))
        out.pop_back();
    return out;
}

/// The document element, past the declaration, comments and a document type.
bool isTtml(std::string_view text) {
    const std::size_t limit = std::min<std::size_t>(text.size(), 4096);
    const std::string_view head = text.substr(0, limit);
    for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
        std::string_view name = head.substr(at + 1);
        if (name.starts_with("?") || name.starts_with("!")) continue;
        const std::size_t end = name.find_first_of(" \t\r\n>");
        name = name.substr(0, end);
        if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
            name.remove_prefix(colon + 1);
        if (name == "tt") return true;
    }
    return false;
}

}  // namespace

std::string webVttOfPlain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return withoutBlankLines(out);
}

std::string webVttOfSubRip(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const std::size_t close = c == '<' ? text.find('>', i) : c == '{' ? text.find('}', i) : text.npos;
        if (c == '<' && close != text.npos) {
            std::string tag(text.substr(i + 1, close - i - 1));
            std::transform(tag.begin(), tag.end(), tag.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
            for (const std::string_view known : {"b", "i", "u", "/b", "/i", "/u"})
                if (tag == known) out += "<" + tag + ">";
            i = close + 1;
        } else if (c == '{' && close != text.npos && i + 1 < text.size() && text[i + 1] == '\\') {
            i = close + 1;
        } else {
            if (c == '&')
                out += "&amp;";
            else if (c == '<')
                out += "&lt;";
            else if (c == '>')
                out += "&gt;";
            else if (c != '\r')
                out += c;
            ++i;
        }
    }
    return withoutBlankLines(out);
}

Result<TextTrack> parseText(std::string_view text, const std::string& name) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (!isUtf8(asBytes(text)))
        return fail("text_invalid", name + " is not text in UTF-8.", "Save it as UTF-8 in a text editor.");
    if (isTtml(text)) {
        TextTrack track;
        track.form = TextForm::Ttml;
        track.document = text;
        return track;
    }
    if (isAss(text)) return readAss(text, name);
    const std::vector<std::string> lines = linesOf(text);
    const std::string& first = lines.front();
    const bool webVtt = first.starts_with("WEBVTT") && (first.size() == 6 || isSpace(first[6]));
    const auto begin = std::find_if_not(lines.begin(), lines.end(), blank);
    const bool subRip =
        !webVtt && begin != lines.end() &&
        (hasArrow(*begin) || (begin + 1 != lines.end() && isNumber(*begin) && hasArrow(*(begin + 1))));
    if (!webVtt && !subRip)
        return fail("text_not_recognised", name + " is neither WebVTT nor SubRip nor ASS nor TTML.",
                    "Convert the subtitles into one of these.");
    return readBlocks(lines, webVtt, name);
}

Result<TextTrack> readTextFile(const std::filesystem::path& path) {
    Result<Bytes> content = readFile(path, kMaxTextBytes);
    if (!content && content.error().code == "file_too_large")
        return fail("text_too_large", path.filename().string() + " has more than 8 MiB.",
                    "Choose a file of subtitles.");
    if (!content) return tl::unexpected<Error>(content.error());
    return parseText(asText(*content), path.filename().string());
}

}  // namespace keyreel::media
