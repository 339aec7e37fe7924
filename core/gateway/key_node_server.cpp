#include "core/gateway/key_node_server.h"

#include <nlohmann/json.hpp>

#include "core/audit/log.h"
#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/pause.h"
#include "core/base/text.h"
#include "core/custody/capability.h"
#include "core/custody/node_service.h"
#include "core/custody/node_store.h"
#include "core/gateway/faults.h"
#include "core/gateway/gateway_client.h"
#include "core/gateway/json_reader.h"
#include "core/gateway/log_follower.h"
#include "core/gateway/request_guard.h"
#include "core/rights/statement.h"
#include "core/rights/witness.h"

namespace keyreel::gateway {

namespace {

constexpr std::uint64_t kRecoverLimit = 64u << 10;
constexpr std::chrono::milliseconds kRefreshPatience{1500};
constexpr std::chrono::milliseconds kContactPause{250};
constexpr std::uint64_t kPinsFileLimit = 4096;

Result<std::optional<GatewayPins>> keptPins(const std::filesystem::path& file) {
    const auto bytes = readFile(file, kPinsFileLimit);
    if (!bytes && bytes.error().code == "file_missing") return std::optional<GatewayPins>();
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    KEYREEL_TRY(const nlohmann::json value, parseJson(*bytes));
    const JsonReader in(value, "gateway pin");
    GatewayPins pins;
    KEYREEL_TRY(pins.logKey, in.hex<32>("logKey"));
    KEYREEL_TRY(pins.capabilityKey, in.hex<32>("capabilityKey"));
    return std::optional(pins);
}

Status keepPins(const std::filesystem::path& file, const GatewayPins& pins) {
    const nlohmann::json value = {{"logKey", toHex(pins.logKey)},
                                  {"capabilityKey", toHex(pins.capabilityKey)}};
    return writeFileAtomically(file, asBytes(value.dump()));
}

Result<GatewayPins> firstContact(const GatewayClient& client, std::chrono::milliseconds patience,
                                 const std::stop_token& stop) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        const auto info = client.info(stop);
        if (info) return GatewayPins{info->logKey, info->capabilityKey};
        if (!isUnreachable(info.error()) || std::chrono::steady_clock::now() >= end)
            return tl::unexpected<Error>(info.error());
        pause(kContactPause, stop);
    }
}

}  // namespace

Result<GatewayPins> GatewayPins::parse(const std::string& text) {
    const std::size_t colon = text.find(':');
    const auto log = fromHexExact<32>(text.substr(0, colon));
    const auto capability =
        fromHexExact<32>(colon == std::string::npos ? std::string() : text.substr(colon + 1));
    if (!log || !capability)
        return fail("bad_gateway_key",
                    "The gateway's keys are not two times 64 hexadecimal digits with a colon between.",
                    "Copy them from the line that keyreel-gateway prints at its start.");
    return GatewayPins{*log, *capability};
}

// Members are in the order of who needs whom; they go down in the opposite one, the server first.
struct KeyNodeServer::Parts {
    const Clock* clock = nullptr;
    std::string name;
    std::string operatorName;
    GatewayPins pins;
    std::optional<audit::Log> audit;
    std::optional<GatewayClient> client;
    std::unique_ptr<custody::NodeStore> store;
    std::unique_ptr<rights::Replica> replica;
    std::optional<custody::NodeService> service;
    std::optional<RecoverGate> gate;
    std::unique_ptr<LogFollower> follower;
    ServerCertificate certificate;
    std::string url;
    std::optional<HttpServer> server;

    std::vector<HttpRoute> routes();
    HttpResponse recover(const HttpRequest& request);
    HttpResponse revoke(const HttpRequest& request);
    [[nodiscard]] HttpResponse witness() const;
    [[nodiscard]] Result<Bytes> signedWitness() const;
    std::optional<crypto::SigningKey> witnessKey;
    [[nodiscard]] bool couldBeNewer(const custody::Capability& capability, ByteView message) const;
    [[nodiscard]] NodeListing listing() const;
    void onFollowing(const Error& error);
    void compareKeys();
};

std::vector<HttpRoute> KeyNodeServer::Parts::routes() {
    using Request = const HttpRequest&;
    std::vector<HttpRoute> routes;
    routes.push_back(
        {"GET",
         "/healthz",
         HttpRoute::Handler([](Request) { return HttpResponse::json(200, R"({"status":"ok"})"); }),
         0,
         {},
         false});
    routes.push_back(
        {"GET",
         "/v1/node",
         HttpRoute::Handler([this](Request) { return HttpResponse::json(200, toJson(listing())); }),
         0,
         {},
         false});
    routes.push_back(
        {"GET", "/v1/witness", HttpRoute::Handler([this](Request) { return witness(); }), 0, {}, false});
    routes.push_back({"POST",
                      "/v1/recover",
                      HttpRoute::Handler([this](Request request) { return recover(request); }),
                      kRecoverLimit,
                      {},
                      true});
    routes.push_back({"POST",
                      "/v1/revocations",
                      HttpRoute::Handler([this](Request request) { return revoke(request); }),
                      rights::kMaxStatementBytes,
                      {},
                      true});
    return routes;
}

/// True when the answer would be a refusal that a newer log could turn. Asked for whoever proved `capability`
/// to be theirs, so that strangers cannot make the node poll. The decision itself is NodeService's alone.
bool KeyNodeServer::Parts::couldBeNewer(const custody::Capability& capability, ByteView message) const {
    const auto request = custody::decodeRecoverRequest(message);
    if (!request || replica->deviceRevoked(capability.account, capability.device)) return false;
    const auto asset = replica->asset(capability.contentId);
    if (!asset || asset->terms.policyDigest != request->share.policyDigest ||
        !replica->hasAccess(capability.account, capability.contentId) ||
        !replica->deviceRegistered(capability.account, capability.device, clock->now(), rights::kPurposePlay))
        return true;
    const auto device = replica->device(capability.account, capability.device);
    return request->share.suite == crypto::kSuiteHybrid && !(device && device->signedBySuite2);
}

HttpResponse KeyNodeServer::Parts::recover(const HttpRequest& request) {
    const auto sender = gate->admit(request.body, clock->now());
    if (!sender) return refusal(sender.error());
    if (*sender && couldBeNewer(**sender, request.body)) follower->refresh(kRefreshPatience);
    HttpResponse response = HttpResponse::bytes(200, "application/cbor", service->answer(request.body));
    response.fields.set("Cache-Control", "no-store");
    // Whoever opens compares what all nodes were shown; without asking each of them once more.
    if (*sender)
        if (const auto bytes = signedWitness())
            response.fields.set(std::string(kWitnessField), ":" + toBase64(*bytes) + ":");
    return response;
}

HttpResponse KeyNodeServer::Parts::revoke(const HttpRequest& request) {
    if (const Status admitted = gate->admitRevocation(request.remoteAddress, clock->now()); !admitted)
        return refusal(admitted.error());
    const std::size_t before = replica->pendingRevocations().size();
    Status applied = replica->revoke(request.body);
    if (!applied && applied.error().code == "asset_unknown") {
        follower->refresh(kRefreshPatience);
        applied = replica->revoke(request.body);
    }
    // In the log already: what the sender wants is the case.
    if (!applied && applied.error().code != "revocation_duplicate") return refusal(applied.error());
    HttpResponse response;
    response.status = 204;
    // The same one again is no news, and must not let strangers fill the audit log.
    if (replica->pendingRevocations().size() == before) return response;
    const auto recorded =
        audit->append("revocation_received", {{"leaf", toHex(rights::leafHash(request.body))}});
    return recorded ? std::move(response) : refusal(recorded.error());
}

Result<Bytes> KeyNodeServer::Parts::signedWitness() const {
    return rights::signWitness({service->id(), replica->head(), clock->now()}, *witnessKey);
}

HttpResponse KeyNodeServer::Parts::witness() const {
    const auto bytes = signedWitness();
    if (!bytes) return refusal(bytes.error());
    HttpResponse response = HttpResponse::bytes(200, "application/cose; cose-type=\"cose-sign1\"", *bytes);
    response.fields.set("Cache-Control", "no-store");
    return response;
}

NodeListing KeyNodeServer::Parts::listing() const {
    NodeListing node;
    node.url = url;
    node.name = name;
    node.operatorName = operatorName;
    node.signingKey = service->id();
    node.hpkeKey = service->hpkeKey();
    node.xwingKey = service->xwingKey();
    node.replicaSize = replica->size();
    const auto head = replica->treeHead();
    node.replicaTime = head ? head->timestamp : 0;
    return node;
}

void KeyNodeServer::Parts::onFollowing(const Error& error) {
    if (error.code.empty()) {
        log(LogLevel::Info, "keynode", "Following the gateway's log.");
        compareKeys();
        return;
    }
    log(LogLevel::Warning, "keynode", "Cannot follow the log (" + error.code + "): " + error.what);
    if (isUnreachable(error)) return;
    if (const auto recorded = audit->append("log_refused", {{"code", error.code}}); !recorded)
        log(LogLevel::Error, "keynode", "The audit log failed: " + recorded.error().what);
}

/// The pinned keys stay in force whatever the gateway says now; that it says something else is worth a
/// record.
void KeyNodeServer::Parts::compareKeys() {
    const auto info = client->info();
    if (!info || GatewayPins{info->logKey, info->capabilityKey} == pins) return;
    log(LogLevel::Error, "keynode",
        "The gateway shows other keys than those pinned at first contact; they are refused.");
    if (const auto recorded =
            audit->append("gateway_keys_changed",
                          {{"log_key", toHex(info->logKey)}, {"capability_key", toHex(info->capabilityKey)}});
        !recorded)
        log(LogLevel::Error, "keynode", "The audit log failed: " + recorded.error().what);
}

KeyNodeServer::KeyNodeServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
KeyNodeServer::~KeyNodeServer() = default;

Result<std::unique_ptr<KeyNodeServer>> KeyNodeServer::start(const KeyNodeServerOptions& options,
                                                            const Clock& clock, std::stop_token stop) {
    const std::filesystem::path& data = options.dataFolder;
    auto parts = std::make_unique<Parts>();
    parts->clock = &clock;
    parts->name = options.name;
    parts->operatorName = options.operatorName;
    KEYREEL_CHECK(makePrivateFolder(data));
    KEYREEL_TRY(SecretBytes seed, loadOrMakeSecret(data / "keys" / "signing.key"));
    KEYREEL_TRY(crypto::SigningKey signingKey, crypto::SigningKey::fromSeed(std::move(seed)));
    KEYREEL_TRY(SecretBytes sealSecret, loadOrMakeSecret(data / "keys" / "hpke.key"));
    KEYREEL_TRY(crypto::X25519Key hpkeKey, crypto::X25519Key::fromBytes(std::move(sealSecret)));
    // A seed of its own: from an X25519 key that somebody computed from its public half, nothing may follow.
    std::optional<crypto::XWingKey> xwingKey;
    if (crypto::hasSuite(crypto::kSuiteHybrid)) {
        KEYREEL_TRY(SecretBytes xwingSeed, loadOrMakeSecret(data / "keys" / "xwing.key"));
        KEYREEL_TRY(xwingKey, crypto::XWingKey::fromSeed(std::move(xwingSeed)));
    }
    KEYREEL_TRY(audit::Log auditLog, audit::Log::open(data / "audit.log", signingKey.clone(), clock));
    parts->audit.emplace(std::move(auditLog));

    HttpClientOptions trust;
    trust.caPem = options.gatewayAuthorityPem;
    KEYREEL_TRY(GatewayClient client, GatewayClient::create(options.gatewayUrl, clock, std::move(trust)));
    parts->client.emplace(std::move(client));
    const auto pinsFile = data / "gateway.json";
    KEYREEL_TRY(const std::optional<GatewayPins> kept, keptPins(pinsFile));
    if (kept && options.gatewayPins && *kept != *options.gatewayPins)
        return fail("gateway_changed", "This node follows a gateway with other keys than those given.",
                    "Use a new data folder for another gateway.");
    if (kept) {
        parts->pins = *kept;
    } else {
        if (options.gatewayPins) {
            parts->pins = *options.gatewayPins;
        } else {
            KEYREEL_TRY(parts->pins, firstContact(*parts->client, options.firstContact, stop));
        }
        KEYREEL_CHECK(keepPins(pinsFile, parts->pins));
        KEYREEL_CHECK(parts->audit->append(
            "gateway_pinned",
            {{"log_key", toHex(parts->pins.logKey)}, {"capability_key", toHex(parts->pins.capabilityKey)}}));
    }

    KEYREEL_TRY(parts->store, custody::NodeStore::open(data / "node.db"));
    KEYREEL_TRY(parts->replica, rights::Replica::open(parts->pins.logKey, clock, parts->store.get()));
    parts->witnessKey.emplace(signingKey.clone());
    custody::NodeServiceOptions service;
    service.gatewayKey = parts->pins.capabilityKey;
    parts->service.emplace(std::move(signingKey), std::move(hpkeKey), *parts->replica, *parts->store,
                           *parts->audit, clock, service, std::move(xwingKey));
    parts->gate.emplace(parts->pins.capabilityKey, parts->service->id(), options.rates);
    parts->follower =
        std::make_unique<LogFollower>(*parts->client, *parts->replica, options.pollInterval,
                                      [raw = parts.get()](const Error& error) { raw->onFollowing(error); });
    KEYREEL_TRY(parts->certificate,
                serverCertificate(data, options.listen.host, options.certificateFile, options.keyFile));
    HttpServerOptions http;
    http.listenAddress = options.listen.host;
    http.port = options.listen.port;
    http.identity = parts->certificate.identity.clone();
    http.limits = options.limits;
    http.listening = [&](std::uint16_t port) { parts->url = originOf(options.listen.host, port); };
    KEYREEL_TRY(HttpServer server, HttpServer::start(parts->routes(), std::move(http)));
    parts->server.emplace(std::move(server));
    KEYREEL_CHECK(parts->audit->append("node_started", {{"url", parts->url}}));
    return std::unique_ptr<KeyNodeServer>(new KeyNodeServer(std::move(parts)));
}

const std::string& KeyNodeServer::url() const {
    return m_parts->url;
}

const std::filesystem::path& KeyNodeServer::authorityFile() const {
    return m_parts->certificate.authorityFile;
}

NodeListing KeyNodeServer::listing() const {
    return m_parts->listing();
}

GatewayPins KeyNodeServer::pins() const {
    return m_parts->pins;
}

void KeyNodeServer::stop() {
    m_parts->server->stop();
}

}  // namespace keyreel::gateway
