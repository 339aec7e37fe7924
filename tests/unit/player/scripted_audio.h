#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "player/audio_output.h"

namespace keyreel::test {

/// Monotonic time that moves only when the test says so.
class ManualClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now() const override { return 1'800'000'000; }
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override {
        return std::chrono::nanoseconds(m_elapsed.load());
    }
    void advance(std::chrono::nanoseconds by) { m_elapsed += by.count(); }

private:
    std::atomic<std::int64_t> m_elapsed{0};
};

/// A sound device that the test plays: it takes samples, goes away and comes back on demand.
class ScriptedAudio final : public player::AudioOutput {
public:
    /// What the test keeps of it, since the player owns the output.
    struct Script {
        std::shared_ptr<player::AudioFeed> feed;
        std::function<void()> changed;
        State state = State::Closed;
        State onStart = State::Running;
        bool paused = false;
        std::string device;  ///< The one that is wanted.
        std::vector<player::AudioDevice> devices;
        float peak = 0;
        std::size_t loudFrames = 0;

        void take(std::chrono::milliseconds time, std::chrono::milliseconds latency = {}) {
            std::vector<float> samples(static_cast<std::size_t>(time.count()) * 48 * 2);
            if (feed) feed->pull(samples, latency);
            for (std::size_t i = 0; i < samples.size(); i += 2) {
                const float loud = samples[i] < 0 ? -samples[i] : samples[i];
                if (loud > peak) peak = loud;
                if (loud > 0) ++loudFrames;
            }
        }
        void become(State next) {
            state = next;
            if (changed) changed();
        }
    };

    explicit ScriptedAudio(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    void start(std::shared_ptr<player::AudioFeed> feed, std::function<void()> changed) override {
        m_script->feed = std::move(feed);
        m_script->changed = std::move(changed);
        m_script->become(m_script->onStart);
    }
    void stop() override {
        m_script->feed = nullptr;
        m_script->changed = nullptr;
        m_script->state = State::Closed;
    }
    void setPaused(bool paused) override { m_script->paused = paused; }
    [[nodiscard]] State state() const override { return m_script->state; }
    void setDevice(std::string id) override { m_script->device = std::move(id); }
    [[nodiscard]] std::vector<player::AudioDevice> devices() const override { return m_script->devices; }

private:
    std::shared_ptr<Script> m_script;
};

}  // namespace keyreel::test
