#include "core/studio/publish_job.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include "core/base/file.h"
#include "core/studio/publish_journal.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::studio {
namespace {

/// Jobs of a profile whose film is never read.
class Jobs {
public:
    Jobs() {
        m_places.profile = m_folder.path() / "profiles" / "maker";
        EXPECT_TRUE(writeFileAtomically(m_folder.path() / "film.mp4", Bytes(10, 1)));
    }

    std::string add(const std::string& title) {
        PublishRequest request;
        request.film = m_folder.path() / "film.mp4";
        request.title = title;
        auto job = PublishJob::create(m_places, request, m_clock);
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
