#include "core/gateway/recover_gate.h"

#include "core/custody/recover_message.h"

namespace keyreel::gateway {
namespace {

/// Whose request this provably is: the capability is the gateway's, and the key that it names signed this
/// very request just now, and to this node: another node must not use up its owner's share with it.
std::optional<custody::Capability> provenSender(ByteView message, const crypto::PublicKey& gatewayKey,
                                                const custody::NodeId& node, std::int64_t now) {
    const auto request = custody::decodeRecoverRequest(message);
    if (!request || !request->proof) return std::nullopt;
    auto capability = custody::verifyCapability(request->capability, gatewayKey, now);
    if (!capability) return std::nullopt;
    const auto proof = custody::verifyRecoverProof(*request->proof, capability->device);
    if (!proof || proof->capabilityHash != custody::capabilityHash(request->capability)) return std::nullopt;
    if (proof->node != node) return std::nullopt;
    if (proof->time < now - custody::kProofWindow || proof->time > now + custody::kProofWindow)
        return std::nullopt;
    return std::move(*capability);
}

}  // namespace

RecoverGate::RecoverGate(const crypto::PublicKey& gatewayKey, const custody::NodeId& node,
                         const RecoverRates& rates)
    : m_gatewayKey(gatewayKey),
      m_node(node),
      m_device(rates.device),
      m_account(rates.account),
      m_proven(rates.proven),
      m_strangers(rates.strangers),
      m_revocations(rates.revocations) {}

Result<std::optional<custody::Capability>> RecoverGate::admit(ByteView message, std::int64_t now) {
    auto sender = provenSender(message, m_gatewayKey, m_node, now);
    if (!sender) {
        KEYREEL_CHECK(m_strangers.issue({}, now));
        return sender;
    }
    KEYREEL_CHECK(m_device.issue(sender->device, now));
    KEYREEL_CHECK(m_account.issue(sender->account, now));
    KEYREEL_CHECK(m_proven.issue({}, now));
    return sender;
}

Status RecoverGate::admitRevocation(std::string_view remoteAddress, std::int64_t now) {
    return m_revocations.issue(networkOf(remoteAddress), now);
}

}  // namespace keyreel::gateway
