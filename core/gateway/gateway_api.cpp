#include "core/gateway/gateway_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/gateway/json_reader.h"

namespace keyreel::gateway {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxFiles = 4096;
constexpr std::size_t kMaxTags = 32;
constexpr std::size_t kMaxNodes = 256;
constexpr std::size_t kMaxPage = 200;
constexpr std::uint64_t kMaxDay = 1u << 24;
constexpr std::uint64_t kMaxCount = std::uint64_t{1} << 53;

std::string text(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json valueOf(const NodeListing& node) {
    json value{{"url", node.url},
               {"name", node.name},
               {"operator", node.operatorName},
               {"signingKey", toHex(node.signingKey)},
               {"hpkeKey", toHex(node.hpkeKey)},
               {"replicaSize", node.replicaSize},
               {"replicaTime", node.replicaTime}};
    if (!node.xwingKey.empty()) value["xwingKey"] = toHex(node.xwingKey);
    return value;
}

/// A key of any suite, in hexadecimal digits.
Result<crypto::SealingPublicKey> sealingKeyOf(const JsonReader& in, const char* field) {
    KEYREEL_TRY(const std::string text, in.text(field, 2 * crypto::kXWingPublicKeySize));
    const auto bytes = fromHex(text);
    if (!bytes) return fail("bad_json", std::string(field) + " is no hexadecimal text.");
    auto key = crypto::SealingPublicKey::fromBytes(*bytes);
    if (!key) return fail("bad_json", std::string(field) + ": " + key.error().what);
    return *key;
}

Result<NodeListing> nodeOf(const json& value) {
    JsonReader in(value, "node");
    NodeListing node;
    KEYREEL_TRY(node.url, in.text("url", 512));
    KEYREEL_TRY(node.name, in.text("name", 200));
    KEYREEL_TRY(node.operatorName, in.text("operator", 200));
    KEYREEL_TRY(node.signingKey, in.hex<32>("signingKey"));
    KEYREEL_TRY(node.hpkeKey, in.hex<32>("hpkeKey"));
    if (in.has("xwingKey")) {
        KEYREEL_TRY(const crypto::SealingPublicKey key, sealingKeyOf(in, "xwingKey"));
        if (key.suite() != crypto::kSuiteHybrid) return fail("bad_json", "xwingKey is no X-Wing key.");
        node.xwingKey = toBytes(key.bytes());
    }
    KEYREEL_TRY(node.replicaSize, in.number("replicaSize", std::uint64_t{1} << 53, 0));
    KEYREEL_TRY(const std::uint64_t time, in.number("replicaTime", std::uint64_t{1} << 53, 0));
    node.replicaTime = static_cast<std::int64_t>(time);
    return node;
}

json valueOf(const CatalogueEntry& entry, bool withFiles) {
    json out = {{"contentId", toHex(entry.contentId)},
                {"title", entry.title},
                {"description", entry.description},
                {"creatorName", entry.creatorName},
                {"creator", toHex(entry.creator)},
                {"access", entry.access},
                {"manifestCid", entry.manifestCid},
                {"coverCid", entry.coverCid},
                {"durationMs", entry.durationMs},
                {"adult", entry.adult},
                {"tags", entry.tags},
                {"published", entry.published}};
    if (!withFiles) return out;
    json files = json::array();
    for (const CatalogueFile& file : entry.files)
        files.push_back(
            {{"name", file.name}, {"cid", file.cid}, {"size", file.size}, {"mediaType", file.mediaType}});
    out["files"] = std::move(files);
    return out;
}

bool isFileName(const std::string& name) {
    return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '-' || c == '_';
    });
}

bool isMediaType(const std::string& type) {
    return std::all_of(type.begin(), type.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

Result<CatalogueFile> fileOf(const json& value) {
    JsonReader in(value, "catalogue file");
    CatalogueFile file;
    KEYREEL_TRY(file.name, in.text("name", 128));
    KEYREEL_TRY(file.cid, in.text("cid", 128));
    KEYREEL_TRY(file.size, in.number("size", std::uint64_t{1} << 53));
    KEYREEL_TRY(file.mediaType, in.text("mediaType", 128));
    if (!isFileName(file.name) || !isMediaType(file.mediaType))
        return fail("bad_json",
                    "A catalogue file has a name or media type that cannot stand in an address or header.");
    return file;
}

Result<CatalogueEntry> entryOf(const json& value) {
    JsonReader in(value, "catalogue entry");
    CatalogueEntry entry;
    KEYREEL_TRY(entry.contentId, in.hex<16>("contentId"));
    KEYREEL_TRY(entry.title, in.text("title", 400));
    KEYREEL_TRY(entry.description, in.text("description", 16384, ""));
    KEYREEL_TRY(entry.creatorName, in.text("creatorName", 200, ""));
    if (in.has("creator")) {
        KEYREEL_TRY(entry.creator, in.hex<32>("creator"));
    }
    KEYREEL_TRY(entry.access, in.text("access", 16, ""));
    KEYREEL_TRY(entry.manifestCid, in.text("manifestCid", 128, ""));
    KEYREEL_TRY(entry.coverCid, in.text("coverCid", 128, ""));
    KEYREEL_TRY(entry.durationMs, in.number("durationMs", std::uint64_t{1} << 48, 0));
    KEYREEL_TRY(entry.adult, in.boolean("adult", false));
    KEYREEL_TRY(const std::uint64_t published, in.number("published", std::uint64_t{1} << 53, 0));
    entry.published = static_cast<std::int64_t>(published);
    KEYREEL_TRY(const json* tags, in.array("tags", kMaxTags));
    for (const json& tag : *tags) {
        if (!tag.is_string() || tag.get_ref<const std::string&>().size() > 64)
            return fail("bad_json", "A tag of the catalogue entry is no short text.");
        entry.tags.push_back(tag.get<std::string>());
    }
    KEYREEL_TRY(const json* files, in.array("files", kMaxFiles));
    for (const json& each : *files) {
        KEYREEL_TRY(CatalogueFile file, fileOf(each));
        entry.files.push_back(std::move(file));
    }
    return entry;
}

}  // namespace

std::string toJson(const GatewayInfo& info) {
    return text({{"name", info.name},
                 {"logKey", toHex(info.logKey)},
                 {"capabilityKey", toHex(info.capabilityKey)},
                 {"protocolShare", info.protocolShare},
                 {"suite2", info.hasSuite2}});
}

Result<GatewayInfo> gatewayInfoFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    JsonReader in(value, "gateway");
    GatewayInfo info;
    KEYREEL_TRY(info.name, in.text("name", 200));
    KEYREEL_TRY(info.logKey, in.hex<32>("logKey"));
    KEYREEL_TRY(info.capabilityKey, in.hex<32>("capabilityKey"));
    KEYREEL_TRY(const std::uint64_t share, in.number("protocolShare", 1000));
    info.protocolShare = static_cast<unsigned>(share);
    KEYREEL_TRY(info.hasSuite2, in.boolean("suite2", false));
    return info;
}

std::string toJson(const NodeListing& node) {
    return text(valueOf(node));
}

Result<NodeListing> nodeListingFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    return nodeOf(value);
}

std::string toJson(const std::vector<NodeListing>& nodes) {
    json list = json::array();
    for (const NodeListing& node : nodes)
        list.push_back(valueOf(node));
    return text({{"nodes", std::move(list)}});
}

Result<std::vector<NodeListing>> nodeListingsFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    JsonReader in(value, "node list");
    KEYREEL_TRY(const json* list, in.array("nodes", kMaxNodes));
    std::vector<NodeListing> nodes;
    for (const json& each : *list) {
        KEYREEL_TRY(NodeListing node, nodeOf(each));
        nodes.push_back(std::move(node));
    }
    return nodes;
}

std::string toJson(const StatementReceipt& receipt) {
    return text({{"index", receipt.index}, {"head", toBase64Url(receipt.head)}});
}

Result<StatementReceipt> statementReceiptFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    JsonReader in(value, "receipt");
    StatementReceipt receipt;
    KEYREEL_TRY(receipt.index, in.number("index", std::uint64_t{1} << 53));
    KEYREEL_TRY(const std::string head, in.text("head", 4096));
    KEYREEL_TRY(receipt.head, fromBase64Url(head));
    return receipt;
}

std::string toJson(const CatalogueEntry& entry) {
    return text(valueOf(entry, true));
}

Result<CatalogueEntry> catalogueEntryFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    return entryOf(value);
}

std::string toJson(const CataloguePage& page) {
    json list = json::array();
    for (const CatalogueEntry& entry : page.entries)
        list.push_back(valueOf(entry, false));
    return text({{"assets", std::move(list)}, {"nextCursor", page.nextCursor}});
}

Result<CataloguePage> cataloguePageFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    JsonReader in(value, "catalogue page");
    CataloguePage page;
    KEYREEL_TRY(page.nextCursor, in.text("nextCursor", 256, ""));
    KEYREEL_TRY(const json* list, in.array("assets", kMaxPage));
    for (const json& each : *list) {
        KEYREEL_TRY(CatalogueEntry entry, entryOf(each));
        page.entries.push_back(std::move(entry));
    }
    return page;
}

std::string toJson(const std::vector<OpeningDay>& days) {
    json list = json::array();
    for (const OpeningDay& each : days)
        list.push_back({{"day", each.day}, {"openings", each.openings}});
    return json{{"days", std::move(list)}}.dump();
}

Result<std::vector<OpeningDay>> openingDaysFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    KEYREEL_TRY(const json* list, JsonReader(value, "openings").array("days", kMaxOpeningDays));
    std::vector<OpeningDay> days;
    for (const json& each : *list) {
        const JsonReader in(each, "openings of a day");
        KEYREEL_TRY(const std::uint64_t day, in.number("day", kMaxDay));
        KEYREEL_TRY(const std::uint64_t openings, in.number("openings", kMaxCount));
        days.push_back({static_cast<std::int64_t>(day), openings});
    }
    return days;
}

std::string toJson(const std::vector<DeviceOpening>& openings) {
    json list = json::array();
    for (const DeviceOpening& each : openings)
        list.push_back({{"device", toHex(each.device)}, {"time", each.time}});
    return json{{"devices", std::move(list)}}.dump();
}

Result<std::vector<DeviceOpening>> deviceOpeningsFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    KEYREEL_TRY(const json* list, JsonReader(value, "openings").array("devices", kMaxDeviceOpenings));
    std::vector<DeviceOpening> openings;
    for (const json& each : *list) {
        const JsonReader in(each, "opening of a device");
        DeviceOpening& opening = openings.emplace_back();
        KEYREEL_TRY(opening.device, in.hex<32>("device"));
        KEYREEL_TRY(const std::uint64_t time, in.number("time", kMaxCount));
        opening.time = static_cast<std::int64_t>(time);
    }
    return openings;
}

std::string toJson(const CapabilityRequest& request) {
    return text({{"account", toHex(request.account)},
                 {"contentId", toHex(request.contentId)},
                 {"tier", request.tier},
                 {"purpose", request.purpose},
                 {"ephemeralKey", toHex(request.ephemeralKey.bytes())}});
}

Result<CapabilityRequest> capabilityRequestFromJson(ByteView bytes) {
    KEYREEL_TRY(const json value, parseJson(bytes));
    JsonReader in(value, "capability request");
    CapabilityRequest request;
    KEYREEL_TRY(request.account, in.hex<32>("account"));
    KEYREEL_TRY(request.contentId, in.hex<16>("contentId"));
    KEYREEL_TRY(request.tier, in.text("tier", 32));
    KEYREEL_TRY(request.purpose, in.text("purpose", 32));
    KEYREEL_TRY(request.ephemeralKey, sealingKeyOf(in, "ephemeralKey"));
    return request;
}

}  // namespace keyreel::gateway
