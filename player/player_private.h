#pragma once

#include <QImage>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "player/media_clock.h"
#include "player/playback/engine.h"
#include "player/player.h"
#include "player/sound_feed.h"

namespace keyreel::player {

inline qint64 inMilliseconds(MediaClock::Time time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

/// The state machine behind Player. All on the GUI thread; the engine and the sound output only post updates.
class Player::Private {
public:
    using Time = std::chrono::microseconds;

    Private(Player* owner, std::unique_ptr<AudioOutput> audioOutput, std::shared_ptr<const Clock> monotonic);
    ~Private();

    void open(std::vector<playback::TrackSource> sources, Time startAt, bool paused);
    void close();
    void play();
    void pause();
    void seek(Time target, playback::SeekMode mode);
    void stepForward();
    void stepBack();
    void setSpeed(double wanted);
    void setEvenLoudness(bool even);
    void setLoop(std::optional<PlayerLoop> wanted);
    void setSound(playback::TrackSource source);
    [[nodiscard]] PlayerStatistics measured() const;
    void renewPicture();
    void applyVolume();
    void setOutputSize(int width, int height);
    void setTuning(const playback::PictureTuning& wanted);
    [[nodiscard]] Time position() const;
    [[nodiscard]] Time buffered() const;
    [[nodiscard]] bool isAhead() const;

    Player* q;
    std::unique_ptr<AudioOutput> output;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<MediaClock> mediaClock;
    std::shared_ptr<SoundFeed> feed;
    std::unique_ptr<playback::Engine> engine;

    PlayerState state = PlayerState::Idle;
    bool wantsToPlay = false;
    double speed = 1;
    bool even = false;
    double volume = 1;
    bool muted = false;
    bool deviceMissing = false;
    Error error;
    playback::MediaInfo info;
    QImage image;
    PlayerStatistics statistics;
    std::optional<Time> shownPts;
    std::optional<std::size_t> rung;
    std::optional<PlayerLoop> loop;
    playback::PictureTuning tuning;

private:
    /// What the picture that is awaited is for.
    enum class Purpose { Seek, Preview, Step, Refresh };

    void post();
    void update();
    void restart(Time target, playback::SeekMode mode, Purpose purpose);
    void arrive();
    void settle(const playback::Picture& picture);
    void showDue();
    bool repeatIfOver();
    void renewSound(Time here);
    void changeSound(playback::TrackSource source);
    void followSound();
    void show(playback::Picture picture);
    void followRung(const playback::Picture& picture);
    void startIfReady();
    void hold();
    void finishIfOver();
    void fail(Error reason);
    void setState(PlayerState next);
    void report();
    void audioChanged();
    void scheduleNext();
    [[nodiscard]] bool enoughBuffered() const;
    [[nodiscard]] std::chrono::nanoseconds now() const { return clock->elapsed(); }

    QTimer m_tick;
    QTimer m_report;
    std::atomic<bool> m_posted{false};
    std::optional<playback::TrackSource> m_sound;        ///< The track that plays, or is to.
    std::optional<playback::TrackSource> m_soundBefore;  ///< While m_sound is being opened.
    std::uint64_t m_soundChanges = 0;
    std::vector<AudioDevice> m_devices;  ///< As last told.
    bool m_announced = false;
    bool m_awaiting = false;
    bool m_previewing = false;
    bool m_ended = false;
    bool m_stepWanted = false;
    bool m_inLoop = false;  ///< Its end lies ahead of what plays.
    Purpose m_purpose = Purpose::Seek;
    Time m_target{0};
    Time m_floor{
        0};  ///< What was sought; the clock may stand a little earlier until the first sound is heard.
    Time m_shownEnd{0};
    int m_width = 0;
    int m_height = 0;
    int m_madeForWidth = 0;
    int m_madeForHeight = 0;
    std::chrono::nanoseconds m_openedAt{0};
    std::chrono::nanoseconds m_soughtAt{0};
    std::chrono::nanoseconds m_stalledAt{0};
    qint64 m_reportedBuffer = -1;
    std::uint64_t m_reportedDamage = 0;
};

}  // namespace keyreel::player
