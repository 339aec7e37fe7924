#include "core/sandbox/sandbox.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <thread>

#include "core/base/sanitized.h"
#include "core/sandbox/call_filter.h"
#include "core/sandbox/landlock.h"

namespace keyreel::sandbox {
namespace {

tl::unexpected<Error> refused(const char* what) {
    return fail("sandbox_failed",
                std::string(what) + " is refused: " + std::generic_category().message(errno) + ".");
}

/// Lowers both limits; nobody raises them again.
template <class Resource>
bool limit(Resource resource, std::uint64_t value) {
    rlimit current{};
    if (::getrlimit(resource, &current) != 0) return false;
    const rlim_t lowered = std::min<rlim_t>(value, current.rlim_max);
    const rlimit wanted{lowered, lowered};
    return ::setrlimit(resource, &wanted) == 0;
}

/// When memory runs out the kernel ends this process, not the one with somebody's work.
void offerAsFirstToGo() {
    const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    (void)!::write(file, "1000", 4);
    ::close(file);
}

}  // namespace

Result<Guards> enter(const Limits& limits) {
    Guards guards;
    // The C library installs its own signal handlers with the first thread; afterwards nobody installs any.
    std::thread([] {}).join();
    offerAsFirstToGo();
    if (!limit(RLIMIT_CORE, 0) || !limit(RLIMIT_NOFILE, limits.descriptors) || !limit(RLIMIT_MEMLOCK, 0) ||
        !limit(RLIMIT_MSGQUEUE, 0))
        return refused("A resource limit");
    // A sanitizer's report may go to a file.
    if (!kSanitized && !limit(RLIMIT_FSIZE, 0)) return refused("A resource limit");
    if (!kSanitized && limits.memory != 0) {
        // What is written to; the address space also holds libraries and room that nobody fills.
        if (!limit(RLIMIT_DATA, limits.memory) || !limit(RLIMIT_AS, 4 * limits.memory))
            return refused("The memory limit");
        guards.memory = limits.memory;
    }
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return refused("Hiding the memory");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return refused("Giving up privileges");
    KEYREEL_TRY(guards.landlock, denyByLandlock());
    KEYREEL_CHECK(filterCalls());
    guards.seccomp = true;
    return guards;
}

}  // namespace keyreel::sandbox
