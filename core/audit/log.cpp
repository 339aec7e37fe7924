#include "core/audit/log.h"

#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <utility>

#include "core/audit/chain.h"
#include "core/base/log.h"
#include "core/base/utf8.h"

namespace keyreel::audit {

namespace {

Status checkText(std::string_view what, std::string_view text) {
    if (isUtf8(asBytes(text))) return {};
    return fail("audit_bad_field", "The audit field \"" + std::string(what) + "\" is not UTF-8.");
}

Status checkFields(std::string_view event, const Fields& fields) {
    if (!isName(event))
        return fail("audit_bad_field", "\"" + std::string(event) + "\" cannot be the name of an event.");
    for (const auto& [name, value] : fields) {
        if (!isName(name))
            return fail("audit_bad_field", "\"" + name + "\" cannot be the name of an audit field.");
        if (const auto* text = std::get_if<std::string>(&value)) KEYREEL_CHECK(checkText(name, *text));
    }
    return {};
}

}  // namespace

struct Log::State {
    State(File opened, crypto::SigningKey signer, const Clock& time)
        : file(std::move(opened)), key(std::move(signer)), clock(time) {}

    std::mutex mutex;
    File file;
    crypto::SigningKey key;
    const Clock& clock;
    Chain chain;
    std::uint64_t end = 0;  // the size of the durable records
    bool tailIsTorn = false;

    Status lock() const {
        if (flock(file.descriptor(), LOCK_EX | LOCK_NB) == 0) return {};
        return fail("audit_busy", file.path().string() + " is in use by another process.",
                    "End the other process that works on the same data.");
    }

    /// Cuts off whatever stands behind the durable records.
    Status cutTail() {
        if (ftruncate(file.descriptor(), static_cast<off_t>(end)) != 0)
            return fail("file_unwritable", file.path().string() + " cannot be shortened.");
        KEYREEL_CHECK(file.sync());
        tailIsTorn = false;
        return {};
    }

    Status load() {
        KEYREEL_TRY(const Extent extent,
                    walkLines(file, [this](std::string_view line) { return chain.accept(line); }));
        end = extent.whole;
        if (chain.records() > 0 && chain.key() != key.publicKey())
            return brokenAt(file.path(), 1, "the log belongs to another key");
        // The last signature covers every record before it by the chain of hashes; `verify` checks each one.
        if (chain.records() > 0 && !chain.lastIsSigned())
            return brokenAt(file.path(), chain.records(), "its signature is not by the log's key");
        if (extent.torn == 0) return {};
        log(LogLevel::Warning, "audit",
            file.path().string() + ": dropped " + std::to_string(extent.torn) +
                " bytes of a record that was cut off.");
        return cutTail();
    }

    Status write(const Body& body) {
        if (tailIsTorn) KEYREEL_CHECK(cutTail());
        const crypto::Digest hash = hashOf(body);
        const std::string line = lineOf(body, hash, key.sign(signedBytes(hash))) + "\n";
        if (line.size() > kLongestLine)
            return fail("audit_bad_field",
                        "An audit record of " + std::to_string(line.size()) + " bytes is too long.");
        Status written = file.writeAt(end, asBytes(line));
        if (written) written = file.sync();
        if (!written) {
            tailIsTorn = true;
            (void)cutTail();  // if that fails, too, the next write begins with it
            return written;
        }
        end += line.size();
        chain.advance(body, hash);
        return {};
    }
};

Result<Log> Log::open(const std::filesystem::path& path, crypto::SigningKey key, const Clock& clock) {
    KEYREEL_TRY(File file, File::openForUpdate(path));
    auto state = std::make_unique<State>(std::move(file), std::move(key), clock);
    KEYREEL_CHECK(state->lock());
    KEYREEL_CHECK(state->load());
    if (state->chain.records() == 0) {
        KEYREEL_CHECK(state->write(firstBody(state->key.publicKey(), clock.now())));
        KEYREEL_CHECK(syncFolder(path.has_parent_path() ? path.parent_path() : "."));
    }
    return Log(std::move(state));
}

Log::Log(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;
Log::~Log() = default;

Result<std::uint64_t> Log::append(std::string_view event, const Fields& fields) {
    KEYREEL_CHECK(checkFields(event, fields));
    const std::lock_guard guard(m_state->mutex);
    const std::uint64_t seq = m_state->chain.records() + 1;
    KEYREEL_CHECK(
        m_state->write({seq, m_state->chain.head(), m_state->clock.now(), std::string(event), fields}));
    return seq;
}

std::uint64_t Log::lastSeq() const {
    const std::lock_guard guard(m_state->mutex);
    return m_state->chain.records();
}

crypto::Digest Log::head() const {
    const std::lock_guard guard(m_state->mutex);
    return m_state->chain.head();
}

}  // namespace keyreel::audit
