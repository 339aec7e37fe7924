#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/manual.h"

namespace keyreel::cli {

void addManualCommand(CLI::App& app, Context& context, Action& action) {
    auto form = std::make_shared<std::string>("man");
    CLI::App* manual = app.add_subcommand("manual", "Print the manual page, or the completions for a shell");
    manual->add_option("FORM", *form, "man, bash, zsh or fish")
        ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
    manual->callback([&app, &context, form, &action] {
        action = [&app, &context, form]() -> int {
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
