#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/hash.h"
#include "core/crypto/sealing_key.h"
#include "core/custody/node_set.h"
#include "core/rights/statement.h"

namespace keyreel::custody {

using rights::ContentId;
/// A key id of ISO/IEC 23001-7.
using KeyId = std::array<std::uint8_t, 16>;

inline constexpr std::size_t kAssetSecretSize = 32;
/// HPKE encapsulated key, then ciphertext and tag of a 32-byte share.
constexpr std::size_t sealedShareSize(crypto::Suite suite) {
    return crypto::sealOverhead(suite) + kAssetSecretSize;
}
inline constexpr std::size_t kSealedShareSize = sealedShareSize(crypto::kSuiteClassic);

/// The secret of one access tier of one asset. Made by the CSPRNG inside; nobody can supply one, only recover
/// what was made. Move-only.
class AssetSecret {
public:
    static AssetSecret generate();
    /// Takes what was made earlier: out of a sealed publish journal, or combined shares. Code
    /// `bad_secret_size` unless 32 bytes.
    static Result<AssetSecret> restore(SecretBytes bytes);

    /// HKDF-SHA-256(ikm = S, salt = contentId, info = "keyreel/cek/v1" || kid), 16 bytes.
    [[nodiscard]] SecretBytes contentKey(const ContentId& contentId, const KeyId& kid) const;
    /// SHA-256("keyreel/secret/v1" || contentId || tier || S): safe to publish.
    [[nodiscard]] crypto::Digest commitment(const ContentId& contentId, std::string_view tier) const;
    /// For splitting and for a journal that seals it; the view lives as long as the secret.
    [[nodiscard]] const SecretBytes& bytes() const { return m_bytes; }

private:
    explicit AssetSecret(SecretBytes bytes) : m_bytes(std::move(bytes)) {}
    SecretBytes m_bytes;
};

/// SHA-256("keyreel/kid/v1" || contentId || label || period as 4 big-endian bytes), the first 16 bytes.
KeyId keyIdOf(const ContentId& contentId, std::string_view label, std::uint32_t period = 0);

/// SHA-256("keyreel/share/v1" || contentId || tier || x || share).
crypto::Digest shareCommitment(const ContentId& contentId, std::string_view tier, std::uint8_t x,
                               ByteView share);

/// [a-z0-9-]{1,16}, for example "hd".
bool isTierName(std::string_view tier);

/// What a sealed share is bound to; its encoding is the AAD of the seal. Layout: README.
struct ShareContext {
    ContentId contentId{};
    std::string tier;
    std::uint8_t x = 0;
    std::uint8_t threshold = 0;
    std::uint8_t count = 0;
    crypto::Digest nodeSetId{};
    crypto::Digest policyDigest{};
    crypto::Suite suite = crypto::kSuiteClassic;
    friend bool operator==(const ShareContext&, const ShareContext&) = default;
};

/// CBOR ["keyreel/share-aad/v1", contentId, tier, x, t, n, nodeSetId, policy digest, suite].
Bytes encodeShareContext(const ShareContext& context);

/// A share as the world may see it.
struct SealedShare {
    std::uint8_t x = 0;
    crypto::Digest commitment{};
    Bytes sealed;  ///< sealedShareSize() bytes: encapsulated key || ciphertext || tag.
    friend bool operator==(const SealedShare&, const SealedShare&) = default;
};

/// All that the manifest carries of one tier; what a client needs to open it.
struct SealedTier {
    ContentId contentId{};
    std::string tier;
    NodeSet nodeSet;
    crypto::Digest policyDigest{};
    crypto::Digest secretCommitment{};
    std::vector<SealedShare> shares;  ///< x = 1 to n, in the order of the nodes.
    friend bool operator==(const SealedTier&, const SealedTier&) = default;
};

/// What the share at `position` is bound to.
ShareContext shareContextOf(const SealedTier& tier, std::size_t position);

/// Checks a tier that came from elsewhere: node set, tier name, one share per node in order, sizes. Code
/// `tier_invalid`, or those of checkNodeSet().
Status checkTier(const SealedTier& tier);

/// Splits S t-of-n and seals share x to node x by the set's suite. No node need be online. Codes: those of
/// checkNodeSet(), `tier_invalid`, `bad_public_key` (a node's key is none), `suite_unavailable`.
Result<SealedTier> sealTier(const AssetSecret& secret, const ContentId& contentId, std::string_view tier,
                            const NodeSet& nodeSet, const crypto::Digest& policyDigest);

}  // namespace keyreel::custody
