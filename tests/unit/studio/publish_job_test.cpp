#include "core/studio/publish_job.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <sys/file.h>
#include <array>

#include "core/base/file.h"
#include "core/studio/publish_journal.h"
#include "tests/support/clip.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::studio {
namespace {

media::SampleFilmOptions oneSecond() {
    media::SampleFilmOptions options;
    options.width = 320;
    options.height = 180;
    options.seconds = 1;
    return options;
}

/// Jobs of a profile whose film is never published.
class Jobs {
public:
    Jobs() {
        m_places.profile = m_folder.path() / "profiles" / "maker";
        std::filesystem::copy_file(test::clip("job-320x180-1s.mp4", oneSecond()), film());
    }

    [[nodiscard]] std::filesystem::path film() const { return m_folder.path() / "film.mp4"; }

    std::string add(const std::string& title) {
        PublishRequest request;
        request.film = film();
        request.title = title;
        auto job = PublishJob::create(m_places, request, m_clock, media::Workshop());
        EXPECT_TRUE(job);
        m_clock.advance(1);
        return job->report().id;
    }

    /// Writes the journal of a job as a run left it.
    template <class Change>
    void leave(const std::string& id, Change change) {
        auto journal = PublishJournal::load(m_places.jobs() / id);
        ASSERT_TRUE(journal);
        change(journal->report);
        ASSERT_TRUE(journal->save(m_places.jobs() / id));
    }

    [[nodiscard]] std::vector<std::string> interrupted() const { return PublishJob::interrupted(m_places); }
    [[nodiscard]] const Places& places() const { return m_places; }
    [[nodiscard]] Result<PublishJob> create(const PublishRequest& request) const {
        return PublishJob::create(m_places, request, m_clock, media::Workshop());
    }

private:
    test::TemporaryFolder m_folder;
    test::FakeClock m_clock;
    Places m_places;
};

using Ids = std::vector<std::string>;

TEST(PublishJob, GoesOnUnaskedAfterACrashAnEndOrASilentGateway) {
    Jobs jobs;
    const auto crashed = jobs.add("Killed while it ran");
    const auto ended = jobs.add("The window was closed");
    const auto offline = jobs.add("The gateway was away");
    const auto failed = jobs.add("Refused");
    const auto published = jobs.add("Done");
    jobs.leave(crashed, [](JobReport& job) { job.stages[0].status = StageStatus::Done; });
    jobs.leave(ended, [](JobReport& job) { job.error = Error{"cancelled", "", ""}; });
    jobs.leave(offline, [](JobReport& job) { job.error = Error{"gateway_unreachable", "", ""}; });
    jobs.leave(failed, [](JobReport& job) { job.error = Error{"media_open_failed", "", ""}; });
    jobs.leave(published, [](JobReport& job) { job.link = "keyreel://films.example/0"; });
    EXPECT_EQ(jobs.interrupted(), (Ids{crashed, ended, offline}));
}

TEST(PublishJob, StaysPausedUntilThePersonWantsIt) {
    Jobs jobs;
    const auto id = jobs.add("Paused");
    ASSERT_TRUE(PublishJob::keepPaused(jobs.places(), id, true));
    ASSERT_TRUE(PublishJob::keepPaused(jobs.places(), id, true));
    EXPECT_EQ(jobs.interrupted(), Ids{});
    ASSERT_TRUE(PublishJob::keepPaused(jobs.places(), id, false));
    ASSERT_TRUE(PublishJob::keepPaused(jobs.places(), id, false));
    EXPECT_EQ(jobs.interrupted(), Ids{id});
    EXPECT_EQ(PublishJob::keepPaused(jobs.places(), "../" + id, true).error().code, "job_missing");
}

TEST(PublishJob, IsLeftToTheProcessThatWorksOnIt) {
    Jobs jobs;
    const auto id = jobs.add("Elsewhere");
    {
        const auto lock = File::openForUpdate(jobs.places().jobs() / id / "lock");
        ASSERT_TRUE(lock);
        ASSERT_EQ(::flock(lock->descriptor(), LOCK_EX), 0);
        EXPECT_EQ(jobs.interrupted(), Ids{});
    }
    EXPECT_EQ(jobs.interrupted(), Ids{id});
}

TEST(PublishJob, IsNeitherPublishedNorTakenBackAtAnotherNetwork) {
    Jobs jobs;
    const auto id = jobs.add("Begun elsewhere");
    const auto folder = jobs.places().jobs() / id;
    auto journal = PublishJournal::load(folder);
    ASSERT_TRUE(journal);
    journal->gatewayUrl = "https://films.example";
    journal->logKey.emplace().fill(1);
    for (const Stage stage : {Stage::Analyze, Stage::Encrypt, Stage::SplitKeys})
        journal->report.stages[static_cast<std::size_t>(stage) - 1].status = StageStatus::Done;
    ASSERT_TRUE(journal->save(folder));
    ASSERT_TRUE(writeFileAtomically(folder / "mint.cose", asBytes("may be public")));

    Session session;
    session.places = jobs.places();
    session.network.gatewayUrl = "https://others.example";
    session.network.logKey.fill(2);
    auto job = PublishJob::load(jobs.places(), id);
    ASSERT_TRUE(job);
    const auto ran = job->run(session, {}, {});
    ASSERT_FALSE(ran);
    EXPECT_EQ(ran.error().code, "job_other_network");
    EXPECT_NE(ran.error().next.find("network use https://films.example"), std::string::npos);
    ASSERT_TRUE(job->report().error);
    EXPECT_EQ(jobs.interrupted(), Ids{}) << "it waits for the person";
    const auto gone = job->discard(&session, {});
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, "job_other_network");
    EXPECT_TRUE(std::filesystem::exists(folder / "journal.json"));

    // Nothing of it is public: what was begun there ends by itself.
    std::filesystem::remove(folder / "mint.cose");
    EXPECT_TRUE(job->discard(&session, {}));
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST(PublishJob, SealsToTheNodesItWasGivenAlsoAfterARestart) {
    Jobs jobs;
    const auto id = jobs.add("Held by two");
    custody::NodeSet set;
    for (const std::uint8_t key : std::array<std::uint8_t, 2>{1, 2}) {
        custody::NodeDescriptor node;
        node.signingKey[0] = node.hpkeKey[0] = key;
        set.nodes.push_back(node);
    }
    const KeyHolders holders{"https://films.example", set};
    jobs.leave(id, [&](JobReport& job) { job.request.holders = holders; });
    auto job = PublishJob::load(jobs.places(), id);
    ASSERT_TRUE(job);
    EXPECT_EQ(job->report().request.holders, holders);
    // A choice that cannot be read is not replaced by another.
    jobs.leave(id, [&](JobReport& report) { report.request.holders.set.threshold = 3; });
    EXPECT_FALSE(PublishJob::load(jobs.places(), id));
}

TEST(PublishJob, LeavesNothingOfAFileThatIsNoFilm) {
    Jobs jobs;
    const auto notes = jobs.film().parent_path() / "notes.txt";
    ASSERT_TRUE(writeFileAtomically(notes, toBytes("to buy: bread, film")));
    PublishRequest request;
    request.title = "Notes";
    request.film = notes;
    EXPECT_EQ(jobs.create(request).error().code, "media_not_recognised");
    request.film = jobs.film();
    request.cover = notes;
    EXPECT_EQ(jobs.create(request).error().code, "image_not_recognised");
    EXPECT_TRUE(!std::filesystem::exists(jobs.places().jobs()) ||
                std::filesystem::is_empty(jobs.places().jobs()));
}

TEST(PublishJob, FindsAFilmAgainWhoseNameIsNotUtf8) {
    Jobs jobs;
    const auto film = jobs.film().parent_path() / "caf\xe9.mp4";
    std::filesystem::copy_file(jobs.film(), film);
    PublishRequest request;
    request.title = "Cafe";
    request.film = film;
    const auto job = jobs.create(request);
    ASSERT_TRUE(job);
    const auto folder = jobs.places().jobs() / job->report().id;
    auto journal = PublishJournal::load(folder);
    ASSERT_TRUE(journal);
    EXPECT_EQ(journal->report.request.film, film);
    EXPECT_FALSE(journal->report.request.cover);

    // Everything in a profile whose own folder has such a name, too.
    journal->report.request.cover = film.parent_path() / "\xff.png";
    journal->report.cover = film.parent_path() / "\xfe" / "cover.jpg";
    journal->files.push_back({"a.mp4", film.parent_path() / "\xfe" / "a.mp4", "cid", 1, "video/mp4"});
    ASSERT_TRUE(journal->save(folder));
    const auto again = PublishJournal::load(folder);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->report.request.film, film);
    EXPECT_EQ(again->report.request.cover, journal->report.request.cover);
    EXPECT_EQ(again->report.cover, journal->report.cover);
    EXPECT_EQ(again->files.at(0).path, journal->files.at(0).path);
}

TEST(PublishJob, KeepsWhatWasChosenOverACrash) {
    Jobs jobs;
    PublishRequest request;
    request.title = "Lake";
    request.film = jobs.film();
    request.ladder = {480, 360};
    request.keepSource = true;
    const auto chaptersOf = [&](const std::string& id) {
        return PublishJournal::load(jobs.places().jobs() / id)->report.request.chapters;
    };
    // Nothing said, none wanted and these: three things.
    const auto unsaid = jobs.create(request);
    ASSERT_TRUE(unsaid);
    EXPECT_FALSE(chaptersOf(unsaid->report().id));
    request.chapters.emplace();
    EXPECT_TRUE(chaptersOf(jobs.create(request)->report().id)->empty());
    request.chapters = {{0, "Über dem Meer"}, {400, ""}};
    const std::string id = jobs.create(request)->report().id;
    EXPECT_EQ(chaptersOf(id), request.chapters);
    const auto kept = PublishJournal::load(jobs.places().jobs() / id)->report.request;
    EXPECT_EQ(kept.ladder, request.ladder);
    EXPECT_TRUE(kept.keepSource);
    EXPECT_TRUE(kept.part.isWhole());
    request.chapters->push_back({400, "twice"});
    EXPECT_EQ(jobs.create(request).error().code, "chapters_invalid");
    request.chapters.reset();
    request.tags = {" Night  ferry", "sea", "Sea"};
    EXPECT_EQ(
        PublishJournal::load(jobs.places().jobs() / jobs.create(request)->report().id)->report.request.tags,
        (std::vector<std::string>{"Night ferry", "sea"}));
    request.tags = {std::string(100, 'a')};
    EXPECT_EQ(jobs.create(request).error().code, "tags_invalid");
}

TEST(PublishJob, PublishesThePartThatWasChosenOrNothing) {
    Jobs jobs;
    PublishRequest request;
    request.title = "Lake";
    request.film = jobs.film();
    request.part = {0.25, 0.75};
    const std::string id = jobs.create(request)->report().id;
    const auto folder = jobs.places().jobs() / id;
    EXPECT_EQ(PublishJournal::load(folder)->report.request.part, request.part);
    // Never more than that, whatever has become of the journal.
    const std::string journal(asText(*readFile(folder / "journal.json", 1U << 20)));
    for (const char* damaged :
         {"\"part\": 0", "\"part\": {\"from\": 3, \"to\": 2}", "\"part\": {\"from\": -1}"}) {
        const std::size_t begin = journal.find("\"part\"");
        const std::size_t end = journal.find('}', begin) + 1;
        ASSERT_NE(begin, std::string::npos);
        const std::string text = journal.substr(0, begin) + damaged + journal.substr(end);
        ASSERT_TRUE(writeFileAtomically(folder / "journal.json", asBytes(text)));
        EXPECT_EQ(PublishJournal::load(folder).error().code, "job_damaged") << damaged;
    }
    for (const media::FilmPart& nothing : {media::FilmPart{1, 0}, media::FilmPart{0.5, 0.5}}) {
        request.part = nothing;
        EXPECT_EQ(jobs.create(request).error().code, "media_part_empty");
    }
}

TEST(StageChanges, TellsEachChangeOnce) {
    StageChanges changes;
    JobReport report;
    EXPECT_TRUE(changes.take(report).empty());
    report.stages[0].status = StageStatus::Done;
    report.stages[1].status = StageStatus::Running;
    EXPECT_EQ(changes.take(report), (std::vector<Stage>{Stage::Analyze, Stage::Encrypt}));
    report.stages[1].progress = {1, 2};
    EXPECT_TRUE(changes.take(report).empty());
    report.stages[1].status = StageStatus::Stopped;
    EXPECT_EQ(changes.take(report), std::vector<Stage>{Stage::Encrypt});
}

}  // namespace
}  // namespace keyreel::studio
