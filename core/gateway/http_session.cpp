#include "core/gateway/http_session.h"

#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <limits>

#include "core/base/log.h"

namespace keyreel::gateway {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t kLingerBytes = 1u << 20;

std::string_view reasonOf(unsigned status) {
    const beast::string_view text = http::obsolete_reason(http::int_to_status(status));
    return {text.data(), text.size()};
}

HttpResponse errorResponse(unsigned status, const char* code, std::string what) {
    return HttpResponse::error(status, Error{code, std::move(what), ""});
}

}  // namespace

HttpSession::HttpSession(tcp::socket socket, std::shared_ptr<HttpServerShared> shared)
    : m_shared(std::move(shared)), m_stream(std::move(socket), m_shared->tls) {
    error_code ignored;
    const tcp::endpoint remote = transport().socket().remote_endpoint(ignored);
    m_remote = remote.address().to_string();
    transport().socket().set_option(tcp::no_delay(true), ignored);
    const std::lock_guard lock(m_shared->mutex);
    m_shared->sessions.insert(this);
}

HttpSession::~HttpSession() {
    m_sink.reset();
    const std::lock_guard lock(m_shared->mutex);
    m_shared->sessions.erase(this);
    m_shared->changed.notify_all();
}

void HttpSession::start() {
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this()] { self->handshake(); });
}

void HttpSession::stopSoon(bool force) {
    asio::post(m_stream.get_executor(), [self = shared_from_this(), force] {
        if (force || self->m_idle) self->close();
    });
}

void HttpSession::close() {
    error_code ignored;
    transport().socket().shutdown(tcp::socket::shutdown_both, ignored);
    transport().close();
}

void HttpSession::handshake() {
    transport().expires_after(limits().handshakeTimeout);
    m_stream.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](error_code error) {
        if (!error) self->awaitRequest(self->limits().headerTimeout);
    });
}

void HttpSession::awaitRequest(std::chrono::milliseconds patience) {
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

void HttpSession::readHeader() {
    transport().expires_after(limits().headerTimeout);
    http::async_read_header(
        m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](error_code error, std::size_t) { self->onHeader(error); });
}

void HttpSession::onHeader(error_code error) {
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

std::optional<HttpResponse> HttpSession::takeHeader() {
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
    if (const auto parsed = parseTarget({header.target().data(), header.target().size()}, m_request); !parsed)
        return HttpResponse::error(400, parsed.error());
    Router::Match match = m_shared->router.find(m_request.method, m_request.path);
    if (match.malformed) return errorResponse(400, "bad_url", "The request path is not valid.");
    if (match.route == nullptr) {
        if (match.allowed.empty())
            return errorResponse(404, "not_found", "There is nothing at this address.");
        HttpResponse response = errorResponse(405, "method_not_allowed", "This address has no such method.");
        std::string allow;
        for (const std::string& method : match.allowed)
            allow += (allow.empty() ? "" : ", ") + method;
        response.fields.set("Allow", allow);
        return response;
    }
    m_route = match.route;
    for (const auto& [name, value] : m_request.query)
        if (std::find(match.route->query.begin(), match.route->query.end(), name) == match.route->query.end())
            return errorResponse(400, "unknown_parameter",
                                 "There is no query parameter \"" + name.substr(0, 64) + "\" here.");
    m_request.parameters = std::move(match.parameters);
    m_request.contentLength = m_parser->content_length().value_or(0);
    if (m_request.contentLength > m_route->bodyLimit)
        return errorResponse(413, "body_too_large", "The request body is larger than this address takes.");
    return std::nullopt;
}

void HttpSession::sayContinue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    transport().expires_after(limits().bodyTimeout);
    asio::async_write(m_stream, asio::buffer(kContinue.data(), kContinue.size()),
                      [self = shared_from_this()](error_code error, std::size_t) {
                          if (error) return self->close();
                          self->acceptBody();
                      });
}

void HttpSession::acceptBody() {
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

void HttpSession::readBody() {
    if (m_parser->is_done()) return onBody();
    if (m_piece.empty()) m_piece.resize(kPiece);
    m_parser->get().body().data = m_piece.data();
    m_parser->get().body().size = m_piece.size();
    transport().expires_after(limits().bodyTimeout);
    http::async_read(m_stream, m_buffer, *m_parser,
                     [self = shared_from_this()](error_code error, std::size_t) { self->onPiece(error); });
}

void HttpSession::onPiece(error_code error) {
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

void HttpSession::onBody() {
    if (!m_route->waits) return respond(handle());
    // While the worker runs nothing is read or written here, so the deadline of the body must not strike.
    transport().expires_never();
    const bool taken = m_shared->workers.submit([self = shared_from_this()] {
        auto response = std::make_shared<HttpResponse>(self->handle());
        asio::post(self->m_stream.get_executor(), [self, response] { self->respond(std::move(*response)); });
    });
    if (taken) return;
    m_sink.reset();
    respond(errorResponse(503, "busy", "The server has too much to do."));
}

HttpResponse HttpSession::handle() {
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

HttpResponse HttpSession::failed(const std::exception& problem) {
    log(LogLevel::Error, "http", m_request.method + " " + m_request.path + " failed: " + problem.what());
    return errorResponse(500, "internal_error", "The server could not handle the request.");
}

void HttpSession::respond(HttpResponse response) {
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

void HttpSession::writePiece() {
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

Result<std::size_t> HttpSession::readSource(MutableBytes out) {
    try {
        return m_response.source->read(out);
    } catch (const std::exception& problem) {
        return fail("internal_error", problem.what());
    }
}

void HttpSession::onSent() {
    m_response = HttpResponse{};
    m_request = HttpRequest{};
    if (m_keepAlive) return awaitRequest(limits().keepAliveTimeout);
    if (m_unread) return linger();
    shutdown();
}

void HttpSession::linger() {
    transport().expires_after(std::chrono::seconds(2));
    m_lingered = 0;
    if (m_piece.empty()) m_piece.resize(kPiece);
    lingerOn();
}

void HttpSession::lingerOn() {
    m_stream.async_read_some(asio::buffer(m_piece),
                             [self = shared_from_this()](error_code error, std::size_t count) {
                                 self->m_lingered += count;
                                 if (error || self->m_lingered > kLingerBytes) return self->close();
                                 self->lingerOn();
                             });
}

void HttpSession::shutdown() {
    transport().expires_after(std::chrono::seconds(2));
    m_stream.async_shutdown([self = shared_from_this()](error_code) { self->close(); });
}

}  // namespace keyreel::gateway
