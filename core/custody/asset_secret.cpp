#include "core/custody/asset_secret.h"

#include <algorithm>

#include "core/crypto/cbor.h"
#include "core/crypto/hkdf.h"
#include "core/crypto/random.h"
#include "core/crypto/shamir.h"
#include "core/custody/recover_message.h"

namespace keyreel::custody {

AssetSecret AssetSecret::generate() {
    return AssetSecret(crypto::randomSecret(kAssetSecretSize));
}

Result<AssetSecret> AssetSecret::restore(SecretBytes bytes) {
    if (bytes.size() != kAssetSecretSize) return fail("bad_secret_size", "An asset secret has 32 bytes.");
    return AssetSecret(std::move(bytes));
}

SecretBytes AssetSecret::contentKey(const ContentId& contentId, const KeyId& kid) const {
    Bytes info = toBytes("keyreel/cek/v1");
    append(info, kid);
    return crypto::hkdfSha256(m_bytes.view(), contentId, info, 16);
}

crypto::Digest AssetSecret::commitment(const ContentId& contentId, std::string_view tier) const {
    crypto::Sha256 hash;
    hash.update(asBytes("keyreel/secret/v1"));
    hash.update(contentId);
    hash.update(asBytes(tier));
    hash.update(m_bytes.view());
    return hash.finish();
}

KeyId keyIdOf(const ContentId& contentId, std::string_view label, std::uint32_t period) {
    Bytes input = toBytes("keyreel/kid/v1");
    append(input, contentId);
    append(input, label);
    for (int shift = 24; shift >= 0; shift -= 8)
        input.push_back(static_cast<std::uint8_t>(period >> shift));
    const crypto::Digest digest = crypto::sha256(input);
    KeyId kid{};
    std::copy_n(digest.begin(), kid.size(), kid.begin());
    return kid;
}

crypto::Digest shareCommitment(const ContentId& contentId, std::string_view tier, std::uint8_t x,
                               ByteView share) {
    crypto::Sha256 hash;
    hash.update(asBytes("keyreel/share/v1"));
    hash.update(contentId);
    hash.update(asBytes(tier));
    hash.update({&x, 1});
    hash.update(share);
    return hash.finish();
}

bool isTierName(std::string_view tier) {
    return !tier.empty() && tier.size() <= 16 && std::all_of(tier.begin(), tier.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

Bytes encodeShareContext(const ShareContext& context) {
    using cbor::Value;
    return cbor::encode(Value::array(
        {Value::text("keyreel/share-aad/v1"), Value::bytes(context.contentId), Value::text(context.tier),
         Value::uint(context.x), Value::uint(context.threshold), Value::uint(context.count),
         Value::bytes(context.nodeSetId), Value::bytes(context.policyDigest), Value::uint(context.suite)}));
}

Status checkTier(const SealedTier& tier) {
    KEYREEL_CHECK(checkNodeSet(tier.nodeSet));
    if (!isTierName(tier.tier)) return fail("tier_invalid", "The tier has no proper name.");
    if (tier.shares.size() != tier.nodeSet.nodes.size())
        return fail("tier_invalid", "Tier " + tier.tier + " has " + std::to_string(tier.shares.size()) +
                                        " shares for " + std::to_string(tier.nodeSet.nodes.size()) +
                                        " nodes.");
    for (std::size_t i = 0; i < tier.shares.size(); ++i)
        if (tier.shares[i].x != i + 1 || tier.shares[i].sealed.size() != sealedShareSize(tier.nodeSet.suite))
            return fail("tier_invalid", "Share " + std::to_string(i + 1) + " of tier " + tier.tier +
                                            " is not as it must be.");
    return {};
}

ShareContext shareContextOf(const SealedTier& tier, std::size_t position) {
    ShareContext context;
    context.contentId = tier.contentId;
    context.tier = tier.tier;
    context.x = tier.shares[position].x;
    context.threshold = static_cast<std::uint8_t>(tier.nodeSet.threshold);
    context.count = static_cast<std::uint8_t>(tier.nodeSet.nodes.size());
    context.nodeSetId = nodeSetId(tier.nodeSet);
    context.policyDigest = tier.policyDigest;
    context.suite = tier.nodeSet.suite;
    return context;
}

namespace {

/// The key of a node that shares of `suite` are sealed to.
Result<crypto::SealingPublicKey> sealingKeyOf(const NodeDescriptor& node, crypto::Suite suite) {
    if (suite == crypto::kSuiteClassic) return crypto::SealingPublicKey(node.hpkeKey);
    auto key = crypto::SealingPublicKey::fromBytes(node.xwingKey);
    if (!key || key->suite() != suite || xwingKeyId(node.xwingKey) != node.xwingKeyId)
        return fail("node_without_suite", "Key node " + node.name + " has shown no key of suite 2.",
                    "Choose the nodes anew, so that each is asked for its keys.");
    return *key;
}

}  // namespace

Result<SealedTier> sealTier(const AssetSecret& secret, const ContentId& contentId, std::string_view tier,
                            const NodeSet& nodeSet, const crypto::Digest& policyDigest) {
    KEYREEL_CHECK(checkNodeSet(nodeSet));
    if (!isTierName(tier))
        return fail("tier_invalid", "A tier's name has 1 to 16 lower-case letters, digits and dashes.");
    SealedTier out;
    out.contentId = contentId;
    out.tier = std::string(tier);
    out.nodeSet = nodeSet;
    out.policyDigest = policyDigest;
    out.secretCommitment = secret.commitment(contentId, tier);
    const std::size_t count = nodeSet.nodes.size();
    KEYREEL_TRY(const std::vector<crypto::Share> shares,
                crypto::split(secret.bytes(), nodeSet.threshold, static_cast<unsigned>(count)));

    for (std::size_t i = 0; i < count; ++i) {
        SealedShare share;
        share.x = shares[i].x;
        share.commitment = shareCommitment(contentId, tier, shares[i].x, shares[i].bytes.view());
        out.shares.push_back(std::move(share));
        KEYREEL_TRY(const crypto::SealingPublicKey key, sealingKeyOf(nodeSet.nodes[i], nodeSet.suite));
        auto sealed = crypto::seal(key, asBytes(kShareSealInfo), encodeShareContext(shareContextOf(out, i)),
                                   shares[i].bytes.view());
        if (!sealed) return failFrom(sealed.error(), "Key node " + nodeSet.nodes[i].name);
        out.shares[i].sealed = std::move(*sealed);
    }
    return out;
}

}  // namespace keyreel::custody
