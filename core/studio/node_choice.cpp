#include "core/studio/node_choice.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <set>

#include "core/gateway/http.h"
#include "core/gateway/node_client.h"
#include "core/studio/followed_log.h"

namespace keyreel::studio {
namespace {

constexpr const char* kThisMachine = "this computer";
constexpr std::chrono::seconds kPatience{5};

/// "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

/// The same for every way to write one name.
std::string plain(std::string_view name) {
    std::string text;
    for (const char c : name) {
        if (c == ' ' || c == '\t') {
            if (!text.empty() && text.back() != ' ') text += ' ';
        } else {
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const auto& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
}

std::string hostOf(const std::string& url) {
    const auto parsed = gateway::Url::parse(url);
    return parsed ? parsed->host : url;
}

using Group = std::vector<std::size_t>;

/// Which nodes have the same of something; what is empty is nobody's.
std::vector<Group> alike(const std::vector<std::string>& of) {
    std::map<std::string, Group> groups;
    for (std::size_t i = 0; i < of.size(); ++i)
        if (!of[i].empty()) groups[of[i]].push_back(i);
    std::vector<Group> out;
    for (auto& [key, group] : groups)
        if (group.size() > 1) out.push_back(std::move(group));
    std::sort(out.begin(), out.end());
    return out;
}

/// For each node the first one that it is on one machine with, over any number of others.
std::vector<std::size_t> machinesOf(const std::vector<std::vector<std::string>>& addresses) {
    std::vector<std::size_t> machine(addresses.size());
    for (std::size_t i = 0; i < machine.size(); ++i) {
        machine[i] = i;
        for (std::size_t j = 0; j < i; ++j) {
            if (!share(addresses[i], addresses[j])) continue;
            const std::size_t from = std::max(machine[i], machine[j]);
            const std::size_t to = std::min(machine[i], machine[j]);
            std::replace(machine.begin(), machine.begin() + static_cast<std::ptrdiff_t>(i) + 1, from, to);
        }
    }
    return machine;
}

}  // namespace

std::vector<NodeWarning> warningsOf(
    const custody::NodeSet& nodes,
    const std::function<std::vector<std::string>(const std::string& host)>& addressOf) {
    std::vector<NodeWarning> warnings;
    if (nodes.threshold < 2)
        warnings.push_back({"below_two", {}, {}, true, "Each key node can open the film alone."});
    else if (nodes.threshold == nodes.nodes.size())
        warnings.push_back(
            {"all_needed", {}, {}, true, "The film is lost when any one of its key nodes is."});
    std::vector<std::string> operators;
    std::vector<std::string> hosts;
    std::vector<std::vector<std::string>> addresses;
    for (const auto& node : nodes.nodes) {
        operators.push_back(plain(node.operatorName));
        hosts.push_back(hostOf(node.url));
        addresses.push_back(addressOf(hosts.back()));
    }
    const auto warn = [&](const char* code, const Group& group, const std::string& shared,
                          const std::string& fact) {
        NodeWarning warning{code, {}, shared, group.size() >= nodes.threshold, {}};
        for (const std::size_t index : group)
            warning.nodes.push_back(nodes.nodes[index].name);
        warning.text = listed(warning.nodes) + fact + shared +
                       (warning.suffices ? "; together they open the film." : ".");
        warnings.push_back(std::move(warning));
    };
    for (const Group& group : alike(operators))
        warn("same_operator", group, nodes.nodes[group.front()].operatorName, " are run by ");
    for (const Group& group : alike(hosts))
        warn("same_address", group, hosts[group.front()], " have the same address, ");
    std::vector<std::string> machines;
    for (const std::size_t machine : machinesOf(addresses))
        machines.push_back(std::to_string(machine));
    for (const Group& group : alike(machines))
        // One name is told of already.
        if (std::any_of(group.begin(), group.end(),
                        [&](std::size_t index) { return hosts[index] != hosts[group.front()]; }))
            warn("same_machine", group, {}, " are on the same machine");
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

Result<custody::NodeDescriptor> askKeyNode(const Network& network, const std::string& url,
                                           std::stop_token stop) {
    KEYREEL_TRY(const gateway::Url parsed, gateway::Url::parse(url));
    gateway::HttpClientOptions options;
    options.caPem = network.authorityPem;
    options.connectTimeout = options.idleTimeout = kPatience;
    KEYREEL_TRY(const auto client, gateway::NodeClient::create(parsed.origin(), options));
    KEYREEL_TRY(const gateway::NodeListing listing, client.descriptor(stop));
    const custody::NodeDescriptor node = custody::withXWingKey(
        {listing.signingKey, listing.hpkeKey, parsed.origin(), listing.name, listing.operatorName},
        listing.xwingKey);
    // A node may gain suite 2 with its system; it does not change the key of a suite.
    const auto changed = [&](const custody::NodeDescriptor& known) {
        return known.signingKey != node.signingKey || known.hpkeKey != node.hpkeKey ||
               (known.xwingKeyId && known.xwingKeyId != node.xwingKeyId);
    };
    for (const auto& known : network.nodes)
        if (known.url == node.url && changed(known))
            return fail("node_changed",
                        node.url + " shows other keys than those that this computer knows it by.",
                        "Seal nothing to it before you have asked who runs it.");
    KEYREEL_CHECK(checkFollowsLog(network, node, client, std::move(stop)));
    return node;
}

Result<custody::NodeSet> chooseNodes(const Session& session, const std::vector<std::string>& urls,
                                     std::optional<unsigned> threshold, std::stop_token stop) {
    custody::NodeSet set;
    if (urls.empty()) {
        set.nodes = session.network.nodes;
    } else {
        if (urls.size() > custody::kMaxNodes)
            return fail("node_set_invalid",
                        "A film is sealed to at most " + std::to_string(custody::kMaxNodes) + " key nodes.",
                        "Choose fewer.");
        for (const std::string& url : urls) {
            KEYREEL_TRY(custody::NodeDescriptor node, askKeyNode(session.network, url, stop));
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
