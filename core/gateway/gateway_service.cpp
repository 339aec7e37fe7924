#include "core/gateway/gateway_service.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/crypto/cbor.h"
#include "core/crypto/random.h"
#include "core/crypto/suites.h"
#include "core/custody/capability.h"
#include "core/gateway/byte_range.h"

namespace keyreel::gateway {

namespace {

constexpr std::uint64_t kEntriesBytes = 2u << 20;
constexpr std::uint64_t kEntryDocumentLimit = 2u << 20;
constexpr std::uint64_t kNodesFileLimit = 1u << 20;
constexpr std::size_t kFingerprint = 16;
constexpr std::uint64_t kMaxPage = 200;

Result<std::uint64_t> number(const HttpRequest& request, const char* name) {
    const std::string_view text = request.queryValue(name);
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || stop != text.data() + text.size())
        return fail("bad_request",
                    "The query parameter \"" + std::string(name) + "\" is missing or no whole number.");
    return value;
}

Result<ContentId> contentIdOf(const HttpRequest& request) {
    auto id = fromHexExact<16>(request.parameter("contentId"));
    if (!id) return fail("bad_request", "The content id is not 32 hexadecimal digits.");
    return *id;
}

std::string accessText(rights::AccessMethod method) {
    switch (method) {
        case rights::AccessMethod::Free:
            return "free";
        case rights::AccessMethod::BuyOnce:
            return "buy_once";
        case rights::AccessMethod::BuyAndResell:
            return "buy_and_resell";
        case rights::AccessMethod::Granted:
            return "granted";
    }
    return "granted";
}

HttpResponse proofResponse(const Result<std::vector<TreeHash>>& proof) {
    if (!proof) return refusal(proof.error());
    nlohmann::json hashes = nlohmann::json::array();
    for (const TreeHash& hash : *proof)
        hashes.push_back(toHex(hash));
    return HttpResponse::json(200, nlohmann::json{{"hashes", std::move(hashes)}}.dump());
}

std::string fingerprint(ByteView key) {
    return toHex(key).substr(0, kFingerprint);
}

HttpResponse unstored(HttpResponse response) {
    response.fields.set("Cache-Control", "no-store");
    return response;
}

tl::unexpected<Error> unknownAsset() {
    return fail("asset_unknown", "There is no such asset here.", "Check the link.");
}

}  // namespace

GatewayService::GatewayService(GatewayLog& log, GatewayStore& store, OpeningCounts& openings,
                               const content::BlobStore& blobs, const RequestGuard& guard, audit::Log& audit,
                               crypto::SigningKey capabilityKey, const Clock& clock,
                               GatewayServiceOptions options)
    : m_log(log),
      m_store(store),
      m_openings(openings),
      m_blobs(blobs),
      m_guard(guard),
      m_audit(audit),
      m_capabilityKey(std::move(capabilityKey)),
      m_clock(clock),
      m_options(std::move(options)),
      m_capabilities(m_options.capabilities),
      m_registrations(m_options.registrations),
      m_writes(m_options.writes) {}

std::vector<HttpRoute> GatewayService::routes() {
    std::vector<HttpRoute> routes;
    using Request = const HttpRequest&;
    const auto get = [&](const char* pattern, HttpRoute::Handler handler,
                         std::vector<std::string> query = {}) {
        routes.push_back({"GET", pattern, std::move(handler), 0, std::move(query), false});
    };
    const auto write = [&](const char* method, const char* pattern, HttpRoute::Handler handler,
                           std::uint64_t limit) {
        routes.push_back({method, pattern, std::move(handler), limit, {}, true});
    };
    get("/healthz", [](Request) { return HttpResponse::json(200, R"({"status":"ok"})"); });
    get("/openapi.json", [](Request) { return HttpResponse::json(200, std::string(openApiDocument())); });
    get("/v1/gateway", [this](Request) { return info(); });
    get("/v1/nodes", [this](Request) { return nodes(); });
    get("/v1/log/head", [this](Request) { return logHead(); });
    get("/v1/log/entries", [this](Request request) { return logEntries(request); }, {"start", "end"});
    get("/v1/log/proof/inclusion", [this](Request request) { return inclusionProof(request); },
        {"index", "size"});
    get("/v1/log/proof/consistency", [this](Request request) { return consistencyProof(request); },
        {"first", "second"});
    write(
        "POST", "/v1/log/statements", [this](Request request) { return appendStatement(request); },
        rights::kMaxStatementBytes);
    get("/v1/blobs/{cid}", [this](Request request) { return blob(request); });
    get("/v1/assets", [this](Request request) { return catalogue(request); }, {"search", "cursor", "limit"});
    get("/v1/assets/{contentId}", [this](Request request) { return asset(request); });
    write(
        "PUT", "/v1/assets/{contentId}", [this](Request request) { return publishAsset(request); },
        kEntryDocumentLimit);
    get("/v1/assets/{contentId}/manifest", [this](Request request) { return manifest(request); });
    // Signed, unlike all other reads: what somebody opens is nobody else's business.
    write(
        "GET", "/v1/assets/{contentId}/openings", [this](Request request) { return filmOpenings(request); },
        0);
    write(
        "GET", "/v1/accounts/{account}/openings",
        [this](Request request) { return accountOpenings(request); }, 0);
    get("/v1/assets/{contentId}/{file}", [this](Request request) { return assetFile(request); });
    write(
        "POST", "/v1/capabilities", [this](Request request) { return issueCapability(request); }, 4096);
    return routes;
}

HttpResponse GatewayService::info() const {
    GatewayInfo info;
    info.name = m_options.name;
    info.logKey = m_log.key();
    info.capabilityKey = capabilityKey();
    info.hasSuite2 = crypto::hasSuite(crypto::kSuiteHybrid);
    return HttpResponse::json(200, toJson(info));
}

HttpResponse GatewayService::nodes() const {
    if (m_options.nodesFile.empty()) return HttpResponse::json(200, toJson(std::vector<NodeListing>()));
    const auto bytes = readFile(m_options.nodesFile, kNodesFileLimit);
    if (!bytes && bytes.error().code == "file_missing")
        return HttpResponse::json(200, toJson(std::vector<NodeListing>()));
    if (!bytes) return refusal(bytes.error());
    const auto nodes = nodeListingsFromJson(*bytes);
    if (!nodes) return HttpResponse::error(500, nodes.error());
    return HttpResponse::json(200, toJson(*nodes));
}

HttpResponse GatewayService::logHead() {
    auto head = m_log.head();
    if (!head) return refusal(head.error());
    return unstored(HttpResponse::bytes(200, "application/cose; cose-type=\"cose-sign1\"", std::move(*head)));
}

HttpResponse GatewayService::logEntries(const HttpRequest& request) const {
    const auto start = number(request, "start");
    if (!start) return refusal(start.error());
    const auto end = number(request, "end");
    if (!end) return refusal(end.error());
    if (*start >= *end || *start >= m_log.size())
        return refusal({"merkle_range", "The log has no such entries.", ""});
    const auto entries =
        m_store.entries(*start, std::min(*end, *start + kMaxEntriesPerRequest), kEntriesBytes);
    if (!entries) return refusal(entries.error());
    cbor::Value list = cbor::Value::array();
    for (const Bytes& entry : *entries)
        list.add(cbor::Value::bytes(entry));
    return HttpResponse::bytes(200, "application/cbor", cbor::encode(list));
}

HttpResponse GatewayService::inclusionProof(const HttpRequest& request) const {
    const auto index = number(request, "index");
    if (!index) return refusal(index.error());
    const auto size = number(request, "size");
    if (!size) return refusal(size.error());
    return proofResponse(m_log.inclusionProof(*index, *size));
}

HttpResponse GatewayService::consistencyProof(const HttpRequest& request) const {
    const auto first = number(request, "first");
    if (!first) return refusal(first.error());
    const auto second = number(request, "second");
    if (!second) return refusal(second.error());
    return proofResponse(m_log.consistencyProof(*first, *second));
}

HttpResponse GatewayService::appendStatement(const HttpRequest& request) {
    const auto statement = rights::verifyStatement(request.body);
    if (!statement) return refusal(statement.error());
    // A device cannot sign as registered before it is: its registration authenticates itself, by its account.
    const bool isRegistration = std::holds_alternative<rights::DeviceRegistration>(*statement);
    if (!isRegistration) {
        const auto device = m_guard.deviceWithBody(request, {});
        if (!device) return refusal(device.error());
        // What is in the log already costs nothing and is answered as before: a client that lost the answer.
        if (!m_log.contains(request.body)) {
            if (const Status allowed = countWrite(*device); !allowed) return refusal(allowed.error());
        }
    } else if (!m_log.contains(request.body)) {
        const Status allowed = m_registrations.issue(networkOf(request.remoteAddress), m_clock.now());
        if (!allowed) return refusal(allowed.error());
    }
    const auto appended = m_log.append(request.body);
    if (!appended) return refusal(appended.error());
    if (appended->isNew) {
        const auto recorded = m_audit.append("statement_appended",
                                             {{"index", static_cast<std::int64_t>(appended->receipt.index)},
                                              {"leaf", fingerprint(rights::leafHash(request.body))}});
        if (!recorded) return refusal(recorded.error());
    }
    return HttpResponse::json(appended->isNew ? 201 : 200, toJson(appended->receipt));
}

HttpResponse GatewayService::blobOf(const HttpRequest& request, std::string_view text,
                                    std::string_view type) const {
    const auto cid = content::Cid::parse(text);
    if (!cid) return refusal({"bad_cid", "This is no content id of a blob.", ""});
    auto reader = m_blobs.open(*cid);
    if (!reader) return refusal(reader.error());
    return blobResponse(request, std::move(*reader), text, type);
}

HttpResponse GatewayService::blob(const HttpRequest& request) const {
    return blobOf(request, request.parameter("cid"), "application/octet-stream");
}

HttpResponse GatewayService::catalogue(const HttpRequest& request) const {
    CatalogueQuery query;
    query.search = std::string(request.queryValue("search"));
    query.cursor = std::string(request.queryValue("cursor"));
    if (query.search.size() > 200) return refusal({"bad_request", "The search text is too long.", ""});
    if (request.query.count("limit") != 0) {
        const auto limit = number(request, "limit");
        if (!limit) return refusal(limit.error());
        if (*limit < 1 || *limit > kMaxPage)
            return refusal({"bad_request",
                            "A page holds between 1 and " + std::to_string(kMaxPage) + " assets.",
                            "Ask for a number in between, and go on with the cursor."});
        query.limit = static_cast<unsigned>(*limit);
    }
    auto page = m_store.page(query);
    if (!page) return refusal(page.error());
    const auto gone = [this](const CatalogueEntry& entry) {
        const auto asset = m_log.asset(entry.contentId);
        return !asset || asset->unpublished;
    };
    page->entries.erase(std::remove_if(page->entries.begin(), page->entries.end(), gone),
                        page->entries.end());
    return HttpResponse::json(200, toJson(*page));
}

HttpResponse GatewayService::asset(const HttpRequest& request) const {
    const auto id = contentIdOf(request);
    if (!id) return refusal(id.error());
    const auto entry = m_store.asset(*id);
    if (!entry) return refusal(entry.error());
    if (!*entry) return refusal(unknownAsset().value());
    return HttpResponse::json(200, toJson(**entry));
}

Status GatewayService::countWrite(const PublicKey& device) {
    const std::int64_t now = m_clock.now();
    KEYREEL_CHECK(m_writes.issue(device, now));
    for (const PublicKey& account : m_log.accountsOf(device))
        KEYREEL_CHECK(m_writes.issue(account, now));
    return {};
}

Result<CatalogueEntry> GatewayService::checkedEntry(const HttpRequest& request) {
    KEYREEL_TRY(const PublicKey device, m_guard.deviceWithBody(request, rights::kPurposePublish));
    KEYREEL_CHECK(countWrite(device));
    KEYREEL_TRY(const ContentId id, contentIdOf(request));
    KEYREEL_TRY(CatalogueEntry entry, catalogueEntryFromJson(request.body));
    if (entry.contentId != id)
        return fail("bad_request", "The entry is for another content id than the address.");
    const auto asset = m_log.asset(id);
    if (!asset) return fail("asset_unknown", "This asset is not minted.", "Submit its mint first.");
    if (asset->unpublished) return fail("asset_unpublished", "This asset was unpublished by its creator.");
    if (!m_log.checkDevice(asset->mint.creator, device, rights::kPurposePublish))
        return fail("not_creator", "This device does not belong to the creator of the asset.",
                    "Publish from a device of the creator.");
    if (entry.title.empty()) return fail("bad_json", "The entry has no title.", "Give it one.");
    entry.creator = asset->mint.creator;
    entry.access = accessText(asset->terms.access);
    entry.manifestCid = asset->terms.manifestCid;
    entry.adult = (asset->terms.flags & rights::kFlagAdult) != 0;
    // A film whose details change is as old as it was.
    KEYREEL_TRY(const auto before, m_store.asset(id));
    entry.published = before ? before->published : m_clock.now();
    std::vector<std::pair<std::string, std::optional<std::uint64_t>>> needed = {
        {entry.manifestCid, std::nullopt}};
    if (!entry.coverCid.empty()) needed.emplace_back(entry.coverCid, std::nullopt);
    std::set<std::string> names = {"manifest", "openings"};
    for (const CatalogueFile& file : entry.files) {
        if (!names.insert(file.name).second)
            return fail("bad_json", "The file name \"" + file.name + "\" is reserved or given twice.");
        needed.emplace_back(file.cid, file.size);
    }
    for (const auto& [text, size] : needed) {
        KEYREEL_TRY(const content::Cid cid, content::Cid::parse(text));
        KEYREEL_TRY(const std::uint64_t stored, m_blobs.size(cid));
        if (size && *size != stored)
            return fail("bad_json", "The entry gives another size for " + text + " than it has.");
    }
    return entry;
}

HttpResponse GatewayService::publishAsset(const HttpRequest& request) {
    const auto entry = checkedEntry(request);
    if (!entry) return refusal(entry.error());
    if (const Status kept = m_store.putAsset(*entry); !kept) return refusal(kept.error());
    const auto recorded = m_audit.append("asset_published", {{"content_id", toHex(entry->contentId)},
                                                             {"creator", fingerprint(entry->creator)}});
    if (!recorded) return refusal(recorded.error());
    return HttpResponse::json(200, toJson(*entry));
}

HttpResponse GatewayService::manifest(const HttpRequest& request) const {
    const auto id = contentIdOf(request);
    if (!id) return refusal(id.error());
    const auto asset = m_log.asset(*id);
    if (!asset) return refusal(unknownAsset().value());
    HttpResponse response = blobOf(request, asset->terms.manifestCid, "application/octet-stream");
    // Unlike the blob itself, what this address names changes with the next update of the asset.
    response.fields.set("Cache-Control", "no-cache");
    return response;
}

HttpResponse GatewayService::assetFile(const HttpRequest& request) const {
    const auto id = contentIdOf(request);
    if (!id) return refusal(id.error());
    const auto entry = m_store.asset(*id);
    if (!entry) return refusal(entry.error());
    if (!*entry) return refusal(unknownAsset().value());
    for (const CatalogueFile& file : (*entry)->files) {
        if (file.name != request.parameter("file")) continue;
        HttpResponse response =
            blobOf(request, file.cid, file.mediaType.empty() ? "application/octet-stream" : file.mediaType);
        response.fields.set("Cache-Control", "no-cache");
        return response;
    }
    return refusal({"file_unknown", "The asset has no file of this name.", ""});
}

Result<Bytes> GatewayService::signedCapability(const HttpRequest& request) {
    KEYREEL_TRY(const PublicKey device, m_guard.deviceWithBody(request, rights::kPurposePlay));
    KEYREEL_TRY(const CapabilityRequest wanted, capabilityRequestFromJson(request.body));
    KEYREEL_CHECK(m_log.checkDevice(wanted.account, device, rights::kPurposePlay));
    const auto asset = m_log.asset(wanted.contentId);
    if (!asset) return unknownAsset();
    if (wanted.ephemeralKey.suite() != rights::suiteOf(asset->terms))
        return fail("suite_required",
                    "The film is sealed with suite " + std::to_string(rights::suiteOf(asset->terms)) +
                        "; the reply key is of suite " + std::to_string(wanted.ephemeralKey.suite()) + ".",
                    "Update Keyreel, or use a system that has this suite.");
    const std::int64_t now = m_clock.now();
    KEYREEL_CHECK(m_capabilities.issue(wanted.account, now));
    custody::Capability capability;
    capability.issuer = capabilityKey();
    capability.account = wanted.account;
    capability.device = device;
    capability.contentId = wanted.contentId;
    capability.tier = wanted.tier;
    capability.purpose = wanted.purpose;
    capability.ephemeralHash = custody::ephemeralKeyHash(wanted.ephemeralKey);
    capability.issuedAt = now;
    capability.expires = now + custody::kMaxCapabilityLife;
    capability.id = crypto::randomArray<16>();
    KEYREEL_TRY(Bytes bytes, custody::signCapability(capability, m_capabilityKey));
    KEYREEL_CHECK(m_audit.append("capability_issued", {{"account", fingerprint(wanted.account)},
                                                       {"device", fingerprint(device)},
                                                       {"content_id", toHex(wanted.contentId)},
                                                       {"capability", toHex(capability.id)}}));
    // Whom the key nodes will turn away opens nothing.
    if (!m_log.hasAccess(wanted.account, wanted.contentId)) return bytes;
    if (const Status counted = m_openings.count(wanted.contentId, wanted.account, device, now); !counted)
        log(LogLevel::Warning, "gateway", "An opening is not counted: " + counted.error().what);
    return bytes;
}

HttpResponse GatewayService::issueCapability(const HttpRequest& request) {
    auto capability = signedCapability(request);
    if (!capability) return refusal(capability.error());
    return unstored(HttpResponse::bytes(201, "application/cwt", std::move(*capability)));
}

HttpResponse GatewayService::filmOpenings(const HttpRequest& request) const {
    const auto device = m_guard.deviceWithBody(request, rights::kPurposePublish);
    if (!device) return refusal(device.error());
    const auto id = contentIdOf(request);
    if (!id) return refusal(id.error());
    const auto asset = m_log.asset(*id);
    if (!asset) return refusal(unknownAsset().value());
    if (!m_log.checkDevice(asset->mint.creator, *device, rights::kPurposePublish))
        return refusal({"not_creator", "Only the maker of a film is told how often it is opened.",
                        "Ask from a device of the maker."});
    const auto days = m_openings.ofFilm(*id);
    if (!days) return refusal(days.error());
    return unstored(HttpResponse::json(200, toJson(*days)));
}

HttpResponse GatewayService::accountOpenings(const HttpRequest& request) const {
    const auto device = m_guard.deviceWithBody(request, rights::kPurposePublish);
    if (!device) return refusal(device.error());
    const auto account = fromHexExact<32>(request.parameter("account"));
    if (!account) return refusal({"bad_request", "The account is not 64 hexadecimal digits.", ""});
    // A device that was lent plays; what the lender's other ones open is not told to it.
    if (const Status own = m_log.checkDevice(*account, *device, rights::kPurposePublish); !own)
        return refusal(own.error());
    const auto openings = m_openings.ofAccount(*account);
    if (!openings) return refusal(openings.error());
    return unstored(HttpResponse::json(200, toJson(*openings)));
}

}  // namespace keyreel::gateway
