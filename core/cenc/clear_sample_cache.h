#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/secret_bytes.h"

namespace keyreel::cenc {

/// The decrypted samples used last, by file offset; wiped when they leave.
class ClearSampleCache {
public:
    static constexpr std::size_t kSamples = 8;

    ClearSampleCache() = default;
    ClearSampleCache(const ClearSampleCache&) = delete;
    ClearSampleCache& operator=(const ClearSampleCache&) = delete;
    ~ClearSampleCache() {
        for (Slot& slot : m_slots)
            wipe(slot.bytes);
    }

    /// nullptr when it is not there.
    [[nodiscard]] const Bytes* find(std::uint64_t offset) {
        for (Slot& slot : m_slots) {
            if (slot.used == 0 || slot.offset != offset) continue;
            slot.used = ++m_uses;
            return &slot.bytes;
        }
        return nullptr;
    }
    /// Room for a sample of `size` bytes in the slot unused for longest, which is wiped. It is found only
    /// after `keep`.
    Bytes& makeRoom(std::size_t size) {
        m_next = 0;
        for (std::size_t i = 1; i < kSamples; ++i)
            if (m_slots[i].used < m_slots[m_next].used) m_next = i;
        Slot& slot = m_slots[m_next];
        wipe(slot.bytes);
        slot.used = 0;
        // A growing vector would leave a copy behind: a fresh one has none.
        if (slot.bytes.capacity() < size) slot.bytes = Bytes();
        slot.bytes.resize(size);
        return slot.bytes;
    }
    void keep(std::uint64_t offset) {
        m_slots[m_next].offset = offset;
        m_slots[m_next].used = ++m_uses;
    }

private:
    struct Slot {
        std::uint64_t offset = 0;
        std::uint64_t used = 0;  ///< 0: empty.
        Bytes bytes;
    };
    std::array<Slot, kSamples> m_slots;
    std::uint64_t m_uses = 0;
    std::size_t m_next = 0;
};

}  // namespace keyreel::cenc
