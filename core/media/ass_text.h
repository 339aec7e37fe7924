#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/media/text_track.h"

/// Scripts of SubStation Alpha (SSA v4, ASS v4+) as documents and as words. Private to this room.
namespace keyreel::media {

/// Whether a document is one: its first section is [Script Info].
bool isAss(std::string_view text);

/// The words of an event as WebVTT cue text: overrides and drawings are left out, \N and \n break lines.
std::string wordsOfAss(std::string_view text);

/// A whole script: its words as cues, and the script itself. Lines that cannot be read are left out, as
/// every player does. Codes: `text_invalid` when no event is left, `text_too_large`.
Result<TextTrack> readAss(std::string_view text, const std::string& name);

/// The script that a Matroska track was made of: its header, and its events in their first order.
class AssCollector {
public:
    /// `header`: the track's configuration, up to the events.
    explicit AssCollector(ByteView header) : m_header(asText(header)) {}
    /// `event`: ReadOrder, Layer, Style, Name, MarginL, MarginR, MarginV, Effect, Text. Times in
    /// milliseconds. Gives its words.
    std::string add(std::int64_t begin, std::int64_t end, std::string_view event);
    /// Empty when it would be longer than kMaxTextBytes.
    [[nodiscard]] std::string script();

private:
    struct Event {
        std::int64_t order;
        std::string line;
    };
    std::string m_header;
    std::vector<Event> m_events;
};

}  // namespace keyreel::media
