#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/media/chapter.h"
#include "core/media/preview_clip.h"
#include "core/media/sample_reader.h"
#include "core/studio/job_brake.h"
#include "core/studio/key_holders.h"
#include "core/studio/offer.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// What happens to a film on its way, in this order. Encrypting and packaging are one pass over the film, so
/// that nothing clear is ever written; "published" is said only after the gateway has served the parts back.
enum class Stage { Analyze = 1, Encrypt, SplitKeys, Upload, Mint, Check };
inline constexpr std::size_t kStages = 6;
inline constexpr std::array<Stage, kStages> kAllStages{Stage::Analyze, Stage::Encrypt, Stage::SplitKeys,
                                                       Stage::Upload,  Stage::Mint,    Stage::Check};
/// The stable word of a stage: "analyze", "encrypt", "split_keys", "upload", "mint", "check".
std::string_view wordOf(Stage stage);

enum class StageStatus { NotBegun = 1, Running, Done, Failed, Stopped };
std::string_view wordOf(StageStatus status);

/// Who may open a film.
enum class Access { Free = 1, Granted };
std::string_view wordOf(Access access);

struct PublishRequest {
    std::filesystem::path film;
    std::string title;              ///< 1 to 200 bytes of UTF-8.
    std::string description;        ///< At most 2000 bytes.
    std::vector<std::string> tags;  ///< As publicTags() has them; create() sees to that.
    Access access = Access::Free;
    std::optional<std::filesystem::path>
        cover;                ///< PNG or JPEG; without one the sharpest early frame is taken.
    bool adult = false;       ///< For adults only.
    bool aiTraining = false;  ///< Off means personal use.
    /// Heights of a quality ladder (media::parseLadder); empty: the film's own picture alone.
    std::vector<std::uint32_t> ladder;
    /// Of a ladder: media::ReaderOptions::keepSource.
    bool keepSource = false;
    /// Of the film only this, see media::ReaderOptions::part; `chapters` have the times of the whole film.
    media::FilmPart part{};
    /// What everyone may see of it, in the clear; nothing: no preview.
    std::optional<media::PreviewClip> preview{};
    KeyHolders holders;  ///< Of its key; nobody named: the network's nodes.
    /// Of the film; nothing: those that its file has. Their titles are public, as the film's title is.
    std::optional<std::vector<media::Chapter>> chapters;
    Offer offer;  ///< Price, editions, royalties; sold films have Access::Granted.
};

struct StageReport {
    StageStatus status = StageStatus::NotBegun;
    Progress progress;   ///< Bytes, where the stage counts bytes.
    double seconds = 0;  ///< Spent so far, over all attempts.
};

/// A job as people see it. A value: safe to hand to another thread.
struct JobReport {
    std::string id;
    PublishRequest request;
    std::int64_t created = 0;  ///< Unix seconds.
    std::array<StageReport, kStages> stages;
    std::optional<Error> error;      ///< Why it stopped, when it did.
    std::string link;                ///< Set when it is published.
    std::filesystem::path cover;     ///< The poster (JPEG), once Analyze is done.
    double filmSeconds = 0;          ///< Length of the film, once Analyze is done.
    std::uint64_t packageBytes = 0;  ///< Once Encrypt is done.
    /// Once Encrypt is done, what differs from what was asked for: media::SampleReader::remarks().
    std::vector<std::string> remarks{};

    [[nodiscard]] const StageReport& at(Stage stage) const {
        return stages[static_cast<std::size_t>(stage) - 1];
    }
    [[nodiscard]] bool published() const { return !link.empty(); }
};

/// Called on the job's thread at every change of stage and about 10 times a second within one.
using JobSink = std::function<void(const JobReport&)>;

/// Tells the changes of stage from the progress within one: feed it every report of one job.
class StageChanges {
public:
    /// The stages whose status is not what it was, in their order.
    std::vector<Stage> take(const JobReport& report);

private:
    std::array<StageStatus, kStages> m_last = {StageStatus::NotBegun, StageStatus::NotBegun,
                                               StageStatus::NotBegun, StageStatus::NotBegun,
                                               StageStatus::NotBegun, StageStatus::NotBegun};
};

struct PublishJournal;

/// Publishing one film, as a journal on the disk: every stage writes what it has finished before the next
/// begins, so after a crash or a power cut run() goes on from there and the film is published exactly once.
/// The asset secret is never written: a job that stops inside Encrypt or SplitKeys encrypts anew, under a new
/// content id and new keys. Thread: one at a time per job; a lock file keeps a second process out
/// (`job_busy`).
class PublishJob {
public:
    /// Checks request, film and cover, then writes. Codes: `title_missing`, `title_too_long`,
    /// `tags_invalid`, `media_part_empty`, `preview_invalid`, `chapters_invalid`, files, media, those of
    /// media::Workshop, `cancelled`.
    static Result<PublishJob> create(const Places& places, PublishRequest request, const Clock& clock,
                                     const media::Workshop& workshop, std::stop_token stop = {});
    /// Takes a job up again. Codes: `job_missing`, `job_damaged`.
    static Result<PublishJob> load(const Places& places, const std::string& id);
    /// Every job of a profile, oldest first; damaged ones are left out.
    static std::vector<JobReport> list(const Places& places);
    /// The jobs to go on with unasked, oldest first: a crash, a power cut, the end of the program or a
    /// network that did not answer stopped them. Those that a person paused, that failed, or that another
    /// process works on are not among them.
    static std::vector<std::string> interrupted(const Places& places);
    /// Whether that was noted.
    static bool isKeptPaused(const Places& places, const std::string& id);
    /// Notes on the disk that a person wants this job to stand still (or not any more). Does not stop run().
    static Status keepPaused(const Places& places, const std::string& id, bool paused);

    /// Does what is left to do and returns the film's link. On `cancelled` and on errors everything finished
    /// is kept, and run() may be called again. Codes: `job_other_network` (its keys are with the nodes of a
    /// network that is not in use now), those of the stages.
    Result<std::string> run(const Session& session, std::stop_token stop, const JobSink& sink);
    /// The same under a person's hand: see JobBrake.
    Result<std::string> run(const Session& session, JobBrake& brake, const JobSink& sink);

    /// Forgets the job and removes its files; a published film stays published. Of an unpublished one, what
    /// came to the gateway is taken back first: uploads that were begun are terminated, and a film whose
    /// record came into the log is unpublished. Without a session (`session` null) or an answer, a job whose
    /// record may be public stays, with `gateway_needed`, and one at another network with
    /// `job_other_network`. Codes: `job_busy`, files, those of unpublishFilm().
    Status discard(const Session* session, std::stop_token stop);

    [[nodiscard]] const JobReport& report() const;

private:
    [[nodiscard]] Status takeBack(const Session* session, std::stop_token stop) const;
    PublishJob(Places places, std::filesystem::path folder, std::shared_ptr<PublishJournal> journal)
        : m_places(std::move(places)), m_folder(std::move(folder)), m_journal(std::move(journal)) {}

    Places m_places;
    std::filesystem::path m_folder;
    std::shared_ptr<PublishJournal> m_journal;
};

}  // namespace keyreel::studio
