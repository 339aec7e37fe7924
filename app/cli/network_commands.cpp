#include "app/cli/commands.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/studio/chosen_network.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxAuthority = 256 << 10;

json healthJson(const std::vector<studio::ServiceHealth>& rows) {
    json services = json::array();
    for (const auto& row : rows)
        services.push_back(
            {{"name", row.name}, {"url", row.url}, {"pid", row.pid}, {"running", row.running}});
    return services;
}

int up(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    // In use until it is to be kept: nobody who leaves meanwhile may stop it.
    auto use = studio::NetworkUse::begin(places->network, studio::programFolder(), context.stop);
    if (!use) return console.failed(use.error());
    const studio::Network* network = &use->network();
    if (const auto kept = studio::keepEmbeddedNetwork(places->network, true); !kept)
        return console.failed(kept.error());
    console.line("Gateway: " + network->gatewayUrl);
    for (const auto& node : network->nodes)
        console.line(node.name + ": " + node.url);
    console.line("Any " + std::to_string(network->threshold) + " of " +
                 std::to_string(network->nodes.size()) +
                 " key nodes open a film. End it with: keyreel-cli network down");
    const auto health = studio::embeddedNetworkHealth(places->network);
    return console.done({{"gateway", network->gatewayUrl},
                         {"threshold", network->threshold},
                         {"services", health ? healthJson(*health) : json::array()}});
}

int down(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    if (const auto kept = studio::keepEmbeddedNetwork(places->network, false); !kept)
        return console.failed(kept.error());
    if (const auto stopped = studio::stopEmbeddedNetwork(places->network); !stopped)
        return console.failed(stopped.error());
    console.line("The embedded network is down. Nothing of it is lost; its films open again when it is up.");
    return console.done(json::object());
}

struct NetworkOptions {
    studio::NetworkWish wish;
    std::string authorityFile;
    std::string networkFile;
};

int use(const Context& context, NetworkOptions options) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    auto& [wish, authorityFile, networkFile] = options;
    if (!networkFile.empty()) {
        auto read = studio::readNetworkFile(networkFile);
        if (!read) return console.failed(read.error());
        if (wish.threshold != 0) read->threshold = wish.threshold;
        wish = std::move(*read);
    }
    if (!authorityFile.empty()) {
        const auto pem = readFile(authorityFile, kMaxAuthority);
        if (!pem) return console.failed(pem.error());
        wish.authorityPem = std::string(asText(*pem));
    }
    const auto network = studio::chooseNetwork(*places, wish, context.stop);
    if (!network) return console.failed(network.error());
    console.line("This profile publishes at " + network->gatewayUrl + ". Any " +
                 std::to_string(network->threshold) + " of these open its films:");
    json nodes = json::array();
    for (const auto& node : network->nodes) {
        console.line("  " + node.name + ", run by " + node.operatorName + ": " + node.url);
        nodes.push_back({{"name", node.name}, {"operator", node.operatorName}, {"url", node.url}});
    }
    return console.done(
        {{"gateway", network->gatewayUrl}, {"threshold", network->threshold}, {"nodes", std::move(nodes)}});
}

int useThisComputer(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    if (const auto done = studio::chooseThisComputer(*places); !done) return console.failed(done.error());
    console.line("This profile publishes on this computer's own network.");
    return console.done(json::object());
}

int status(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    auto health = studio::networkHealth(*places, context.stop);
    if (!health) return console.failed(health.error());
    if (health->empty()) console.line("No embedded network was started yet.");
    for (const auto& row : *health)
        console.line(row.name + ": " +
                     (!row.running   ? "not running"
                      : row.pid == 0 ? "answers"
                                     : "running, process " + std::to_string(row.pid)) +
                     ", " + row.url);
    return console.done({{"services", healthJson(*health)}});
}

}  // namespace

void addNetworkCommands(Command app, Context& context, Action& action) {
    const Command network =
        app.addSubcommand("network",
                          "The embedded gateway and key nodes of this computer, or those of others")
            .requireSubcommand();
    const auto add = [&](const char* name, const char* help, int (*run)(const Context&)) {
        network.addSubcommand(name, help).callback([&context, &action, run] {
            action = [&context, run] { return run(context); };
        });
    };
    add("up", "Start what does not run, and keep it running", up);
    add("down", "Stop it", down);
    add("status", "Say what runs, here or where this profile publishes", status);
    auto options = std::make_shared<NetworkOptions>();
    const Command choose = network.addSubcommand(
        "use", "Publish at another gateway, or on this computer again; existing films stay where they are");
    choose.addOption("GATEWAY", options->wish.gatewayUrl,
                     "https://HOST[:PORT]; none: this computer's own network");
    choose.addOption("--node", options->wish.nodeUrls,
                     "A key node that you trust, repeated; default: those that the gateway shows");
    choose.addOption("--threshold", options->wish.threshold,
                     "How many nodes open a film; default: more than half");
    choose.addOption("--authority", options->authorityFile,
                     "PEM certificates to trust instead of the system's");
    choose
        .addOption("--file", options->networkFile,
                   "What whoever runs a network handed out: gateway, nodes and their keys")
        .excludes("GATEWAY")
        .excludes("--node")
        .excludes("--authority");
    choose.callback([=, &context, &action] {
        action = [=, &context] {
            const bool elsewhere = !options->wish.gatewayUrl.empty() || !options->networkFile.empty();
            return elsewhere ? use(context, *options) : useThisComputer(context);
        };
    });
}

}  // namespace keyreel::cli
