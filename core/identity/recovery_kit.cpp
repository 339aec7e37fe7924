#include "core/identity/recovery_kit.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/crypto/aes_gcm.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/identity/checked_file.h"
#include "core/identity/mnemonic.h"
#include "core/identity/names.h"
#include "core/identity/slip10.h"

namespace keyreel::identity {
namespace {

constexpr std::string_view kDomain = "keyreel/kit/v1";
constexpr std::string_view kFamily = "keyreel/kit/v";
constexpr std::string_view kContentDomain = "keyreel/kit-content/v1";
constexpr std::uint8_t kArgon2id = 1;
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kMaxPassword = 1024;

tl::unexpected<Error> damaged(const char* where) {
    return fail("kit_damaged", std::string("The recovery kit is damaged (") + where + ").",
                "Use another copy of it, or restore with the 24 words.");
}

bool isCost(const crypto::Argon2Cost& cost) {
    return cost.memoryKiB >= 8192 && cost.memoryKiB <= (1U << 20) && cost.passes >= 1 && cost.passes <= 16 &&
           cost.lanes >= 1 && cost.lanes <= 4;
}

bool isFileName(std::string_view name) {
    return !name.empty() && name.size() <= 64 && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
           });
}

/// A file as it stands, cut up but not opened.
struct Parts {
    KitHeader header;
    ByteView clear;  ///< All before the sealed part, its AAD.
    ByteView salt;
    ByteView nonce;
    ByteView sealed;
};

Result<Parts> partsOf(ByteView bytes) {
    const std::string_view start = asText(bytes.first(std::min(bytes.size(), kDomain.size())));
    if (start != kDomain) {
        if (start.size() == kDomain.size() && start.substr(0, kFamily.size()) == kFamily)
            return fail("kit_newer", "The recovery kit was made by a newer version of Keyreel.",
                        "Update Keyreel.");
        return damaged("it does not start as one");
    }
    if (bytes.size() > kMaxKitSize) return damaged("it is too large");
    if (bytes.size() < kDomain.size() + kCheckSize) return damaged("it is cut short");
    const auto checked = checkedContent(bytes);
    if (!checked) return damaged("its checksum is wrong");
    const ByteView body = *checked;
    ByteReader in(body);
    in.skip(kDomain.size());
    Parts parts;
    const ByteView account = in.bytes(parts.header.account.size());
    std::copy(account.begin(), account.end(), parts.header.account.begin());
    const std::uint8_t kdf = in.u8();
    parts.header.cost.memoryKiB = in.u32();
    parts.header.cost.passes = in.u32();
    parts.header.cost.lanes = in.u32();
    parts.salt = in.bytes(kSaltSize);
    parts.nonce = in.bytes(kNonceSize);
    const std::size_t size = in.u32();
    if (in.failed() || size != in.remaining() || size < kTagSize) return damaged("its header");
    parts.clear = body.first(in.position());
    parts.sealed = in.bytes(size);
    if (kdf != kArgon2id || !isCost(parts.header.cost))
        return fail("kit_cost",
                    "The recovery kit asks for a way to check its password that Keyreel never uses.",
                    "Use another copy of it, or restore with the 24 words.");
    return parts;
}

Result<SecretBytes> keyOf(ByteView password, ByteView salt, const crypto::Argon2Cost& cost) {
    return crypto::argon2id({password, salt}, cost, 32);
}

Status checkKit(const RecoveryKit& kit) {
    if (kit.entropy.size() != 16 && kit.entropy.size() != 32)
        return fail("bad_argument", "A recovery kit needs the entropy of 12 or 24 words.");
    KEYREEL_CHECK(checkName(kit.displayName, "The person's name"));
    if (kit.made < 0 || kit.files.size() > kMaxKitFiles)
        return fail("bad_argument", "The recovery kit has too many files or no proper date.");
    for (std::size_t i = 0; i < kit.files.size(); ++i)
        if (!isFileName(kit.files[i].name) || kit.files[i].content.size() > kMaxKitFileSize ||
            (i > 0 && kit.files[i - 1].name >= kit.files[i].name))
            return fail("bad_argument", "A file of the recovery kit has no proper name, or is too large.");
    return {};
}

SecretBytes contentOf(const RecoveryKit& kit) {
    std::size_t size = kContentDomain.size() + 1 + kit.entropy.size() + 2 + kit.displayName.size() + 8 + 1;
    for (const KitFile& file : kit.files)
        size += 1 + file.name.size() + 4 + file.content.size();
    // Written in place, so that the entropy never stands in memory that is not wiped.
    SecretBytes out(size);
    std::size_t at = 0;
    const auto put = [&](ByteView bytes) {
        std::copy(bytes.begin(), bytes.end(), out.mutableView().begin() + static_cast<std::ptrdiff_t>(at));
        at += bytes.size();
    };
    const auto number = [&](std::uint64_t value, unsigned bytes) {
        ByteWriter writer;
        writer.u64(value);
        put(writer.view().last(bytes));
    };
    put(asBytes(kContentDomain));
    number(kit.entropy.size(), 1);
    put(kit.entropy.view());
    number(kit.displayName.size(), 2);
    put(asBytes(kit.displayName));
    number(static_cast<std::uint64_t>(kit.made), 8);
    number(kit.files.size(), 1);
    for (const KitFile& file : kit.files) {
        number(file.name.size(), 1);
        put(asBytes(file.name));
        number(file.content.size(), 4);
        put(file.content);
    }
    return out;
}

}  // namespace

Result<RecoveryKit> parseKitContent(ByteView bytes) {
    ByteReader in(bytes);
    if (asText(in.bytes(kContentDomain.size())) != kContentDomain) return damaged("its content");
    RecoveryKit kit;
    kit.entropy = SecretBytes::copyOf(in.bytes(in.u8()));
    kit.displayName = asText(in.bytes(in.u16()));
    const std::uint64_t made = in.u64();
    if (made > std::uint64_t{1} << 53) return damaged("its date");
    kit.made = static_cast<std::int64_t>(made);
    const std::size_t count = in.u8();
    if (in.failed() || count > kMaxKitFiles) return damaged("its number of files");
    for (std::size_t i = 0; i < count; ++i) {
        KitFile file;
        file.name = asText(in.bytes(in.u8()));
        const std::size_t size = in.u32();
        if (in.failed() || size > kMaxKitFileSize) return damaged("a file");
        file.content = toBytes(in.bytes(size));
        kit.files.push_back(std::move(file));
    }
    if (in.failed() || !in.atEnd() || !checkKit(kit)) return damaged("its content");
    return kit;
}

Result<Bytes> sealRecoveryKit(const RecoveryKit& kit, ByteView password, const crypto::Argon2Cost& cost) {
    KEYREEL_CHECK(checkKit(kit));
    if (password.size() < kMinKitPassword)
        return fail("kit_password_short",
                    "The password has " + std::to_string(password.size()) +
                        " characters; a recovery kit needs " + std::to_string(kMinKitPassword) + " or more.",
                    "Take four or five words that have nothing to do with each other.");
    if (password.size() > kMaxPassword || !isCost(cost))
        return fail("bad_argument", "The password is too long, or its cost is outside the bounds.");
    const Bytes salt = crypto::randomBytes(kSaltSize);
    const Bytes nonce = crypto::randomBytes(kNonceSize);
    KEYREEL_TRY(const SecretBytes key, keyOf(password, salt, cost));
    const SecretBytes content = contentOf(kit);
    ByteWriter out;
    out.text(kDomain);
    out.bytes(kit.account);
    out.u8(kArgon2id);
    out.u32(cost.memoryKiB);
    out.u32(cost.passes);
    out.u32(cost.lanes);
    out.bytes(salt);
    out.bytes(nonce);
    out.u32(static_cast<std::uint32_t>(content.size() + kTagSize));
    out.bytes(crypto::aes256GcmSeal(key.view(), nonce, out.view(), content.view()));
    out.bytes(crypto::sha256(out.view()));
    return out.take();
}

Result<KitHeader> readKitHeader(ByteView bytes) {
    KEYREEL_TRY(const Parts parts, partsOf(bytes));
    return parts.header;
}

Result<RecoveryKit> openRecoveryKit(ByteView bytes, ByteView password) {
    KEYREEL_TRY(const Parts parts, partsOf(bytes));
    const auto wrong = [] {
        return fail("kit_wrong_password", "This is not the password of the recovery kit.",
                    "Type it again; mind capital letters and the keyboard's language.");
    };
    if (password.empty() || password.size() > kMaxPassword) return wrong();
    KEYREEL_TRY(const SecretBytes key, keyOf(password, parts.salt, parts.header.cost));
    const auto content = crypto::aes256GcmOpen(key.view(), parts.nonce, parts.clear, parts.sealed);
    if (!content) return wrong();
    KEYREEL_TRY(RecoveryKit kit, parseKitContent(content->view()));
    KEYREEL_TRY(const SecretBytes phrase, phraseOfEntropy(kit.entropy.view()));
    KEYREEL_TRY(SecretBytes seed, accountKeySeed(seedOfPhrase(phrase.view()).view()));
    KEYREEL_TRY(const auto account, crypto::SigningKey::fromSeed(std::move(seed)));
    if (account.publicKey() != parts.header.account) return damaged("its words are of another account");
    kit.account = parts.header.account;
    return kit;
}

}  // namespace keyreel::identity
