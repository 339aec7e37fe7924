#include "tests/integration/sound/sound_test.h"

#include <gtest/gtest.h>

#include <QTest>
#include <cmath>

#include "player/player.h"
#include "tests/integration/sound/sound_server.h"
#include "tests/unit/playback/clips.h"

namespace keyreel::player {
namespace {

using std::chrono::milliseconds;

/// Waits for what is heard or reported; 30 s are far more than any healthy run needs.
#define WAIT_FOR(condition) ASSERT_TRUE(QTest::qWaitFor([&] { return (condition); }, 30'000)) << #condition

/// 90 s of picture and a tone of 440 Hz: no test comes to its end.
const test::Clip& film() {
    static const test::Clip kFilm = test::makeClip(
        "sound",
        "-f lavfi -i testsrc2=size=320x180:rate=25:duration=90 -c:v libx264 -preset ultrafast -g 50 -pix_fmt "
        "yuv420p "
        "-f mp4 -movflags +empty_moov+default_base_moof+frag_keyframe+delay_moov",
        "-f lavfi -i sine=frequency=440:sample_rate=48000:duration=90 -af volume=4 -ac 2 -c:a aac -b:a 128k "
        "-frag_duration 2000000 -f mp4 -movflags +empty_moov+default_base_moof+delay_moov");
    return kFilm;
}

constexpr qsizetype kHalfSecond = 24'000 * 4;

/// What a person would hear of a recording.
struct Heard {
    double seconds = 0;    ///< Of sound that is not silence.
    double loudness = 0;   ///< Root mean square of that part, 0 to 1.
    double frequency = 0;  ///< From its zero crossings.
};

Heard listen(const QByteArray& recording) {
    const auto* samples = reinterpret_cast<const qint16*>(recording.constData());
    const qsizetype frames = recording.size() / 4;
    constexpr qsizetype kWindow = 480;
    qsizetype loud = 0;
    double energy = 0;
    qsizetype crossings = 0;
    for (qsizetype at = 0; at + kWindow <= frames; at += kWindow) {
        double sum = 0;
        qsizetype up = 0;
        for (qsizetype i = at; i < at + kWindow; ++i) {
            const double sample = samples[2 * i] / 32768.0;
            sum += sample * sample;
            if (i > 0 && samples[2 * i - 2] < 0 && samples[2 * i] >= 0) ++up;
        }
        if (std::sqrt(sum / double(kWindow)) < 0.01) continue;
        loud += kWindow;
        energy += sum;
        crossings += up;
    }
    if (loud == 0) return {};
    return {double(loud) / 48000.0, std::sqrt(energy / double(loud)),
            double(crossings) * 48000.0 / double(loud)};
}

TEST(Sound, TheToneOfTheFilmReachesTheDevice) {
    ASSERT_TRUE(test::theServer->start());
    Player player;
    player.open(test::sourcesOf(film()));
    WAIT_FOR(player.state() == PlayerState::Playing);
    test::theServer->startCapture();
    const auto begin = player.position();
    WAIT_FOR(player.position() > begin + milliseconds(3000));
    EXPECT_TRUE(player.hasAudioDevice());
    QByteArray first;
    WAIT_FOR(listen(first += test::theServer->captured()).seconds > 2.0);
    const Heard heard = listen(first);
    EXPECT_GT(heard.loudness, 0.1);
    EXPECT_NEAR(heard.frequency, 440, 10);
    EXPECT_LT(std::abs(player.statistics().audioOffset.count()), 80'000);

    player.pause();
    // What the device still held comes out; then there is nothing.
    QByteArray rest;
    WAIT_FOR((rest += test::theServer->captured()).size() > kHalfSecond &&
             listen(rest.right(kHalfSecond)).seconds == 0);

    player.play();
    QByteArray recording;
    WAIT_FOR(listen(recording += test::theServer->captured()).seconds > 0.5);
    EXPECT_NEAR(listen(recording).frequency, 440, 15);
}

TEST(Sound, WithoutAServerTheFilmPlays) {
    Player player;
    player.open(test::sourcesOf(film()));
    WAIT_FOR(player.state() == PlayerState::Playing);
    WAIT_FOR(!player.hasAudioDevice());
    WAIT_FOR(player.position() > milliseconds(1000));
    EXPECT_GT(player.statistics().shown, 15U);
    EXPECT_EQ(player.state(), PlayerState::Playing);
}

TEST(Sound, ADeviceThatIsTakenAwayIsNoticedAndFoundAgain) {
    ASSERT_TRUE(test::theServer->start());
    Player player;
    player.open(test::sourcesOf(film()));
    WAIT_FOR(player.state() == PlayerState::Playing && player.position() > milliseconds(500));
    EXPECT_TRUE(player.hasAudioDevice());
    ASSERT_TRUE(test::theServer->unplug());
    WAIT_FOR(!player.hasAudioDevice());
    const auto lost = player.position();
    WAIT_FOR(player.position() > lost + milliseconds(1000));
    EXPECT_EQ(player.state(), PlayerState::Playing);
    ASSERT_TRUE(test::theServer->plug());
    WAIT_FOR(player.hasAudioDevice());
    test::theServer->startCapture();
    QByteArray recording;
    WAIT_FOR(listen(recording += test::theServer->captured()).seconds > 0.5);
    EXPECT_NEAR(listen(recording).frequency, 440, 15);
}

/// The film's tone is heard from that sink.
bool isHeardFrom(const QString& sink) {
    test::theServer->startCapture(sink);
    QByteArray recording;
    return QTest::qWaitFor([&] { return listen(recording += test::theServer->captured()).seconds > 0.5; },
                           30'000);
}

TEST(Sound, AChosenDeviceIsKeptAndTheDefaultIsFollowed) {
    const QString second = QStringLiteral("second");
    ASSERT_TRUE(test::theServer->start());
    ASSERT_TRUE(test::theServer->plug(second));
    ASSERT_TRUE(test::theServer->makeDefault(test::SoundServer::kFirst));
    Player player;
    player.open(test::sourcesOf(film()));
    WAIT_FOR(player.state() == PlayerState::Playing);
    WAIT_FOR(player.soundDevices().size() == 2);
    EXPECT_TRUE(isHeardFrom(test::SoundServer::kFirst));
    // Whichever is the system's default.
    ASSERT_TRUE(test::theServer->makeDefault(second));
    EXPECT_TRUE(isHeardFrom(second));
    // The chosen one, whatever the default is; sound stays with the picture.
    std::string chosen;
    for (const AudioDevice& device : player.soundDevices())
        if (device.id.find(test::SoundServer::kFirst.toStdString()) != std::string::npos) chosen = device.id;
    ASSERT_FALSE(chosen.empty());
    player.setSoundDevice(chosen);
    EXPECT_TRUE(isHeardFrom(test::SoundServer::kFirst));
    EXPECT_LT(std::abs(player.statistics().audioOffset.count()), 80'000);
    // While it is gone the default has the sound, and it gives it back.
    ASSERT_TRUE(test::theServer->unplug());
    EXPECT_TRUE(isHeardFrom(second));
    WAIT_FOR(player.soundDevices().size() == 1);
    ASSERT_TRUE(test::theServer->plug());
    ASSERT_TRUE(test::theServer->makeDefault(second));
    WAIT_FOR(player.soundDevices().size() == 2);
    EXPECT_TRUE(isHeardFrom(test::SoundServer::kFirst));
    EXPECT_EQ(player.state(), PlayerState::Playing);
}

TEST(Sound, AServerThatDiesDoesNotStopTheFilm) {
    ASSERT_TRUE(test::theServer->start());
    {
        Player player;
        player.open(test::sourcesOf(film()));
        WAIT_FOR(player.state() == PlayerState::Playing && player.position() > milliseconds(500));
        test::theServer->kill();
        WAIT_FOR(!player.hasAudioDevice());
        const auto lost = player.position();
        WAIT_FOR(player.position() > lost + milliseconds(1000));
        EXPECT_EQ(player.state(), PlayerState::Playing);
    }
}

}  // namespace
}  // namespace keyreel::player
