#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hybrid_signature.h"
#include "core/identity/account_id.h"
#include "core/identity/keystore.h"
#include "core/identity/vault.h"

namespace keyreel::identity {

/// What stands in a profile, without opening anything.
enum class IdentityState {
    FirstRun,   ///< No identity was ever made here: offer to create or restore one.
    Ready,      ///< `Identity::open` will succeed.
    Locked,     ///< The keyring is locked: offer to unlock it (`KeyStore::unlock`).
    NoKeyring,  ///< An identity is here, but no keyring answers.
    Denied,     ///< The keyring refused.
    KeyLost,    ///< An identity is here, but its key or its file is gone: only the recovery phrase helps
                ///< (`restore`).
};

/// Stable text: first_run, ready, locked, no_keyring, denied, key_lost.
const char* toText(IdentityState state);

/// What may be shown while the identity is locked.
struct PublicIdentity {
    crypto::PublicKey account{};
    std::string displayName;
    crypto::PublicKey device{};
    std::string deviceName;
};

struct IdentityStatus {
    IdentityState state = IdentityState::FirstRun;
    std::optional<PublicIdentity> info;  ///< Absent in FirstRun and when the vault file is gone or damaged.
    std::optional<Error> problem;  ///< Why it is not Ready, and what to do; absent in FirstRun and Ready.
};

struct CreatedIdentity;

/// A person on a device: the account key from the vault's seed and the device key from the keyring, open for
/// use. The profile's folder name is the keyring's profile name, so it must be unique among one person's
/// profiles. Files: `vault.krv` and the marker `identity.marker`. Move-only. Thread: const calls from several
/// threads are safe; `lock` not beside them.
class Identity {
public:
    /// Never prompts and changes nothing. A vault or a marker in the folder means that it is not FirstRun,
    /// whatever the keyring says.
    static IdentityStatus inspect(const std::filesystem::path& profileDir, KeyStore& keys);

    /// Makes a new identity with a 24-word phrase. Names: as checkName(). Of two programs
    /// that do it at once in one profile, one gets `identity_exists`.
    /// Codes: `identity_exists` (also when only its marker is left), `bad_argument`, `vault_busy`, those of
    /// KeyStore::store.
    static Result<CreatedIdentity> create(const std::filesystem::path& profileDir, KeyStore& keys,
                                          const std::string& displayName, const std::string& deviceName);

    /// Makes the account of `phrase` usable on this device, with a new device key. Allowed in a fresh profile
    /// and in one whose key is lost; there the phrase must be of the same account (`phrase_other_account`),
    /// and the unusable vault is kept beside the new one as `vault.krv.lost-<id of the new vault>`. Allowed,
    /// too, where the account has revoked this device: the caller found `revokedDevice` in its verified log.
    /// There only the device key and its name are new; vault and display name stay. Codes: `identity_exists`,
    /// `bad_argument`, `vault_busy`, those of `entropyOfPhrase` and of KeyStore::store.
    static Result<Identity> restore(const std::filesystem::path& profileDir, KeyStore& keys, ByteView phrase,
                                    const std::string& displayName, const std::string& deviceName,
                                    const std::optional<crypto::PublicKey>& revokedDevice = {});

    /// Opens what `create` or `restore` made. Codes: `identity_missing`, `keyring_locked`,
    /// `keyring_no_service`, `keyring_denied`, `identity_key_lost`, `vault_damaged`, `vault_wrong_key`.
    static Result<Identity> open(const std::filesystem::path& profileDir, KeyStore& keys);

    Identity(Identity&&) noexcept;
    Identity& operator=(Identity&&) noexcept;
    ~Identity();

    /// False after `lock`.
    [[nodiscard]] bool isOpen() const;
    /// Wipes account key, device key and vault from memory. The keyring stays as it is (see KeyStore::lock).
    void lock();

    /// Signs as the person. Only while open; the program ends otherwise, since no key could be returned.
    [[nodiscard]] const crypto::SigningKey& accountKey() const;
    /// Signs as the person by suite 2; made of the vault's seed at each call. Codes: `vault_locked`,
    /// `suite_unavailable`.
    [[nodiscard]] Result<crypto::HybridSigningKey> accountKeys() const;
    /// Signs as this device. Only while open, as accountKey.
    [[nodiscard]] const crypto::SigningKey& deviceKey() const;
    /// Signs as this device by suite 2. The ML-DSA seed is HKDF-SHA-256 of the device key's seed, which
    /// nobody learns who breaks Ed25519: that yields the scalar, not the seed that it is the hash of. Codes
    /// as accountKeys().
    [[nodiscard]] Result<crypto::HybridSigningKey> deviceKeys() const;
    /// The vault's records. Only while open, as accountKey.
    [[nodiscard]] Vault& vault();

    /// Gives the vault a new opening key in the keyring and re-seals every record under the next key version.
    /// Killed at any point, the identity opens as before, and calling again finishes it. Codes:
    /// `vault_locked`, those of KeyStore::store and Vault::rotate.
    Status renewVaultKeys(KeyStore& keys, std::stop_token stop = {});

    /// The recovery phrase, to be shown to its owner. Code `vault_locked`.
    [[nodiscard]] Result<SecretBytes> phrase() const;

    /// These answer while locked, too.
    [[nodiscard]] const crypto::PublicKey& accountId() const { return m_public.account; }
    [[nodiscard]] const crypto::PublicKey& deviceId() const { return m_public.device; }
    [[nodiscard]] const std::string& displayName() const { return m_public.displayName; }
    [[nodiscard]] const std::string& deviceName() const { return m_public.deviceName; }
    /// did:key text of the account.
    [[nodiscard]] std::string didKey() const { return toDidKey(m_public.account); }
    /// Short text of the account for comparing by eye.
    [[nodiscard]] std::string fingerprint() const { return identity::fingerprint(m_public.account); }

private:
    struct Secrets;
    Identity(PublicIdentity info, std::unique_ptr<Secrets> secrets);
    [[nodiscard]] const Secrets& secrets() const;

    PublicIdentity m_public;
    std::unique_ptr<Secrets> m_secrets;
};

/// A new identity and its recovery phrase, to be shown once and written down.
struct CreatedIdentity {
    Identity identity;
    SecretBytes phrase;
};

}  // namespace keyreel::identity
