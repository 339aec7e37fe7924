#include "core/studio/offer.h"

#include <charconv>
#include <set>

#include "core/crypto/suites.h"
#include "core/rights/offline.h"
#include "core/rights/price.h"
#include "core/studio/access.h"

namespace keyreel::studio {

Status completeOffer(Offer& offer, unsigned protocolShare) {
    if (offer.sold) {
        KEYREEL_TRY(offer.price, rights::canonicalPrice(offer.price, offer.currency));
    } else if (offer.price != "0" || !offer.currency.empty() || offer.resale) {
        return fail("offer_invalid", "A film that is not sold has no price and no resale.",
                    "Choose an access that is sold, or leave the price out.");
    }
    if (offer.editions == 0) return fail("offer_invalid", "A film has at least one edition.");
    if (offer.resellerCut > 950) return fail("offer_invalid", "A reseller keeps at most 950 of 1000 parts.");
    if (offer.offlineDays > rights::kMaxOfflineDays)
        return fail("offer_invalid", "A film is kept offline for at most " +
                                         std::to_string(rights::kMaxOfflineDays) + " days.");
    KEYREEL_CHECK(crypto::requireSuite(offer.suite));
    if (offer.royalties.empty()) return {};
    unsigned total = 0;
    std::set<rights::AccountId> accounts;
    for (const rights::RoyaltyShare& row : offer.royalties) {
        total += row.units;
        if (row.units == 0 || row.units > 1000 || !accounts.insert(row.account).second)
            return fail("offer_invalid", "Each account has one royalty row, of 1 to 1000 units.");
    }
    if (offer.royalties.size() > 64) return fail("offer_invalid", "There are at most 64 royalty rows.");
    const unsigned expected = protocolShare < 1000 ? 1000 - protocolShare : 0;
    if (total != expected)
        return fail("royalty_total",
                    "The royalties total " + std::to_string(total) + " units instead of " +
                        std::to_string(expected) + ".",
                    protocolShare == 0 ? "Correct the split; it is in thousandths."
                                       : "Correct the split; the gateway takes " +
                                             std::to_string(protocolShare) + " of 1000.");
    return {};
}

Result<rights::RoyaltyShare> parseRoyalty(std::string_view text) {
    const std::size_t sign = text.rfind('=');
    if (sign == std::string_view::npos)
        return fail("offer_invalid", "A royalty is ACCOUNT=UNITS, for example did:key:z6Mk...=250.");
    rights::RoyaltyShare row;
    KEYREEL_TRY(row.account, parseAccount(text.substr(0, sign)));
    const std::string_view number = text.substr(sign + 1);
    const auto read = std::from_chars(number.data(), number.data() + number.size(), row.units);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() || row.units == 0 ||
        row.units > 1000)
        return fail("offer_invalid", "'" + std::string(number.substr(0, 16)) + "' is not 1 to 1000 units.");
    return row;
}

}  // namespace keyreel::studio
