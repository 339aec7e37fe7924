#include "core/gateway/gateway_server.h"

#include <optional>

#include "core/base/file.h"
#include "core/content/folder_upload_store.h"
#include "core/crypto/suites.h"
#include "core/gateway/sqlite_gateway_store.h"
#include "core/gateway/tus_uploads.h"

namespace keyreel::gateway {

// Members are in the order of who needs whom; they go down in the opposite one, the server first.
struct GatewayServer::Parts {
    GatewayServiceOptions serviceOptions;
    std::optional<audit::Log> audit;
    std::unique_ptr<SqliteGatewayStore> store;
    std::unique_ptr<OpeningCounts> openings;
    std::unique_ptr<content::FolderBlobStore> blobs;
    std::unique_ptr<content::FolderUploadStore> uploads;
    std::unique_ptr<GatewayLog> log;
    std::optional<RequestGuard> guard;
    std::optional<GatewayService> service;
    std::optional<TusUploads> tus;
    ServerCertificate certificate;
    std::string url;
    std::optional<HttpServer> server;

    [[nodiscard]] std::vector<HttpRoute> routes() {
        std::vector<HttpRoute> all = service->routes();
        for (HttpRoute& route : tus->routes())
            all.push_back(std::move(route));
        return all;
    }
};

GatewayServer::GatewayServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
GatewayServer::~GatewayServer() = default;

Result<std::unique_ptr<GatewayServer>> GatewayServer::start(const GatewayServerOptions& options,
                                                            const Clock& clock) {
    const std::filesystem::path& data = options.dataFolder;
    auto parts = std::make_unique<Parts>();
    parts->serviceOptions = options.service;
    if (parts->serviceOptions.nodesFile.empty()) parts->serviceOptions.nodesFile = data / "nodes.json";
    KEYREEL_CHECK(makePrivateFolder(data));
    const auto keyOf = [&](const char* name) -> Result<crypto::SigningKey> {
        KEYREEL_TRY(SecretBytes seed, loadOrMakeSecret(data / "keys" / name));
        return crypto::SigningKey::fromSeed(std::move(seed));
    };
    KEYREEL_TRY(crypto::SigningKey auditKey, keyOf("audit.key"));
    // First, since its lock keeps a second process away from everything else.
    KEYREEL_TRY(audit::Log auditLog, audit::Log::open(data / "audit.log", std::move(auditKey), clock));
    parts->audit.emplace(std::move(auditLog));
    KEYREEL_TRY(parts->store, SqliteGatewayStore::open(data / "gateway.db"));
    KEYREEL_TRY(parts->openings, OpeningCounts::open(data / "openings.db"));
    KEYREEL_TRY(parts->blobs, content::FolderBlobStore::open(data / "store"));
    KEYREEL_TRY(parts->uploads,
                content::FolderUploadStore::open(data / "uploads", *parts->blobs, clock, options.uploads));
    KEYREEL_TRY(crypto::SigningKey logKey, keyOf("log.key"));
    KEYREEL_TRY(parts->log, GatewayLog::open(*parts->store, std::move(logKey), clock));
    parts->guard.emplace(*parts->store, *parts->log, clock);
    KEYREEL_TRY(crypto::SigningKey capabilityKey, keyOf("capability.key"));
    parts->service.emplace(*parts->log, *parts->store, *parts->openings, *parts->blobs, *parts->guard,
                           *parts->audit, std::move(capabilityKey), clock, parts->serviceOptions);
    parts->tus.emplace(*parts->uploads, *parts->guard, *parts->audit, clock, options.uploadCreations);
    KEYREEL_TRY(parts->certificate,
                serverCertificate(data, options.listen.host, options.certificateFile, options.keyFile));

    std::vector<std::string> publicOrigins;
    for (const std::string& text : options.publicUrls) {
        KEYREEL_TRY(const Url url, Url::parse(text));
        publicOrigins.push_back(url.origin());
    }
    HttpServerOptions http;
    http.listenAddress = options.listen.host;
    http.port = options.listen.port;
    http.identity = parts->certificate.identity.clone();
    http.limits = options.limits;
    http.answered = options.answered;
    http.listening = [&](std::uint16_t port) {
        std::vector<std::string> origins = originsOf(options.listen.host, port);
        parts->url = origins.front();
        origins.insert(origins.end(), publicOrigins.begin(), publicOrigins.end());
        parts->guard->setOrigins(std::move(origins));
    };
    KEYREEL_TRY(HttpServer server, HttpServer::start(parts->routes(), std::move(http)));
    parts->server.emplace(std::move(server));
    KEYREEL_CHECK(parts->audit->append("gateway_started", {{"url", parts->url}}));
    return std::unique_ptr<GatewayServer>(new GatewayServer(std::move(parts)));
}

const std::string& GatewayServer::url() const {
    return m_parts->url;
}

const std::filesystem::path& GatewayServer::authorityFile() const {
    return m_parts->certificate.authorityFile;
}

GatewayInfo GatewayServer::info() const {
    return {m_parts->serviceOptions.name, m_parts->log->key(), m_parts->service->capabilityKey(), 0,
            crypto::hasSuite(crypto::kSuiteHybrid)};
}

std::vector<HttpRoute> GatewayServer::routes() const {
    return m_parts->routes();
}

void GatewayServer::stop() {
    m_parts->server->stop();
}

}  // namespace keyreel::gateway
