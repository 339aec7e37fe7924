#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/base/byte_io.h"
#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"

namespace keyreel::identity {

/// What a vault says about itself while locked. Not secret; bound to the sealed seed, so that an altered
/// header is noticed when the vault is opened.
struct VaultHeader {
    std::array<std::uint8_t, 16> vaultId{};
    crypto::PublicKey account{};
    crypto::PublicKey device{};
    std::string profile;  ///< The profile under which the keyring has the vault's keys; at most 128 bytes.
    std::string displayName;  ///< At most 256 bytes of UTF-8.
    std::string deviceName;   ///< At most 256 bytes of UTF-8.
};

/// A sealed record with the version of the vault key that sealed it.
struct VaultRecord {
    std::uint32_t version = 0;
    std::array<std::uint8_t, 12> nonce{};
    Bytes sealed;
};

/// Everything that the vault file holds, sealed as it stands there.
struct VaultContent {
    VaultHeader header;
    std::uint32_t currentVersion = 2;
    std::array<std::uint8_t, 12> nonce{};
    Bytes sealed;  ///< The sealed entropy.
    std::map<std::string, VaultRecord, std::less<>> records;
};

/// The header as it stands in the file and in the AAD of the sealed entropy.
void writeVaultHeader(ByteWriter& out, const VaultHeader& header);
/// Codes: those of readFile, `vault_damaged`, `vault_newer`.
Result<VaultContent> readVaultFile(const std::filesystem::path& file);
/// Replaces the file as one act.
Status writeVaultFile(const std::filesystem::path& file, const VaultContent& content);
/// Reads the bytes of a file; for tests and fuzzing. Codes: `vault_damaged`, `vault_newer`.
Result<VaultContent> parseVault(ByteView bytes);

}  // namespace keyreel::identity
