#include "core/studio/open_film.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <utility>

#include "core/base/text.h"
#include "core/cenc/clear_view.h"
#include "core/content/cid.h"
#include "core/crypto/sealing_key.h"
#include "core/custody/recover_client.h"
#include "core/package/text_reader.h"
#include "core/rights/offline.h"
#include "core/studio/devices.h"
#include "core/studio/film_key.h"
#include "core/studio/kept_proofs.h"
#include "core/studio/manifest_access.h"
#include "core/studio/release_proof.h"
#include "core/studio/sealed_tier.h"
#include "core/studio/witnesses.h"

namespace keyreel::studio {
namespace {

constexpr std::uint64_t kMaxCover = 16U << 20;
constexpr std::chrono::milliseconds kNodeTimeout{2500};
/// A way back and forth over a far or busy line, on connections that stand. An opening has half a second from
/// the last share that it needed, also beside a node that says nothing.
constexpr std::chrono::milliseconds kWitnessPatience{400};

double millisecondsSince(const Clock& clock, std::chrono::nanoseconds begun) {
    return std::chrono::duration<double, std::milli>(clock.elapsed() - begun).count();
}

/// A verified manifest and the bytes that its maker signed.
struct SignedManifest {
    package::Manifest manifest;
    Bytes bytes;
};

/// What the log names by `manifestCid`, as it was fetched before or is now.
Result<Bytes> fetchNamed(const Session& session, const Link& link, const std::string& manifestCid,
                         std::stop_token stop) {
    if (auto known = session.manifests->find(manifestCid)) return std::move(*known);
    KEYREEL_TRY(Bytes bytes, session.gateway->manifest(link.contentId, stop));
    content::CidBuilder cid;
    cid.update(bytes);
    if (cid.finish().text() != manifestCid)
        return fail("manifest_mismatch",
                    "The gateway sent another manifest than the one in the rights log. Nothing was opened.",
                    "Try again; if it stays, tell the maker of the film.");
    session.manifests->keep(manifestCid, bytes);
    return bytes;
}

/// The manifest that the mint in the log names, signed by the account that minted it.
Result<SignedManifest> fetchManifest(const Session& session, const Link& link,
                                     const rights::AssetRecord& record, std::stop_token stop) {
    KEYREEL_TRY(Bytes bytes, fetchNamed(session, link, record.terms.manifestCid, stop));
    KEYREEL_TRY(package::Manifest manifest, package::verifyManifest(bytes, record.mint.creator));
    if (manifest.contentId != link.contentId)
        return fail("manifest_mismatch",
                    "The manifest in the rights log is that of another film. Nothing was opened.",
                    "Tell the maker of the film.");
    if (accessOf(manifest) != record.terms.access)
        return fail("manifest_mismatch",
                    "The film's maker signed another access than the rights log names. Nothing was opened.",
                    "Tell the maker of the film.");
    for (const package::ManifestTier& tier : manifest.tiers)
        if (tier.suite != rights::suiteOf(record.terms))
            return fail("suite_downgrade",
                        "The film's keys are sealed with suite " + std::to_string(tier.suite) +
                            ", its record in the rights log requires suite " +
                            std::to_string(rights::suiteOf(record.terms)) + ". Nothing was opened.",
                        "Tell the maker of the film.");
    return SignedManifest{std::move(manifest), std::move(bytes)};
}

Result<rights::AssetRecord> findFilm(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    auto record = session.rights->replica().asset(link.contentId);
    if (!record)
        return fail("asset_unknown",
                    "No film with this link is in the rights log of " + link.gatewayUrl() + ".",
                    "Check the link, or ask who sent it.");
    return std::move(*record);
}

/// Who holds a grant keeps a film that its maker took back. The nodes may hear of that a moment later than
/// this computer.
Status checkPublished(const Session& session, const Link& link, const rights::AssetRecord& record,
                      const package::Manifest& manifest) {
    if (!record.unpublished ||
        session.rights->replica().hasAccess(actingAccount(session, link.contentId), link.contentId))
        return {};
    return fail("asset_unpublished", "'" + manifest.title + "' is no longer published.",
                "Ask " + manifest.creatorName + ", who made it.");
}

Result<Bytes> fetchCover(const Session& session, const package::ManifestCover& cover, std::stop_token stop) {
    if (cover.file.size > kMaxCover) return Bytes{};
    KEYREEL_TRY(Bytes bytes, session.gateway->blobRange(cover.file.cid, 0, cover.file.size, stop));
    if (crypto::sha256(bytes) != cover.file.digest) return Bytes{};
    return bytes;
}

/// Carries requests to the nodes, and keeps what they say of the log beside their answers.
class NodeTransport {
public:
    explicit NodeTransport(const Session& session) : m_clients(session.nodes) {}

    Result<Bytes> operator()(const custody::NodeDescriptor& node, ByteView request, std::stop_token stop) {
        KEYREEL_TRY(const auto client, m_clients->at(node.url));
        KEYREEL_TRY(gateway::NodeReply reply, client.recover(request, std::move(stop), kNodeTimeout));
        if (!reply.witness.empty()) {
            const std::lock_guard lock(m_mutex);
            m_witnesses[node.signingKey] = std::move(reply.witness);
        }
        return std::move(reply.answer);
    }
    /// When all have been asked.
    [[nodiscard]] const CarriedWitnesses& witnesses() const { return m_witnesses; }

private:
    std::shared_ptr<NodeClients> m_clients;
    std::mutex m_mutex;
    CarriedWitnesses m_witnesses;  // guarded by m_mutex
};

/// Shakes hands with the nodes that will be asked, each on a thread of its own, until it goes. Who asks one
/// of them meanwhile waits for the same connection.
class NodeHandshakes {
public:
    NodeHandshakes(const Session& session, const std::vector<custody::NodeDescriptor>& nodes,
                   const std::stop_token& stop)
        : m_stopped(stop, Stop{m_enough}) {
        for (const auto& node : nodes)
            if (auto client = session.nodes->at(node.url))
                m_running.push_back(std::async(std::launch::async,
                                               [client = std::move(*client), enough = m_enough.get_token()] {
                                                   (void)client.open(enough);
                                               }));
    }
    ~NodeHandshakes() { m_enough.request_stop(); }
    NodeHandshakes(const NodeHandshakes&) = delete;
    NodeHandshakes& operator=(const NodeHandshakes&) = delete;

private:
    struct Stop {
        std::stop_source& source;
        void operator()() const { source.request_stop(); }
    };
    std::stop_source m_enough;
    std::vector<std::future<void>> m_running;  // each waits for its thread
    std::stop_callback<Stop> m_stopped;
};

void fillNodes(OpenReport& report, const std::vector<custody::NodeReport>& nodes,
               const std::vector<package::ManifestNode>& described) {
    report.nodes.clear();
    for (std::size_t i = 0; i < nodes.size(); ++i)
        report.nodes.push_back({nodes[i].name,
                                i < described.size() ? described[i].url : std::string(),
                                nodes[i].code == "ok" ? "released" : nodes[i].code,
                                static_cast<double>(nodes[i].milliseconds),
                                {},
                                {}});
}

/// What an opening has come by when its key is about to be used.
struct Opening {
    const Session& session;
    const Link& link;
    const rights::AccountId& account;
    const rights::AssetRecord& record;
    const custody::SealedTier& tier;
    ByteView capability;
    ByteView manifest;
    const std::vector<custody::NodeReport>& nodes;
    const std::vector<WitnessReport>& witnesses;
};

/// What everyone who took part has signed.
Result<ReleaseProof> proofOf(const Opening& opening) {
    const Session& session = opening.session;
    const rights::Replica& replica = session.rights->replica();
    const auto device = replica.device(opening.account, session.identity->deviceId());
    if (!device)
        return fail("device_unknown", "This device is not in the rights log.", "Open the film again.");
    const std::array<std::uint64_t, 3> indices{opening.record.mintIndex, opening.record.termsIndex,
                                               device->index};
    KEYREEL_TRY(rights::ProvenEntries proven, replica.prove(indices));
    ReleaseProof proof;
    proof.contentId = opening.link.contentId;
    proof.tier = opening.tier.tier;
    proof.opened = session.clock->now();
    proof.gateway = opening.link.gatewayUrl();
    proof.capabilityKey = session.network.capabilityKey;
    proof.logKey = session.network.logKey;
    proof.capability = toBytes(opening.capability);
    proof.head = std::move(proven.head);
    proof.entries = std::move(proven.entries);
    proof.manifest = crypto::sha256(opening.manifest);
    for (std::size_t i = 0; i < opening.nodes.size(); ++i) {
        const custody::NodeReport& report = opening.nodes[i];
        NodeRelease node{report.code, report.milliseconds, {}, {}, {}};
        if (node.code == "ok") {
            node.request = report.request;
            node.answer = report.answer;
        }
        if (i < opening.witnesses.size()) node.witness = opening.witnesses[i].witness;
        proof.nodes.push_back(std::move(node));
    }
    return proof;
}

/// No record, no key: the record is on the disk before a content key exists, and the proof before the record
/// that names it.
Status recordOpening(const Opening& opening, std::string_view event, audit::Fields fields, std::string& name,
                     crypto::Digest& id) {
    KEYREEL_TRY(const ReleaseProof proof, proofOf(opening));
    const Bytes sealed = sealReleaseProof(proof, opening.session.identity->deviceKey());
    KEYREEL_TRY(name, KeptProofs(opening.session.places).put(proof, sealed, opening.manifest));
    KEYREEL_TRY(id, releaseProofId(sealed));
    fields["proof"] = toHex(id);
    KEYREEL_CHECK(opening.session.audit->append(event, fields));
    return {};
}

audit::Fields recordOf(const Link& link, const OpenReport& report) {
    audit::Fields fields{{"content", toHex(link.contentId)}, {"gateway", link.gatewayUrl()}};
    for (std::size_t i = 0; i < report.nodes.size(); ++i)
        fields["node_" + std::to_string(i + 1)] = report.nodes[i].name + " " + report.nodes[i].code;
    return fields;
}

/// One part of a track over the signed client's connection.
RangeFetch fetchBlob(const std::shared_ptr<gateway::GatewayClient>& gateway, const std::string& cid) {
    return [gateway, cid](std::uint64_t offset, MutableBytes out, const std::stop_token& stop) -> Status {
        KEYREEL_TRY(const Bytes bytes, gateway->blobRange(cid, offset, out.size(), stop));
        std::copy(bytes.begin(), bytes.end(), out.begin());
        return {};
    };
}

/// A verified source as the reader beside the player sees it.
class AsideSource final : public ByteSource {
public:
    explicit AsideSource(std::shared_ptr<VerifiedSource> source) : m_source(std::move(source)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override { return m_source->readAside(offset, out); }

private:
    std::shared_ptr<VerifiedSource> m_source;
};

/// Turns one track of a film into clear bytes.
Result<OpenedTrack> openTrack(const package::ManifestTrack& track, RangeFetch fetch,
                              const std::shared_ptr<const cenc::KeyRing>& keys,
                              std::vector<std::shared_ptr<VerifiedSource>>& sources) {
    auto verified = std::make_shared<VerifiedSource>(track, std::move(fetch));
    sources.push_back(verified);
    KEYREEL_TRY(auto clear, cenc::ClearView::open(verified, keys));
    OpenedTrack opened{track.kind, track.label, track.language, std::move(clear), nullptr};
    if (track.kind == package::ManifestTrack::Kind::Video) {
        KEYREEL_TRY(auto aside, cenc::ClearView::open(std::make_shared<AsideSource>(verified), keys));
        opened.aside = std::move(aside);
    }
    return opened;
}

/// The pictures that one may go over to while `played` plays: as high at most, of the same tier and so of the
/// same secret, and cut at the same places.
std::vector<package::ManifestTrack> rungsBeside(const package::Manifest& manifest,
                                                const package::ManifestTrack& played) {
    std::vector<package::ManifestTrack> rungs;
    for (const auto& track : manifest.tracks)
        if (track.kind == played.kind && track.tier == played.tier && track.height <= played.height &&
            cutAlike(track, played))
            rungs.push_back(track);
    return rungs;
}

std::shared_ptr<ByteSource> clearOf(const PictureLadder& ladder, const std::string& label) {
    for (const auto& rung : ladder.rungs())
        if (rung.label == label) return rung.clear;
    return nullptr;
}

/// A text track that is read when somebody wants to see it.
OpenedText openText(const package::ManifestText& text, RangeFetch fetch) {
    const auto read =
        [text, fetch = std::move(fetch)](const std::stop_token& stop) -> Result<std::vector<media::TextCue>> {
        if (text.file.size > package::kMaxTextReadBytes)
            return fail("text_too_large", "The text track " + text.label + " is too long to be shown.");
        Bytes bytes(static_cast<std::size_t>(text.file.size));
        KEYREEL_CHECK(fetch(0, bytes, stop));
        if (crypto::sha256(bytes) != text.file.digest)
            return fail("part_changed", "The text track " + text.label + " is not what its maker signed.",
                        "Try again; if it stays, tell the maker of the film.");
        return package::readTextCues(bytes, text.label);
    };
    return {text, read};
}

}  // namespace

Result<FilmFacts> describeFilm(const Session& session, const Link& link, std::stop_token stop) {
    KEYREEL_TRY(const auto record, findFilm(session, link, stop));
    FilmFacts facts;
    KEYREEL_TRY(SignedManifest shown, fetchManifest(session, link, record, stop));
    facts.manifest = std::move(shown.manifest);
    if (facts.manifest.cover) {
        // A film without its picture is still the film: only its signed facts decide.
        if (auto cover = fetchCover(session, *facts.manifest.cover, stop)) facts.cover = std::move(*cover);
    }
    const auto& account = session.identity->accountId();
    facts.creatorKey = identity::toDidKey(record.mint.creator);
    facts.offlineDays = rights::offlineDays(record.terms.flags);
    if (!record.terms.currency.empty()) {
        facts.price = record.terms.price;
        facts.currency = record.terms.currency;
    }
    facts.mine = record.mint.creator == account;
    facts.unpublished = record.unpublished;
    facts.granted =
        session.rights->replica().hasAccess(actingAccount(session, link.contentId), link.contentId);
    KEYREEL_CHECK(checkPublished(session, link, record, facts.manifest));
    return facts;
}

Result<FilmKey> recoverFilmKey(const Session& session, const Link& link, std::string_view purpose,
                               std::stop_token stop, const OpenSink& sink, OpenReport& report) {
    report = {};
    const Clock& clock = *session.clock;
    const auto begun = clock.elapsed();
    const auto step = [&](std::string_view name) {
        if (sink) sink(name, report);
    };

    step("rights");
    KEYREEL_CHECK(ensureDeviceRegistered(session, stop));
    KEYREEL_TRY(const auto record, findFilm(session, link, stop));
    KEYREEL_TRY(SignedManifest shown, fetchManifest(session, link, record, stop));
    package::Manifest manifest = std::move(shown.manifest);
    KEYREEL_CHECK(checkPublished(session, link, record, manifest));
    const package::ManifestTier& described = manifest.tiers.front();
    const custody::SealedTier tier = sealedTierOf(manifest, described);
    report.threshold = described.threshold;
    report.rightsMs = millisecondsSince(clock, begun);

    // While the gateway writes the capability.
    const NodeHandshakes handshakes(session, tier.nodeSet.nodes, stop);

    const rights::AccountId account = actingAccount(session, link.contentId);
    std::optional<crypto::HybridSigningKey> hybridDevice;
    if (tier.nodeSet.suite == crypto::kSuiteHybrid) {
        // A lender's word about this device is the lender's to give.
        if (account == session.identity->accountId())
            KEYREEL_CHECK(ensureDeviceRegistered(session, stop, crypto::kSuiteHybrid));
        KEYREEL_TRY(hybridDevice, session.identity->deviceKeys());
    }
    step("capability");
    const auto capabilityBegun = clock.elapsed();
    KEYREEL_TRY(const crypto::SealingKey ephemeral, crypto::SealingKey::generate(tier.nodeSet.suite));
    gateway::CapabilityRequest wish;
    wish.account = account;
    wish.contentId = link.contentId;
    wish.tier = tier.tier;
    wish.purpose = purpose;
    wish.ephemeralKey = ephemeral.publicKey();
    KEYREEL_TRY(const Bytes capability, session.gateway->requestCapability(wish, stop));
    report.capabilityMs = millisecondsSince(clock, capabilityBegun);

    step("shares");
    const auto sharesBegun = clock.elapsed();
    std::vector<custody::NodeReport> nodes;
    NodeTransport transport(session);
    auto recovered = custody::recover(
        {session.identity->deviceKey(), ephemeral, capability, tier, hybridDevice ? &*hybridDevice : nullptr},
        std::ref(transport), clock, {}, stop, &nodes);
    fillNodes(report, nodes, described.nodes);
    report.suite = tier.nodeSet.suite;
    report.gatewayKeyAgreement = session.gateway->keyAgreement();
    for (NodeOutcome& node : report.nodes)
        if (const auto client = session.nodes->at(node.url); client)
            node.keyAgreement = client->keyAgreement();
    report.sharesMs = millisecondsSince(clock, sharesBegun);
    // On the connections that have just brought the shares: beside them it would cost as many handshakes
    // again.
    std::stop_source enough;
    const std::stop_callback stopped(stop, [&] { enough.request_stop(); });
    auto comparison = std::async(std::launch::async, [&] {
        return compareWitnesses(session, tier.nodeSet.nodes, enough.get_token(), stop, transport.witnesses());
    });
    // A node that says nothing keeps nobody waiting; one that was shown another log stops the opening.
    if (comparison.wait_for(kWitnessPatience) != std::future_status::ready) enough.request_stop();
    const auto witnesses = comparison.get();
    report.totalMs = millisecondsSince(clock, begun);
    if (!witnesses) {
        audit::Fields fields = recordOf(link, report);
        fields["code"] = witnesses.error().code;
        KEYREEL_CHECK(session.audit->append("open_refused", fields));
        return tl::unexpected<Error>(witnesses.error());
    }
    if (!recovered) {
        audit::Fields fields = recordOf(link, report);
        fields["code"] = recovered.error().code;
        KEYREEL_CHECK(session.audit->append("open_refused", fields));
        return tl::unexpected<Error>(std::move(recovered).error());
    }
    for (std::size_t i = 0; i < report.nodes.size() && i < witnesses->size(); ++i)
        report.nodes[i].witness = (*witnesses)[i].view;
    crypto::Digest proofId{};
    KEYREEL_CHECK(
        recordOpening({session, link, account, record, tier, capability, shown.bytes, nodes, *witnesses},
                      purpose == rights::kPurposePlay ? "film_opened" : "lease_taken", recordOf(link, report),
                      report.proof, proofId));
    return FilmKey{std::move(manifest), std::move(recovered->secret), proofId};
}

std::vector<package::ManifestTrack> playedTracks(const package::Manifest& manifest, std::uint32_t maxHeight) {
    const auto isVideo = [](const package::ManifestTrack& track) {
        return track.kind == package::ManifestTrack::Kind::Video;
    };
    const auto fits = [&](const package::ManifestTrack& track) {
        return maxHeight == 0 || track.height <= maxHeight;
    };
    const package::ManifestTrack* picture = nullptr;
    for (const auto& track : manifest.tracks) {
        if (!isVideo(track)) continue;
        const bool better = picture == nullptr || (fits(track) && !fits(*picture)) ||
                            (fits(track) == fits(*picture) &&
                             (fits(track) ? track.height > picture->height : track.height < picture->height));
        if (better) picture = &track;
    }
    std::vector<package::ManifestTrack> played;
    for (const auto& track : manifest.tracks)
        if (!isVideo(track) || &track == picture) played.push_back(track);
    return played;
}

Result<OpenedFilm> assembleFilm(package::Manifest manifest, const custody::AssetSecret& secret,
                                const TrackFetch& fetch, const FileFetch& texts, std::uint32_t maxHeight,
                                bool withLadder) {
    OpenedFilm film;
    film.manifest = std::move(manifest);
    const auto played = playedTracks(film.manifest, maxHeight);
    std::vector<package::ManifestTrack> rungs;
    for (const auto& track : played)
        if (withLadder && track.kind == package::ManifestTrack::Kind::Video)
            rungs = rungsBeside(film.manifest, track);
    auto keys = std::make_shared<cenc::KeyRing>();
    for (const auto* tracks : {&played, &std::as_const(rungs)})
        for (const auto& track : *tracks)
            KEYREEL_CHECK(keys->add(track.keyId, secret.contentKey(film.manifest.contentId, track.keyId)));
    if (rungs.size() > 1)
        film.ladder =
            std::make_shared<PictureLadder>(std::move(rungs), fetch, keys, std::make_shared<SystemClock>());
    std::vector<std::shared_ptr<VerifiedSource>> sources;
    for (const auto& track : played) {
        if (film.ladder && track.kind == package::ManifestTrack::Kind::Video) {
            film.tracks.push_back({track.kind, track.label, track.language,
                                   clearOf(*film.ladder, track.label), film.ladder->aside()});
            continue;
        }
        KEYREEL_TRY(OpenedTrack opened, openTrack(track, fetch(track), keys, sources));
        film.tracks.push_back(std::move(opened));
    }
    if (texts)
        for (const auto& text : film.manifest.texts)
            film.texts.push_back(openText(text, texts(text.file)));
    film.faults = [sources, ladder = film.ladder] {
        std::vector<PartFault> faults = ladder ? ladder->faults() : std::vector<PartFault>();
        for (const auto& source : sources)
            for (auto& fault : source->faults())
                faults.push_back(std::move(fault));
        return faults;
    };
    film.interrupt = [sources, ladder = film.ladder] {
        if (ladder) ladder->interrupt();
        for (const auto& source : sources)
            source->interrupt();
    };
    return film;
}

Result<OpenedFilm> openFilm(const Session& session, const Link& link, std::stop_token stop,
                            const OpenSink& sink, OpenReport* reportOut) {
    OpenReport own;
    OpenReport& report = reportOut != nullptr ? *reportOut : own;
    const auto begun = session.clock->elapsed();
    KEYREEL_TRY(FilmKey key, recoverFilmKey(session, link, rights::kPurposePlay, stop, sink, report));
    if (sink) sink("parts", report);
    KEYREEL_TRY(
        OpenedFilm film,
        assembleFilm(
            std::move(key.manifest), key.secret,
            [&](const package::ManifestTrack& track) { return fetchBlob(session.gateway, track.file.cid); },
            [&](const package::ManifestFile& file) { return fetchBlob(session.gateway, file.cid); },
            session.maxHeight, session.adapts));
    report.totalMs = millisecondsSince(*session.clock, begun);
    film.report = report;
    if (sink) sink("done", report);
    return film;
}

}  // namespace keyreel::studio
