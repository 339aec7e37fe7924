#pragma once

#include <QImage>
#include <QObject>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "player/audio_output.h"
#include "player/playback/picture_tuning.h"
#include "player/playback/track_source.h"

namespace keyreel::player {

/// What a person sees of the player.
enum class PlayerState {
    Idle,       ///< Nothing is open.
    Opening,    ///< Opened, no picture yet.
    Buffering,  ///< Meant to play, but waits for the source.
    Playing,
    Paused,
    Ended,  ///< The last frame stays on screen; play() begins again at the start.
    Failed  ///< error() says why; the last frame stays on screen.
};

/// Counters since open().
struct PlayerStatistics {
    std::uint64_t shown = 0;    ///< Frames handed to the surface.
    std::uint64_t late = 0;     ///< Of those, more than one frame duration after their time.
    std::uint64_t dropped = 0;  ///< Decoded, but their time had passed before they could be shown.
    std::uint64_t decoded = 0;
    std::uint64_t corrupt = 0;                 ///< Packets that the decoder refused and that were skipped.
    std::size_t queuedPictures = 0;            ///< Decoded, waiting for their time.
    std::chrono::milliseconds queuedVideo{0};  ///< Clear samples that wait for the decoder.
    std::chrono::milliseconds queuedAudio{0};
    std::size_t queuedBytes = 0;                     ///< Of both.
    std::chrono::milliseconds queuedSound{0};        ///< Decoded, waiting for the device.
    std::chrono::milliseconds openToFirstFrame{-1};  ///< -1 until there is one.
    std::chrono::milliseconds lastSeek{-1};          ///< From the last seek to its first picture.
    std::uint64_t rungChanges = 0;                   ///< Of a ladder, between pictures that were shown.
    std::chrono::microseconds audioOffset{0};        ///< Sound heard minus clock, at the last correction.
    QString videoDecoder;
    QString audioDecoder;
};

/// A part that plays again and again.
struct PlayerLoop {
    std::chrono::microseconds from{0};
    std::chrono::microseconds to{0};

    bool operator==(const PlayerLoop&) const = default;
};

/// Plays one film: opens its tracks, keeps picture and sound together, and says what happens in signals.
/// Thread: the GUI thread. Nothing here blocks; stop and destruction take well under 250 ms even when a
/// source hangs.
class Player : public QObject {
    Q_OBJECT
public:
    /// Plays through the system's sound device.
    explicit Player(QObject* parent = nullptr);
    /// With another sound output and clock (tests).
    Player(std::unique_ptr<AudioOutput> output, std::shared_ptr<const Clock> clock,
           QObject* parent = nullptr);
    ~Player() override;

    /// Closes what is open and opens these tracks (at most one of each kind). Begins at `startAt`; plays at
    /// once unless `paused`. A failure arrives as state Failed.
    void open(std::vector<playback::TrackSource> sources, std::chrono::microseconds startAt = {},
              bool paused = false);
    /// Back to Idle; the last frame is forgotten.
    void close();

    void play();
    void pause();
    void toggle();
    /// To the frame at `target`, exactly. The newest call wins.
    void seek(std::chrono::microseconds target);
    /// While a person drags: the key frame before `target` at once; playback waits for seek() or play().
    void preview(std::chrono::microseconds target);
    /// One frame forward; pauses first.
    void stepForward();
    /// One frame back; pauses first.
    void stepBack();

    /// 0.25 to 4; outside it is bounded. The sound keeps its pitch.
    void setSpeed(double speed);
    /// Repeats a part: whoever reaches its end from inside, or from before it, goes on at its start. A seek
    /// past its end leads out of it. Bounded by the film; one that is empty then is none. Ends with close().
    void setLoop(std::optional<PlayerLoop> loop);
    /// The film's sound from another track, from here on: pictures and sound go on together as soon as there
    /// is some. For a film that has sound and is open; answered with soundTrackChanged(), or, when it cannot
    /// be opened, soundTrackRefused(), and the one before plays on.
    void setSoundTrack(playback::TrackSource source);
    /// A picture that stands is made anew, since its source has another one now; while the film plays the
    /// next picture is near, and nothing is done.
    void renewPicture();
    /// Makes what is quiet louder, of this film and every later one (dynaudnorm of libavfilter); pictures and
    /// sound stay together.
    void setEvenLoudness(bool even);
    /// Sound is heard from the device of that id whenever it is there, and from the system's default
    /// otherwise; an empty one is the system's default.
    void setSoundDevice(const std::string& id);
    /// 0 to 1.
    void setVolume(double volume);
    void setMuted(bool muted);
    /// How the picture looks and its shape, of this film and every later one; at once also while it stands.
    void setPictureTuning(const playback::PictureTuning& tuning);
    /// The size of the surface in device pixels; pictures are made to fit into it. 0 x 0: their own size.
    void setOutputSize(int width, int height);

    [[nodiscard]] PlayerState state() const;
    [[nodiscard]] bool isOpen() const { return state() != PlayerState::Idle; }
    /// True when play was asked for, also while it buffers.
    [[nodiscard]] bool wantsToPlay() const;
    [[nodiscard]] std::chrono::microseconds position() const;
    [[nodiscard]] std::chrono::microseconds duration() const;
    /// How far the film is decoded or queued without the source; never before position().
    [[nodiscard]] std::chrono::microseconds buffered() const;
    /// True while a decoded picture and sound wait for their time, or nothing follows; false while something
    /// is due, or decoding is behind.
    [[nodiscard]] bool isAhead() const;
    [[nodiscard]] double speed() const;
    [[nodiscard]] std::optional<PlayerLoop> loop() const;
    [[nodiscard]] double volume() const;
    [[nodiscard]] bool muted() const;
    [[nodiscard]] bool evenLoudness() const;
    /// Known from the first film on; soundDevicesChanged() tells of others.
    [[nodiscard]] std::vector<AudioDevice> soundDevices() const;
    /// False while there is no sound device; the film plays on without it.
    [[nodiscard]] bool hasAudioDevice() const;
    /// What went wrong in state Failed.
    [[nodiscard]] const Error& error() const;
    [[nodiscard]] const playback::MediaInfo& info() const;
    /// The picture on screen; null before the first.
    [[nodiscard]] QImage currentImage() const;
    /// The presentation time of the picture on screen.
    [[nodiscard]] std::chrono::microseconds currentFramePts() const;
    /// Of a ladder, the rung of the picture on screen; nothing before the first.
    [[nodiscard]] std::optional<std::size_t> rung() const;
    [[nodiscard]] PlayerStatistics statistics() const;

Q_SIGNALS:
    void stateChanged(keyreel::player::PlayerState state);
    /// A new picture is in currentImage().
    void frameChanged();
    /// Four times a second while playing, and after each seek. Milliseconds.
    void positionChanged(qint64 milliseconds);
    void durationChanged(qint64 milliseconds);
    void bufferedChanged(qint64 milliseconds);
    /// info() is known.
    void opened();
    /// A damaged place was left out, up to the next key frame. Milliseconds.
    void damageSkipped(qint64 milliseconds);
    /// The picture on screen comes from another rung than the one before, or is the first; info() says what
    /// it is.
    void rungChanged();
    void soundTrackChanged();
    void soundTrackRefused(const keyreel::Error& error);
    void speedChanged(double speed);
    void loopChanged();
    void volumeChanged(double volume, bool muted);
    void audioDeviceChanged(bool present);
    void soundDevicesChanged();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

}  // namespace keyreel::player
