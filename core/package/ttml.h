#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/text_track.h"

namespace keyreel::package {

/// A TTML or IMSC document that can be cut. Private to this room.
class TtmlDocument {
public:
    /// Codes: `text_invalid`: not well-formed, a DTD, entities of its own, or not TTML.
    static Result<TtmlDocument> parse(std::string text, const std::string& name);

    /// The document without the paragraphs that cannot show between two times (in milliseconds); those whose
    /// times cannot be told stay in. Times stay those of the film, as ISO/IEC 14496-30 section 5.3 asks.
    [[nodiscard]] std::string segment(std::int64_t begin, std::int64_t end) const;

    /// What of it shows in a part of the film, which is the whole film from now on; milliseconds. Paragraphs
    /// whose times cannot be told stay as they are.
    [[nodiscard]] std::string part(std::int64_t begin, std::int64_t end) const;

    /// Its paragraphs as cues, in their order: their words as WebVTT cue text with b, i and u, vertical
    /// lines as its settings. Those whose times cannot be told are left out.
    [[nodiscard]] std::vector<media::TextCue> cues() const;

    /// `xml:lang` of the document element; may be empty.
    [[nodiscard]] const std::string& language() const { return m_language; }

private:
    std::string m_text;
    std::string m_language;
};

}  // namespace keyreel::package
