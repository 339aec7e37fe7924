#pragma once

#include <vector>

#include "core/audit/log.h"
#include "core/base/clock.h"
#include "core/content/upload_store.h"
#include "core/gateway/http_server.h"
#include "core/gateway/rate_limiter.h"
#include "core/gateway/request_guard.h"

namespace keyreel::gateway {

/// tus 1.0 (core, creation, checksum, termination) at /v1/uploads. `Upload-Metadata` carries the expected CID
/// under `cid`; the upload becomes a blob when its last byte has come and the CID is right. Creating, sending
/// and terminating are signed by a registered device, and only the device that created an upload may go on
/// with it. Thread: any; what is passed in outlives this.
class TusUploads {
public:
    /// `creations`: how often one device may begin an upload. By device alone: the number of unfinished ones
    /// is bounded by device as well, and another account is as easily had as another device.
    TusUploads(content::UploadStore& uploads, const RequestGuard& guard, audit::Log& audit,
               const Clock& clock, RatePolicy creations)
        : m_uploads(uploads), m_guard(guard), m_audit(audit), m_clock(clock), m_creations(creations) {}

    [[nodiscard]] std::vector<HttpRoute> routes();

private:
    using Decision = std::variant<HttpResponse, std::unique_ptr<BodySink>>;
    [[nodiscard]] HttpResponse options() const;
    HttpResponse create(const HttpRequest& request);
    HttpResponse offset(const HttpRequest& request);
    Decision patch(const HttpRequest& request);
    HttpResponse terminate(const HttpRequest& request);

    content::UploadStore& m_uploads;
    const RequestGuard& m_guard;
    audit::Log& m_audit;
    const Clock& m_clock;
    RateLimiter m_creations;
};

}  // namespace keyreel::gateway
