#pragma once

#include <string>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::identity {

/// What the system keyring says about one secret. Five states, never fewer: taking "locked" or "no answer"
/// for "absent" would make a new identity over an old one.
enum class KeyState {
    Absent,     ///< The keyring is open and has no such secret.
    Locked,     ///< The secret, or the keyring that would hold it, is locked.
    Present,    ///< The secret is there and readable.
    NoService,  ///< No keyring on this session's bus, or it did not answer in time.
    Denied,     ///< The keyring refused, or the person dismissed its prompt.
};

/// Stable text: absent, locked, present, no_service, denied.
const char* toText(KeyState state);

/// Names a secret: one profile's, for one purpose. Both are 1 to 128 printable ASCII characters.
struct KeyName {
    std::string profile;
    std::string purpose;
};

struct KeyLookup {
    KeyState state = KeyState::NoService;
    SecretBytes secret;  ///< Empty unless Present.
    std::string detail;  ///< What the keyring said, for diagnostics; never a secret.
};

/// True when both parts are as KeyName says.
bool isKeyName(const KeyName& name);

/// The error that a state amounts to when a secret was needed: `keyring_locked`, `keyring_denied`,
/// `keyring_no_service`; `keyring_failed` for the other two.
tl::unexpected<Error> keyringError(KeyState state, const std::string& detail);

/// The system keyring behind our own door. Calls run on the caller's thread and return within a stated time.
/// Status codes: `keyring_locked`, `keyring_denied`, `keyring_no_service`, `keyring_failed`,
/// `bad_argument`.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    /// Never prompts, never unlocks.
    [[nodiscard]] virtual KeyLookup lookup(const KeyName& name) = 0;
    /// Stores or replaces. Refuses with `keyring_locked` instead of prompting for an unlock.
    virtual Status store(const KeyName& name, const SecretBytes& secret, const std::string& label) = 0;
    /// Success also when there is nothing to remove.
    virtual Status remove(const KeyName& name) = 0;
    /// Locks the keyring that holds (or would hold) Keyreel's secrets. Other programs' secrets in it are
    /// locked, too.
    virtual Status lock() = 0;
    /// Unlocks it; the desktop may prompt, so this may wait for a person (see the implementation's limit).
    virtual Status unlock() = 0;
};

}  // namespace keyreel::identity
