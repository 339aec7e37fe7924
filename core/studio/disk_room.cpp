#include "core/studio/disk_room.h"

#include <array>
#include <cstdio>
#include <string>

namespace keyreel::studio {
namespace {

/// In decimal units as file managers have them, rounded up: making that much room is enough.
std::string sizeWords(std::uint64_t bytes) {
    constexpr std::uint64_t kTenthOfAMegabyte = 100'000;
    constexpr std::uint64_t kGigabyte = 1'000'000'000;
    const bool large = bytes >= kGigabyte;
    const std::uint64_t unit = large ? kGigabyte / 10 : kTenthOfAMegabyte;
    const std::uint64_t tenths = bytes / unit + (bytes % unit != 0 ? 1 : 0);
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%llu.%llu %s",
                        static_cast<unsigned long long>(tenths / 10),
                        static_cast<unsigned long long>(tenths % 10), large ? "GB" : "MB");
    return text.data();
}

}  // namespace

Status checkRoom(const std::filesystem::path& folder, std::uint64_t bytes) {
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    if (error || space.available >= bytes) return {};
    const std::string missing = sizeWords(bytes - space.available);
    return fail(
        "disk_full",
        folder.string() + " lacks " + missing + " of room: the film needs about " + sizeWords(bytes) +
            " there until it is published.",
        "Make room for " + missing + " more on that disk, or choose fewer qualities, then try again.");
}

}  // namespace keyreel::studio
