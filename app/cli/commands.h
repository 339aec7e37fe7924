#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "app/cli/command.h"
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
    std::shared_ptr<void> settling;  ///< Gives what waits for key nodes its chance before all of it ends.
};
/// Opens the profile's identity and starts whatever of the embedded network is not up, unless told otherwise.
Result<Work> beginWork(const Context& context);

/// Work on a film, at the gateway that its link names.
struct Place {
    Work work;
    studio::Link link;
    std::shared_ptr<studio::Session> session;
};
/// Codes: those of studio::Link::parse(), beginWork() and studio::sessionAt().
Result<Place> placeOf(const Context& context, const std::string& link);

/// The identity alone, with whatever network it last had, of which nothing is started or asked.
Result<std::shared_ptr<studio::Session>> beginOffline(const Context& context, const studio::Link& link);

/// This profile's device when its account has revoked it, so that restoring may replace it.
std::optional<crypto::PublicKey> revokedDevice(const Context& context, const studio::Places& places);

/// What main() runs once the command line is parsed; set by the chosen command.
using Action = std::function<int()>;

void addIdentityCommands(Command app, Context& context, Action& action);
/// Below `identity`: kit, films, rotate.
void addRecoveryCommands(Command identity, Context& context, Action& action, const std::string& computerName);
void addNetworkCommands(Command app, Context& context, Action& action);
void addPackagingCommands(Command app, Context& context, Action& action);
void addInspectCommand(Command app, Context& context, Action& action);
void addPublishCommands(Command app, Context& context, Action& action);
void addJobCommands(Command app, Context& context, Action& action);
void addTradeCommands(Command app, Context& context, Action& action);
void addPreviewCommand(Command app, Context& context, Action& action);
void addOpenCommand(Command app, Context& context, Action& action);
void addDeviceCommands(Command app, Context& context, Action& action);
void addLeaseCommands(Command app, Context& context, Action& action);
void addResealCommand(Command app, Context& context, Action& action);
void addEditCommand(Command app, Context& context, Action& action);
void addExportKeysCommand(Command app, Context& context, Action& action);
void addProofCommands(Command app, Context& context, Action& action);
void addLogCommands(Command app, Context& context, Action& action);
void addJourneyCommand(Command app, Context& context, Action& action);
/// Last: it tells of all the others.
void addManualCommand(Command app, Context& context, Action& action);

}  // namespace keyreel::cli
