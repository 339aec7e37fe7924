#pragma once

#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

#include "core/audit/log.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/suites.h"
#include "core/gateway/gateway_client.h"
#include "core/identity/identity.h"
#include "core/media/workshop.h"
#include "core/studio/known_manifests.h"
#include "core/studio/link.h"
#include "core/studio/network.h"
#include "core/studio/node_clients.h"
#include "core/studio/places.h"
#include "core/studio/rights_view.h"

namespace keyreel::studio {

class RevocationOutbox;

/// One person at work on this computer: an opened identity, the network they chose, and their own record log.
/// Everything that publishes, grants or opens takes one. Thread: shared by any number of operations.
struct Session {
    Places places;
    Network network;
    std::shared_ptr<identity::Identity> identity;  ///< None for who only observes a log, as the next one.
    std::shared_ptr<audit::Log> audit;
    std::shared_ptr<gateway::GatewayClient> gateway;  ///< Signs with this computer's device key.
    std::shared_ptr<NodeClients> nodes;               ///< Those that manifests name.
    std::shared_ptr<KnownManifests> manifests = std::make_shared<KnownManifests>();
    std::shared_ptr<RightsView> rights;        ///< This profile's own verified copy of the rights log.
    std::shared_ptr<RevocationOutbox> outbox;  ///< None for who only observes a log.
    const Clock* clock = nullptr;
    std::shared_ptr<const media::Workshop> workshop;  ///< Reads films apart from all of this.
    /// Of a film with several pictures the highest of at most so many lines is opened; 0: the highest.
    std::uint32_t maxHeight = 0;
    /// Of such a film all pictures up to there are opened, as a ladder (OpenedFilm::ladder).
    bool adapts = false;
    std::shared_ptr<gateway::UploadLimit> uploadLimit;  ///< For all uploads together; null: none.
    /// Jobs that begin together register this computer once.
    std::shared_ptr<std::mutex> registering = std::make_shared<std::mutex>();
};

/// Opens the record log (a restored identity goes on from the one of the device key before it) and prepares
/// the signed client; touches no network. Codes: those of audit::Log,
/// `url_invalid`.
Result<std::shared_ptr<Session>> beginSession(const Places& places, const Network& network,
                                              std::shared_ptr<identity::Identity> identity,
                                              const Clock& clock,
                                              std::shared_ptr<const media::Workshop> workshop);

/// The same person at another gateway, the one that a link names. The embedded network's own trust is used
/// when the link points to it, and it is kept up for as long as anything holds the session's client; any
/// other gateway is trusted through the system's certificates.
Result<std::shared_ptr<Session>> sessionAt(const Session& session, const Link& link, std::stop_token stop);

/// Somebody who looks at a gateway's log without an identity. `url` is an origin; the embedded network's own
/// trust is used when it is that one, else the system's certificates, and the keys that this profile met
/// first. The copy of the log is the profile's own and stays. Codes: `url_invalid`, `gateway_changed`,
/// transport, those of RightsView.
Result<std::shared_ptr<Session>> beginObserving(const Places& places, const std::string& url,
                                                const Clock& clock, std::stop_token stop);

/// Makes sure that the gateway's log holds this computer's registration, signed by the account. The statement
/// is kept in the profile and is the same bytes every time, so repeating it changes nothing. `suite` 2: with
/// this computer's ML-DSA key, signed by suite 2, as films of suite 2 ask (code `suite_unavailable`).
Status ensureDeviceRegistered(const Session& session, std::stop_token stop,
                              crypto::Suite suite = crypto::kSuiteClassic);

}  // namespace keyreel::studio
