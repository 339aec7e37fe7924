#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/audit/log.h"
#include "core/base/clock.h"
#include "core/content/blob_store.h"
#include "core/gateway/gateway_log.h"
#include "core/gateway/gateway_store.h"
#include "core/gateway/http_server.h"
#include "core/gateway/opening_counts.h"
#include "core/gateway/rate_limiter.h"
#include "core/gateway/request_guard.h"

namespace keyreel::gateway {

struct GatewayServiceOptions {
    std::string name = "Keyreel gateway";
    std::filesystem::path nodesFile;  ///< What GET /v1/nodes shows; read at each request, absent: no nodes.
    /// The gateway's own policy: it keeps one account from flooding, and gives nobody access.
    RatePolicy capabilities;
    /// By network address: a registration is the one write that needs no registered device.
    RatePolicy registrations{60, 200, 65536};
    /// Statements and catalogue entries, by device and by account.
    RatePolicy writes{120, 400, 65536};
};

/// The operations of the gateway but for uploads (TusUploads): log, catalogue, blobs, capabilities. The
/// description of all of them is openApiDocument(). Thread: any; what is passed in outlives this.
class GatewayService {
public:
    GatewayService(GatewayLog& log, GatewayStore& store, OpeningCounts& openings,
                   const content::BlobStore& blobs, const RequestGuard& guard, audit::Log& audit,
                   crypto::SigningKey capabilityKey, const Clock& clock, GatewayServiceOptions options);

    [[nodiscard]] std::vector<HttpRoute> routes();
    [[nodiscard]] const crypto::PublicKey& capabilityKey() const { return m_capabilityKey.publicKey(); }

private:
    HttpResponse info() const;
    HttpResponse nodes() const;
    HttpResponse logHead();
    HttpResponse logEntries(const HttpRequest& request) const;
    HttpResponse inclusionProof(const HttpRequest& request) const;
    HttpResponse consistencyProof(const HttpRequest& request) const;
    HttpResponse appendStatement(const HttpRequest& request);
    HttpResponse blob(const HttpRequest& request) const;
    HttpResponse catalogue(const HttpRequest& request) const;
    HttpResponse asset(const HttpRequest& request) const;
    HttpResponse publishAsset(const HttpRequest& request);
    HttpResponse manifest(const HttpRequest& request) const;
    HttpResponse assetFile(const HttpRequest& request) const;
    HttpResponse issueCapability(const HttpRequest& request);
    HttpResponse filmOpenings(const HttpRequest& request) const;
    HttpResponse accountOpenings(const HttpRequest& request) const;

    /// Counts one write of that device, for it and for its accounts. Codes of RateLimiter::issue.
    [[nodiscard]] Status countWrite(const PublicKey& device);
    [[nodiscard]] Result<CatalogueEntry> checkedEntry(const HttpRequest& request);
    [[nodiscard]] Result<Bytes> signedCapability(const HttpRequest& request);
    [[nodiscard]] HttpResponse blobOf(const HttpRequest& request, std::string_view cid,
                                      std::string_view type) const;

    GatewayLog& m_log;
    GatewayStore& m_store;
    OpeningCounts& m_openings;
    const content::BlobStore& m_blobs;
    const RequestGuard& m_guard;
    audit::Log& m_audit;
    crypto::SigningKey m_capabilityKey;
    const Clock& m_clock;
    GatewayServiceOptions m_options;
    RateLimiter m_capabilities;
    RateLimiter m_registrations;
    RateLimiter m_writes;
};

/// The OpenAPI 3.1 description of the gateway, as served at /openapi.json.
std::string_view openApiDocument();

}  // namespace keyreel::gateway
