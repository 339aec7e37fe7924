#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/identity/keystore.h"

namespace keyreel::test {

/// A keyring in memory for unit tests, which can be put into any of the five states. Real keyrings are tested
/// in tests/integration/keyring.
class MemoryKeyStore final : public identity::KeyStore {
public:
    /// Present stands for "working"; any other state is what every call meets from now on.
    void setState(identity::KeyState state) { m_state = state; }
    [[nodiscard]] std::size_t count() const { return m_secrets.size(); }
    /// Loses every secret whose purpose begins with `purpose`.
    void lose(const std::string& purpose) {
        for (auto it = m_secrets.begin(); it != m_secrets.end();)
            it = it->first.second.rfind(purpose, 0) == 0 ? m_secrets.erase(it) : std::next(it);
    }
    /// The n-th call of `store` from now on fails as denied; 0 for never.
    void failStore(int call) { m_failStore = call; }

    [[nodiscard]] identity::KeyLookup lookup(const identity::KeyName& name) override {
        if (m_state != identity::KeyState::Present) return {m_state, {}, "test"};
        const auto it = m_secrets.find({name.profile, name.purpose});
        if (it == m_secrets.end()) return {identity::KeyState::Absent, {}, {}};
        return {identity::KeyState::Present, it->second.clone(), {}};
    }
    Status store(const identity::KeyName& name, const SecretBytes& secret,
                 const std::string& /*label*/) override {
        if (m_state != identity::KeyState::Present) return identity::keyringError(m_state, "test");
        if (m_failStore > 0 && --m_failStore == 0)
            return identity::keyringError(identity::KeyState::Denied, "test");
        m_secrets.insert_or_assign({name.profile, name.purpose}, secret.clone());
        return {};
    }
    Status remove(const identity::KeyName& name) override {
        if (m_state != identity::KeyState::Present) return identity::keyringError(m_state, "test");
        m_secrets.erase({name.profile, name.purpose});
        return {};
    }
    Status lock() override {
        m_state = identity::KeyState::Locked;
        return {};
    }
    Status unlock() override {
        m_state = identity::KeyState::Present;
        return {};
    }

private:
    identity::KeyState m_state = identity::KeyState::Present;
    std::map<std::pair<std::string, std::string>, SecretBytes> m_secrets;
    int m_failStore = 0;
};

}  // namespace keyreel::test
