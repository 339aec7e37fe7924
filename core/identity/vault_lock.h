#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "core/base/file.h"
#include "core/base/result.h"

namespace keyreel::identity {

/// The right to change one vault file, for one program at a time; ends with the value, or with the program.
class VaultLock {
public:
    /// Waits up to ten seconds for whoever has it. `vault`: the vault file; the lock is a file beside it.
    /// Codes: `vault_busy`, `cancelled`, those of File.
    static Result<std::shared_ptr<VaultLock>> acquire(const std::filesystem::path& vault,
                                                      std::stop_token stop = {});

private:
    explicit VaultLock(File file) : m_file(std::move(file)) {}
    File m_file;
};

}  // namespace keyreel::identity
