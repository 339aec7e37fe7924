#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/base/result.h"
#include "core/gateway/node_client.h"

namespace keyreel::studio {

/// The key nodes that a session speaks to: one client for each, whose connection is kept from one request to
/// the next, so that only the first opening shakes hands with a node. Thread: any number.
class NodeClients {
public:
    /// Nodes are trusted through `authorityPem`, or the system's certificates when it is empty.
    explicit NodeClients(std::string authorityPem);

    /// Codes: `url_invalid`, `certificate_invalid`.
    Result<gateway::NodeClient> at(const std::string& url);

private:
    std::string m_authorityPem;
    std::mutex m_mutex;
    std::map<std::string, gateway::NodeClient> m_clients;  // guarded by m_mutex
};

}  // namespace keyreel::studio
