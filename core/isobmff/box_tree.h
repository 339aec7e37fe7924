#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/isobmff/four_cc.h"

namespace keyreel::isobmff {

/// A box as a person wants to see it.
struct BoxNode {
    FourCc type = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    /// What the box says, in the order in which it says it; lists are told by their counts.
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<BoxNode> children;
};

struct BoxTree {
    std::vector<BoxNode> boxes;
    /// What stopped the reading, with its place; `boxes` has everything in front of it.
    std::optional<Error> damage;
};

/// Reads the boxes of a file without their media data: the content of boxes that are not known is not read.
/// At most a million boxes. Never fails: what went wrong is in `damage` (`box_malformed`, the source's
/// codes).
BoxTree readBoxTree(ByteSource& source);

/// The fields of a box that is known (empty otherwise). Fields that are cut off are left out.
std::vector<std::pair<std::string, std::string>> boxFields(FourCc type, ByteView content);

}  // namespace keyreel::isobmff
