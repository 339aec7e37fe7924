#include "core/studio/publish_job.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/crypto/random.h"
#include "core/gateway/faults.h"
#include "core/media/workshop.h"
#include "core/studio/access.h"
#include "core/studio/public_words.h"
#include "core/studio/publish_journal.h"
#include "core/studio/publish_run.h"

namespace keyreel::studio {
namespace {

/// Keeps a second process off a job. The lock goes with the process, also when it is killed.
Result<File> lockJob(const std::filesystem::path& folder) {
    KEYREEL_TRY(File lock, File::openForUpdate(folder / "lock"));
    if (::flock(lock.descriptor(), LOCK_EX | LOCK_NB) != 0)
        return fail("job_busy", "This film is being published by another Keyreel on this computer.",
                    "Wait for it, or close it there.");
    return lock;
}

bool isJobId(const std::string& id) {
    return id.size() == 32 && fromHexExact<16>(id).has_value();
}

std::filesystem::path pauseMark(const std::filesystem::path& folder) {
    return folder / "paused";
}

bool isInterrupted(const std::filesystem::path& folder, const JobReport& report) {
    std::error_code error;
    if (report.published() || std::filesystem::exists(pauseMark(folder), error)) return false;
    if (report.error && report.error->code != "cancelled" && !gateway::isUnreachable(*report.error))
        return false;
    return lockJob(folder).has_value();
}

}  // namespace

std::string_view wordOf(Stage stage) {
    switch (stage) {
        case Stage::Analyze:
            return "analyze";
        case Stage::Encrypt:
            return "encrypt";
        case Stage::SplitKeys:
            return "split_keys";
        case Stage::Upload:
            return "upload";
        case Stage::Mint:
            return "mint";
        case Stage::Check:
            return "check";
    }
    return "?";
}

std::string_view wordOf(StageStatus status) {
    switch (status) {
        case StageStatus::NotBegun:
            return "not_begun";
        case StageStatus::Running:
            return "running";
        case StageStatus::Done:
            return "done";
        case StageStatus::Failed:
            return "failed";
        case StageStatus::Stopped:
            return "stopped";
    }
    return "?";
}

std::string_view wordOf(Access access) {
    return access == Access::Free ? "free" : "granted";
}

std::vector<Stage> StageChanges::take(const JobReport& report) {
    std::vector<Stage> changed;
    for (const Stage stage : kAllStages) {
        StageStatus& last = m_last[static_cast<std::size_t>(stage) - 1];
        if (report.at(stage).status == last) continue;
        last = report.at(stage).status;
        changed.push_back(stage);
    }
    return changed;
}

Result<PublishJob> PublishJob::create(const Places& places, PublishRequest request, const Clock& clock,
                                      const media::Workshop& workshop, std::stop_token stop) {
    KEYREEL_CHECK(checkPublicWords(request.title, request.description));
    KEYREEL_TRY(request.tags, publicTags(request.tags));
    if (request.offer.sold && request.access == Access::Free)
        return fail("offer_invalid", "A free film is not sold.", "Choose one of the two.");
    if (request.chapters) KEYREEL_CHECK(media::checkChapters(*request.chapters));
    std::error_code error;
    request.film = std::filesystem::absolute(request.film, error);
    if (request.cover) request.cover = std::filesystem::absolute(*request.cover, error);
    // What can never become a film leaves nothing behind.
    KEYREEL_TRY(const media::MediaInfo info, workshop.probe(request.film, stop));
    const media::FilmPart& part = request.part;
    if ((part.to > 0 && part.to <= part.from) ||
        (info.durationSeconds > 0 && part.from >= info.durationSeconds))
        return fail("media_part_empty", "Nothing of " + request.film.filename().string() + " is left.",
                    "Begin earlier, and end behind the beginning.");
    if (request.preview) KEYREEL_CHECK(media::checkPreview(*request.preview, part, info.durationSeconds));
    if (request.cover) KEYREEL_CHECK(workshop.readImage(*request.cover, kCoverSide, kCoverSide, stop));

    auto journal = std::make_shared<PublishJournal>();
    journal->report.id = toHex(crypto::randomArray<16>());
    journal->report.request = std::move(request);
    journal->report.created = clock.now();
    const auto folder = places.jobs() / journal->report.id;
    KEYREEL_CHECK(makePrivateFolder(folder));
    KEYREEL_CHECK(journal->save(folder));
    return PublishJob(places, folder, std::move(journal));
}

Result<PublishJob> PublishJob::load(const Places& places, const std::string& id) {
    if (!isJobId(id)) return fail("job_missing", "There is no publish job '" + id.substr(0, 64) + "'.");
    const auto folder = places.jobs() / id;
    KEYREEL_TRY(PublishJournal journal, PublishJournal::load(folder));
    return PublishJob(places, folder, std::make_shared<PublishJournal>(std::move(journal)));
}

std::vector<JobReport> PublishJob::list(const Places& places) {
    std::vector<JobReport> reports;
    std::error_code error;
    for (std::filesystem::directory_iterator it(places.jobs(), error), end; !error && it != end;
         it.increment(error)) {
        if (!isJobId(it->path().filename().string())) continue;
        if (auto journal = PublishJournal::load(it->path())) reports.push_back(std::move(journal->report));
    }
    std::sort(reports.begin(), reports.end(), [](const JobReport& a, const JobReport& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
    return reports;
}

std::vector<std::string> PublishJob::interrupted(const Places& places) {
    std::vector<std::string> ids;
    for (const JobReport& report : list(places))
        if (isInterrupted(places.jobs() / report.id, report)) ids.push_back(report.id);
    return ids;
}

Status PublishJob::keepPaused(const Places& places, const std::string& id, bool paused) {
    if (!isJobId(id)) return fail("job_missing", "There is no publish job '" + id.substr(0, 64) + "'.");
    const auto mark = pauseMark(places.jobs() / id);
    if (paused) return writeFileAtomically(mark, {});
    std::error_code error;
    std::filesystem::remove(mark, error);
    if (error)
        return fail("file_unwritable", mark.string() + " cannot be removed: " + error.message() + ".",
                    "Remove it by hand.");
    return {};
}

bool PublishJob::isKeptPaused(const Places& places, const std::string& id) {
    std::error_code error;
    return isJobId(id) && std::filesystem::exists(pauseMark(places.jobs() / id), error);
}

Result<std::string> PublishJob::run(const Session& session, std::stop_token stop, const JobSink& sink) {
    JobBrake brake;
    const std::stop_callback ends(std::move(stop), [&brake] { brake.stop(); });
    return run(session, brake, sink);
}

Result<std::string> PublishJob::run(const Session& session, JobBrake& brake, const JobSink& sink) {
    KEYREEL_TRY(const File lock, lockJob(m_folder));
    // Another process may have finished it while this one looked away.
    KEYREEL_TRY(*m_journal, PublishJournal::load(m_folder));
    return publishFilm(session, m_folder, *m_journal, brake, sink);
}

Status PublishJob::takeBack(const Session* session, std::stop_token stop) const {
    // Written before the record is sent: without it nothing can be in the log.
    if (std::error_code error; std::filesystem::exists(m_folder / "mint.cose", error)) {
        const std::string title = "'" + m_journal->report.request.title + "'";
        if (session == nullptr)
            return fail("gateway_needed", title + " may be public already, and its gateway does not answer.",
                        "Cancel it again when the gateway answers. Until then it stands still.");
        KEYREEL_CHECK(m_journal->checkNetwork(m_places, session->network));
        KEYREEL_TRY(const Link link, Link::of(session->network.gatewayUrl, m_journal->contentId));
        const Status unpublished = unpublishFilm(*session, link, stop);
        if (!unpublished && unpublished.error().code != "asset_unknown") return unpublished;
    }
    // Those that are not terminated now end by themselves: the gateway drops what nobody continues.
    if (session != nullptr && m_journal->checkNetwork(m_places, session->network))
        for (const auto& [file, url] : m_journal->uploads)
            // One that hangs is not waited for again and again.
            if (const Status ended = session->gateway->terminateUpload(url, stop);
                !ended && gateway::isUnreachable(ended.error()))
                break;
    return {};
}

Status PublishJob::discard(const Session* session, std::stop_token stop) {
    KEYREEL_TRY(const File lock, lockJob(m_folder));
    KEYREEL_TRY(*m_journal, PublishJournal::load(m_folder));
    if (!m_journal->report.published()) KEYREEL_CHECK(takeBack(session, std::move(stop)));
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
    if (error)
        return fail("file_unwritable", m_folder.string() + " cannot be removed: " + error.message() + ".",
                    "Remove it by hand.");
    return syncFolder(m_folder.parent_path());
}

const JobReport& PublishJob::report() const {
    return m_journal->report;
}

}  // namespace keyreel::studio
