#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/sealing_key.h"

namespace keyreel::gateway {

/// With an answer to a recover request: the node's witness (rights/witness.h), as a byte sequence of
/// structured fields (RFC 9651).
inline constexpr std::string_view kWitnessField = "Keyreel-Witness";

using ContentId = std::array<std::uint8_t, 16>;
using PublicKey = std::array<std::uint8_t, 32>;
using TreeHash = std::array<std::uint8_t, 32>;

/// Entries of one GET /v1/log/entries.
constexpr std::uint64_t kMaxEntriesPerRequest = 256;

/// GET /v1/gateway
struct GatewayInfo {
    std::string name;
    PublicKey logKey{};          ///< Signs tree heads.
    PublicKey capabilityKey{};   ///< Signs capabilities.
    unsigned protocolShare = 0;  ///< In thousandths, taken from the royalty rows' total.
    bool hasSuite2 = false;      ///< Takes statements that are signed by suite 2.
};

/// One row of GET /v1/nodes and the answer of a node's GET /v1/node.
struct NodeListing {
    std::string url;
    std::string name;
    std::string operatorName;
    PublicKey signingKey{};  ///< Ed25519; its bytes are the node's id.
    PublicKey hpkeKey{};     ///< X25519.
    Bytes xwingKey;          ///< X-Wing, 1216 bytes; empty: the node has no suite 2.
    /// Only from the node itself: how much of the log it has and when it last heard of it (Unix seconds).
    std::uint64_t replicaSize = 0;
    std::int64_t replicaTime = 0;
};

/// POST /v1/log/statements
struct StatementReceipt {
    std::uint64_t index = 0;
    Bytes head;  ///< Signed tree head that includes it.
};

/// A file of a published asset under the name that playlists use.
struct CatalogueFile {
    std::string name;  ///< One path segment: letters, digits, '.', '-', '_'.
    std::string cid;
    std::uint64_t size = 0;
    std::string mediaType;
};

/// What the catalogue says about an asset. For browsing only: what counts is the signed manifest and the log.
struct CatalogueEntry {
    ContentId contentId{};
    std::string title;
    std::string description;
    std::string creatorName;
    PublicKey creator{};  ///< Account key, as in the mint; set by the gateway.
    std::string
        access;  ///< "free", "buy_once", "buy_and_resell" or "granted"; set by the gateway from the mint.
    std::string manifestCid;  ///< As in the mint; set by the gateway.
    std::string coverCid;     ///< Empty: none.
    std::uint64_t durationMs = 0;
    bool adult = false;
    std::vector<std::string> tags;
    std::vector<CatalogueFile> files;
    std::int64_t published = 0;  ///< Unix seconds; set by the gateway.
};

struct CatalogueQuery {
    std::string search;  ///< Words that title, description, creator name or tags contain; empty: all.
    std::string cursor;  ///< From the page before.
    unsigned limit = 50;
};

struct CataloguePage {
    std::vector<CatalogueEntry> entries;  ///< Without `files`.
    std::string nextCursor;               ///< Empty at the end.
};

/// POST /v1/capabilities
struct CapabilityRequest {
    PublicKey account{};  ///< For whom; the signing device must be registered by it.
    ContentId contentId{};
    std::string tier;     ///< As in the manifest, e.g. "hd".
    std::string purpose;  ///< "play".
    /// Made for this session, of the film's suite: 32 bytes of X25519 or 1216 of X-Wing.
    crypto::SealingPublicKey ephemeralKey;
};

/// Rows of one GET /v1/assets/{contentId}/openings
constexpr std::size_t kMaxOpeningDays = 400;

/// How often a film was opened on one day.
struct OpeningDay {
    std::int64_t day = 0;  ///< Days since 1 January 1970, UTC.
    std::uint64_t openings = 0;

    bool operator==(const OpeningDay&) const = default;
};

/// Rows of one GET /v1/accounts/{account}/openings
constexpr std::size_t kMaxDeviceOpenings = 256;

/// One of them: when a device last asked to open something.
struct DeviceOpening {
    PublicKey device{};
    std::int64_t time = 0;  ///< Unix seconds.

    bool operator==(const DeviceOpening&) const = default;
};

/// Their JSON forms, one definition for both sides; parsing bounds every field. Code `bad_json`.
std::string toJson(const GatewayInfo& info);
Result<GatewayInfo> gatewayInfoFromJson(ByteView json);
std::string toJson(const NodeListing& node);
Result<NodeListing> nodeListingFromJson(ByteView json);
std::string toJson(const std::vector<NodeListing>& nodes);
Result<std::vector<NodeListing>> nodeListingsFromJson(ByteView json);
std::string toJson(const StatementReceipt& receipt);
Result<StatementReceipt> statementReceiptFromJson(ByteView json);
std::string toJson(const CatalogueEntry& entry);
Result<CatalogueEntry> catalogueEntryFromJson(ByteView json);
std::string toJson(const CataloguePage& page);
Result<CataloguePage> cataloguePageFromJson(ByteView json);
std::string toJson(const std::vector<OpeningDay>& days);
Result<std::vector<OpeningDay>> openingDaysFromJson(ByteView json);
std::string toJson(const std::vector<DeviceOpening>& openings);
Result<std::vector<DeviceOpening>> deviceOpeningsFromJson(ByteView json);
std::string toJson(const CapabilityRequest& request);
Result<CapabilityRequest> capabilityRequestFromJson(ByteView json);

}  // namespace keyreel::gateway
