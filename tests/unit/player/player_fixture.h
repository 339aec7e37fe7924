#pragma once

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTest>
#include <chrono>
#include <functional>
#include <memory>

#include "player/player.h"
#include "tests/unit/player/scripted_audio.h"

/// Waits for what the player reports; 30 s are far more than any healthy run needs.
#define WAIT_FOR(condition) ASSERT_TRUE(QTest::qWaitFor([&] { return (condition); }, 30'000)) << #condition

namespace keyreel::test {

/// A player with a scripted clock and sound device.
struct Fixture {
    explicit Fixture(
        keyreel::player::AudioOutput::State device = keyreel::player::AudioOutput::State::Running) {
        script->onStart = device;
        player = std::make_unique<keyreel::player::Player>(std::make_unique<ScriptedAudio>(script), wall);
    }

    /// Film time passes in small steps, the device takes its share of sound. Each step waits until the film
    /// runs, has shown what is due and has more at hand, so that no machine is too slow for it; `dry` says
    /// that nothing more will come.
    void run(std::chrono::milliseconds time, std::chrono::milliseconds latency = {},
             const std::function<bool()>& dry = {}) {
        const auto excused = [&] {
            return player->state() != keyreel::player::PlayerState::Playing || (dry && dry());
        };
        for (std::chrono::milliseconds passed{0}; passed < time; passed += std::chrono::milliseconds(10)) {
            // Until the first sound has left the device the film stands at its beginning.
            const bool unheard = passed > passed.zero() && passed <= latency;
            WAIT_FOR(excused() || unheard || moves());
            wall->advance(std::chrono::milliseconds(10));
            // The player looks at the clock when the next picture is due by real time; pressing play again
            // makes it look now.
            if (!excused()) player->play();
            if (script->state == keyreel::player::AudioOutput::State::Running && !script->paused)
                script->take(std::chrono::milliseconds(10), latency);
            QCoreApplication::processEvents();
            WAIT_FOR(excused() || player->isAhead());
        }
    }

    /// Whether film time follows the wall's, tried with next to nothing.
    bool moves() {
        const auto before = player->position();
        wall->advance(std::chrono::microseconds(4));
        return player->position() > before || before >= player->duration();
    }

    std::shared_ptr<ManualClock> wall = std::make_shared<ManualClock>();
    std::shared_ptr<ScriptedAudio::Script> script = std::make_shared<ScriptedAudio::Script>();
    std::unique_ptr<keyreel::player::Player> player;
};

}  // namespace keyreel::test
