#pragma once

#include <string>
#include <string_view>

#include "core/adaptive/stream_description.h"
#include "core/base/result.h"

namespace keyreel::adaptive {

/// Reads a media presentation description (ISO/IEC 23009-1) of a film that is there whole: one Period,
/// SegmentBase, SegmentTemplate with and without a SegmentTimeline, SegmentList, BaseURL. `name` is the
/// file's, for errors. Left out: trick modes, thumbnails, sets with essential properties that are not known,
/// codings of other containers. No entities but XML's own, no DTD, nothing of it is fetched. Codes, with the
/// place: `package_invalid`, `package_unsupported` (several periods, xlink), `package_live`,
/// `package_outside`, `package_limit`. Thread: any.
Result<Description> readMpd(std::string_view text, const std::string& name);

}  // namespace keyreel::adaptive
