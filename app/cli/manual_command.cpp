#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/manual.h"

namespace keyreel::cli {

void addManualCommand(Command app, Context& context, Action& action) {
    auto form = std::make_shared<std::string>("man");
    const Command manual =
        app.addSubcommand("manual", "Print the manual page, or the completions for a shell");
    manual.addOption("FORM", *form, "man, bash, zsh or fish").oneOf({"man", "bash", "zsh", "fish"});
    manual.callback([=, &context, &action] {
        action = [=, &context]() -> int {
            const std::string text = *form == "bash"   ? bashCompletion(app)
                                     : *form == "zsh"  ? zshCompletion(app)
                                     : *form == "fish" ? fishCompletion(app)
                                                       : manualPage(app);
            if (context.json) return context.console().done({{"form", *form}, {"text", text}});
            return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? kDone : kFailed;
        };
    });
}

}  // namespace keyreel::cli
