#include <gtest/gtest.h>

#include <QApplication>

#include "tests/integration/sound/sound_server.h"
#include "tests/integration/sound/sound_test.h"

namespace keyreel::test {

SoundServer* theServer = nullptr;

}  // namespace keyreel::test

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    // Before Qt looks for a sound server.
    keyreel::test::SoundServer server;
    keyreel::test::theServer = &server;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
