#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace keyreel::adaptive {

/// The file that a reference (RFC 3986 section 4.1) in a description means: relative to the description's
/// folder, percent-decoded, without query and fragment. `base` is the folder that it begins at, empty or with
/// a slash at its end; `place` is for errors. An empty reference is the base itself. Code `package_outside`:
/// an address in a network, an absolute path, "..", or a name that no file has.
Result<std::string> localReference(std::string_view base, std::string_view reference,
                                   const std::string& place);

/// The folder part of a relative file name: "a/b.mpd" has "a/".
std::string folderOf(std::string_view file);

}  // namespace keyreel::adaptive
