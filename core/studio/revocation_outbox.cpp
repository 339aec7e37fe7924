#include "core/studio/revocation_outbox.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/rights/merkle.h"
#include "core/studio/json_fields.h"

namespace keyreel::studio {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::chrono::milliseconds kFirstPause{2000};
constexpr std::chrono::milliseconds kLongestPause{300'000};
constexpr std::chrono::milliseconds kSettlePatience{6000};
constexpr std::uint64_t kMaxFile = 1U << 20;
constexpr std::string_view kSuffix = ".json";

/// What may pass. Any other code is the node's own word, and asking again gives the same.
bool mayPass(const std::string& code) {
    constexpr std::array<std::string_view, 10> kPassing{
        "gateway_unreachable", "timeout",      "certificate_invalid", "tls_failed", "bad_response", "busy",
        "unavailable",         "rate_limited", "asset_unknown",       "cancelled"};
    return std::find(kPassing.begin(), kPassing.end(), code) != kPassing.end();
}

struct Waiting {
    Bytes statement;
    std::string authorityPem;
    std::vector<Receiver> nodes;
};

std::optional<Waiting> read(const fs::path& path) {
    const auto bytes = readFile(path, kMaxFile);
    const json value =
        bytes ? json::parse(bytes->begin(), bytes->end(), nullptr, false) : json(json::value_t::discarded);
    if (!value.is_object()) return std::nullopt;
    Waiting waiting;
    auto statement = fromHex(fieldOr(value, "statement", std::string()));
    if (!statement) return std::nullopt;
    waiting.statement = std::move(*statement);
    waiting.authorityPem = fieldOr(value, "authority", std::string());
    const auto nodes = value.find("nodes");
    if (nodes == value.end() || !nodes->is_array()) return std::nullopt;
    for (const json& node : *nodes)
        if (node.is_object())
            waiting.nodes.push_back(
                {fieldOr(node, "name", std::string()), fieldOr(node, "url", std::string()), {}});
    return waiting;
}

Status write(const fs::path& path, const Waiting& waiting) {
    json nodes = json::array();
    for (const Receiver& node : waiting.nodes)
        nodes.push_back({{"name", node.name}, {"url", node.url}});
    const json value = {{"statement", toHex(waiting.statement)},
                        {"authority", waiting.authorityPem},
                        {"nodes", std::move(nodes)}};
    return writeFileAtomically(path, toBytes(value.dump()));
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == kSuffix) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

RevocationOutbox::RevocationOutbox(fs::path folder, std::shared_ptr<audit::Log> audit)
    : m_folder(std::move(folder)), m_audit(std::move(audit)), m_settled(filesIn(m_folder).empty()) {
    if (!m_settled) m_thread = std::thread([this] { work(m_stop.get_token()); });
}

RevocationOutbox::~RevocationOutbox() {
    m_stop.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

Status RevocationOutbox::put(ByteView statement, const std::string& authorityPem,
                             const std::vector<Receiver>& nodes) {
    Waiting waiting{toBytes(statement), authorityPem, {}};
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(waiting.nodes),
                 [](const Receiver& node) { return mayPass(node.code); });
    if (waiting.nodes.empty()) return {};
    {
        const std::lock_guard guard(m_writing);
        KEYREEL_CHECK(makePrivateFolder(m_folder));
        const fs::path path = m_folder / (toHex(rights::leafHash(statement)) + std::string(kSuffix));
        // Told of at several gateways: nodes of each.
        if (auto before = read(path))
            for (Receiver& node : before->nodes)
                if (std::none_of(waiting.nodes.begin(), waiting.nodes.end(),
                                 [&](const Receiver& other) { return other.url == node.url; }))
                    waiting.nodes.push_back(std::move(node));
        KEYREEL_CHECK(write(path, waiting));
    }
    const std::lock_guard guard(m_mutex);
    m_kicked = true;
    if (!m_thread.joinable()) m_thread = std::thread([this] { work(m_stop.get_token()); });
    m_wake.notify_all();
    return {};
}

void RevocationOutbox::settle() {
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_stop.get_token(), kSettlePatience, [this] { return m_settled; });
}

void RevocationOutbox::work(std::stop_token stop) {
    auto pause = kFirstPause;
    while (!stop.stop_requested()) {
        const bool waits = sendAll(stop);
        std::unique_lock lock(m_mutex);
        m_settled = true;
        m_wake.notify_all();
        const auto kicked = [this] { return m_kicked; };
        if (waits) {
            if (!m_wake.wait_for(lock, stop, pause, kicked)) pause = std::min(pause * 2, kLongestPause);
        } else {
            m_wake.wait(lock, stop, kicked);
        }
        // It has just been tried: not again at once.
        if (std::exchange(m_kicked, false)) {
            pause = kFirstPause;
            m_wake.wait_for(lock, stop, pause, [] { return false; });
        }
    }
}

/// Whether something still waits.
bool RevocationOutbox::sendAll(const std::stop_token& stop) const {
    bool waits = false;
    for (const fs::path& path : filesIn(m_folder)) {
        if (stop.stop_requested()) return true;
        auto waiting = read(path);
        if (!waiting) {
            log(LogLevel::Warning, "outbox", path.filename().string() + " cannot be read and is left alone.");
            continue;
        }
        tellNodes(waiting->nodes, waiting->authorityPem, waiting->statement, stop);
        std::string took;
        for (const Receiver& node : waiting->nodes)
            if (node.received()) took += (took.empty() ? "" : ", ") + node.name;
        if (!took.empty())
            if (const Status recorded = recordReceived(*m_audit, waiting->statement, took); !recorded)
                log(LogLevel::Warning, "outbox", "No record of who took it: " + recorded.error().what);
        const std::lock_guard guard(m_writing);
        // Meanwhile others may have been added.
        auto now = read(path);
        if (!now) continue;
        const auto isDone = [&](const Receiver& node) {
            return std::any_of(waiting->nodes.begin(), waiting->nodes.end(), [&](const Receiver& told) {
                return told.url == node.url && !mayPass(told.code);
            });
        };
        now->nodes.erase(std::remove_if(now->nodes.begin(), now->nodes.end(), isDone), now->nodes.end());
        waits = waits || !now->nodes.empty();
        std::error_code ignored;
        if (now->nodes.empty())
            fs::remove(path, ignored);
        else if (now->nodes.size() != waiting->nodes.size())
            (void)write(path, *now);
    }
    return waits;
}

}  // namespace keyreel::studio
