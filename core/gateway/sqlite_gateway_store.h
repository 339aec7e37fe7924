#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "core/gateway/gateway_store.h"

namespace keyreel::gateway {

/// The embedded gateway's store: one SQLite file in WAL mode, synced at each commit.
class SqliteGatewayStore final : public GatewayStore {
public:
    /// Opens or creates the file, mode 0600. Codes: `gateway_store_unusable`, `gateway_store_version`.
    static Result<std::unique_ptr<SqliteGatewayStore>> open(const std::filesystem::path& path,
                                                            std::size_t nonceCapacity = 1u << 17);
    ~SqliteGatewayStore() override;

    [[nodiscard]] Result<std::uint64_t> entryCount() const override;
    [[nodiscard]] Result<std::vector<Bytes>> entries(std::uint64_t start, std::uint64_t end,
                                                     std::uint64_t maxBytes) const override;
    Status appendEntry(std::uint64_t index, ByteView statement) override;
    Status putAsset(const CatalogueEntry& entry) override;
    [[nodiscard]] Result<std::optional<CatalogueEntry>> asset(const ContentId& contentId) const override;
    [[nodiscard]] Result<CataloguePage> page(const CatalogueQuery& query) const override;
    Status useNonce(const PublicKey& device, const std::string& nonce, std::int64_t expires,
                    std::int64_t now) override;

private:
    struct Database;
    explicit SqliteGatewayStore(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

}  // namespace keyreel::gateway
