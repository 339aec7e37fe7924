#include "core/gateway/http_server.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "core/base/log.h"
#include "core/gateway/router.h"
#include "core/gateway/worker_pool.h"

namespace keyreel::gateway {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t kPiece = 64u << 10;
constexpr std::size_t kLingerBytes = 1u << 20;

std::string_view reasonOf(unsigned status) {
    const beast::string_view text = http::obsolete_reason(http::int_to_status(status));
    return {text.data(), text.size()};
}

HttpResponse errorResponse(unsigned status, const char* code, std::string what) {
    return HttpResponse::error(status, Error{code, std::move(what), ""});
}

class Session;

/// What the sessions of one server share.
struct Shared {
    Shared(Router routerOf, HttpServerOptions optionsOf)
        : router(std::move(routerOf)),
          options(std::move(optionsOf)),
          tls(asio::ssl::context::tlsv13_server),
          workers(options.limits.workers, options.limits.workerQueue) {}

    Router router;
    HttpServerOptions options;
    asio::ssl::context tls;
    WorkerPool workers;
    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::condition_variable changed;
    std::set<Session*> sessions;
};

/// One connection: a chain of completion handlers on its own strand, each with a deadline.
class Session final : public std::enable_shared_from_this<Session> {
public:
    Session(tcp::socket socket, std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared)), m_stream(std::move(socket), m_shared->tls) {
        error_code ignored;
        const tcp::endpoint remote = transport().socket().remote_endpoint(ignored);
        m_remote = remote.address().to_string();
        transport().socket().set_option(tcp::no_delay(true), ignored);
        const std::lock_guard lock(m_shared->mutex);
        m_shared->sessions.insert(this);
    }

    ~Session() {
        m_sink.reset();
        const std::lock_guard lock(m_shared->mutex);
        m_shared->sessions.erase(this);
        m_shared->changed.notify_all();
    }

    void start() {
        asio::dispatch(m_stream.get_executor(), [self = shared_from_this()] { self->handshake(); });
    }

    void stopSoon(bool force) {
        asio::post(m_stream.get_executor(), [self = shared_from_this(), force] {
            if (force || self->m_idle) self->close();
        });
    }

private:
    using Parser = http::request_parser<http::buffer_body>;

    beast::tcp_stream& transport() { return beast::get_lowest_layer(m_stream); }
    const HttpServerLimits& limits() const { return m_shared->options.limits; }

    void close() {
        error_code ignored;
        transport().socket().shutdown(tcp::socket::shutdown_both, ignored);
        transport().close();
    }

    void handshake() {
        transport().expires_after(limits().handshakeTimeout);
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [self = shared_from_this()](error_code error) {
                                     if (!error) self->awaitRequest(self->limits().headerTimeout);
                                 });
    }

    /// Waits for the first byte of a request apart from its header: an idle kept connection may wait longer
    /// than a header may take.
    void awaitRequest(std::chrono::milliseconds patience) {
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(limits().headerBytes));
        m_parser->body_limit(std::numeric_limits<std::uint64_t>::max());
        if (m_buffer.size() > 0) return readHeader();
        if (m_shared->stopping) return shutdown();
        m_idle = true;
        transport().expires_after(patience);
        m_stream.async_read_some(
            m_buffer.prepare(4096), [self = shared_from_this()](error_code error, std::size_t count) {
                self->m_idle = false;
                if (error == asio::ssl::error::stream_truncated || error == asio::error::eof || error)
                    return self->close();
                self->m_buffer.commit(count);
                self->readHeader();
            });
    }

    void readHeader() {
        transport().expires_after(limits().headerTimeout);
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](error_code error, std::size_t) { self->onHeader(error); });
    }

    void onHeader(error_code error) {
        m_keepAlive = false;
        m_headOnly = false;
        m_unread = false;
        m_request = HttpRequest{};
        m_route = nullptr;
        if (error == http::error::header_limit || error == http::error::buffer_overflow) {
            m_unread = true;
            return respond(errorResponse(431, "header_too_large", "The request header is too large."));
        }
        if (error.category() == http::make_error_code(http::error::bad_value).category() &&
            error != http::error::end_of_stream && error != http::error::partial_message) {
            m_unread = true;
            return respond(errorResponse(400, "bad_request", "The request is not valid HTTP/1.1."));
        }
        if (error) return close();
        try {
            if (auto refusal = takeHeader()) {
                m_unread = !m_parser->is_done();
                m_keepAlive = m_keepAlive && !m_unread;
                return respond(std::move(*refusal));
            }
        } catch (const std::exception&) {
            return close();
        }
        if (equalsIgnoringCase(m_request.fields.value("Expect"), "100-continue") && !m_parser->is_done())
            return sayContinue();
        acceptBody();
    }

    std::optional<HttpResponse> takeHeader() {
        const auto& header = m_parser->get();
        m_keepAlive = header.keep_alive();
        m_request.method = std::string(header.method_string());
        m_headOnly = m_request.method == "HEAD";
        m_request.remoteAddress = m_remote;
        for (const auto& field : header.base())
            m_request.fields.add(std::string(field.name_string()), std::string(field.value()));
        if (header.version() != 11) {
            m_keepAlive = false;
            return errorResponse(505, "http_version", "Only HTTP/1.1 is spoken here.");
        }
        if (m_request.fields.count("Host") != 1)
            return errorResponse(400, "bad_request", "The request needs exactly one Host field.");
        if (m_request.fields.count("Transfer-Encoding") != 0)
            return errorResponse(411, "length_required", "The request body needs a Content-Length.");
        if (const auto parsed = parseTarget({header.target().data(), header.target().size()}, m_request);
            !parsed)
            return HttpResponse::error(400, parsed.error());
        Router::Match match = m_shared->router.find(m_request.method, m_request.path);
        if (match.malformed) return errorResponse(400, "bad_url", "The request path is not valid.");
        if (match.route == nullptr) {
            if (match.allowed.empty())
                return errorResponse(404, "not_found", "There is nothing at this address.");
            HttpResponse response =
                errorResponse(405, "method_not_allowed", "This address has no such method.");
            std::string allow;
            for (const std::string& method : match.allowed)
                allow += (allow.empty() ? "" : ", ") + method;
            response.fields.set("Allow", allow);
            return response;
        }
        m_route = match.route;
        for (const auto& [name, value] : m_request.query)
            if (std::find(match.route->query.begin(), match.route->query.end(), name) ==
                match.route->query.end())
                return errorResponse(400, "unknown_parameter",
                                     "There is no query parameter \"" + name.substr(0, 64) + "\" here.");
        m_request.parameters = std::move(match.parameters);
        m_request.contentLength = m_parser->content_length().value_or(0);
        if (m_request.contentLength > m_route->bodyLimit)
            return errorResponse(413, "body_too_large",
                                 "The request body is larger than this address takes.");
        return std::nullopt;
    }

    void sayContinue() {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        transport().expires_after(limits().bodyTimeout);
        asio::async_write(m_stream, asio::buffer(kContinue.data(), kContinue.size()),
                          [self = shared_from_this()](error_code error, std::size_t) {
                              if (error) return self->close();
                              self->acceptBody();
                          });
    }

    void acceptBody() {
        if (const auto* streamed = std::get_if<HttpRoute::StreamHandler>(&m_route->handler)) {
            std::variant<HttpResponse, std::unique_ptr<BodySink>> decision;
            try {
                decision = (*streamed)(m_request);
            } catch (const std::exception& problem) {
                decision = failed(problem);
            }
            if (auto* answer = std::get_if<HttpResponse>(&decision)) {
                m_unread = !m_parser->is_done();
                m_keepAlive = m_keepAlive && !m_unread;
                return respond(std::move(*answer));
            }
            m_sink = std::move(std::get<std::unique_ptr<BodySink>>(decision));
        }
        readBody();
    }

    void readBody() {
        if (m_parser->is_done()) return onBody();
        if (m_piece.empty()) m_piece.resize(kPiece);
        m_parser->get().body().data = m_piece.data();
        m_parser->get().body().size = m_piece.size();
        transport().expires_after(limits().bodyTimeout);
        http::async_read(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](error_code error, std::size_t) { self->onPiece(error); });
    }

    void onPiece(error_code error) {
        if (error == http::error::need_buffer) error = {};
        if (error) {
            m_sink.reset();
            return close();
        }
        const ByteView piece(m_piece.data(), m_piece.size() - m_parser->get().body().size);
        if (m_sink) {
            std::optional<HttpResponse> refusal;
            try {
                refusal = m_sink->write(piece);
            } catch (const std::exception& problem) {
                refusal = failed(problem);
            }
            if (refusal) {
                m_sink.reset();
                m_unread = !m_parser->is_done();
                m_keepAlive = m_keepAlive && !m_unread;
                return respond(std::move(*refusal));
            }
        } else {
            append(m_request.body, piece);
        }
        readBody();
    }

    void onBody() {
        if (!m_route->waits) return respond(handle());
        // While the worker runs nothing is read or written here, so the deadline of the body must not strike.
        transport().expires_never();
        const bool taken = m_shared->workers.submit([self = shared_from_this()] {
            auto response = std::make_shared<HttpResponse>(self->handle());
            asio::post(self->m_stream.get_executor(),
                       [self, response] { self->respond(std::move(*response)); });
        });
        if (taken) return;
        m_sink.reset();
        respond(errorResponse(503, "busy", "The server has too much to do."));
    }

    HttpResponse handle() {
        try {
            if (!m_sink) return std::get<HttpRoute::Handler>(m_route->handler)(m_request);
            HttpResponse response = m_sink->finish();
            m_sink.reset();
            return response;
        } catch (const std::exception& problem) {
            m_sink.reset();
            return failed(problem);
        }
    }

    HttpResponse failed(const std::exception& problem) {
        log(LogLevel::Error, "http", m_request.method + " " + m_request.path + " failed: " + problem.what());
        return errorResponse(500, "internal_error", "The server could not handle the request.");
    }

    void respond(HttpResponse response) {
        if (m_shared->stopping) m_keepAlive = false;
        m_response = std::move(response);
        const auto& answered = m_shared->options.answered;
        if (m_route != nullptr && answered) answered(*m_route, m_response.status);
        if (!m_response.source) m_response.source = bytesSource(std::move(m_response.body));
        const bool bodiless = m_response.status == 204 || m_response.status == 304;
        m_left = bodiless ? 0 : m_response.source->size();
        m_header = responseHeader(m_response, reasonOf(m_response.status),
                                  bodiless ? std::nullopt : std::optional(m_left), m_keepAlive);
        if (m_headOnly) m_left = 0;
        writePiece();
    }

    /// Sends the header together with the first piece, then piece after piece; the next one is read from its
    /// source only when the one before is on its way, so a slow reader costs one piece of memory.
    void writePiece() {
        m_out.assign(m_header.begin(), m_header.end());
        m_header.clear();
        if (m_left > 0) {
            const std::size_t before = m_out.size();
            const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, m_left));
            m_out.resize(before + want);
            const Result<std::size_t> got = readSource(MutableBytes(m_out).subspan(before));
            if (!got || *got == 0 || *got > want) {
                log(LogLevel::Error, "http",
                    m_request.path + ": the body ended early" + (got ? "." : ": " + got.error().what));
                return close();
            }
            m_out.resize(before + *got);
            m_left -= *got;
        }
        transport().expires_after(limits().bodyTimeout);
        asio::async_write(m_stream, asio::buffer(m_out),
                          [self = shared_from_this()](error_code error, std::size_t) {
                              if (error) return self->close();
                              if (self->m_left > 0) return self->writePiece();
                              self->onSent();
                          });
    }

    Result<std::size_t> readSource(MutableBytes out) {
        try {
            return m_response.source->read(out);
        } catch (const std::exception& problem) {
            return fail("internal_error", problem.what());
        }
    }

    void onSent() {
        m_response = HttpResponse{};
        m_request = HttpRequest{};
        if (m_keepAlive) return awaitRequest(limits().keepAliveTimeout);
        if (m_unread) return linger();
        shutdown();
    }

    /// Reads and drops some of what the client is still sending: closing at once would reset the connection
    /// and take our answer with it.
    void linger() {
        transport().expires_after(std::chrono::seconds(2));
        m_lingered = 0;
        if (m_piece.empty()) m_piece.resize(kPiece);
        lingerOn();
    }

    void lingerOn() {
        m_stream.async_read_some(asio::buffer(m_piece),
                                 [self = shared_from_this()](error_code error, std::size_t count) {
                                     self->m_lingered += count;
                                     if (error || self->m_lingered > kLingerBytes) return self->close();
                                     self->lingerOn();
                                 });
    }

    void shutdown() {
        transport().expires_after(std::chrono::seconds(2));
        m_stream.async_shutdown([self = shared_from_this()](error_code) { self->close(); });
    }

    std::shared_ptr<Shared> m_shared;
    beast::ssl_stream<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer{kPiece + (16u << 10)};
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

}  // namespace

class HttpServer::Impl {
public:
    Impl(Router router, HttpServerOptions options)
        : m_shared(std::make_shared<Shared>(std::move(router), std::move(options))),
          m_acceptor(asio::make_strand(m_context)) {}

    ~Impl() { stop(std::chrono::milliseconds(0)); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Status open() {
        const HttpServerOptions& options = m_shared->options;
        error_code error;
        asio::ssl::context& tls = m_shared->tls;
        const std::string& chain = options.identity.certificate;
        const ByteView key = options.identity.privateKey.view();
        tls.use_certificate_chain(asio::buffer(chain), error);
        if (!error) tls.use_private_key(asio::buffer(key.data(), key.size()), asio::ssl::context::pem, error);
        if (error)
            return fail(
                "certificate_invalid",
                "The server's certificate or its private key cannot be used: " + error.message() + ".",
                "Give a PEM certificate and the unencrypted PEM key that belongs to it.");
        const auto address = asio::ip::make_address(options.listenAddress, error);
        const auto refused = [&](const error_code& why) {
            return fail("listen_failed",
                        "Cannot listen on " + options.listenAddress + ":" + std::to_string(options.port) +
                            ": " + why.message() + ".",
                        "Choose a free port and an address of this machine.");
        };
        if (error) return refused(error);
        const tcp::endpoint endpoint(address, options.port);
        m_acceptor.open(endpoint.protocol(), error);
        if (!error) m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error) m_acceptor.bind(endpoint, error);
        if (!error) m_acceptor.listen(512, error);
        if (error) return refused(error);
        m_port = m_acceptor.local_endpoint(error).port();
        if (options.listening) options.listening(m_port);
        accept();
        for (unsigned i = 0; i < std::max(1u, options.limits.threads); ++i)
            m_threads.emplace_back([this] { run(); });
        return {};
    }

    void stop(std::chrono::milliseconds grace) {
        if (m_shared->stopping.exchange(true)) return;
        asio::post(m_acceptor.get_executor(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
        });
        forEachSession(false);
        {
            std::unique_lock lock(m_shared->mutex);
            m_shared->changed.wait_for(lock, grace, [this] { return m_shared->sessions.empty(); });
        }
        forEachSession(true);
        m_shared->workers.stop();
        {
            std::unique_lock lock(m_shared->mutex);
            m_shared->changed.wait_for(lock, std::chrono::seconds(1),
                                       [this] { return m_shared->sessions.empty(); });
        }
        m_context.stop();
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t openConnections() const {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->sessions.size();
    }

private:
    void run() {
        while (true) {
            try {
                m_context.run();
                return;
            } catch (const std::exception& problem) {
                log(LogLevel::Error, "http", std::string("A connection failed: ") + problem.what());
            }
        }
    }

    void forEachSession(bool force) {
        std::vector<std::shared_ptr<Session>> sessions;
        {
            const std::lock_guard lock(m_shared->mutex);
            for (Session* session : m_shared->sessions)
                if (auto alive = session->weak_from_this().lock()) sessions.push_back(std::move(alive));
        }
        for (const auto& session : sessions)
            session->stopSoon(force);
    }

    void accept() {
        m_acceptor.async_accept(asio::make_strand(m_context), [this](error_code error, tcp::socket socket) {
            if (m_shared->stopping || !m_acceptor.is_open()) return;
            if (!error) {
                if (openConnections() < m_shared->options.limits.maxConnections)
                    std::make_shared<Session>(std::move(socket), m_shared)->start();
            } else {
                // Out of descriptors: without a pause this would spin until somebody closes one.
                m_retry.expires_after(std::chrono::milliseconds(50));
                return m_retry.async_wait([this](error_code) {
                    if (!m_shared->stopping) accept();
                });
            }
            accept();
        });
    }

    // The context outlives the sessions, which outlive nothing that they refer to.
    asio::io_context m_context;
    std::shared_ptr<Shared> m_shared;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_retry{m_acceptor.get_executor()};
    std::vector<std::thread> m_threads;
    std::uint16_t m_port = 0;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Result<HttpServer> HttpServer::start(std::vector<HttpRoute> routes, HttpServerOptions options) {
    KEYREEL_TRY(Router router, Router::create(std::move(routes)));
    try {
        auto impl = std::make_unique<Impl>(std::move(router), std::move(options));
        KEYREEL_CHECK(impl->open());
        return HttpServer(std::move(impl));
    } catch (const std::exception& problem) {
        return fail("listen_failed", std::string("The server could not start: ") + problem.what() + ".");
    }
}

std::uint16_t HttpServer::port() const {
    return m_impl->port();
}
void HttpServer::stop(std::chrono::milliseconds grace) {
    m_impl->stop(grace);
}
std::size_t HttpServer::openConnections() const {
    return m_impl->openConnections();
}

}  // namespace keyreel::gateway
