#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/rights/statement.h"

namespace keyreel::studio {

/// The terms under which a film is minted, beside who may open it.
struct Offer {
    bool sold = false;        ///< Access is granted against the buyer's signed order of exactly this price.
    bool resale = false;      ///< Whoever holds an access may pass it on.
    std::string price = "0";  ///< Canonical decimal (rights/price.h); "0" when it is not sold.
    std::string currency;     ///< "USDC", "ETH" or "ELA"; empty when it is not sold.
    std::uint32_t editions = 10000;
    std::uint16_t resellerCut = 900;  ///< Per mille of a resale, at most 950.
    std::uint32_t offlineDays = 0;    ///< For how long a device may keep the film, at most 365.
    /// By which suite its keys are sealed (crypto/suites.h). With 2 nobody can ever open it by another.
    std::uint16_t suite = 1;
    /// Who shares the income; empty: the maker alone. Units total 1000 less the gateway's protocol share.
    std::vector<rights::RoyaltyShare> royalties;
    friend bool operator==(const Offer&, const Offer&) = default;
};

/// Checks what can be checked before a film is encrypted and puts the price into its one form. Codes:
/// `price_malformed`, `price_decimals`, `price_currency`, `offer_invalid`, `royalty_total`, those of
/// crypto::requireSuite().
Status completeOffer(Offer& offer, unsigned protocolShare);

/// "did:key:z6Mk...=250". Codes: `bad_account`, `offer_invalid`.
Result<rights::RoyaltyShare> parseRoyalty(std::string_view text);

}  // namespace keyreel::studio
