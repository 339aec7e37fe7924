#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/content/upload_store.h"
#include "core/gateway/gateway_service.h"
#include "core/gateway/http_server.h"
#include "core/gateway/server_setup.h"

namespace keyreel::gateway {

struct GatewayServerOptions {
    std::filesystem::path dataFolder;
    ListenAddress listen;
    std::filesystem::path certificateFile;  ///< PEM; with keyFile, or both empty for a local certificate.
    std::filesystem::path keyFile;
    std::vector<std::string> publicUrls;  ///< Further origins that clients address this gateway by.
    GatewayServiceOptions service;        ///< nodesFile empty: nodes.json in the data folder.
    HttpServerLimits limits;
    content::UploadLimits uploads;
    RatePolicy uploadCreations{240, 800, 65536};  ///< By device.
    /// See HttpServerOptions::answered.
    std::function<void(const HttpRoute& route, unsigned status)> answered;
};

/// The embedded gateway in one object: SQLite and folder stores, keys, audit log, HTTPS. The data folder has
/// gateway.db, blobs/, uploads/, keys/ (log, capability, audit), audit.log, tls/. Thread: start and stop on
/// one.
class GatewayServer {
public:
    /// `clock` outlives the server. Codes: of every part; `audit_busy` when another process has the folder.
    static Result<std::unique_ptr<GatewayServer>> start(const GatewayServerOptions& options,
                                                        const Clock& clock);
    ~GatewayServer();
    GatewayServer(const GatewayServer&) = delete;
    GatewayServer& operator=(const GatewayServer&) = delete;

    [[nodiscard]] const std::string& url() const;
    /// What clients need to trust the local certificate; empty when one was given.
    [[nodiscard]] const std::filesystem::path& authorityFile() const;
    [[nodiscard]] GatewayInfo info() const;
    /// Every operation that is served: what the API's description is compared with.
    [[nodiscard]] std::vector<HttpRoute> routes() const;
    void stop();

private:
    struct Parts;
    explicit GatewayServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace keyreel::gateway
