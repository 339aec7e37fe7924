#pragma once

#include <chrono>
#include <stop_token>

#include "core/identity/keystore.h"

namespace keyreel::identity {

/// The freedesktop Secret Service (gnome-keyring, KWallet, KeePassXC) through libsecret. Each call opens the
/// service anew on a main context of its own, so a restarted keyring daemon, a foreign GUI loop or a dead bus
/// cannot confuse or block it. Secrets go from libsecret's locked memory into SecretBytes without a stop in
/// ordinary memory. Thread: any; one call at a time per object.
class SecretServiceKeyStore final : public KeyStore {
public:
    struct Limits {
        std::chrono::milliseconds answer{10'000};   ///< For calls that need no person.
        std::chrono::milliseconds prompt{120'000};  ///< For `unlock` and for making a first keyring.
    };

    /// `stop` ends a call that is under way: it then reports Denied or `keyring_denied`.
    SecretServiceKeyStore() : SecretServiceKeyStore(Limits{}) {}
    explicit SecretServiceKeyStore(Limits limits, std::stop_token stop = {})
        : m_limits(limits), m_stop(std::move(stop)) {}

    [[nodiscard]] KeyLookup lookup(const KeyName& name) override;
    Status store(const KeyName& name, const SecretBytes& secret, const std::string& label) override;
    Status remove(const KeyName& name) override;
    Status lock() override;
    Status unlock() override;

private:
    Limits m_limits;
    std::stop_token m_stop;
};

}  // namespace keyreel::identity
