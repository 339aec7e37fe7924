#include "core/identity/account_id.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/crypto/hash.h"

namespace keyreel::identity {
namespace {

constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t kMaxText = 128;
constexpr std::string_view kDidKey = "did:key:z";
constexpr std::uint8_t kEd25519[] = {0xed, 0x01};  // multicodec ed25519-pub as a varint

}  // namespace

std::string toBase58(ByteView bytes) {
    Bytes digits;  // base 58, least significant first
    for (const std::uint8_t byte : bytes) {
        unsigned carry = byte;
        for (std::uint8_t& digit : digits) {
            carry += digit * 256U;
            digit = static_cast<std::uint8_t>(carry % 58);
            carry /= 58;
        }
        for (; carry != 0; carry /= 58)
            digits.push_back(static_cast<std::uint8_t>(carry % 58));
    }
    std::string out;
    for (std::size_t i = 0; i < bytes.size() && bytes[i] == 0; ++i)
        out += kAlphabet[0];
    for (auto it = digits.rbegin(); it != digits.rend(); ++it)
        out += kAlphabet[*it];
    return out;
}

Result<Bytes> fromBase58(std::string_view text) {
    if (text.size() > kMaxText) return fail("bad_base58", "The base58 text is too long.");
    Bytes bytes;  // least significant first
    for (const char c : text) {
        const auto value = kAlphabet.find(c);
        if (value == std::string_view::npos)
            return fail("bad_base58", "The text has characters that base58 lacks.");
        auto carry = static_cast<unsigned>(value);
        for (std::uint8_t& byte : bytes) {
            carry += byte * 58U;
            byte = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
        for (; carry != 0; carry >>= 8)
            bytes.push_back(static_cast<std::uint8_t>(carry));
    }
    for (std::size_t i = 0; i < text.size() && text[i] == kAlphabet[0]; ++i)
        bytes.push_back(0);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

std::string toDidKey(const crypto::PublicKey& key) {
    Bytes bytes(std::begin(kEd25519), std::end(kEd25519));
    append(bytes, key);
    return std::string(kDidKey) + toBase58(bytes);
}

Result<crypto::PublicKey> fromDidKey(std::string_view text) {
    const auto bad = [] {
        return fail("bad_account",
                    "This is not an account: a did:key of an Ed25519 key starts with did:key:z6Mk.",
                    "Ask the other person for the text under their name and copy all of it.");
    };
    if (text.substr(0, kDidKey.size()) != kDidKey) return bad();
    const auto bytes = fromBase58(text.substr(kDidKey.size()));
    crypto::PublicKey key{};
    if (!bytes || bytes->size() != sizeof kEd25519 + key.size() ||
        !std::equal(std::begin(kEd25519), std::end(kEd25519), bytes->begin()))
        return bad();
    std::copy(bytes->begin() + sizeof kEd25519, bytes->end(), key.begin());
    return key;
}

std::string fingerprint(const crypto::PublicKey& key) {
    Bytes message = toBytes("keyreel/fingerprint/v1");
    append(message, key);
    const std::string hex = toHex(ByteView(crypto::sha256(message)).first(10));
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 4)
        out += (i == 0 ? "" : "-") + hex.substr(i, 4);
    return out;
}

}  // namespace keyreel::identity
