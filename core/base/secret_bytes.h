#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"

namespace keyreel {

/// Keys, shares, seeds and phrases: locked out of swap and core dumps, wiped when released, not copyable by
/// accident, not printable, compared in constant time. A buffer never grows, so no stale copy is left by a
/// reallocation. Thread: as a vector; no sharing without a lock.
class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    /// A copy of `bytes`; wiping the source is the caller's duty.
    static SecretBytes copyOf(ByteView bytes);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    /// A deliberate second copy.
    [[nodiscard]] SecretBytes clone() const;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }
    [[nodiscard]] MutableBytes mutableView() { return {m_data, m_size}; }

    /// Constant time in the content; the sizes are not secret.
    [[nodiscard]] bool equals(ByteView other) const;

    /// Overwrites and releases the content now.
    void wipe();

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_mapped = 0;
};

/// Overwrites bytes so that the compiler cannot drop it.
void wipe(MutableBytes bytes);

/// Constant time in the content; the sizes are not secret.
bool constantTimeEqual(ByteView a, ByteView b);

/// Turns core dumps and ptrace by other processes of the same user off. Call once, first thing in main.
void protectProcessMemory();

}  // namespace keyreel
