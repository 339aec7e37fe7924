#include "core/gateway/gateway_client.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/pause.h"
#include "core/base/text.h"
#include "core/crypto/cbor.h"
#include "core/crypto/jitter.h"
#include "core/gateway/faults.h"
#include "core/gateway/json_reader.h"

namespace keyreel::gateway {

namespace {

/// Together with the pauses longer than a server holds on to a connection that broke without a word.
constexpr int kMaxStumbles = 7;
constexpr std::chrono::milliseconds kFirstPause{200};
constexpr std::chrono::milliseconds kLongestPause{5000};
/// Twice as long as a gateway remembers how often it was asked.
constexpr int kMaxStandBacks = 40;
/// A gateway reads a finished upload again to check its CID; slow disks must not look like a dead server.
constexpr std::uint64_t kCheckedBytesPerSecond = 20'000'000;

std::optional<std::uint64_t> wholeNumber(std::string_view text) {
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

tl::unexpected<Error> badResponse(const std::string& what) {
    return fail("bad_response", "The gateway " + what + ".", kNonsenseNext);
}

Result<std::vector<TreeHash>> hashesOf(const HttpClientResponse& response) {
    KEYREEL_TRY(const nlohmann::json value, parseJson(response.body));
    JsonReader in(value, "proof");
    KEYREEL_TRY(const nlohmann::json* list, in.array("hashes", 128));
    std::vector<TreeHash> out;
    for (const nlohmann::json& each : *list) {
        if (!each.is_string()) return badResponse("sent a malformed proof");
        KEYREEL_TRY(const TreeHash hash, fromHexExact<32>(each.get_ref<const std::string&>()));
        out.push_back(hash);
    }
    return out;
}

Result<std::vector<Bytes>> entriesOf(const HttpClientResponse& response) {
    KEYREEL_TRY(const cbor::Value value, cbor::decode(response.body));
    KEYREEL_TRY(const std::vector<cbor::Value>* list, value.asArray());
    if (list->size() > kMaxEntriesPerRequest)
        return badResponse("sent more log entries than one request gives");
    std::vector<Bytes> out;
    for (const cbor::Value& each : *list) {
        KEYREEL_TRY(const ByteView entry, each.asBytes());
        out.push_back(toBytes(entry));
    }
    return out;
}

}  // namespace

GatewayClient::GatewayClient(std::shared_ptr<const HttpClient> http, const Clock& clock,
                             std::optional<RequestSigner> signer)
    : m_http(std::move(http)), m_clock(&clock), m_signer(std::move(signer)) {}

Result<GatewayClient> GatewayClient::create(const std::string& url, const Clock& clock,
                                            HttpClientOptions options, std::optional<RequestSigner> signer) {
    KEYREEL_TRY(const Url origin, Url::parse(url));
    KEYREEL_TRY(HttpClient http, HttpClient::create(origin, std::move(options)));
    return GatewayClient(std::make_shared<const HttpClient>(std::move(http)), clock, std::move(signer));
}

Result<HttpClientResponse> GatewayClient::get(const std::string& target, std::stop_token stop) const {
    HttpClientRequest request;
    request.target = target;
    KEYREEL_TRY(HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return response;
}

Result<HttpClientResponse> GatewayClient::sendSigned(HttpClientRequest request, std::stop_token stop) const {
    if (!m_signer)
        return fail("not_signed_in", "The request needs a device key to sign it.",
                    "Create or unlock your identity.");
    SignedMessage message{request.method, origin().origin() + request.target, std::move(request.fields)};
    KEYREEL_CHECK(signRequest(message, request.body, *m_signer, m_clock->now()));
    request.fields = std::move(message.fields);
    KEYREEL_TRY(HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return response;
}

Result<GatewayInfo> GatewayClient::info(std::stop_token stop) const {
    KEYREEL_TRY(const HttpClientResponse response, get("/v1/gateway", stop));
    return understood(gatewayInfoFromJson(response.body));
}

Result<std::vector<NodeListing>> GatewayClient::nodes(std::stop_token stop) const {
    KEYREEL_TRY(const HttpClientResponse response, get("/v1/nodes", stop));
    return understood(nodeListingsFromJson(response.body));
}

Result<Bytes> GatewayClient::logHead(std::stop_token stop) const {
    KEYREEL_TRY(HttpClientResponse response, get("/v1/log/head", stop));
    return std::move(response.body);
}

Result<std::vector<Bytes>> GatewayClient::logEntries(std::uint64_t start, std::uint64_t end,
                                                     std::stop_token stop) const {
    KEYREEL_TRY(const HttpClientResponse response,
                get("/v1/log/entries?start=" + std::to_string(start) + "&end=" + std::to_string(end), stop));
    return understood(entriesOf(response));
}

Result<std::vector<TreeHash>> GatewayClient::inclusionProof(std::uint64_t index, std::uint64_t treeSize,
                                                            std::stop_token stop) const {
    KEYREEL_TRY(
        const HttpClientResponse response,
        get("/v1/log/proof/inclusion?index=" + std::to_string(index) + "&size=" + std::to_string(treeSize),
            stop));
    return understood(hashesOf(response));
}

Result<std::vector<TreeHash>> GatewayClient::consistencyProof(std::uint64_t first, std::uint64_t second,
                                                              std::stop_token stop) const {
    KEYREEL_TRY(
        const HttpClientResponse response,
        get("/v1/log/proof/consistency?first=" + std::to_string(first) + "&second=" + std::to_string(second),
            stop));
    return understood(hashesOf(response));
}

Result<StatementReceipt> GatewayClient::submitStatement(ByteView statement, std::stop_token stop) const {
    HttpClientRequest request;
    request.method = "POST";
    request.target = "/v1/log/statements";
    request.fields.set("Content-Type", "application/cose; cose-type=\"cose-sign1\"");
    request.body = toBytes(statement);
    if (m_signer) {
        KEYREEL_TRY(const HttpClientResponse response, sendSigned(std::move(request), stop));
        return understood(statementReceiptFromJson(response.body));
    }
    KEYREEL_TRY(const HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return understood(statementReceiptFromJson(response.body));
}

Result<std::optional<std::uint64_t>> GatewayClient::blobSize(const std::string& cid,
                                                             std::stop_token stop) const {
    HttpClientRequest request;
    request.method = "HEAD";
    request.target = "/v1/blobs/" + percentEncode(cid);
    KEYREEL_TRY(const HttpClientResponse response, m_http->send(request, stop));
    if (response.status == 404) return std::optional<std::uint64_t>();
    const auto size = wholeNumber(response.fields.value("Content-Length"));
    if (response.status != 200 || !size)
        return badResponse("answered with status " + std::to_string(response.status) +
                           " when asked for a blob");
    return size;
}

Result<Bytes> GatewayClient::blobRange(const std::string& cid, std::uint64_t offset, std::uint64_t length,
                                       std::stop_token stop) const {
    if (length == 0) return Bytes();
    HttpClientRequest request;
    request.target = "/v1/blobs/" + percentEncode(cid);
    request.fields.set("Range",
                       "bytes=" + std::to_string(offset) + "-" + std::to_string(offset + length - 1));
    KEYREEL_TRY(HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    if (response.status != 206 || response.body.size() != length)
        return badResponse("sent " + std::to_string(response.body.size()) +
                           " bytes of a blob when asked for " + std::to_string(length));
    return std::move(response.body);
}

Status GatewayClient::blob(const std::string& cid, const std::function<Status(ByteView)>& sink,
                           std::stop_token stop) const {
    HttpClientRequest request;
    request.target = "/v1/blobs/" + percentEncode(cid);
    request.sink = sink;
    KEYREEL_TRY(const HttpClientResponse response, m_http->send(request, stop));
    if (!response.ok()) return tl::unexpected<Error>(errorOfResponse(response));
    return {};
}

Status GatewayClient::publishEntry(const CatalogueEntry& entry, std::stop_token stop) const {
    HttpClientRequest request;
    request.method = "PUT";
    request.target = "/v1/assets/" + toHex(entry.contentId);
    request.fields.set("Content-Type", "application/json");
    request.body = toBytes(toJson(entry));
    KEYREEL_CHECK(sendSigned(std::move(request), stop));
    return {};
}

Result<CatalogueEntry> GatewayClient::entry(const ContentId& contentId, std::stop_token stop) const {
    KEYREEL_TRY(const HttpClientResponse response, get("/v1/assets/" + toHex(contentId), stop));
    return understood(catalogueEntryFromJson(response.body));
}

Result<CataloguePage> GatewayClient::catalogue(const CatalogueQuery& query, std::stop_token stop) const {
    std::string target = "/v1/assets?limit=" + std::to_string(query.limit);
    if (!query.search.empty()) target += "&search=" + percentEncode(query.search);
    if (!query.cursor.empty()) target += "&cursor=" + percentEncode(query.cursor);
    KEYREEL_TRY(const HttpClientResponse response, get(target, stop));
    return understood(cataloguePageFromJson(response.body));
}

Result<Bytes> GatewayClient::manifest(const ContentId& contentId, std::stop_token stop) const {
    KEYREEL_TRY(HttpClientResponse response, get("/v1/assets/" + toHex(contentId) + "/manifest", stop));
    return std::move(response.body);
}

Result<Bytes> GatewayClient::requestCapability(const CapabilityRequest& capability,
                                               std::stop_token stop) const {
    HttpClientRequest request;
    request.method = "POST";
    request.target = "/v1/capabilities";
    request.fields.set("Content-Type", "application/json");
    request.body = toBytes(toJson(capability));
    KEYREEL_TRY(HttpClientResponse response, sendSigned(std::move(request), stop));
    return std::move(response.body);
}

Result<HttpClientResponse> GatewayClient::getSigned(const std::string& target, std::stop_token stop) const {
    HttpClientRequest request;
    request.target = target;
    return sendSigned(std::move(request), stop);
}

Result<std::vector<OpeningDay>> GatewayClient::openings(const ContentId& contentId,
                                                        std::stop_token stop) const {
    KEYREEL_TRY(const HttpClientResponse response,
                getSigned("/v1/assets/" + toHex(contentId) + "/openings", stop));
    return understood(openingDaysFromJson(response.body));
}

Result<std::vector<DeviceOpening>> GatewayClient::openingsOf(const PublicKey& account,
                                                             std::stop_token stop) const {
    KEYREEL_TRY(const HttpClientResponse response,
                getSigned("/v1/accounts/" + toHex(account) + "/openings", stop));
    return understood(deviceOpeningsFromJson(response.body));
}

Result<std::string> GatewayClient::createUpload(const UploadRequest& upload, std::uint64_t size,
                                                std::stop_token stop) const {
    HttpClientRequest request;
    request.method = "POST";
    request.target = "/v1/uploads";
    request.fields.set("Tus-Resumable", "1.0.0");
    request.fields.set("Upload-Length", std::to_string(size));
    request.fields.set("Upload-Metadata", "cid " + toBase64(asBytes(upload.cid)));
    KEYREEL_TRY(const HttpClientResponse response, sendSigned(std::move(request), stop));
    KEYREEL_TRY(const Url url, understood(origin().resolve(response.fields.value("Location"))));
    if (url.origin() != origin().origin()) return badResponse("wants the upload to go to another server");
    if (upload.created) upload.created(url.text());
    return url.text();
}

Result<std::optional<std::uint64_t>> GatewayClient::uploadOffset(const std::string& text,
                                                                 std::stop_token stop) const {
    const auto url = Url::parse(text);
    if (!url || url->origin() != origin().origin()) return std::optional<std::uint64_t>();
    HttpClientRequest request;
    request.method = "HEAD";
    request.target = url->target;
    request.fields.set("Tus-Resumable", "1.0.0");
    KEYREEL_TRY(const HttpClientResponse response, m_http->send(request, stop));
    if (response.status == 404) return std::optional<std::uint64_t>();
    const auto offset = wholeNumber(response.fields.value("Upload-Offset"));
    if (!response.ok() || !offset)
        return badResponse("answered with status " + std::to_string(response.status) +
                           " when asked for an upload");
    return offset;
}

Status GatewayClient::terminateUpload(const std::string& uploadUrl, std::stop_token stop) const {
    KEYREEL_TRY(const Url url, Url::parse(uploadUrl));
    if (url.origin() != origin().origin()) return badResponse("does not hold " + uploadUrl);
    HttpClientRequest request;
    request.method = "DELETE";
    request.target = url.target;
    request.fields.set("Tus-Resumable", "1.0.0");
    const auto response = sendSigned(std::move(request), stop);
    if (!response && response.error().code != "upload_missing")
        return tl::unexpected<Error>(response.error());
    return {};
}

Status GatewayClient::upload(const UploadRequest& upload, std::stop_token stop,
                             const ProgressSink& progress) const {
    KEYREEL_TRY(const File file, File::openForReading(upload.file));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    const auto changed = [&] {
        return fail("file_changed", upload.file.string() + " changed while it was uploaded.",
                    "Publish it again.");
    };
    std::string url = upload.uploadUrl;
    std::optional<std::uint64_t> offset;
    int stumbles = 0;
    int standBacks = 0;
    // One round: find out where the server stands, then send one piece.
    while (true) {
        const Status round = [&]() -> Status {
            if (!offset) {
                KEYREEL_TRY(const std::optional<std::uint64_t> stored, blobSize(upload.cid, stop));
                if (stored) {
                    offset = size;
                    return {};
                }
                if (!url.empty()) {
                    KEYREEL_TRY(offset, uploadOffset(url, stop));
                }
                if (!offset) {
                    KEYREEL_TRY(url, createUpload(upload, size, stop));
                    offset = 0;
                    if (size == 0) return {};
                }
            }
            if (*offset > size) return changed();
            std::uint64_t count = std::min(std::max<std::uint64_t>(upload.pieceSize, 1), size - *offset);
            if (upload.limit) {
                count = upload.limit->pieceOf(count);
                if (const auto wait = upload.limit->take(count);
                    wait.count() > 0 && !pause(std::chrono::ceil<std::chrono::milliseconds>(wait), stop))
                    return cancelled("The upload of " + upload.file.string());
            }
            KEYREEL_TRY(const std::uint64_t sizeNow, file.size());
            HttpClientRequest request;
            request.body.resize(static_cast<std::size_t>(count));
            if (sizeNow != size || !file.readAt(*offset, request.body)) return changed();
            KEYREEL_TRY(const Url target, Url::parse(url));
            request.method = "PATCH";
            request.target = target.target;
            request.fields.set("Tus-Resumable", "1.0.0");
            request.fields.set("Content-Type", "application/offset+octet-stream");
            request.fields.set("Upload-Offset", std::to_string(*offset));
            if (*offset + count == size)
                request.idleTimeout = std::chrono::seconds(20 + size / kCheckedBytesPerSecond);
            if (progress)
                request.uploadProgress = [&, base = *offset](const Progress& piece) {
                    progress({base + piece.done, size});
                };
            KEYREEL_TRY(const HttpClientResponse response, sendSigned(std::move(request), stop));
            const auto now = wholeNumber(response.fields.value("Upload-Offset"));
            if (!now || *now != *offset + count) return badResponse("lost count of the upload");
            offset = *now;
            return {};
        }();
        if (round && offset == size) {
            if (progress) progress({size, size});
            return {};
        }
        if (round) {
            stumbles = standBacks = 0;
            continue;
        }
        const std::string& code = round.error().code;
        if (code == "blob_mismatch")
            return fail("cid_mismatch", upload.file.string() + " is not the content that its CID names.",
                        "Publish it again.");
        if (code == "rate_limited" && ++standBacks <= kMaxStandBacks) {
            if (!pause(crypto::jittered(upload.standBack), stop))
                return cancelled("The upload of " + upload.file.string());
            continue;
        }
        const bool passing = isUnreachable(round.error()) || code == "offset_conflict" ||
                             code == "upload_busy" || code == "upload_missing" || code == "busy" ||
                             code == "digest_mismatch";
        if (!passing || ++stumbles > kMaxStumbles) return round;
        if (!pause(crypto::jittered(std::min(kFirstPause * (1 << (stumbles - 1)), kLongestPause)), stop))
            return cancelled("The upload of " + upload.file.string());
        offset.reset();
    }
}

}  // namespace keyreel::gateway
