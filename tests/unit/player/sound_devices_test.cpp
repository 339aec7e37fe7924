#include <gtest/gtest.h>

#include <QSignalSpy>

#include "tests/unit/playback/clips.h"
#include "tests/unit/player/player_fixture.h"

namespace keyreel::player {
namespace {

using State = AudioOutput::State;
using std::chrono::milliseconds;
using test::Fixture;

TEST(SoundDevices, AreToldWhenTheyChangeAndTheChoiceIsPassedOn) {
    Fixture f;
    QSignalSpy changed(f.player.get(), &Player::soundDevicesChanged);
    f.player->setSoundDevice("usb");
    EXPECT_EQ(f.script->device, "usb");
    f.script->devices = {{"board", "Speakers"}};
    f.player->open(test::sourcesOf(test::h264Clip()));
    WAIT_FOR(f.player->state() == PlayerState::Playing);
    WAIT_FOR(changed.size() == 1);
    EXPECT_EQ(f.player->soundDevices(), f.script->devices);
    // The same ones again are no news.
    f.script->changed();
    f.run(milliseconds(100));
    EXPECT_EQ(changed.size(), 1);
    f.script->devices.push_back({"usb", "Headphones"});
    f.script->changed();
    WAIT_FOR(changed.size() == 2);
    EXPECT_EQ(f.player->soundDevices().size(), 2U);
    // They outlive the film, and losing one of them does not stop it.
    f.script->become(State::NoDevice);
    f.run(milliseconds(300));
    EXPECT_EQ(f.player->state(), PlayerState::Playing);
    f.player->close();
    EXPECT_EQ(f.player->soundDevices().size(), 2U);
    f.player->setSoundDevice({});
    EXPECT_TRUE(f.script->device.empty());
}

}  // namespace
}  // namespace keyreel::player
