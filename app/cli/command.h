#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace keyreel::cli {

// How commands are declared: CLI11's parser, kept out of the commands' own files, because every file that
// declares an option with CLI11 itself compiles its whole parser once more. Values that refer to the parser,
// which outlives them.

/// An option, a flag or a positional while it is declared. Each call returns the option itself.
class Option {
public:
    explicit Option(CLI::Option& option) : m_option(&option) {}

    Option required() const;
    /// Its value so far stands in the help.
    Option showDefault() const;
    Option oneOf(std::vector<std::string> values) const;
    Option between(std::int64_t least, std::int64_t most) const;
    /// One argument may be several values.
    Option splitAt(char separator) const;
    Option excludes(const std::string& name) const;
    Option excludes(Option other) const;
    Option needs(Option other) const;

private:
    CLI::Option* m_option;
};

/// The program, or a command below it.
class Command {
public:
    explicit Command(CLI::App& app) : m_app(&app) {}

    Command addSubcommand(const std::string& name, const std::string& description) const;
    /// `target` is written while the command line is parsed and outlives that. What types there are stands in
    /// command.cpp.
    template <typename Value>
    Option addOption(const std::string& name, Value& target, const std::string& description = {}) const;
    Option addFlag(const std::string& name, bool& target, const std::string& description) const;
    /// One of its subcommands must be named.
    Command requireSubcommand() const;
    /// Called when this command was named and everything fits.
    void callback(std::function<void()> chosen) const;

    [[nodiscard]] std::string name() const;
    [[nodiscard]] const CLI::App& parser() const { return *m_app; }

private:
    CLI::App* m_app;
};

/// Ends the parsing as a wrong option does. For callbacks of Command.
[[noreturn]] void refuseCommandLine(const std::string& command, const std::string& why);

}  // namespace keyreel::cli
