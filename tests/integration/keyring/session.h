#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

namespace keyreel::test {

/// The pid of the keyring daemon that with-keyring started.
pid_t keyringPid();
/// Opens the login keyring as a login would; false when the password is refused.
bool unlockKeyring(const std::string& password = {});
/// The first line that a shell command prints.
std::string firstLineOf(const std::string& command);
/// Runs this program anew with `--step STEP DIR` and gives the line that it prints: another process, as after
/// a restart.
std::string inNewProcess(const std::string& step, const std::filesystem::path& profileDir);

}  // namespace keyreel::test
