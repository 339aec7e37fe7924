#pragma once

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "core/gateway/http_server.h"
#include "core/gateway/router.h"
#include "core/gateway/worker_pool.h"

namespace keyreel::gateway {

// What HttpServer is made of; private to it.

class HttpSession;

/// What the sessions of one server share.
struct HttpServerShared {
    HttpServerShared(Router routerOf, HttpServerOptions optionsOf)
        : router(std::move(routerOf)),
          options(std::move(optionsOf)),
          tls(boost::asio::ssl::context::tlsv13_server),
          workers(options.limits.workers, options.limits.workerQueue) {}

    Router router;
    HttpServerOptions options;
    boost::asio::ssl::context tls;
    WorkerPool workers;
    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::condition_variable changed;
    std::set<HttpSession*> sessions;
};

/// One connection: a chain of completion handlers on its own strand, each with a deadline.
class HttpSession final : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(boost::asio::ip::tcp::socket socket, std::shared_ptr<HttpServerShared> shared);
    ~HttpSession();
    HttpSession(const HttpSession&) = delete;
    HttpSession& operator=(const HttpSession&) = delete;

    void start();
    /// Closes an idle connection, or with `force` also one in the middle of a request. Thread: any.
    void stopSoon(bool force);

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
    static constexpr std::size_t kPiece = 64u << 10;

    boost::beast::tcp_stream& transport() { return boost::beast::get_lowest_layer(m_stream); }
    const HttpServerLimits& limits() const { return m_shared->options.limits; }

    void close();
    void handshake();
    /// Waits for the first byte of a request apart from its header: an idle kept connection may wait longer
    /// than a header may take.
    void awaitRequest(std::chrono::milliseconds patience);
    void readHeader();
    void onHeader(boost::system::error_code error);
    std::optional<HttpResponse> takeHeader();
    void sayContinue();
    void acceptBody();
    void readBody();
    void onPiece(boost::system::error_code error);
    void onBody();
    HttpResponse handle();
    HttpResponse failed(const std::exception& problem);
    void respond(HttpResponse response);
    /// Sends the header together with the first piece, then piece after piece; the next one is read from its
    /// source only when the one before is on its way, so a slow reader costs one piece of memory.
    void writePiece();
    Result<std::size_t> readSource(MutableBytes out);
    void onSent();
    /// Reads and drops some of what the client is still sending: closing at once would reset the connection
    /// and take our answer with it.
    void linger();
    void lingerOn();
    void shutdown();

    std::shared_ptr<HttpServerShared> m_shared;
    boost::beast::ssl_stream<boost::beast::tcp_stream> m_stream;
    boost::beast::flat_buffer m_buffer{kPiece + (16u << 10)};
    std::optional<Parser> m_parser;
    std::string m_remote;
    HttpRequest m_request;
    const HttpRoute* m_route = nullptr;
    std::unique_ptr<BodySink> m_sink;
    HttpResponse m_response;
    std::string m_header;
    Bytes m_piece;
    Bytes m_out;
    std::uint64_t m_left = 0;
    std::size_t m_lingered = 0;
    bool m_keepAlive = false;
    bool m_headOnly = false;
    bool m_unread = false;
    bool m_idle = false;
};

}  // namespace keyreel::gateway
