#include "app/cli/commands.h"
#include "app/cli/output_file.h"
#include "core/base/file.h"
#include "core/package/manifest_preview.h"
#include "core/studio/free_preview.h"
#include "core/studio/open_film.h"

namespace keyreel::cli {
namespace {

struct Wish {
    std::string link;
    std::string file;
    bool force = false;
};

int savePreview(const Context& context, const Wish& wish) {
    const Console console = context.console();
    if (const Status may = mayWriteFile(wish.file, {}, wish.force); !may) return console.failed(may.error());
    const auto place = placeOf(context, wish.link);
    if (!place) return console.failed(place.error());
    const auto facts = studio::describeFilm(*place->session, place->link, context.stop);
    if (!facts) return console.failed(facts.error());
    const auto clip = studio::fetchPreview(*place->session, facts->manifest, context.stop);
    if (!clip) return console.failed(clip.error());
    if (const Status written = writeFileAtomically(wish.file, *clip); !written)
        return console.failed(written.error());
    const auto seconds = package::previewOf(facts->manifest)->seconds;
    console.line("The preview of '" + facts->manifest.title + "' (" + timeText(seconds) + ") is in " +
                 wish.file + ".");
    return console.done({{"file", wish.file}, {"seconds", seconds}, {"size", clip->size()}});
}

}  // namespace

void addPreviewCommand(Command app, Context& context, Action& action) {
    auto wish = std::make_shared<Wish>();
    const Command command = app.addSubcommand(
        "preview", "Save the preview of a film, which anyone may watch; it asks for no key");
    command.addOption("LINK", wish->link).required();
    command.addOption("FILE", wish->file, "A new MP4").required();
    command.addFlag("--force", wish->force, "Replace FILE");
    command.callback(
        [=, &context, &action] { action = [=, &context] { return savePreview(context, *wish); }; });
}

}  // namespace keyreel::cli
