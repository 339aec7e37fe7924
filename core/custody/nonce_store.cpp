#include "core/custody/nonce_store.h"

#include "core/custody/refusal.h"

namespace keyreel::custody {

Status MemoryNonceStore::use(const crypto::PublicKey& device, const Nonce& nonce, std::int64_t time,
                             std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    // A proof that was used before the start may be as much as one window ahead of that moment.
    if (now <= m_started + 2 * kProofWindow)
        return fail(std::string(refusal::kBusy), "The node has just started.", "Try again in two minutes.");
    const auto key = std::make_pair(device, nonce);
    if (m_used.count(key) != 0) return fail(std::string(refusal::kReplayed), "The nonce was used before.");
    if (m_used.size() >= m_capacity) {
        for (auto it = m_used.begin(); it != m_used.end();)
            it = it->second < now ? m_used.erase(it) : std::next(it);
        if (m_used.size() >= m_capacity)
            return fail(std::string(refusal::kBusy), "The node has no room for another nonce.",
                        "Try again in a minute.");
    }
    m_used.emplace(key, nonceExpiry(time));
    return {};
}

}  // namespace keyreel::custody
