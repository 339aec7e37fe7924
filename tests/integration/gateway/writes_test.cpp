#include "core/custody/capability.h"
#include "core/gateway/log_sync.h"
#include "tests/integration/gateway/world.h"

namespace keyreel::gateway {
namespace {

/// An upload creation, signed by hand so that one thing at a time can be wrong.
HttpClientRequest creation(const std::string& origin, const RequestSigner& signer, std::int64_t created) {
    HttpClientRequest request;
    request.method = "POST";
    request.target = "/v1/uploads";
    SignedMessage message{
        request.method,
        origin + request.target,
        {{"Tus-Resumable", "1.0.0"},
         {"Upload-Length", "10"},
         {"Upload-Metadata",
          "cid " + toBase64(asBytes("bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy"))}}};
    EXPECT_TRUE(signRequest(message, {}, signer, created));
    request.fields = message.fields;
    return request;
}

std::string answerOf(const HttpClient& http, const HttpClientRequest& request) {
    const auto response = http.send(request);
    if (!response) return response.error().code;
    return response->ok() ? "ok" : errorOfResponse(*response).code;
}

TEST_F(World, WritesNeedAFreshSignatureOfARegisteredDevice) {
    const HttpClient client = http();
    const std::string origin = server->url();
    const RequestSigner signer = RequestSigner::of(creator.device);
    const std::int64_t now = clock.now();
    EXPECT_EQ(answerOf(client, creation(origin, signer, now)), "device_unknown");
    must(GatewayClient(this->client(creator)).submitStatement(creator.registration(now)));

    const HttpClientRequest good = creation(origin, signer, now);
    EXPECT_EQ(answerOf(client, good), "ok");
    EXPECT_EQ(answerOf(client, good), "replayed");
    restart();
    EXPECT_EQ(answerOf(http(), good), "replayed");

    HttpClientRequest bare = good;
    bare.fields = {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", "10"}};
    EXPECT_EQ(answerOf(http(), bare), "signature_missing");
    EXPECT_EQ(answerOf(http(), creation(origin, signer, now - 120)), "signature_stale");
    EXPECT_EQ(answerOf(http(), creation(origin, signer, now + 120)), "signature_stale");
    EXPECT_EQ(answerOf(http(), creation(origin, RequestSigner::of(viewer.device), now)), "device_unknown");

    HttpClientRequest otherBody = creation(origin, signer, now);
    otherBody.method = "PUT";
    otherBody.target = "/v1/assets/" + std::string(32, '0');
    EXPECT_EQ(answerOf(http(), otherBody), "signature_invalid");

    // Signed for another server, whose operator passes it on to this one under its own name.
    EXPECT_EQ(answerOf(http(), creation("https://gateway.example", signer, now)), "signature_invalid");
    const HttpClient alias = must(HttpClient::create(
        must(Url::parse("https://localhost:" + std::to_string(must(Url::parse(origin)).port))), trust()));
    EXPECT_EQ(answerOf(alias, creation("https://localhost:" + std::to_string(must(Url::parse(origin)).port),
                                       signer, now)),
              "ok");

    must(this->client(creator).submitStatement(must(rights::signStatement(
        rights::DeviceRevocation{creator.account.publicKey(), creator.device->publicKey(), now},
        creator.account))));
    EXPECT_EQ(answerOf(http(), creation(origin, signer, now)), "device_revoked");
}

TEST_F(World, ABodyThatWasNotSignedIsRefused) {
    const GatewayClient by = registered(creator);
    const CatalogueEntry entry = publish(by, 1, rights::AccessMethod::Free);
    HttpClientRequest request;
    request.method = "PUT";
    request.target = "/v1/assets/" + toHex(entry.contentId);
    SignedMessage message{request.method, server->url() + request.target, {}};
    ASSERT_TRUE(signRequest(message, asBytes(toJson(entry)), RequestSigner::of(creator.device), clock.now()));
    request.fields = message.fields;
    CatalogueEntry other = entry;
    other.title = "Another title";
    request.body = toBytes(toJson(other));
    EXPECT_EQ(answerOf(http(), request), "digest_mismatch");
    request.body = toBytes(toJson(entry));
    EXPECT_EQ(answerOf(http(), request), "ok");
}

TEST_F(World, StatementsAreTakenOnceAndOnlyFromDevices) {
    const GatewayClient by = client(creator);
    const Bytes registration = creator.registration(clock.now());
    const GatewayClient nobody = must(GatewayClient::create(server->url(), clock, trust()));
    EXPECT_EQ(must(nobody.submitStatement(registration)).index, 0u);
    EXPECT_EQ(must(by.submitStatement(registration)).index, 0u);
    const Bytes mint = must(rights::signStatement(
        test::mintOf({5}, creator.account, rights::AccessMethod::Free, clock.now()), creator.account));
    EXPECT_EQ(codeOf(nobody.submitStatement(mint)), "signature_missing");
    EXPECT_EQ(codeOf(client(viewer).submitStatement(mint)), "device_unknown");
    const StatementReceipt first = must(by.submitStatement(mint));
    EXPECT_EQ(first.index, 1u);
    EXPECT_EQ(must(by.submitStatement(mint)).index, 1u);
    const Bytes second = must(rights::signStatement(
        test::mintOf({5}, creator.account, rights::AccessMethod::Granted, clock.now()), creator.account));
    EXPECT_EQ(codeOf(by.submitStatement(second)), "asset_exists");
    EXPECT_EQ(codeOf(by.submitStatement(Bytes(20000, 1))), "body_too_large");
    const rights::TreeHead head = must(rights::verifyTreeHead(first.head, server->info().logKey));
    EXPECT_TRUE(rights::verifyInclusion(rights::leafHash(mint), 1, head.size,
                                        must(by.inclusionProof(1, head.size)), head.root));
}

TEST_F(World, StrangersCannotFillTheLogWithRegistrations) {
    options.service.registrations = {3, 3, 10};
    restart();
    for (std::uint8_t seed = 10; seed < 13; ++seed)
        (void)registered(Person(seed));
    const Person late(13);
    EXPECT_EQ(codeOf(client(late).submitStatement(late.registration(clock.now()))), "rate_limited");
    const Person known(10);
    const Bytes mint = must(rights::signStatement(
        test::mintOf({5}, known.account, rights::AccessMethod::Free, clock.now()), known.account));
    EXPECT_EQ(codeOf(client(known).submitStatement(mint)), "ok");
}

TEST_F(World, AReplicaFollowsTheLogAcrossARestart) {
    const auto replica = must(rights::Replica::open(server->info().logKey, clock));
    const GatewayClient by = registered(creator);
    ASSERT_EQ(codeOf(syncReplica(by, *replica)), "ok");
    EXPECT_EQ(replica->size(), 1u);
    for (std::uint8_t id = 1; id <= 3; ++id)
        must(by.submitStatement(must(rights::signStatement(
            test::mintOf({id}, creator.account, rights::AccessMethod::Free, clock.now()), creator.account))));
    const auto before = must(rights::verifyTreeHead(must(by.logHead()), server->info().logKey));
    restart();
    const auto after = must(rights::verifyTreeHead(must(by.logHead()), server->info().logKey));
    EXPECT_EQ(after.size, 4u);
    EXPECT_EQ(after.root, before.root);
    ASSERT_EQ(codeOf(syncReplica(by, *replica, {}, 0)), "ok");
    EXPECT_EQ(replica->size(), 4u);
    EXPECT_TRUE(replica->evidence().empty());
    EXPECT_EQ(codeOf(by.logEntries(4, 5)), "merkle_range");
    EXPECT_EQ(codeOf(by.inclusionProof(9, 4)), "merkle_range");
    EXPECT_EQ(must(by.logEntries(1, 100)).size(), 3u);
}

TEST_F(World, TheCatalogueBelongsToCreators) {
    const GatewayClient by = registered(creator);
    const GatewayClient other = registered(viewer);
    CatalogueEntry entry = publish(by, 1, rights::AccessMethod::Granted, "The first film");
    (void)publish(by, 2, rights::AccessMethod::Free, "The second film");
    EXPECT_EQ(codeOf(other.publishEntry(entry)), "not_creator");
    CatalogueEntry unminted = entry;
    unminted.contentId = {9};
    EXPECT_EQ(codeOf(by.publishEntry(unminted)), "asset_unknown");
    CatalogueEntry absent = entry;
    absent.files[0].cid = "bafkreibruh455iawsviqslif5c7uurdcfdemh22mtnytyzvnzn75kpejxy";
    EXPECT_EQ(codeOf(by.publishEntry(absent)), "blob_missing");
    CatalogueEntry lying = entry;
    lying.files[0].size = 5;
    EXPECT_EQ(codeOf(by.publishEntry(lying)), "bad_json");
    CatalogueEntry climbing = entry;
    climbing.files[0].name = "../x";
    EXPECT_EQ(codeOf(by.publishEntry(climbing)), "bad_json");

    const CatalogueEntry shown = must(other.entry(entry.contentId));
    EXPECT_EQ(shown.title, "The first film");
    EXPECT_EQ(shown.access, "granted");
    EXPECT_EQ(shown.creator, creator.account.publicKey());
    EXPECT_EQ(must(other.manifest(entry.contentId)).size(), 100u);
    CatalogueQuery query;
    query.search = "second";
    EXPECT_EQ(must(other.catalogue(query)).entries.size(), 1u);
    must(by.submitStatement(must(rights::signStatement(
        rights::AssetUnpublish{{2}, creator.account.publicKey(), clock.now()}, creator.account))));
    EXPECT_TRUE(must(other.catalogue(query)).entries.empty());
}

/// For the film that World::publish() makes of 1.
CapabilityRequest requestOf(const Person& person) {
    CapabilityRequest request;
    request.account = person.account.publicKey();
    request.contentId = {1};
    request.tier = "hd";
    request.purpose = "play";
    request.ephemeralKey = crypto::X25519PublicKey{7};
    return request;
}

TEST_F(World, CapabilitiesNameTheDeviceAndAreLimited) {
    options.service.capabilities = {4, 5, 100};
    restart();
    const GatewayClient by = registered(creator);
    const GatewayClient other = registered(viewer);
    (void)publish(by, 1, rights::AccessMethod::Granted);
    const CapabilityRequest request = requestOf(viewer);
    const auto capability = must(custody::verifyCapability(must(other.requestCapability(request)),
                                                           server->info().capabilityKey, clock.now()));
    EXPECT_EQ(capability.account, viewer.account.publicKey());
    EXPECT_EQ(capability.device, viewer.device->publicKey());
    EXPECT_EQ(capability.ephemeralHash, custody::ephemeralKeyHash(request.ephemeralKey));
    EXPECT_LE(capability.expires - capability.issuedAt, 300);
    // A device speaks for its own account alone.
    EXPECT_EQ(codeOf(by.requestCapability(request)), "device_unknown");
    CapabilityRequest unknown = request;
    unknown.contentId = {9};
    EXPECT_EQ(codeOf(other.requestCapability(unknown)), "asset_unknown");
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(codeOf(other.requestCapability(request)), "ok");
    EXPECT_EQ(codeOf(other.requestCapability(request)), "rate_limited");
    // Nobody let the viewer in, so nothing was opened.
    EXPECT_TRUE(must(by.openings({1})).empty());
    const auto audit = must(audit::verify(options.dataFolder / "audit.log"));
    EXPECT_GT(audit.records, 5u);
}

TEST_F(World, OpeningsAreToldToTheMakerAndToThoseWhoseDevicesTheyAre) {
    const GatewayClient maker = registered(creator);
    const GatewayClient other = registered(viewer);
    (void)publish(maker, 1, rights::AccessMethod::Free);
    const CapabilityRequest request = requestOf(viewer);
    const std::int64_t before = clock.now();
    must(other.requestCapability(request));
    restart();

    const auto days = must(maker.openings({1}));
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days.front().openings, 1u);
    EXPECT_GE(days.front().day, before / 86400);
    EXPECT_EQ(codeOf(other.openings({1})), "not_creator");
    EXPECT_EQ(codeOf(maker.openings({9})), "asset_unknown");
    const GatewayClient nobody = must(GatewayClient::create(server->url(), clock, trust()));
    EXPECT_EQ(codeOf(nobody.openings({1})), "not_signed_in");
    HttpClientRequest bare;
    bare.target = "/v1/assets/" + toHex(ContentId{1}) + "/openings";
    EXPECT_EQ(answerOf(http(), bare), "signature_missing");

    const auto devices = must(other.openingsOf(viewer.account.publicKey()));
    ASSERT_EQ(devices.size(), 1u);
    EXPECT_EQ(devices.front().device, viewer.device->publicKey());
    EXPECT_GE(devices.front().time, before);
    EXPECT_EQ(codeOf(maker.openingsOf(viewer.account.publicKey())), "device_unknown");

    // A device that was lent to play speaks for the account when it opens, and hears nothing of the others.
    Person friendOf(3);
    const GatewayClient lent = registered(friendOf);
    rights::DeviceRegistration loan = test::registrationOf(viewer.account, *friendOf.device, clock.now());
    loan.purposes = {std::string(rights::kPurposePlay)};
    must(other.submitStatement(must(rights::signStatement(loan, viewer.account))));
    must(lent.requestCapability(request));
    EXPECT_EQ(codeOf(lent.openingsOf(viewer.account.publicKey())), "device_unknown");
    EXPECT_EQ(must(other.openingsOf(viewer.account.publicKey())).size(), 2u);
}

}  // namespace
}  // namespace keyreel::gateway
