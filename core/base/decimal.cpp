#include "core/base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace keyreel {

std::string decimal(double value, int digits) {
    // The largest double has 309 digits before its point.
    std::array<char, 352> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed, std::clamp(digits, 0, 17));
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::optional<double> takeDecimal(std::string_view& text) {
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

}  // namespace keyreel
