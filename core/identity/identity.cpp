#include "core/identity/identity.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/crypto/hkdf.h"
#include "core/crypto/random.h"
#include "core/identity/mnemonic.h"
#include "core/identity/names.h"
#include "core/identity/slip10.h"

namespace keyreel::identity {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMarkerName = "identity.marker";
constexpr std::string_view kDeviceLatticeInfo = "keyreel/device-ml-dsa/v1";
constexpr std::string_view kMarkerDomain = "keyreel/identity-marker/v1";

// The vault's id in the purpose keeps two vaults apart that share a profile name, and lets nothing be
// overwritten.
KeyName openingKeyName(const VaultHeader& header) {
    return {header.profile, "vault-key/" + toHex(header.vaultId)};
}

// The opening key that is about to be the vault's, while it is changed.
KeyName nextOpeningKeyName(const VaultHeader& header) {
    return {header.profile, "vault-key-next/" + toHex(header.vaultId)};
}

KeyName deviceKeyName(const VaultHeader& header) {
    return {header.profile, "device-key/" + toHex(header.vaultId)};
}

fs::path vaultPath(const fs::path& profileDir) {
    return profileDir / Vault::kFileName;
}

fs::path markerPath(const fs::path& profileDir) {
    return profileDir / kMarkerName;
}

// What cannot be looked at counts as there: the wrong guess would make a second identity.
bool mayExist(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error)) ||
           (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory);
}

Status writeMarker(const fs::path& profileDir, const crypto::PublicKey& account) {
    Bytes bytes = toBytes(kMarkerDomain);
    append(bytes, account);
    return writeFileAtomically(markerPath(profileDir), bytes);
}

std::optional<crypto::PublicKey> accountOfMarker(const fs::path& profileDir) {
    const auto bytes = readFile(markerPath(profileDir), 4096);
    crypto::PublicKey account{};
    if (!bytes || bytes->size() != kMarkerDomain.size() + account.size()) return std::nullopt;
    std::copy(bytes->begin() + kMarkerDomain.size(), bytes->end(), account.begin());
    return account;
}

PublicIdentity publicOf(const VaultHeader& header) {
    return {header.account, header.displayName, header.device, header.deviceName};
}

tl::unexpected<Error> locked() {
    return fail("vault_locked", "Keyreel is locked, so nothing can be signed.", "Unlock it, then try again.");
}

Error keyLost(const std::string& what) {
    return {"identity_key_lost", what, "Restore the identity from its recovery phrase."};
}

// Nothing where something must be means that it was lost; everything else is for the person to mend.
Error errorOf(const KeyLookup& lookup, const char* secretName) {
    if (lookup.state == KeyState::Absent)
        return keyLost(std::string("The keyring has lost the ") + secretName + " of this identity.");
    return keyringError(lookup.state, lookup.detail).value();
}

IdentityState stateOf(const KeyLookup& lookup) {
    switch (lookup.state) {
        case KeyState::Present:
            return IdentityState::Ready;
        case KeyState::Absent:
            return IdentityState::KeyLost;
        case KeyState::Locked:
            return IdentityState::Locked;
        case KeyState::Denied:
            return IdentityState::Denied;
        case KeyState::NoService:
            return IdentityState::NoKeyring;
    }
    return IdentityState::NoKeyring;
}

Error vaultGone(const fs::path& profileDir) {
    return keyLost("An identity was made here, but its file " + vaultPath(profileDir).string() + " is gone.");
}

Result<crypto::SigningKey> accountKeyOf(const Vault& vault) {
    KEYREEL_TRY(const SecretBytes seed, vault.seed());
    KEYREEL_TRY(SecretBytes key, accountKeySeed(seed.view()));
    return crypto::SigningKey::fromSeed(std::move(key));
}

Result<crypto::PublicKey> accountOfEntropy(ByteView entropy) {
    KEYREEL_TRY(const SecretBytes phrase, phraseOfEntropy(entropy));
    KEYREEL_TRY(SecretBytes key, accountKeySeed(seedOfPhrase(phrase.view()).view()));
    KEYREEL_TRY(const auto signing, crypto::SigningKey::fromSeed(std::move(key)));
    return signing.publicKey();
}

// Keys first, file after: whatever interrupts this, no file is left whose key was never kept.
Status keepKeys(KeyStore& keys, const VaultHeader& header, const SecretBytes& openingKey,
                const crypto::SigningKey& device) {
    const std::string whose = " of " + header.displayName + " (" + header.profile + ")";
    KEYREEL_CHECK(keys.store(openingKeyName(header), openingKey, "Keyreel vault key" + whose));
    KEYREEL_CHECK(
        keys.store(deviceKeyName(header), SecretBytes::copyOf(device.seed()), "Keyreel device key" + whose));
    // A keyring that says yes and keeps nothing must not cost an identity.
    for (const KeyName& name : {openingKeyName(header), deviceKeyName(header)}) {
        const KeyLookup lookup = keys.lookup(name);
        if (lookup.state == KeyState::Absent)
            return fail("keyring_failed", "The keyring did not keep a key that was just stored.");
        if (lookup.state != KeyState::Present) return keyringError(lookup.state, lookup.detail);
    }
    return {};
}

/// The changed opening key takes the place of the one before.
Status keepOpeningKey(KeyStore& keys, const VaultHeader& header, const SecretBytes& openingKey) {
    KEYREEL_CHECK(keys.store(openingKeyName(header), openingKey,
                             "Keyreel vault key of " + header.displayName + " (" + header.profile + ")"));
    return keys.remove(nextOpeningKeyName(header));
}

/// Opens a vault that the key in the keyring did not open: another program is changing its key, or was
/// stopped between the file and the keyring.
Result<Vault> finishKeyChange(const fs::path& file, const VaultHeader& header, KeyStore& keys,
                              const std::shared_ptr<VaultLock>& lock, Error why) {
    if (const KeyLookup current = keys.lookup(openingKeyName(header)); current.state == KeyState::Present)
        if (auto vault = Vault::open(file, current.secret.view(), lock)) return vault;
    const KeyLookup next = keys.lookup(nextOpeningKeyName(header));
    if (next.state != KeyState::Present) return tl::unexpected<Error>(std::move(why));
    auto vault = Vault::open(file, next.secret.view(), lock);
    if (!vault) return tl::unexpected<Error>(std::move(why));
    KEYREEL_CHECK(keepOpeningKey(keys, header, next.secret));
    return vault;
}

/// With the lock held.
Status renewKeys(Vault& vault, const VaultHeader& header, KeyStore& keys, const std::stop_token& stop) {
    // The keyring knows the next key before the file needs it, and the one before until the file is changed.
    const SecretBytes next = crypto::randomSecret(32);
    KEYREEL_CHECK(
        keys.store(nextOpeningKeyName(header), next,
                   "Keyreel next vault key of " + header.displayName + " (" + header.profile + ")"));
    if (const KeyLookup kept = keys.lookup(nextOpeningKeyName(header));
        kept.state != KeyState::Present || !kept.secret.equals(next.view()))
        return fail("keyring_failed", "The keyring did not keep a key that was just stored.");
    KEYREEL_CHECK(vault.changeOpeningKey(next.view()));
    KEYREEL_CHECK(keepOpeningKey(keys, header, next));
    return vault.rotate(stop);
}

struct Made {
    Vault vault;
    crypto::SigningKey account;
    crypto::SigningKey device;
};

/// With the lock held: two programs that both find no vault would make two identities, and the second would
/// set the first aside.
Result<Made> makeVault(const fs::path& profileDir, KeyStore& keys, ByteView entropy,
                       const std::string& displayName, const std::string& deviceName) {
    auto device = crypto::SigningKey::generate();
    VaultHeader header;
    header.vaultId = crypto::randomArray<16>();
    KEYREEL_TRY(header.account, accountOfEntropy(entropy));
    header.device = device.publicKey();
    std::error_code error;
    header.profile = fs::weakly_canonical(profileDir, error).filename().string();
    header.displayName = displayName;
    header.deviceName = deviceName;
    if (error || !isKeyName(openingKeyName(header)))
        return fail("bad_argument", profileDir.string() + " has no name that a profile can have.",
                    "Use letters, digits and dashes, at most 80 of them.");
    const fs::path file = vaultPath(profileDir);
    const SecretBytes openingKey = crypto::randomSecret(32);
    const auto undo = [&](Error why) -> tl::unexpected<Error> {
        (void)keys.remove(openingKeyName(header));
        (void)keys.remove(deviceKeyName(header));
        return tl::unexpected<Error>(std::move(why));
    };
    if (auto kept = keepKeys(keys, header, openingKey, device); !kept) return undo(std::move(kept).error());
    if (mayExist(file)) {
        fs::rename(file, file.string() + ".lost-" + toHex(header.vaultId), error);
        if (error)
            return undo(
                {"file_unwritable", file.string() + " could not be set aside: " + error.message() + ".", {}});
    }
    auto vault = Vault::create(file, header, openingKey.view(), entropy);
    if (!vault) return undo(std::move(vault).error());
    KEYREEL_CHECK(writeMarker(profileDir, header.account));
    KEYREEL_TRY(auto account, accountKeyOf(*vault));
    return Made{std::move(*vault), std::move(account), std::move(device)};
}

/// The right to make or replace the identity of a profile, whose folder is made when it is not there.
Result<std::shared_ptr<VaultLock>> lockProfile(const fs::path& profileDir) {
    KEYREEL_CHECK(makePrivateFolder(profileDir));
    return VaultLock::acquire(vaultPath(profileDir));
}

Status refuseExisting(const fs::path& profileDir) {
    if (!mayExist(vaultPath(profileDir)) && !mayExist(markerPath(profileDir))) return {};
    return fail("identity_exists", profileDir.string() + " has an identity already, which is left as it is.",
                "Open it, restore it from its recovery phrase, or use another profile.");
}

/// A new device key for a vault that is otherwise as it was: what is sealed in it stays. The keyring knows
/// the key before the file does; killed between the two, the same call finishes it, because the file still
/// names the revoked device.
Result<Made> replaceDevice(const fs::path& file, const VaultHeader& header, KeyStore& keys,
                           const std::shared_ptr<VaultLock>& lock, const std::string& deviceName) {
    KeyLookup openingKey = keys.lookup(openingKeyName(header));
    if (openingKey.state != KeyState::Present) return tl::unexpected<Error>(errorOf(openingKey, "vault key"));
    auto opened = Vault::open(file, openingKey.secret.view(), lock);
    if (!opened && opened.error().code == "vault_wrong_key")
        opened = finishKeyChange(file, header, keys, lock, std::move(opened).error());
    KEYREEL_TRY(Vault vault, std::move(opened));
    KEYREEL_TRY(auto account, accountKeyOf(vault));
    auto device = crypto::SigningKey::generate();
    KEYREEL_CHECK(keys.store(deviceKeyName(header), SecretBytes::copyOf(device.seed()),
                             "Keyreel device key of " + header.displayName + " (" + header.profile + ")"));
    if (const KeyLookup kept = keys.lookup(deviceKeyName(header));
        kept.state != KeyState::Present || !kept.secret.equals(device.seed()))
        return fail("keyring_failed", "The keyring did not keep a key that was just stored.");
    KEYREEL_CHECK(vault.becomeDevice(device.publicKey(), deviceName));
    return Made{std::move(vault), std::move(account), std::move(device)};
}

}  // namespace

const char* toText(IdentityState state) {
    switch (state) {
        case IdentityState::FirstRun:
            return "first_run";
        case IdentityState::Ready:
            return "ready";
        case IdentityState::Locked:
            return "locked";
        case IdentityState::NoKeyring:
            return "no_keyring";
        case IdentityState::Denied:
            return "denied";
        case IdentityState::KeyLost:
            return "key_lost";
    }
    return "key_lost";
}

struct Identity::Secrets {
    fs::path file;
    Vault vault;
    crypto::SigningKey account;
    crypto::SigningKey device;
};

IdentityStatus Identity::inspect(const fs::path& profileDir, KeyStore& keys) {
    if (!mayExist(vaultPath(profileDir))) {
        if (!mayExist(markerPath(profileDir))) return {};
        return {IdentityState::KeyLost, std::nullopt, vaultGone(profileDir)};
    }
    const auto header = Vault::readHeader(vaultPath(profileDir));
    if (!header) return {IdentityState::KeyLost, std::nullopt, header.error()};
    for (const auto& [name, text] :
         {std::pair(openingKeyName(*header), "vault key"), std::pair(deviceKeyName(*header), "device key")}) {
        const KeyLookup lookup = keys.lookup(name);
        if (lookup.state != KeyState::Present)
            return {stateOf(lookup), publicOf(*header), errorOf(lookup, text)};
    }
    return {IdentityState::Ready, publicOf(*header), std::nullopt};
}

Result<CreatedIdentity> Identity::create(const fs::path& profileDir, KeyStore& keys,
                                         const std::string& displayName, const std::string& deviceName) {
    KEYREEL_CHECK(checkNames(displayName, deviceName));
    KEYREEL_CHECK(refuseExisting(profileDir));
    KEYREEL_TRY(const auto lock, lockProfile(profileDir));
    KEYREEL_CHECK(refuseExisting(profileDir));
    const SecretBytes entropy = crypto::randomSecret(32);
    KEYREEL_TRY(Made made, makeVault(profileDir, keys, entropy.view(), displayName, deviceName));
    KEYREEL_TRY(SecretBytes phrase, made.vault.phrase());
    PublicIdentity info = publicOf(made.vault.header());
    return CreatedIdentity{Identity(std::move(info), std::unique_ptr<Secrets>(new Secrets{
                                                         vaultPath(profileDir), std::move(made.vault),
                                                         std::move(made.account), std::move(made.device)})),
                           std::move(phrase)};
}

Result<Identity> Identity::restore(const fs::path& profileDir, KeyStore& keys, ByteView phrase,
                                   const std::string& displayName, const std::string& deviceName,
                                   const std::optional<crypto::PublicKey>& revokedDevice) {
    KEYREEL_CHECK(checkNames(displayName, deviceName));
    KEYREEL_TRY(const SecretBytes entropy, entropyOfPhrase(phrase));
    KEYREEL_TRY(const auto lock, lockProfile(profileDir));
    const IdentityStatus status = inspect(profileDir, keys);
    const bool revoked =
        status.state == IdentityState::Ready && revokedDevice && status.info->device == *revokedDevice;
    if (status.state == IdentityState::KeyLost || revoked) {
        const auto before = status.info ? std::optional(status.info->account) : accountOfMarker(profileDir);
        KEYREEL_TRY(const crypto::PublicKey account, accountOfEntropy(entropy.view()));
        if (before && *before != account)
            return fail("phrase_other_account",
                        "The phrase is of the account " + identity::fingerprint(account) +
                            ", but this profile is " + identity::fingerprint(*before) + "'s.",
                        "Use the phrase of this account, or restore into another profile.");
        // A device that was revoked by its account begins anew; nothing but its key is replaced.
        if (revoked) {
            KEYREEL_TRY(const VaultHeader header, Vault::readHeader(vaultPath(profileDir)));
            KEYREEL_TRY(Made made, replaceDevice(vaultPath(profileDir), header, keys, lock, deviceName));
            PublicIdentity info = publicOf(made.vault.header());
            return Identity(std::move(info), std::unique_ptr<Secrets>(new Secrets{
                                                 vaultPath(profileDir), std::move(made.vault),
                                                 std::move(made.account), std::move(made.device)}));
        }
    } else if (status.state != IdentityState::FirstRun) {
        return fail("identity_exists",
                    profileDir.string() + " has an identity already, which is left as it is.",
                    "Open it, or restore into another profile.");
    }
    KEYREEL_TRY(Made made, makeVault(profileDir, keys, entropy.view(), displayName, deviceName));
    PublicIdentity info = publicOf(made.vault.header());
    return Identity(std::move(info),
                    std::unique_ptr<Secrets>(new Secrets{vaultPath(profileDir), std::move(made.vault),
                                                         std::move(made.account), std::move(made.device)}));
}

Result<Identity> Identity::open(const fs::path& profileDir, KeyStore& keys) {
    const fs::path file = vaultPath(profileDir);
    if (!mayExist(file)) {
        if (mayExist(markerPath(profileDir))) return tl::unexpected<Error>(vaultGone(profileDir));
        return fail("identity_missing", profileDir.string() + " has no identity yet.",
                    "Create one, or restore one from its recovery phrase.");
    }
    KEYREEL_TRY(const VaultHeader header, Vault::readHeader(file));
    KeyLookup openingKey = keys.lookup(openingKeyName(header));
    if (openingKey.state != KeyState::Present) return tl::unexpected<Error>(errorOf(openingKey, "vault key"));
    KeyLookup deviceSeed = keys.lookup(deviceKeyName(header));
    if (deviceSeed.state != KeyState::Present)
        return tl::unexpected<Error>(errorOf(deviceSeed, "device key"));

    auto opened = Vault::open(file, openingKey.secret.view());
    if (!opened && opened.error().code == "vault_wrong_key") {
        KEYREEL_TRY(const auto lock, VaultLock::acquire(file));
        opened = finishKeyChange(file, header, keys, lock, std::move(opened).error());
    }
    KEYREEL_TRY(Vault vault, std::move(opened));
    KEYREEL_TRY(auto account, accountKeyOf(vault));
    auto device = crypto::SigningKey::fromSeed(std::move(deviceSeed.secret));
    if (!device || device->publicKey() != header.device || account.publicKey() != header.account)
        return fail("vault_wrong_key", "The keys in the keyring are not those of " + file.string() + ".",
                    "Restore the identity from its recovery phrase.");
    // A crash while the identity was made can have left it without its marker.
    if (accountOfMarker(profileDir) != header.account) {
        KEYREEL_CHECK(writeMarker(profileDir, header.account));
    }
    return Identity(publicOf(header), std::unique_ptr<Secrets>(new Secrets{
                                          file, std::move(vault), std::move(account), std::move(*device)}));
}

Identity::Identity(PublicIdentity info, std::unique_ptr<Secrets> secrets)
    : m_public(std::move(info)), m_secrets(std::move(secrets)) {}
Identity::Identity(Identity&&) noexcept = default;
Identity& Identity::operator=(Identity&&) noexcept = default;
Identity::~Identity() = default;

bool Identity::isOpen() const {
    return m_secrets != nullptr;
}

void Identity::lock() {
    m_secrets.reset();
}

const Identity::Secrets& Identity::secrets() const {
    if (!m_secrets) {
        log(LogLevel::Error, "identity", "A key was asked for while the identity is locked.");
        std::abort();
    }
    return *m_secrets;
}

const crypto::SigningKey& Identity::accountKey() const {
    return secrets().account;
}

Result<crypto::HybridSigningKey> Identity::accountKeys() const {
    if (!isOpen()) return locked();
    KEYREEL_TRY(const SecretBytes seed, secrets().vault.seed());
    KEYREEL_TRY(SecretBytes lattice, accountLatticeSeed(seed.view()));
    return crypto::HybridSigningKey::from(secrets().account.clone(), std::move(lattice));
}

const crypto::SigningKey& Identity::deviceKey() const {
    return secrets().device;
}

Result<crypto::HybridSigningKey> Identity::deviceKeys() const {
    if (!isOpen()) return locked();
    const crypto::SigningKey& device = secrets().device;
    return crypto::HybridSigningKey::from(
        device.clone(),
        crypto::hkdfSha256(device.seed(), {}, asBytes(kDeviceLatticeInfo), crypto::kMlDsaSeedSize));
}

Vault& Identity::vault() {
    (void)secrets();
    return m_secrets->vault;
}

Status Identity::renewVaultKeys(KeyStore& keys, std::stop_token stop) {
    if (!m_secrets) return fail("vault_locked", "The vault is locked.", "Unlock it first.");
    // Another program may have changed the key since this one opened the vault, or be about to.
    const VaultHeader header = m_secrets->vault.header();
    const fs::path& file = m_secrets->file;
    KEYREEL_TRY(const auto lock, VaultLock::acquire(file, stop));
    KEYREEL_TRY(Vault vault,
                finishKeyChange(file, header, keys, lock,
                                Error{"vault_changed", file.string() + " was replaced by another program.",
                                      "Start Keyreel again."}));
    const Status renewed = renewKeys(vault, header, keys, stop);
    m_secrets->vault = std::move(vault);
    return renewed;
}

Result<SecretBytes> Identity::phrase() const {
    if (!m_secrets) return fail("vault_locked", "The vault is locked.", "Unlock it first.");
    return m_secrets->vault.phrase();
}

}  // namespace keyreel::identity
