#include "core/crypto/hash.h"
#include "core/gateway/sha1.h"
#include "tests/integration/gateway/server_program.h"
#include "tests/integration/gateway/world.h"
#include "tests/support/fake_clock.h"

namespace keyreel::gateway {
namespace {

constexpr std::uint64_t kMiB = 1u << 20;

HttpClientResponse patch(const World& world, const std::string& url, std::uint64_t offset, const Bytes& body,
                         const Person& by, HttpFields extra = {}) {
    HttpClientRequest request;
    request.method = "PATCH";
    request.target = must(Url::parse(url)).target;
    request.body = body;
    SignedMessage message{request.method, url, std::move(extra)};
    message.fields.set("Tus-Resumable", "1.0.0");
    message.fields.set("Content-Type", "application/offset+octet-stream");
    message.fields.set("Upload-Offset", std::to_string(offset));
    EXPECT_TRUE(signRequest(message, body, RequestSigner::of(by.device), world.clock.now()));
    request.fields = message.fields;
    return must(world.http().send(request));
}

/// Starts an upload and stops in its second piece, so that exactly the first is kept.
std::string begun(const World& world, const GatewayClient& by, const Person& person,
                  const UploadRequest& request) {
    std::string url;
    std::stop_source source;
    UploadRequest stopping = request;
    stopping.created = [&](const std::string& created) { url = created; };
    const Status stopped = by.upload(stopping, source.get_token(), [&](const Progress& progress) {
        if (progress.done > request.pieceSize) source.request_stop();
    });
    EXPECT_EQ(codeOf(stopped), "cancelled");
    // The server lets go of the upload when it sees the broken connection; an empty piece tells when.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    unsigned status = 0;
    do {
        status = patch(world, url, request.pieceSize, {}, person).status;
    } while (status == 423 && std::chrono::steady_clock::now() < deadline);
    EXPECT_EQ(status, 204u);
    return url;
}

TEST_F(World, AnUploadGoesOnWhereItStopped) {
    const GatewayClient by = registered(creator);
    UploadRequest request;
    request.file = fileOf(5 * kMiB + 17);
    request.cid = cidOf(request.file);
    request.pieceSize = kMiB;
    request.uploadUrl = begun(*this, by, creator, request);
    ASSERT_FALSE(request.uploadUrl.empty());
    restart();
    std::uint64_t first = 0;
    bool createdAgain = false;
    request.created = [&](const std::string&) { createdAgain = true; };
    const Status done = by.upload(request, {}, [&](const Progress& progress) {
        if (first == 0) first = progress.done;
        EXPECT_EQ(progress.total, 5 * kMiB + 17);
    });
    ASSERT_TRUE(done) << done.error().what;
    EXPECT_FALSE(createdAgain);
    EXPECT_GT(first, kMiB);
    EXPECT_EQ(must(by.blobSize(request.cid)), std::optional<std::uint64_t>(5 * kMiB + 17));
    // A blob that is there is not sent again.
    first = 0;
    ASSERT_TRUE(by.upload(request, {}, [&](const Progress& progress) { first = progress.done; }));
    EXPECT_EQ(first, 5 * kMiB + 17);
    EXPECT_FALSE(createdAgain);
}

TEST_F(World, TheServerKeepsCountAndChecksEveryPiece) {
    const GatewayClient by = registered(creator);
    (void)registered(viewer);
    UploadRequest request;
    request.file = fileOf(3 * kMiB);
    request.cid = cidOf(request.file);
    request.pieceSize = kMiB;
    const std::string url = begun(*this, by, creator, request);
    HttpClientRequest head;
    head.method = "HEAD";
    head.target = must(Url::parse(url)).target;
    head.fields.set("Tus-Resumable", "1.0.0");
    ASSERT_EQ(must(http().send(head)).fields.value("Upload-Offset"), std::to_string(kMiB));
    const std::uint64_t offset = kMiB;
    const Bytes piece(1000, 7);
    EXPECT_EQ(patch(*this, url, offset + 1, piece, creator).status, 409u);
    EXPECT_EQ(errorOfResponse(patch(*this, url, offset, piece, viewer)).code, "upload_not_yours");
    EXPECT_EQ(patch(*this, url, offset, Bytes(3 * kMiB + 1), creator).status, 413u);
    EXPECT_EQ(patch(*this, url, offset, piece, creator, {{"Upload-Checksum", "md5 AAAA"}}).status, 400u);
    EXPECT_EQ(patch(*this, url, offset, piece, creator, {{"Upload-Checksum", "sha1 AAAA"}}).status, 460u);
    Sha1 sha1;
    sha1.update(piece);
    const auto sha256 = patch(*this, url, offset, piece, creator,
                              {{"Upload-Checksum", "sha256 " + toBase64(crypto::sha256(piece))}});
    EXPECT_EQ(sha256.fields.value("Upload-Offset"), std::to_string(offset + 1000));
    const auto withSha1 = patch(*this, url, offset + 1000, piece, creator,
                                {{"Upload-Checksum", "sha1 " + toBase64(sha1.finish())}});
    EXPECT_EQ(withSha1.fields.value("Upload-Offset"), std::to_string(offset + 2000));

    // A body other than the signed one counts for nothing.
    HttpClientRequest forged;
    forged.method = "PATCH";
    forged.target = must(Url::parse(url)).target;
    SignedMessage message{"PATCH",
                          url,
                          {{"Tus-Resumable", "1.0.0"},
                           {"Content-Type", "application/offset+octet-stream"},
                           {"Upload-Offset", std::to_string(offset + 2000)}}};
    ASSERT_TRUE(signRequest(message, piece, RequestSigner::of(creator.device), clock.now()));
    forged.fields = message.fields;
    forged.body = Bytes(1000, 8);
    EXPECT_EQ(errorOfResponse(must(http().send(forged))).code, "digest_mismatch");
    EXPECT_EQ(patch(*this, url, offset + 3000, piece, creator).status, 409u);

    // The rest is right, but what came before was not the file: refused at the end, and gone.
    const Bytes rest(static_cast<std::size_t>(3 * kMiB - offset - 2000), 9);
    EXPECT_EQ(errorOfResponse(patch(*this, url, offset + 2000, rest, creator)).code, "blob_mismatch");
    EXPECT_EQ(errorOfResponse(patch(*this, url, 3 * kMiB, {}, creator)).code, "upload_missing");
    EXPECT_EQ(must(by.blobSize(request.cid)), std::nullopt);
}

TEST_F(World, AnUploadUnderAWrongNameIsRefused) {
    const GatewayClient by = registered(creator);
    UploadRequest request;
    request.file = fileOf(kMiB);
    request.cid = "bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy";
    EXPECT_EQ(codeOf(by.upload(request)), "cid_mismatch");
    const GatewayClient nobody = must(GatewayClient::create(server->url(), clock, trust()));
    EXPECT_EQ(codeOf(nobody.upload(request)), "not_signed_in");
}

TEST(Uploader, StandsBackWhenItBeganTooManyUploadsAndGoesOn) {
    const test::TemporaryFolder folder;
    test::FakeClock clock;
    const Person person(1);
    GatewayServerOptions options;
    options.dataFolder = folder.path() / "gateway";
    options.uploadCreations.perMinute = 2;
    int refusals = 0;
    options.answered = [&](const HttpRoute&, unsigned status) {
        if (status == 429 && ++refusals == 2) clock.advance(61);
    };
    const auto server = must(GatewayServer::start(options, clock));
    HttpClientOptions trust;
    trust.caPem = textOf(server->authorityFile());
    const GatewayClient by =
        must(GatewayClient::create(server->url(), clock, trust, RequestSigner::of(person.device)));
    must(by.submitStatement(person.registration(clock.now())));
    for (int i = 0; i < 3; ++i) {
        UploadRequest request;
        request.file = folder.path() / "film";
        ASSERT_TRUE(writeFileAtomically(request.file, crypto::randomBytes(1000)));
        request.cid = World::cidOf(request.file);
        request.standBack = std::chrono::milliseconds(20);
        const Status done = by.upload(request);
        ASSERT_TRUE(done) << done.error().code;
        EXPECT_EQ(must(by.blobSize(request.cid)), std::optional<std::uint64_t>(1000));
    }
    EXPECT_EQ(refusals, 2);
}

TEST_F(World, TusHandshakeAndTermination) {
    const GatewayClient by = registered(creator);
    HttpClientRequest greeting;
    greeting.method = "OPTIONS";
    greeting.target = "/v1/uploads";
    const auto said = must(http().send(greeting));
    EXPECT_EQ(said.status, 204u);
    EXPECT_EQ(said.fields.value("Tus-Version"), "1.0.0");
    EXPECT_EQ(said.fields.value("Tus-Extension"), "creation,checksum,termination");
    UploadRequest request;
    request.file = fileOf(2 * kMiB);
    request.cid = cidOf(request.file);
    request.pieceSize = kMiB;
    const std::string url = begun(*this, by, creator, request);
    HttpClientRequest other;
    other.method = "HEAD";
    other.target = must(Url::parse(url)).target;
    other.fields.set("Tus-Resumable", "0.2.2");
    EXPECT_EQ(must(http().send(other)).status, 412u);
    HttpClientRequest terminate;
    terminate.method = "DELETE";
    terminate.target = other.target;
    SignedMessage message{"DELETE", url, {{"Tus-Resumable", "1.0.0"}}};
    ASSERT_TRUE(signRequest(message, {}, RequestSigner::of(creator.device), clock.now()));
    terminate.fields = message.fields;
    EXPECT_EQ(must(http().send(terminate)).status, 204u);
    other.fields.set("Tus-Resumable", "1.0.0");
    EXPECT_EQ(must(http().send(other)).status, 404u);
}

TEST(GatewayProgram, SurvivesKillInMidUploadInBoundedMemory) {
    const test::TemporaryFolder folder;
    const SystemClock clock;
    const Person person(1);
    std::vector<std::string> arguments = {KEYREEL_GATEWAY_PROGRAM, "--data", (folder.path() / "g").string(),
                                          "--listen", "127.0.0.1:0"};
    auto program = std::make_unique<ServerProgram>(arguments);
    const std::string url = program->ready().at("url");
    arguments.back() = url.substr(std::string("https://").size());
    HttpClientOptions trust;
    trust.caPem = textOf(program->ready().at("caFile").get<std::string>());
    const GatewayClient by = must(GatewayClient::create(url, clock, trust, RequestSigner::of(person.device)));
    must(by.submitStatement(person.registration(clock.now())));

    constexpr std::uint64_t kSize = 64 * kMiB;
    UploadRequest request;
    request.file = folder.path() / "film";
    ASSERT_TRUE(writeFileAtomically(request.file, crypto::randomBytes(kSize)));
    request.cid = World::cidOf(request.file);
    request.pieceSize = 16 * kMiB;
    request.created = [&](const std::string& created) { request.uploadUrl = created; };
    std::uint64_t resumedAt = 0;
    bool killed = false;
    // Killed while the third piece is on its way; the client meets a dead server, then a new one, and goes
    // on.
    const Status done = by.upload(request, {}, [&](const Progress& progress) {
        if (!killed && progress.done > 40 * kMiB) {
            killed = true;
            program->kill();
            program = std::make_unique<ServerProgram>(arguments);
        } else if (killed && resumedAt == 0) {
            resumedAt = progress.done;
        }
    });
    ASSERT_TRUE(done) << done.error().what;
    EXPECT_TRUE(killed);
    EXPECT_GE(resumedAt, 32 * kMiB);
    EXPECT_EQ(must(by.blobSize(request.cid)), std::optional<std::uint64_t>(kSize));

    // One piece of the full size: the server holds a window of it, never the piece.
    const std::uint64_t before = program->peakMemory();
    ASSERT_TRUE(writeFileAtomically(request.file, crypto::randomBytes(kSize)));
    request.cid = World::cidOf(request.file);
    request.uploadUrl.clear();
    request.pieceSize = kSize;
    ASSERT_TRUE(by.upload(request));
    std::uint64_t received = 0;
    ASSERT_TRUE(by.blob(request.cid, [&](ByteView piece) -> Status {
        received += piece.size();
        return {};
    }));
    EXPECT_EQ(received, kSize);
    EXPECT_LT(program->peakMemory() - before, 24 * kMiB);
    EXPECT_EQ(program->end(), 0);
}

}  // namespace
}  // namespace keyreel::gateway
