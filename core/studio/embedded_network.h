#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/studio/network.h"

namespace keyreel::studio {

/// One server of the embedded network as `status` sees it.
struct ServiceHealth {
    std::string name;  ///< "gateway", "node-1", ...
    std::string url;
    int pid = 0;
    bool running = false;
};

/// A gateway and three key nodes as four processes of their own on loopback, over TLS 1.3 under an authority
/// that is made for them alone: for a first film, for tests, and for people who publish to themselves. Their
/// addresses stay the same from one start to the next, since links and manifests name them.
///
/// All functions are safe against several Keyreels doing the same at once (a lock file orders them). Thread:
/// any. Codes: those of startService(), `port_taken`, `network_damaged`, files.

/// Starts whatever of it does not run, and returns how to reach it. `binaries` holds keyreel-gateway and
/// keyreel-keynode.
Result<Network> startEmbeddedNetwork(const std::filesystem::path& folder,
                                     const std::filesystem::path& binaries, const std::stop_token& stop);
/// Ends every server; not running is no error.
Status stopEmbeddedNetwork(const std::filesystem::path& folder);
/// One row per server; empty when none was ever started.
Result<std::vector<ServiceHealth>> embeddedNetworkHealth(const std::filesystem::path& folder);

/// Keeps the embedded network up while a program needs it: the last user to leave stops it, unless it was
/// started to stay (`keyreel-cli network up`).
class NetworkUse {
public:
    static Result<NetworkUse> begin(const std::filesystem::path& folder,
                                    const std::filesystem::path& binaries, const std::stop_token& stop);
    /// A network that runs elsewhere: nothing to start and nothing to end.
    explicit NetworkUse(Network elsewhere) : m_network(std::move(elsewhere)) {}
    NetworkUse(NetworkUse&& other) noexcept;
    NetworkUse& operator=(NetworkUse&& other) noexcept;
    NetworkUse(const NetworkUse&) = delete;
    NetworkUse& operator=(const NetworkUse&) = delete;
    ~NetworkUse();

    [[nodiscard]] const Network& network() const { return m_network; }
    /// Starts again whatever of it has died meanwhile; addresses and keys stay. Cheap when nothing has;
    /// a network elsewhere is not ours to start.
    /// Thread: any, several at once.
    [[nodiscard]] Status revive(const std::filesystem::path& binaries, const std::stop_token& stop) const;

private:
    NetworkUse(std::filesystem::path folder, Network network, int lock)
        : m_folder(std::move(folder)), m_network(std::move(network)), m_lock(lock) {}
    void end();

    std::filesystem::path m_folder;
    Network m_network;
    int m_lock = -1;
};

/// Whether the network stays up when its last user leaves.
Status keepEmbeddedNetwork(const std::filesystem::path& folder, bool keep);
bool isEmbeddedNetworkKept(const std::filesystem::path& folder);

/// The folder of the running program, where its servers lie beside it.
std::filesystem::path programFolder();

}  // namespace keyreel::studio
