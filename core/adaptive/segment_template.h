#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace keyreel::adaptive {

/// What the identifiers of a segment's address stand for.
struct TemplateValues {
    std::string_view id;
    std::uint64_t bandwidth = 0;
    std::uint64_t number = 0;
    std::uint64_t time = 0;
};

/// Fills in $RepresentationID$, $Number$, $Time$, $Bandwidth$ and $$, with widths as "%05d" (ISO/IEC 23009-1
/// section 5.3.9.4.4). Code `package_invalid`, with `place`.
Result<std::string> fillTemplate(std::string_view text, const TemplateValues& values,
                                 const std::string& place);

}  // namespace keyreel::adaptive
