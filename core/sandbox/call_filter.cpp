#include "core/sandbox/call_filter.h"

#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "core/base/sanitized.h"

namespace keyreel::sandbox {
namespace {

/// Computing, memory, threads, time, and talking over what is open.
constexpr int kAllowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/// Asked for by libraries that live without: tables of characters, the number of processors, a thread's
/// place behind others.
constexpr int kDenied[] = {
    SCMP_SYS(open),        SCMP_SYS(openat),   SCMP_SYS(access),     SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),  SCMP_SYS(stat),     SCMP_SYS(lstat),      SCMP_SYS(newfstatat),
    SCMP_SYS(statx),       SCMP_SYS(readlink), SCMP_SYS(fstat),      SCMP_SYS(fcntl),
    SCMP_SYS(ioctl),       SCMP_SYS(getcwd),   SCMP_SYS(readlinkat), SCMP_SYS(getpriority),
    SCMP_SYS(setpriority),
};

// What pthread_create asks of clone(), on all that Debian runs on. Without CLONE_THREAD it would be fork().
constexpr auto kThreadFlags =
    static_cast<scmp_datum_t>(CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD |
                              CLONE_SYSVSEM | CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID);

class Filter {
public:
    Filter() : m_context(seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release) {
        if (!m_context) m_error = -ENOMEM;
    }

    template <class... Conditions>
    void rule(std::uint32_t action, int call, Conditions... conditions) {
        if (m_error != 0) return;
        const std::vector<scmp_arg_cmp> all{conditions...};
        const int error = seccomp_rule_add_array(m_context.get(), action, call,
                                                 static_cast<unsigned>(all.size()), all.data());
        // A call that this processor's kernel never had.
        if (error != 0 && error != -EDOM) m_error = error;
    }

    Status load() {
        if (m_error == 0) m_error = seccomp_load(m_context.get());
        if (m_error == 0) return {};
        return fail("sandbox_failed",
                    "seccomp: the filter is refused: " + std::generic_category().message(-m_error) + ".");
    }

private:
    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    int m_error = 0;
};

scmp_arg_cmp equals(unsigned argument, scmp_datum_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp without(unsigned argument, scmp_datum_t bits) {
    return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}

}  // namespace

Status filterCalls() {
    Filter filter;
    for (const int call : kAllowed)
        filter.rule(SCMP_ACT_ALLOW, call);
    for (const int call : kDenied)
        filter.rule(SCMP_ACT_ERRNO(EACCES), call);
    // No memory becomes code.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(mmap), without(2, PROT_EXEC));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), without(2, PROT_EXEC));
    if (kSanitized) {
        // How UBSan asks whether memory can be read.
        filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(pipe));
        filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(pipe2));
    }
    // Threads; clone3 hides its flags from a filter, and glibc then uses clone.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), equals(0, kThreadFlags));
    filter.rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(prctl), equals(0, PR_SET_NAME));
    filter.rule(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prctl), scmp_arg_cmp{0, SCMP_CMP_NE, PR_SET_NAME, 0});
    // abort() only ends itself; asking for limits only asks.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), equals(0, static_cast<scmp_datum_t>(::getpid())));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), equals(0, 0), equals(2, 0));
    return filter.load();
}

}  // namespace keyreel::sandbox
