#include "core/gateway/http_server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <thread>

#include "core/base/log.h"
#include "core/gateway/http_session.h"
#include "core/gateway/tls_groups.h"

namespace keyreel::gateway {

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using boost::system::error_code;

}  // namespace

class HttpServer::Impl {
public:
    Impl(Router router, HttpServerOptions options)
        : m_shared(std::make_shared<HttpServerShared>(std::move(router), std::move(options))),
          m_acceptor(asio::make_strand(m_context)) {}

    ~Impl() { stop(std::chrono::milliseconds(0)); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Status open() {
        const HttpServerOptions& options = m_shared->options;
        error_code error;
        asio::ssl::context& tls = m_shared->tls;
        preferHybridAgreement(tls);
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
        std::vector<std::shared_ptr<HttpSession>> sessions;
        {
            const std::lock_guard lock(m_shared->mutex);
            for (HttpSession* session : m_shared->sessions)
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
                    std::make_shared<HttpSession>(std::move(socket), m_shared)->start();
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
    std::shared_ptr<HttpServerShared> m_shared;
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
