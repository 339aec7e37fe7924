#include "app/cli/commands.h"
#include "core/studio/export_keys.h"
#include "core/studio/open_film.h"

namespace keyreel::cli {
namespace {

struct Wish {
    std::string link;
    std::string file;
    bool clear = false;
};

int exportKeys(const Context& context, const Wish& wish) {
    const Console console = context.console();
    if (!wish.clear)
        return console.failed(
            {"keys_in_the_clear",
             "The document holds the content keys: who reads it can decrypt the film, for good.",
             "Say --keys-in-the-clear as well, and keep the file safe."});
    const auto place = placeOf(context, wish.link);
    if (!place) return console.failed(place.error());
    const auto keys = studio::exportKeys(*place->session, place->link, wish.file, context.stop);
    if (!keys) return console.failed(keys.error());
    console.line("Keys are in " + wish.file + ", readable for you alone.");
    return console.done({{"file", wish.file}, {"keys", *keys}});
}

}  // namespace

void addExportKeysCommand(Command app, Context& context, Action& action) {
    auto wish = std::make_shared<Wish>();
    const Command command = app.addSubcommand(
        "export-keys",
        "Write the content keys of a film of yours into a CPIX document, for another DRM system");
    command.addOption("LINK", wish->link).required();
    command.addOption("FILE", wish->file, "A new file").required();
    command.addFlag("--keys-in-the-clear", wish->clear,
                    "Agree that it holds content keys that anybody can read");
    command.callback(
        [=, &context, &action] { action = [=, &context] { return exportKeys(context, *wish); }; });
}

}  // namespace keyreel::cli
