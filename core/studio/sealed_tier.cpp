#include "core/studio/sealed_tier.h"

#include "core/custody/node_set.h"

namespace keyreel::studio {

package::ManifestTier manifestTierOf(const custody::SealedTier& tier) {
    package::ManifestTier out;
    out.name = tier.tier;
    out.threshold = tier.nodeSet.threshold;
    out.nodeSetId = custody::nodeSetId(tier.nodeSet);
    out.suite = tier.nodeSet.suite;
    for (const auto& node : tier.nodeSet.nodes) {
        out.nodes.push_back({node.signingKey, node.hpkeKey, node.url, node.name});
        if (out.suite == crypto::kSuiteHybrid) out.nodes.back().xwingKeyId = node.xwingKeyId;
    }
    out.secretCommitment = tier.secretCommitment;
    for (const auto& share : tier.shares)
        out.shares.push_back({share.x, share.commitment, share.sealed});
    return out;
}

custody::SealedTier sealedTierOf(const package::Manifest& manifest, const package::ManifestTier& from) {
    custody::SealedTier tier;
    tier.contentId = manifest.contentId;
    tier.tier = from.name;
    tier.nodeSet.threshold = from.threshold;
    tier.nodeSet.suite = from.suite;
    for (const auto& node : from.nodes)
        tier.nodeSet.nodes.push_back(
            {node.signingKey, node.hpkeKey, node.url, node.name, {}, node.xwingKeyId});
    tier.policyDigest = manifest.policyDigest;
    tier.secretCommitment = from.secretCommitment;
    for (const auto& share : from.shares)
        tier.shares.push_back({share.x, share.commitment, share.sealed});
    return tier;
}

}  // namespace keyreel::studio
