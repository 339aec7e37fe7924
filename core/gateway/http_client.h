#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/gateway/http.h"

namespace keyreel::gateway {

/// How a server is trusted and how long it may take.
struct HttpClientOptions {
    /// PEM certificates that alone are trusted; empty: the system's store. The host name is verified in both
    /// cases.
    std::string caPem;
    /// Name resolution, connection and TLS handshake together.
    std::chrono::milliseconds connectTimeout{5000};
    /// Longest wait without any byte moving, once connected.
    std::chrono::milliseconds idleTimeout{20000};
    /// Responses kept in memory are refused above this (`response_too_large`).
    std::uint64_t maxResponseBytes = 16u << 20;
    /// Idle connections kept for the next request.
    std::size_t keptConnections = 4;
};

struct HttpClientRequest {
    std::string method = "GET";
    std::string target = "/";  ///< Path and query.
    HttpFields fields;         ///< Host, Content-Length and User-Agent are added.
    /// In memory, or (when `source` is set) streamed in bounded memory.
    Bytes body;
    std::shared_ptr<BodySource> source;
    /// When set, the body of a 2xx response goes here piece by piece and is not kept, and maxResponseBytes
    /// does not apply; an error stops the transfer and is returned.
    std::function<Status(ByteView)> sink;
    /// Bytes of the request body handed to the network.
    ProgressSink uploadProgress;
    /// In place of the client's, for requests that the server works on for long; 0: the client's.
    std::chrono::milliseconds idleTimeout{0};
    /// The whole exchange; 0: only the idle limit.
    std::chrono::milliseconds timeout{0};
};

struct HttpClientResponse {
    unsigned status = 0;
    HttpFields fields;
    Bytes body;
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

/// HTTPS (HTTP/1.1 over TLS 1.3 only) to one origin. Connections are reused; an idempotent request (GET,
/// HEAD) that hits a kept connection which the server has closed is sent once more on a new one; nothing else
/// is repeated.
///
/// Errors: `gateway_unreachable` (resolution, connection, reset), `certificate_invalid` (untrusted, expired
/// or for another host), `tls_failed` (no TLS 1.3 in common, or not TLS at all), `timeout`,
/// `response_too_large`, `bad_response`, `cancelled` (within 100 ms of the stop request). A response with any
/// status is a value here. Thread: any number of threads may send at once; each request runs on its caller's
/// thread.
class HttpClient {
public:
    /// Code `certificate_invalid` when `options.caPem` holds no certificate.
    static Result<HttpClient> create(const Url& origin, HttpClientOptions options = {});
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;
    ~HttpClient();

    Result<HttpClientResponse> send(const HttpClientRequest& request, std::stop_token stop = {}) const;
    /// Opens a connection ahead of the request that needs one, unless one is kept already. A request that
    /// comes meanwhile waits for it instead of opening another. Codes: those of opening.
    Status open(std::stop_token stop = {}) const;
    [[nodiscard]] const Url& origin() const;
    /// How the last connection agreed on its key, for example "X25519MLKEM768"; empty before the first.
    [[nodiscard]] std::string keyAgreement() const;

private:
    class Impl;
    explicit HttpClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The error that a non-2xx response of a Keyreel server describes: its body is
/// `{"error":{"code","what","next"}}`. Anything else becomes `bad_response` naming the status.
Error errorOfResponse(const HttpClientResponse& response);

}  // namespace keyreel::gateway
