#pragma once

#include <sys/types.h>

#include <csignal>
#include <utility>

#include "ui/models/engine.h"

namespace keyreel::gui_test {

/// The gateway of a world, stopped as a hanging server is; goes on at the end of the scope at the latest.
class StandingGateway {
public:
    explicit StandingGateway(const ui::Engine& engine) {
        for (const auto& service : engine.health())
            if (service.name == "gateway") m_pid = static_cast<pid_t>(service.pid);
        stopped = m_pid > 0 && ::kill(m_pid, SIGSTOP) == 0;
    }
    ~StandingGateway() { goOn(); }
    StandingGateway(const StandingGateway&) = delete;
    StandingGateway& operator=(const StandingGateway&) = delete;
    void goOn() {
        if (m_pid > 0) ::kill(std::exchange(m_pid, 0), SIGCONT);
    }
    bool stopped = false;

private:
    pid_t m_pid = 0;
};

}  // namespace keyreel::gui_test
