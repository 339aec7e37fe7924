#include <gtest/gtest.h>

#include "core/gateway/gateway_log.h"
#include "core/gateway/gateway_service.h"
#include "core/gateway/sqlite_gateway_store.h"
#include "core/rights/tree_head.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::gateway {
namespace {

using test::codeOf;
using test::keyOf;
using test::must;

struct GatewayStoreTest : ::testing::Test {
    test::TemporaryFolder folder;
    test::FakeClock clock;
    std::unique_ptr<SqliteGatewayStore> store = open();

    std::unique_ptr<SqliteGatewayStore> open(std::size_t nonces = 100) {
        return must(SqliteGatewayStore::open(folder.path() / "gateway.db", nonces));
    }
};

TEST_F(GatewayStoreTest, KeepsEntriesInOrderWithoutGaps) {
    EXPECT_EQ(*store->entryCount(), 0u);
    for (std::uint8_t i = 0; i < 5; ++i)
        ASSERT_TRUE(store->appendEntry(i, Bytes(10, i)));
    EXPECT_EQ(codeOf(store->appendEntry(7, Bytes(1))), "log_conflict");
    EXPECT_EQ(codeOf(store->appendEntry(4, Bytes(1))), "log_conflict");
    store = open();
    EXPECT_EQ(*store->entryCount(), 5u);
    EXPECT_EQ(*store->entries(1, 3, 1000), (std::vector<Bytes>{Bytes(10, 1), Bytes(10, 2)}));
    EXPECT_EQ(store->entries(0, 5, 25)->size(), 2u);
    EXPECT_EQ(store->entries(0, 5, 1)->size(), 1u);
    EXPECT_EQ(store->entries(3, UINT64_MAX, 1000)->size(), 2u);
}

TEST_F(GatewayStoreTest, RemembersNoncesUntilTheyExpireAcrossRestarts) {
    const PublicKey a{1};
    const PublicKey b{2};
    EXPECT_EQ(codeOf(store->useNonce(a, "n1", 160, 100)), "ok");
    EXPECT_EQ(codeOf(store->useNonce(b, "n1", 160, 100)), "ok");
    EXPECT_EQ(codeOf(store->useNonce(a, "n1", 160, 100)), "replayed");
    store = open();
    EXPECT_EQ(codeOf(store->useNonce(a, "n1", 160, 160)), "replayed");
    EXPECT_EQ(codeOf(store->useNonce(a, "n1", 230, 161)), "ok");
}

TEST_F(GatewayStoreTest, RefusesNoncesWhenFullInsteadOfForgetting) {
    store = open(3);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(codeOf(store->useNonce({}, std::to_string(i), 160, 100)), "ok");
    EXPECT_EQ(codeOf(store->useNonce({}, "3", 160, 100)), "busy");
    EXPECT_EQ(codeOf(store->useNonce({}, "0", 160, 100)), "replayed");
    EXPECT_EQ(codeOf(store->useNonce({}, "3", 300, 161)), "ok");
}

CatalogueEntry entryOf(std::uint8_t id, const std::string& title) {
    CatalogueEntry entry;
    entry.contentId = {id};
    entry.title = title;
    entry.access = "free";
    entry.tags = {"tag" + std::to_string(id)};
    entry.files = {{"stream.mpd", "bafk", 7, "application/dash+xml"}};
    return entry;
}

TEST_F(GatewayStoreTest, PagesAndSearchesTheCatalogueNewestFirst) {
    for (std::uint8_t i = 0; i < 7; ++i)
        ASSERT_TRUE(store->putAsset(entryOf(i, i % 2 == 0 ? "Even 100% film" : "Odd film")));
    ASSERT_TRUE(store->putAsset(entryOf(0, "Even again")));
    std::vector<int> seen;
    CatalogueQuery query;
    query.limit = 3;
    do {
        const CataloguePage page = must(store->page(query));
        for (const CatalogueEntry& entry : page.entries) {
            seen.push_back(entry.contentId[0]);
            EXPECT_TRUE(entry.files.empty());
        }
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty());
    EXPECT_EQ(seen, (std::vector<int>{6, 5, 4, 3, 2, 1, 0}));
    const auto count = [&](const std::string& search) {
        CatalogueQuery all;
        all.search = search;
        return must(store->page(all)).entries.size();
    };
    EXPECT_EQ(count("even"), 4u);
    EXPECT_EQ(count("ODD film"), 3u);
    EXPECT_EQ(count("100%"), 3u);
    EXPECT_EQ(count("%"), 3u);
    EXPECT_EQ(count("tag5"), 1u);
    EXPECT_EQ(count("' OR 1=1 --"), 0u);
    query.cursor = "-1";
    EXPECT_EQ(codeOf(store->page(query)), "bad_cursor");
    EXPECT_EQ(must(store->asset({0}))->title, "Even again");
    EXPECT_EQ(must(store->asset({0}))->files.at(0).mediaType, "application/dash+xml");
    EXPECT_FALSE(must(store->asset({9})));
}

TEST_F(GatewayStoreTest, LogAppendsOnceAndComesBackTheSame) {
    const auto account = keyOf(1);
    const auto device = keyOf(2);
    const Bytes registration =
        must(rights::signStatement(test::registrationOf(account, device, clock.now()), account));
    const Bytes mint = must(
        rights::signStatement(test::mintOf({7}, account, rights::AccessMethod::Free, clock.now()), account));
    rights::TreeHead before;
    {
        const auto log = must(GatewayLog::open(*store, keyOf(9), clock));
        EXPECT_EQ(must(log->append(registration)).receipt.index, 0u);
        EXPECT_TRUE(must(log->append(mint)).isNew);
        const auto again = must(log->append(registration));
        EXPECT_EQ(again.receipt.index, 0u);
        EXPECT_FALSE(again.isNew);
        rights::AssetMint other = test::mintOf({7}, account, rights::AccessMethod::Granted, clock.now() + 1);
        EXPECT_EQ(codeOf(log->append(must(rights::signStatement(other, account)))), "asset_exists");
        Bytes forged = mint;
        forged.back() ^= 1;
        EXPECT_EQ(codeOf(log->append(forged)), "statement_bad_signature");
        EXPECT_EQ(log->size(), 2u);
        before = must(rights::verifyTreeHead(must(log->head()), keyOf(9).publicKey()));
    }
    store = open();
    clock.advance(-100);
    const auto log = must(GatewayLog::open(*store, keyOf(9), clock));
    const auto after = must(rights::verifyTreeHead(must(log->head()), keyOf(9).publicKey()));
    EXPECT_EQ(after.root, before.root);
    EXPECT_EQ(codeOf(log->checkDevice(account.publicKey(), device.publicKey(), "play")), "ok");
    EXPECT_EQ(codeOf(log->checkDevice(device.publicKey(), "publish")), "ok");
    EXPECT_EQ(codeOf(log->checkDevice(device.publicKey(), "other")), "device_unknown");
    EXPECT_EQ(codeOf(log->checkDevice(keyOf(3).publicKey(), "play")), "device_unknown");
    ASSERT_TRUE(log->append(must(rights::signStatement(
        rights::DeviceRevocation{account.publicKey(), device.publicKey(), clock.now()}, account))));
    EXPECT_EQ(codeOf(log->checkDevice(device.publicKey(), "play")), "device_revoked");
}

TEST_F(GatewayStoreTest, AGuardTakesOnlyWhatIsAddressedToItsServer) {
    const auto account = keyOf(1);
    const auto device = std::make_shared<const crypto::SigningKey>(keyOf(2));
    const auto log = must(GatewayLog::open(*store, keyOf(9), clock));
    must(log->append(
        must(rights::signStatement(test::registrationOf(account, *device, clock.now()), account))));
    RequestGuard guard(*store, *log, clock);
    guard.setOrigins({"https://ours.example"});
    const auto signedFor = [&](const std::string& host) {
        SignedMessage message{"PUT", "https://" + host + "/x?y=z", {}};
        EXPECT_TRUE(signRequest(message, {}, RequestSigner::of(device), clock.now()));
        HttpRequest request;
        request.method = "PUT";
        request.target = "/x?y=z";
        request.fields = message.fields;
        request.fields.set("Host", host);
        return request;
    };
    EXPECT_EQ(codeOf(guard.deviceWithBody(signedFor("ours.example"), "publish")), "ok");
    EXPECT_EQ(codeOf(guard.deviceWithBody(signedFor("theirs.example"), "publish")), "wrong_host");
    EXPECT_EQ(codeOf(guard.deviceWithBody(signedFor("ours.example"), "other-purpose")), "device_unknown");
    HttpRequest passedOn = signedFor("theirs.example");
    passedOn.fields.set("Host", "ours.example");
    EXPECT_EQ(codeOf(guard.deviceWithBody(passedOn, "publish")), "signature_invalid");
    const HttpRequest late = signedFor("ours.example");
    clock.advance(kSignatureWindow + 1);
    EXPECT_EQ(codeOf(guard.deviceWithBody(late, "publish")), "signature_stale");
}

TEST_F(GatewayStoreTest, DamagedLogIsRefused) {
    ASSERT_TRUE(store->appendEntry(0, Bytes(20, 7)));
    EXPECT_EQ(codeOf(GatewayLog::open(*store, keyOf(9), clock)), "gateway_store_unusable");
}

TEST(RateLimiter, SlowsOnePartyNotTheOthers) {
    RateLimiter limiter({3, 5, 2});
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(limiter.issue({1}, 1000));
    EXPECT_EQ(codeOf(limiter.issue({1}, 1059)), "rate_limited");
    EXPECT_TRUE(limiter.issue({2}, 1059));
    EXPECT_TRUE(limiter.issue({1}, 1061));
    EXPECT_TRUE(limiter.issue({1}, 1062));
    EXPECT_EQ(codeOf(limiter.issue({1}, 1200)), "rate_limited");
    EXPECT_EQ(codeOf(limiter.issue({3}, 1200)), "busy");
    EXPECT_TRUE(limiter.issue({1}, 1301));
    EXPECT_TRUE(limiter.issue({3}, 2000));
}

}  // namespace
}  // namespace keyreel::gateway
