#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/custody/nonce_store.h"
#include "core/rights/replica.h"

namespace keyreel::custody {

/// A key node's SQLite database: its replica of the log and the nonces it has seen. What a call has returned
/// is on the disk. One process at a time. Thread: any.
class NodeStore final : public rights::ReplicaStore, public NonceStore {
public:
    /// Opens or creates the file, mode 0600. `capacity`: nonces held at once. Codes: `node_store_unusable`,
    /// `node_store_busy` (another process has it), `node_store_version` (made by a newer program).
    static Result<std::unique_ptr<NodeStore>> open(const std::filesystem::path& path,
                                                   std::size_t capacity = 65536);
    ~NodeStore() override;

    Result<rights::ReplicaContent> load() override;
    Status extend(std::uint64_t first, std::span<const Bytes> entries, ByteView head) override;
    Status addRevocation(const rights::DirectRevocation& revocation) override;
    Status dropRevocation(ByteView statement) override;
    Status addEvidence(const rights::Evidence& evidence) override;

    Status use(const crypto::PublicKey& device, const Nonce& nonce, std::int64_t time,
               std::int64_t now) override;

private:
    struct Database;
    explicit NodeStore(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

}  // namespace keyreel::custody
