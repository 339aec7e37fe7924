#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/secret_input.h"
#include "core/base/text.h"
#include "core/identity/identity.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

std::string ownName() {
    const char* user = std::getenv("USER");
    return user != nullptr && *user != '\0' ? user : "Me";
}

std::string computerName() {
    utsname name{};
    return uname(&name) == 0 && name.nodename[0] != '\0' ? name.nodename : "This computer";
}

/// Straight to standard output: the phrase never becomes a std::string.
void writePhrase(const SecretBytes& phrase) {
    std::cout.flush();
    (void)!::write(STDOUT_FILENO, phrase.view().data(), phrase.size());
    (void)!::write(STDOUT_FILENO, "\n", 1);
}

json publicJson(const identity::PublicIdentity& info) {
    return {{"account", identity::toDidKey(info.account)},
            {"fingerprint", identity::fingerprint(info.account)},
            {"name", info.displayName},
            {"device", toHex(info.device)},
            {"deviceName", info.deviceName}};
}

int create(const Context& context, const std::string& name, const std::string& device) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    identity::SecretServiceKeyStore keys;
    auto created = identity::Identity::create(places->profile, keys, name, device);
    if (!created) return console.failed(created.error());
    const auto& person = created->identity;
    if (!console.json()) {
        console.line("You are " + person.didKey());
        console.line(
            "Write these 24 words down and keep them safe. They are the only way back to this identity:");
        writePhrase(created->phrase);
        console.line("They can be shown again with: keyreel-cli identity show --phrase");
    }
    return console.done({{"identity", publicJson({person.accountId(), person.displayName(), person.deviceId(),
                                                  person.deviceName()})}});
}

int show(const Context& context, bool phrase) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    identity::SecretServiceKeyStore keys;
    const auto status = identity::Identity::inspect(places->profile, keys);
    if (phrase) {
        if (console.json())
            return console.failed({"phrase_not_in_json", "The phrase is never part of a JSON answer.",
                                   "Run the command without --json."});
        auto opened = identity::Identity::open(places->profile, keys);
        if (!opened) return console.failed(opened.error());
        auto words = opened->phrase();
        if (!words) return console.failed(words.error());
        writePhrase(*words);
        return kDone;
    }
    json result = {{"state", identity::toText(status.state)}};
    console.line(std::string("State: ") + identity::toText(status.state));
    if (status.info) {
        result["identity"] = publicJson(*status.info);
        console.line("Name: " + status.info->displayName);
        console.line("Account: " + identity::toDidKey(status.info->account));
        console.line("Fingerprint: " + identity::fingerprint(status.info->account));
        console.line("This device: " + status.info->deviceName + ", " + toHex(status.info->device));
    }
    if (status.problem) return console.failed(*status.problem);
    return console.done(std::move(result));
}

int restore(const Context& context, const std::string& name, const std::string& device) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    const auto phrase =
        readSecretText("Type the 12 or 24 words on one line, then press Enter and Ctrl+D:", context.stop);
    if (!phrase) return console.failed(phrase.error());
    identity::SecretServiceKeyStore keys;
    auto restored = identity::Identity::restore(places->profile, keys, phrase->view(), name, device,
                                                revokedDevice(context, *places));
    if (!restored) return console.failed(restored.error());
    console.line("Restored " + restored->didKey() + ". This computer is a new device of it.");
    return console.done({{"identity", publicJson({restored->accountId(), restored->displayName(),
                                                  restored->deviceId(), restored->deviceName()})}});
}

int setLocked(const Context& context, bool locked) {
    const Console console = context.console();
    identity::SecretServiceKeyStore keys;
    if (const auto status = locked ? keys.lock() : keys.unlock(); !status)
        return console.failed(status.error());
    console.line(locked ? "The keyring is locked. Films stay closed until it is unlocked."
                        : "The keyring is unlocked.");
    return console.done({{"locked", locked}});
}

}  // namespace

void addIdentityCommands(Command app, Context& context, Action& action) {
    struct Names {
        std::string person = ownName();
        std::string device = computerName();
    };
    auto names = std::make_shared<Names>();
    auto phrase = std::make_shared<bool>(false);
    const Command identity =
        app.addSubcommand("identity", "Who you are on this computer").requireSubcommand();
    const Command createCommand = identity.addSubcommand("create", "Make a new identity");
    const Command restoreCommand =
        identity.addSubcommand("restore", "Restore one from its words, read from standard input");
    for (const Command command : {createCommand, restoreCommand}) {
        command.addOption("--name", names->person, "Your name, as viewers see it").showDefault();
        command.addOption("--device", names->device, "The name of this computer").showDefault();
    }
    createCommand.callback([=, &context, &action] {
        action = [=, &context] { return create(context, names->person, names->device); };
    });
    restoreCommand.callback([=, &context, &action] {
        action = [=, &context] { return restore(context, names->person, names->device); };
    });
    const Command showCommand = identity.addSubcommand("show", "Show it, and whether it can be used");
    showCommand.addFlag("--phrase", *phrase, "Show the recovery words instead");
    showCommand.callback(
        [=, &context, &action] { action = [=, &context] { return show(context, *phrase); }; });
    identity.addSubcommand("lock", "Lock the keyring that holds its keys").callback([&context, &action] {
        action = [&context] { return setLocked(context, true); };
    });
    identity.addSubcommand("unlock", "Unlock it; the system may ask for a password")
        .callback([&context, &action] { action = [&context] { return setLocked(context, false); }; });
    addRecoveryCommands(identity, context, action, names->device);
}

}  // namespace keyreel::cli
