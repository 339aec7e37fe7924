// tus 1.0 with strangers: npm's tus-js-client sends to our gateway, and our uploader sends to npm's
// @tus/server.

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/content/cid.h"
#include "core/crypto/random.h"
#include "core/gateway/gateway_client.h"
#include "core/gateway/gateway_server.h"
#include "core/rights/statement.h"
#include "tests/integration/gateway/server_program.h"
#include "tests/interop/command.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::gateway {
namespace {

using test::must;

constexpr std::uint64_t kPiece = 1u << 20;
/// Not a multiple of anything.
constexpr std::size_t kSize = 5 * kPiece + 4321;
constexpr std::uint8_t kDeviceSeed = 102;

const std::string kScripts = KEYREEL_TUS_SCRIPTS;
const std::string kStrangers = KEYREEL_STRANGERS;

struct Tus : ::testing::Test {
    test::TemporaryFolder folder;
    SystemClock clock;
    GatewayServerOptions options = at(folder.path() / "gateway");
    std::unique_ptr<GatewayServer> gateway = must(GatewayServer::start(options, clock));
    std::filesystem::path film = folder.path() / "film";
    Bytes bytes = crypto::randomBytes(kSize);
    std::string cid = written(film, bytes);
    std::shared_ptr<const crypto::SigningKey> device =
        std::make_shared<const crypto::SigningKey>(test::keyOf(kDeviceSeed));

    static GatewayServerOptions at(const std::filesystem::path& data) {
        GatewayServerOptions out;
        out.dataFolder = data;
        return out;
    }
    static std::string written(const std::filesystem::path& path, const Bytes& bytes) {
        if (!writeFileAtomically(path, bytes)) throw std::runtime_error("cannot write the film");
        return must(content::cidOfFile(path)).text();
    }

    [[nodiscard]] std::filesystem::path tls(const char* name) const {
        return folder.path() / "gateway" / "tls" / name;
    }
    [[nodiscard]] GatewayClient client(const std::string& url) const {
        HttpClientOptions trust;
        trust.caPem = std::string(asText(must(readFile(tls("ca.pem"), 1u << 20))));
        return must(GatewayClient::create(url, clock, trust, RequestSigner::of(device)));
    }
    void registerDevice() const {
        const crypto::SigningKey account = test::keyOf(2);
        const auto statement =
            must(rights::signStatement(test::registrationOf(account, *device, clock.now()), account));
        must(client(gateway->url()).submitStatement(statement));
    }

    /// tus-js-client's word about the upload's address, or nothing when it gave up.
    [[nodiscard]] std::optional<std::string> sentByStranger(const std::string& named,
                                                            const std::string& last = "") const {
        std::vector<std::string> command{"env",
                                         "NODE_EXTRA_CA_CERTS=" + tls("ca.pem").string(),
                                         "node",
                                         kScripts + "/client.mjs",
                                         kStrangers,
                                         gateway->url() + "/v1/uploads",
                                         film.string(),
                                         named,
                                         toHex(Bytes(32, kDeviceSeed)),
                                         std::to_string(kPiece)};
        if (!last.empty()) command.push_back(last);
        test::CommandResult result = test::run(command);
        strangersWords = result.errors;
        if (result.exitCode != 0) return std::nullopt;
        while (!result.output.empty() && result.output.back() == '\n')
            result.output.pop_back();
        return result.output;
    }
    mutable std::string strangersWords;

    [[nodiscard]] Bytes servedBack() const { return must(client(gateway->url()).blobRange(cid, 0, kSize)); }
};

TEST_F(Tus, AnUnmodifiedClientUploadsToTheGateway) {
    registerDevice();
    ASSERT_TRUE(sentByStranger(cid)) << strangersWords;
    EXPECT_EQ(servedBack(), bytes);
}

TEST_F(Tus, AnUnmodifiedClientGoesOnAfterTheGatewayWasRestarted) {
    registerDevice();
    const auto url = sentByStranger(cid, "2");
    ASSERT_TRUE(url) << strangersWords;
    EXPECT_FALSE(must(client(gateway->url()).blobSize(cid))) << "it is not whole yet";
    options.listen.port = must(Url::parse(gateway->url())).port;
    gateway.reset();
    gateway = must(GatewayServer::start(options, clock));
    const auto same = sentByStranger(cid, *url);
    ASSERT_TRUE(same) << strangersWords;
    EXPECT_EQ(*same, *url);
    EXPECT_EQ(servedBack(), bytes);
}

TEST_F(Tus, AnUnmodifiedClientIsToldWhyItsBytesAreRefused) {
    EXPECT_FALSE(sentByStranger(cid)) << "an unregistered device may not upload";
    EXPECT_NE(strangersWords.find("device_unknown"), std::string::npos) << strangersWords;
    registerDevice();
    const std::string other = written(folder.path() / "other", crypto::randomBytes(100));
    EXPECT_FALSE(sentByStranger(other)) << "the bytes are not those of the CID";
    EXPECT_NE(strangersWords.find("blob_mismatch"), std::string::npos) << strangersWords;
}

struct StrangersServer : Tus {
    std::filesystem::path store = folder.path() / "store";
    std::optional<ServerProgram> server;
    std::string url;

    void SetUp() override {
        std::filesystem::create_directories(store);
        start("0");
    }
    void start(const std::string& port) {
        server.emplace(std::vector<std::string>{"/usr/bin/env", "node", kScripts + "/server.mjs", kStrangers,
                                                store.string(), tls("cert.pem").string(),
                                                tls("key.pem").string(), port});
        url = server->ready().at("url").get<std::string>();
    }
    [[nodiscard]] UploadRequest request() const {
        UploadRequest out;
        out.file = film;
        out.cid = cid;
        out.pieceSize = kPiece;
        return out;
    }
    /// What the stranger has stored as this upload.
    [[nodiscard]] Bytes stored(const std::string& uploadUrl) const {
        return must(readFile(store / uploadUrl.substr(uploadUrl.rfind('/') + 1), 2 * kSize));
    }
};

TEST_F(StrangersServer, TakesWhatOurUploaderSends) {
    UploadRequest upload = request();
    std::string created;
    upload.created = [&](const std::string& at) { created = at; };
    const Status done = client(url).upload(upload);
    ASSERT_TRUE(done) << done.error().code << done.error().what;
    EXPECT_EQ(stored(created), bytes);
}

TEST_F(StrangersServer, IsSentOnlyTheRestAfterItWasKilled) {
    UploadRequest upload = request();
    upload.created = [&](const std::string& at) { upload.uploadUrl = at; };
    std::stop_source source;
    const Status stopped = client(url).upload(upload, source.get_token(), [&](const Progress& progress) {
        if (progress.done > 2 * kPiece) source.request_stop();
    });
    ASSERT_EQ(test::codeOf(stopped), "cancelled");
    ASSERT_FALSE(upload.uploadUrl.empty());
    server->kill();
    start(std::to_string(must(Url::parse(url)).port));

    bool createdAgain = false;
    upload.created = [&](const std::string&) { createdAgain = true; };
    std::uint64_t first = 0;
    const Status done = client(url).upload(upload, {}, [&](const Progress& progress) {
        if (first == 0) first = progress.done;
    });
    ASSERT_TRUE(done) << done.error().code << done.error().what;
    EXPECT_FALSE(createdAgain);
    EXPECT_GE(first, 2 * kPiece);
    EXPECT_EQ(stored(upload.uploadUrl), bytes);
}

}  // namespace
}  // namespace keyreel::gateway
