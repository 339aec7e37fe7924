#include "core/custody/node_service.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/custody_world.h"

namespace keyreel::custody {
namespace {

using test::codeOf;
using test::CustodyWorld;
using test::must;

// What the node refuses, and why, is the subject of tests/adversary.

TEST(NodeServiceTest, AnswersManyAtOnceWhileTheLogMoves) {
    CustodyWorld world;
    constexpr int kThreads = 4;
    constexpr int kRequests = 15;
    std::atomic<int> given = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < kThreads; ++i)
        clients.emplace_back([&] {
            for (int request = 0; request < kRequests; ++request) {
                const std::string code = world.ask(world.request());
                if (code == "ok") ++given;
                if (code == "device_revoked") ++refused;
            }
        });
    rights::Replica& replica = *world.nodes[0]->replica;
    for (std::uint8_t i = 0; i < 10; ++i) {
        world.log.add(test::registrationOf(world.stranger, test::keyOf(static_cast<std::uint8_t>(100 + i)),
                                           world.clock.now()),
                      world.stranger);
        ASSERT_EQ(codeOf(replica.accept(world.log.head(world.clock.now()), world.log.from(replica.size()))),
                  "ok");
    }
    ASSERT_EQ(
        codeOf(replica.revoke(must(rights::signStatement(
            rights::DeviceRevocation{world.viewer.publicKey(), world.device.publicKey(), world.clock.now()},
            world.viewer)))),
        "ok");
    // From the moment that revoke() has returned nobody is given a share.
    EXPECT_EQ(world.ask(world.request()), "device_revoked");
    for (std::thread& client : clients)
        client.join();
    EXPECT_EQ(given + refused, kThreads * kRequests);
    const auto summary = must(audit::verify(world.nodes[0]->auditPath, world.nodes[0]->service.id()));
    EXPECT_EQ(summary.records, 1U + kThreads * kRequests + 1U) << "one record for each answer";
}

TEST(NodeServiceTest, OpensFreeFilmsForEveryRegisteredDevice) {
    CustodyWorld world;
    Capability capability = world.capability();
    capability.account = world.stranger.publicKey();
    capability.device = world.strangersDevice.publicKey();
    capability.contentId = CustodyWorld::kFree;
    const Bytes bytes = must(signCapability(capability, world.gateway));
    const auto recovered = recover({world.strangersDevice, world.ephemeral, bytes, world.freeTier},
                                   world.transport(), world.clock);
    ASSERT_EQ(codeOf(recovered), "ok");
    EXPECT_EQ(recovered->secret.commitment(CustodyWorld::kFree, "hd"), world.freeTier.secretCommitment);
}

}  // namespace
}  // namespace keyreel::custody
