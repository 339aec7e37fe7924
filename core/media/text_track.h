#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/film_source.h"

namespace keyreel::media {

/// Bounds of one text track; more is refused.
inline constexpr std::size_t kMaxTextBytes = 8U << 20;
inline constexpr std::size_t kMaxTextCues = 200000;
inline constexpr std::size_t kMaxTextTracks = 32;
/// Bounds of the fonts that a film carries for its text; what exceeds them is left out.
inline constexpr std::size_t kMaxFonts = 64;
inline constexpr std::size_t kMaxFontBytes = 32U << 20;
inline constexpr std::size_t kMaxAllFontBytes = 64U << 20;

/// In which form a text track is packaged.
enum class TextForm { WebVtt = 1, Ttml };

/// What a text track is there for.
enum class TextRole { Subtitle = 1, Caption, Forced, Description };

/// One cue, in milliseconds from the beginning of the film.
struct TextCue {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::string id;
    std::string settings;  ///< As WebVTT writes them behind the times: "line:0 align:start".
    std::string text;      ///< WebVTT cue text (tags and entities), lines separated by \n, no empty line.
    friend bool operator==(const TextCue&, const TextCue&) = default;
};

/// Subtitles, captions or descriptions as they will be packaged. A plain value.
struct TextTrack {
    TextForm form = TextForm::WebVtt;
    TextRole role = TextRole::Subtitle;
    /// ISO 639-2/T or BCP 47, "und" when unknown.
    std::string language = "und";
    std::string title;  ///< For people; empty when unknown.
    bool isDefault = false;
    /// WebVTT: what stands in front of the first cue, "WEBVTT" and its style and region blocks.
    std::string header = "WEBVTT";
    std::vector<TextCue> cues;  ///< WebVTT, ordered by their begin.
    std::string document;       ///< TTML: the whole XML document, UTF-8.
    /// SSA and ASS: the whole script with its styles, UTF-8, for who draws it. `cues` have its words, which
    /// are what is packaged. Empty for others, and for one of more than kMaxTextBytes.
    std::string script{};
};

/// A font file that a film carries for its text. A plain value; nothing of it has been looked at.
struct TextFont {
    std::string name;  ///< Of the file.
    Bytes data;
    friend bool operator==(const TextFont&, const TextFont&) = default;
};

/// Reads a WebVTT (W3C), SubRip, SSA/ASS or TTML/IMSC file; its content decides which. Language, role and
/// default stay the caller's to fill in. Codes: file_*, `text_not_recognised`, `text_invalid` (with the
/// line), `text_too_large`. Thread: any.
Result<TextTrack> readTextFile(const std::filesystem::path& path);

/// The same for text at hand; `name` is for errors.
Result<TextTrack> parseText(std::string_view text, const std::string& name);

/// The text tracks inside a film, in its order, with language, title, default, forced and hearing impaired
/// as its container says: mov_text (tx3g), WebVTT, SubRip, SSA/ASS and TTML. Others (pictures of
/// text, teletext) are left out and named in `leftOut` when given. Reads the whole of files whose containers
/// have no index of text. Codes: those of probe(), `text_invalid`, `text_too_large`, `cancelled`.
Result<std::vector<TextTrack>> readTextStreams(const FilmSource& film, std::stop_token stop = {},
                                               std::vector<std::string>* leftOut = nullptr);

/// The fonts that a film has attached (RFC 9559 section 5.1.6), by their media type; nothing of the film but
/// its beginning is read. Codes: those of probe().
Result<std::vector<TextFont>> readFonts(const FilmSource& film);

/// WebVTT cue text of SubRip's: b, i and u stay, other tags and what WebVTT would misread do not. Private to
/// this room.
std::string webVttOfSubRip(std::string_view text);

/// Plain text as WebVTT cue text: &, < and > escaped, no empty lines. Private to this room.
std::string webVttOfPlain(std::string_view text);

}  // namespace keyreel::media
