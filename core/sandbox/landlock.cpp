#include "core/sandbox/landlock.h"

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <string>
#include <system_error>

namespace keyreel::sandbox {
namespace {

/// landlock_ruleset_attr as of ABI 6; Debian 12's header ends behind the first member. Older kernels are
/// given the part that they know.
struct Ruleset {
    std::uint64_t files = 0;
    std::uint64_t network = 0;  // ABI 4
    std::uint64_t scopes = 0;   // ABI 6
};

/// Rights over files by ABI, from 1: 13 of them, then moving between folders, truncating, device control.
constexpr std::array<unsigned, 5> kFileRights{13, 14, 15, 15, 16};
constexpr std::uint64_t kBindAndConnectTcp = 3;
constexpr std::uint64_t kAbstractSocketsAndSignals = 3;

tl::unexpected<Error> refused(const char* what) {
    return fail("sandbox_failed",
                std::string("Landlock: ") + what + ": " + std::generic_category().message(errno) + ".");
}

}  // namespace

Result<int> denyByLandlock() {
    const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return 0;
    Ruleset rules;
    const std::size_t known = std::min<std::size_t>(static_cast<std::size_t>(abi), kFileRights.size());
    rules.files = (std::uint64_t{1} << kFileRights[known - 1]) - 1;
    std::size_t size = sizeof rules.files;
    if (abi >= 4) {
        rules.network = kBindAndConnectTcp;
        size += sizeof rules.network;
    }
    if (abi >= 6) {
        rules.scopes = kAbstractSocketsAndSignals;
        size += sizeof rules.scopes;
    }
    const long set = ::syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    if (set < 0) return refused("no rules");
    const long restricted = ::syscall(SYS_landlock_restrict_self, set, 0);
    if (restricted != 0) return refused("not enforced");
    ::close(static_cast<int>(set));
    return static_cast<int>(abi);
}

}  // namespace keyreel::sandbox
