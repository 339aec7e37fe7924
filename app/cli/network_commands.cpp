#include "app/cli/commands.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

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
    auto network = studio::startEmbeddedNetwork(places->network, studio::programFolder(), context.stop);
    if (!network) return console.failed(network.error());
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

int status(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    auto health = studio::embeddedNetworkHealth(places->network);
    if (!health) return console.failed(health.error());
    if (health->empty()) console.line("No embedded network was started yet.");
    for (const auto& row : *health)
        console.line(row.name + ": " +
                     (row.running ? "running, process " + std::to_string(row.pid) : "not running") + ", " +
                     row.url);
    return console.done({{"services", healthJson(*health)}});
}

}  // namespace

void addNetworkCommands(CLI::App& app, Context& context, Action& action) {
    CLI::App* network = app.add_subcommand("network", "The embedded gateway and key nodes of this computer")
                            ->require_subcommand(1);
    const auto add = [&](const char* name, const char* help, int (*run)(const Context&)) {
        network->add_subcommand(name, help)->callback([&context, &action, run] {
            action = [&context, run] { return run(context); };
        });
    };
    add("up", "Start what does not run, and keep it running", up);
    add("down", "Stop it", down);
    add("status", "Say what runs", status);
}

}  // namespace keyreel::cli
