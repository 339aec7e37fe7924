#include "core/identity/vault_lock.h"

#include <sys/file.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "core/base/progress.h"

namespace keyreel::identity {

namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kPause{20};

}  // namespace

Result<std::shared_ptr<VaultLock>> VaultLock::acquire(const std::filesystem::path& vault,
                                                      std::stop_token stop) {
    KEYREEL_TRY(File file, File::openForUpdate(vault.string() + ".lock"));
    const auto end = std::chrono::steady_clock::now() + kPatience;
    std::mutex mutex;
    std::condition_variable_any wake;
    while (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
        if (stop.stop_requested()) return cancelled("Changing the vault");
        if (std::chrono::steady_clock::now() >= end)
            return fail("vault_busy", "Another program is changing " + vault.string() + ".",
                        "Wait until it is done, then try again.");
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, kPause, [] { return false; });
    }
    return std::shared_ptr<VaultLock>(new VaultLock(std::move(file)));
}

}  // namespace keyreel::identity
