#include "tests/integration/gateway/world.h"

// A registered stranger who takes all that one device is given leaves everyone else theirs.
namespace keyreel::gateway {
namespace {

struct Limits : World {
    void restartWith(const std::function<void(GatewayServerOptions&)>& change) {
        change(options);
        restart();
    }
    [[nodiscard]] Bytes mint(std::uint8_t number, const Person& by) const {
        return must(rights::signStatement(
            test::mintOf({number}, by.account, rights::AccessMethod::Free, clock.now()), by.account));
    }
    /// Begins an upload and leaves it lying there; "ok" or the refusal's code.
    [[nodiscard]] std::string beginUpload(const Person& by, std::uint64_t length) const {
        HttpClientRequest request;
        request.method = "POST";
        request.target = "/v1/uploads";
        SignedMessage message{
            request.method,
            server->url() + request.target,
            {{"Tus-Resumable", "1.0.0"},
             {"Upload-Length", std::to_string(length)},
             {"Upload-Metadata",
              "cid " + toBase64(asBytes("bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy"))}}};
        EXPECT_TRUE(signRequest(message, {}, RequestSigner::of(by.device), clock.now()));
        request.fields = message.fields;
        const auto response = must(http().send(request));
        if (response.ok()) return "ok";
        EXPECT_EQ(response.status, 429u);
        return errorOfResponse(response).code;
    }
};

TEST_F(Limits, AFloodOfStatementsIsStoppedAndBlocksNobodyElse) {
    restartWith([](GatewayServerOptions& with) { with.service.writes = {5, 8, 100}; });
    const GatewayClient stranger = registered(viewer);
    const GatewayClient other = registered(creator);
    std::string refused;
    std::uint8_t taken = 0;
    // A statement names its second: made anew it may be another one.
    const Bytes first = mint(1, viewer);
    for (std::uint8_t number = 1; number < 20 && refused.empty(); ++number) {
        const auto receipt = stranger.submitStatement(number == 1 ? first : mint(number, viewer));
        if (receipt)
            ++taken;
        else
            refused = receipt.error().code;
    }
    EXPECT_EQ(refused, "rate_limited");
    EXPECT_EQ(taken, 5);
    // What is in the log already is no new write; a client that lost the answer still gets it.
    EXPECT_TRUE(stranger.submitStatement(first));
    // Another device of the same account does not get another share.
    Person second{2};
    second.device = std::make_shared<const crypto::SigningKey>(keyOf(77));
    const GatewayClient again = registered(second);
    EXPECT_EQ(codeOf(again.submitStatement(mint(40, second))), "rate_limited");
    EXPECT_TRUE(other.submitStatement(mint(50, creator))) << "another maker goes on as before";
}

TEST_F(Limits, UnfinishedUploadsOfOneDeviceLeaveRoomForAnother) {
    restartWith([](GatewayServerOptions& with) {
        with.uploads.maxPerOwner = 4;
        with.uploads.maxReservedPerOwner = 1u << 20;
    });
    (void)registered(viewer);
    const GatewayClient other = registered(creator);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(beginUpload(viewer, 10), "ok");
    EXPECT_EQ(beginUpload(viewer, 10), "upload_quota");
    EXPECT_EQ(beginUpload(creator, (1u << 20) + 1), "upload_quota") << "nor may one reserve everything";
    mustUpload(other, fileOf(300'000));
    restart();
    EXPECT_EQ(beginUpload(viewer, 10), "upload_quota") << "after a restart it still counts";
}

TEST_F(Limits, BeginningUploadsTooOftenIsStoppedByDevice) {
    restartWith([](GatewayServerOptions& with) { with.uploadCreations = {6, 8, 100}; });
    (void)registered(viewer);
    const GatewayClient other = registered(creator);
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(beginUpload(viewer, 10), "ok");
    EXPECT_EQ(beginUpload(viewer, 10), "rate_limited");
    mustUpload(other, fileOf(1000));
}

}  // namespace
}  // namespace keyreel::gateway
