#include "core/studio/publish_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/content/cid.h"
#include "core/crypto/random.h"
#include "core/custody/asset_secret.h"
#include "core/identity/names.h"
#include "core/media/image.h"
#include "core/media/ladder_sizes.h"
#include "core/media/workshop.h"
#include "core/package/manifest.h"
#include "core/package/manifest_preview.h"
#include "core/package/package_film.h"
#include "core/studio/catalogue_entry.h"
#include "core/studio/disk_room.h"
#include "core/studio/free_preview.h"
#include "core/studio/library.h"
#include "core/studio/manifest_access.h"
#include "core/studio/mint_statement.h"
#include "core/studio/part_poster.h"
#include "core/studio/sealed_tier.h"

namespace keyreel::studio {
namespace {

constexpr std::string_view kTier = "main";
constexpr std::chrono::milliseconds kReportEvery{100};
/// Parts of each track that are fetched back and compared before a film is called published.
constexpr std::size_t kCheckedParts = 10;

class PublishRun {
public:
    PublishRun(const Session& session, std::filesystem::path folder, PublishJournal& journal, JobBrake& brake,
               const JobSink& sink)
        : m_session(session),
          m_folder(std::move(folder)),
          m_journal(journal),
          m_brake(brake),
          m_stop(brake.token()),
          m_sink(sink) {}

    Result<std::string> run() {
        if (m_journal.report.published()) return m_journal.report.link;
        m_journal.report.error.reset();
        // The asset secret is only in memory: encrypting without splitting the key is lost work after a
        // restart.
        if (!done(Stage::SplitKeys))
            reset(Stage::Encrypt);
        else
            KEYREEL_CHECK(checkNetwork());
        using Step = Status (PublishRun::*)();
        const std::array<std::pair<Stage, Step>, kStages> steps{{{Stage::Analyze, &PublishRun::analyze},
                                                                 {Stage::Encrypt, &PublishRun::encrypt},
                                                                 {Stage::SplitKeys, &PublishRun::splitKeys},
                                                                 {Stage::Upload, &PublishRun::upload},
                                                                 {Stage::Mint, &PublishRun::mint},
                                                                 {Stage::Check, &PublishRun::check}}};
        for (const auto& [stage, step] : steps) {
            if (done(stage)) continue;
            KEYREEL_CHECK(runStage(stage, step));
        }
        return m_journal.report.link;
    }

private:
    [[nodiscard]] StageReport& row(Stage stage) {
        return m_journal.report.stages[static_cast<std::size_t>(stage) - 1];
    }
    [[nodiscard]] bool done(Stage stage) { return row(stage).status == StageStatus::Done; }
    void reset(Stage stage) {
        row(stage).status = StageStatus::NotBegun;
        row(stage).progress = {};
    }

    Status checkNetwork() {
        Status same = m_journal.checkNetwork(m_session.places, m_session.network);
        if (same) return same;
        m_journal.report.error = same.error();
        KEYREEL_CHECK(m_journal.save(m_folder));
        tell();
        return same;
    }

    void tell() {
        if (m_sink) m_sink(m_journal.report);
    }

    Status runStage(Stage stage, Status (PublishRun::*step)()) {
        m_stage = stage;
        // What is made here is lost with the secret, which nothing but these two stages holds.
        m_brake.enter(stage == Stage::Encrypt || stage == Stage::SplitKeys);
        row(stage).status = StageStatus::Running;
        m_begun = std::chrono::steady_clock::now();
        m_secondsBefore = row(stage).seconds;
        tell();
        Status outcome = m_stop.stop_requested() ? cancelled("Publishing") : (this->*step)();
        row(stage).seconds = m_secondsBefore + secondsSince(m_begun);
        if (outcome) {
            row(stage).status = StageStatus::Done;
            if (stage == Stage::Check) m_journal.report.link = m_link;
        } else {
            row(stage).status =
                outcome.error().code == "cancelled" ? StageStatus::Stopped : StageStatus::Failed;
            m_journal.report.error = outcome.error();
        }
        // What is done is on the disk before the next stage begins.
        const Status saved = m_journal.save(m_folder);
        tell();
        if (outcome && saved && stage == Stage::Check) dropWorkingFiles();
        return outcome ? saved : outcome;
    }

    static double secondsSince(std::chrono::steady_clock::time_point begun) {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }

    ProgressSink progress(std::uint64_t before = 0, std::uint64_t total = 0) {
        return [this, before, total](const Progress& part) {
            StageReport& stage = row(m_stage);
            stage.progress = {before + part.done, total != 0 ? total : part.total};
            stage.seconds = m_secondsBefore + secondsSince(m_begun);
            m_begun += std::chrono::duration_cast<std::chrono::steady_clock::duration>(m_brake.wait());
            const auto now = std::chrono::steady_clock::now();
            if (now - m_lastTold < kReportEvery) return;
            m_lastTold = now;
            tell();
        };
    }

    // --- Analyze: what is it, its poster, and what everyone may see of it.

    Status analyze() {
        const PublishRequest& request = m_journal.report.request;
        // It goes into the manifest and the catalogue; identities of before could have longer ones.
        KEYREEL_CHECK(identity::checkName(m_session.identity->displayName(), "Your name"));
        const media::Workshop& workshop = *m_session.workshop;
        KEYREEL_TRY(const media::MediaInfo info, workshop.probe(request.film, m_stop));
        const media::FilmPart& part = request.part;
        const double end = part.to > 0 ? std::min(part.to, info.durationSeconds) : info.durationSeconds;
        m_journal.report.filmSeconds = end - part.from;
        if (!request.chapters) m_journal.report.request.chapters = info.chapters;
        const auto ownPicture = [&]() {
            if (part.isWhole()) return workshop.posterFrame(request.film, kCoverSide, m_stop);
            return workshop.frameAt(request.film, posterPlace(part, info.durationSeconds), kCoverSide,
                                    m_stop);
        };
        KEYREEL_TRY(const media::Image picture,
                    request.cover ? workshop.readImage(*request.cover, kCoverSide, kCoverSide, m_stop)
                                  : ownPicture());
        KEYREEL_TRY(const media::Image fitted, media::scaledToFit(picture, kCoverSide, kCoverSide));
        KEYREEL_TRY(const Bytes jpeg, media::encodeJpeg(fitted));
        const auto path = m_folder / "cover.jpg";
        KEYREEL_CHECK(writeFileAtomically(path, jpeg));
        m_journal.report.cover = path;
        if (!request.preview) return {};
        KEYREEL_TRY(const Bytes clip, makePreview(workshop, request.film, info, *request.preview, m_stop));
        return writeFileAtomically(m_folder / package::previewName(request.preview->seconds), clip);
    }

    /// A document of the film, in the job's folder.
    Status addPreview(std::vector<PublishedFile>& files, package::Manifest& manifest) {
        package::ManifestFile file;
        file.name = package::previewName(m_journal.report.request.preview->seconds);
        KEYREEL_TRY(const Bytes clip, readFile(m_folder / file.name, package::kMaxPreviewBytes));
        file.size = clip.size();
        file.digest = crypto::sha256(clip);
        KEYREEL_CHECK(addFile(files, m_folder, file));
        manifest.documents.push_back(std::move(file));
        return {};
    }

    // --- Encrypt: one pass into protected CMAF; the secret exists from here to the end of SplitKeys, in
    // memory only.

    Status encrypt() {
        KEYREEL_CHECK(checkRoomForPackage());
        // Text is packaged in the clear. Of a film that anyone may open it tells the gateway nothing that it
        // could not open itself; what is said in any other film is not the gateway's to read.
        m_withTexts = m_journal.report.request.access == Access::Free;
        Status encrypted = encryptAs({});
        // A film whose subtitles cannot be read is the film all the same.
        if (!encrypted && isAboutText(encrypted.error())) {
            m_withTexts = false;
            encrypted = encryptAs({});
        }
        if (encrypted || !isUnfitToCarry(encrypted.error())) return encrypted;
        // Under new keys: nothing is ever encrypted twice under one.
        media::ReaderOptions reader;
        reader.transcodeVideo = reader.transcodeAudio = true;
        return encryptAs(reader);
    }

    [[nodiscard]] std::filesystem::path dropPackage() const {
        const auto folder = m_folder / "package";
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        return folder;
    }

    Status checkRoomForPackage() {
        (void)dropPackage();
        const PublishRequest& request = m_journal.report.request;
        KEYREEL_TRY(media::MediaInfo info, m_session.workshop->probe(request.film, m_stop));
        if (!request.part.isWhole())
            media::keepPart(info, request.part.from,
                            request.part.to > 0 ? request.part.to : info.durationSeconds);
        const auto size = media::estimateFilm(info, request.ladder, request.keepSource).total();
        return checkRoom(m_session.places.jobs(), size.likely);
    }

    /// What the middle of a transport stream can show that its beginning did not: carried it would tear
    /// picture and sound apart, decoded and encoded anew it does not.
    static bool isUnfitToCarry(const Error& error) {
        return error.code == "media_times_missing" || error.code == "media_discontinuous" ||
               error.code == "media_changes_coding";
    }

    /// Reading text may also take longer than the film's worker may.
    static bool isAboutText(const Error& error) {
        return error.code.rfind("text_", 0) == 0 || error.code == "media_worker_timeout";
    }

    Status encryptAs(const media::ReaderOptions& reader) {
        const auto folder = dropPackage();
        m_journal.contentId = crypto::randomArray<16>();
        m_journal.files.clear();
        m_journal.uploads.clear();
        m_journal.gatewayUrl = m_session.network.gatewayUrl;
        m_journal.logKey = m_session.network.logKey;
        m_secret.emplace(custody::AssetSecret::generate());
        KEYREEL_TRY(const custody::NodeSet nodeSet,
                    nodeSetFor(m_journal.report.request.holders, m_session.network,
                               m_journal.report.request.offer.suite));
        if (nodeSet.suite == crypto::kSuiteHybrid) KEYREEL_CHECK(checkGatewaySuite());

        cenc::KeyreelPssh header;
        header.suite = "kr" + std::to_string(nodeSet.suite);
        header.contentId = m_journal.contentId;
        header.nodeSet = custody::nodeSetId(nodeSet);
        header.threshold = nodeSet.threshold;
        header.policyDigest = policyDigestOf(m_session, m_journal.report.request);

        package::PackageRequest request;
        request.source = m_journal.report.request.film;
        request.folder = folder;
        request.reader = reader;
        request.protectionHeader = header;
        request.workshop = m_session.workshop;
        request.embeddedText = m_withTexts;
        request.reader.ladder = m_journal.report.request.ladder;
        request.reader.keepSource = m_journal.report.request.keepSource;
        request.reader.part = m_journal.report.request.part;
        // One key for the pictures of a ladder: a player changes between them without asking for another.
        const bool ladder = !request.reader.ladder.empty();
        request.keyFor = [this, ladder](const package::KeyQuery& query) -> Result<package::TrackKey> {
            const custody::KeyId keyId =
                custody::keyIdOf(m_journal.contentId, query.video && ladder ? "video" : query.label);
            return package::TrackKey{keyId, m_secret->contentKey(m_journal.contentId, keyId)};
        };
        KEYREEL_TRY(package::Package made, package::packageFilm(request, m_stop, progress()));
        m_package.emplace(std::move(made));
        m_journal.report.remarks = m_package->remarks;
        m_journal.report.packageBytes = 0;
        for (const auto& file : m_package->files)
            m_journal.report.packageBytes += file.size;
        return {};
    }

    /// Not after hours of work: the record is signed by suite 2.
    Status checkGatewaySuite() {
        KEYREEL_TRY(const gateway::GatewayInfo info, m_session.gateway->info(m_stop));
        if (info.hasSuite2) return {};
        return fail("gateway_without_suite",
                    "The gateway " + info.name + " cannot check signatures of suite 2.",
                    "Publish at another gateway or without suite 2, or ask who runs it for OpenSSL 3.5.");
    }

    // --- SplitKeys: shares sealed to the nodes, and the manifest that binds everything, signed by the maker.

    Status splitKeys() {
        const PublishRequest& request = m_journal.report.request;
        KEYREEL_TRY(const custody::NodeSet nodeSet,
                    nodeSetFor(request.holders, m_session.network, request.offer.suite));
        const crypto::Digest policy = policyDigestOf(m_session, m_journal.report.request);
        KEYREEL_TRY(const custody::SealedTier tier,
                    custody::sealTier(*m_secret, m_journal.contentId, kTier, nodeSet, policy));
        KEYREEL_TRY(package::Manifest manifest, package::describePackage(*m_package, std::string(kTier)));
        manifest.contentId = m_journal.contentId;
        manifest.title = request.title;
        manifest.description = request.description;
        manifest.tags = request.tags;
        manifest.creatorName = m_session.identity->displayName();
        manifest.created = m_session.clock->now();
        setAccess(manifest, methodOf(request));
        manifest.policyDigest = policy;
        manifest.tiers.push_back(manifestTierOf(tier));
        manifest.chapters = media::chaptersOfPart(request.chapters.value_or(std::vector<media::Chapter>()),
                                                  std::llround(m_package->source.partBegin * 1000),
                                                  static_cast<std::int64_t>(manifest.durationMs));
        // As packaged the film may be a little shorter than its file said.
        std::erase_if(manifest.chapters,
                      [&](const auto& chapter) { return chapter.startMs >= manifest.durationMs; });

        std::vector<PublishedFile> files;
        for (auto& track : manifest.tracks)
            KEYREEL_CHECK(addFile(files, m_package->folder, track.file));
        for (auto& text : manifest.texts)
            KEYREEL_CHECK(addFile(files, m_package->folder, text.file));
        for (auto& document : manifest.documents)
            KEYREEL_CHECK(addFile(files, m_package->folder, document));
        if (request.preview) KEYREEL_CHECK(addPreview(files, manifest));
        KEYREEL_TRY(const Bytes cover, readFile(m_journal.report.cover, std::uint64_t{64} << 20));
        package::ManifestCover picture;
        picture.mediaType = "image/jpeg";
        picture.file.name = "cover.jpg";
        picture.file.size = cover.size();
        picture.file.digest = crypto::sha256(cover);
        KEYREEL_CHECK(addFile(files, m_folder, picture.file));
        manifest.cover = picture;

        KEYREEL_TRY(const Bytes bytes, package::signManifest(manifest, m_session.identity->accountKey()));
        // What a reader would refuse must not be found out after the mint.
        KEYREEL_CHECK(package::verifyManifest(bytes, m_session.identity->accountId()));
        const auto path = m_folder / "manifest.cose";
        KEYREEL_CHECK(writeFileAtomically(path, bytes));
        KEYREEL_TRY(const content::Cid cid, content::cidOfFile(path, m_stop));
        m_journal.manifestCid = cid.text();
        files.push_back({"manifest.cose", path, m_journal.manifestCid, bytes.size(), "application/cose"});
        m_journal.files = std::move(files);
        KEYREEL_CHECK(gateway::catalogueEntryFromJson(asBytes(gateway::toJson(catalogueEntryOf(manifest)))));
        m_secret.reset();
        m_package.reset();
        return {};
    }

    Status addFile(std::vector<PublishedFile>& files, const std::filesystem::path& folder,
                   package::ManifestFile& file) {
        const auto path = folder / file.name;
        KEYREEL_TRY(const content::Cid cid, content::cidOfFile(path, m_stop));
        file.cid = cid.text();
        files.push_back({file.name, path, file.cid, file.size, mediaTypeOf(file.name)});
        return {};
    }

    // --- Upload: resumable, each file where the gateway stopped.

    Status upload() {
        KEYREEL_CHECK(ensureDeviceRegistered(m_session, m_stop));
        std::uint64_t total = 0;
        for (const auto& file : m_journal.files)
            total += file.size;
        std::uint64_t before = 0;
        for (const auto& file : m_journal.files) {
            gateway::UploadRequest request;
            request.file = file.path;
            request.cid = file.cid;
            request.uploadUrl = m_journal.uploads[file.name];
            request.limit = m_session.uploadLimit;
            request.created = [&](const std::string& url) {
                m_journal.uploads[file.name] = url;
                (void)m_journal.save(m_folder);  // Losing it costs a fresh upload of this file, nothing else.
            };
            KEYREEL_CHECK(m_session.gateway->upload(request, m_stop, progress(before, total)));
            before += file.size;
        }
        row(Stage::Upload).progress = {total, total};
        return {};
    }

    // --- Mint: the signed record, the same bytes at every attempt.

    Status mint() {
        KEYREEL_TRY(const Bytes statement, mintStatement(m_session, m_journal, m_folder, m_stop));
        KEYREEL_CHECK(m_session.gateway->submitStatement(statement, m_stop));
        KEYREEL_CHECK(m_session.rights->sync(*m_session.gateway, m_stop));
        const auto record = m_session.rights->replica().asset(m_journal.contentId);
        if (!record || record->terms.manifestCid != m_journal.manifestCid)
            return fail("mint_missing", "The gateway took the film's record, but its log does not show it.",
                        "Try again. If it stays, this gateway is not to be trusted.");
        KEYREEL_TRY(const gateway::CatalogueEntry entry, catalogueEntry());
        return m_session.gateway->publishEntry(entry, m_stop);
    }

    /// As it was signed.
    Result<gateway::CatalogueEntry> catalogueEntry() const {
        KEYREEL_TRY(const Bytes bytes, readFile(m_folder / "manifest.cose", package::kMaxManifestBytes));
        KEYREEL_TRY(const package::Manifest manifest,
                    package::verifyManifest(bytes, m_session.identity->accountId()));
        return catalogueEntryOf(manifest);
    }

    // --- Check: "published" is said only after the gateway has served the parts back.

    Status check() {
        KEYREEL_TRY(const Bytes served, m_session.gateway->manifest(m_journal.contentId, m_stop));
        KEYREEL_TRY(const package::Manifest manifest,
                    package::verifyManifest(served, m_session.identity->accountId()));
        if (manifest.contentId != m_journal.contentId)
            return fail("check_failed",
                        "The gateway serves another manifest than the one that was published.",
                        "Try again. If it stays, this gateway is not to be trusted.");
        for (const auto& file : m_journal.files) {
            KEYREEL_TRY(const auto size, m_session.gateway->blobSize(file.cid, m_stop));
            if (!size || *size != file.size)
                return fail("check_failed", "The gateway does not serve all of " + file.name + ".",
                            "Try again.");
        }
        // Everyone else reads it without a key, so it is read back whole.
        if (package::previewOf(manifest)) KEYREEL_CHECK(fetchPreview(m_session, manifest, m_stop));
        const std::uint64_t total = manifest.tracks.size() * (kCheckedParts + 1);
        std::uint64_t checked = 0;
        for (const auto& track : manifest.tracks) {
            KEYREEL_CHECK(checkPart(track, 0, track.initSize, track.initDigest));
            const std::size_t step = std::max<std::size_t>(1, track.segments.size() / kCheckedParts);
            for (std::size_t i = 0; i < track.segments.size(); i += step) {
                const auto& part = track.segments[i];
                KEYREEL_CHECK(checkPart(track, part.offset, part.size, part.digest));
                progress()(Progress{++checked, std::max(total, checked)});
            }
        }
        return finish(manifest);
    }

    Status checkPart(const package::ManifestTrack& track, std::uint64_t offset, std::uint64_t size,
                     const crypto::Digest& digest) {
        KEYREEL_TRY(const Bytes part, m_session.gateway->blobRange(track.file.cid, offset, size, m_stop));
        if (crypto::sha256(part) == digest) return {};
        return fail("check_failed", "The gateway served a changed part of " + track.file.name + ".",
                    "Try again. If it stays, this gateway is not to be trusted.");
    }

    Status finish(const package::Manifest& manifest) {
        KEYREEL_TRY(const Link link, Link::of(m_session.network.gatewayUrl, m_journal.contentId));
        KEYREEL_CHECK(makePrivateFolder(m_session.places.covers()));
        const auto cover = m_session.places.covers() / (toHex(m_journal.contentId) + ".jpg");
        KEYREEL_TRY(const Bytes picture, readFile(m_journal.report.cover, std::uint64_t{64} << 20));
        KEYREEL_CHECK(writeFileAtomically(cover, picture));
        LibraryEntry entry;
        entry.link = link.text();
        entry.title = manifest.title;
        entry.description = manifest.description;
        entry.tags = manifest.tags;
        entry.creatorName = manifest.creatorName;
        entry.role = Role::Mine;
        entry.durationMs = manifest.durationMs;
        for (const auto& track : manifest.tracks)
            entry.height = std::max(entry.height, track.height);
        entry.cover = cover;
        entry.added = m_session.clock->now();
        // The film is published, whatever has become of the list of films on this computer.
        if (const Status kept = Library(m_session.places).put(std::move(entry)); !kept)
            log(LogLevel::Warning, "publish",
                "The published film is not in the library: " + kept.error().what + " " + kept.error().next);
        KEYREEL_CHECK(m_session.audit->append(
            "film_published", {{"content", toHex(m_journal.contentId)}, {"title", manifest.title}}));
        m_journal.report.cover = cover;
        m_link = link.text();
        return {};
    }

    /// Only the encrypted parts and what is public are there; the gateway has them now.
    void dropWorkingFiles() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder / "package", ignored);
        std::filesystem::remove(m_folder / "cover.jpg", ignored);
        if (const auto& preview = m_journal.report.request.preview)
            std::filesystem::remove(m_folder / package::previewName(preview->seconds), ignored);
    }

    const Session& m_session;
    const std::filesystem::path m_folder;
    PublishJournal& m_journal;
    JobBrake& m_brake;
    const std::stop_token m_stop;
    const JobSink& m_sink;

    Stage m_stage = Stage::Analyze;
    std::chrono::steady_clock::time_point m_begun;
    std::chrono::steady_clock::time_point m_lastTold;
    double m_secondsBefore = 0;
    bool m_withTexts = true;  ///< The film's own subtitles are packaged with it.
    std::optional<custody::AssetSecret> m_secret;
    std::optional<package::Package> m_package;
    std::string m_link;
};

}  // namespace

Result<std::string> publishFilm(const Session& session, const std::filesystem::path& folder,
                                PublishJournal& journal, JobBrake& brake, const JobSink& sink) {
    return PublishRun(session, folder, journal, brake, sink).run();
}

}  // namespace keyreel::studio
