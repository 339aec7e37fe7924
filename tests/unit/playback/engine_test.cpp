#include "player/playback/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <set>

#include "tests/support/quickest.h"
#include "tests/unit/playback/clips.h"
#include "tests/unit/playback/odd_sources.h"

namespace keyreel::playback {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Lets a test wait for what the engine reports instead of for time to pass.
class Signal {
public:
    std::function<void()> callback() {
        return [this] {
            const std::lock_guard lock(m_mutex);
            ++m_count;
            m_changed.notify_all();
        };
    }
    /// Until `reached`; false after a minute, which no healthy engine needs.
    template <class F>
    bool waitFor(F reached) {
        const auto deadline = steady_clock::now() + std::chrono::seconds(60);
        std::unique_lock lock(m_mutex);
        for (;;) {
            const auto seen = m_count;
            lock.unlock();
            if (reached()) return true;
            lock.lock();
            if (seen == m_count && m_changed.wait_until(lock, deadline) == std::cv_status::timeout) {
                lock.unlock();
                return reached();
            }
        }
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_count = 0;
};

/// The clip of the tests and an engine on it.
struct Fixture {
    explicit Fixture(std::vector<TrackSource> sources, EngineOptions options = {})
        : engine(std::move(sources), options, signal.callback()) {}

    Picture next() {
        std::optional<Picture> picture;
        EXPECT_TRUE(signal.waitFor([&] {
            // Asked first: the last picture may come, and with it the end, after a look that found none.
            const bool over = engine.pictures().state().finished || engine.status().failure;
            picture = engine.pictures().take();
            return picture.has_value() || over;
        }));
        return picture.value_or(Picture{});
    }

    Signal signal;
    Engine engine;
};

const test::Clip& clip() {
    return test::h264Clip();
}

Time timeOf(std::size_t frame) {
    return Time(clip().frameTimes.at(frame));
}

TEST(Engine, GivesEveryPictureInOrderAndThenTheEnd) {
    Fixture play(test::sourcesOf(clip()));
    for (std::size_t i = 0; i < clip().frameTimes.size(); ++i) {
        const Picture picture = play.next();
        ASSERT_TRUE(picture.pixels) << i;
        EXPECT_EQ(picture.pts, timeOf(i));
        // Sound is taken along, as a player would.
        while (play.engine.sound()->front() != nullptr)
            play.engine.sound()->pop();
    }
    EXPECT_FALSE(play.next().pixels);
    const OutputState state = play.engine.pictures().state();
    EXPECT_TRUE(state.finished);
    EXPECT_FALSE(state.error);
    EXPECT_TRUE(play.engine.status().opened);
    EXPECT_EQ(play.engine.status().info.tracks.size(), 2U);
    EXPECT_EQ(play.engine.counters().decoded, clip().frameTimes.size());
    EXPECT_EQ(play.engine.counters().corrupt, 0U);
}

TEST(Engine, SoundIsContinuousFromTheTargetOn) {
    Fixture play({{TrackKind::Audio, test::sourceOf(clip().audio), ""}}, {Time(1'234'567)});
    double expected = 1'234'567;
    double frames = 0;
    float peak = 0;
    AudioRing& ring = *play.engine.sound();
    const auto ended = [&] { return ring.state().finished && ring.size() == 0; };
    while (!ended()) {
        const AudioBlock* block = ring.front();
        if (block == nullptr) {
            play.signal.waitFor([&] { return ring.size() > 0 || ended(); });
            continue;
        }
        EXPECT_NEAR(block->start, expected, 30) << "after " << frames;
        expected = block->start + block->frames * block->mediaPerFrame;
        frames += block->frames;
        for (const float sample : block->samples)
            peak = std::max(peak, std::fabs(sample));
        ring.pop();
    }
    EXPECT_NEAR(expected, 6e6, 50e3);
    EXPECT_GT(peak, 0.05F);
}

TEST(Engine, HalfSpeedDoublesTheSoundAtTheSamePitch) {
    EngineOptions options;
    options.speed = 0.5;
    Fixture play({{TrackKind::Audio, test::sourceOf(clip().audio), ""}}, options);
    AudioRing& ring = *play.engine.sound();
    std::size_t frames = 0;
    std::size_t crossings = 0;
    float before = 0;
    const auto ended = [&] { return ring.state().finished && ring.size() == 0; };
    while (!ended()) {
        const AudioBlock* block = ring.front();
        if (block == nullptr) {
            play.signal.waitFor([&] { return ring.size() > 0 || ended(); });
            continue;
        }
        for (int i = 0; i < block->frames; ++i) {
            const float sample = block->samples[static_cast<std::size_t>(2 * i)];
            if (before < 0 && sample >= 0) ++crossings;
            before = sample;
        }
        frames += static_cast<std::size_t>(block->frames);
        ring.pop();
    }
    const double seconds = static_cast<double>(frames) / kSoundRate;
    EXPECT_NEAR(seconds, 12.0, 0.2);
    // 440 Hz in, 440 Hz out.
    EXPECT_NEAR(static_cast<double>(crossings) / seconds, 440.0, 8.0);
}

TEST(Engine, ExactSeekShowsTheFrameAtTheTarget) {
    Fixture play(test::sourcesOf(clip()));
    std::mt19937 random(11);
    for (int round = 0; round < 20; ++round) {
        const auto frame =
            std::uniform_int_distribution<std::size_t>(0, clip().frameTimes.size() - 1)(random);
        const std::uint64_t serial = play.engine.seek(timeOf(frame) + Time(700), SeekMode::Exact);
        Picture picture = play.next();
        if (picture.provisional) {
            EXPECT_TRUE(picture.keyFrame);
            picture = play.next();
        }
        EXPECT_EQ(picture.serial, serial);
        EXPECT_EQ(picture.pts, timeOf(frame)) << "frame " << frame;
    }
}

// Most frames on the way are not decoded, but never the one that stands at the target.
TEST(Engine, ExactSeekFindsAFrameThatStandsLong) {
    const test::Clip& uneven = test::unevenClip();
    Fixture play(test::sourcesOf(uneven));
    ASSERT_GT(uneven.frameTimes.size(), 50U);
    for (long long target = uneven.frameTimes.front(); target < uneven.frameTimes.back(); target += 83'000) {
        const auto after = std::upper_bound(uneven.frameTimes.begin(), uneven.frameTimes.end(), target);
        (void)play.engine.seek(Time(target), SeekMode::Exact);
        Picture picture = play.next();
        if (picture.provisional) picture = play.next();
        EXPECT_EQ(picture.pts, Time(*std::prev(after))) << target;
    }
}

TEST(Engine, AStormOfSeeksEndsWithTheLastOne) {
    Fixture play(test::sourcesOf(clip()));
    std::mt19937 random(3);
    std::uint64_t serial = 0;
    for (int i = 0; i < 300; ++i) {
        const auto frame =
            std::uniform_int_distribution<std::size_t>(0, clip().frameTimes.size() - 1)(random);
        serial = play.engine.seek(timeOf(frame), i % 3 == 0 ? SeekMode::Exact : SeekMode::KeyFrame);
        if (i % 5 == 0) play.engine.pictures().take();
        if (i % 25 == 0) play.next();
    }
    serial = play.engine.seek(timeOf(77), SeekMode::Exact);
    Picture picture;
    do {
        picture = play.next();
    } while (picture.pixels && (picture.serial != serial || picture.provisional));
    EXPECT_EQ(picture.pts, timeOf(77));
    EXPECT_EQ(play.next().pts, timeOf(78));
}

TEST(Engine, SeekPastTheEndShowsTheLastFrameAndEnds) {
    Fixture play(test::sourcesOf(clip()));
    play.engine.seek(Time(3'600'000'000), SeekMode::Exact);
    Picture picture = play.next();
    if (picture.provisional) picture = play.next();
    EXPECT_EQ(picture.pts, Time(clip().frameTimes.back()));
    EXPECT_TRUE(play.signal.waitFor([&] { return play.engine.pictures().state().finished; }));
    // It is not the end of the engine.
    play.engine.seek(Time(0), SeekMode::Exact);
    EXPECT_EQ(play.next().pts, timeOf(0));
}

TEST(Engine, PicturesFitTheBoxThatWasAskedFor) {
    EngineOptions options;
    options.outputWidth = 100;
    options.outputHeight = 100;
    Fixture play(test::sourcesOf(clip()), options);
    const Picture picture = play.next();
    EXPECT_EQ(picture.width, 100);
    EXPECT_EQ(picture.height, 56);
}

TEST(Engine, DamageIsReportedAfterThePicturesBeforeItAndASeekRecovers) {
    const auto whole = test::sourceOf(clip().video);
    Fixture play({{TrackKind::Video,
                   std::make_shared<test::Refusing>(whole, whole->size() * 3 / 4, "part_changed"), ""}});
    std::size_t shown = 0;
    while (play.next().pixels)
        ++shown;
    EXPECT_GT(shown, 40U);
    const OutputState state = play.engine.pictures().state();
    ASSERT_TRUE(state.error);
    EXPECT_EQ(state.error->code, "part_changed");
    play.engine.seek(Time(0), SeekMode::Exact);
    EXPECT_EQ(play.next().pts, timeOf(0));
    EXPECT_FALSE(play.engine.pictures().state().error);
}

TEST(Engine, ADamagedFrameLeadsToTheNextKeyFrameAndNothingBrokenIsShown) {
    std::map<Time, Bytes> whole;
    Fixture clean(test::sourcesOf(clip()));
    for (Picture picture = clean.next(); picture.pixels; picture = clean.next())
        whole.emplace(picture.pts, *picture.pixels);
    ASSERT_EQ(whole.size(), clip().frameTimes.size());
    EXPECT_EQ(clean.engine.counters().damaged, 0U);

    // Inside the second of three groups of pictures of about 2 s.
    constexpr Time kNextKeyFrame(4'080'000);
    const auto source = test::sourceOf(clip().video);
    Fixture play(
        {{TrackKind::Video, std::make_shared<test::Damaged>(source, source->size() / 2, 600), "video"}});
    std::size_t shown = 0;
    Time last{0};
    std::set<Time> seen;
    for (Picture picture = play.next(); picture.pixels; picture = play.next()) {
        ++shown;
        last = picture.pts;
        seen.insert(picture.pts);
        ASSERT_EQ(*picture.pixels, whole.at(picture.pts)) << picture.pts.count();
    }
    EXPECT_FALSE(play.engine.pictures().state().error);
    EXPECT_EQ(last, Time(clip().frameTimes.back()));
    EXPECT_LT(shown, whole.size());
    EXPECT_GE(play.engine.counters().damaged, 1U);
    EXPECT_GT(play.engine.counters().damagedAt, Time(2'000'000));
    EXPECT_LT(play.engine.counters().damagedAt, Time(4'000'000));
    for (const auto& [pts, pixels] : whole)
        EXPECT_TRUE(seen.contains(pts) || (pts >= Time(2'000'000) && pts < kNextKeyFrame)) << pts.count();
}

TEST(Engine, AFilmThatCannotBeOpenedSaysWhy) {
    Fixture play({{TrackKind::Video, std::make_shared<MemorySource>(Bytes(4000, 7)), "video"}});
    ASSERT_TRUE(play.signal.waitFor([&] { return play.engine.status().failure.has_value(); }));
    EXPECT_EQ(play.engine.status().failure->code, "media_open_failed");
    EXPECT_FALSE(play.engine.status().opened);
}

TEST(Engine, StopsWithin250MsWhileTheSourceHangsAtTheHeader) {
    const auto took = test::quickest(milliseconds(250), [] {
        const auto hanging = std::make_shared<test::Hanging>(test::sourceOf(clip().video), 0);
        Signal signal;
        auto engine = std::make_unique<Engine>(std::vector<TrackSource>{{TrackKind::Video, hanging, ""}},
                                               EngineOptions{}, signal.callback());
        hanging->waitUntilBlocked();
        const test::Stopwatch watch;
        engine.reset();
        const auto elapsed = watch.elapsed();
        hanging->release();
        return elapsed;
    });
    EXPECT_LT(took, milliseconds(250));
}

TEST(Engine, ASeekGetsAwayFromAPartThatHangs) {
    const auto whole = test::sourceOf(clip().video);
    const auto hanging = std::make_shared<test::Hanging>(whole, whole->size() - 1);
    // Only the index at the very end hangs: opening waits for it, and a seek in the meantime must not be
    // lost.
    Fixture play({{TrackKind::Video, hanging, ""}});
    hanging->waitUntilBlocked();
    play.engine.seek(timeOf(60), SeekMode::Exact);
    hanging->release();
    Picture picture = play.next();
    if (picture.provisional) picture = play.next();
    EXPECT_EQ(picture.pts, timeOf(60));
}

TEST(Engine, StopsAtOnceWhileEveryQueueIsFull) {
    const auto took = test::quickest(milliseconds(250), [] {
        Signal signal;
        auto engine = std::make_unique<Engine>(test::sourcesOf(clip()), EngineOptions{}, signal.callback());
        EXPECT_TRUE(signal.waitFor([&] { return engine->pictures().size() == PictureQueue::kCapacity; }));
        const test::Stopwatch watch;
        engine.reset();
        return watch.elapsed();
    });
    EXPECT_LT(took, milliseconds(250));
}

TEST(Engine, ClearSamplesWaitingAreBounded) {
    Fixture play(test::sourcesOf(clip()));
    ASSERT_TRUE(play.next().pixels);
    ASSERT_TRUE(
        play.signal.waitFor([&] { return play.engine.pictures().size() == PictureQueue::kCapacity; }));
    // A second of each track and one packet, not the film.
    EXPECT_LT(play.engine.counters().peakQueuedBytes, test::sourceOf(clip().video)->size() / 2);
    EXPECT_LT(play.engine.bufferedUntil(), Time(3'000'000));
}

std::size_t residentBytes() {
    std::ifstream in("/proc/self/statm");
    std::size_t pages = 0;
    in >> pages >> pages;
    return pages * 4096;
}

TEST(Engine, MemoryDoesNotGrowWithOpens) {
    const auto video = test::sourceOf(clip().video);
    const auto sound = test::sourceOf(clip().audio);
    const auto once = [&] {
        Fixture play({{TrackKind::Video, video, ""}, {TrackKind::Audio, sound, ""}});
        for (int i = 0; i < 5; ++i)
            play.next();
    };
    for (int i = 0; i < 10; ++i)
        once();
    const std::size_t before = residentBytes();
    for (int i = 0; i < 20; ++i)
        once();
        // One kept decoder with its frames would be more than 2 MB each time.
#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
    EXPECT_LT(residentBytes(), before + 8 * 1024 * 1024);
#else
    EXPECT_GT(before, 0U);
#endif
}

}  // namespace
}  // namespace keyreel::playback
