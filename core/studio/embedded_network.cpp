#include "core/studio/embedded_network.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>
#include <map>

#include <future>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/crypto/random.h"
#include "core/crypto/x509.h"
#include "core/gateway/gateway_client.h"
#include "core/gateway/node_client.h"
#include "core/gateway/server_process.h"
#include "core/studio/json_fields.h"
#include "core/studio/service_process.h"

namespace keyreel::studio {
namespace {

using nlohmann::json;

constexpr int kCertificateDays = 3650;
constexpr std::uint64_t kMaxStateFile = 64 * 1024;
constexpr unsigned kMaxPid = 1U << 22;
/// In the last words of a server whose address is taken; a code, which stays as it is.
constexpr std::string_view kPortTaken = "(listen_failed)";
constexpr std::chrono::seconds kStartPatience{20};
constexpr std::chrono::seconds kStopPatience{3};
/// Below the ports that Linux lends to outgoing connections (ip_local_port_range): links name a server's
/// address, and no connection of another program may take it while the server is down.
constexpr unsigned kFirstPort = 20000;
constexpr unsigned kPorts = 12000;
constexpr int kPortChoices = 16;

/// The three embedded nodes have one operator and one machine: the window says so wherever it shows them.
struct Role {
    std::string name;
    std::string label;
};
const std::vector<Role>& roles() {
    static const std::vector<Role> all{
        {"gateway", "This computer"}, {"node-1", "Node 1"}, {"node-2", "Node 2"}, {"node-3", "Node 3"}};
    return all;
}

struct Service {
    std::string url;
    ServiceProcess process;
};
using Services = std::map<std::string, Service>;

/// Orders several Keyreels that start or stop the network at the same time.
class FolderLock {
public:
    static Result<FolderLock> take(const std::filesystem::path& folder) {
        KEYREEL_CHECK(makePrivateFolder(folder));
        const auto path = folder / "lock";
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0 || ::flock(descriptor, LOCK_EX) != 0) {
            if (descriptor >= 0) ::close(descriptor);
            return fail("file_unwritable", path.string() + " cannot be locked.");
        }
        return FolderLock(descriptor);
    }
    FolderLock(FolderLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

std::filesystem::path dataFolderOf(const std::filesystem::path& folder, const std::string& role) {
    return folder / role / "data";
}

Services notedServices(const std::filesystem::path& folder) {
    Services services;
    const auto bytes = readFile(folder / "services.json", kMaxStateFile);
    if (!bytes) return services;
    const json state = json::parse(asText(*bytes), nullptr, false);
    if (!state.is_object()) return services;
    for (const Role& role : roles()) {
        const auto entry = state.find(role.name);
        if (entry == state.end() || !entry->is_object()) continue;
        Service service;
        service.url = fieldOr(*entry, "url", std::string());
        service.process.pid = static_cast<int>(std::min(fieldOr(*entry, "pid", 0U), kMaxPid));
        service.process.startTime = fieldOr(*entry, "startTime", std::uint64_t{0});
        services[role.name] = service;
    }
    return services;
}

/// Every server of which anything is known. The notes of whoever started them may be lost, or older than the
/// servers, as after `kill -9` while they started: the servers' own records are asked, too, and for an
/// address, which every link names, what the network was.
Services loadServices(const std::filesystem::path& folder) {
    Services services = notedServices(folder);
    const auto network = loadNetwork(folder);
    for (std::size_t index = 0; index < roles().size(); ++index) {
        const std::string& name = roles()[index].name;
        const auto noted = services.find(name);
        Service service = noted == services.end() ? Service{} : noted->second;
        if (!service.process.running()) {
            const auto record = gateway::readServerRecord(dataFolderOf(folder, name));
            if (record) {
                const ServiceProcess process{record->pid, record->startTime};
                if (process.running()) service = Service{record->url, process};
                if (service.url.empty()) service.url = record->url;
            }
        }
        if (service.url.empty() && network && index <= network->nodes.size())
            service.url = index == 0 ? network->gatewayUrl : network->nodes[index - 1].url;
        if (!service.url.empty()) services[name] = service;
    }
    return services;
}

Status saveServices(const std::filesystem::path& folder, const Services& services) {
    json state = json::object();
    for (const auto& [name, service] : services)
        state[name] = {
            {"url", service.url}, {"pid", service.process.pid}, {"startTime", service.process.startTime}};
    return writeFileAtomically(folder / "services.json", asBytes(state.dump(2)));
}

/// The authority's certificate; made at the first start together with one certificate for every server. The
/// authority's private key is dropped at once: nothing else can ever be signed by it.
Result<std::string> ensureCertificates(const std::filesystem::path& folder) {
    const auto authorityFile = folder / "authority.pem";
    if (auto existing = readFile(authorityFile, kMaxStateFile)) return std::string(asText(*existing));
    KEYREEL_TRY(const crypto::PemIdentity authority,
                crypto::makeAuthority("Keyreel embedded network", kCertificateDays));
    for (const Role& role : roles()) {
        KEYREEL_TRY(const crypto::PemIdentity server,
                    crypto::makeServerCertificate(authority, {"localhost"}, {"127.0.0.1"}, kCertificateDays));
        KEYREEL_CHECK(makePrivateFolder(folder / role.name));
        KEYREEL_CHECK(writeFileAtomically(folder / role.name / "tls-key.pem", server.privateKey.view()));
        KEYREEL_CHECK(writeFileAtomically(folder / role.name / "tls-cert.pem", asBytes(server.certificate)));
    }
    KEYREEL_CHECK(writeFileAtomically(authorityFile, asBytes(authority.certificate)));
    return authority.certificate;
}

std::string listenAddress(const std::string& url) {
    constexpr std::string_view kHttps = "https://";
    if (url.rfind(kHttps, 0) == 0) return url.substr(kHttps.size());
    const auto random = crypto::randomArray<2>();
    return "127.0.0.1:" + std::to_string(kFirstPort + (random[0] << 8 | random[1]) % kPorts);
}

bool portTaken(const Result<StartedService>& started) {
    return !started && started.error().what.find(kPortTaken) != std::string::npos;
}

/// Starts one server unless that very process still runs.
Result<Service> ensureService(const std::filesystem::path& folder, const std::filesystem::path& binaries,
                              const Role& role, Service service, const std::string& gatewayUrl,
                              const std::stop_token& stop) {
    if (service.process.running()) return service;
    const auto own = folder / role.name;
    const bool isGateway = role.name == "gateway";
    std::vector<std::string> arguments{
        (binaries / (isGateway ? "keyreel-gateway" : "keyreel-keynode")).string(),
        "--data",
        dataFolderOf(folder, role.name).string(),
        "--tls-cert",
        (own / "tls-cert.pem").string(),
        "--tls-key",
        (own / "tls-key.pem").string(),
        "--name",
        role.label};
    if (!isGateway) {
        const std::vector<std::string> more{"--gateway",  gatewayUrl,
                                            "--ca",       (folder / "authority.pem").string(),
                                            "--operator", "This computer"};
        arguments.insert(arguments.end(), more.begin(), more.end());
    }
    arguments.emplace_back("--listen");
    arguments.emplace_back();
    const auto start = [&]() {
        arguments.back() = listenAddress(service.url);
        return startService(arguments, folder / (role.name + ".log"), kStartPatience, stop);
    };
    auto started = start();
    for (int choice = 1; choice < kPortChoices && service.url.empty() && portTaken(started); ++choice)
        started = start();
    if (!service.url.empty() && portTaken(started)) {
        const std::string port = service.url.substr(service.url.rfind(':') + 1);
        return fail("port_taken",
                    "Another program uses port " + port + ", which belongs to " +
                        (isGateway ? "the gateway" : role.label) + " of this computer's own network.",
                    "End the program that uses port " + port + " (\"ss -ltnp sport = :" + port +
                        "\" names it), then try again. Your links name this port, so Keyreel takes no "
                        "other.");
    }
    if (!started) return failFrom(std::move(started).error(), role.name);
    const json ready = json::parse(started->readyLine, nullptr, false);
    const std::string url = ready.is_object() ? ready.value("url", "") : std::string();
    if (url.empty() || (!service.url.empty() && url != service.url)) {
        started->process.stop(kStopPatience);
        return fail("service_failed",
                    role.name + " did not say where it listens: " + started->readyLine.substr(0, 200));
    }
    return Service{url, started->process};
}

Result<Network> describe(const Services& services, const std::string& authorityPem,
                         const std::stop_token& stop) {
    const SystemClock clock;
    gateway::HttpClientOptions options;
    options.caPem = authorityPem;
    Network network;
    network.authorityPem = authorityPem;
    network.gatewayUrl = services.at("gateway").url;
    KEYREEL_TRY(const auto client, gateway::GatewayClient::create(network.gatewayUrl, clock, options));
    KEYREEL_TRY(const auto info, client.info(stop));
    network.logKey = info.logKey;
    network.capabilityKey = info.capabilityKey;
    for (const Role& role : roles()) {
        if (role.name == "gateway") continue;
        const std::string& url = services.at(role.name).url;
        KEYREEL_TRY(const auto node, gateway::NodeClient::create(url, options));
        KEYREEL_TRY(const auto listing, node.descriptor(stop));
        network.nodes.push_back(custody::withXWingKey(
            {listing.signingKey, listing.hpkeKey, url, listing.name, listing.operatorName},
            listing.xwingKey));
    }
    return network;
}

Status stopAll(const std::filesystem::path& folder) {
    const Services services = loadServices(folder);
    std::vector<std::future<void>> ends;
    ends.reserve(services.size());
    for (const auto& [name, service] : services)
        ends.push_back(
            std::async(std::launch::async, [process = service.process] { process.stop(kStopPatience); }));
    return {};
}

}  // namespace

Result<Network> startEmbeddedNetwork(const std::filesystem::path& folder,
                                     const std::filesystem::path& binaries, const std::stop_token& stop) {
    KEYREEL_TRY(const FolderLock lock, FolderLock::take(folder));
    KEYREEL_TRY(const std::string authorityPem, ensureCertificates(folder));
    Services services = loadServices(folder);
    const bool allRan = services.size() == roles().size() &&
                        std::all_of(services.begin(), services.end(),
                                    [](const auto& entry) { return entry.second.process.running(); });
    if (allRan) {
        if (auto known = loadNetwork(folder)) return known;
    }
    KEYREEL_TRY(services["gateway"],
                ensureService(folder, binaries, roles().front(), services["gateway"], {}, stop));
    KEYREEL_CHECK(saveServices(folder, services));
    std::vector<std::pair<std::string, std::future<Result<Service>>>> starts;
    for (const Role& role : roles()) {
        if (role.name == "gateway") continue;
        starts.emplace_back(role.name, std::async(std::launch::async, ensureService, std::cref(folder),
                                                  std::cref(binaries), std::cref(role), services[role.name],
                                                  services["gateway"].url, std::cref(stop)));
    }
    Status outcome;
    for (auto& [name, start] : starts) {
        auto service = start.get();
        if (service)
            services[name] = *service;
        else if (outcome)
            outcome = tl::unexpected<Error>(std::move(service).error());
    }
    KEYREEL_CHECK(saveServices(folder, services));
    KEYREEL_CHECK(outcome);
    KEYREEL_TRY(const Network network, describe(services, authorityPem, stop));
    KEYREEL_CHECK(saveNetwork(folder, network));
    return network;
}

Status stopEmbeddedNetwork(const std::filesystem::path& folder) {
    KEYREEL_TRY(const FolderLock lock, FolderLock::take(folder));
    return stopAll(folder);
}

Result<std::vector<ServiceHealth>> embeddedNetworkHealth(const std::filesystem::path& folder) {
    const Services services = loadServices(folder);
    std::vector<ServiceHealth> rows;
    for (const Role& role : roles()) {
        const auto found = services.find(role.name);
        if (found == services.end()) continue;
        rows.push_back(
            {role.name, found->second.url, found->second.process.pid, found->second.process.running()});
    }
    return rows;
}

Result<NetworkUse> NetworkUse::begin(const std::filesystem::path& folder,
                                     const std::filesystem::path& binaries, const std::stop_token& stop) {
    KEYREEL_CHECK(makePrivateFolder(folder));
    const auto path = folder / "in-use";
    const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || ::flock(lock, LOCK_SH) != 0) {
        if (lock >= 0) ::close(lock);
        return fail("file_unwritable", path.string() + " cannot be locked.");
    }
    NetworkUse use(folder, {}, lock);
    KEYREEL_TRY(use.m_network, startEmbeddedNetwork(folder, binaries, stop));
    return use;
}

Status NetworkUse::revive(const std::filesystem::path& binaries, const std::stop_token& stop) const {
    if (m_lock < 0) return {};
    KEYREEL_CHECK(startEmbeddedNetwork(m_folder, binaries, stop));
    return {};
}

NetworkUse::NetworkUse(NetworkUse&& other) noexcept
    : m_folder(std::move(other.m_folder)),
      m_network(std::move(other.m_network)),
      m_lock(std::exchange(other.m_lock, -1)) {}

NetworkUse& NetworkUse::operator=(NetworkUse&& other) noexcept {
    if (this != &other) {
        end();
        m_folder = std::move(other.m_folder);
        m_network = std::move(other.m_network);
        m_lock = std::exchange(other.m_lock, -1);
    }
    return *this;
}

NetworkUse::~NetworkUse() {
    end();
}

void NetworkUse::end() {
    if (m_lock < 0) return;
    // Nobody else holds the shared lock when the exclusive one can be had at once.
    if (!isEmbeddedNetworkKept(m_folder) && ::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        (void)stopEmbeddedNetwork(m_folder);
    ::close(std::exchange(m_lock, -1));
}

Status keepEmbeddedNetwork(const std::filesystem::path& folder, bool keep) {
    KEYREEL_CHECK(makePrivateFolder(folder));
    if (keep) return writeFileAtomically(folder / "keep", asBytes("kept\n"));
    std::error_code ignored;
    std::filesystem::remove(folder / "keep", ignored);
    return {};
}

bool isEmbeddedNetworkKept(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder / "keep", ignored);
}

std::filesystem::path programFolder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path(".") : program.parent_path();
}

}  // namespace keyreel::studio
