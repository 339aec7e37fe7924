#include "core/gateway/http_client.h"
#include "core/gateway/tls_groups.h"

#include <netdb.h>
#include <sys/socket.h>
#include <limits>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace keyreel::gateway {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kPiece = 64u << 10;
/// Well below what servers grant an idle connection, so that one is not closed under a request that cannot be
/// repeated.
constexpr std::chrono::seconds kKeptFor{15};

/// When an exchange must be over, and who may end it before.
struct Limits {
    std::stop_token stop;
    std::optional<SteadyClock::time_point> end;
    std::chrono::milliseconds idle;

    [[nodiscard]] SteadyClock::time_point next() const {
        const auto soon = SteadyClock::now() + idle;
        return end ? std::min(*end, soon) : soon;
    }
};

struct Resolution {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool finished = false;
    std::vector<asio::ip::address> addresses;
};

/// The system's resolver cannot be interrupted, so it runs on a thread of its own that outlives an impatient
/// caller.
std::vector<asio::ip::address> resolve(const std::string& host, const Limits& limits) {
    error_code error;
    const auto literal = asio::ip::make_address(host, error);
    if (!error) return {literal};
    auto shared = std::make_shared<Resolution>();
    std::thread([shared, host] {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_flags = AI_ADDRCONFIG;
        addrinfo* list = nullptr;
        std::vector<asio::ip::address> found;
        if (getaddrinfo(host.c_str(), nullptr, &hints, &list) == 0) {
            for (const addrinfo* each = list; each != nullptr && found.size() < 16; each = each->ai_next) {
                tcp::endpoint endpoint;
                if (each->ai_addrlen > endpoint.capacity()) continue;
                std::copy_n(reinterpret_cast<const std::uint8_t*>(each->ai_addr), each->ai_addrlen,
                            reinterpret_cast<std::uint8_t*>(endpoint.data()));
                endpoint.resize(each->ai_addrlen);
                found.push_back(endpoint.address());
            }
            freeaddrinfo(list);
        }
        const std::lock_guard lock(shared->mutex);
        shared->addresses = std::move(found);
        shared->finished = true;
        shared->changed.notify_all();
    }).detach();
    std::unique_lock lock(shared->mutex);
    shared->changed.wait_until(lock, limits.stop, limits.next(), [&] { return shared->finished; });
    return shared->addresses;
}

bool isTls(const error_code& error) {
    return error.category() == asio::error::get_ssl_category() ||
           error.category() == asio::ssl::error::get_stream_category();
}

bool isCertificateFault(const error_code& error) {
    return error.category() == asio::error::get_ssl_category() &&
           ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_CERTIFICATE_VERIFY_FAILED;
}

/// One connection with a context of its own, run by whoever uses it.
class Connection {
public:
    Connection(asio::ssl::context& tls, const Url& origin) : m_origin(origin), m_stream(m_context, tls) {}

    Status open(const Limits& limits) {
        const std::vector<asio::ip::address> addresses = resolve(m_origin.host, limits);
        if (limits.stop.stop_requested()) return cancelled("The request to " + m_origin.authority());
        if (addresses.empty()) {
            if (limits.end && SteadyClock::now() >= *limits.end) return timedOut();
            return unreachable("its name does not resolve");
        }
        error_code error;
        for (const asio::ip::address& address : addresses) {
            error = run(limits, [&](auto handler) {
                transport().async_connect(tcp::endpoint(address, m_origin.port), std::move(handler));
            });
            if (!error || limits.stop.stop_requested()) break;
        }
        if (error) return faultOf(error, limits);
        error_code ignored;
        transport().socket().set_option(tcp::no_delay(true), ignored);
        // Server Name Indication carries names only (RFC 6066 section 3).
        asio::ip::make_address(m_origin.host, ignored);
        if (ignored)
            SSL_ctrl(m_stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                     const_cast<char*>(m_origin.host.c_str()));
        m_stream.set_verify_mode(asio::ssl::verify_peer, ignored);
        m_stream.set_verify_callback(asio::ssl::host_name_verification(m_origin.host), ignored);
        error = run(limits, [&](auto handler) {
            m_stream.async_handshake(asio::ssl::stream_base::client, std::move(handler));
        });
        if (isCertificateFault(error))
            return fail("certificate_invalid",
                        "The certificate of " + m_origin.authority() +
                            " is not trusted, has expired or is for another host.",
                        "Check the address, or give the server's own CA certificate.");
        if (isTls(error))
            return fail("tls_failed",
                        "No secure connection with " + m_origin.authority() + ": " + error.message() + ".",
                        "The server must speak TLS 1.3.");
        if (error) return faultOf(error, limits);
        return {};
    }

    [[nodiscard]] std::string agreement() { return agreementOf(m_stream.native_handle()); }

    /// True when this connection has not been idle for long and the server has neither closed it nor sent
    /// anything unasked.
    [[nodiscard]] bool isQuiet() {
        if (m_buffer.size() > 0 || SteadyClock::now() - m_lastUsed > kKeptFor) return false;
        char byte = 0;
        const auto got = ::recv(transport().socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    }

    /// `dead` tells that the connection broke before any byte of the response.
    Result<HttpClientResponse> exchange(const HttpClientRequest& request, const Limits& limits,
                                        std::uint64_t limit, bool& dead) {
        dead = false;
        const std::uint64_t size = request.source ? request.source->size() : request.body.size();
        std::string header = headerOf(request, size);
        KEYREEL_TRY(const error_code sent, sendAll(request, header, size, limits));
        if (limits.stop.stop_requested()) return cancelled("The request to " + m_origin.authority());
        // A server that refuses early stops reading; its answer is still there to be read.
        std::optional<http::response_parser<http::buffer_body>> parser;
        do {
            parser.emplace();
            parser->header_limit(16u << 10);
            parser->body_limit(std::numeric_limits<std::uint64_t>::max());
            if (request.method == "HEAD") parser->skip(true);
            const error_code error = run(limits, [&](auto handler) {
                http::async_read_header(m_stream, m_buffer, *parser, std::move(handler));
            });
            if (error) {
                dead =
                    m_buffer.size() == 0 && !limits.stop.stop_requested() && error != beast::error::timeout;
                return faultOf(sent && error != beast::error::timeout ? sent : error, limits);
            }
        } while (http::to_status_class(parser->get().result()) == http::status_class::informational);

        HttpClientResponse response;
        response.status = parser->get().result_int();
        for (const auto& field : parser->get().base())
            response.fields.add(std::string(field.name_string()), std::string(field.value()));
        const bool streamed = request.sink && response.ok();
        if (!streamed && parser->content_length().value_or(0) > limit && request.method != "HEAD")
            return tooLarge(limit);
        Bytes piece(kPiece);
        while (!parser->is_done()) {
            parser->get().body().data = piece.data();
            parser->get().body().size = piece.size();
            error_code error = run(limits, [&](auto handler) {
                http::async_read_some(m_stream, m_buffer, *parser, std::move(handler));
            });
            if (error == http::error::need_buffer) error = {};
            if (error) return faultOf(error, limits);
            const ByteView got(piece.data(), piece.size() - parser->get().body().size);
            if (streamed) {
                if (!got.empty()) KEYREEL_CHECK(request.sink(got));
            } else {
                if (response.body.size() + got.size() > limit) return tooLarge(limit);
                append(response.body, got);
            }
        }
        m_lastUsed = SteadyClock::now();
        m_reusable = !sent && parser->get().keep_alive() && !parser->get().need_eof();
        return response;
    }

    [[nodiscard]] bool reusable() const { return m_reusable; }

private:
    beast::tcp_stream& transport() { return beast::get_lowest_layer(m_stream); }

    /// Runs one asynchronous operation to its end on this thread; a stop request closes the socket under it.
    template <class Start>
    error_code run(const Limits& limits, Start start) {
        std::optional<error_code> result;
        if (limits.stop.stop_requested()) return asio::error::operation_aborted;
        transport().expires_at(limits.next());
        m_context.restart();
        start([&result](error_code error, auto&&...) { result = error; });
        {
            const std::stop_callback onStop(
                limits.stop, [this] { asio::post(m_context, [this] { transport().close(); }); });
            while (!result && m_context.run_one() > 0) {
            }
        }
        // What the stop request may have posted refers to this connection and must not outlive it.
        m_context.restart();
        m_context.poll();
        return result.value_or(asio::error::operation_aborted);
    }

    std::string headerOf(const HttpClientRequest& request, std::uint64_t size) const {
        std::string header = request.method + " " + request.target +
                             " HTTP/1.1\r\nHost: " + m_origin.authority() +
                             "\r\nUser-Agent: keyreel/" KEYREEL_VERSION "\r\n";
        for (const HttpFields::Field& field : request.fields.all())
            header += field.name + ": " + field.value + "\r\n";
        if (size > 0 || (request.method != "GET" && request.method != "HEAD"))
            header += "Content-Length: " + std::to_string(size) + "\r\n";
        return header + "\r\n";
    }

    /// The outer error ends the exchange; the inner one is the network's and still leaves a response to be
    /// read.
    Result<error_code> sendAll(const HttpClientRequest& request, const std::string& header,
                               std::uint64_t size, const Limits& limits) {
        Bytes out(header.begin(), header.end());
        std::uint64_t done = 0;
        while (true) {
            const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, size - done));
            const std::size_t before = out.size();
            if (request.source) {
                out.resize(before + want);
                if (want > 0) {
                    KEYREEL_TRY(const std::size_t got,
                                request.source->read(MutableBytes(out).subspan(before)));
                    if (got == 0 || got > want)
                        return fail("body_truncated", "The body of the request ended early.", "Try again.");
                    out.resize(before + got);
                }
            } else {
                append(out, ByteView(request.body).subspan(static_cast<std::size_t>(done), want));
            }
            done += out.size() - before;
            const error_code error = run(limits, [&](auto handler) {
                asio::async_write(m_stream, asio::buffer(out), std::move(handler));
            });
            if (error) return error;
            if (request.uploadProgress) request.uploadProgress({done, size});
            if (done >= size) return error_code();
            out.clear();
        }
    }

    tl::unexpected<Error> faultOf(const error_code& error, const Limits& limits) const {
        if (limits.stop.stop_requested()) return cancelled("The request to " + m_origin.authority());
        if (error == beast::error::timeout || (limits.end && SteadyClock::now() >= *limits.end))
            return timedOut();
        if (error.category() == http::make_error_code(http::error::bad_value).category() &&
            error != http::error::end_of_stream && error != http::error::partial_message)
            return fail("bad_response",
                        m_origin.authority() + " sent no valid HTTP response: " + error.message() + ".",
                        "Check the address.");
        return unreachable(error == asio::ssl::error::stream_truncated ||
                                   error == http::error::partial_message ||
                                   error == http::error::end_of_stream
                               ? "the connection was closed early"
                               : error.message());
    }

    tl::unexpected<Error> unreachable(const std::string& why) const {
        return fail("gateway_unreachable", m_origin.authority() + " cannot be reached: " + why + ".",
                    "Check the address and the network, then try again.");
    }

    tl::unexpected<Error> timedOut() const {
        return fail("timeout", m_origin.authority() + " did not answer in time.", "Try again.");
    }

    tl::unexpected<Error> tooLarge(std::uint64_t limit) const {
        return fail(
            "response_too_large",
            "The answer of " + m_origin.authority() + " is larger than " + std::to_string(limit) + " bytes.",
            "");
    }

    const Url& m_origin;
    asio::io_context m_context{1};
    beast::ssl_stream<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer{kPiece + (32u << 10)};
    SteadyClock::time_point m_lastUsed{};
    bool m_reusable = false;
};

}  // namespace

class HttpClient::Impl {
public:
    Impl(Url origin, HttpClientOptions options)
        : m_origin(std::move(origin)),
          m_options(std::move(options)),
          m_tls(asio::ssl::context::tlsv13_client) {}

    Status prepare() {
        preferHybridAgreement(m_tls);
        error_code error;
        m_tls.set_verify_mode(asio::ssl::verify_peer, error);
        if (m_options.caPem.empty()) {
            m_tls.set_default_verify_paths(error);
        } else {
            m_tls.add_certificate_authority(asio::buffer(m_options.caPem), error);
        }
        if (error)
            return fail("certificate_invalid",
                        "The CA certificate for " + m_origin.authority() +
                            " cannot be read: " + error.message() + ".",
                        "Give a PEM file with at least one certificate.");
        return {};
    }

    Result<HttpClientResponse> send(const HttpClientRequest& request, const std::stop_token& stop) {
        const auto started = SteadyClock::now();
        const bool repeatable = (request.method == "GET" || request.method == "HEAD") && !request.source;
        Limits limits{stop, std::nullopt, m_options.idleTimeout};
        if (request.idleTimeout.count() > 0) limits.idle = request.idleTimeout;
        if (request.timeout.count() > 0) limits.end = started + request.timeout;
        while (true) {
            if (stop.stop_requested()) return cancelled("The request to " + m_origin.authority());
            std::unique_ptr<Connection> connection = takeKept(limits);
            const bool kept = connection != nullptr;
            if (!kept) {
                KEYREEL_TRY(connection, connect(limits));
            }
            bool dead = false;
            auto response = connection->exchange(request, limits, m_options.maxResponseBytes, dead);
            if (response) {
                if (connection->reusable()) keep(std::move(connection));
                return response;
            }
            if (!(dead && kept && repeatable)) return response;
        }
    }

    Status open(const std::stop_token& stop) {
        {
            const std::lock_guard lock(m_mutex);
            dropStale();
            if (!m_kept.empty() || m_opening) return {};
            m_opening = true;
        }
        auto connection = connect({stop, std::nullopt, m_options.idleTimeout});
        {
            const std::lock_guard lock(m_mutex);
            m_opening = false;
            if (connection) m_kept.push_back(std::move(*connection));
        }
        m_opened.notify_all();
        if (!connection) return tl::unexpected<Error>(connection.error());
        return {};
    }

    [[nodiscard]] const Url& origin() const { return m_origin; }
    [[nodiscard]] std::string agreement() const {
        const std::lock_guard lock(m_mutex);
        return m_agreement;
    }

private:
    Result<std::unique_ptr<Connection>> connect(const Limits& limits) {
        auto connection = std::make_unique<Connection>(m_tls, m_origin);
        Limits opening = limits;
        const auto latest = SteadyClock::now() + m_options.connectTimeout;
        opening.end = limits.end ? std::min(*limits.end, latest) : latest;
        KEYREEL_CHECK(connection->open(opening));
        const std::lock_guard lock(m_mutex);
        m_agreement = connection->agreement();
        return connection;
    }

    /// Under m_mutex.
    void dropStale() {
        while (!m_kept.empty() && !m_kept.back()->isQuiet())
            m_kept.pop_back();
    }

    std::unique_ptr<Connection> takeKept(const Limits& limits) {
        std::unique_lock lock(m_mutex);
        dropStale();
        if (m_kept.empty() && m_opening)
            m_opened.wait_until(lock, limits.stop, limits.next(), [this] { return !m_opening; });
        if (m_kept.empty()) return nullptr;
        std::unique_ptr<Connection> connection = std::move(m_kept.back());
        m_kept.pop_back();
        return connection;
    }

    void keep(std::unique_ptr<Connection> connection) {
        const std::lock_guard lock(m_mutex);
        if (m_kept.size() < m_options.keptConnections) m_kept.push_back(std::move(connection));
    }

    Url m_origin;
    HttpClientOptions m_options;
    asio::ssl::context m_tls;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_opened;
    bool m_opening = false;                           // guarded by m_mutex
    std::vector<std::unique_ptr<Connection>> m_kept;  // guarded by m_mutex
    std::string m_agreement;                          // guarded by m_mutex
};

HttpClient::HttpClient(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

Result<HttpClient> HttpClient::create(const Url& origin, HttpClientOptions options) {
    try {
        auto impl = std::make_unique<Impl>(origin, std::move(options));
        KEYREEL_CHECK(impl->prepare());
        return HttpClient(std::move(impl));
    } catch (const std::exception& problem) {
        return fail("tls_failed", std::string("TLS cannot be set up: ") + problem.what() + ".",
                    "Check that Keyreel and OpenSSL are installed whole.");
    }
}

Status HttpClient::open(std::stop_token stop) const {
    try {
        return m_impl->open(stop);
    } catch (const std::exception& problem) {
        return fail("gateway_unreachable", std::string("No connection: ") + problem.what() + ".");
    }
}

Result<HttpClientResponse> HttpClient::send(const HttpClientRequest& request, std::stop_token stop) const {
    const auto isLine = [](const std::string& text) {
        return text.find_first_of("\r\n") == std::string::npos;
    };
    for (const HttpFields::Field& field : request.fields.all())
        if (!isLine(field.name) || !isLine(field.value))
            return fail("bad_request", "A header field holds a line break.");
    if (!isLine(request.target) || request.target.find(' ') != std::string::npos)
        return fail("bad_url", "The request target holds a space or a line break.");
    try {
        return m_impl->send(request, stop);
    } catch (const std::exception& problem) {
        return fail("gateway_unreachable", origin().authority() + ": " + problem.what() + ".", "Try again.");
    }
}

std::string HttpClient::keyAgreement() const {
    return m_impl->agreement();
}

const Url& HttpClient::origin() const {
    return m_impl->origin();
}

}  // namespace keyreel::gateway
