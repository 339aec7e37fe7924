#include "core/content/cid.h"

#include <algorithm>

#include "core/base/file.h"

namespace keyreel::content {
namespace {

constexpr std::string_view kBase32 = "abcdefghijklmnopqrstuvwxyz234567";  // RFC 4648 section 6, lower case
constexpr std::size_t kBinarySize = 36;
constexpr std::size_t kTextSize = 59;  // "b" and 58 characters for 288 bits
constexpr std::uint8_t kVersion = 0x01;
constexpr std::uint8_t kSha256 = 0x12;
constexpr std::uint8_t kDigestSize = 0x20;

tl::unexpected<Error> badCid(std::string_view text) {
    std::string shown;
    for (const char c : text.substr(0, 80))
        shown += (c > 0x20 && c < 0x7f) ? c : '?';
    return fail("bad_cid", "\"" + shown + "\" is not a content identifier (CIDv1, sha2-256, base32).",
                "Check that it was copied completely.");
}

// Protocol Buffers, the little that dag-pb and UnixFS need. Field tags are (number << 3 | wire type).
void putVarint(Bytes& to, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        to.push_back(static_cast<std::uint8_t>(value | 0x80));
    to.push_back(static_cast<std::uint8_t>(value));
}

void putNumber(Bytes& to, std::uint8_t field, std::uint64_t value) {
    to.push_back(static_cast<std::uint8_t>(field << 3));
    putVarint(to, value);
}

void putBytes(Bytes& to, std::uint8_t field, ByteView bytes) {
    to.push_back(static_cast<std::uint8_t>(field << 3 | 2));
    putVarint(to, bytes.size());
    append(to, bytes);
}

}  // namespace

Result<Cid> Cid::parse(std::string_view text) {
    if (text.size() != kTextSize || text[0] != 'b') return badCid(text);
    Bytes bytes;
    bytes.reserve(kBinarySize);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text.substr(1)) {
        const auto value = kBase32.find(c);
        if (value == std::string_view::npos) return badCid(text);
        bits = (bits << 5 | static_cast<std::uint32_t>(value)) & 0xfff;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::uint8_t>(bits >> count));
        }
    }
    // The last two of the 290 bits are padding: another text for the same CID must not pass.
    if ((bits & ((1U << count) - 1)) != 0) return badCid(text);
    auto cid = fromBytes(bytes);
    if (!cid) return badCid(text);
    return cid;
}

Result<Cid> Cid::fromBytes(ByteView bytes) {
    const bool known = bytes.size() == kBinarySize && bytes[0] == kVersion && bytes[2] == kSha256 &&
                       bytes[3] == kDigestSize &&
                       (bytes[1] == static_cast<std::uint8_t>(Codec::Raw) ||
                        bytes[1] == static_cast<std::uint8_t>(Codec::DagPb));
    if (!known)
        return fail("bad_cid", "The bytes are not a content identifier (CIDv1, sha2-256, raw or dag-pb).");
    crypto::Digest digest{};
    std::copy(bytes.begin() + 4, bytes.end(), digest.begin());
    return Cid(static_cast<Codec>(bytes[1]), digest);
}

std::string Cid::text() const {
    std::string out = "b";
    out.reserve(kTextSize);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const std::uint8_t byte : bytes()) {
        bits = (bits << 8 | byte) & 0xfff;
        count += 8;
        while (count >= 5) {
            count -= 5;
            out += kBase32[bits >> count & 31];
        }
    }
    out += kBase32[bits << (5 - count) & 31];
    return out;
}

Bytes Cid::bytes() const {
    Bytes out{kVersion, static_cast<std::uint8_t>(m_codec), kSha256, kDigestSize};
    append(out, m_digest);
    return out;
}

void CidBuilder::update(ByteView data) {
    m_size += data.size();
    while (!data.empty()) {
        // A full leaf waits for the next byte, so that a file of one leaf is known as one at the end.
        if (m_leaf.size() == kLeafSize) {
            addLeaf(m_leaf);
            m_leaf.clear();
        }
        if (m_leaf.empty() && data.size() > kLeafSize) {
            addLeaf(data.first(kLeafSize));
            data = data.subspan(kLeafSize);
            continue;
        }
        const std::size_t part = std::min(data.size(), kLeafSize - m_leaf.size());
        m_leaf.reserve(kLeafSize);
        append(m_leaf, data.first(part));
        data = data.subspan(part);
    }
}

void CidBuilder::addLeaf(ByteView leaf) {
    addLink(0, Link{Cid(Cid::Codec::Raw, crypto::sha256(leaf)), leaf.size(), leaf.size()});
}

void CidBuilder::addLink(std::size_t level, const Link& link) {
    if (m_levels.size() == level) m_levels.emplace_back();
    if (m_levels[level].size() == kFanOut) {
        const Link parent = nodeOver(m_levels[level]);
        m_levels[level].clear();
        addLink(level + 1, parent);
    }
    m_levels[level].push_back(link);
}

CidBuilder::Link CidBuilder::nodeOver(const Level& links) {
    Link node{Cid(Cid::Codec::DagPb, {}), 0, 0};
    Bytes unixFs;
    putNumber(unixFs, 1, 2);  // Type: File
    for (const Link& link : links)
        node.fileSize += link.fileSize;
    putNumber(unixFs, 3, node.fileSize);
    for (const Link& link : links)
        putNumber(unixFs, 4, link.fileSize);

    // dag-pb writes Links (2) before Data (1), and an empty Name in each link.
    Bytes block;
    for (const Link& link : links) {
        Bytes pbLink;
        putBytes(pbLink, 1, link.cid.bytes());
        putBytes(pbLink, 2, {});
        putNumber(pbLink, 3, link.dagSize);
        putBytes(block, 2, pbLink);
        node.dagSize += link.dagSize;
    }
    putBytes(block, 1, unixFs);
    node.dagSize += block.size();
    node.cid = Cid(Cid::Codec::DagPb, crypto::sha256(block));
    return node;
}

Cid CidBuilder::finish() {
    if (m_size <= kLeafSize) {
        const Cid cid(Cid::Codec::Raw, crypto::sha256(m_leaf));
        *this = CidBuilder();
        return cid;
    }
    addLeaf(m_leaf);
    for (std::size_t level = 0;; ++level) {
        const bool top = level + 1 == m_levels.size();
        if (top && m_levels[level].size() == 1) {
            const Cid cid = m_levels[level].front().cid;
            *this = CidBuilder();
            return cid;
        }
        const Link parent = nodeOver(m_levels[level]);
        addLink(level + 1, parent);
    }
}

Result<Cid> cidOfFile(const std::filesystem::path& path, std::stop_token stop, const ProgressSink& progress) {
    KEYREEL_TRY(const File file, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    CidBuilder builder;
    Bytes buffer(4 * CidBuilder::kLeafSize);
    for (std::uint64_t done = 0; done < size;) {
        if (stop.stop_requested()) return cancelled("Reading " + path.filename().string());
        const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), size - done));
        KEYREEL_CHECK(file.readAt(done, MutableBytes(buffer).first(part)));
        builder.update(ByteView(buffer).first(part));
        done += part;
        if (progress) progress({done, size});
    }
    return builder.finish();
}

}  // namespace keyreel::content
