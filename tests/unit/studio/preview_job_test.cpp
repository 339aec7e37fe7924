#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/media/workshop.h"
#include "core/studio/free_preview.h"
#include "core/studio/publish_journal.h"
#include "tests/support/clip.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::studio {
namespace {

/// A job that asks for a preview of a film of eight seconds.
class PreviewJob : public ::testing::Test {
protected:
    PreviewJob() {
        m_places.profile = m_folder.path() / "profiles" / "maker";
        media::SampleFilmOptions options;
        options.width = 320;
        options.height = 180;
        options.seconds = 8;
        m_film = test::clip("preview-job-320x180-8s.mp4", options);
    }

    Result<PublishJob> create(const media::PreviewClip& preview, const media::FilmPart& part = {}) {
        PublishRequest request;
        request.film = m_film;
        request.title = "Ferry";
        request.part = part;
        request.preview = preview;
        return PublishJob::create(m_places, request, m_clock, m_workshop);
    }

    test::TemporaryFolder m_folder;
    test::FakeClock m_clock;
    Places m_places;
    media::Workshop m_workshop;
    std::filesystem::path m_film;
};

TEST_F(PreviewJob, KeepsWhatWasAskedForOverARestart) {
    const auto job = create({1.25, 6});
    ASSERT_TRUE(job) << job.error().what;
    const auto again = PublishJob::load(m_places, job->report().id);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->report().request.preview, (media::PreviewClip{1.25, 6}));
}

TEST_F(PreviewJob, RefusesWhatIsNotInThePartThatIsPublished) {
    for (const auto& made :
         {create({4, 5}), create({0, 4}), create({0, 6}, {1, 0}), create({1, 6}, {1, 6})}) {
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, "preview_invalid");
    }
    EXPECT_TRUE(PublishJob::list(m_places).empty());
}

TEST_F(PreviewJob, NeverShowsAnotherPartThanWasAskedFor) {
    const auto job = create({1, 6});
    ASSERT_TRUE(job);
    const auto path = m_places.jobs() / job->report().id / "journal.json";
    const auto bytes = readFile(path, 1 << 20);
    ASSERT_TRUE(bytes);
    const std::string text(asText(*bytes));
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"\"seconds\": 6", "\"seconds\": 600"},
                                   {"\"from\": 1.0", "\"from\": \"x\""},
                                   {"\"from\": 1.0", "\"from\": -1.0"}}) {
        std::string changed = text;
        const auto place = changed.find(from);
        ASSERT_NE(place, std::string::npos) << from;
        changed.replace(place, from.size(), to);
        ASSERT_TRUE(writeFileAtomically(path, asBytes(changed)));
        const auto again = PublishJob::load(m_places, job->report().id);
        ASSERT_FALSE(again) << to;
        EXPECT_EQ(again.error().code, "job_damaged");
    }
}

TEST_F(PreviewJob, MakesTheSameClipEveryTimeAndNoneThatIsShort) {
    const auto info = m_workshop.probe(m_film);
    ASSERT_TRUE(info) << info.error().what;
    const auto clip = makePreview(m_workshop, m_film, *info, {1, 6}, {});
    ASSERT_TRUE(clip) << clip.error().what;
    EXPECT_EQ(*makePreview(m_workshop, m_film, *info, {1, 6}, {}), *clip);
    // A file may say that it is longer than its pictures are.
    const auto beyond = makePreview(m_workshop, m_film, *info, {4, 6}, {});
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, "preview_invalid");
}

}  // namespace
}  // namespace keyreel::studio
