#include "core/cenc/text_check.h"

#include <algorithm>

#include "core/isobmff/box.h"

namespace keyreel::cenc {
namespace {

using isobmff::Box;
using isobmff::BoxCursor;
using isobmff::fourCc;

/// The boxes of a sample, or of a cue within it.
std::optional<std::string> boxesFault(ByteView bytes, bool cue) {
    // A sample is not a box; read as the content of one it has its children.
    const Box parent{fourCc("mdat"), 0, 0, bytes, nullptr};
    BoxCursor boxes(parent);
    std::size_t cues = 0;
    std::size_t empty = 0;
    std::size_t payloads = 0;
    for (Box box;;) {
        const Result<bool> found = boxes.next(box);
        if (!found) return found.error().what;
        if (!*found) break;
        if (cue) {
            payloads += box.type == fourCc("payl") ? 1U : 0U;
            continue;
        }
        if (box.type == fourCc("vttc")) {
            ++cues;
            if (auto fault = boxesFault(box.content(), true)) return fault;
        } else if (box.type == fourCc("vtte")) {
            ++empty;
        } else if (box.type != fourCc("vtta")) {
            return "it has a box " + isobmff::toText(box.type) + ", which is none of WebVTT.";
        }
    }
    if (cue)
        return payloads == 1 ? std::nullopt
                             : std::optional<std::string>("it has a cue without exactly one payload.");
    if (empty > 1 || (empty == 1 && cues > 0)) return "it is empty and has cues, or is empty twice.";
    if (empty + cues == 0) return "it has neither a cue nor the box that says there is none.";
    return std::nullopt;
}

}  // namespace

std::optional<std::string> textFault(isobmff::FourCc format, ByteView sample) {
    if (format == fourCc("wvtt")) return boxesFault(sample, false);
    if (format != fourCc("stpp")) return std::nullopt;
    std::string_view text = asText(sample);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '<') return std::nullopt;
    return "it is not an XML document.";
}

}  // namespace keyreel::cenc
