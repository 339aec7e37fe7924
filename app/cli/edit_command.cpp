#include <optional>

#include "app/cli/commands.h"
#include "core/studio/edit_film.h"
#include "core/studio/open_film.h"

namespace keyreel::cli {
namespace {

struct Wish {
    std::string link;
    std::optional<std::string> title;
    std::optional<std::string> description;
    std::vector<std::string> tags;
    bool noTags = false;
    std::string cover;

    [[nodiscard]] bool isEmpty() const {
        return !title && !description && tags.empty() && !noTags && cover.empty();
    }
};

int edit(const Context& context, const Wish& wish) {
    const Console console = context.console();
    const auto place = placeOf(context, wish.link);
    if (!place) return console.failed(place.error());
    studio::FilmEdit change;
    change.title = wish.title;
    change.description = wish.description;
    if (wish.noTags || !wish.tags.empty()) change.tags = wish.tags;
    if (!wish.cover.empty()) change.cover = wish.cover;
    const auto revision =
        studio::editFilm(*place->session, place->link, change, context.stop, [&](studio::EditStep step) {
            console.event("  " + std::string(studio::wordOf(step)), {{"step", studio::wordOf(step)}});
        });
    if (!revision) return console.failed(revision.error());
    console.line("Everyone with the link sees it so from now on.");
    return console.done({{"link", wish.link}, {"revision", *revision}});
}

}  // namespace

void addEditCommand(Command app, Context& context, Action& action) {
    auto wish = std::make_shared<Wish>();
    const Command command = app.addSubcommand(
        "edit", "Change the title, description, tags or poster of a film of yours that is out");
    command.addOption("LINK", wish->link).required();
    command.addOption("--title", wish->title, "What it is called from now on");
    command.addOption("--description", wish->description, "What it is about");
    command.addOption("--tag", wish->tags,
                      "All of its tags from now on, repeated; the first is its category");
    command.addFlag("--no-tags", wish->noTags, "No tags any more");
    command.addOption("--cover", wish->cover, "A PNG or JPEG that becomes its poster");
    command.callback([=, &context, &action] {
        if (wish->isEmpty())
            refuseCommandLine(
                "edit", "nothing to change was named (--title, --description, --tag, --no-tags, --cover)");
        if (wish->noTags && !wish->tags.empty())
            refuseCommandLine("edit", "--no-tags and --tag exclude each other");
        action = [=, &context] { return edit(context, *wish); };
    });
}

}  // namespace keyreel::cli
