#include "core/studio/node_choice.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "core/gateway/http.h"
#include "core/gateway/node_client.h"

namespace keyreel::studio {
namespace {

constexpr const char* kThisMachine = "this computer";

std::string names(const custody::NodeDescriptor& a, const custody::NodeDescriptor& b) {
    return a.name + " and " + b.name;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const auto& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

std::string hostOf(const std::string& url) {
    const auto parsed = gateway::Url::parse(url);
    return parsed ? parsed->host : url;
}

custody::NodeDescriptor describe(const gateway::NodeListing& node, const std::string& url) {
    return {node.signingKey, node.hpkeKey, url, node.name, node.operatorName};
}

/// Asked itself; the network's word on the same place must not differ.
Result<custody::NodeDescriptor> askNode(const Session& session, const std::string& url,
                                        const std::stop_token& stop) {
    KEYREEL_TRY(const gateway::Url parsed, gateway::Url::parse(url));
    gateway::HttpClientOptions options;
    options.caPem = session.network.authorityPem;
    KEYREEL_TRY(const auto client, gateway::NodeClient::create(parsed.origin(), options));
    KEYREEL_TRY(const gateway::NodeListing listing, client.descriptor(stop));
    custody::NodeDescriptor node = describe(listing, parsed.origin());
    for (const auto& known : session.network.nodes)
        if (known.url == node.url && (known.signingKey != node.signingKey || known.hpkeKey != node.hpkeKey))
            return fail("node_changed",
                        node.url + " shows other keys than those that this computer knows it by.",
                        "Seal nothing to it before you have asked who runs it.");
    return node;
}

}  // namespace

std::vector<NodeWarning> warningsOf(
    const custody::NodeSet& nodes,
    const std::function<std::vector<std::string>(const std::string& host)>& addressOf) {
    std::vector<NodeWarning> warnings;
    if (nodes.threshold < 2)
        warnings.push_back({"below_two", "Each key node can open the film alone."});
    else if (nodes.threshold == nodes.nodes.size())
        warnings.push_back({"all_needed", "The film is lost when any one of its key nodes is."});
    std::vector<std::string> hosts;
    std::vector<std::vector<std::string>> addresses;
    for (const auto& node : nodes.nodes) {
        hosts.push_back(hostOf(node.url));
        addresses.push_back(addressOf(hosts.back()));
    }
    for (std::size_t i = 0; i < nodes.nodes.size(); ++i)
        for (std::size_t j = i + 1; j < nodes.nodes.size(); ++j) {
            const auto& a = nodes.nodes[i];
            const auto& b = nodes.nodes[j];
            if (!a.operatorName.empty() && a.operatorName == b.operatorName)
                warnings.push_back(
                    {"same_operator", names(a, b) + " are both run by " + a.operatorName + "."});
            if (hosts[i] == hosts[j])
                warnings.push_back(
                    {"same_address", names(a, b) + " have the same address, " + hosts[i] + "."});
            else if (share(addresses[i], addresses[j]))
                warnings.push_back({"same_machine", names(a, b) + " are on the same machine."});
        }
    return warnings;
}

std::vector<std::string> machineAddresses(const std::string& host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    std::set<std::string> addresses;
    for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(each->ai_addr, each->ai_addrlen, text.data(), text.size(), nullptr, 0,
                          NI_NUMERICHOST) != 0)
            continue;
        const std::string address(text.data());
        addresses.insert(address == "::1" || address.rfind("127.", 0) == 0 ? kThisMachine : address);
    }
    return {addresses.begin(), addresses.end()};
}

Result<custody::NodeSet> chooseNodes(const Session& session, const std::vector<std::string>& urls,
                                     std::optional<unsigned> threshold, std::stop_token stop) {
    custody::NodeSet set;
    if (urls.empty()) {
        set.nodes = session.network.nodes;
    } else {
        if (urls.size() > kMostChosenNodes)
            return fail("node_set_invalid", "A film is sealed to at most 16 key nodes.", "Choose fewer.");
        for (const std::string& url : urls) {
            KEYREEL_TRY(custody::NodeDescriptor node, askNode(session, url, stop));
            set.nodes.push_back(std::move(node));
        }
    }
    const auto count = static_cast<unsigned>(set.nodes.size());
    const unsigned usual = urls.empty() ? session.network.threshold : std::min(2U, count);
    set.threshold = threshold.value_or(usual);
    KEYREEL_CHECK(custody::checkNodeSet(set));
    return set;
}

}  // namespace keyreel::studio
