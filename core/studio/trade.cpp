#include "core/studio/trade.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/studio/account_signature.h"

namespace keyreel::studio {
namespace {

Result<rights::AssetRecord> recordOf(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    auto record = session.rights->replica().asset(link.contentId);
    if (!record)
        return fail("asset_unknown",
                    "No film with this link is in the rights log of " + link.gatewayUrl() + ".",
                    "Check the link.");
    return std::move(*record);
}

/// Recorded, asked of the own copy of the log first (so that a refusal has its reason even when the gateway
/// is terse), then submitted and seen in the log.
Status say(const Session& session, const Link& link, const char* event, const rights::Statement& statement,
           std::stop_token stop) {
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_TRY(const Bytes bytes, signAsAccount(session, statement));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_CHECK(session.rights->replica().state().check(bytes, statement));
    KEYREEL_CHECK(session.audit->append(
        event, {{"content", toHex(link.contentId)}, {"statement", toHex(crypto::sha256(bytes))}}));
    KEYREEL_CHECK(session.gateway->submitStatement(bytes, stop));
    return session.rights->sync(*session.gateway, stop);
}

}  // namespace

Result<Bytes> orderAccess(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_TRY(const auto record, recordOf(session, link, stop));
    if (record.terms.access != rights::AccessMethod::BuyOnce &&
        record.terms.access != rights::AccessMethod::BuyAndResell)
        return fail("not_for_sale", "This film is not sold.", "Ask its maker to let you in.");
    rights::Order order;
    order.contentId = link.contentId;
    order.account = session.identity->accountId();
    order.price = record.terms.price;
    order.currency = record.terms.currency;
    order.time = session.clock->now();
    KEYREEL_CHECK(session.audit->append("access_ordered", {{"content", toHex(link.contentId)},
                                                           {"price", order.price + " " + order.currency}}));
    return signAsAccount(session, order);
}

Result<crypto::PublicKey> sellAccess(const Session& session, const Link& link, ByteView order,
                                     std::stop_token stop) {
    KEYREEL_TRY(const rights::Order read, rights::verifyOrder(order));
    rights::AccessGrant grant;
    grant.contentId = link.contentId;
    grant.grantor = session.identity->accountId();
    grant.account = read.account;
    grant.order = toBytes(order);
    grant.time = session.clock->now();
    KEYREEL_CHECK(say(session, link, "access_sold", grant, stop));
    return read.account;
}

Status transferAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                      std::stop_token stop) {
    return say(
        session, link, "access_transferred",
        rights::AccessTransfer{link.contentId, session.identity->accountId(), account, session.clock->now()},
        stop);
}

Status delegateSale(const Session& session, const Link& link, const crypto::PublicKey& seller,
                    std::uint32_t supply, std::int64_t seconds, std::stop_token stop) {
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    std::int64_t time = session.clock->now();
    // Of two within one second the later one counts, and a clock that was once ahead keeps no seller.
    if (const auto before = session.rights->replica().state().delegation(link.contentId, seller))
        time = std::max(time, before->time + 1);
    return say(session, link, "sale_delegated",
               rights::SaleDelegation{link.contentId, session.identity->accountId(), seller, supply,
                                      time + seconds, time},
               stop);
}

Status transferRoyalty(const Session& session, const Link& link, const crypto::PublicKey& account,
                       std::uint16_t units, std::stop_token stop) {
    return say(session, link, "royalty_transferred",
               rights::RoyaltyTransfer{link.contentId, session.identity->accountId(), account, units,
                                       session.clock->now()},
               stop);
}

Result<FilmHolders> holdersOf(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_TRY(auto record, recordOf(session, link, stop));
    FilmHolders out{std::move(record), {}, {}};
    const rights::State state = session.rights->replica().state();
    for (const auto& account : state.granteesOf(link.contentId))
        out.holders.push_back({account, *state.holding(link.contentId, account)});
    for (const auto& [account, delegation] : state.delegationsOf(link.contentId))
        out.sellers.push_back({account, delegation});
    return out;
}

}  // namespace keyreel::studio
