#include "app/cli/console.h"

#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <string_view>
#include <thread>

#include "core/base/utf8.h"

namespace keyreel::cli {
namespace {

template <std::size_t N>
bool isOneOf(std::string_view code, const std::array<std::string_view, N>& codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

constexpr std::array<std::string_view, 24> kRefusals{
    "no_access",          "asset_unpublished", "device_revoked",   "device_unknown",       "cap_expired",
    "pop_invalid",        "pop_missing",       "pop_stale",        "not_creator",          "not_holder",
    "transfer_forbidden", "grant_revoked",     "delegation_ended", "delegation_exhausted", "royalty_missing",
    "replayed",           "stale_replica",     "share_mismatch",   "offline_forbidden",    "lease_ended",
    "lease_missing",      "suite_required",    "suite_downgrade",  "suite_unsupported"};
constexpr std::array<std::string_view, 7> kKeyringCodes{
    "keyring_locked",    "keyring_no_service", "keyring_denied", "keyring_failed",
    "identity_key_lost", "identity_missing",   "vault_wrong_key"};
constexpr std::array<std::string_view, 7> kUnreachableCodes{"gateway_unreachable",   "timeout",
                                                            "too_few_nodes",         "certificate_invalid",
                                                            "network_missing",       "revocation_partial",
                                                            "revocation_undelivered"};

constexpr std::array<std::string_view, 7> kContradictions{
    "log_fork",    "log_rollback",      "log_withheld",   "log_divergent",
    "log_changed", "log_proof_invalid", "proof_divergent"};

}  // namespace

int exitStatusOf(const Error& error) {
    if (error.code == "cancelled") return kCancelled;
    if (error.code == "usage") return kUsage;
    if (isOneOf(error.code, kRefusals)) return kRefused;
    if (isOneOf(error.code, kKeyringCodes)) return kKeyring;
    if (isOneOf(error.code, kUnreachableCodes)) return kUnreachable;
    if (isOneOf(error.code, kContradictions)) return kContradiction;
    return kFailed;
}

void Console::line(const std::string& text) const {
    if (!m_json) std::cout << printable(text, "\n") << std::endl;
}

int Console::done(nlohmann::json result) const {
    if (m_json) {
        result["ok"] = true;
        std::cout << result.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
    }
    return kDone;
}

int Console::failed(const Error& error, nlohmann::json result) const {
    if (m_json) {
        result["ok"] = false;
        result["error"] = {{"code", error.code}, {"what", error.what}, {"next", error.next}};
        std::cout << result.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
    } else {
        std::cerr << printable(error.what, "\n") << '\n';
        if (!error.next.empty()) std::cerr << printable(error.next, "\n") << '\n';
        std::cerr << "(" << error.code << ")" << std::endl;
    }
    return exitStatusOf(error);
}

void Console::event(const std::string& text, const nlohmann::json& event) const {
    if (m_json)
        std::cerr << event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
    else
        std::cout << printable(text, "\n") << std::endl;
}

std::stop_token stopOnSignals() {
    // A thread that waits is free to do what a signal handler may not. Every other thread inherits the
    // blocked mask.
    static std::stop_source source;
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    std::thread([signals] {
        int number = 0;
        sigwait(&signals, &number);
        source.request_stop();
        // A second one ends the program without further ado.
        sigwait(&signals, &number);
        _exit(kCancelled);
    }).detach();
    return source.get_token();
}

std::string bytesText(std::uint64_t bytes) {
    std::array<char, 32> text{};
    const auto value = static_cast<double>(bytes);
    if (bytes >= 1'000'000'000)
        std::snprintf(text.data(), text.size(), "%.2f GB", value / 1e9);
    else if (bytes >= 1'000'000)
        std::snprintf(text.data(), text.size(), "%.1f MB", value / 1e6);
    else if (bytes >= 1000)
        std::snprintf(text.data(), text.size(), "%.1f kB", value / 1e3);
    else
        std::snprintf(text.data(), text.size(), "%u bytes", static_cast<unsigned>(bytes));
    return text.data();
}

std::string timeText(double seconds) {
    const auto whole = static_cast<unsigned>(std::clamp(seconds, 0.0, 360000.0) + 0.5);
    std::array<char, 32> text{};
    if (whole >= 3600)
        std::snprintf(text.data(), text.size(), "%u:%02u:%02u", whole / 3600, whole / 60 % 60, whole % 60);
    else
        std::snprintf(text.data(), text.size(), "%u:%02u", whole / 60, whole % 60);
    return text.data();
}

}  // namespace keyreel::cli
