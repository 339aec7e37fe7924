#include "app/cli/command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <utility>

namespace keyreel::cli {

Option Option::required() const {
    m_option->required();
    return *this;
}

Option Option::showDefault() const {
    m_option->capture_default_str();
    return *this;
}

Option Option::oneOf(std::vector<std::string> values) const {
    m_option->check(CLI::IsMember(std::move(values)));
    return *this;
}

Option Option::between(std::int64_t least, std::int64_t most) const {
    m_option->check(CLI::Range(least, most));
    return *this;
}

Option Option::splitAt(char separator) const {
    m_option->delimiter(separator);
    return *this;
}

Option Option::excludes(const std::string& name) const {
    m_option->excludes(name);
    return *this;
}

Option Option::excludes(Option other) const {
    m_option->excludes(other.m_option);
    return *this;
}

Option Option::needs(Option other) const {
    m_option->needs(other.m_option);
    return *this;
}

Command Command::addSubcommand(const std::string& name, const std::string& description) const {
    return Command(*m_app->add_subcommand(name, description));
}

template <typename Value>
Option Command::addOption(const std::string& name, Value& target, const std::string& description) const {
    return Option(*m_app->add_option(name, target, description));
}

template Option Command::addOption(const std::string&, std::string&, const std::string&) const;
template Option Command::addOption(const std::string&, std::vector<std::string>&, const std::string&) const;
template Option Command::addOption(const std::string&, std::optional<std::string>&, const std::string&) const;
template Option Command::addOption(const std::string&, std::filesystem::path&, const std::string&) const;
template Option Command::addOption(const std::string&, double&, const std::string&) const;
template Option Command::addOption(const std::string&, std::uint16_t&, const std::string&) const;
template Option Command::addOption(const std::string&, std::uint32_t&, const std::string&) const;
template Option Command::addOption(const std::string&, std::uint64_t&, const std::string&) const;
template Option Command::addOption(const std::string&, std::int64_t&, const std::string&) const;
template Option Command::addOption(const std::string&, std::optional<unsigned>&, const std::string&) const;

Option Command::addFlag(const std::string& name, bool& target, const std::string& description) const {
    return Option(*m_app->add_flag(name, target, description));
}

Command Command::requireSubcommand() const {
    m_app->require_subcommand(1);
    return *this;
}

void Command::callback(std::function<void()> chosen) const {
    m_app->callback(std::move(chosen));
}

std::string Command::name() const {
    return m_app->get_name();
}

void refuseCommandLine(const std::string& command, const std::string& why) {
    throw CLI::ValidationError(command, why);
}

}  // namespace keyreel::cli
