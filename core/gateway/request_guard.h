#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/gateway/gateway_log.h"
#include "core/gateway/gateway_store.h"
#include "core/gateway/http_server.h"
#include "core/gateway/message_signature.h"

namespace keyreel::gateway {

/// How far the `created` of a signed request may be from the server's clock, in seconds.
constexpr std::int64_t kSignatureWindow = 60;

/// Who may write: a request signed by a registered device, addressed to this server, fresh, and seen once.
/// Thread: any.
class RequestGuard {
public:
    RequestGuard(GatewayStore& store, const GatewayLog& log, const Clock& clock)
        : m_store(store), m_log(log), m_clock(clock) {}

    /// "https://host[:port]" as clients address this server. A signature for any other is refused, so that
    /// another server cannot pass on requests that were signed for it. Before the first request.
    void setOrigins(std::vector<std::string> origins);

    /// Everything but the body: the device's key, or why not. The nonce is used up. Codes:
    /// `signature_missing`, `signature_invalid`, `signature_stale`, `wrong_host`, `replayed`,
    /// `device_unknown`, `device_revoked`, `busy`.
    Result<PublicKey> device(const HttpRequest& request, std::string_view purpose) const;
    /// The same for a request whose body is in memory; also `digest_mismatch`.
    Result<PublicKey> deviceWithBody(const HttpRequest& request, std::string_view purpose) const;

private:
    [[nodiscard]] bool isOurs(const std::string& origin) const;
    GatewayStore& m_store;
    const GatewayLog& m_log;
    const Clock& m_clock;
    std::vector<std::string> m_origins;
};

/// The HTTP status that an error code of this room, of `rights` or of `content` is answered with.
unsigned statusOf(const std::string& code);
/// statusOf() with the error as body; 429 says after how many seconds to come back.
HttpResponse refusal(const Error& error);

}  // namespace keyreel::gateway
