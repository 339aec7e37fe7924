#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/crypto/ed25519.h"
#include "core/rights/merkle.h"
#include "core/rights/statement.h"
#include "core/rights/tree_head.h"

namespace keyreel::test {

/// The value, or a test failure that says why there is none.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + ": " + result.error().what);
    return std::move(*result);
}

inline crypto::SigningKey keyOf(std::uint8_t seed) {
    SecretBytes bytes(32);
    for (std::uint8_t& byte : bytes.mutableView())
        byte = seed;
    return must(crypto::SigningKey::fromSeed(std::move(bytes)));
}

inline std::string codeOf(const Status& status) {
    return status ? "ok" : status.error().code;
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? "ok" : result.error().code;
}

/// A rights log in memory, run by whoever holds `key`: honest or not is up to the test.
struct TestLog {
    crypto::SigningKey key = keyOf(4);
    std::vector<Bytes> entries;
    rights::MerkleTree tree;

    Bytes add(const rights::Statement& statement, const crypto::SigningKey& signer) {
        Bytes bytes = must(rights::signStatement(statement, signer));
        add(bytes);
        return bytes;
    }
    void add(const Bytes& bytes) {
        entries.push_back(bytes);
        tree.append(bytes);
    }
    [[nodiscard]] Bytes head(std::int64_t time) const {
        return must(rights::signTreeHead({tree.size(), tree.root(), time}, key));
    }
    [[nodiscard]] std::vector<Bytes> from(std::uint64_t first) const {
        return {entries.begin() + static_cast<std::ptrdiff_t>(first), entries.end()};
    }
};

inline rights::AssetMint mintOf(const rights::ContentId& contentId, const crypto::SigningKey& creator,
                                rights::AccessMethod access, std::int64_t time) {
    rights::AssetMint mint;
    mint.contentId = contentId;
    mint.creator = creator.publicKey();
    mint.terms.manifestCid = "bafy";
    mint.terms.access = access;
    mint.terms.policyDigest = rights::accessPolicyDigest(access, creator.publicKey());
    mint.royalties = {{creator.publicKey(), 1000}};
    mint.time = time;
    return mint;
}

inline rights::DeviceRegistration registrationOf(const crypto::SigningKey& account,
                                                 const crypto::SigningKey& device, std::int64_t time) {
    rights::DeviceRegistration registration;
    registration.account = account.publicKey();
    registration.device = device.publicKey();
    registration.name = "Laptop";
    registration.purposes = {"play", "publish"};
    registration.notAfter = time + 100'000'000;
    registration.time = time;
    return registration;
}

}  // namespace keyreel::test
