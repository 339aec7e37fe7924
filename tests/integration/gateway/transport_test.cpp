#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <future>

#include "core/crypto/suites.h"
#include "tests/integration/gateway/world.h"
#include "tests/support/quickest.h"

namespace keyreel::gateway {
namespace {

/// Takes connections and never says a word.
class SilentListener {
public:
    /// Shut: connections to the port, which is nobody else's meanwhile, are refused.
    enum class Door { Open, Shut };
    explicit SilentListener(Door door = Door::Open) {
        m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        if (::bind(m_descriptor, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            (door == Door::Open && ::listen(m_descriptor, 8) != 0) ||
            ::getsockname(m_descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("cannot listen");
        m_port = ntohs(address.sin_port);
    }
    ~SilentListener() { ::close(m_descriptor); }
    SilentListener(const SilentListener&) = delete;
    SilentListener& operator=(const SilentListener&) = delete;
    [[nodiscard]] Url url() const { return must(Url::parse("https://127.0.0.1:" + std::to_string(m_port))); }

private:
    int m_descriptor = -1;
    std::uint16_t m_port = 0;
};

HttpClientRequest get(const std::string& target, const std::string& range = {}) {
    HttpClientRequest request;
    request.target = target;
    if (!range.empty()) request.fields.set("Range", range);
    return request;
}

TEST_F(World, OnlyTheRightCertificateIsTrusted) {
    const Url url = must(Url::parse(server->url()));
    EXPECT_EQ(codeOf(must(HttpClient::create(url, trust())).send(get("/healthz"))), "ok");
    EXPECT_EQ(codeOf(must(HttpClient::create(url)).send(get("/healthz"))), "certificate_invalid");
    HttpClientOptions other;
    other.caPem = must(crypto::makeAuthority("Somebody else", 10)).certificate;
    EXPECT_EQ(codeOf(must(HttpClient::create(url, other)).send(get("/healthz"))), "certificate_invalid");
    other.caPem = "no certificate";
    EXPECT_EQ(codeOf(HttpClient::create(url, other)), "certificate_invalid");
    // The right authority, but a certificate for another address of this machine.
    const Url sibling = must(Url::parse("https://127.0.0.2:" + std::to_string(url.port)));
    options.listen.host = "0.0.0.0";
    restart();
    EXPECT_EQ(codeOf(must(HttpClient::create(sibling, trust())).send(get("/healthz"))),
              "certificate_invalid");
    EXPECT_EQ(codeOf(must(HttpClient::create(url, trust())).send(get("/healthz"))), "ok");
}

// Post-quantum where both ends can, and never a connection less where one of them cannot.
TEST_F(World, KeyAgreementIsHybridWhereBothEndsHaveIt) {
    const Url url = must(Url::parse(server->url()));
    const HttpClient client = must(HttpClient::create(url, trust()));
    EXPECT_EQ(client.keyAgreement(), "");
    ASSERT_EQ(codeOf(client.send(get("/healthz"))), "ok");
    const bool hybrid = crypto::hasSuite(crypto::kSuiteHybrid);
    EXPECT_EQ(client.keyAgreement(), hybrid ? "X25519MLKEM768" : "x25519");
    // A peer without it: X25519 alone, and P-256 alone.
    for (const auto& [group, shown] : {std::pair{"X25519", "X25519"}, std::pair{"P-256", "prime256v1"}}) {
        const std::string command = "openssl s_client -tls1_3 -groups " + std::string(group) + " -connect " +
                                    url.host + ":" + std::to_string(url.port) + " </dev/null 2>&1";
        std::string said;
        FILE* pipe = ::popen(command.c_str(), "r");
        ASSERT_NE(pipe, nullptr);
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
            said.push_back(static_cast<char>(c));
        ::pclose(pipe);
        const bool agreed = said.find("Temp Key: " + std::string(shown)) != std::string::npos ||
                            said.find("Temp Key: ECDH, " + std::string(shown)) != std::string::npos;
        EXPECT_TRUE(agreed) << group << said;
    }
}

TEST(HttpClient, NamesWhatKeptItFromConnecting) {
    const SilentListener silent;
    HttpClientOptions hasty;
    hasty.connectTimeout = std::chrono::milliseconds(200);
    EXPECT_EQ(codeOf(must(HttpClient::create(silent.url(), hasty)).send(get("/"))), "timeout");
    const SilentListener closed(SilentListener::Door::Shut);
    EXPECT_EQ(codeOf(must(HttpClient::create(closed.url())).send(get("/"))), "gateway_unreachable");
    // As patient as resolvers are that ask servers which do not answer.
    HttpClientOptions patient;
    patient.connectTimeout = std::chrono::seconds(60);
    EXPECT_EQ(
        codeOf(must(HttpClient::create(must(Url::parse("https://name.invalid/")), patient)).send(get("/"))),
        "gateway_unreachable");
}

TEST(HttpClient, StopsWithinATenthOfASecond) {
    const SilentListener silent;
    const HttpClient client = must(HttpClient::create(silent.url()));
    const auto took = test::quickest(std::chrono::milliseconds(100), [&] {
        std::stop_source source;
        std::promise<void> started;
        auto result = std::async(std::launch::async, [&] {
            started.set_value();
            return codeOf(client.send(get("/"), source.get_token()));
        });
        started.get_future().wait();
        // Long enough for the connection to stand and the handshake to wait.
        EXPECT_EQ(result.wait_for(std::chrono::milliseconds(150)), std::future_status::timeout);
        const test::Stopwatch watch;
        source.request_stop();
        EXPECT_EQ(result.get(), "cancelled");
        return watch.elapsed();
    });
    EXPECT_LT(took, std::chrono::milliseconds(100));
}

TEST(HttpClient, ARequestThatWaitsForAnOpeningStopsByItself) {
    const SilentListener silent;
    const HttpClient client = must(HttpClient::create(silent.url()));
    const auto took = test::quickest(std::chrono::milliseconds(200), [&] {
        std::stop_source opening;
        auto opened =
            std::async(std::launch::async, [&] { return codeOf(client.open(opening.get_token())); });
        EXPECT_EQ(opened.wait_for(std::chrono::milliseconds(150)), std::future_status::timeout);
        std::stop_source source;
        auto result =
            std::async(std::launch::async, [&] { return codeOf(client.send(get("/"), source.get_token())); });
        EXPECT_EQ(result.wait_for(std::chrono::milliseconds(150)), std::future_status::timeout);
        const test::Stopwatch watch;
        source.request_stop();
        EXPECT_EQ(result.get(), "cancelled");
        opening.request_stop();
        EXPECT_EQ(opened.get(), "cancelled");
        return watch.elapsed();
    });
    EXPECT_LT(took, std::chrono::milliseconds(200));
}

TEST_F(World, AConnectionThatWasOpenedAheadServesTheNextRequest) {
    const HttpClient client = http();
    const auto sockets = [] {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
            std::error_code gone;
            count += std::filesystem::read_symlink(entry.path(), gone).string().rfind("socket:", 0) == 0;
        }
        return count;
    };
    ASSERT_TRUE(client.open());
    ASSERT_EQ(must(client.send(get("/healthz"))).status, 200u);
    // Both ends of the connection are in this process, and the server has taken its end by now.
    const std::size_t one = sockets();
    ASSERT_TRUE(client.open()) << "one that is kept is enough";
    ASSERT_EQ(must(client.send(get("/healthz"))).status, 200u);
    EXPECT_EQ(sockets(), one);
}

TEST_F(World, BlobsAreServedByRange) {
    const GatewayClient by = registered(creator);
    const CatalogueEntry entry = publish(by, 1, rights::AccessMethod::Free);
    const std::string cid = entry.files[0].cid;
    const Bytes all = must(readFile(folder.path() / "film1", 1u << 20));
    const HttpClient client = http();
    const std::string target = "/v1/blobs/" + cid;
    const auto slice = [&](std::size_t first, std::size_t length) {
        return Bytes(all.begin() + static_cast<std::ptrdiff_t>(first),
                     all.begin() + static_cast<std::ptrdiff_t>(first + length));
    };
    const auto whole = must(client.send(get(target)));
    EXPECT_EQ(whole.status, 200u);
    EXPECT_EQ(whole.body, all);
    const auto part = must(client.send(get(target, "bytes=65530-65540")));
    EXPECT_EQ(part.status, 206u);
    EXPECT_EQ(part.body, slice(65530, 11));
    EXPECT_EQ(part.fields.value("Content-Range"), "bytes 65530-65540/300000");
    const auto suffix = must(client.send(get(target, "bytes=-7")));
    EXPECT_EQ(suffix.body, slice(299993, 7));
    const auto beyond = must(client.send(get(target, "bytes=299999-400000")));
    EXPECT_EQ(beyond.body, slice(299999, 1));
    const auto outside = must(client.send(get(target, "bytes=300000-")));
    EXPECT_EQ(outside.status, 416u);
    EXPECT_EQ(outside.fields.value("Content-Range"), "bytes */300000");
    EXPECT_EQ(must(client.send(get(target, "bytes=0-1,5-6"))).status, 200u);
    HttpClientRequest conditional = get(target, "bytes=0-1");
    conditional.fields.set("If-Range", "\"another\"");
    EXPECT_EQ(must(client.send(conditional)).status, 200u);
    conditional.fields.set("If-Range", "\"" + cid + "\"");
    EXPECT_EQ(must(client.send(conditional)).status, 206u);
    HttpClientRequest known = get(target);
    known.fields.set("If-None-Match", "\"" + cid + "\"");
    EXPECT_EQ(must(client.send(known)).status, 304u);
    HttpClientRequest head = get(target);
    head.method = "HEAD";
    const auto headOnly = must(client.send(head));
    EXPECT_EQ(headOnly.fields.value("Content-Length"), "300000");
    EXPECT_TRUE(headOnly.body.empty());

    // As a player asks, by the name in the playlist.
    const std::string asset = "/v1/assets/" + toHex(entry.contentId);
    const auto named = must(client.send(get(asset + "/film.cmfv", "bytes=10-19")));
    EXPECT_EQ(named.status, 206u);
    EXPECT_EQ(named.fields.value("Content-Type"), "video/mp4");
    EXPECT_EQ(named.body, slice(10, 10));
    EXPECT_EQ(must(client.send(get(asset + "/other.cmfv"))).status, 404u);

    EXPECT_EQ(must(by.blobRange(cid, 299'990, 10)), slice(299'990, 10));
    EXPECT_EQ(codeOf(by.blobRange(cid, 299'990, 11)), "bad_response");
    EXPECT_EQ(codeOf(by.blobRange(cid, 300'000, 1)), "range_unsatisfiable");
    EXPECT_EQ(must(by.blobSize(cid)), std::optional<std::uint64_t>(300'000));
    EXPECT_EQ(must(by.blobSize("bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy")), std::nullopt);
    Bytes streamed;
    ASSERT_TRUE(by.blob(cid, [&](ByteView piece) -> Status {
        append(streamed, piece);
        return {};
    }));
    EXPECT_EQ(streamed, all);
    EXPECT_EQ(codeOf(by.blob(cid, [](ByteView) -> Status { return fail("disk_full", "No room."); })),
              "disk_full");
}

TEST_F(World, RefusesWhatIsNotHttpOrTooLarge) {
    const HttpClient client = http();
    EXPECT_EQ(must(client.send(get("/nothing"))).status, 404u);
    HttpClientRequest wrongMethod = get("/v1/log/head");
    wrongMethod.method = "DELETE";
    const auto refused = must(client.send(wrongMethod));
    EXPECT_EQ(refused.status, 405u);
    EXPECT_EQ(refused.fields.value("Allow"), "GET");
    EXPECT_EQ(must(client.send(get("/v1/assets?limit=5&limit=6"))).status, 400u);
    EXPECT_EQ(must(client.send(get("/v1/assets?unknown=1"))).status, 400u);
    HttpClientRequest longHeader = get("/healthz");
    longHeader.fields.set("X-Long", std::string(20'000, 'x'));
    EXPECT_EQ(must(client.send(longHeader)).status, 431u);
    HttpClientRequest chunked = get("/v1/log/statements");
    chunked.method = "POST";
    chunked.fields.set("Transfer-Encoding", "chunked");
    EXPECT_GE(must(client.send(chunked)).status, 400u);
    HttpClientRequest tooLong = get("/v1/log/statements");
    tooLong.method = "POST";
    tooLong.body = Bytes(5'000'000, 1);
    EXPECT_EQ(must(client.send(tooLong)).status, 413u);
    HttpClientOptions small = trust();
    small.maxResponseBytes = 10;
    EXPECT_EQ(codeOf(must(HttpClient::create(client.origin(), small)).send(get("/openapi.json"))),
              "response_too_large");
    EXPECT_EQ(must(client.send(get("/healthz"))).status, 200u);
}

TEST_F(World, KeptConnectionsSurviveARestartOfTheServer) {
    const HttpClient client = http();
    EXPECT_EQ(codeOf(client.send(get("/healthz"))), "ok");
    restart();
    HttpClientRequest post = get("/v1/log/statements");
    post.method = "POST";
    post.body = Bytes(3, 1);
    EXPECT_EQ(must(client.send(post)).status, 400u);
}

}  // namespace
}  // namespace keyreel::gateway
