#include "core/studio/witnesses.h"

#include <gtest/gtest.h>

#include <mutex>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/content/cid.h"
#include "core/gateway/gateway_server.h"
#include "core/gateway/log_sync.h"
#include "core/studio/kept_proofs.h"
#include "core/studio/open_film.h"
#include "tests/support/custody_world.h"
#include "tests/support/memory_key_store.h"
#include "tests/unit/studio/one_track_manifest.h"

// What a person sees of a gateway that shows its rights log differently to them and to the key nodes.
namespace keyreel::studio {
namespace {

using test::codeOf;
using test::must;
using test::TestLog;

std::string textOf(const std::filesystem::path& path) {
    return std::string(asText(must(readFile(path, 1U << 20))));
}

/// A key node behind TLS. What it was shown of the log is up to the test.
class ShownNode {
public:
    ShownNode(std::uint8_t seed, const std::filesystem::path& folder, const gateway::GatewayInfo& gateway,
              const crypto::PemIdentity& certificate, const Clock& clock)
        : m_node(seed, folder, gateway.logKey, gateway.capabilityKey, clock),
          m_key(test::keyOf(seed)),
          m_clock(clock) {
        std::vector<gateway::HttpRoute> routes;
        routes.push_back(
            {"GET", "/v1/witness", gateway::HttpRoute::Handler([this](const auto&) { return witness(); })});
        routes.push_back({"POST",
                          "/v1/recover",
                          gateway::HttpRoute::Handler([this](const auto& asked) { return recover(asked); }),
                          64U << 10,
                          {},
                          true});
        gateway::HttpServerOptions options;
        options.identity = certificate.clone();
        m_server.emplace(must(gateway::HttpServer::start(std::move(routes), std::move(options))));
    }

    [[nodiscard]] custody::NodeDescriptor descriptor(const std::string& name) const {
        return {m_node.service.id(), m_node.service.hpkeKey(),
                gateway::originOf("127.0.0.1", m_server->port()), name, name};
    }
    [[nodiscard]] rights::Replica& replica() { return *m_node.replica; }
    /// From now on it was shown this; empty: what its replica holds.
    void show(Bytes head) {
        const std::lock_guard lock(m_mutex);
        m_shown = std::move(head);
    }

private:
    gateway::HttpResponse witness() {
        const std::lock_guard lock(m_mutex);
        const Bytes head = m_shown.empty() ? m_node.replica->head() : m_shown;
        return gateway::HttpResponse::bytes(
            200, "application/cose",
            must(rights::signWitness({m_key.publicKey(), head, m_clock.now()}, m_key)));
    }
    gateway::HttpResponse recover(const gateway::HttpRequest& asked) {
        return gateway::HttpResponse::bytes(200, "application/cbor", m_node.service.answer(asked.body));
    }

    test::TestNode m_node;
    crypto::SigningKey m_key;
    const Clock& m_clock;
    std::mutex m_mutex;
    Bytes m_shown;
    std::optional<gateway::HttpServer> m_server;
};

class Witnesses : public ::testing::Test {
protected:
    static constexpr ContentId kFilm{0xF1};

    test::TemporaryFolder m_folder;
    SystemClock m_clock;
    std::unique_ptr<gateway::GatewayServer> m_gateway;
    std::vector<std::unique_ptr<ShownNode>> m_nodes;
    test::MemoryKeyStore m_keys;
    std::shared_ptr<identity::Identity> m_person;
    Places m_places;
    Network m_network;
    std::shared_ptr<Session> m_session;

    void SetUp() override {
        gateway::GatewayServerOptions options;
        options.dataFolder = m_folder.path() / "gateway";
        m_gateway = must(gateway::GatewayServer::start(options, m_clock));
        const auto certificate =
            must(gateway::serverCertificate(m_folder.path() / "nodes", "127.0.0.1", {}, {}));
        m_network.gatewayUrl = m_gateway->url();
        m_network.logKey = m_gateway->info().logKey;
        m_network.capabilityKey = m_gateway->info().capabilityKey;
        m_network.authorityPem = textOf(m_gateway->authorityFile()) + textOf(certificate.authorityFile);
        for (std::uint8_t seed = 11; seed <= 12; ++seed) {
            m_nodes.push_back(std::make_unique<ShownNode>(seed, m_folder.path(), m_gateway->info(),
                                                          certificate.identity, m_clock));
            m_network.nodes.push_back(m_nodes.back()->descriptor("node " + std::to_string(m_nodes.size())));
        }
        m_places.profile = m_folder.path() / "profile";
        auto created = must(identity::Identity::create(m_places.profile, m_keys, "Ada", "Laptop"));
        m_person = std::make_shared<identity::Identity>(std::move(created.identity));
        begin();
        ASSERT_EQ(codeOf(ensureDeviceRegistered(*m_session, {})), "ok");
        publish();
        follow();
    }

    void begin() {
        m_session.reset();
        m_session = must(beginSession(m_places, m_network, m_person, m_clock, nullptr));
    }
    /// Every node follows the gateway's log.
    void follow() {
        for (const auto& node : m_nodes)
            ASSERT_EQ(codeOf(gateway::syncReplica(*m_session->gateway, node->replica())), "ok");
    }

    /// A film whose rights are whole; of its one track there is nothing.
    void publish() {
        const auto policy = rights::accessPolicyDigest(rights::AccessMethod::Free, m_person->accountId());
        const auto tier = must(custody::sealTier(custody::AssetSecret::generate(), kFilm, "hd",
                                                 {m_network.nodes, m_network.threshold}, policy));
        const package::Manifest manifest = test::oneTrackManifest(tier, "Two logs", m_clock.now());

        gateway::UploadRequest upload;
        upload.file = m_folder.path() / "manifest";
        ASSERT_EQ(codeOf(writeFileAtomically(upload.file,
                                             must(package::signManifest(manifest, m_person->accountKey())))),
                  "ok");
        upload.cid = must(content::cidOfFile(upload.file)).text();
        ASSERT_EQ(codeOf(m_session->gateway->upload(upload)), "ok");
        auto mint = test::mintOf(kFilm, m_person->accountKey(), rights::AccessMethod::Free, m_clock.now());
        mint.terms.manifestCid = upload.cid;
        submit(mint);
    }
    void submit(const rights::Statement& statement) {
        must(m_session->gateway->submitStatement(
            must(rights::signStatement(statement, m_person->accountKey()))));
    }

    /// What the gateway's key signs for a node: `entries` made-up statements.
    [[nodiscard]] Bytes forkOf(std::uint64_t entries) const {
        TestLog fork;
        fork.key = must(crypto::SigningKey::fromSeed(
            must(gateway::loadOrMakeSecret(m_folder.path() / "gateway" / "keys" / "log.key"))));
        while (fork.entries.size() < entries)
            fork.add(toBytes("entry " + std::to_string(fork.entries.size())));
        return fork.head(m_clock.now());
    }
    [[nodiscard]] std::uint64_t known() const { return m_session->rights->replica().size(); }

    [[nodiscard]] Result<OpenedFilm> open(OpenReport* report = nullptr) const {
        return openFilm(*m_session, must(Link::of(m_network.gatewayUrl, kFilm)), {}, {}, report);
    }
    [[nodiscard]] bool everOpened() const {
        return textOf(m_places.auditLog()).find("film_opened") != std::string::npos;
    }
    [[nodiscard]] Result<std::vector<WitnessReport>> compare() const {
        return compareWitnesses(*m_session, m_network.nodes, {}, {});
    }
};

TEST_F(Witnesses, OneLogForAllOpensFilms) {
    // As far as this film goes: its track is nowhere.
    OpenReport report;
    EXPECT_EQ(codeOf(open(&report)), "bad_cid");
    EXPECT_TRUE(everOpened());
    for (const auto& node : report.nodes)
        EXPECT_EQ(node.witness, "identical") << node.name;
    const auto release = must(verifyReleaseProof(must(KeptProofs(m_places).joined(report.proof))));
    EXPECT_EQ(release.account, m_person->accountId());
    EXPECT_EQ(release.proof.logKey, m_network.logKey);
    EXPECT_NE(textOf(m_places.auditLog()).find(toHex(release.id)), std::string::npos)
        << "the record names it";
}

TEST_F(Witnesses, OnlyTheManifestThatTheLogNamesOpensAFilmAndIsAskedForOnce) {
    ASSERT_EQ(codeOf(describeFilm(*m_session, must(Link::of(m_network.gatewayUrl, kFilm)), {})), "ok");
    const std::string cid = must(content::cidOfFile(m_folder.path() / "manifest")).text();
    std::vector<std::filesystem::path> served;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder.path() / "gateway"))
        if (entry.path().filename() == cid) served.push_back(entry.path());
    ASSERT_EQ(served.size(), 1U);
    Bytes changed = must(readFile(served.front(), 1U << 20));
    changed.back() ^= 1;
    ASSERT_EQ(codeOf(writeFileAtomically(served.front(), changed)), "ok");
    OpenReport report;
    EXPECT_EQ(codeOf(open(&report)), "bad_cid") << "the film has no track, but everything before it is there";
    for (const auto& node : report.nodes)
        EXPECT_EQ(node.code, "released") << node.name;
    begin();
    EXPECT_EQ(codeOf(open()), "manifest_mismatch") << "after the next start it is asked for";
}

TEST_F(Witnesses, WhoeverIsBehindFollowsFirst) {
    ASSERT_EQ(codeOf(m_session->rights->sync(*m_session->gateway, {})), "ok");
    const std::uint64_t before = known();
    submit(test::registrationOf(m_person->accountKey(), test::keyOf(77), m_clock.now()));
    follow();
    const auto reports = compare();
    ASSERT_EQ(codeOf(reports), "ok");
    for (const auto& report : *reports)
        EXPECT_EQ(report.view, "identical") << report.name;
    EXPECT_EQ(known(), before + 1);
}

TEST_F(Witnesses, NoFilmOpensWhenANodeWasShownMoreThanTheGatewayAdmits) {
    m_nodes[0]->show(forkOf(40));
    OpenReport report;
    const auto film = open(&report);
    ASSERT_EQ(codeOf(film), "log_divergent");
    EXPECT_NE(film.error().what.find("withholds entries that it signed for node 1."), std::string::npos)
        << film.error().what;
    // Nothing but the comparison stood in the way.
    for (const auto& node : report.nodes)
        EXPECT_EQ(node.code, "released") << node.name;
    EXPECT_FALSE(everOpened());
    EXPECT_NE(textOf(m_places.auditLog()).find("log_divergent"), std::string::npos);
}

TEST_F(Witnesses, AProvenForkIsNeverForgotten) {
    ASSERT_EQ(codeOf(m_session->rights->sync(*m_session->gateway, {})), "ok");
    m_nodes[1]->show(forkOf(known()));
    const auto refused = open();
    ASSERT_EQ(codeOf(refused), "log_divergent");
    EXPECT_NE(refused.error().what.find("has shown node 2 another rights log"), std::string::npos);
    ASSERT_EQ(m_session->rights->replica().evidence().size(), 1U);

    m_nodes[1]->show({});
    EXPECT_EQ(codeOf(open()), "log_divergent");
    begin();
    EXPECT_EQ(codeOf(open()), "log_divergent") << "with the next start";
    EXPECT_FALSE(everOpened());
}

TEST_F(Witnesses, AHeadThatComesLateHidesNothing) {
    ASSERT_EQ(codeOf(m_session->rights->sync(*m_session->gateway, {})), "ok");
    m_nodes[0]->show(forkOf(40));
    // The patience with the nodes ends while the gateway is asked for its head.
    std::stop_source enough;
    const Bytes head = must(m_session->gateway->logHead());
    std::vector<gateway::HttpRoute> routes;
    routes.push_back({"GET", "/v1/log/head", gateway::HttpRoute::Handler([&](const auto&) {
                          enough.request_stop();
                          return gateway::HttpResponse::bytes(200, "application/cose", head);
                      })});
    const auto certificate = must(gateway::serverCertificate(m_folder.path() / "late", "127.0.0.1", {}, {}));
    gateway::HttpServerOptions options;
    options.identity = certificate.identity.clone();
    const auto late = must(gateway::HttpServer::start(std::move(routes), std::move(options)));
    gateway::HttpClientOptions trust;
    trust.caPem = textOf(certificate.authorityFile);
    Session session = *m_session;
    session.gateway = std::make_shared<gateway::GatewayClient>(
        must(gateway::GatewayClient::create(gateway::originOf("127.0.0.1", late.port()), m_clock, trust)));
    EXPECT_EQ(codeOf(compareWitnesses(session, m_network.nodes, enough.get_token(), {})), "log_divergent");
    EXPECT_TRUE(enough.stop_requested());
}

TEST_F(Witnesses, AHeadThatNeverComesHidesNothingEither) {
    ASSERT_EQ(codeOf(m_session->rights->sync(*m_session->gateway, {})), "ok");
    EXPECT_EQ(codeOf(compare()), "ok");
    m_gateway->stop();
    EXPECT_EQ(codeOf(compare()), "ok") << "nobody knows more";
    m_nodes[0]->show(forkOf(40));
    EXPECT_EQ(codeOf(compare()), "log_not_shown");
    std::stop_source cancelled;
    cancelled.request_stop();
    EXPECT_EQ(codeOf(compareWitnesses(*m_session, m_network.nodes, {}, cancelled.get_token())), "cancelled");
}

}  // namespace
}  // namespace keyreel::studio
