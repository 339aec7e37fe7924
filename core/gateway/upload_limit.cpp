#include "core/gateway/upload_limit.h"

#include <algorithm>

namespace keyreel::gateway {
namespace {

constexpr std::chrono::nanoseconds kBurst = std::chrono::milliseconds(500);
/// Below this a signed request costs more than what it carries.
constexpr std::uint64_t kLeastPiece = 16 * 1024;

}  // namespace

UploadLimit::UploadLimit(const Clock& clock, std::uint64_t bytesPerSecond)
    : m_clock(&clock), m_rate(bytesPerSecond) {}

void UploadLimit::set(std::uint64_t bytesPerSecond) {
    const std::lock_guard guard(m_mutex);
    m_rate = bytesPerSecond;
}

std::uint64_t UploadLimit::bytesPerSecond() const {
    const std::lock_guard guard(m_mutex);
    return m_rate;
}

std::uint64_t UploadLimit::pieceOf(std::uint64_t wanted) const {
    const std::lock_guard guard(m_mutex);
    return m_rate == 0 ? wanted : std::min(wanted, std::max(kLeastPiece, m_rate / 2));
}

std::chrono::nanoseconds UploadLimit::take(std::uint64_t bytes) {
    const std::lock_guard guard(m_mutex);
    if (m_rate == 0) return std::chrono::nanoseconds(0);
    const auto now = m_clock->elapsed();
    // Half a second of silence is made up for, a longer one is lost.
    m_free = std::max(m_free, now - kBurst);
    const auto wait = std::max(std::chrono::nanoseconds(0), m_free - now);
    m_free += std::chrono::nanoseconds(
        static_cast<std::int64_t>(static_cast<double>(bytes) / static_cast<double>(m_rate) * 1e9));
    return wait;
}

}  // namespace keyreel::gateway
