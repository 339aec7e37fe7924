#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/adaptive/stream_description.h"
#include "core/base/result.h"

namespace keyreel::adaptive {

/// The local name of an element or attribute.
std::string_view localName(const char* name);
/// The first child with this local name; a null node without one.
pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name);
/// "PT1H2M3.5S" in seconds (ISO 8601). Years and months have no length.
Result<double> secondsOf(std::string_view text, const std::string& place);
/// A whole number; `otherwise` when the attribute is missing.
Result<std::uint64_t> numberOf(const pugi::xml_attribute& attribute, std::uint64_t otherwise,
                               const std::string& place);

/// Where a representation stands: what it inherits segments from, and how long all of it is.
struct SegmentQuestion {
    std::vector<pugi::xml_node> levels;  ///< Representation, AdaptationSet, Period.
    std::string base;                    ///< Of its BaseURL elements; a folder, or a file for SegmentBase.
    double seconds = 0;                  ///< Of the period; 0 when nobody says.
};

/// Fills in init, segments, index and start of a representation (ISO/IEC 23009-1 section 5.3.9). Codes as
/// readMpd(). Private to this room.
Status findSegments(const SegmentQuestion& question, Representation& out);

}  // namespace keyreel::adaptive
