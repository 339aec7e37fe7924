#include "app/cli/command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

namespace keyreel::cli {
namespace {

OptionWords wordsOf(const CLI::Option& option) {
    OptionWords out;
    for (const std::string& name : option.get_snames())
        out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        out.names.push_back("--" + name);
    out.description = option.get_description();
    out.required = option.get_required();
    if (out.names.empty()) {
        out.value = option.get_name(true);
    } else if (option.get_items_expected_max() > 0) {
        // "TEXT:{cenc,cbcs}" has the values that are allowed behind the colon.
        const std::string type = option.get_type_name();
        const std::size_t values = type.find(":{");
        if (values != std::string::npos) {
            out.value = type.substr(values + 2);
            out.value.erase(std::min(out.value.find('}'), out.value.size()));
            std::replace(out.value.begin(), out.value.end(), ',', '|');
        } else {
            std::string name = option.get_lnames().empty() ? "value" : option.get_lnames().front();
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            out.value = name;
        }
    }
    return out;
}

void collect(const CLI::App& app, std::vector<std::string> path, std::vector<CommandWords>& out) {
    CommandWords words;
    words.path = path;
    words.description = app.get_description();
    for (const CLI::Option* option : app.get_options({})) {
        OptionWords described = wordsOf(*option);
        (described.names.empty() ? words.positionals : words.options).push_back(std::move(described));
    }
    const auto children = app.get_subcommands([](const CLI::App*) { return true; });
    for (const CLI::App* child : children)
        words.subcommands.push_back(child->get_name());
    out.push_back(std::move(words));
    for (const CLI::App* child : children) {
        path.push_back(child->get_name());
        collect(*child, path, out);
        path.pop_back();
    }
}

}  // namespace

std::vector<CommandWords> commandTree(Command program) {
    std::vector<CommandWords> out;
    collect(program.parser(), {}, out);
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

}  // namespace keyreel::cli
