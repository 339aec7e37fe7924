#include "core/studio/lease.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/content/cid.h"
#include "core/crypto/aes_gcm.h"
#include "core/crypto/hash.h"
#include "core/crypto/hkdf.h"
#include "core/crypto/random.h"
#include "core/rights/offline.h"
#include "core/studio/film_key.h"
#include "core/studio/kept_proofs.h"
#include "core/studio/release_proof.h"
#include "core/studio/sealed_tier.h"

namespace keyreel::studio {
namespace {

constexpr std::string_view kDomain = "keyreel/lease/v1";
constexpr const char* kFloorPrefix = "clock-floor/";
/// One for all films, as it was kept once; still counts for a film that has none of its own.
constexpr const char* kCommonFloor = "clock-floor";
constexpr const char* kRecordPrefix = "lease/";
constexpr std::int64_t kLatest = std::int64_t{1} << 40;
constexpr std::size_t kMaxLink = 512;
constexpr std::size_t kSealedSecret = custody::kAssetSecretSize + 16;
constexpr std::uint64_t kPiece = 4U << 20;
constexpr std::uint64_t kMaxProofFile = kMaxReleaseProof + package::kMaxManifestBytes + 4;

std::string recordName(const ContentId& contentId) {
    return kRecordPrefix + toHex(contentId);
}

std::filesystem::path folderOf(const Session& session, const ContentId& contentId) {
    return session.places.profile / "offline" / toHex(contentId);
}

/// The maker's own digests name each file, so that no name from elsewhere becomes a path.
std::filesystem::path trackFile(const std::filesystem::path& folder, const package::ManifestTrack& track) {
    crypto::Sha256 parts;
    parts.update(track.initDigest);
    for (const package::ManifestSegment& segment : track.segments)
        parts.update(segment.digest);
    return folder / (toHex(parts.finish()) + ".mp4");
}

tl::unexpected<Error> locked() {
    return fail("vault_locked", "Keyreel is locked, so no lease can be used.", "Unlock it, then try again.");
}

tl::unexpected<Error> damaged(const std::string& what) {
    return fail("lease_damaged", "The offline lease is damaged: " + what,
                "Take it anew while you are connected.");
}

/// Bound to this device: the seed of its key never leaves the keyring and memory.
SecretBytes deviceSealKey(const Session& session, const ContentId& contentId) {
    return crypto::hkdfSha256(session.identity->deviceKey().seed(), contentId,
                              asBytes("keyreel/lease-seal/v1"), 32);
}

Bytes sealContext(const ContentId& contentId, const LeaseRecord& record) {
    ByteWriter out;
    out.text(kDomain);
    out.bytes(contentId);
    out.u64(static_cast<std::uint64_t>(record.issued));
    out.u64(static_cast<std::uint64_t>(record.until));
    out.bytes(record.proofId);
    return out.take();
}

std::string floorName(const ContentId& contentId) {
    return kFloorPrefix + toHex(contentId);
}

/// Each film has its own: the nodes of one film, which may be anybody's, say nothing about another's time.
Result<ClockFloor> floorOf(const Session& session, const ContentId& contentId) {
    for (const std::string& name : {floorName(contentId), std::string(kCommonFloor)}) {
        const auto kept = session.identity->vault().record(name);
        if (kept) return decodeClockFloor(kept->view());
        if (kept.error().code != "record_missing") return tl::unexpected<Error>(kept.error());
    }
    return ClockFloor{};
}

Status raiseFloor(const Session& session, const ContentId& contentId, const ClockFloor& floor,
                  std::int64_t time, const BootTime& boot) {
    return session.identity->vault().putRecord(
        floorName(contentId), SecretBytes::copyOf(encodeClockFloor(floor.raised(time, boot))));
}

/// The clock that is seen while one film opens counts for all that are kept.
Status raiseFloors(const Session& session, const BootTime& boot) {
    for (const std::string& name : session.identity->vault().recordNames()) {
        if (name.rfind(kRecordPrefix, 0) != 0) continue;
        const auto contentId = fromHexExact<16>(std::string_view(name).substr(std::strlen(kRecordPrefix)));
        if (!contentId) continue;
        // A damaged one keeps its own film closed and no other.
        if (const auto floor = floorOf(session, *contentId))
            KEYREEL_CHECK(raiseFloor(session, *contentId, *floor, session.clock->now(), boot));
    }
    return {};
}

Result<LeaseRecord> recordOf(const Session& session, const ContentId& contentId) {
    const auto kept = session.identity->vault().record(recordName(contentId));
    if (!kept && kept.error().code == "record_missing")
        return fail("lease_missing", "This film is not kept for watching offline.",
                    "Take a lease while you are connected: keyreel-cli lease take LINK");
    if (!kept) return tl::unexpected<Error>(kept.error());
    return decodeLeaseRecord(kept->view());
}

/// A part of a track on its way to `file`, held to the digest that its maker signed.
Status downloadPart(const Session& session, const package::ManifestTrack& track, File& file,
                    std::uint64_t offset, std::uint64_t size, const crypto::Digest& expected,
                    const std::function<void(std::uint64_t)>& arrived, const std::stop_token& stop) {
    crypto::Sha256 digest;
    for (std::uint64_t end = offset + size; offset < end;) {
        if (stop.stop_requested()) return cancelled("Downloading the film");
        const std::uint64_t piece = std::min(kPiece, end - offset);
        KEYREEL_TRY(const Bytes bytes, session.gateway->blobRange(track.file.cid, offset, piece, stop));
        if (bytes.size() != piece)
            return fail("bad_response", "The gateway sent fewer bytes than it was asked for.");
        digest.update(bytes);
        KEYREEL_CHECK(file.writeAt(offset, bytes));
        offset += piece;
        arrived(piece);
    }
    if (digest.finish() != expected)
        return fail("part_changed", "The film that the gateway sent is not the one that its maker signed.",
                    "Try again; if it stays, tell the maker of the film.");
    return {};
}

/// Downloads what is not there yet, as it lies at the gateway; whole files only, under their digests' name.
Status download(const Session& session, const package::ManifestTrack& track,
                const std::filesystem::path& path, std::uint64_t& done, std::uint64_t total,
                const ProgressSink& progress, const std::stop_token& stop) {
    std::error_code error;
    if (std::filesystem::file_size(path, error) == track.file.size && !error) {
        done += track.file.size;
        return {};
    }
    const std::filesystem::path part = path.string() + ".part";
    KEYREEL_TRY(File file, File::create(part));
    const auto arrived = [&](std::uint64_t bytes) {
        done += bytes;
        if (progress) progress({done, total});
    };
    KEYREEL_CHECK(downloadPart(session, track, file, 0, track.initSize, track.initDigest, arrived, stop));
    for (const package::ManifestSegment& segment : track.segments)
        KEYREEL_CHECK(
            downloadPart(session, track, file, segment.offset, segment.size, segment.digest, arrived, stop));
    KEYREEL_CHECK(file.sync());
    std::filesystem::rename(part, path, error);
    if (error) return fail("file_unwritable", path.string() + " cannot be written: " + error.message() + ".");
    return syncFolder(path.parent_path());
}

RangeFetch fetchFile(std::filesystem::path path) {
    return
        [path = std::move(path)](std::uint64_t offset, MutableBytes out, const std::stop_token&) -> Status {
            KEYREEL_TRY(const File file, File::openForReading(path));
            return file.readAt(offset, out);
        };
}

/// The signed words that a lease rests on, checked again every time.
Result<VerifiedRelease> verifyLease(const Session& session, const ContentId& contentId,
                                    const LeaseRecord& record) {
    KEYREEL_TRY(const Bytes file, readFile(folderOf(session, contentId) / "lease.proof", kMaxProofFile));
    KEYREEL_TRY(VerifiedRelease release, verifyReleaseProof(file));
    if (release.id != record.proofId || release.proof.contentId != contentId)
        return damaged("its proof is another's.");
    if (release.device != session.identity->deviceId()) return damaged("it was given to another device.");
    if (release.leaseUntil == 0 || release.leaseUntil != record.until)
        return damaged("its nodes did not sign this end.");
    return release;
}

/// What this computer heard before the network went away counts.
Status checkRevocations(const Session& session, const VerifiedRelease& release) {
    std::shared_ptr<RightsView> view = session.rights;
    if (session.network.logKey != release.proof.logKey) {
        const std::string name = "rights-" + toHex(release.proof.logKey).substr(0, 16) + ".db";
        KEYREEL_TRY(view, RightsView::open(session.places.profile / name, release.proof.logKey,
                                           *session.clock, session.audit));
    }
    const rights::Replica& replica = view->replica();
    if (replica.deviceRevoked(release.account, release.device))
        return fail("device_revoked", "This device was revoked.",
                    "Register it anew with the account's phrase.");
    if (replica.asset(release.proof.contentId) &&
        !replica.hasAccess(release.account, release.proof.contentId))
        return fail("no_access", "The account has no access to this film any more.",
                    "Ask its creator for access.");
    return {};
}

std::string daysText(std::int64_t seconds) {
    const std::int64_t days = seconds / rights::kOfflineDay;
    return days == 0 ? "less than a day" : std::to_string(days) + (days == 1 ? " day" : " days");
}

tl::unexpected<Error> ended(const VerifiedRelease& release, std::int64_t now) {
    return fail("lease_ended",
                "The offline lease of '" + release.manifest.title + "' ended " +
                    daysText(now - release.leaseUntil) + " ago.",
                "Connect to the network and renew it: keyreel-cli lease take LINK");
}

}  // namespace

Bytes encodeLeaseRecord(const LeaseRecord& record) {
    ByteWriter out;
    out.text(kDomain);
    out.u64(static_cast<std::uint64_t>(record.issued));
    out.u64(static_cast<std::uint64_t>(record.until));
    out.bytes(record.proofId);
    out.bytes(record.nonce);
    out.bytes(record.sealed);
    out.u16(static_cast<std::uint16_t>(record.link.size()));
    out.text(record.link);
    return out.take();
}

Result<LeaseRecord> decodeLeaseRecord(ByteView bytes) {
    ByteReader in(bytes);
    const bool named = asText(in.bytes(kDomain.size())) == kDomain;
    const std::uint64_t issued = in.u64();
    const std::uint64_t until = in.u64();
    const ByteView proofId = in.bytes(32);
    LeaseRecord record;
    record.nonce = toBytes(in.bytes(12));
    record.sealed = toBytes(in.bytes(kSealedSecret));
    const std::uint16_t size = in.u16();
    record.link = std::string(asText(in.bytes(size)));
    if (!named || in.failed() || !in.atEnd() || size > kMaxLink || issued > kLatest || until > kLatest)
        return damaged("its record has another form.");
    record.issued = static_cast<std::int64_t>(issued);
    record.until = static_cast<std::int64_t>(until);
    std::copy(proofId.begin(), proofId.end(), record.proofId.begin());
    return record;
}

Result<Lease> keepLease(const Session& session, const Link& link, const custody::AssetSecret& secret,
                        ByteView proof) {
    if (!session.identity->isOpen()) return locked();
    KEYREEL_TRY(const VerifiedRelease release, verifyReleaseProof(proof));
    if (release.proof.contentId != link.contentId) return damaged("its proof is another film's.");
    LeaseRecord record;
    record.link = link.text();
    record.issued = release.proof.opened;
    record.until = release.leaseUntil;
    record.proofId = release.id;
    if (record.until == 0) return damaged("the key nodes gave none.");
    const auto nonce = crypto::randomArray<12>();
    record.nonce = toBytes(nonce);
    record.sealed = crypto::aes256GcmSeal(deviceSealKey(session, link.contentId).view(), nonce,
                                          sealContext(link.contentId, record), secret.bytes().view());
    const auto folder = folderOf(session, link.contentId);
    KEYREEL_CHECK(makePrivateFolder(folder));
    KEYREEL_CHECK(writeFileAtomically(folder / "lease.proof", proof));
    // First the lease, then its time: an older lease never meets a floor that other nodes have set.
    KEYREEL_CHECK(session.identity->vault().putRecord(recordName(link.contentId),
                                                      SecretBytes::copyOf(encodeLeaseRecord(record))));
    // The nodes have just signed what time it is: a clock that once was wrong does not cost a later lease.
    std::int64_t time = 0;
    for (const VerifiedNode& node : release.nodes)
        if (node.released) time = std::max(time, node.answered);
    KEYREEL_CHECK(raiseFloor(session, link.contentId, {}, time, bootTime()));
    return Lease{record.link, release.manifest.title, record.issued, record.until, false};
}

Result<Lease> takeLease(const Session& session, const Link& link, const ProgressSink& progress,
                        std::stop_token stop) {
    if (!session.identity->isOpen()) return locked();
    OpenReport report;
    KEYREEL_TRY(const FilmKey key, recoverFilmKey(session, link, rights::kPurposeOffline, stop, {}, report));
    KEYREEL_TRY(const Bytes proof, KeptProofs(session.places).joined(report.proof));
    const auto folder = folderOf(session, link.contentId);
    KEYREEL_CHECK(makePrivateFolder(folder));
    // The highest picture alone: what openLeased() plays.
    const auto kept = playedTracks(key.manifest, 0);
    std::uint64_t total = 0;
    for (const auto& track : kept)
        total += track.file.size;
    std::uint64_t done = 0;
    for (const auto& track : kept)
        KEYREEL_CHECK(download(session, track, trackFile(folder, track), done, total, progress, stop));
    return keepLease(session, link, key.secret, proof);
}

Result<OpenedFilm> openLeased(const Session& session, const Link& link, const BootTime& boot) {
    if (!session.identity->isOpen()) return locked();
    KEYREEL_TRY(const LeaseRecord record, recordOf(session, link.contentId));
    KEYREEL_TRY(VerifiedRelease release, verifyLease(session, link.contentId, record));
    KEYREEL_CHECK(checkRevocations(session, release));
    KEYREEL_TRY(const ClockFloor floor, floorOf(session, link.contentId));
    const std::int64_t now = floor.now(session.clock->now(), boot);
    KEYREEL_CHECK(raiseFloors(session, boot));
    audit::Fields fields{
        {"content", toHex(link.contentId)}, {"proof", toHex(release.id)}, {"until", record.until}};
    if (now > record.until) {
        fields["code"] = "lease_ended";
        KEYREEL_CHECK(session.audit->append("open_refused", fields));
        return ended(release, now);
    }
    auto opened = crypto::aes256GcmOpen(deviceSealKey(session, link.contentId).view(), record.nonce,
                                        sealContext(link.contentId, record), record.sealed);
    if (!opened) return damaged("it does not open with this device's key.");
    KEYREEL_TRY(const custody::AssetSecret secret, custody::AssetSecret::restore(std::move(*opened)));
    for (const auto& tier : release.manifest.tiers)
        if (tier.name == release.proof.tier &&
            secret.commitment(link.contentId, tier.name) != tier.secretCommitment)
            return damaged("its key is not the film's.");
    KEYREEL_CHECK(session.audit->append("film_opened_offline", fields));
    const auto folder = folderOf(session, link.contentId);
    return assembleFilm(std::move(release.manifest), secret, [&](const package::ManifestTrack& track) {
        return fetchFile(trackFile(folder, track));
    });
}

Result<std::vector<Lease>> leasesOf(const Session& session, const BootTime& boot) {
    if (!session.identity->isOpen()) return locked();
    std::vector<Lease> leases;
    for (const std::string& name : session.identity->vault().recordNames()) {
        if (name.rfind(kRecordPrefix, 0) != 0) continue;
        // One that nobody can read any more does not hide the others.
        const auto kept = session.identity->vault().record(name);
        const auto record =
            kept ? decodeLeaseRecord(kept->view()) : Result<LeaseRecord>(tl::unexpected(kept.error()));
        const auto link = record ? Link::parse(record->link) : Result<Link>(tl::unexpected(record.error()));
        if (!link) {
            log(LogLevel::Warning, "studio", "An offline lease cannot be read: " + link.error().what);
            continue;
        }
        const auto floor = floorOf(session, link->contentId);
        const std::int64_t now = floor ? floor->now(session.clock->now(), boot) : record->until + 1;
        Lease lease{record->link, {}, record->issued, record->until, now > record->until};
        // One that is damaged is still there, to be dropped.
        if (const auto release = verifyLease(session, link->contentId, *record))
            lease.title = release->manifest.title;
        leases.push_back(std::move(lease));
    }
    std::sort(leases.begin(), leases.end(), [](const Lease& a, const Lease& b) { return a.title < b.title; });
    return leases;
}

Status dropLease(const Session& session, const Link& link) {
    if (!session.identity->isOpen()) return locked();
    KEYREEL_CHECK(recordOf(session, link.contentId));
    KEYREEL_CHECK(session.identity->vault().removeRecord(recordName(link.contentId)));
    if (const Status forgotten = session.identity->vault().removeRecord(floorName(link.contentId));
        !forgotten && forgotten.error().code != "record_missing")
        return forgotten;
    std::error_code error;
    std::filesystem::remove_all(folderOf(session, link.contentId), error);
    if (error) return fail("file_unwritable", "The files of the lease stay: " + error.message() + ".");
    return {};
}

}  // namespace keyreel::studio
