#pragma once

#include <QTest>
#include <chrono>
#include <cstdlib>

#include "player/player.h"
#include "tests/gui/gui_world.h"
#include "ui/pages/player_page.h"

namespace keyreel::gui_test {

inline constexpr int kOpenMs = 60'000;

inline player::Player& playerOf(Person& person) {
    return *person.window().playerPage()->player();
}

/// The film runs and its picture is on screen.
inline bool plays(Person& person) {
    return QTest::qWaitFor(
        [&]() {
            return playerOf(person).state() == player::PlayerState::Playing &&
                   playerOf(person).statistics().shown > 0;
        },
        kOpenMs);
}

/// In milliseconds.
inline qint64 positionOf(Person& person) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(playerOf(person).position()).count();
}

/// Nothing is on its way any more: the picture on screen is that of the position.
inline bool settles(Person& person, qint64 ms) {
    return QTest::qWaitFor(
        [&]() {
            const auto pts =
                std::chrono::duration_cast<std::chrono::milliseconds>(playerOf(person).currentFramePts());
            return std::abs(positionOf(person) - ms) <= 60 && pts.count() <= ms + 1 && pts.count() > ms - 60;
        },
        kOpenMs);
}

}  // namespace keyreel::gui_test
