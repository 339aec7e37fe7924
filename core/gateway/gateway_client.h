#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/gateway/gateway_api.h"
#include "core/gateway/http_client.h"
#include "core/gateway/message_signature.h"
#include "core/gateway/upload_limit.h"

namespace keyreel::gateway {

struct UploadRequest {
    std::filesystem::path file;
    std::string cid;
    /// From an earlier attempt: continues at the server's offset. Empty, or no longer known there: starts
    /// anew.
    std::string uploadUrl;
    /// Called with the URL before the first byte moves, so that the caller can persist it.
    std::function<void(const std::string& uploadUrl)> created;
    /// Bytes per signed request.
    std::uint64_t pieceSize = 4u << 20;
    /// How fast it may go, together with all others that share it; null: as fast as it can.
    std::shared_ptr<UploadLimit> limit;
    /// How long to stand back when the gateway is asked too often; it is asked again for ten minutes or so.
    std::chrono::milliseconds standBack{15'000};
};

/// The gateway as the studio, the CLI and the key nodes use it. Reads need no signer; writes are signed with
/// the device key (RFC 9421) when one was given, else fail with `not_signed_in`. Nothing returned here is
/// trusted: heads, statements and manifests carry signatures which the caller verifies through `rights` and
/// `package`. Errors: those of HttpClient, and the gateway's own codes as they are. Thread: any number of
/// threads; each call runs on its caller's thread and heeds its stop token within 100 ms.
class GatewayClient {
public:
    /// `url`: origin of the gateway, e.g. `https://127.0.0.1:8443`. `clock` must outlive the client.
    static Result<GatewayClient> create(const std::string& url, const Clock& clock,
                                        HttpClientOptions options = {},
                                        std::optional<RequestSigner> signer = std::nullopt);

    /// GET /v1/gateway
    [[nodiscard]] Result<GatewayInfo> info(std::stop_token stop = {}) const;
    /// GET /v1/nodes. Informational: which nodes a creator seals to is the creator's choice.
    [[nodiscard]] Result<std::vector<NodeListing>> nodes(std::stop_token stop = {}) const;

    /// GET /v1/log/head: a signed tree head (COSE_Sign1, core/rights).
    [[nodiscard]] Result<Bytes> logHead(std::stop_token stop = {}) const;
    /// GET /v1/log/entries: the statements [start, end), at most kMaxEntriesPerRequest of them and as many as
    /// fit.
    [[nodiscard]] Result<std::vector<Bytes>> logEntries(std::uint64_t start, std::uint64_t end,
                                                        std::stop_token stop = {}) const;
    /// RFC 9162 section 2.1.3: hashes from the leaf upwards, for the tree of `treeSize`.
    [[nodiscard]] Result<std::vector<TreeHash>> inclusionProof(std::uint64_t index, std::uint64_t treeSize,
                                                               std::stop_token stop = {}) const;
    /// RFC 9162 section 2.1.4.
    [[nodiscard]] Result<std::vector<TreeHash>> consistencyProof(std::uint64_t first, std::uint64_t second,
                                                                 std::stop_token stop = {}) const;

    /// POST /v1/log/statements. The same bytes twice give the same index. Only a DeviceRegistration goes
    /// without a signer: it is what makes a device able to sign.
    [[nodiscard]] Result<StatementReceipt> submitStatement(ByteView statement,
                                                           std::stop_token stop = {}) const;

    /// tus 1.0 in signed pieces; a blob that the gateway has already is not sent. Progress in bytes at the
    /// server. Codes of its own: `file_changed` (the file no longer has the size it had), `cid_mismatch`.
    [[nodiscard]] Status upload(const UploadRequest& request, std::stop_token stop = {},
                                const ProgressSink& progress = {}) const;

    /// DELETE of an upload that was begun (tus termination). One that the gateway no longer has is no error.
    [[nodiscard]] Status terminateUpload(const std::string& uploadUrl, std::stop_token stop = {}) const;

    /// HEAD /v1/blobs/{cid}: its size, or nullopt when the gateway does not have it.
    [[nodiscard]] Result<std::optional<std::uint64_t>> blobSize(const std::string& cid,
                                                                std::stop_token stop = {}) const;
    /// Exactly `length` bytes from `offset`, or an error. `length` at most maxResponseBytes.
    [[nodiscard]] Result<Bytes> blobRange(const std::string& cid, std::uint64_t offset, std::uint64_t length,
                                          std::stop_token stop = {}) const;
    /// The whole blob, piece by piece. The caller verifies the CID.
    [[nodiscard]] Status blob(const std::string& cid, const std::function<Status(ByteView)>& sink,
                              std::stop_token stop = {}) const;

    /// PUT /v1/assets/{contentId}: needs the asset's mint in the log, its blobs uploaded, and a device of its
    /// creator. May be repeated; the newest stands.
    [[nodiscard]] Status publishEntry(const CatalogueEntry& entry, std::stop_token stop = {}) const;
    /// GET /v1/assets/{contentId}; code `asset_unknown`.
    [[nodiscard]] Result<CatalogueEntry> entry(const ContentId& contentId, std::stop_token stop = {}) const;
    /// GET /v1/assets?search&cursor&limit, newest first.
    [[nodiscard]] Result<CataloguePage> catalogue(const CatalogueQuery& query,
                                                  std::stop_token stop = {}) const;
    /// GET /v1/assets/{contentId}/manifest: the creator-signed manifest, as its CID in the mint names it.
    [[nodiscard]] Result<Bytes> manifest(const ContentId& contentId, std::stop_token stop = {}) const;

    /// POST /v1/capabilities: a CWT (COSE_Sign1 bytes) for this device.
    [[nodiscard]] Result<Bytes> requestCapability(const CapabilityRequest& request,
                                                  std::stop_token stop = {}) const;

    /// GET /v1/assets/{contentId}/openings: how often it was opened, by day, the newest first. For its maker;
    /// the gateway's word. Code `not_creator`.
    [[nodiscard]] Result<std::vector<OpeningDay>> openings(const ContentId& contentId,
                                                           std::stop_token stop = {}) const;
    /// GET /v1/accounts/{account}/openings: when each of its devices last asked to open something. For a
    /// device of that account; the gateway's word.
    [[nodiscard]] Result<std::vector<DeviceOpening>> openingsOf(const PublicKey& account,
                                                                std::stop_token stop = {}) const;

    [[nodiscard]] const Url& origin() const { return m_http->origin(); }
    /// See HttpClient.
    [[nodiscard]] std::string keyAgreement() const { return m_http->keyAgreement(); }

private:
    GatewayClient(std::shared_ptr<const HttpClient> http, const Clock& clock,
                  std::optional<RequestSigner> signer);
    [[nodiscard]] Result<HttpClientResponse> get(const std::string& target, std::stop_token stop) const;
    [[nodiscard]] Result<HttpClientResponse> getSigned(const std::string& target, std::stop_token stop) const;
    [[nodiscard]] Result<HttpClientResponse> sendSigned(HttpClientRequest request,
                                                        std::stop_token stop) const;
    [[nodiscard]] Result<std::string> createUpload(const UploadRequest& request, std::uint64_t size,
                                                   std::stop_token stop) const;
    [[nodiscard]] Result<std::optional<std::uint64_t>> uploadOffset(const std::string& url,
                                                                    std::stop_token stop) const;

    std::shared_ptr<const HttpClient> m_http;
    const Clock* m_clock;
    std::optional<RequestSigner> m_signer;
};

}  // namespace keyreel::gateway
