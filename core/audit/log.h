#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"

namespace keyreel::audit {

/// What a field of a record may hold. Never a secret.
using FieldValue = std::variant<std::int64_t, bool, std::string>;
/// Names match [a-z][a-z0-9_]{0,63}; texts are UTF-8.
using Fields = std::map<std::string, FieldValue>;

/// A hash-chained, signed, append-only record log in one file, one line of canonical JSON per record (layout:
/// README). A record that `append` has returned is on the disk. Record 1 is `audit_started` and names the
/// signing key. Thread: any; appends are serialised. One process at a time: the file is locked while the log
/// is open.
class Log {
public:
    /// Opens or creates the log, walks the whole hash chain, and drops a torn last line (the process died in
    /// a write). Codes: `audit_broken` (as `verify`; also when the last record is not signed by `key`),
    /// `audit_busy` (open elsewhere), and those of File. `clock` outlives the log.
    static Result<Log> open(const std::filesystem::path& path, crypto::SigningKey key, const Clock& clock);

    /// As `open`, for a key that may have been replaced (a restored identity has a new device key): a log of
    /// another key that verifies is closed and kept whole beside `path`, its name extended by 16 digits of
    /// that key, and a new one begins whose first record names its key, length and head. A log that does not
    /// verify is refused as by `open`. Either happens wholly or not at all, also when the process dies.
    static Result<Log> openAfter(const std::filesystem::path& path, crypto::SigningKey key,
                                 const Clock& clock);

    Log(Log&&) noexcept;
    Log& operator=(Log&&) noexcept;
    ~Log();

    /// Writes one record, syncs it, then moves the head; returns its seq. If it fails nothing has been
    /// recorded, the next record gets the same seq, and what depends on the record must not happen. `event`
    /// like a field name; a record has at most 64 KiB. Codes: `audit_bad_field`, `disk_full`,
    /// `file_unwritable`.
    Result<std::uint64_t> append(std::string_view event, const Fields& fields = {});

    /// The seq of the last durable record.
    [[nodiscard]] std::uint64_t lastSeq() const;
    /// The hash of the last durable record.
    [[nodiscard]] crypto::Digest head() const;

private:
    struct State;
    explicit Log(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The log of an earlier key that a log goes on from, as its first record names it.
struct ClosedLog {
    std::string file;  ///< Its name, in the same folder.
    crypto::PublicKey key{};
    std::uint64_t records = 0;
    crypto::Digest head{};
};

/// What a verified log holds.
struct Summary {
    std::uint64_t records = 0;  ///< Also the seq of the last one.
    crypto::Digest
        head{};  ///< Hash of the last record: compare it with a head noted elsewhere to see cut-off tails.
    crypto::PublicKey key{};          ///< Who signed every record.
    std::int64_t firstTime = 0;       ///< Unix seconds.
    std::int64_t lastTime = 0;        ///< Unix seconds.
    std::uint64_t tornTailBytes = 0;  ///< Bytes after the last whole line, left by a write that was cut off.
    std::optional<ClosedLog> after;   ///< The log it goes on from; compare with that one's own summary.
};

/// Checks form, seq, chain, hash and signature of every record, reading the file as a stream. Code
/// `audit_broken`; `what` names the first broken record (seq expected, line, what is wrong). `expected`:
/// every record must be by this key.
Result<Summary> verify(const std::filesystem::path& path,
                       const std::optional<crypto::PublicKey>& expected = {});

}  // namespace keyreel::audit
