#include "core/identity/vault.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/base/progress.h"
#include "core/crypto/aes_gcm.h"
#include "core/crypto/hkdf.h"
#include "core/crypto/random.h"
#include "core/identity/mnemonic.h"
#include "core/identity/names.h"
#include "core/identity/slip10.h"

namespace keyreel::identity {
namespace {

constexpr std::size_t kOpeningKeySize = 32;

tl::unexpected<Error> locked() {
    return fail("vault_locked", "The vault is locked.", "Unlock it first.");
}

Bytes sealContext(const VaultHeader& header, std::uint32_t currentVersion) {
    ByteWriter out;
    out.text("keyreel/vault-seed/v1");
    writeVaultHeader(out, header);
    out.u32(currentVersion);
    return out.take();
}

SecretBytes sealingKey(ByteView openingKey, const VaultHeader& header) {
    return crypto::hkdfSha256(openingKey, header.vaultId, asBytes("keyreel/vault-seal/v1"), 32);
}

Result<SecretBytes> seedOfEntropy(ByteView entropy) {
    KEYREEL_TRY(const SecretBytes phrase, phraseOfEntropy(entropy));
    return seedOfPhrase(phrase.view());
}

bool isRecordName(std::string_view name) {
    return !name.empty() && name.size() <= 128 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

Result<VaultHeader> Vault::readHeader(const std::filesystem::path& file) {
    KEYREEL_TRY(VaultContent content, readVaultFile(file));
    return std::move(content.header);
}

Result<Vault> Vault::create(const std::filesystem::path& file, const VaultHeader& header, ByteView openingKey,
                            ByteView entropy) {
    if (openingKey.size() != kOpeningKeySize) return fail("bad_argument", "The vault's key has 32 bytes.");
    KEYREEL_CHECK(checkNames(header.displayName, header.deviceName));
    std::error_code error;
    if (std::filesystem::exists(file, error) || error)
        return fail("identity_exists", file.string() + " exists already and is left as it is.");
    Vault vault;
    vault.m_file = file;
    vault.m_content.header = header;
    vault.m_sealingKey = sealingKey(openingKey, header);
    vault.m_entropy = SecretBytes::copyOf(entropy);
    KEYREEL_TRY(vault.m_seed, seedOfEntropy(entropy));
    vault.seal();
    KEYREEL_CHECK(writeVaultFile(file, vault.m_content));
    return vault;
}

Result<Vault> Vault::open(const std::filesystem::path& file, ByteView openingKey,
                          const std::shared_ptr<VaultLock>& held) {
    Vault vault;
    vault.m_file = file;
    vault.m_held = held;
    KEYREEL_TRY(vault.m_content, readVaultFile(file));
    const VaultHeader& header = vault.m_content.header;
    const auto wrongKey = [&] {
        return fail("vault_wrong_key", file.string() + " does not open with the key in the keyring.",
                    "The file or the key was replaced; restore the identity from its recovery phrase.");
    };
    if (openingKey.size() != kOpeningKeySize) return wrongKey();
    vault.m_sealingKey = sealingKey(openingKey, header);
    auto entropy =
        crypto::aes256GcmOpen(vault.m_sealingKey.view(), vault.m_content.nonce,
                              sealContext(header, vault.m_content.currentVersion), vault.m_content.sealed);
    if (!entropy) return wrongKey();
    vault.m_entropy = std::move(*entropy);
    KEYREEL_TRY(vault.m_seed, seedOfEntropy(vault.m_entropy.view()));
    return vault;
}

void Vault::lock() {
    m_sealingKey.wipe();
    m_entropy.wipe();
    m_seed.wipe();
}

void Vault::seal() {
    m_content.nonce = crypto::randomArray<12>();
    m_content.sealed =
        crypto::aes256GcmSeal(m_sealingKey.view(), m_content.nonce,
                              sealContext(m_content.header, m_content.currentVersion), m_entropy.view());
}

Result<SecretBytes> Vault::phrase() const {
    if (!isOpen()) return locked();
    return phraseOfEntropy(m_entropy.view());
}

Result<SecretBytes> Vault::seed() const {
    if (!isOpen()) return locked();
    return m_seed.clone();
}

Status Vault::rename(const std::string& displayName, const std::string& deviceName) {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const auto lock, beginChange());
    KEYREEL_CHECK(checkNames(displayName, deviceName));
    VaultContent before = m_content;
    m_content.header.displayName = displayName;
    m_content.header.deviceName = deviceName;
    seal();
    return saveOr(std::move(before));
}

Status Vault::becomeDevice(const crypto::PublicKey& device, const std::string& deviceName) {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const auto lock, beginChange());
    KEYREEL_CHECK(checkName(deviceName, "The device's name"));
    VaultContent before = m_content;
    m_content.header.device = device;
    m_content.header.deviceName = deviceName;
    seal();
    return saveOr(std::move(before));
}

/// The lock for one change, and in memory what the file holds by now. A vault without its file is as it was.
Result<std::shared_ptr<VaultLock>> Vault::beginChange() {
    if (auto held = m_held.lock()) return held;
    KEYREEL_TRY(auto lock, VaultLock::acquire(m_file));
    auto current = readVaultFile(m_file);
    if (!current && current.error().code == "file_missing") return lock;
    if (!current) return tl::unexpected<Error>(std::move(current).error());
    const auto entropy =
        crypto::aes256GcmOpen(m_sealingKey.view(), current->nonce,
                              sealContext(current->header, current->currentVersion), current->sealed);
    if (!entropy || !entropy->equals(m_entropy.view()))
        return fail("vault_changed", "Another program gave " + m_file.string() + " a new key.",
                    "Lock Keyreel and unlock it, or start it again.");
    m_content = std::move(*current);
    return lock;
}

// Memory follows the disk: a change that could not be written did not happen.
Status Vault::saveOr(VaultContent before) {
    const Status saved = writeVaultFile(m_file, m_content);
    if (!saved) m_content = std::move(before);
    return saved;
}

Status Vault::changeOpeningKey(ByteView openingKey) {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const auto lock, beginChange());
    if (openingKey.size() != kOpeningKeySize) return fail("bad_argument", "The vault's key has 32 bytes.");
    VaultContent before = m_content;
    SecretBytes keyBefore = std::move(m_sealingKey);
    m_sealingKey = sealingKey(openingKey, m_content.header);
    seal();
    const Status saved = saveOr(std::move(before));
    if (!saved) m_sealingKey = std::move(keyBefore);
    return saved;
}

Bytes Vault::recordContext(std::string_view name, std::uint32_t version) const {
    ByteWriter out;
    out.text("keyreel/vault-record/v1");
    out.bytes(m_content.header.vaultId);
    out.u32(version);
    out.text(name);
    return out.take();
}

Result<VaultRecord> Vault::sealRecord(std::string_view name, std::uint32_t version, ByteView content) const {
    KEYREEL_TRY(const SecretBytes key, vaultKey(m_seed.view(), version));
    VaultRecord record;
    record.version = version;
    record.nonce = crypto::randomArray<12>();
    record.sealed = crypto::aes256GcmSeal(key.view(), record.nonce, recordContext(name, version), content);
    return record;
}

Status Vault::putRecord(const std::string& name, const SecretBytes& content) {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const auto lock, beginChange());
    if (!isRecordName(name) || content.size() > kMaxRecordSize)
        return fail("bad_argument",
                    "A vault record has a name of 1 to 128 printable characters and at most 1 MiB.");
    const bool isNew = m_content.records.find(name) == m_content.records.end();
    if (isNew && m_content.records.size() >= kMaxRecords)
        return fail("vault_full", "The vault has " + std::to_string(kMaxRecords) + " records already.",
                    "Remove some first.");
    KEYREEL_TRY(VaultRecord record, sealRecord(name, m_content.currentVersion, content.view()));
    VaultContent before = m_content;
    m_content.records[name] = std::move(record);
    return saveOr(std::move(before));
}

Result<SecretBytes> Vault::record(std::string_view name) const {
    if (!isOpen()) return locked();
    const auto it = m_content.records.find(name);
    if (it == m_content.records.end()) return fail("record_missing", "The vault has no such record.");
    KEYREEL_TRY(const SecretBytes key, vaultKey(m_seed.view(), it->second.version));
    auto content = crypto::aes256GcmOpen(key.view(), it->second.nonce,
                                         recordContext(name, it->second.version), it->second.sealed);
    if (!content)
        return fail("vault_damaged", "The record \"" + std::string(name) + "\" of " + m_file.string() +
                                         " is not what was stored.");
    return content;
}

Status Vault::removeRecord(std::string_view name) {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const auto lock, beginChange());
    const auto it = m_content.records.find(name);
    if (it == m_content.records.end()) return fail("record_missing", "The vault has no such record.");
    VaultContent before = m_content;
    m_content.records.erase(it);
    return saveOr(std::move(before));
}

std::vector<std::string> Vault::recordNames() const {
    std::vector<std::string> names;
    names.reserve(m_content.records.size());
    for (const auto& [name, record] : m_content.records)
        names.push_back(name);
    return names;
}

Result<std::uint32_t> Vault::recordVersion(std::string_view name) const {
    const auto it = m_content.records.find(name);
    if (it == m_content.records.end()) return fail("record_missing", "The vault has no such record.");
    return it->second.version;
}

Status Vault::rotate(std::stop_token stop) {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const auto lock, beginChange());
    const auto isBehind = [&](const auto& entry) { return entry.second.version < m_content.currentVersion; };
    const bool unfinished = std::any_of(m_content.records.begin(), m_content.records.end(), isBehind);
    if (!unfinished) {
        VaultContent before = m_content;
        ++m_content.currentVersion;
        seal();
        KEYREEL_CHECK(saveOr(std::move(before)));
    }
    VaultContent next = m_content;
    for (auto& [name, kept] : next.records) {
        if (kept.version >= next.currentVersion) continue;
        if (stop.stop_requested()) return cancelled("Re-sealing the vault");
        KEYREEL_TRY(const SecretBytes content, record(name));
        KEYREEL_TRY(kept, sealRecord(name, next.currentVersion, content.view()));
    }
    std::swap(m_content, next);
    return saveOr(std::move(next));
}

}  // namespace keyreel::identity
