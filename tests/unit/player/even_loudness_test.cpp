#include <gtest/gtest.h>

#include "tests/unit/playback/clips.h"
#include "tests/unit/player/player_fixture.h"

namespace keyreel::player {
namespace {

using playback::TrackKind;
using playback::TrackSource;
using std::chrono::milliseconds;
using test::Fixture;

constexpr float kAsMade = 0.04F;
constexpr float kLouder = 0.1F;

/// A tone of a fortieth of full scale that begins after a second of silence, beside a picture of 6 s.
std::vector<TrackSource> whisper() {
    static const test::Clip kClip = test::makeClip(
        "whisper", "",
        "-f lavfi -i sine=frequency=440:sample_rate=48000:duration=5 -af volume=0.2,adelay=1000:all=1 -ac 2 "
        "-c:a aac -b:a 96k -f mp4 -movflags +empty_moov+default_base_moof -frag_duration 1000000");
    std::vector<TrackSource> sources = test::sourcesOf(test::h264Clip());
    sources.back() = {TrackKind::Audio, test::sourceOf(kClip.audio), "whisper"};
    return sources;
}

/// What the device gets within half a second.
float peakOf(Fixture& f) {
    f.script->peak = 0;
    f.run(milliseconds(500));
    return f.script->peak;
}

/// Where the tone is heard first.
milliseconds onset(Fixture& f) {
    f.script->peak = 0;
    while (f.script->peak < 0.005F && f.player->position() < milliseconds(3000))
        f.run(milliseconds(10));
    return std::chrono::duration_cast<milliseconds>(f.player->position());
}

TEST(EvenLoudness, MakesAWhisperAudibleAndKeepsItWithThePicture) {
    for (const bool even : {false, true}) {
        Fixture f;
        EXPECT_FALSE(f.player->evenLoudness());
        f.player->setEvenLoudness(even);
        f.player->open(whisper());
        WAIT_FOR(f.player->state() == PlayerState::Playing);
        EXPECT_NEAR(static_cast<double>(onset(f).count()), 1000, 30) << even;
        f.run(milliseconds(500));
        const float peak = peakOf(f);
        EXPECT_TRUE(even ? peak > kLouder : peak < kAsMade) << peak;
        EXPECT_LT(std::abs(f.player->statistics().audioOffset.count()), 20'000) << even;
        f.player->seek(milliseconds(4500));
        WAIT_FOR(f.player->position() >= milliseconds(4500));
        EXPECT_GT(peakOf(f), even ? kLouder : 0.01F);
    }
}

TEST(EvenLoudness, ChangesWhereTheFilmIs) {
    Fixture f;
    f.player->open(whisper(), milliseconds(2000));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    f.run(milliseconds(300));
    EXPECT_LT(peakOf(f), kAsMade);
    const auto here = f.player->position();
    f.player->setEvenLoudness(true);
    EXPECT_EQ(f.player->position(), here);
    WAIT_FOR(f.player->statistics().lastSeek.count() >= 0 && f.player->state() == PlayerState::Playing);
    EXPECT_GT(peakOf(f), kLouder);
    EXPECT_NEAR(static_cast<double>((f.player->position() - here).count()), 500'000, 30'000);
    // At another speed as well.
    f.player->setSpeed(1.5);
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    EXPECT_GT(peakOf(f), kLouder);
    f.player->setSpeed(1);
    f.player->setEvenLoudness(false);
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    EXPECT_LT(peakOf(f), kAsMade);
    // The next film has it, too.
    f.player->setEvenLoudness(true);
    f.player->close();
    f.player->open(whisper(), milliseconds(2000));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    EXPECT_GT(peakOf(f), kLouder);
}

}  // namespace
}  // namespace keyreel::player
