#include "player/playback/thumbnailer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "tests/unit/playback/clips.h"
#include "tests/unit/playback/odd_sources.h"

namespace keyreel::playback {
namespace {

/// Waits for the answer to one request.
struct Answers {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Time> asked;
    Picture picture;

    Thumbnailer::Ready callback() {
        return [this](Time at, const Picture& made) {
            const std::lock_guard lock(mutex);
            asked = at;
            picture = made;
            changed.notify_all();
        };
    }
    bool waitFor(Time at) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(20), [&] { return asked == at; });
    }
};

TEST(Thumbnailer, TheNewestRequestWinsAndGivesItsKeyFrame) {
    const test::Clip& clip = test::h264Clip();
    Answers answers;
    Thumbnailer thumbnailer({TrackKind::Video, test::sourceOf(clip.video), ""}, 160, 160, answers.callback());
    for (int i = 0; i < 200; ++i)
        thumbnailer.request(Time(i * 29'000));
    const Time last(clip.frameTimes[70]);
    thumbnailer.request(last);
    ASSERT_TRUE(answers.waitFor(last));
    EXPECT_EQ(answers.picture.pts, Time(clip.frameTimes[50]));
    EXPECT_TRUE(answers.picture.keyFrame);
    EXPECT_EQ(answers.picture.width, 160);
    EXPECT_EQ(answers.picture.height, 90);
    EXPECT_GT(thumbnailer.cachedBytes(), 0U);
    EXPECT_LE(thumbnailer.cachedBytes(), 16U * 1024 * 1024);
}

TEST(Thumbnailer, TheCacheStaysWithinItsLimit) {
    const test::Clip& clip = test::h264Clip();
    Answers answers;
    // 3.7 MiB each: five do not fit.
    Thumbnailer thumbnailer({TrackKind::Video, test::sourceOf(clip.video), ""}, 1310, 737,
                            answers.callback());
    for (int second = 0; second < 6; ++second) {
        const Time at(second * 1'000'000 + 500'000);
        thumbnailer.request(at);
        ASSERT_TRUE(answers.waitFor(at));
    }
    EXPECT_LE(thumbnailer.cachedBytes(), 16U * 1024 * 1024);
    EXPECT_GT(thumbnailer.cachedBytes(), 8U * 1024 * 1024);
}

TEST(Thumbnailer, EndsWhileItsSourceHangs) {
    const auto hanging = std::make_shared<test::Hanging>(test::sourceOf(test::h264Clip().video), 0);
    Answers answers;
    auto thumbnailer = std::make_unique<Thumbnailer>(TrackSource{TrackKind::Video, hanging, ""}, 160, 90,
                                                     answers.callback());
    thumbnailer->request(Time(0));
    hanging->waitUntilBlocked();
    const auto begin = std::chrono::steady_clock::now();
    thumbnailer.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(250));
    hanging->release();
}

}  // namespace
}  // namespace keyreel::playback
