#include <gtest/gtest.h>

#include <QSignalSpy>

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

/// Silent for its first three seconds.
TrackSource lateTone() {
    static const test::Clip kClip = test::makeClip(
        "late_tone", "",
        "-f lavfi -i sine=frequency=440:sample_rate=48000:duration=3 -af adelay=3000:all=1 -ac 2 -c:a aac "
        "-b:a 96k -f mp4 -movflags +empty_moov+default_base_moof -frag_duration 1000000");
    return {TrackKind::Audio, test::sourceOf(kClip.audio), "audio-deu-2"};
}

TEST(SoundTracks, ChangeInTheMiddleKeepsThePlaceAndTheSync) {
    Fixture f;
    QSignalSpy changed(f.player.get(), &Player::soundTrackChanged);
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(1500));
    EXPECT_GT(f.script->peak, 0.05F);
    const auto before = f.player->position();
    const auto shown = f.player->statistics().shown;
    f.player->setSoundTrack(lateTone());
    EXPECT_EQ(f.player->position(), before);
    WAIT_FOR(changed.size() == 1);
    // What was queued of the first track is heard no more.
    f.script->peak = 0;
    f.script->loudFrames = 0;
    f.run(milliseconds(1000));
    EXPECT_LT(f.script->peak, 0.01F);
    EXPECT_NEAR(static_cast<double>((f.player->position() - before).count()), 1'000'000, 30'000);
    EXPECT_LE(f.player->statistics().shown, shown + 28);
    EXPECT_EQ(f.player->info().find(TrackKind::Audio)->sampleRate, 48'000);
    // The tone of the second track begins in the picture of its place.
    f.script->loudFrames = 0;
    while (f.script->peak < 0.05F && f.player->position() < milliseconds(5000))
        f.run(milliseconds(10));
    EXPECT_NEAR(static_cast<double>(f.player->position().count()), 3'000'000, 30'000);
    WAIT_FOR(f.player->currentFramePts() + milliseconds(45) > f.player->position());
    EXPECT_LT(std::abs(f.player->statistics().audioOffset.count()), 20'000);

    // A seek takes the new track along.
    f.player->seek(milliseconds(1000));
    f.script->peak = 0;
    WAIT_FOR(f.player->statistics().lastSeek.count() >= 0 && f.player->position() < milliseconds(1500));
    f.run(milliseconds(500));
    EXPECT_LT(f.script->peak, 0.01F);
}

TEST(SoundTracks, ChangeWhilePausedOrEndedIsHeardFromThere) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()), milliseconds(2000), true);
    WAIT_FOR(f.player->state() == PlayerState::Paused);
    QSignalSpy changed(f.player.get(), &Player::soundTrackChanged);
    f.player->setSoundTrack(lateTone());
    WAIT_FOR(changed.size() == 1);
    EXPECT_EQ(f.player->state(), PlayerState::Paused);
    EXPECT_EQ(f.player->position(), milliseconds(2000));
    f.player->play();
    f.run(milliseconds(500));
    EXPECT_LT(f.script->peak, 0.01F);
    f.player->seek(milliseconds(5500));
    while (f.player->state() != PlayerState::Ended && f.player->position() < milliseconds(7000))
        f.run(milliseconds(50));
    ASSERT_EQ(f.player->state(), PlayerState::Ended);
    f.player->setSoundTrack(test::sourcesOf(clip()).back());
    WAIT_FOR(changed.size() == 2);
    EXPECT_EQ(f.player->state(), PlayerState::Ended);
    f.script->peak = 0;
    f.player->play();
    f.run(milliseconds(500));
    EXPECT_GT(f.script->peak, 0.05F);
}

TEST(SoundTracks, OneThatCannotBeOpenedLeavesTheOneBefore) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(500));
    QSignalSpy refused(f.player.get(), &Player::soundTrackRefused);
    QSignalSpy changed(f.player.get(), &Player::soundTrackChanged);
    f.player->setSoundTrack(
        {TrackKind::Audio, std::make_shared<MemorySource>(Bytes(4096, 7)), "audio-fra-3"});
    WAIT_FOR(refused.size() == 1);
    EXPECT_EQ(refused.front().front().value<Error>().code, "media_open_failed");
    f.script->peak = 0;
    f.run(milliseconds(500));
    EXPECT_GT(f.script->peak, 0.05F);
    EXPECT_EQ(f.player->state(), PlayerState::Playing);
    EXPECT_TRUE(changed.isEmpty());
}

TEST(SoundTracks, OneThatHangsBuffersAndAnotherLeadsOut) {
    Fixture f;
    f.player->open(test::sourcesOf(clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(500));
    const auto here = f.player->position();
    const auto gate = std::make_shared<test::Hanging>(test::sourceOf(clip().audio), 0);
    f.player->setSoundTrack({TrackKind::Audio, gate, "audio-deu-2"});
    f.wall->advance(milliseconds(300));
    WAIT_FOR(f.player->state() == PlayerState::Buffering);
    EXPECT_EQ(f.player->position(), here);
    f.player->setSoundTrack(lateTone());
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(500));
    EXPECT_NEAR(static_cast<double>((f.player->position() - here).count()), 500'000, 30'000);
    gate->release();
}

}  // namespace
}  // namespace keyreel::player
