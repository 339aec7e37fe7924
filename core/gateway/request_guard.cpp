#include "core/gateway/request_guard.h"

#include <algorithm>
#include <map>

#include "core/crypto/hash.h"

namespace keyreel::gateway {

void RequestGuard::setOrigins(std::vector<std::string> origins) {
    m_origins = std::move(origins);
}

bool RequestGuard::isOurs(const std::string& origin) const {
    return std::find(m_origins.begin(), m_origins.end(), origin) != m_origins.end();
}

Result<PublicKey> RequestGuard::device(const HttpRequest& request, std::string_view purpose) const {
    const std::string origin = "https://" + std::string(request.fields.value("Host"));
    SignedMessage message{request.method, origin + request.target, request.fields};
    KEYREEL_TRY(const SignatureParameters parameters, verifyRequestSignature(message));
    if (!isOurs(origin))
        return fail("wrong_host", "The request is addressed to another server.",
                    "Use this gateway's own address.");
    const std::int64_t now = m_clock.now();
    if (parameters.created < now - kSignatureWindow || parameters.created > now + kSignatureWindow)
        return fail("signature_stale", "The request was not signed just now.",
                    "Check the clock of this computer.");
    KEYREEL_CHECK(m_log.checkDevice(parameters.key, purpose));
    // Last, and only for devices that may write at all: nobody else can fill the store.
    KEYREEL_CHECK(
        m_store.useNonce(parameters.key, parameters.nonce, parameters.created + kSignatureWindow, now));
    return parameters.key;
}

Result<PublicKey> RequestGuard::deviceWithBody(const HttpRequest& request, std::string_view purpose) const {
    if (request.fields.count("Content-Digest") == 1 &&
        !digestMatches(request.fields, crypto::sha256(request.body)))
        return fail("digest_mismatch", "The body is not the one that was signed.", "Send the request again.");
    return device(request, purpose);
}

unsigned statusOf(const std::string& code) {
    static const std::map<std::string, unsigned> table = {{"signature_missing", 401},
                                                          {"signature_invalid", 401},
                                                          {"signature_stale", 401},
                                                          {"replayed", 401},
                                                          {"device_unknown", 403},
                                                          {"device_revoked", 403},
                                                          {"not_creator", 403},
                                                          {"upload_not_yours", 403},
                                                          {"wrong_host", 421},
                                                          {"busy", 503},
                                                          {"unavailable", 503},
                                                          {"rate_limited", 429},
                                                          {"upload_quota", 429},
                                                          {"asset_unknown", 404},
                                                          {"blob_missing", 404},
                                                          {"upload_missing", 404},
                                                          {"file_unknown", 404},
                                                          {"merkle_range", 404},
                                                          {"statement_too_large", 413},
                                                          {"upload_too_long", 413},
                                                          {"too_many_uploads", 503},
                                                          {"store_full", 507},
                                                          {"disk_full", 507},
                                                          {"upload_busy", 423},
                                                          {"offset_conflict", 409},
                                                          {"asset_exists", 409},
                                                          {"statement_duplicate", 409},
                                                          {"registration_outdated", 409},
                                                          {"revocation_duplicate", 409},
                                                          {"revision_conflict", 409},
                                                          {"asset_unpublished", 409},
                                                          {"supply_exhausted", 409},
                                                          {"grant_duplicate", 409},
                                                          {"grant_needless", 409},
                                                          {"grant_revoked", 409},
                                                          {"order_used", 409},
                                                          {"blob_mismatch", 460},
                                                          {"checksum_mismatch", 460},
                                                          {"digest_mismatch", 400},
                                                          {"gateway_store_unusable", 500},
                                                          {"log_conflict", 500},
                                                          {"file_unwritable", 500},
                                                          {"file_unreadable", 500},
                                                          {"file_truncated", 500},
                                                          {"audit_broken", 500}};
    const auto found = table.find(code);
    return found == table.end() ? 400 : found->second;
}

HttpResponse refusal(const Error& error) {
    HttpResponse response = HttpResponse::error(statusOf(error.code), error);
    if (response.status == 429) response.fields.set("Retry-After", "60");
    return response;
}

}  // namespace keyreel::gateway
