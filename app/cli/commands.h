#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "app/cli/console.h"
#include "core/base/clock.h"
#include "core/identity/secret_service_key_store.h"
#include "core/studio/embedded_network.h"
#include "core/studio/places.h"
#include "core/studio/session.h"

namespace keyreel::cli {

/// What every command gets: the chosen profile, the console, and the wish to stop.
struct Context {
    std::string profile = "default";
    bool json = false;
    bool startNothing = false;  ///< Use the embedded network as it is, even with servers missing.
    std::stop_token stop;
    SystemClock clock;

    [[nodiscard]] Console console() const { return Console(json); }
    [[nodiscard]] Result<studio::Places> places() const { return studio::placesOf(profile); }
};

/// A person at work from the command line: places, an opened identity, and the embedded network kept up
/// meanwhile.
struct Work {
    studio::Places places;
    std::optional<studio::NetworkUse> use;
    std::shared_ptr<studio::Session> session;
};
/// Opens the profile's identity and starts whatever of the embedded network is not up, unless told otherwise.
Result<Work> beginWork(const Context& context);

/// The identity alone, with whatever network it last had, of which nothing is started or asked.
Result<std::shared_ptr<studio::Session>> beginOffline(const Context& context, const studio::Link& link);

/// This profile's device when its account has revoked it, so that restoring may replace it.
std::optional<crypto::PublicKey> revokedDevice(const Context& context, const studio::Places& places);

/// What main() runs once the command line is parsed; set by the chosen command.
using Action = std::function<int()>;

void addIdentityCommands(CLI::App& app, Context& context, Action& action);
/// Below `identity`: kit, films, rotate.
void addRecoveryCommands(CLI::App& identity, Context& context, Action& action,
                         const std::string& computerName);
void addNetworkCommands(CLI::App& app, Context& context, Action& action);
void addPackagingCommands(CLI::App& app, Context& context, Action& action);
void addInspectCommand(CLI::App& app, Context& context, Action& action);
void addPublishCommands(CLI::App& app, Context& context, Action& action);
void addJobCommands(CLI::App& app, Context& context, Action& action);
void addTradeCommands(CLI::App& app, Context& context, Action& action);
void addOpenCommand(CLI::App& app, Context& context, Action& action);
void addDeviceCommands(CLI::App& app, Context& context, Action& action);
void addLeaseCommands(CLI::App& app, Context& context, Action& action);
void addResealCommand(CLI::App& app, Context& context, Action& action);
void addProofCommands(CLI::App& app, Context& context, Action& action);
void addLogCommands(CLI::App& app, Context& context, Action& action);
void addJourneyCommand(CLI::App& app, Context& context, Action& action);
/// Last: it tells of all the others.
void addManualCommand(CLI::App& app, Context& context, Action& action);

}  // namespace keyreel::cli
