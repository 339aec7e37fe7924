#pragma once

#include <QTest>

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

}  // namespace keyreel::gui_test
