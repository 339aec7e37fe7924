#include "app/desktop/end_signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace keyreel::desktop {
namespace {

constexpr std::array<int, 3> kSignals{SIGTERM, SIGINT, SIGHUP};

/// A handler may do next to nothing, and has no object: it writes here, the event loop reads.
std::array<int, 2> wakePipe{-1, -1};

void wake(int) {
    const int before = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
    errno = before;
}

void restoreDefault() {
    for (const int signal : kSignals) {
        struct sigaction current {};
        if (::sigaction(signal, nullptr, &current) == 0 && current.sa_handler == wake)
            std::signal(signal, SIG_DFL);
    }
}

}  // namespace

EndSignals::EndSignals(std::function<void()> end) {
    if (::pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [end = std::move(end)]() {
                         std::array<char, 16> bytes{};
                         [[maybe_unused]] const ssize_t got = ::read(wakePipe[0], bytes.data(), bytes.size());
                         end();
                     });
    for (const int signal : kSignals) {
        struct sigaction action {};
        if (signal == SIGHUP && ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
            continue;
        action = {};
        action.sa_handler = wake;
        // Not by a mask: what this program starts, such as a browser for a link, would inherit it.
        action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
        ::sigaction(signal, &action, nullptr);
    }
}

EndSignals::~EndSignals() {
    restoreDefault();
    m_notifier.reset();
    for (int& end : wakePipe)
        if (end >= 0) ::close(std::exchange(end, -1));
}

}  // namespace keyreel::desktop
