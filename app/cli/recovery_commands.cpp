#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/secret_input.h"
#include "core/base/file.h"
#include "core/identity/identity.h"
#include "core/studio/recovery.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

int createKit(const Context& context, const std::string& file, const std::string& page, bool drafts) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    for (const std::string& path : {file, page}) {
        std::error_code error;
        if (!path.empty() && std::filesystem::exists(path, error))
            return console.failed({"file_exists", path + " exists already and is left as it is.",
                                   "Choose another name, or remove it first."});
    }
    if (!page.empty() && std::filesystem::absolute(page).lexically_normal() ==
                             std::filesystem::absolute(file).lexically_normal())
        return console.failed({"file_exists", "The page would replace the kit in " + file + ".",
                               "Choose another name for one of them."});
    identity::SecretServiceKeyStore keys;
    auto opened = identity::Identity::open(places->profile, keys);
    if (!opened) return console.failed(opened.error());
    auto password = readSecretLine("A password for the kit (10 characters or more):", context.stop);
    if (!password) return console.failed(password.error());
    if (::isatty(STDIN_FILENO) != 0) {
        const auto again = readSecretLine("The same once more:", context.stop);
        if (!again) return console.failed(again.error());
        if (!again->equals(password->view()))
            return console.failed(
                {"kit_password_differs", "The two passwords are not the same.", "Try again."});
    }
    const auto size =
        studio::writeRecoveryKit(*places, *opened, drafts, password->view(), context.clock, file);
    if (!size) return console.failed(size.error());
    console.line("The recovery kit is in " + file + ". It opens with its password on any computer.");
    if (!page.empty()) {
        auto html = studio::makeRecoveryPage(*opened, context.clock);
        if (!html) return console.failed(html.error());
        if (const Status written = writeFileAtomically(page, html->view()); !written)
            return console.failed(written.error());
        console.line("Print " + page + " and delete it: it holds the words in clear.");
    }
    return console.done({{"kit", file}, {"page", page}, {"bytes", *size}});
}

/// Own films on the network that this profile uses; what cannot be reached is told, not fatal.
json findFilms(const Context& context, const Console& console) {
    json result = {{"films", json::array()}, {"unreachable", json::array()}};
    auto work = beginWork(context);
    auto found = work ? studio::findOwnFilms(*work->session, context.stop)
                      : Result<studio::FoundFilms>(tl::unexpected<Error>(work.error()));
    if (!found) {
        result["problem"] = {{"code", found.error().code}, {"what", found.error().what}};
        console.line("Films were not looked for: " + found.error().what);
        return result;
    }
    for (const auto& film : found->films) {
        console.line("Found '" + film.title + "': " + film.link);
        result["films"].push_back({{"link", film.link}, {"title", film.title}});
    }
    for (const auto& [link, error] : found->faults) {
        console.line("Not found: " + link + " (" + error.code + ")");
        result["unreachable"].push_back({{"link", link}, {"code", error.code}});
    }
    return result;
}

int restoreKit(const Context& context, const std::string& file, const std::string& device) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    auto kit = readFile(file, identity::kMaxKitSize);
    if (!kit) return console.failed(kit.error());
    if (auto header = identity::readKitHeader(*kit); !header) return console.failed(header.error());
    const auto password = readSecretLine("The password of the kit:", context.stop);
    if (!password) return console.failed(password.error());
    identity::SecretServiceKeyStore keys;
    auto restored = studio::restoreRecoveryKit(*places, keys, *kit, password->view(), device,
                                               revokedDevice(context, *places));
    if (!restored) return console.failed(restored.error());
    console.line("Restored " + restored->identity.didKey() + ". This computer is a new device of it.");
    json result = findFilms(context, console);
    result["account"] = restored->identity.didKey();
    result["name"] = restored->identity.displayName();
    result["files"] = restored->files;
    return console.done(std::move(result));
}

int findOwn(const Context& context) {
    const Console console = context.console();
    json result = findFilms(context, console);
    if (result.contains("problem"))
        return console.failed({result["problem"]["code"], result["problem"]["what"], {}});
    return console.done(std::move(result));
}

int rotate(const Context& context) {
    const Console console = context.console();
    auto places = context.places();
    if (!places) return console.failed(places.error());
    identity::SecretServiceKeyStore keys;
    auto opened = identity::Identity::open(places->profile, keys);
    if (!opened) return console.failed(opened.error());
    if (const Status done = opened->renewVaultKeys(keys, context.stop); !done)
        return console.failed(done.error());
    console.line("The vault has new keys, version " + std::to_string(opened->vault().currentVersion()) + ".");
    return console.done({{"version", opened->vault().currentVersion()}});
}

}  // namespace

void addRecoveryCommands(Command identity, Context& context, Action& action,
                         const std::string& computerName) {
    struct Arguments {
        std::string file;
        std::string page;
        std::string device;
        bool withoutDrafts = false;
    };
    auto arguments = std::make_shared<Arguments>();
    arguments->device = computerName;
    const Command kit =
        identity.addSubcommand("kit", "The recovery kit: a file under a password, a page to print")
            .requireSubcommand();
    const Command create =
        kit.addSubcommand("create", "Make one; the password is the first line of standard input");
    create.addOption("FILE", arguments->file).required();
    create.addOption("--page", arguments->page, "Also write the words and their QR code as a page to print");
    create.addFlag("--without-drafts", arguments->withoutDrafts, "Leave drafts and the library out");
    create.callback([=, &context, &action] {
        action = [=, &context] {
            return createKit(context, arguments->file, arguments->page, !arguments->withoutDrafts);
        };
    });
    const Command restore =
        kit.addSubcommand("restore", "Restore identity, drafts and published films from one");
    restore.addOption("FILE", arguments->file).required();
    restore.addOption("--device", arguments->device, "The name of this computer").showDefault();
    restore.callback([=, &context, &action] {
        action = [=, &context] { return restoreKit(context, arguments->file, arguments->device); };
    });
    identity
        .addSubcommand("films", "Find the films that this identity published, and put them into the library")
        .callback([&context, &action] { action = [&context] { return findOwn(context); }; });
    identity.addSubcommand("rotate", "Give the vault new keys; what was interrupted is finished")
        .callback([&context, &action] { action = [&context] { return rotate(context); }; });
}

}  // namespace keyreel::cli
