// What a person waits for, and what the computer does, while our player plays one film in a window of 1280 x
// 720: player_bench [--key KID:KEY] [--opens N] [--seeks N] [--play SECONDS] VIDEO [AUDIO]. The tracks are
// MP4 files, clear or protected under the key. Prints one JSON object (bench/player_beside_mpv.py runs it
// beside its peer).

#include <sys/resource.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/cenc/clear_view.h"
#include "core/package/decrypt_file.h"
#include "player/player.h"
#include "player/video_surface.h"

namespace {

using namespace keyreel;
using namespace std::chrono_literals;
using Time = std::chrono::microseconds;

constexpr int kPatienceMs = 30'000;

/// Waits in the event loop until `reached`; how long that took, or nothing when it never was.
template <class Reached>
std::optional<double> waitFor(Reached reached) {
    QElapsedTimer clock;
    clock.start();
    while (!reached()) {
        if (clock.elapsed() > kPatienceMs) return std::nullopt;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peakMiB() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void list(const char* name, const std::vector<double>& values) {
    std::printf("\"%s\":[", name);
    for (std::size_t i = 0; i < values.size(); ++i)
        std::printf("%s%.3f", i == 0 ? "" : ",", values[i]);
    std::printf("],");
}

class Bench {
public:
    Bench(QStringList files, std::shared_ptr<const cenc::KeyRing> keys)
        : m_files(std::move(files)), m_keys(std::move(keys)) {
        m_surface.setPlayer(&m_player);
        m_surface.setWindowFlag(Qt::FramelessWindowHint);
        m_surface.resize(1280, 720);
        m_surface.show();
        QObject::connect(&m_player, &player::Player::frameChanged, &m_surface, [this]() { ++m_frames; });
    }

    /// From the call until the first picture stands in the window.
    std::optional<double> open(bool paused) {
        m_player.close();
        auto tracks = sources();
        if (!tracks) {
            std::fprintf(stderr, "%s: %s\n", tracks.error().code.c_str(), tracks.error().what.c_str());
            return std::nullopt;
        }
        const auto before = m_frames;
        m_player.open(std::move(*tracks), Time(0), paused);
        auto took = waitFor([&] { return m_frames != before || failed(); });
        if (failed()) return std::nullopt;
        return took;
    }

    std::optional<double> exactSeek(Time target) {
        const double rate = m_player.info().find(playback::TrackKind::Video)->frameRate;
        const Time frame(static_cast<std::int64_t>(1e6 / (rate > 0 ? rate : 25)));
        m_player.seek(target);
        return waitFor([&] {
            const Time pts = m_player.currentFramePts();
            return failed() || (pts <= target && pts + frame + 1ms > target);
        });
    }

    std::optional<double> keyFrameSeek(Time target) {
        const auto before = m_frames;
        m_player.preview(target);
        return waitFor([&] { return m_frames != before || failed(); });
    }

    [[nodiscard]] player::Player& player() { return m_player; }
    [[nodiscard]] bool failed() const { return m_player.state() == player::PlayerState::Failed; }

private:
    Result<std::vector<playback::TrackSource>> sources() const {
        std::vector<playback::TrackSource> tracks;
        for (const auto kind : {playback::TrackKind::Video, playback::TrackKind::Audio}) {
            const bool own = kind == playback::TrackKind::Audio && m_files.size() > 1;
            KEYREEL_TRY(auto file, FileSource::open(m_files[own ? 1 : 0].toStdString()));
            std::shared_ptr<ByteSource> bytes = std::make_shared<FileSource>(std::move(file));
            if (!m_keys->empty()) {
                KEYREEL_TRY(bytes, cenc::ClearView::open(bytes, m_keys));
            }
            tracks.push_back(
                {kind, std::move(bytes), kind == playback::TrackKind::Video ? "video" : "sound"});
        }
        return tracks;
    }

    const QStringList m_files;
    const std::shared_ptr<const cenc::KeyRing> m_keys;
    player::Player m_player;
    player::VideoSurface m_surface;
    quint64 m_frames = 0;
};

int run(const QCommandLineParser& arguments, const std::shared_ptr<const cenc::KeyRing>& keys) {
    Bench bench(arguments.positionalArguments(), keys);
    std::vector<double> opens;
    for (int i = 0; i < arguments.value(QStringLiteral("opens")).toInt(); ++i) {
        const auto took = bench.open(true);
        if (!took) return 1;
        opens.push_back(*took);
    }
    // The same places for everybody, wherever they are in their groups of pictures.
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(0.02, 0.95);
    const auto length = static_cast<double>(bench.player().duration().count());
    std::vector<double> exact;
    std::vector<double> keyFrames;
    for (int i = 0; i < arguments.value(QStringLiteral("seeks")).toInt(); ++i) {
        const auto took = bench.exactSeek(Time(static_cast<std::int64_t>(length * place(random))));
        if (!took) return 1;
        exact.push_back(*took);
    }
    for (int i = 0; i < arguments.value(QStringLiteral("seeks")).toInt(); ++i) {
        const auto took = bench.keyFrameSeek(Time(static_cast<std::int64_t>(length * place(random))));
        if (!took) return 1;
        keyFrames.push_back(*took);
    }
    if (!bench.open(false)) return 1;
    const double seconds = arguments.value(QStringLiteral("play")).toDouble();
    const double before = processorSeconds();
    QElapsedTimer clock;
    clock.start();
    QTimer wake;
    wake.start(100ms);
    while (clock.elapsed() < static_cast<qint64>(seconds * 1000) && !bench.failed())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    const double spent = processorSeconds() - before;
    const auto statistics = bench.player().statistics();
    std::printf("{");
    list("openMs", opens);
    list("exactSeekMs", exact);
    list("keyFrameSeekMs", keyFrames);
    std::printf("\"cpuSecondsPerMinute\":%.2f,\"dropped\":%llu,\"shown\":%llu,\"peakMiB\":%.0f}\n",
                spent * 60 / seconds, static_cast<unsigned long long>(statistics.dropped),
                static_cast<unsigned long long>(statistics.shown), peakMiB());
    return bench.failed() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.addOptions(
        {{QStringLiteral("key"), QStringLiteral("KID:KEY"), QStringLiteral("key"), {}},
         {QStringLiteral("opens"), QStringLiteral("times"), QStringLiteral("n"), QStringLiteral("7")},
         {QStringLiteral("seeks"), QStringLiteral("times"), QStringLiteral("n"), QStringLiteral("40")},
         {QStringLiteral("play"), QStringLiteral("seconds"), QStringLiteral("n"), QStringLiteral("15")}});
    arguments.addPositionalArgument(QStringLiteral("files"), QStringLiteral("video, and sound of its own"));
    arguments.process(application);
    const auto keys = std::make_shared<cenc::KeyRing>();
    if (const std::string text = arguments.value(QStringLiteral("key")).toStdString(); !text.empty()) {
        const auto key = package::parseKeyArgument(text);
        if (!key || !keys->add(key->keyId, SecretBytes::copyOf(key->key.view())))
            return std::fputs("player_bench: --key is KID:KEY\n", stderr), 2;
    }
    if (arguments.positionalArguments().isEmpty()) arguments.showHelp(2);
    return run(arguments, keys);
}
