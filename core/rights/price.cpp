#include "core/rights/price.h"

namespace keyreel::rights {

namespace {

constexpr std::size_t kMaxWholeDigits = 18;

bool allDigits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

}  // namespace

Result<unsigned> currencyDecimals(std::string_view currency) {
    if (currency == "USDC") return 6U;
    if (currency == "ETH" || currency == "ELA") return 18U;
    return fail("price_currency", "The currency is not one of USDC, ETH and ELA.", "Choose one of them.");
}

Result<std::string> canonicalPrice(std::string_view text, std::string_view currency) {
    KEYREEL_TRY(const unsigned decimals, currencyDecimals(currency));
    const std::size_t point = text.find('.');
    std::string_view whole = text.substr(0, point);
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && fraction.empty()) || !allDigits(whole) ||
        !allDigits(fraction))
        return fail("price_malformed", "The price is not a decimal number.",
                    "Write digits with at most one point.");
    if (fraction.size() > decimals)
        return fail("price_decimals",
                    "The price has " + std::to_string(fraction.size()) + " decimals; " +
                        std::string(currency) + " has " + std::to_string(decimals) + ".",
                    "Use fewer decimals.");
    while (whole.size() > 1 && whole.front() == '0')
        whole.remove_prefix(1);
    if (whole.size() > kMaxWholeDigits)
        return fail("price_malformed", "The price has more than 18 digits before the point.");
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    std::string out(whole);
    if (!fraction.empty()) {
        out += '.';
        out += fraction;
    }
    return out;
}

}  // namespace keyreel::rights
