#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "core/base/bytes.h"

namespace keyreel::studio {

/// Signed manifests that were fetched before, by content identifier, so that a film whose page was shown
/// opens without fetching its manifest again. Never out of date: the rights log names the identifier, and the
/// bytes are its own. In memory only; the one that was kept first goes first. Thread: any.
class KnownManifests {
public:
    /// Of all together. A larger one is not kept.
    static constexpr std::size_t kMaxBytes = 16U << 20;

    [[nodiscard]] std::optional<Bytes> find(const std::string& cid) const;
    /// `manifest` must be what `cid` names.
    void keep(const std::string& cid, ByteView manifest);

private:
    mutable std::mutex m_mutex;
    std::deque<std::pair<std::string, Bytes>> m_kept;  // guarded by m_mutex
    std::size_t m_bytes = 0;                           // guarded by m_mutex
};

}  // namespace keyreel::studio
