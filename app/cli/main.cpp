#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <string_view>

#include "app/cli/commands.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/suites.h"

int main(int argc, char** argv) {
    using namespace keyreel;
    protectProcessMemory();
    cli::Context context;
    context.stop = cli::stopOnSignals();
    cli::Action action;

    CLI::App app("Keyreel: publish, share and open films whose keys belong to their makers.", "keyreel-cli");
    app.set_version_flag("--version", [] {
        return std::string("keyreel-cli " KEYREEL_VERSION "\nSuites: ") + crypto::describeSuites();
    });
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--profile", context.profile, "Whose things: one name per person on this computer")
        ->capture_default_str();
    app.add_flag("--json", context.json, "Print one JSON object instead of words");
    app.add_flag("--start-nothing", context.startNothing,
                 "Use the embedded network as it is; start no server");
    const cli::Command program(app);
    cli::addIdentityCommands(program, context, action);
    cli::addNetworkCommands(program, context, action);
    cli::addPackagingCommands(program, context, action);
    cli::addInspectCommand(program, context, action);
    cli::addPublishCommands(program, context, action);
    cli::addJobCommands(program, context, action);
    cli::addTradeCommands(program, context, action);
    cli::addPreviewCommand(program, context, action);
    cli::addOpenCommand(program, context, action);
    cli::addDeviceCommands(program, context, action);
    cli::addLeaseCommands(program, context, action);
    cli::addResealCommand(program, context, action);
    cli::addEditCommand(program, context, action);
    cli::addExportKeysCommand(program, context, action);
    cli::addProofCommands(program, context, action);
    cli::addLogCommands(program, context, action);
    cli::addJourneyCommand(program, context, action);
    cli::addManualCommand(program, context, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // What could not be understood has set nothing, so the arguments themselves say who is asking.
        const bool json = std::find(argv, argv + argc, std::string_view("--json")) != argv + argc;
        if (json && error.get_exit_code() != 0)
            return cli::Console(true).failed({"usage", error.what(), "Run it with --help."});
        const int status = app.exit(error);
        return status == 0 ? cli::kDone : cli::kUsage;
    }
    try {
        return action();
    } catch (const std::exception& error) {
        return context.console().failed({"internal_error", std::string("Keyreel failed: ") + error.what(),
                                         "This is a defect of Keyreel; report it with what you did."});
    }
}
