#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/identity/vault_file.h"
#include "core/identity/vault_lock.h"

namespace keyreel::identity {

/// The vault file `vault.krv`: a sealed BIP-39 entropy, and named records sealed under versioned vault keys.
/// The key that opens it is 32 random bytes in the system keyring and never on the disk. Layout: README.md of
/// this room. Every change replaces the file as one act, under a lock between programs, and begins with what
/// the file holds by then: nothing that another program stored is lost. Every change may answer `vault_busy`,
/// or `vault_changed` when another program gave the vault a new opening key. Thread: one at a time.
class Vault {
public:
    static constexpr const char* kFileName = "vault.krv";
    static constexpr std::size_t kMaxRecords = 4096;
    static constexpr std::size_t kMaxRecordSize = 1 << 20;

    /// Reads the header without any key. Codes: `file_missing`, `vault_damaged`, `vault_newer`.
    static Result<VaultHeader> readHeader(const std::filesystem::path& file);
    /// Makes the file. Code `identity_exists` when there is one; `bad_entropy`, `bad_argument`.
    static Result<Vault> create(const std::filesystem::path& file, const VaultHeader& header,
                                ByteView openingKey, ByteView entropy);
    /// Codes: as readHeader, `vault_wrong_key` (the key or the file is not what it was). `held`: the caller
    /// has the lock, for all changes as long as they keep it.
    static Result<Vault> open(const std::filesystem::path& file, ByteView openingKey,
                              const std::shared_ptr<VaultLock>& held = {});

    Vault(Vault&&) noexcept = default;
    Vault& operator=(Vault&&) noexcept = default;

    [[nodiscard]] const VaultHeader& header() const { return m_content.header; }
    [[nodiscard]] bool isOpen() const { return !m_entropy.empty(); }
    /// Wipes every secret in memory; afterwards all but the header answers `vault_locked`.
    void lock();

    /// The recovery phrase, canonical. Code `vault_locked`.
    [[nodiscard]] Result<SecretBytes> phrase() const;
    /// The BIP-39 seed, 64 bytes. Code `vault_locked`.
    [[nodiscard]] Result<SecretBytes> seed() const;
    /// Changes the names shown while locked, and seals the seed anew around them.
    Status rename(const std::string& displayName, const std::string& deviceName);
    /// From now on the vault of another device of the same account.
    Status becomeDevice(const crypto::PublicKey& device, const std::string& deviceName);

    /// Seals `content` under the current key version. `name`: 1 to 128 printable ASCII characters.
    Status putRecord(const std::string& name, const SecretBytes& content);
    /// Codes: `record_missing`, `vault_damaged`, `vault_locked`.
    [[nodiscard]] Result<SecretBytes> record(std::string_view name) const;
    Status removeRecord(std::string_view name);
    [[nodiscard]] std::vector<std::string> recordNames() const;
    /// The key version of a record (2 or more). Code `record_missing`.
    [[nodiscard]] Result<std::uint32_t> recordVersion(std::string_view name) const;
    /// The version that new records get.
    [[nodiscard]] std::uint32_t currentVersion() const { return m_content.currentVersion; }

    /// Seals the entropy under another opening key (32 bytes); the caller keeps it. Codes: `bad_argument`,
    /// `vault_locked`.
    Status changeOpeningKey(ByteView openingKey);
    /// Begins the next key version and re-seals every record under it. Each record carries its own version,
    /// so a rotation that stops half-way leaves a vault that opens; calling again finishes it.
    /// Code `cancelled` when `stop` was asked for in between.
    Status rotate(std::stop_token stop = {});

private:
    Vault() = default;
    [[nodiscard]] Result<std::shared_ptr<VaultLock>> beginChange();
    void seal();
    Status saveOr(VaultContent before);
    [[nodiscard]] Bytes recordContext(std::string_view name, std::uint32_t version) const;
    [[nodiscard]] Result<VaultRecord> sealRecord(std::string_view name, std::uint32_t version,
                                                 ByteView content) const;

    std::filesystem::path m_file;
    VaultContent m_content;
    SecretBytes m_sealingKey;
    SecretBytes m_entropy;
    SecretBytes m_seed;
    std::weak_ptr<VaultLock> m_held;
};

}  // namespace keyreel::identity
