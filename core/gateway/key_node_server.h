#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/gateway/gateway_api.h"
#include "core/gateway/http_server.h"
#include "core/gateway/recover_gate.h"
#include "core/gateway/server_setup.h"

namespace keyreel::gateway {

/// The two keys of a gateway that a node holds on to.
struct GatewayPins {
    PublicKey logKey{};
    PublicKey capabilityKey{};

    /// "LOGKEY:CAPABILITYKEY", 64 hexadecimal digits each. Code `bad_gateway_key`.
    static Result<GatewayPins> parse(const std::string& text);
    friend bool operator==(const GatewayPins&, const GatewayPins&) = default;
};

struct KeyNodeServerOptions {
    std::filesystem::path dataFolder;
    ListenAddress listen;
    std::filesystem::path certificateFile;  ///< PEM; with keyFile, or both empty for a local certificate.
    std::filesystem::path keyFile;
    std::string gatewayUrl;
    std::string gatewayAuthorityPem;  ///< Empty: the system's store.
    /// Without it the gateway's keys are taken at the first contact and kept; a later change is refused and
    /// recorded.
    std::optional<GatewayPins> gatewayPins;
    std::string name = "Key node";
    std::string operatorName;
    std::chrono::milliseconds pollInterval{1000};
    /// How long the first contact may take; a node that knows its gateway starts without it.
    std::chrono::milliseconds firstContact{15000};
    RecoverRates rates;
    /// Recover requests run on the workers, which may wait for the log; beyond them and their queue: `busy`.
    HttpServerLimits limits = recoverLimits();

    static HttpServerLimits recoverLimits() {
        HttpServerLimits out;
        out.workers = 4;
        return out;
    }
};

/// A key node in one object: replica, nonces, audit log, recover service, HTTPS. It decides from its own
/// replica alone. When a request concerns a device or an access that the replica does not know, it asks the
/// log once more before it answers, so that a fresh grant works at once. The data folder has node.db, keys/,
/// audit.log, gateway.json, tls/.
class KeyNodeServer {
public:
    /// `clock` outlives the server. Codes: of every part; `gateway_changed` when `gatewayPins` are not the
    /// kept ones; `audit_busy` when another process has the folder; `gateway_unreachable` when there is no
    /// first contact; `cancelled` when `stop` comes before it.
    static Result<std::unique_ptr<KeyNodeServer>> start(const KeyNodeServerOptions& options,
                                                        const Clock& clock, std::stop_token stop = {});
    ~KeyNodeServer();
    KeyNodeServer(const KeyNodeServer&) = delete;
    KeyNodeServer& operator=(const KeyNodeServer&) = delete;

    [[nodiscard]] const std::string& url() const;
    [[nodiscard]] const std::filesystem::path& authorityFile() const;
    [[nodiscard]] NodeListing listing() const;
    [[nodiscard]] GatewayPins pins() const;
    void stop();

private:
    struct Parts;
    explicit KeyNodeServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace keyreel::gateway
