#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keyreel {

/// A number with a fixed count of decimals (0 to 17) and a point, whatever the locale of the process says.
std::string decimal(double value, int digits);

/// Takes the decimal number (digits, perhaps a point and more digits) that `text` begins with off its front,
/// whatever the locale says; nothing when it does not begin with a digit or the number is out of range.
std::optional<double> takeDecimal(std::string_view& text);

}  // namespace keyreel
