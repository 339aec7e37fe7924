#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/custody/asset_secret.h"

namespace keyreel::studio {

/// Where a person publishes and whom they chose to hold keys: one gateway and n key nodes, any `threshold` of
/// which open a film. Chosen by the person (or made by the embedded network), never told by the gateway.
struct Network {
    std::string gatewayUrl;             ///< Origin, `https://HOST[:PORT]`.
    crypto::PublicKey logKey{};         ///< Signs the heads of the rights log.
    crypto::PublicKey capabilityKey{};  ///< Signs capabilities; has no authority over content.
    std::string authorityPem;  ///< Certificates that alone are trusted for it; empty: the system's store.
    std::vector<custody::NodeDescriptor> nodes;
    unsigned threshold = 2;
};

/// One file that describes a network, wherever it lies. Code `network_damaged`, files.
Result<Network> readNetwork(const std::filesystem::path& file);
Status writeNetwork(const std::filesystem::path& file, const Network& network);

/// Reads what saveNetwork() wrote. Codes: `network_missing` (none is set up yet), `network_damaged`.
Result<Network> loadNetwork(const std::filesystem::path& folder);
Status saveNetwork(const std::filesystem::path& folder, const Network& network);
/// Forgets it; none there is no error.
Status removeNetwork(const std::filesystem::path& folder);

}  // namespace keyreel::studio
