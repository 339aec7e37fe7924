#include "core/studio/node_clients.h"

#include <utility>

namespace keyreel::studio {
namespace {

/// Links of strangers name nodes, too: their number must not grow with the films that were opened.
constexpr std::size_t kMaxClients = 64;

}  // namespace

NodeClients::NodeClients(std::string authorityPem) : m_authorityPem(std::move(authorityPem)) {}

Result<gateway::NodeClient> NodeClients::at(const std::string& url) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_clients.find(url); known != m_clients.end()) return known->second;
    gateway::HttpClientOptions options;
    options.caPem = m_authorityPem;
    KEYREEL_TRY(auto client, gateway::NodeClient::create(url, std::move(options)));
    if (m_clients.size() >= kMaxClients) m_clients.clear();
    m_clients.emplace(url, client);
    return client;
}

}  // namespace keyreel::studio
