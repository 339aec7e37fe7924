#include "player/player.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <functional>
#include <random>

#include "player/video_surface.h"
#include "tests/support/quickest.h"
#include "tests/unit/playback/clips.h"
#include "tests/unit/playback/odd_sources.h"
#include "tests/unit/player/player_fixture.h"

namespace keyreel::player {
namespace {

using playback::TrackKind;
using playback::TrackSource;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using test::Fixture;

const test::Clip& clip() {
    return test::h264Clip();
}

microseconds timeOf(std::size_t frame) {
    return microseconds(clip().frameTimes.at(frame));
}

TEST(Player, OpensPausedWithTheFirstPicture) {
    Fixture f;
    QSignalSpy durations(f.player.get(), &Player::durationChanged);
    f.player->open(test::sourcesOf(clip()), {}, true);
    EXPECT_EQ(f.player->state(), PlayerState::Opening);
    WAIT_FOR(f.player->state() == PlayerState::Paused);
    EXPECT_EQ(f.player->currentFramePts(), timeOf(0));
    EXPECT_EQ(f.player->currentImage().size(), QSize(320, 180));
    ASSERT_EQ(durations.size(), 1);
    EXPECT_NEAR(static_cast<double>(durations[0][0].toLongLong()), 6000, 60);
    EXPECT_GE(f.player->statistics().openToFirstFrame.count(), 0);
    EXPECT_EQ(f.player->info().tracks.size(), 2U);
    f.player->close();
    EXPECT_EQ(f.player->state(), PlayerState::Idle);
    EXPECT_TRUE(f.player->currentImage().isNull());
}

TEST(Player, PictureFollowsTheSoundThatIsHeard) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    // The device holds 120 ms: what is heard, and so the picture, is that much behind what it has taken.
    f.run(milliseconds(1500), milliseconds(120));
    const auto position = f.player->position();
    EXPECT_NEAR(static_cast<double>(position.count()), 1'500'000 - 120'000, 45'000);
    WAIT_FOR(f.player->currentFramePts() + milliseconds(45) > f.player->position());
    EXPECT_LE(f.player->currentFramePts(), f.player->position());
    EXPECT_GT(f.script->peak, 0.05F);
}

TEST(Player, WithoutADeviceTheFilmPlaysOnToItsEnd) {
    Fixture f(AudioOutput::State::NoDevice);
    QSignalSpy device(f.player.get(), &Player::audioDeviceChanged);
    f.player->open(test::sourcesOf(clip()), milliseconds(5000));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    WAIT_FOR(!f.player->hasAudioDevice());
    EXPECT_EQ(device.size(), 1);
    f.run(milliseconds(500));
    EXPECT_NEAR(static_cast<double>(f.player->position().count()), 5'500'000, 20'000);
    while (f.player->state() != PlayerState::Ended && f.player->position() < milliseconds(7000))
        f.run(milliseconds(50));
    EXPECT_EQ(f.player->state(), PlayerState::Ended);
    EXPECT_EQ(f.player->currentFramePts(), microseconds(clip().frameTimes.back()));
    EXPECT_FALSE(f.player->wantsToPlay());
}

TEST(Player, ADeviceThatVanishesAndReturnsOnlyCostsTheSound) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(500));
    f.script->become(AudioOutput::State::NoDevice);
    WAIT_FOR(!f.player->hasAudioDevice());
    f.run(milliseconds(1000));
    EXPECT_EQ(f.player->state(), PlayerState::Playing);
    EXPECT_NEAR(static_cast<double>(f.player->position().count()), 1'500'000, 60'000);
    f.script->become(AudioOutput::State::Running);
    WAIT_FOR(f.player->hasAudioDevice());
    const std::size_t before = f.script->loudFrames;
    f.run(milliseconds(500));
    EXPECT_GT(f.script->loudFrames, before + 48 * 300);
    EXPECT_NEAR(static_cast<double>(f.player->position().count()), 2'000'000, 90'000);
}

TEST(Player, EndsKeepsTheLastFrameAndBeginsAgain) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()), milliseconds(5500));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    for (int i = 0; i < 40 && f.player->state() != PlayerState::Ended; ++i)
        f.run(milliseconds(50));
    ASSERT_EQ(f.player->state(), PlayerState::Ended);
    EXPECT_FALSE(f.player->currentImage().isNull());
    f.player->play();
    WAIT_FOR(f.player->state() == PlayerState::Playing && f.player->currentFramePts() == timeOf(0));
    EXPECT_LT(f.player->position(), milliseconds(200));
}

TEST(Player, PauseStandsStillAndTakesNoSound) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(300));
    f.player->toggle();
    EXPECT_EQ(f.player->state(), PlayerState::Paused);
    EXPECT_TRUE(f.script->paused);
    const auto position = f.player->position();
    const std::size_t loud = f.script->loudFrames;
    f.wall->advance(milliseconds(700));
    f.script->take(milliseconds(100));
    // Everything it would need to go on is at hand.
    WAIT_FOR(f.player->isAhead());
    QCoreApplication::processEvents();
    EXPECT_EQ(f.player->position(), position);
    EXPECT_EQ(f.script->loudFrames, loud);
    f.player->toggle();
    WAIT_FOR(f.player->state() == PlayerState::Playing && !f.script->paused);
}

TEST(Player, ExactSeekAndStepsShowTheRightFrames) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()), {}, true);
    WAIT_FOR(f.player->state() == PlayerState::Paused);
    f.player->seek(timeOf(77) + microseconds(900));
    WAIT_FOR(f.player->currentFramePts() == timeOf(77));
    EXPECT_EQ(f.player->state(), PlayerState::Paused);
    f.player->stepForward();
    WAIT_FOR(f.player->currentFramePts() == timeOf(78));
    for (const std::size_t frame : {77, 76, 75, 74}) {
        f.player->stepBack();
        WAIT_FOR(f.player->currentFramePts() == timeOf(frame));
    }
    f.player->stepForward();
    WAIT_FOR(f.player->currentFramePts() == timeOf(75));
    EXPECT_EQ(f.player->position(), timeOf(75));
}

TEST(Player, AScrubEndsOnTheLastRequestAndPlaysOn) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    std::mt19937 random(5);
    for (int i = 0; i < 120; ++i) {
        f.player->preview(timeOf(std::uniform_int_distribution<std::size_t>(0, 149)(random)));
        if (i % 10 == 0) QCoreApplication::processEvents();
    }
    f.player->preview(timeOf(110));
    WAIT_FOR(f.player->currentFramePts() == timeOf(100));
    // Still held: time passes, the pictures that follow are at hand, the one on screen stays.
    f.wall->advance(milliseconds(500));
    WAIT_FOR(f.player->buffered() > timeOf(115));
    QCoreApplication::processEvents();
    EXPECT_EQ(f.player->currentFramePts(), timeOf(100));
    EXPECT_EQ(f.player->position(), timeOf(110));
    f.player->seek(timeOf(110));
    WAIT_FOR(f.player->currentFramePts() == timeOf(110));
    f.run(milliseconds(200));
    EXPECT_EQ(f.player->state(), PlayerState::Playing);
    EXPECT_GT(f.player->currentFramePts(), timeOf(112));
}

TEST(Player, SpeedScalesTimeAndSoundStays) {
    Fixture f;
    f.player->setSpeed(2);
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(1000));
    EXPECT_NEAR(static_cast<double>(f.player->position().count()), 2'000'000, 90'000);
    EXPECT_GT(f.script->peak, 0.05F);
    f.player->setSpeed(99);
    EXPECT_EQ(f.player->speed(), 4.0);
}

TEST(Player, MuteIsSilentAndLoudAgain) {
    Fixture f;
    f.player->setMuted(true);
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(50));
    f.script->peak = 0;
    f.run(milliseconds(300));
    EXPECT_EQ(f.script->peak, 0);
    f.player->setMuted(false);
    f.run(milliseconds(100));
    EXPECT_GT(f.script->peak, 0.05F);
}

TEST(Player, APartThatHangsShowsBufferingAndGoesOn) {
    Fixture f;
    const auto whole = test::sourceOf(clip().video);
    const auto hanging = std::make_shared<test::Hanging>(whole, whole->size() * 3 / 4);
    f.player->open({{TrackKind::Video, hanging, ""}});
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    // A decoder keeps the last few pictures back until it knows what follows.
    const auto dry = [&] {
        return hanging->blocked() && f.player->buffered() < f.player->position() + milliseconds(250);
    };
    for (int i = 0; i < 600 && !dry(); ++i)
        f.run(milliseconds(10), {}, dry);
    WAIT_FOR((f.run(milliseconds(10), {}, dry), f.player->state() == PlayerState::Buffering));
    EXPECT_TRUE(f.player->wantsToPlay());
    const auto stopped = f.player->position();
    f.run(milliseconds(200));
    EXPECT_EQ(f.player->position(), stopped);
    hanging->release();
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(300));
    EXPECT_GT(f.player->position(), stopped);
}

TEST(Player, ClosingWhileTheSourceHangsIsQuick) {
    const auto took = test::quickest(milliseconds(250), [] {
        Fixture f;
        const auto hanging = std::make_shared<test::Hanging>(test::sourceOf(clip().video), 0);
        f.player->open({{TrackKind::Video, hanging, ""}});
        hanging->waitUntilBlocked();
        const test::Stopwatch watch;
        f.player.reset();
        const auto elapsed = watch.elapsed();
        hanging->release();
        return elapsed;
    });
    EXPECT_LT(took, milliseconds(250));
}

TEST(Player, AChangedPartFailsWithItsCodeAndKeepsThePicture) {
    Fixture f;
    const auto whole = test::sourceOf(clip().video);
    f.player->open({{TrackKind::Video,
                     std::make_shared<test::Refusing>(whole, whole->size() * 3 / 4, "part_changed"), ""}});
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    for (int i = 0; i < 200 && f.player->state() != PlayerState::Failed; ++i)
        f.run(milliseconds(50));
    ASSERT_EQ(f.player->state(), PlayerState::Failed);
    EXPECT_EQ(f.player->error().code, "part_changed");
    EXPECT_FALSE(f.player->currentImage().isNull());
    EXPECT_GT(f.player->currentFramePts(), milliseconds(1000));
    // Somewhere else the film is whole.
    f.player->seek(milliseconds(500));
    WAIT_FOR(f.player->state() == PlayerState::Paused && f.player->currentFramePts() < milliseconds(600));
}

TEST(Player, WhatIsNoFilmFails) {
    Fixture f;
    f.player->open({{TrackKind::Video, std::make_shared<MemorySource>(Bytes(3000, 1)), ""}});
    WAIT_FOR(f.player->state() == PlayerState::Failed);
    EXPECT_EQ(f.player->error().code, "media_open_failed");
    f.player->open(test::sourcesOf(clip()), {}, true);
    WAIT_FOR(f.player->state() == PlayerState::Paused);
}

TEST(VideoSurface, PaintsThePictureBetweenBlackBars) {
    const test::Clip flat =
        test::makeClip("flat",
                       "-f lavfi -i color=c=0xC04020:size=320x180:rate=25:duration=1,format=gbrp -vf "
                       "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p -c:v libx264 -qp 4 -f mp4",
                       "");
    Fixture f;
    VideoSurface surface;
    surface.resize(400, 400);
    surface.setPlayer(f.player.get());
    surface.show();
    EXPECT_EQ(surface.grab().toImage().pixelColor(200, 200), QColor(Qt::black));
    f.player->open(test::sourcesOf(flat), {}, true);
    WAIT_FOR(f.player->state() == PlayerState::Paused);
    // Made for the surface, not scaled by it.
    EXPECT_EQ(f.player->currentImage().size(), QSize(400, 225));
    const QImage shown = surface.grab().toImage();
    EXPECT_EQ(shown.pixelColor(200, 40), QColor(Qt::black));
    EXPECT_EQ(shown.pixelColor(200, 360), QColor(Qt::black));
    const QColor middle = shown.pixelColor(200, 200);
    EXPECT_NEAR(middle.red(), 0xC0, 3);
    EXPECT_NEAR(middle.green(), 0x40, 3);
    EXPECT_NEAR(middle.blue(), 0x20, 3);
    EXPECT_EQ(surface.pictureRect(), QRect(0, 87, 400, 225));
    EXPECT_FALSE(surface.accessibleName().isEmpty());
    // A new size comes from the decoder, also while paused.
    surface.resize(200, 300);
    WAIT_FOR(f.player->currentImage().width() == 200);
    EXPECT_EQ(f.player->state(), PlayerState::Paused);
    f.player.reset();
    EXPECT_EQ(surface.grab().toImage().pixelColor(100, 150), QColor(Qt::black));
}

}  // namespace
}  // namespace keyreel::player
