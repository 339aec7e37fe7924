#include "core/identity/vault_file.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/crypto/hash.h"
#include "core/identity/checked_file.h"

namespace keyreel::identity {
namespace {

constexpr std::string_view kDomain = "keyreel/vault/v1";
constexpr std::string_view kFamily = "keyreel/vault/v";
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kMaxRecords = 4096;
constexpr std::size_t kMaxRecordSize = (1 << 20) + kTagSize;
constexpr std::uint64_t kMaxFile = std::uint64_t{1} << 28;

tl::unexpected<Error> damaged(const char* where) {
    return fail("vault_damaged", std::string("The vault file is damaged (") + where + ").",
                "Put back a copy of it, or restore the identity from its recovery phrase.");
}

void writeText(ByteWriter& out, const std::string& text) {
    out.u16(static_cast<std::uint16_t>(text.size()));
    out.text(text);
}

bool readText(ByteReader& in, std::size_t limit, std::string& text) {
    const std::size_t size = in.u16();
    if (size > limit) return false;
    text = asText(in.bytes(size));
    return !in.failed();
}

template <std::size_t N>
void readArray(ByteReader& in, std::array<std::uint8_t, N>& out) {
    const ByteView bytes = in.bytes(N);
    std::copy(bytes.begin(), bytes.end(), out.begin());
}

}  // namespace

void writeVaultHeader(ByteWriter& out, const VaultHeader& header) {
    out.bytes(header.vaultId);
    out.bytes(header.account);
    out.bytes(header.device);
    writeText(out, header.profile);
    writeText(out, header.displayName);
    writeText(out, header.deviceName);
}

Result<VaultContent> parseVault(ByteView bytes) {
    const std::string_view start = asText(bytes.first(std::min(bytes.size(), kDomain.size())));
    if (start != kDomain) {
        if (start.size() == kDomain.size() && start.substr(0, kFamily.size()) == kFamily)
            return fail("vault_newer", "The vault file was written by a newer version of Keyreel.",
                        "Update Keyreel.");
        return damaged("it does not start as one");
    }
    if (bytes.size() < kDomain.size() + kCheckSize) return damaged("it is cut short");
    const auto checked = checkedContent(bytes);
    if (!checked) return damaged("its checksum is wrong");
    const ByteView body = *checked;

    ByteReader in(body);
    in.skip(kDomain.size());
    VaultContent content;
    readArray(in, content.header.vaultId);
    readArray(in, content.header.account);
    readArray(in, content.header.device);
    if (!readText(in, 128, content.header.profile) || !readText(in, 256, content.header.displayName) ||
        !readText(in, 256, content.header.deviceName))
        return damaged("its header");
    content.currentVersion = in.u32();
    readArray(in, content.nonce);
    const std::size_t sealedSize = in.u16();
    if (content.currentVersion < 2 || (sealedSize != 16 + kTagSize && sealedSize != 32 + kTagSize))
        return damaged("its sealed seed");
    content.sealed = toBytes(in.bytes(sealedSize));
    const std::uint32_t count = in.u32();
    if (in.failed() || count > kMaxRecords) return damaged("its number of records");
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string name;
        VaultRecord record;
        if (!readText(in, 128, name)) return damaged("a record's name");
        record.version = in.u32();
        readArray(in, record.nonce);
        const std::size_t size = in.u32();
        if (size < kTagSize || size > kMaxRecordSize || record.version < 2 ||
            record.version > content.currentVersion)
            return damaged("a record");
        record.sealed = toBytes(in.bytes(size));
        const bool ascending = content.records.empty() || content.records.rbegin()->first < name;
        if (in.failed() || !ascending) return damaged("a record");
        content.records.emplace_hint(content.records.end(), std::move(name), std::move(record));
    }
    if (!in.atEnd()) return damaged("it has more than it should");
    return content;
}

Result<VaultContent> readVaultFile(const std::filesystem::path& file) {
    KEYREEL_TRY(const Bytes bytes, readFile(file, kMaxFile));
    auto content = parseVault(bytes);
    if (!content) return failFrom(content.error(), file.string());
    return content;
}

Status writeVaultFile(const std::filesystem::path& file, const VaultContent& content) {
    ByteWriter out;
    out.text(kDomain);
    writeVaultHeader(out, content.header);
    out.u32(content.currentVersion);
    out.bytes(content.nonce);
    out.u16(static_cast<std::uint16_t>(content.sealed.size()));
    out.bytes(content.sealed);
    out.u32(static_cast<std::uint32_t>(content.records.size()));
    for (const auto& [name, record] : content.records) {
        writeText(out, name);
        out.u32(record.version);
        out.bytes(record.nonce);
        out.u32(static_cast<std::uint32_t>(record.sealed.size()));
        out.bytes(record.sealed);
    }
    out.bytes(crypto::sha256(out.view()));
    if (out.size() > kMaxFile)
        return fail("vault_full", "The vault would grow beyond 256 MiB.",
                    "Remove some of its records first.");
    return writeFileAtomically(file, out.view());
}

}  // namespace keyreel::identity
