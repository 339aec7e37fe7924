#include "core/studio/access.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/gateway/node_client.h"
#include "core/rights/statement.h"
#include "core/studio/open_film.h"

namespace keyreel::studio {
namespace {

/// The film's record, when it is there and this account made it.
Result<rights::AssetRecord> ownFilm(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    auto record = session.rights->replica().asset(link.contentId);
    if (!record)
        return fail("asset_unknown",
                    "No film with this link is in the rights log of " + link.gatewayUrl() + ".",
                    "Check the link.");
    if (record->mint.creator != session.identity->accountId())
        return fail("not_creator", "Only the maker of this film decides who may open it.",
                    "Ask " + identity::fingerprint(record->mint.creator) + ", who made it.");
    return std::move(*record);
}

Status submit(const Session& session, const rights::Statement& statement, std::stop_token stop) {
    KEYREEL_TRY(const Bytes bytes, rights::signStatement(statement, session.identity->accountKey()));
    KEYREEL_CHECK(session.gateway->submitStatement(bytes, stop));
    return session.rights->sync(*session.gateway, stop);
}

/// A revocation goes past the gateway, too: straight to every key node, so that nobody in the middle can hold
/// it back. A node that does not answer learns of it from the log; the first fault is reported when no node
/// took it.
Status pushToNodes(const Session& session, ByteView statement, const std::vector<std::string>& urls,
                   std::stop_token stop) {
    gateway::HttpClientOptions options;
    options.caPem = session.network.authorityPem;
    std::optional<Error> fault;
    bool taken = urls.empty();
    for (const std::string& url : urls) {
        auto node = gateway::NodeClient::create(url, options);
        const Status status =
            node ? node->submitRevocation(statement, stop) : tl::unexpected<Error>(node.error());
        // A node that has followed the log already says so; it is revoked there all the same.
        if (status || status.error().code == "revocation_duplicate")
            taken = true;
        else if (!fault)
            fault = status.error();
    }
    if (taken) return {};
    return failFrom(std::move(*fault),
                    "No key node took the revocation directly; it is in the log, and they follow it");
}

Status revoke(const Session& session, const rights::Statement& statement,
              const std::vector<std::string>& urls, std::stop_token stop) {
    KEYREEL_TRY(const Bytes bytes, rights::signStatement(statement, session.identity->accountKey()));
    // The nodes first: what they know cannot be withheld any more.
    const Status pushed = pushToNodes(session, bytes, urls, stop);
    const auto logged = session.gateway->submitStatement(bytes, stop);
    if (!logged && logged.error().code != "revocation_duplicate")
        return tl::unexpected<Error>(logged.error());
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    return pushed;
}

}  // namespace

Status grantAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                   std::stop_token stop) {
    KEYREEL_TRY(const auto record, ownFilm(session, link, stop));
    if (session.rights->replica().hasAccess(account, link.contentId)) return {};
    rights::AccessGrant grant;
    grant.contentId = link.contentId;
    grant.grantor = record.mint.creator;
    grant.account = account;
    grant.time = session.clock->now();
    KEYREEL_CHECK(session.audit->append(
        "access_granted", {{"content", toHex(link.contentId)}, {"account", identity::fingerprint(account)}}));
    return submit(session, grant, stop);
}

Status revokeAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                    std::stop_token stop) {
    KEYREEL_TRY(const auto record, ownFilm(session, link, stop));
    rights::AccessRevocation revocation;
    revocation.contentId = link.contentId;
    revocation.revoker = record.mint.creator;
    revocation.account = account;
    revocation.time = session.clock->now();
    KEYREEL_CHECK(session.audit->append(
        "access_revoked", {{"content", toHex(link.contentId)}, {"account", identity::fingerprint(account)}}));
    KEYREEL_TRY(const FilmFacts film, describeFilm(session, link, stop));
    std::vector<std::string> urls;
    for (const auto& tier : film.manifest.tiers)
        for (const auto& node : tier.nodes)
            if (std::find(urls.begin(), urls.end(), node.url) == urls.end()) urls.push_back(node.url);
    return revoke(session, revocation, urls, stop);
}

Status revokeDevice(const Session& session, const crypto::PublicKey& device, std::stop_token stop) {
    rights::DeviceRevocation revocation;
    revocation.account = session.identity->accountId();
    revocation.device = device;
    revocation.time = session.clock->now();
    KEYREEL_CHECK(session.audit->append("device_revoked", {{"device", identity::fingerprint(device)}}));
    std::vector<std::string> urls;
    for (const auto& node : session.network.nodes)
        urls.push_back(node.url);
    return revoke(session, revocation, urls, stop);
}

Result<crypto::PublicKey> parseAccount(std::string_view text) {
    if (text.size() == 64)
        if (const auto key = fromHexExact<32>(text)) return *key;
    if (auto key = identity::fromDidKey(text)) return key;
    return fail("bad_account", "'" + std::string(text.substr(0, 80)) + "' is not an account.",
                "An account looks like did:key:z6Mk...; its owner finds it under Keys & devices.");
}

}  // namespace keyreel::studio
