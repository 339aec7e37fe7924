#pragma once

#include <gtest/gtest.h>

#include "tests/support/custody_world.h"

namespace keyreel::custody {

using test::must;

/// Whoever owns the gateway's signing key can sign any capability. Each test starts from a request that node
/// 1 answers with its share, takes away one condition of "Opening", and sees exactly that refusal.
class OpeningChecks : public ::testing::Test {
protected:
    test::CustodyWorld m_world;

    /// An honest request but for what `change` does to the capability.
    template <class Change>
    [[nodiscard]] RecoverRequest withCapability(Change change) const {
        Capability capability = m_world.capability();
        change(capability);
        RecoverRequest request = m_world.request();
        request.capability = must(signCapability(capability, m_world.gateway));
        request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
        return request;
    }
    /// An honest request but for what `change` does to the proof, which the device signs.
    template <class Change>
    [[nodiscard]] RecoverRequest withProof(Change change) const {
        RecoverRequest request = m_world.request();
        RecoverProof proof = m_world.proof(request.capability);
        change(proof);
        request.proof = signRecoverProof(proof, m_world.device);
        return request;
    }
    /// An honest request but for what `change` does to it after the proof was signed.
    template <class Change>
    [[nodiscard]] RecoverRequest with(Change change) const {
        RecoverRequest request = m_world.request();
        change(request);
        return request;
    }
};

}  // namespace keyreel::custody
