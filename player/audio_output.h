#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace keyreel::player {

inline constexpr int kAudioRate = 48'000;
inline constexpr int kAudioChannels = 2;

/// Where a sound output takes its samples from.
class AudioFeed {
public:
    virtual ~AudioFeed() = default;
    /// Fills `samples` (interleaved stereo, 48 kHz) completely, with silence where there is no sound.
    /// `latency` is how long the first of them waits until it is heard. Called on the output's thread.
    virtual void pull(std::span<float> samples, std::chrono::microseconds latency) = 0;
};

/// A device that sound can be heard from.
struct AudioDevice {
    std::string id;    ///< The same whenever it is there.
    std::string name;  ///< For people.

    bool operator==(const AudioDevice&) const = default;
};

/// A sound device behind an interface, so that its absence and its loss can be played through in tests.
/// All functions are called on the GUI thread and return at once.
class AudioOutput {
public:
    enum class State {
        Closed,    ///< Not started.
        Running,   ///< A device takes samples; the feed is pulled from.
        NoDevice,  ///< There is none, or it was lost; the output looks for one every 2 s by itself.
    };

    virtual ~AudioOutput() = default;
    /// Begins to pull from `feed`, which is kept for as long as a pull runs. `changed` is called on any
    /// thread when the state or the devices have changed.
    virtual void start(std::shared_ptr<AudioFeed> feed, std::function<void()> changed) = 0;
    /// Ends pulling; when it returns no pull runs and none will begin.
    virtual void stop() = 0;
    /// Pausing keeps the device but takes no samples.
    virtual void setPaused(bool paused) = 0;
    [[nodiscard]] virtual State state() const = 0;
    /// Plays on the device of that id whenever it is there, and on the system's default otherwise; an empty
    /// one is the system's default, whichever that is.
    virtual void setDevice(std::string id) = 0;
    /// What was there when it last looked, which it does every 2 s from start() on.
    [[nodiscard]] virtual std::vector<AudioDevice> devices() const = 0;
};

/// The system's devices through QAudioSink, on a thread of its own, with a watchdog: a device that
/// vanishes is noticed within about a second although Qt 6.4 does not report it.
std::unique_ptr<AudioOutput> makeSystemAudioOutput();

}  // namespace keyreel::player
