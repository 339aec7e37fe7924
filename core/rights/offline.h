#pragma once

#include <cstdint>
#include <string_view>

namespace keyreel::rights {

/// What a capability says when a device asks to keep a film for watching without a network. The device itself
/// is registered for kPurposePlay.
inline constexpr std::string_view kPurposeOffline = "offline";

/// Bits 8 to 16 of the terms' flags: for how many days the creator lets a device keep the film; 0: not at
/// all.
inline constexpr unsigned kOfflineShift = 8;
inline constexpr std::uint32_t kOfflineMask = 0x1FFU << kOfflineShift;
inline constexpr std::uint32_t kMaxOfflineDays = 365;
inline constexpr std::int64_t kOfflineDay = 86400;

constexpr std::uint32_t offlineDays(std::uint32_t flags) {
    return (flags & kOfflineMask) >> kOfflineShift;
}

/// The bits for so many days; `days` is at most kMaxOfflineDays.
constexpr std::uint32_t offlineFlags(std::uint32_t days) {
    return (days << kOfflineShift) & kOfflineMask;
}

}  // namespace keyreel::rights
