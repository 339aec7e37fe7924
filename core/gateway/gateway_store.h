#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/gateway/gateway_api.h"

namespace keyreel::gateway {

/// What a gateway keeps beside its blobs: the log's entries, the catalogue and the nonces of signed requests.
/// Narrow enough for any transactional database. What a call has returned is durable. Thread: any.
class GatewayStore {
public:
    virtual ~GatewayStore() = default;

    [[nodiscard]] virtual Result<std::uint64_t> entryCount() const = 0;
    /// The statements [start, end) in order, fewer when their sum would pass `maxBytes` (one at least).
    [[nodiscard]] virtual Result<std::vector<Bytes>> entries(std::uint64_t start, std::uint64_t end,
                                                             std::uint64_t maxBytes) const = 0;
    /// Adds the entry with exactly the index entryCount(). Code `log_conflict` when it is another's already.
    virtual Status appendEntry(std::uint64_t index, ByteView statement) = 0;

    /// Adds or replaces the entry of a content id; its place in the order of publishing stays.
    virtual Status putAsset(const CatalogueEntry& entry) = 0;
    [[nodiscard]] virtual Result<std::optional<CatalogueEntry>> asset(const ContentId& contentId) const = 0;
    [[nodiscard]] virtual Result<CataloguePage> page(const CatalogueQuery& query) const = 0;

    /// Notes a nonce of a device until `expires`. Codes: `replayed`, `busy` (too many are held).
    virtual Status useNonce(const PublicKey& device, const std::string& nonce, std::int64_t expires,
                            std::int64_t now) = 0;
};

}  // namespace keyreel::gateway
