#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

#include "core/base/clock.h"

namespace keyreel::gateway {

/// How fast everything that is uploaded at the same time may go together: a token bucket that holds half a
/// second's worth. Thread: any.
class UploadLimit {
public:
    /// `clock` must outlive it. 0 bytes per second: no limit.
    explicit UploadLimit(const Clock& clock, std::uint64_t bytesPerSecond = 0);

    /// Holds for what is sent from now on.
    void set(std::uint64_t bytesPerSecond);
    [[nodiscard]] std::uint64_t bytesPerSecond() const;
    /// How many of `wanted` bytes to send at once, so that waiting stays short; at least 1 of at least 1.
    [[nodiscard]] std::uint64_t pieceOf(std::uint64_t wanted) const;
    /// Takes the tokens for so many bytes; what is returned has to pass before they are sent.
    [[nodiscard]] std::chrono::nanoseconds take(std::uint64_t bytes);

private:
    const Clock* m_clock;
    mutable std::mutex m_mutex;
    std::uint64_t m_rate;
    std::chrono::nanoseconds m_free{0};  ///< By the clock: when all that was taken will have been sent.
};

}  // namespace keyreel::gateway
