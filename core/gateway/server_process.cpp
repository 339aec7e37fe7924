#include "core/gateway/server_process.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace keyreel::gateway {

namespace {

sigset_t endSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

}  // namespace

void holdSignals() {
    const sigset_t set = endSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

Status endWithParent(int parentPid) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    // The parent may have ended before the line above; then we belong to another one already.
    if (getppid() != parentPid)
        return fail("parent_gone",
                    "Process " + std::to_string(parentPid) + " is not the parent of this one.");
    return {};
}

void waitForEnd() {
    const sigset_t set = endSignals();
    int signal = 0;
    while (sigwait(&set, &signal) != 0) {
    }
}

void announce(const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

}  // namespace keyreel::gateway
