#include <algorithm>

#include "app/cli/command_tree.h"
#include "app/cli/manual.h"

namespace keyreel::cli {
namespace {

/// In single quotes for all three shells. An apostrophe becomes a typographic one: it only stands in
/// descriptions.
std::string inQuotes(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("\u2019") : c == '\\' ? std::string() : std::string(1, c);
    return out + "'";
}

std::string pathPattern(const CommandWords& command) {
    return "\"" + joined(command.path) + "\"";
}

std::vector<std::string> optionNames(const CommandWords& command) {
    std::vector<std::string> out;
    for (const OptionWords& option : command.options)
        out.insert(out.end(), option.names.begin(), option.names.end());
    return out;
}

/// A shell loop that follows the words typed so far into `path`. The words come from `words`.
std::string followPath(const std::vector<CommandWords>& tree, const std::string& words) {
    std::string known;
    for (std::size_t i = 1; i < tree.size(); ++i)
        known += (known.empty() ? "" : " | ") + pathPattern(tree[i]);
    return "    local word path=\n    for word in " + words +
           "; do\n        case \"${path:+$path }$word\" in\n            " + known +
           ") path=\"${path:+$path }$word\" ;;\n        esac\n    done\n";
}

}  // namespace

std::string bashCompletion(Command app) {
    const std::vector<CommandWords> tree = commandTree(app);
    std::string out = "# bash completion for " + app.name() + "\n_keyreel_cli() {\n" +
                      "    local current=${COMP_WORDS[COMP_CWORD]} commands= options=\n" +
                      followPath(tree, "\"${COMP_WORDS[@]:1:COMP_CWORD-1}\"") + "    case $path in\n";
    for (const CommandWords& command : tree)
        out += "        " + pathPattern(command) + ") commands=" + inQuotes(joined(command.subcommands)) +
               " options=" + inQuotes(joined(optionNames(command))) + " ;;\n";
    return out +
           "    esac\n    [[ $current == -* ]] && commands=$options\n"
           "    # Without words of its own the shell offers file names.\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$current\")\n}\n"
           "complete -o default -F _keyreel_cli " +
           app.name() + "\n";
}

std::string zshCompletion(Command app) {
    const std::vector<CommandWords> tree = commandTree(app);
    const auto entry = [](const std::string& name, const std::string& description) {
        std::string text = description;
        std::replace(text.begin(), text.end(), ':', ',');
        return " " + inQuotes(name + ":" + text);
    };
    std::string out = "#compdef " + app.name() + "\n_keyreel_cli() {\n    local -a commands options\n" +
                      followPath(tree, "\"${words[2,CURRENT-1]}\"") + "    case $path in\n";
    // zsh passes quoted slices as one word; the array form keeps them apart.
    const std::string joinedSlice = "\"${words[2,CURRENT-1]}\"";
    out.replace(out.find(joinedSlice), joinedSlice.size(), "\"${(@)words[2,CURRENT-1]}\"");
    for (const CommandWords& command : tree) {
        out += "        " + pathPattern(command) + ")\n            commands=(";
        for (const std::string& name : command.subcommands) {
            std::vector<std::string> path = command.path;
            path.push_back(name);
            const auto child = std::find_if(tree.begin(), tree.end(),
                                            [&](const CommandWords& other) { return other.path == path; });
            out += entry(name, child->description);
        }
        out += ")\n            options=(";
        for (const OptionWords& option : command.options)
            for (const std::string& name : option.names)
                out += entry(name, option.description);
        out += ") ;;\n";
    }
    return out +
           "    esac\n    if [[ $PREFIX == -* ]]; then _describe option options\n"
           "    elif (( $#commands )); then _describe command commands\n    else _files\n    fi\n}\n"
           "_keyreel_cli \"$@\"\n";
}

std::string fishCompletion(Command app) {
    const std::vector<CommandWords> tree = commandTree(app);
    const std::string complete = "complete -c " + app.name();
    std::string out;
    for (const CommandWords& command : tree) {
        std::string condition = command.path.empty() ? "__fish_use_subcommand" : std::string();
        for (const std::string& word : command.path)
            condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
        if (!command.path.empty() && !command.subcommands.empty())
            condition += "; and not __fish_seen_subcommand_from " + joined(command.subcommands);
        for (const std::string& name : command.subcommands) {
            std::vector<std::string> path = command.path;
            path.push_back(name);
            const auto child = std::find_if(tree.begin(), tree.end(),
                                            [&](const CommandWords& other) { return other.path == path; });
            out += complete + " -f -n " + inQuotes(condition) + " -a " + name + " -d " +
                   inQuotes(child->description) + "\n";
        }
        for (const OptionWords& option : command.options) {
            out += complete + " -n " + inQuotes(condition);
            for (const std::string& name : option.names)
                out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.value.empty()) out += " -r";
            out += " -d " + inQuotes(option.description) + "\n";
        }
    }
    return out;
}

}  // namespace keyreel::cli
