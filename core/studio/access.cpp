#include "core/studio/access.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/base/text.h"
#include "core/package/manifest.h"
#include "core/rights/statement.h"
#include "core/studio/account_signature.h"
#include "core/studio/library.h"
#include "core/studio/open_film.h"
#include "core/studio/own_film.h"
#include "core/studio/publish_job.h"
#include "core/studio/revocation_outbox.h"

namespace keyreel::studio {
namespace {

constexpr std::uint64_t kMaxManifest = 16U << 20;
constexpr std::size_t kMaxGateways = 8;
constexpr std::chrono::seconds kOthersPatience{20};

void addNodesOf(const package::Manifest& manifest, std::vector<Receiver>& nodes) {
    for (const auto& tier : manifest.tiers)
        for (const auto& node : tier.nodes)
            if (std::none_of(nodes.begin(), nodes.end(),
                             [&](const Receiver& known) { return known.url == node.url; }))
                nodes.push_back({node.name, node.url, {}});
}

/// The nodes that hold the keys of a film, from the manifest that its publishing left on this computer.
std::vector<Receiver> nodesKnownHere(const Session& session, const Link& link) {
    std::vector<Receiver> nodes;
    for (const JobReport& job : PublishJob::list(session.places)) {
        if (job.link != link.text()) continue;
        const auto bytes = readFile(session.places.jobs() / job.id / "manifest.cose", kMaxManifest);
        if (!bytes) continue;
        if (const auto manifest = package::verifyManifest(*bytes, session.identity->accountId());
            manifest && manifest->contentId == link.contentId)
            addNodesOf(*manifest, nodes);
    }
    return nodes;
}

/// A film that was published elsewhere, by the same person: the gateway's copy of the manifest says which
/// nodes have to know, and the others have nothing to do with it.
void tellNodesOfManifest(const Session& session, const Link& link, ByteView statement,
                         RevocationReport& report, std::stop_token stop) {
    const auto film = describeFilm(session, link, stop);
    if (!film) return;
    std::vector<Receiver> named;
    addNodesOf(film->manifest, named);
    std::vector<Receiver> untold;
    std::vector<Receiver> told;
    for (Receiver& node : named) {
        const auto known = std::find_if(report.nodes.begin(), report.nodes.end(),
                                        [&](const Receiver& each) { return each.url == node.url; });
        if (known == report.nodes.end())
            untold.push_back(std::move(node));
        else
            told.push_back(*known);
    }
    tellNodes(untold, session.network.authorityPem, statement, stop);
    if (const Status kept = session.outbox->put(statement, session.network.authorityPem, untold); !kept)
        log(LogLevel::Warning, "rights", "The revocation is not kept for nodes: " + kept.error().what);
    told.insert(told.end(), untold.begin(), untold.end());
    report.nodes = std::move(told);
}

/// The gateways, besides the session's own, that films of the library come from: a link of each.
std::vector<Link> otherGateways(const Session& session) {
    std::vector<Link> links;
    auto contents = Library(session.places).contents(session.clock->now());
    if (!contents) return links;
    // A film that was put out of sight can still be opened.
    auto& entries = contents->entries;
    std::move(contents->trash.begin(), contents->trash.end(), std::back_inserter(entries));
    for (const LibraryEntry& entry : entries) {
        const auto link = Link::parse(entry.link);
        if (!link || link->gatewayUrl() == session.network.gatewayUrl) continue;
        if (std::none_of(links.begin(), links.end(),
                         [&](const Link& known) { return known.gatewayUrl() == link->gatewayUrl(); }))
            links.push_back(*link);
        if (links.size() == kMaxGateways) break;
    }
    return links;
}

/// A grant counts when its second is later than that of the revocation before it: who takes access away and
/// gives it back at once waits for the next second. Code: `cancelled`.
Status outliveRevocation(const Session& session, const crypto::PublicKey& account, const ContentId& content,
                         std::stop_token stop) {
    const auto revoked = session.rights->replica().state().lastRevocation(account, content);
    const std::int64_t now = session.clock->now();
    // Further ahead is a clock that is wrong, which waiting does not mend.
    if (!revoked || *revoked < now || *revoked > now + 1) return {};
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, stop, std::chrono::seconds(*revoked + 1 - now), [] { return false; });
    if (stop.stop_requested()) return cancelled("Letting somebody in");
    return {};
}

/// Best effort: what cannot be reached is in the report.
RevocationReport tellGateway(const Session& session, const Link& link, ByteView statement,
                             std::stop_token stop) {
    const std::string url = link.gatewayUrl();
    const auto unreached = [&](const Error& error) {
        RevocationReport report;
        report.gateways.push_back({"the gateway " + url, url, error.code});
        return report;
    };
    const auto there = sessionAt(session, link, stop);
    if (!there) return unreached(there.error());
    std::vector<Receiver> nodes;
    if (const auto listed = (*there)->gateway->nodes(stop))
        for (const auto& node : *listed)
            nodes.push_back({node.name + " of " + link.host, node.url, {}});
    auto report = deliverRevocation(**there, statement, std::move(nodes), stop);
    return report ? std::move(*report) : unreached(report.error());
}

}  // namespace

Status grantAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                   std::stop_token stop) {
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_TRY(const auto record, ownFilm(session, link));
    if (session.rights->replica().hasAccess(account, link.contentId)) return {};
    KEYREEL_CHECK(outliveRevocation(session, account, link.contentId, stop));
    rights::AccessGrant grant;
    grant.contentId = link.contentId;
    grant.grantor = record.mint.creator;
    grant.account = account;
    grant.time = session.clock->now();
    KEYREEL_CHECK(session.audit->append(
        "access_granted", {{"content", toHex(link.contentId)}, {"account", identity::fingerprint(account)}}));
    return submitStatement(session, grant, stop);
}

Result<RevocationReport> revokeAccess(const Session& session, const Link& link,
                                      const crypto::PublicKey& account, std::stop_token stop) {
    KEYREEL_CHECK(mustBeUnlocked(session));
    // Only a film that this computer has not seen in the log yet needs the gateway first.
    if (!session.rights->replica().asset(link.contentId))
        KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_TRY(const auto record, ownFilm(session, link));
    rights::AccessRevocation revocation;
    revocation.contentId = link.contentId;
    revocation.revoker = record.mint.creator;
    revocation.account = account;
    revocation.time = session.clock->now();
    KEYREEL_TRY(const Bytes bytes, signAsAccount(session, revocation));
    std::vector<Receiver> nodes = nodesKnownHere(session, link);
    const bool known = !nodes.empty();
    if (!known)
        for (const auto& node : session.network.nodes)
            nodes.push_back({node.name, node.url, {}});
    KEYREEL_TRY(RevocationReport report, deliverRevocation(session, bytes, std::move(nodes), stop));
    if (!known && report.gateways.front().received()) tellNodesOfManifest(session, link, bytes, report, stop);
    return report;
}

Result<RevocationReport> revokeDevice(const Session& session, const crypto::PublicKey& device,
                                      std::stop_token stop) {
    KEYREEL_CHECK(mustBeUnlocked(session));
    rights::DeviceRevocation revocation;
    revocation.account = session.identity->accountId();
    revocation.device = device;
    revocation.time = session.clock->now();
    KEYREEL_TRY(const Bytes bytes, signAsAccount(session, revocation));
    std::vector<Receiver> nodes;
    for (const auto& node : session.network.nodes)
        nodes.push_back({node.name, node.url, {}});
    KEYREEL_TRY(RevocationReport report, deliverRevocation(session, bytes, std::move(nodes), stop));
    std::stop_source enough;
    const std::stop_callback stopped(stop, [&] { enough.request_stop(); });
    const auto deadline = std::chrono::steady_clock::now() + kOthersPatience;
    std::vector<std::future<RevocationReport>> others;
    for (const Link& link : otherGateways(session))
        others.push_back(std::async(
            std::launch::async, [&, link] { return tellGateway(session, link, bytes, enough.get_token()); }));
    for (auto& other : others) {
        if (other.wait_until(deadline) != std::future_status::ready) enough.request_stop();
        const RevocationReport there = other.get();
        report.nodes.insert(report.nodes.end(), there.nodes.begin(), there.nodes.end());
        report.gateways.insert(report.gateways.end(), there.gateways.begin(), there.gateways.end());
    }
    return report;
}

Status unpublishFilm(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_CHECK(mustBeUnlocked(session));
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_TRY(const auto record, ownFilm(session, link));
    if (record.unpublished) return {};
    KEYREEL_CHECK(session.audit->append("film_unpublished", {{"content", toHex(link.contentId)}}));
    return submitStatement(
        session, rights::AssetUnpublish{link.contentId, record.mint.creator, session.clock->now()}, stop);
}

Result<std::vector<gateway::OpeningDay>> openingsOf(const Session& session, const Link& link,
                                                    std::stop_token stop) {
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    return session.gateway->openings(link.contentId, stop);
}

Result<crypto::PublicKey> parseAccount(std::string_view text) {
    if (text.size() == 64)
        if (const auto key = fromHexExact<32>(text)) return *key;
    if (auto key = identity::fromDidKey(text)) return key;
    return fail("bad_account", "'" + std::string(text.substr(0, 80)) + "' is not an account.",
                "An account looks like did:key:z6Mk...; its owner finds it under Keys & devices.");
}

}  // namespace keyreel::studio
