#include <algorithm>
#include <set>

#include "core/rights/offline.h"
#include "core/rights/price.h"
#include "core/rights/statement_codec.h"

namespace keyreel::rights {

namespace {

// The largest whole number that every reader of JSON and CBOR carries exactly.
constexpr std::int64_t kLastTime = (std::int64_t{1} << 53) - 1;
constexpr std::uint16_t kMaxResellerCut = 950;
constexpr std::uint32_t kKnownFlags =
    kFlagAiTraining | kFlagAdult | kFlagAttested | kFlagHybrid | kOfflineMask;

tl::unexpected<Error> invalid(const std::string& what) {
    return fail("statement_invalid", what);
}

Status checkTime(std::int64_t time) {
    if (time < 0 || time > kLastTime) return invalid("The time is out of range.");
    return {};
}

bool isPurpose(const std::string& text) {
    if (text.empty() || text.size() > 32 || text[0] < 'a' || text[0] > 'z') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Status checkPrice(const std::string& price, const std::string& currency) {
    const auto canonical = canonicalPrice(price, currency);
    if (!canonical) return invalid(canonical.error().what);
    if (*canonical != price) return invalid("The price \"" + price + "\" is not in its canonical form.");
    return {};
}

Status check(const AssetTerms& terms) {
    if (terms.manifestCid.empty() || terms.manifestCid.size() > 128)
        return invalid("The manifest's CID is missing or too long.");
    const auto alphanumeric = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    if (!std::all_of(terms.manifestCid.begin(), terms.manifestCid.end(), alphanumeric))
        return invalid("The manifest's CID has characters that no CID has.");
    switch (terms.access) {
        case AccessMethod::Free:
        case AccessMethod::Granted:
            if (terms.price != "0" || !terms.currency.empty())
                return invalid("An asset that is not sold has a price.");
            break;
        case AccessMethod::BuyOnce:
        case AccessMethod::BuyAndResell:
            KEYREEL_CHECK(checkPrice(terms.price, terms.currency));
            break;
        default:
            return invalid("The access method is not known.");
    }
    if (terms.supply == 0) return invalid("The supply is 0.");
    if (terms.resellerCut > kMaxResellerCut) return invalid("The reseller cut is above 950 per mille.");
    if ((terms.flags & ~kKnownFlags) != 0) return invalid("Unknown flags are set.");
    if (offlineDays(terms.flags) > kMaxOfflineDays)
        return invalid("A film is kept offline for more than a year.");
    return {};
}

Status check(const DeviceRegistration& s) {
    KEYREEL_CHECK(checkTime(s.time));
    KEYREEL_CHECK(checkTime(s.notAfter));
    if (s.notAfter <= s.time) return invalid("The registration ends before it begins.");
    if (s.name.empty() || s.name.size() > 128) return invalid("The device's name is empty or too long.");
    if (s.purposes.empty() || s.purposes.size() > 8) return invalid("A device has 1 to 8 purposes.");
    for (std::size_t i = 0; i < s.purposes.size(); ++i) {
        if (!isPurpose(s.purposes[i])) return invalid("A purpose is not lower-case letters and digits.");
        if (i > 0 && s.purposes[i - 1] >= s.purposes[i]) return invalid("The purposes are not sorted.");
    }
    return {};
}

Status check(const DeviceRevocation& s) {
    return checkTime(s.time);
}

Status check(const AssetMint& s) {
    KEYREEL_CHECK(checkTime(s.time));
    KEYREEL_CHECK(check(s.terms));
    if (s.royalties.empty() || s.royalties.size() > 64) return invalid("There are 1 to 64 royalty rows.");
    std::set<AccountId> accounts;
    for (const RoyaltyShare& row : s.royalties) {
        if (row.units == 0 || row.units > 1000) return invalid("A royalty row has no units or too many.");
        if (!accounts.insert(row.account).second) return invalid("An account has two royalty rows.");
    }
    return {};
}

Status check(const AssetUpdate& s) {
    if (s.revision == 0) return invalid("Revision 0 is the mint's.");
    KEYREEL_CHECK(checkTime(s.time));
    return check(s.terms);
}

Status check(const AssetUnpublish& s) {
    return checkTime(s.time);
}

Status check(const AccessGrant& s) {
    if (s.order.size() > kMaxOrderBytes) return invalid("The order is too long.");
    return checkTime(s.time);
}

Status check(const AccessRevocation& s) {
    if (s.account == s.revoker) return invalid("A creator cannot lose access to their own asset.");
    return checkTime(s.time);
}

Status check(const SaleDelegation& s) {
    if (s.seller == s.creator) return invalid("A creator needs no delegation of their own.");
    KEYREEL_CHECK(checkTime(s.time));
    KEYREEL_CHECK(checkTime(s.notAfter));
    if (s.notAfter <= s.time) return invalid("The delegation ends before it begins.");
    return {};
}

Status check(const AccessTransfer& s) {
    if (s.account == s.holder) return invalid("Nobody can give an access to themselves.");
    return checkTime(s.time);
}

Status check(const RoyaltyTransfer& s) {
    if (s.account == s.holder) return invalid("Nobody can give royalties to themselves.");
    if (s.units == 0 || s.units > 1000) return invalid("A royalty transfer is of 1 to 1000 units.");
    return checkTime(s.time);
}

}  // namespace

Status checkBounds(const Statement& statement) {
    return std::visit([](const auto& kind) { return check(kind); }, statement);
}

Status checkBounds(const Order& order) {
    KEYREEL_CHECK(checkTime(order.time));
    return checkPrice(order.price, order.currency);
}

}  // namespace keyreel::rights
