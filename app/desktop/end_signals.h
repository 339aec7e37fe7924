#pragma once

#include <QSocketNotifier>
#include <functional>
#include <memory>

namespace keyreel::desktop {

/// Lets the program end in an orderly way when the system asks it to: SIGTERM, SIGINT (Ctrl-C) and SIGHUP
/// (the terminal or the session is gone) call `end` from the event loop. A second one of the same kind ends
/// the process at once. SIGHUP stays ignored where it was (nohup). One per process. Thread: the GUI thread.
class EndSignals {
public:
    explicit EndSignals(std::function<void()> end);
    ~EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace keyreel::desktop
