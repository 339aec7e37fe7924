#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/gateway/gateway_api.h"
#include "core/gateway/http_client.h"

namespace keyreel::gateway {

/// What a node sends back for a recover request.
struct NodeReply {
    Bytes answer;
    Bytes witness;  ///< As NodeClient::witness(); empty when none came.
};

/// One key node over HTTPS. The messages are core/custody's; this only carries them.
/// Errors: those of HttpClient, and the node's refusal codes as they are (`no_access`, `device_revoked`,
/// ...). Thread: any number of threads.
class NodeClient {
public:
    static Result<NodeClient> create(const std::string& url, HttpClientOptions options = {});

    /// GET /v1/node
    [[nodiscard]] Result<NodeListing> descriptor(std::stop_token stop = {}) const;
    /// GET /v1/witness: what the node has seen of the log, signed by it (rights/witness.h).
    [[nodiscard]] Result<Bytes> witness(std::stop_token stop = {}) const;
    /// POST /v1/recover: the request (CBOR, at most 64 KiB) to the node's signed answer. Sent once: a
    /// repetition after a transport fault needs a fresh nonce, which is the caller's to make.
    [[nodiscard]] Result<NodeReply> recover(
        ByteView request, std::stop_token stop = {},
        std::chrono::milliseconds timeout = std::chrono::milliseconds(3000)) const;
    /// POST /v1/revocations: an account-signed revocation statement, applied at once.
    [[nodiscard]] Status submitRevocation(ByteView statement, std::stop_token stop = {}) const;

    /// Shakes hands ahead of the first request. Codes: those of HttpClient::open().
    Status open(std::stop_token stop = {}) const { return m_http->open(std::move(stop)); }

    [[nodiscard]] const Url& origin() const { return m_http->origin(); }
    /// See HttpClient.
    [[nodiscard]] std::string keyAgreement() const { return m_http->keyAgreement(); }

private:
    explicit NodeClient(std::shared_ptr<const HttpClient> http) : m_http(std::move(http)) {}
    std::shared_ptr<const HttpClient> m_http;
};

}  // namespace keyreel::gateway
