#pragma once

// Inside core/audit: one record as a line of text, and the walk along the chain that both the writer and the
// verifier do.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/audit/log.h"
#include "core/base/file.h"

namespace keyreel::audit {

/// The longest line, with its line feed.
inline constexpr std::size_t kLongestLine = 65536;

/// Every record but its hash and signature.
struct Body {
    std::uint64_t seq = 0;
    crypto::Digest prev{};
    std::int64_t time = 0;
    std::string event;
    Fields fields;
};

/// The record that starts a log: it names the key, and the log of an earlier key that this one goes on from.
Body firstBody(const crypto::PublicKey& key, std::int64_t time, const std::optional<ClosedLog>& after = {});

/// True when name is fit for an event or a field.
bool isName(std::string_view name);

/// SHA-256 of the domain string and the canonical JSON of the body.
crypto::Digest hashOf(const Body& body);

/// What is signed for a record with this hash.
Bytes signedBytes(const crypto::Digest& hash);

/// The canonical line, without the line feed.
std::string lineOf(const Body& body, const crypto::Digest& hash, const crypto::Signature& signature);

/// Takes lines in order and keeps what the next one must fit to.
class Chain {
public:
    /// Nothing when the line is the next record, else what is wrong with it.
    std::optional<std::string> accept(std::string_view line);

    /// Whether the record accepted last is signed by the log's key.
    [[nodiscard]] bool lastIsSigned() const;

    [[nodiscard]] std::uint64_t records() const { return m_records; }
    [[nodiscard]] const crypto::Digest& head() const { return m_head; }
    [[nodiscard]] const crypto::PublicKey& key() const { return m_key; }
    [[nodiscard]] const std::optional<ClosedLog>& after() const { return m_after; }
    [[nodiscard]] std::int64_t firstTime() const { return m_firstTime; }
    [[nodiscard]] std::int64_t lastTime() const { return m_lastTime; }

    /// Moves on to a record that this process has just written.
    void advance(const Body& body, const crypto::Digest& hash);

private:
    std::uint64_t m_records = 0;
    crypto::Digest m_head{};
    crypto::PublicKey m_key{};
    std::optional<ClosedLog> m_after;
    crypto::Signature m_lastSignature{};
    std::int64_t m_firstTime = 0;
    std::int64_t m_lastTime = 0;
};

/// Where the whole lines of a file end, and how many bytes stand behind them.
struct Extent {
    std::uint64_t whole = 0;
    std::uint64_t torn = 0;
};

/// Feeds every whole line of a file to `accept`, with bounded memory, until it names a fault. Code
/// `audit_broken` with the place, and those of File.
Result<Extent> walkLines(const File& file,
                         const std::function<std::optional<std::string>(std::string_view)>& accept);

/// The error `audit_broken` about record `number`, which stands in line `number`.
tl::unexpected<Error> brokenAt(const std::filesystem::path& path, std::uint64_t number,
                               const std::string& what);

}  // namespace keyreel::audit
