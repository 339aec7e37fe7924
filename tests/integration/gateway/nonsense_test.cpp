#include "core/gateway/log_sync.h"
#include "core/gateway/node_client.h"
#include "core/gateway/server_setup.h"
#include "tests/integration/gateway/world.h"

// Servers that answer with what makes no sense: every fault that a person can meet says what to do.
namespace keyreel::gateway {
namespace {

class Nonsense : public ::testing::TestWithParam<int> {
protected:
    static HttpResponse answer() {
        switch (GetParam()) {
            case 0:
                return HttpResponse::json(200, "{}");
            case 1:
                return HttpResponse::bytes(200, "application/octet-stream", Bytes(5, 0xFF));
            case 2:
                return HttpResponse::json(500, R"({"error":{"code":"odd","what":"","next":""}})");
            case 3:
                return HttpResponse::bytes(418, "text/plain", {});
            default:
                // CBOR of another kind than asked for.
                return HttpResponse::bytes(206, "application/cbor", Bytes{0x82, 0x01, 0x02});
        }
    }

    test::TemporaryFolder m_folder;
    SystemClock m_clock;
};

TEST_P(Nonsense, EveryErrorOfTheClientsHasANextStep) {
    const auto certificate = must(serverCertificate(m_folder.path(), "127.0.0.1", {}, {}));
    std::vector<HttpRoute> routes;
    for (const char* pattern : {"/v1/{a}", "/v1/{a}/{b}", "/v1/{a}/{b}/{c}"})
        for (const char* method : {"GET", "POST", "PUT"})
            routes.push_back({method,
                              pattern,
                              HttpRoute::Handler([](const HttpRequest&) { return answer(); }),
                              1u << 20,
                              {"start", "end", "index", "size", "first", "second", "limit"},
                              false});
    HttpServerOptions serving;
    serving.identity = certificate.identity.clone();
    const HttpServer server = must(HttpServer::start(std::move(routes), std::move(serving)));
    const std::string url = originOf("127.0.0.1", server.port());
    HttpClientOptions trust;
    trust.caPem = textOf(certificate.authorityFile);
    const Person person{1};
    const GatewayClient client =
        must(GatewayClient::create(url, m_clock, trust, RequestSigner::of(person.device)));
    const NodeClient node = must(NodeClient::create(url, trust));
    int faults = 0;
    const auto expectNext = [&](const char* operation, const auto& result) {
        if (result) return;
        ++faults;
        EXPECT_FALSE(result.error().next.empty())
            << operation << ": " << result.error().code << " " << result.error().what;
    };
    expectNext("info", client.info());
    expectNext("nodes", client.nodes());
    expectNext("entries", client.logEntries(0, 2));
    expectNext("inclusion", client.inclusionProof(0, 2));
    expectNext("consistency", client.consistencyProof(1, 2));
    expectNext("submit", client.submitStatement(person.registration(m_clock.now())));
    expectNext("blob size", client.blobSize("cid"));
    expectNext("blob range", client.blobRange("cid", 0, 9));
    expectNext("entry", client.entry({1}));
    expectNext("publish", client.publishEntry({}));
    expectNext("catalogue", client.catalogue({}));
    expectNext("capability", client.requestCapability({}));
    expectNext("openings", client.openings({}));
    expectNext("devices", client.openingsOf({}));
    expectNext("manifest", client.manifest({1}));
    expectNext("node", node.descriptor());
    expectNext("witness", node.witness());
    const auto replica = must(rights::Replica::open(keyOf(9).publicKey(), m_clock));
    expectNext("sync", syncReplica(client, *replica, {}, 60));
    EXPECT_GE(faults, 6) << "these answers are no good ones";
}

INSTANTIATE_TEST_SUITE_P(Answers, Nonsense, ::testing::Range(0, 5));

}  // namespace
}  // namespace keyreel::gateway
