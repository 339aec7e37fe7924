#pragma once

#include <map>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/cenc/scheme.h"

namespace keyreel::cenc {

/// Content keys by key id. Locked memory, wiped on destruction, not copyable. Thread: fill it first, then any
/// number of readers.
class KeyRing {
public:
    KeyRing() = default;
    KeyRing(KeyRing&&) = default;
    KeyRing& operator=(KeyRing&&) = default;

    /// Adds or replaces. Code `key_size_invalid` unless 16 bytes.
    Status add(const KeyId& keyId, SecretBytes key);
    /// nullptr when absent; valid until the ring changes.
    [[nodiscard]] const SecretBytes* find(const KeyId& keyId) const;
    [[nodiscard]] bool empty() const { return m_keys.empty(); }

private:
    std::map<KeyId, SecretBytes> m_keys;
};

}  // namespace keyreel::cenc
