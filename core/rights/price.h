#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace keyreel::rights {

/// Decimals of a currency: USDC 6, ETH and ELA 18. Code `price_currency` for any other.
Result<unsigned> currencyDecimals(std::string_view currency);

/// The one form of a price: digits, no leading zeros, no trailing zeros after the point, at most 18 digits
/// before it: "05.50" becomes "5.5". Never a float. Codes: `price_malformed`, `price_decimals` (more than the
/// currency has), `price_currency`.
Result<std::string> canonicalPrice(std::string_view text, std::string_view currency);

}  // namespace keyreel::rights
