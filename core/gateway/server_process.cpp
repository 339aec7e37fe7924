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

EndSignal::EndSignal() {
    std::signal(SIGPIPE, SIG_IGN);
    const sigset_t set = endSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_listener = std::thread([this, set] {
        int signal = 0;
        while (sigwait(&set, &signal) != 0) {
        }
        m_stop.request_stop();
    });
}

EndSignal::~EndSignal() {
    if (!m_listener.joinable()) return;
    // Nobody waits any more: the listener gets a signal of its own and ends.
    pthread_kill(m_listener.native_handle(), SIGTERM);
    m_listener.join();
}

void EndSignal::wait() {
    m_listener.join();
}

Status endWithParent(int parentPid) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    // The parent may have ended before the line above; then we belong to another one already.
    if (getppid() != parentPid)
        return fail("parent_gone",
                    "Process " + std::to_string(parentPid) + " is not the parent of this one.");
    return {};
}

void announce(const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

}  // namespace keyreel::gateway
