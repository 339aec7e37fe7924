#include "core/studio/session.h"

#include <algorithm>
#include <optional>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/identity/names.h"
#include "core/rights/statement.h"
#include "core/studio/account_signature.h"
#include "core/studio/embedded_network.h"
#include "core/studio/gateway_pin.h"
#include "core/studio/revocation_outbox.h"

namespace keyreel::studio {
namespace {

constexpr std::int64_t kRegistrationSeconds = std::int64_t{5} * 365 * 86400;
constexpr std::size_t kMaxRegisteredName = 128;
constexpr std::uint64_t kMaxSmallFile = 64 * 1024;

gateway::HttpClientOptions trustOf(const Network& network) {
    gateway::HttpClientOptions options;
    options.caPem = network.authorityPem;
    return options;
}

gateway::RequestSigner signerOf(std::shared_ptr<identity::Identity> identity) {
    gateway::RequestSigner signer;
    signer.publicKey = identity->deviceId();
    signer.sign = [identity](ByteView message) -> Result<Bytes> {
        if (!identity->isOpen())
            return fail("vault_locked", "Keyreel is locked, so nothing can be signed.",
                        "Unlock it, then try again.");
        const crypto::Signature signature = identity->deviceKey().sign(message);
        return toBytes(ByteView(signature));
    };
    return signer;
}

/// The client and the copy of the log for one gateway; who has no identity only reads.
Status connect(Session& session) {
    std::optional<gateway::RequestSigner> signer;
    if (session.identity) signer = signerOf(session.identity);
    KEYREEL_TRY(auto client, gateway::GatewayClient::create(session.network.gatewayUrl, *session.clock,
                                                            trustOf(session.network), std::move(signer)));
    session.gateway = std::make_shared<gateway::GatewayClient>(std::move(client));
    session.nodes = std::make_shared<NodeClients>(session.network.authorityPem);
    const std::string name = "rights-" + toHex(session.network.logKey).substr(0, 16) + ".db";
    KEYREEL_TRY(session.rights, RightsView::open(session.places.profile / name, session.network.logKey,
                                                 *session.clock, session.audit));
    return {};
}

/// A gateway that is not of this computer, with the keys by which it was met first.
Result<Network> networkAt(const Places& places, const std::string& url, const Clock& clock,
                          const std::stop_token& stop) {
    Network network;
    network.gatewayUrl = url;
    network.threshold = 0;
    KEYREEL_TRY(const auto client, gateway::GatewayClient::create(url, clock));
    const auto shown = client.info(stop);
    const auto kept = shown ? std::nullopt : rememberedGateway(places, url);
    // Whoever keeps silent must not keep a revocation from the nodes: the keys are known from before.
    if (!shown && !kept) return tl::unexpected<Error>(shown.error());
    KEYREEL_TRY(const auto info, pinGateway(places, url, shown ? *shown : *kept));
    network.logKey = info.logKey;
    network.capabilityKey = info.capabilityKey;
    return network;
}

/// Do the log's words about this computer suffice for `suite`?
bool isRegistered(const Session& session, crypto::Suite suite) {
    const auto& person = *session.identity;
    const rights::Replica& replica = session.rights->replica();
    if (!replica.deviceRegistered(person.accountId(), person.deviceId(), session.clock->now())) return false;
    if (suite == crypto::kSuiteClassic) return true;
    const auto record = replica.device(person.accountId(), person.deviceId());
    const auto own = latticeKeyOfDevice(person);
    return record && own && *own && record->signedBySuite2 && record->registration.latticeKey == *own;
}

Result<Bytes> registrationStatement(const Session& session, crypto::Suite suite) {
    const auto& person = *session.identity;
    const bool bySuite2 =
        suite == crypto::kSuiteHybrid || session.rights->replica().latticeKey(person.accountId());
    const auto before = session.rights->replica().device(person.accountId(), person.deviceId());
    // Two files: what one gateway is told by suite 2 must not bind the account at all others.
    const auto path =
        session.places.profile / (bySuite2 ? "device-registration-suite2.cose" : "device-registration.cose");
    if (auto kept = readFile(path, kMaxSmallFile)) {
        // A restored identity has a new device key: the registration of the old one is not ours any more.
        const auto statement = rights::verifyStatement(*kept);
        const auto* registration = statement ? std::get_if<rights::DeviceRegistration>(&*statement) : nullptr;
        if (registration != nullptr && registration->account == person.accountId() &&
            registration->device == person.deviceId() && signatureStands(session, *kept) &&
            registration->notAfter > session.clock->now() + 86400 &&
            (!before || registration->time > before->registration.time))
            return kept;
    }
    rights::DeviceRegistration registration;
    registration.account = person.accountId();
    registration.device = person.deviceId();
    registration.name = std::string(identity::shortened(person.deviceName(), kMaxRegisteredName));
    registration.purposes = {std::string(rights::kPurposePlay), std::string(rights::kPurposePublish)};
    registration.time = session.clock->now();
    // Of two within one second the later one counts.
    if (before) registration.time = std::max(registration.time, before->registration.time + 1);
    KEYREEL_TRY(registration.latticeKey, latticeKeyOfDevice(person));
    registration.notAfter = registration.time + kRegistrationSeconds;
    KEYREEL_TRY(Bytes statement, signAsAccount(session, registration, suite));
    KEYREEL_CHECK(writeFileAtomically(path, statement));
    return statement;
}

}  // namespace

Result<std::shared_ptr<Session>> beginSession(const Places& places, const Network& network,
                                              std::shared_ptr<identity::Identity> identity,
                                              const Clock& clock,
                                              std::shared_ptr<const media::Workshop> workshop) {
    auto session = std::make_shared<Session>();
    session->places = places;
    session->network = network;
    session->identity = std::move(identity);
    session->clock = &clock;
    session->workshop = std::move(workshop);
    KEYREEL_TRY(auto log,
                audit::Log::openAfter(places.auditLog(), session->identity->deviceKey().clone(), clock));
    session->audit = std::make_shared<audit::Log>(std::move(log));
    KEYREEL_CHECK(connect(*session));
    session->outbox = std::make_shared<RevocationOutbox>(places.profile / "revocations", session->audit);
    return session;
}

Result<std::shared_ptr<Session>> sessionAt(const Session& session, const Link& link, std::stop_token stop) {
    auto there = std::make_shared<Session>(session);
    if (link.gatewayUrl() == session.network.gatewayUrl) return there;
    // Films published on this computer before another network was chosen are still its own.
    const auto own = loadNetwork(session.places.network);
    if (own && own->gatewayUrl == link.gatewayUrl()) {
        KEYREEL_TRY(auto use, NetworkUse::begin(session.places.network, programFolder(), stop));
        there->network = use.network();
        KEYREEL_CHECK(connect(*there));
        // What is read of a film while it plays outlives the session, so the servers stay with the client.
        auto home = std::make_shared<std::pair<NetworkUse, std::shared_ptr<gateway::GatewayClient>>>(
            std::move(use), std::move(there->gateway));
        there->gateway = std::shared_ptr<gateway::GatewayClient>(home, home->second.get());
        return there;
    }
    KEYREEL_TRY(there->network, networkAt(session.places, link.gatewayUrl(), *session.clock, stop));
    KEYREEL_CHECK(connect(*there));
    return there;
}

Result<std::shared_ptr<Session>> beginObserving(const Places& places, const std::string& url,
                                                const Clock& clock, std::stop_token stop) {
    KEYREEL_TRY(const gateway::Url parsed, gateway::Url::parse(url));
    auto session = std::make_shared<Session>();
    session->places = places;
    session->clock = &clock;
    const auto own = loadNetwork(places.network);
    if (own && own->gatewayUrl == parsed.origin()) {
        session->network = *own;
    } else {
        KEYREEL_TRY(session->network, networkAt(places, parsed.origin(), clock, stop));
    }
    KEYREEL_CHECK(connect(*session));
    return session;
}

Status ensureDeviceRegistered(const Session& session, std::stop_token stop, crypto::Suite suite) {
    const auto& person = *session.identity;
    if (!person.isOpen())
        return fail("vault_locked", "Keyreel is locked, so nothing can be signed.",
                    "Unlock it, then try again.");
    const std::lock_guard guard(*session.registering);
    if (isRegistered(session, suite)) return {};
    // What other devices of the account have said decides how it has to be signed.
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    if (isRegistered(session, suite)) return {};
    KEYREEL_TRY(const Bytes statement, registrationStatement(session, suite));
    KEYREEL_CHECK(session.gateway->submitStatement(statement, stop));
    return session.rights->sync(*session.gateway, stop);
}

}  // namespace keyreel::studio
