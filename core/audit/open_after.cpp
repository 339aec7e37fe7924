#include <sys/file.h>

#include <algorithm>
#include <system_error>

#include "core/audit/chain.h"
#include "core/base/log.h"
#include "core/base/text.h"

namespace keyreel::audit {

namespace {

namespace fs = std::filesystem;

/// The key that the first record names; nothing when there is no first record to read, which `open` judges.
Result<std::optional<crypto::PublicKey>> keyOf(const File& file) {
    KEYREEL_TRY(const std::uint64_t size, file.size());
    Bytes start(static_cast<std::size_t>(std::min<std::uint64_t>(size, kLongestLine)));
    KEYREEL_CHECK(file.readAt(0, start));
    const std::string_view text = asText(start);
    const std::size_t end = text.find('\n');
    Chain chain;
    if (end == std::string_view::npos || chain.accept(text.substr(0, end)))
        return std::optional<crypto::PublicKey>{};
    return std::optional<crypto::PublicKey>(chain.key());
}

/// Gives the log a second name, so that it still has one when `path` becomes the new log's. Done before a
/// crash, it is done.
Status keepAs(const fs::path& path, const fs::path& kept) {
    std::error_code error;
    fs::create_hard_link(path, kept, error);
    std::error_code unequal;
    if (error && !fs::equivalent(path, kept, unequal))
        return fail("file_unwritable",
                    path.string() + " cannot be kept as " + kept.string() + ": " + error.message() + ".",
                    "Move " + kept.string() + " elsewhere if it exists, then try again.");
    return syncFolder(path.parent_path());
}

Status closeLogOfAnotherKey(const fs::path& path, const crypto::SigningKey& key, const Clock& clock) {
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    KEYREEL_TRY(const File file, File::openForReading(path));
    KEYREEL_TRY(const auto owner, keyOf(file));
    if (!owner || *owner == key.publicKey()) return {};
    if (flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0)
        return fail("audit_busy", path.string() + " is in use by another process.",
                    "End the other process that works on the same data.");
    KEYREEL_TRY(const Summary old, verify(path));
    // Another process may have done all this before the lock was ours.
    if (old.key == key.publicKey()) return {};
    const std::string name =
        path.stem().string() + "-" + toHex(old.key).substr(0, 16) + path.extension().string();
    KEYREEL_CHECK(keepAs(path, path.parent_path() / name));
    const Body first =
        firstBody(key.publicKey(), clock.now(), ClosedLog{name, old.key, old.records, old.head});
    const crypto::Digest hash = hashOf(first);
    const std::string line = lineOf(first, hash, key.sign(signedBytes(hash))) + "\n";
    KEYREEL_CHECK(writeFileAtomically(path, asBytes(line)));
    log(LogLevel::Info, "audit", path.string() + " belonged to another key and is kept as " + name + ".");
    return {};
}

}  // namespace

Result<Log> Log::openAfter(const fs::path& path, crypto::SigningKey key, const Clock& clock) {
    KEYREEL_CHECK(closeLogOfAnotherKey(path, key, clock));
    return open(path, std::move(key), clock);
}

}  // namespace keyreel::audit
