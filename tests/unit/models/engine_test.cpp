#include "ui/models/engine.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <stdexcept>

#include "tests/support/temporary_folder.h"

namespace keyreel::ui {
namespace {

TEST(Engine, AnExceptionBelowItIsAProblemWithANextStepAndNotTheEndOfTheWindow) {
    const test::TemporaryFolder folder;
    studio::Places places;
    places.profile = folder.path() / "profile";
    places.network = folder.path() / "network";
    places.samples = folder.path() / "samples";
    Engine engine({places, folder.path(), [](const std::stop_token&) -> std::unique_ptr<identity::KeyStore> {
                       throw std::runtime_error("the bus bit");
                   }});
    QSignalSpy readiness(&engine, &Engine::readinessChanged);
    engine.start();
    ASSERT_TRUE(readiness.wait(20'000));
    EXPECT_EQ(engine.readiness(), Engine::Readiness::NetworkDown);
    EXPECT_EQ(engine.problem().code, "internal_error");
    EXPECT_NE(engine.problem().what.find("the bus bit"), std::string::npos);
    EXPECT_FALSE(engine.problem().next.empty());

    // The same for an operation whose outcome is another.
    QSignalSpy refused(&engine, &Engine::identityFailed);
    engine.createIdentity(QStringLiteral("Mara"), QStringLiteral("this computer"));
    ASSERT_TRUE(refused.wait(20'000));
    EXPECT_EQ(refused.front().front().value<Error>().code, "internal_error");
}

}  // namespace
}  // namespace keyreel::ui
