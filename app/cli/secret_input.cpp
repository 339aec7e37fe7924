#include "app/cli/secret_input.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <optional>

#include "core/base/progress.h"

namespace keyreel::cli {
namespace {

constexpr std::size_t kMaxLine = 2048;
constexpr std::size_t kMaxText = 1024;

bool isTerminal() {
    return ::isatty(STDIN_FILENO) != 0;
}

/// Keeps what is typed off the screen while it lives.
class NoEcho {
public:
    NoEcho() : m_changed(isTerminal() && tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_changed) return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        quiet.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho() {
        if (m_changed) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios m_before{};
    bool m_changed;
};

/// Standard input that a wish to stop interrupts. The signals themselves interrupt no read: they are blocked
/// and taken by a thread of their own.
class Input {
public:
    explicit Input(const std::stop_token& stop)
        : m_stop(stop), m_wake(::eventfd(0, EFD_CLOEXEC)), m_onStop(stop, Wake{m_wake}) {}
    ~Input() {
        if (m_wake >= 0) ::close(m_wake);
    }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    /// Bytes read, 0 at the end; nothing when stopped.
    std::optional<std::size_t> read(MutableBytes out) {
        for (;;) {
            pollfd waits[2]{{STDIN_FILENO, POLLIN, 0}, {m_wake, POLLIN, 0}};
            const int ready = ::poll(waits, m_wake >= 0 ? 2 : 1, -1);
            if (m_stop.stop_requested()) return std::nullopt;
            if (ready < 0 && errno == EINTR) continue;
            const ssize_t got = ::read(STDIN_FILENO, out.data(), out.size());
            if (got < 0 && errno == EINTR) continue;
            return got > 0 ? static_cast<std::size_t>(got) : 0;
        }
    }

private:
    struct Wake {
        int descriptor;
        void operator()() const {
            if (descriptor >= 0) ::eventfd_write(descriptor, 1);
        }
    };
    std::stop_token m_stop;
    int m_wake;
    // Last: ends before the descriptor that it writes to is closed.
    std::stop_callback<Wake> m_onStop;
};

tl::unexpected<Error> stopped() {
    if (isTerminal()) std::cerr << std::endl;
    return cancelled("The input");
}

}  // namespace

Result<SecretBytes> readSecretLine(const std::string& prompt, const std::stop_token& stop) {
    const NoEcho quiet;
    if (isTerminal()) std::cerr << prompt << std::endl;
    Input input(stop);
    SecretBytes line(kMaxLine);
    std::size_t size = 0;
    while (size < line.size()) {
        const auto got = input.read(line.mutableView().subspan(size, 1));
        if (!got) return stopped();
        if (*got == 0 || line.view()[size] == '\n') break;
        ++size;
    }
    return SecretBytes::copyOf(line.view().first(size));
}

Result<SecretBytes> readSecretText(const std::string& prompt, const std::stop_token& stop) {
    if (isTerminal()) std::cerr << prompt << std::endl;
    Input input(stop);
    SecretBytes text(kMaxText);
    std::size_t size = 0;
    while (size < text.size()) {
        const auto got = input.read(text.mutableView().subspan(size));
        if (!got) return stopped();
        if (*got == 0) break;
        size += *got;
    }
    while (size > 0 && (text.view()[size - 1] == '\n' || text.view()[size - 1] == '\r'))
        --size;
    return SecretBytes::copyOf(text.view().first(size));
}

}  // namespace keyreel::cli
