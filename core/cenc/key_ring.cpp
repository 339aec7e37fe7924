#include "core/cenc/key_ring.h"

namespace keyreel::cenc {

Status KeyRing::add(const KeyId& keyId, SecretBytes key) {
    if (key.size() != 16)
        return fail("key_size_invalid",
                    "A content key has 16 bytes, not " + std::to_string(key.size()) + ".");
    m_keys[keyId] = std::move(key);
    return {};
}

const SecretBytes* KeyRing::find(const KeyId& keyId) const {
    const auto found = m_keys.find(keyId);
    return found == m_keys.end() ? nullptr : &found->second;
}

}  // namespace keyreel::cenc
