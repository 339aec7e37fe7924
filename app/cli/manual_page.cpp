#include "app/cli/command_tree.h"
#include "app/cli/manual.h"

namespace keyreel::cli {
namespace {

std::string escaped(const std::string& text) {
    std::string out;
    if (!text.empty() && (text.front() == '.' || text.front() == '\'')) out = "\\&";
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

std::string sentence(const std::string& description) {
    return escaped(description) + (description.ends_with('.') ? "\n" : ".\n");
}

std::string synopsis(const std::string& program, const CommandWords& command) {
    std::string out = "\\fB" + escaped(program) + "\\fR";
    for (const std::string& word : command.path)
        out += " \\fB" + escaped(word) + "\\fR";
    for (const OptionWords& option : command.options)
        if (option.required)
            out += " \\fB" + escaped(option.names.back()) + "\\fR \\fI" + escaped(option.value) + "\\fR";
    if (command.options.size() > 1) out += " [\\fIoptions\\fR]";
    for (const OptionWords& positional : command.positionals)
        out += (positional.required ? " \\fI" : " [\\fI") + escaped(positional.value) +
               (positional.required ? "\\fR" : "\\fR]");
    if (!command.subcommands.empty()) out += " \\fIcommand\\fR";
    return out + "\n";
}

std::string list(const std::vector<OptionWords>& options) {
    std::string out;
    for (const OptionWords& option : options) {
        out += ".TP\n";
        std::string names;
        for (const std::string& name : option.names)
            names += (names.empty() ? "\\fB" : ", \\fB") + escaped(name) + "\\fR";
        if (!option.value.empty())
            names += (names.empty() ? "\\fI" : " \\fI") + escaped(option.value) + "\\fR";
        out += names + "\n" + (option.description.empty() ? "\\&" : escaped(option.description)) + "\n";
    }
    return out;
}

std::vector<OptionWords> withoutHelp(const std::vector<OptionWords>& options) {
    std::vector<OptionWords> out;
    for (const OptionWords& option : options)
        if (option.names.back() != "--help") out.push_back(option);
    return out;
}

}  // namespace

std::string manualPage(Command app) {
    const std::vector<CommandWords> tree = commandTree(app);
    const std::string program = app.name();
    std::string out =
        ".TH KEYREEL\\-CLI 1 \"\" \"Keyreel " KEYREEL_VERSION "\" \"Keyreel\"\n.SH NAME\n" +
        escaped(program) + " \\- publish, share and open films whose keys belong to their makers\n" +
        ".SH SYNOPSIS\n" + synopsis(program, tree.front()) + ".SH DESCRIPTION\n" +
        "Does everything that the window of Keyreel does, through the same engine.\n"
        "Results go to standard output; with \\fB\\-\\-json\\fR as exactly one JSON object, and progress\n"
        "as JSON lines to standard error.\n.SH OPTIONS\n" +
        list(tree.front().options) + ".SH COMMANDS\n";
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const CommandWords& command = tree[i];
        if (!command.subcommands.empty()) continue;
        out += ".SS " + escaped(joined(command.path)) + "\n" + synopsis(program, command) + ".PP\n" +
               sentence(command.description) + list(command.positionals) + list(withoutHelp(command.options));
    }
    return out +
           ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nfailed; the error's code says what\n.TP\n2\nthe command "
           "line was "
           "not understood\n.TP\n3\nthe rights of this account or device do not allow it\n.TP\n4\nthe "
           "keyring is "
           "locked, missing or has lost the key\n.TP\n5\na gateway or too many key nodes could not be "
           "reached\n.TP\n6\nthe gateway has signed what contradicts itself\n.TP\n"
           "130\ncancelled\n.SH SEE ALSO\n.BR keyreel (1),\n.BR keyreel\\-gateway (1),\n.BR "
           "keyreel\\-keynode (1)\n";
}

}  // namespace keyreel::cli
