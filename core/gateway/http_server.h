#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/crypto/x509.h"
#include "core/gateway/http.h"

namespace keyreel::gateway {

/// A request as a handler sees it. Values are decoded once; `target` is what stood in the request line.
struct HttpRequest {
    std::string method;
    std::string target;
    std::string path;                               ///< Without the query, still percent-encoded.
    std::map<std::string, std::string> parameters;  ///< `{name}` parts of the route, decoded.
    std::map<std::string, std::string> query;  ///< Decoded; a name given twice is refused before the handler.
    HttpFields fields;
    std::string remoteAddress;
    std::uint64_t contentLength = 0;
    Bytes body;  ///< Whole for buffered routes, empty for streamed ones.

    /// A query or path parameter, or an empty view.
    [[nodiscard]] std::string_view parameter(const std::string& name) const;
    [[nodiscard]] std::string_view queryValue(const std::string& name) const;
};

/// What a handler answers. Content-Length, Date and Connection are added.
struct HttpResponse {
    unsigned status = 200;
    HttpFields fields;
    Bytes body;
    std::unique_ptr<BodySource> source;  ///< Streamed instead of `body` when set; HEAD sends only its size.

    static HttpResponse json(unsigned status, std::string text);
    static HttpResponse bytes(unsigned status, std::string mediaType, Bytes body);
    /// `{"error":{"code","what","next"}}`
    static HttpResponse error(unsigned status, const Error& error);
};

/// Status line and header of a response, ready to be sent. Fields with line breaks are left out. No length:
/// the status has no body.
std::string responseHeader(const HttpResponse& response, std::string_view reason,
                           std::optional<std::uint64_t> length, bool keepAlive);

/// Takes a streamed request body piece by piece. Destroyed without finish() when the client goes away: what
/// was received so far is the sink's to keep or drop. Thread: one call at a time, on a server thread.
class BodySink {
public:
    virtual ~BodySink() = default;
    /// An error response ends the request at once (the rest of the body is not read, the connection closes).
    virtual std::optional<HttpResponse> write(ByteView piece) = 0;
    virtual HttpResponse finish() = 0;
};

/// One operation: a method on a path pattern such as `/v1/blobs/{cid}`. A parameter takes exactly one
/// segment.
struct HttpRoute {
    using Handler = std::function<HttpResponse(const HttpRequest&)>;
    /// Decides on the header alone: a sink for the body, or the answer.
    using StreamHandler =
        std::function<std::variant<HttpResponse, std::unique_ptr<BodySink>>(const HttpRequest&)>;

    std::string method;
    std::string pattern;
    std::variant<Handler, StreamHandler> handler;
    /// Larger bodies are refused with 413 `body_too_large` before they are read.
    std::uint64_t bodyLimit = 0;
    /// The query parameters that it knows; any other is refused with 400 `unknown_parameter`.
    std::vector<std::string> query = {};
    /// True for handlers that wait (network, disk sync): they run on the bounded worker pool, beyond which
    /// the answer is 503 `busy`. On streamed routes it is the sink's finish() that runs there.
    bool waits = false;
};

/// What one server spends at most.
struct HttpServerLimits {
    unsigned threads = 2;
    unsigned workers = 2;
    std::size_t workerQueue = 64;
    std::size_t maxConnections = 1024;
    std::size_t headerBytes = 16u << 10;
    std::chrono::milliseconds handshakeTimeout{5000};
    std::chrono::milliseconds headerTimeout{5000};
    /// For each 64 KiB of a body in either direction.
    std::chrono::milliseconds bodyTimeout{15000};
    std::chrono::milliseconds keepAliveTimeout{30000};
};

struct HttpServerOptions {
    std::string listenAddress = "127.0.0.1";
    std::uint16_t port = 0;        ///< 0: any free one, see HttpServer::port().
    crypto::PemIdentity identity;  ///< Chain and key that clients are shown.
    /// Told the port before the first request can come.
    std::function<void(std::uint16_t port)> listening;
    /// If set, told the status of every answer to a request that has a route, before it is sent. Thread: any
    /// of the server's.
    std::function<void(const HttpRoute& route, unsigned status)> answered;
    HttpServerLimits limits;
};

/// HTTP/1.1 over TLS 1.3, nothing older and nothing in the clear. Memory per connection is bounded by the
/// header limit, two 64 KiB buffers and, on buffered routes, the body limit. Thread: start, stop and destroy
/// on one thread.
class HttpServer {
public:
    /// Listens at once. Codes: `listen_failed`, `certificate_invalid`, `bad_route`.
    static Result<HttpServer> start(std::vector<HttpRoute> routes, HttpServerOptions options);
    HttpServer(HttpServer&&) noexcept;
    HttpServer& operator=(HttpServer&&) noexcept;
    /// Stops.
    ~HttpServer();

    [[nodiscard]] std::uint16_t port() const;
    /// Accepts nothing new, lets requests in flight end for up to `grace`, then closes everything and joins.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds(2000));
    [[nodiscard]] std::size_t openConnections() const;

private:
    class Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace keyreel::gateway
