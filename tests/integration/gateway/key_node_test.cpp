#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/audit/log.h"
#include "core/custody/recover_client.h"
#include "core/custody/recover_message.h"
#include "core/gateway/node_client.h"
#include "tests/integration/gateway/server_program.h"
#include "tests/integration/gateway/world.h"

namespace keyreel::gateway {
namespace {

/// A gateway and three key nodes over TLS. The nodes hardly poll, so what works at once works because they
/// asked.
struct Network : World {
    std::vector<std::unique_ptr<KeyNodeServer>> nodes;
    std::string nodeAuthorities;
    custody::AssetSecret secret = custody::AssetSecret::generate();
    crypto::SealingKey ephemeral = crypto::X25519Key::generate();

    Network() {
        for (int i = 1; i <= 3; ++i) {
            nodes.push_back(must(KeyNodeServer::start(nodeOptions(i), clock)));
            nodeAuthorities += textOf(nodes.back()->authorityFile());
        }
    }

    KeyNodeServerOptions nodeOptions(int number) const {
        KeyNodeServerOptions out;
        out.dataFolder = folder.path() / ("node" + std::to_string(number));
        out.gatewayUrl = server->url();
        out.gatewayAuthorityPem = authority;
        out.name = "Node " + std::to_string(number);
        out.pollInterval = std::chrono::hours(1);
        return out;
    }

    HttpClientOptions nodeTrust() const {
        HttpClientOptions out;
        out.caPem = nodeAuthorities;
        return out;
    }

    custody::NodeSet nodeSet() const {
        custody::NodeSet set;
        for (const auto& node : nodes) {
            const NodeListing listing = must(must(NodeClient::create(node->url(), nodeTrust())).descriptor());
            set.nodes.push_back(
                {listing.signingKey, listing.hpkeKey, node->url(), listing.name, listing.operatorName});
        }
        return set;
    }

    Result<custody::Recovered> open(const GatewayClient& by, const Person& person,
                                    const custody::SealedTier& tier) {
        return open(
            by, person, tier, [](const custody::NodeDescriptor&) { return true; }, nullptr);
    }

    /// With the nodes alone that `reached` lets through.
    Result<custody::Recovered> open(const GatewayClient& by, const Person& person,
                                    const custody::SealedTier& tier,
                                    const std::function<bool(const custody::NodeDescriptor&)>& reached,
                                    std::vector<custody::NodeReport>* reports) {
        CapabilityRequest request;
        request.account = person.account.publicKey();
        request.contentId = tier.contentId;
        request.tier = tier.tier;
        request.purpose = "play";
        request.ephemeralKey = ephemeral.publicKey();
        const Bytes capability = must(by.requestCapability(request));
        const HttpClientOptions trusted = nodeTrust();
        const auto transport = [&](const custody::NodeDescriptor& node, ByteView message,
                                   std::stop_token stop) -> Result<Bytes> {
            if (!reached(node)) return fail("gateway_unreachable", "Not there.");
            KEYREEL_TRY(const NodeClient client, NodeClient::create(node.url, trusted));
            KEYREEL_TRY(auto reply, client.recover(message, stop));
            return std::move(reply.answer);
        };
        return custody::recover({*person.device, ephemeral, capability, tier}, transport, clock, {}, {},
                                reports);
    }
};

TEST_F(Network, AFreshGrantWorksAtOnceAndARevocationToo) {
    const GatewayClient by = registered(creator);
    const GatewayClient other = registered(viewer);
    (void)publish(by, 1, rights::AccessMethod::Granted);
    const custody::SealedTier tier = must(custody::sealTier(
        secret, {1}, "hd", nodeSet(),
        rights::accessPolicyDigest(rights::AccessMethod::Granted, creator.account.publicKey())));
    const auto own = open(by, creator, tier);
    ASSERT_TRUE(own) << own.error().code << own.error().what;
    EXPECT_EQ(codeOf(open(other, viewer, tier)), "no_access");
    must(by.submitStatement(must(rights::signStatement(
        rights::AccessGrant{{1}, creator.account.publicKey(), viewer.account.publicKey(), {}, clock.now()},
        creator.account))));
    EXPECT_EQ(codeOf(open(other, viewer, tier)), "ok");

    // The gateway never hears of this one; the nodes do, from the account itself.
    const Bytes revocation = must(rights::signStatement(
        rights::DeviceRevocation{viewer.account.publicKey(), viewer.device->publicKey(), clock.now()},
        viewer.account));
    for (const auto& node : nodes) {
        const NodeClient client = must(NodeClient::create(node->url(), nodeTrust()));
        EXPECT_EQ(codeOf(client.submitRevocation(revocation)), "ok");
        EXPECT_EQ(codeOf(client.submitRevocation(revocation)), "ok");
        Bytes forged = revocation;
        forged.back() ^= 1;
        EXPECT_EQ(codeOf(client.submitRevocation(forged)), "statement_bad_signature");
    }
    EXPECT_EQ(codeOf(open(other, viewer, tier)), "device_revoked");
    EXPECT_EQ(codeOf(open(by, creator, tier)), "ok");

    // Without one node it opens, without two it does not, soon and with the reason.
    nodes[0].reset();
    EXPECT_EQ(codeOf(open(by, creator, tier)), "ok");
    nodes[1].reset();
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(codeOf(open(by, creator, tier)), "too_few_nodes");
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(3));
}

TEST_F(Network, ARestartedNodeIsTheSameNodeAndServesWithoutItsGateway) {
    const GatewayClient by = registered(creator);
    (void)publish(by, 1, rights::AccessMethod::Free);
    const NodeListing before = nodes[0]->listing();
    nodes[0].reset();
    KeyNodeServerOptions again = nodeOptions(1);
    again.listen.port = must(Url::parse(before.url)).port;
    nodes[0] = must(KeyNodeServer::start(again, clock));
    EXPECT_EQ(nodes[0]->listing().signingKey, before.signingKey);
    EXPECT_EQ(nodes[0]->listing().hpkeKey, before.hpkeKey);
    const NodeClient client = must(NodeClient::create(before.url, nodeTrust()));
    EXPECT_EQ(must(client.descriptor()).url, before.url);
    // Two processes must not share one folder.
    KeyNodeServerOptions twice = nodeOptions(1);
    EXPECT_EQ(codeOf(KeyNodeServer::start(twice, clock)), "audit_busy");
    server.reset();
    nodes[0].reset();
    nodes[0] = must(KeyNodeServer::start(again, clock));
    EXPECT_EQ(must(client.descriptor()).name, "Node 1");
}

TEST_F(Network, AGatewayWithOtherKeysIsRefused) {
    const GatewayClient by = registered(creator);
    (void)publish(by, 1, rights::AccessMethod::Free);
    const GatewayPins pins = nodes[0]->pins();
    nodes[0].reset();
    KeyNodeServerOptions again = nodeOptions(1);
    again.gatewayPins = GatewayPins{{1}, {2}};
    EXPECT_EQ(codeOf(KeyNodeServer::start(again, clock)), "gateway_changed");

    // Another gateway takes the place of the first, certificate and all, but not its log key.
    const std::string url = server->url();
    server.reset();
    std::filesystem::remove_all(options.dataFolder / "keys");
    std::filesystem::remove(options.dataFolder / "audit.log");
    options.listen.port = must(Url::parse(url)).port;
    server = must(GatewayServer::start(options, clock));
    must(client(viewer).submitStatement(viewer.registration(clock.now())));
    again.gatewayPins.reset();
    again.pollInterval = std::chrono::milliseconds(20);
    nodes[0] = must(KeyNodeServer::start(again, clock));
    EXPECT_EQ(nodes[0]->pins(), pins);
    const auto auditFile = again.dataFolder / "audit.log";
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (textOf(auditFile).find("head_bad_signature") == std::string::npos &&
           std::chrono::steady_clock::now() < deadline) {
    }
    EXPECT_NE(textOf(auditFile).find("log_refused"), std::string::npos);
    EXPECT_EQ(nodes[0]->listing().replicaSize, 0u);
}

TEST_F(Network, GarbageIsAnsweredNotFeared) {
    const NodeClient client = must(NodeClient::create(nodes[0]->url(), nodeTrust()));
    const Bytes request(1024, 0xff);
    const auto answer = must(
        custody::verifyRecoverAnswer(must(client.recover(request)).answer, nodes[0]->listing().signingKey));
    EXPECT_EQ(answer.code, "bad_request");
    EXPECT_EQ(codeOf(client.recover(Bytes(70'000, 1))), "body_too_large");
    EXPECT_EQ(codeOf(client.submitRevocation(Bytes(10, 1))), "statement_malformed");
}

TEST_F(Network, WhoAsksTooOftenIsToldSoAndLeavesNoRecord) {
    const GatewayClient by = registered(creator);
    const GatewayClient other = registered(viewer);
    (void)publish(by, 1, rights::AccessMethod::Free);
    const NodeListing before = nodes[0]->listing();
    nodes[0].reset();
    KeyNodeServerOptions slow = nodeOptions(1);
    slow.listen.port = must(Url::parse(before.url)).port;
    slow.rates.device = {2, 10, 100};
    slow.rates.account = {3, 10, 100};
    slow.rates.strangers = {2, 10, 1};
    slow.rates.revocations = {2, 10, 100};
    nodes[0] = must(KeyNodeServer::start(slow, clock));
    const auto records = [&] { return must(audit::verify(slow.dataFolder / "audit.log")).records; };
    const NodeClient client = must(NodeClient::create(before.url, nodeTrust()));

    // Strangers share one allowance.
    const auto atStart = records();
    EXPECT_EQ(codeOf(client.recover(Bytes(1024, 0xff))), "ok");
    EXPECT_EQ(codeOf(client.recover(Bytes(512, 0xff))), "ok");
    EXPECT_EQ(records(), atStart + 2);
    EXPECT_EQ(codeOf(client.recover(Bytes(1024, 0xff))), "rate_limited");
    HttpClientRequest raw;
    raw.method = "POST";
    raw.target = "/v1/recover";
    raw.body = Bytes(100, 1);
    const auto http = must(HttpClient::create(must(Url::parse(before.url)), nodeTrust()));
    const HttpClientResponse refused = must(http.send(raw));
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.fields.value("Retry-After"), "60");
    EXPECT_EQ(records(), atStart + 2);

    // Theirs is used up, that of people who prove a device is not; the film opens with the other nodes as
    // well.
    const custody::SealedTier tier = must(custody::sealTier(
        secret, {1}, "hd", nodeSet(),
        rights::accessPolicyDigest(rights::AccessMethod::Free, creator.account.publicKey())));
    const auto firstNode = [&](const GatewayClient& gateway, const Person& person) {
        std::vector<custody::NodeReport> reports;
        const auto isFirst = [&](const custody::NodeDescriptor& node) { return node.url == before.url; };
        (void)open(gateway, person, tier, isFirst, &reports);
        return reports.at(0).code + " after " + std::to_string(reports.at(0).attempts);
    };
    EXPECT_EQ(firstNode(by, creator), "ok after 1");
    EXPECT_EQ(firstNode(by, creator), "ok after 1");
    const auto released = records();
    EXPECT_EQ(released, atStart + 4);
    EXPECT_EQ(firstNode(by, creator), "rate_limited after 1");
    EXPECT_EQ(records(), released);
    EXPECT_EQ(firstNode(other, viewer), "ok after 1");
    EXPECT_EQ(codeOf(open(by, creator, tier)), "ok");

    // A second device of the account finds what the first has left of the account's.
    Person second(1);
    second.device = std::make_shared<const crypto::SigningKey>(keyOf(201));
    const GatewayClient more = registered(second);
    EXPECT_EQ(firstNode(more, second), "ok after 1");
    EXPECT_EQ(firstNode(more, second), "rate_limited after 1");

    EXPECT_EQ(codeOf(client.submitRevocation(Bytes(10, 1))), "statement_malformed");
    EXPECT_EQ(codeOf(client.submitRevocation(Bytes(10, 1))), "statement_malformed");
    EXPECT_EQ(codeOf(client.submitRevocation(Bytes(10, 1))), "rate_limited");
}

TEST(Programs, AKeyNodeEndsPromptlyWhileItWaitsForItsGateway) {
    // Takes the connection and says nothing, so that the node hangs in its first handshake.
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(listener, 4), 0);
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size), 0);
    const test::TemporaryFolder folder;
    ServerProgram node({KEYREEL_KEYNODE_PROGRAM, "--data", (folder.path() / "n").string(), "--gateway",
                        "https://127.0.0.1:" + std::to_string(ntohs(address.sin_port))},
                       ServerProgram::Until::Started);
    const int connection = ::accept(listener, nullptr, nullptr);
    ASSERT_GE(connection, 0);
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(node.end(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(4));
    ::close(connection);
    ::close(listener);
}

TEST(Programs, KeepToTheirExitCodes) {
    const test::TemporaryFolder folder;
    const std::string data = (folder.path() / "g").string();
    EXPECT_EQ(exitStatusOf({KEYREEL_GATEWAY_PROGRAM}), 2);
    EXPECT_EQ(exitStatusOf({KEYREEL_GATEWAY_PROGRAM, "--data", data, "--listen", "nowhere"}), 2);
    EXPECT_EQ(exitStatusOf({KEYREEL_GATEWAY_PROGRAM, "--data", data, "--tls-cert", "/nonexistent"}), 1);
    EXPECT_EQ(exitStatusOf({KEYREEL_KEYNODE_PROGRAM, "--data", data, "--gateway", "https://127.0.0.1:1",
                            "--gateway-key", "zz"}),
              2);
    ServerProgram gateway(
        {KEYREEL_GATEWAY_PROGRAM, "--data", data, "--parent-pid", std::to_string(getpid())});
    ServerProgram node({KEYREEL_KEYNODE_PROGRAM, "--data", (folder.path() / "n").string(), "--gateway",
                        gateway.ready().at("url").get<std::string>(), "--ca",
                        gateway.ready().at("caFile").get<std::string>(), "--operator", "Someone"});
    EXPECT_EQ(node.ready().at("operator"), "Someone");
    EXPECT_EQ(exitStatusOf({KEYREEL_GATEWAY_PROGRAM, "--data", data}), 1) << "two gateways in one folder";
    EXPECT_EQ(node.end(), 0);
    EXPECT_EQ(gateway.end(), 0);
}

}  // namespace
}  // namespace keyreel::gateway
