#include "core/gateway/server_process.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/gateway/json_reader.h"

namespace keyreel::gateway {

namespace {

constexpr const char* kRecordFile = "server.json";
constexpr std::uint64_t kRecordLimit = 4096;
constexpr std::uint64_t kMaxPid = 1u << 22;  // PID_MAX_LIMIT of Linux

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

std::optional<ProcessStat> processStat(int pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    if (!std::getline(file, line)) return std::nullopt;
    // The name in field 2 may hold anything, so counting starts at its last bracket.
    const auto close = line.rfind(')');
    if (close == std::string::npos) return std::nullopt;
    std::istringstream fields(line.substr(close + 1));
    ProcessStat out;
    fields >> out.state;
    std::string skipped;
    for (int field = 4; field < 22; ++field)
        fields >> skipped;
    fields >> out.startTime;
    if (!fields) return std::nullopt;
    return out;
}

Status writeServerRecord(const std::filesystem::path& dataFolder, const std::string& url) {
    const auto stat = processStat(getpid());
    const nlohmann::json record = {
        {"url", url}, {"pid", getpid()}, {"startTime", stat ? stat->startTime : std::uint64_t{0}}};
    return writeFileAtomically(dataFolder / kRecordFile, asBytes(record.dump()));
}

std::optional<ServerRecord> readServerRecord(const std::filesystem::path& dataFolder) {
    const auto read = [&]() -> Result<ServerRecord> {
        KEYREEL_TRY(const Bytes bytes, readFile(dataFolder / kRecordFile, kRecordLimit));
        KEYREEL_TRY(const nlohmann::json value, parseJson(bytes));
        JsonReader in(value, "server record");
        ServerRecord record;
        KEYREEL_TRY(record.url, in.text("url", 512));
        KEYREEL_TRY(const std::uint64_t pid, in.number("pid", kMaxPid));
        record.pid = static_cast<int>(pid);
        KEYREEL_TRY(record.startTime, in.number("startTime", UINT64_MAX));
        return record;
    };
    auto record = read();
    if (!record) return std::nullopt;
    return std::move(*record);
}

void announce(const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

}  // namespace keyreel::gateway
