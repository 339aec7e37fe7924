#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/crypto/hash.h"

namespace keyreel::content {

/// A content identifier: CIDv1 with sha2-256 over a raw block or a dag-pb node, the only kinds that
/// `ipfs add --cid-version=1` gives for a file. A value; ordered by its binary form.
class Cid {
public:
    /// Multicodec of the block that the digest covers.
    enum class Codec : std::uint8_t { Raw = 0x55, DagPb = 0x70 };

    Cid(Codec codec, const crypto::Digest& digest) : m_codec(codec), m_digest(digest) {}

    /// Reads the multibase base32 form ("b" and 58 lower-case characters). Strict: one text per CID. Code
    /// `bad_cid`.
    static Result<Cid> parse(std::string_view text);
    /// Reads the 36-byte binary form. Code `bad_cid`.
    static Result<Cid> fromBytes(ByteView bytes);

    /// "bafy..." or "bafk...": 59 characters.
    [[nodiscard]] std::string text() const;
    /// version 1 | codec | 0x12 | 0x20 | digest: 36 bytes.
    [[nodiscard]] Bytes bytes() const;
    [[nodiscard]] Codec codec() const { return m_codec; }
    [[nodiscard]] const crypto::Digest& digest() const { return m_digest; }

    friend auto operator<=>(const Cid&, const Cid&) = default;

private:
    Codec m_codec;
    crypto::Digest m_digest;
};

/// Computes the CID of a file whose bytes come in pieces: raw leaves of 256 KiB in a balanced UnixFS DAG with
/// at most 174 links per node. Memory: one leaf and one node per level (five levels hold any file).
/// Move-only. Thread: one at a time.
class CidBuilder {
public:
    static constexpr std::size_t kLeafSize = 262144;
    static constexpr std::size_t kFanOut = 174;

    void update(ByteView data);
    /// The CID of everything since construction or the last `finish`; starts anew afterwards.
    Cid finish();
    /// Bytes seen since construction or the last `finish`.
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    struct Link {
        Cid cid;
        std::uint64_t fileSize;  ///< Bytes of the file below this link (UnixFS blocksizes).
        std::uint64_t dagSize;   ///< Bytes of all blocks below this link (PBLink Tsize).
    };
    using Level = std::vector<Link>;

    void addLeaf(ByteView leaf);
    void addLink(std::size_t level, const Link& link);
    static Link nodeOver(const Level& links);

    Bytes m_leaf;
    std::vector<Level> m_levels;
    std::uint64_t m_size = 0;
};

/// The CID of a file's content. Progress in bytes. Codes: as File::openForReading, `file_truncated` when the
/// file shrinks meanwhile, `cancelled`. Runs on the caller's thread.
Result<Cid> cidOfFile(const std::filesystem::path& path, std::stop_token stop = {},
                      const ProgressSink& progress = {});

}  // namespace keyreel::content
