#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/adaptive/stream_description.h"
#include "core/base/result.h"

namespace keyreel::adaptive {

/// The text of another playlist, a file below the folder of the first one. `place` says who names it.
using ReadPlaylist = std::function<Result<std::string>(const std::string& file, const std::string& place)>;

/// Whether a text is a playlist of HLS, which names the pieces of one film, and not a list of films.
bool isHlsPlaylist(std::string_view text);

/// Reads an HLS playlist (RFC 8216bis) of a film that is there whole: a multivariant one with its renditions
/// of sound and text, or a media playlist alone; segments are fragmented MP4 (EXT-X-MAP), or WebVTT. `name`
/// is the file's, for errors, and references in it begin at its folder. Each playlist that it names is read
/// once. Codes, with file and line: `package_invalid`, `package_unsupported` (MPEG-2 transport streams,
/// discontinuities, AES-128), `package_live`, `package_outside`, `package_limit`, those of `read`. Thread:
/// any.
Result<Description> readHls(std::string_view text, const std::string& name, const ReadPlaylist& read);

}  // namespace keyreel::adaptive
