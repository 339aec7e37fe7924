#include "core/custody/release.h"

#include "core/custody/node_set.h"

namespace keyreel::custody {

namespace {

tl::unexpected<Error> invalid(const char* part, const std::string& what) {
    return fail("release_invalid", std::string(part) + ": " + what);
}

Status checkPossession(const Release& release, const NodeId& node, ByteView capability) {
    const RecoverProof& proof = release.proof;
    if (proof.node != node) return invalid("possession", "The device asked another node.");
    if (proof.capabilityHash != capabilityHash(capability))
        return invalid("possession", "The device used another capability.");
    if (proof.contentId != release.capability.contentId || proof.tier != release.capability.tier)
        return invalid("possession", "The device asked for another film or tier.");
    if (proof.ephemeralKey != release.request.ephemeralKey ||
        ephemeralKeyHash(proof.ephemeralKey) != release.capability.ephemeralHash)
        return invalid("possession", "The device signed for another reply key.");
    if (proof.time < release.answer.time - kProofWindow || proof.time > release.answer.time + kProofWindow)
        return invalid("possession", "The device did not ask in the minute of the answer.");
    return {};
}

Status checkShare(const Release& release) {
    const ShareContext& share = release.request.share;
    if (share.contentId != release.capability.contentId || share.tier != release.capability.tier)
        return invalid("request", "It brings the share of another film or tier.");
    if (!checkNodeSet(release.request.nodes, share.threshold) ||
        release.request.nodes.size() != share.count ||
        nodeSetId(release.request.nodes, share.threshold, share.suite) != share.nodeSetId)
        return invalid("request", "Its node set is not the one that the share names.");
    if (share.x < 1 || share.x > share.count ||
        release.request.nodes[share.x - 1U].signingKey != release.answer.node)
        return invalid("request", "It brings another node's share.");
    if (release.request.ephemeralKey.suite() != share.suite)
        return invalid("request", "Its reply key is of another suite than the share.");
    if (release.released() && release.answer.x != share.x)
        return invalid("answer", "It is about another share.");
    return {};
}

}  // namespace

Result<Release> verifyRelease(ByteView request, ByteView answer, const NodeId& node,
                              const crypto::PublicKey& gatewayKey) {
    Release release;
    auto signedAnswer = verifyRecoverAnswer(answer, node);
    if (!signedAnswer) return invalid("answer", signedAnswer.error().what);
    release.answer = std::move(*signedAnswer);
    if (release.answer.requestHash != crypto::sha256(request))
        return invalid("request", "It is not the one that the node answered.");
    auto asked = decodeRecoverRequest(request);
    if (!asked) return invalid("request", asked.error().what);
    release.request = std::move(*asked);
    auto capability = verifyCapability(release.request.capability, gatewayKey, release.answer.time);
    if (!capability) return invalid("capability", capability.error().what);
    release.capability = std::move(*capability);
    if (!release.request.proof) return invalid("possession", "The device proved nothing.");
    auto proof = verifyRecoverProof(*release.request.proof, release.capability.device);
    if (!proof) return invalid("possession", proof.error().what);
    release.proof = std::move(*proof);
    KEYREEL_CHECK(checkPossession(release, node, release.request.capability));
    KEYREEL_CHECK(checkShare(release));
    return release;
}

}  // namespace keyreel::custody
