#include "core/base/log.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace keyreel {
namespace {

std::atomic<int>& threshold() {
    static std::atomic<int> level = [] {
        const char* wish = std::getenv("KEYREEL_LOG");
        return static_cast<int>(wish != nullptr && std::string_view(wish) == "debug" ? LogLevel::Debug
                                                                                     : LogLevel::Info);
    }();
    return level;
}

std::string_view word(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return "debug";
        case LogLevel::Info:
            return "info";
        case LogLevel::Warning:
            return "warning";
        case LogLevel::Error:
            return "error";
    }
    return "?";
}

}  // namespace

void log(LogLevel level, std::string_view category, std::string_view message) {
    if (static_cast<int>(level) < threshold().load(std::memory_order_relaxed)) return;
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> stamp{};
    std::strftime(stamp.data(), stamp.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    std::string line;
    line.append(stamp.data())
        .append(" ")
        .append(word(level))
        .append(" ")
        .append(category)
        .append(": ")
        .append(message);
    line += '\n';
    // One write, so that lines of several threads and processes do not mix.
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void setLogLevel(LogLevel level) {
    threshold().store(static_cast<int>(level), std::memory_order_relaxed);
}

}  // namespace keyreel
