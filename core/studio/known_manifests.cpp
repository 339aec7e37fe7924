#include "core/studio/known_manifests.h"

#include <algorithm>

namespace keyreel::studio {

std::optional<Bytes> KnownManifests::find(const std::string& cid) const {
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [&](const auto& kept) { return kept.first == cid; });
    if (found == m_kept.end()) return std::nullopt;
    return found->second;
}

void KnownManifests::keep(const std::string& cid, ByteView manifest) {
    if (manifest.size() > kMaxBytes) return;
    const std::lock_guard lock(m_mutex);
    if (std::any_of(m_kept.begin(), m_kept.end(), [&](const auto& kept) { return kept.first == cid; }))
        return;
    for (; m_bytes + manifest.size() > kMaxBytes; m_kept.pop_front())
        m_bytes -= m_kept.front().second.size();
    m_kept.emplace_back(cid, toBytes(manifest));
    m_bytes += manifest.size();
}

}  // namespace keyreel::studio
