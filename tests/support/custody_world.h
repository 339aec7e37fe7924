#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/audit/log.h"
#include "core/crypto/random.h"
#include "core/custody/asset_secret.h"
#include "core/custody/capability.h"
#include "core/custody/node_service.h"
#include "core/custody/node_store.h"
#include "core/custody/recover_client.h"
#include "core/custody/recover_message.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::test {

inline crypto::X25519Key hpkeKeyOf(std::uint8_t seed) {
    SecretBytes bytes(32);
    for (std::uint8_t& byte : bytes.mutableView())
        byte = seed;
    return must(crypto::X25519Key::fromBytes(std::move(bytes)));
}

inline std::optional<crypto::XWingKey> xwingKeyOf(std::uint8_t seed, bool hybrid) {
    if (!hybrid) return std::nullopt;
    return must(crypto::XWingKey::fromSeed(SecretBytes::copyOf(Bytes(crypto::kXWingSeedSize, seed))));
}

/// A key node as it ships, but for its server: database, replica, audit log and service.
struct TestNode {
    TestNode(std::uint8_t seed, const std::filesystem::path& folder, const crypto::PublicKey& logKey,
             const crypto::PublicKey& gatewayKey, const Clock& clock, std::size_t nonceCapacity = 1000,
             bool hybrid = crypto::hasSuite(crypto::kSuiteHybrid))
        : store(must(
              custody::NodeStore::open(folder / ("node" + std::to_string(seed) + ".db"), nonceCapacity))),
          replica(must(rights::Replica::open(logKey, clock, store.get()))),
          auditPath(folder / ("node" + std::to_string(seed) + ".audit")),
          audit(must(audit::Log::open(auditPath, keyOf(seed), clock))),
          service(keyOf(seed), hpkeKeyOf(seed), *replica, *store, audit, clock, {gatewayKey, 300},
                  xwingKeyOf(seed, hybrid)) {}

    std::unique_ptr<custody::NodeStore> store;
    std::unique_ptr<rights::Replica> replica;
    std::filesystem::path auditPath;
    audit::Log audit;
    custody::NodeService service;
};

/// A whole small world: a creator with a granted and a free asset, a viewer with a device, a log, a gateway
/// key and three key nodes, 2 of which open. Everyone behaves until a test says otherwise.
struct CustodyWorld {
    static constexpr rights::ContentId kGranted{0xA1, 1};
    static constexpr rights::ContentId kFree{0xA2, 2};

    FakeClock clock;
    TemporaryFolder folder;
    crypto::SigningKey gateway = keyOf(3);
    crypto::SigningKey creator = keyOf(1);
    crypto::SigningKey viewer = keyOf(2);
    crypto::SigningKey device = keyOf(5);
    crypto::SigningKey stranger = keyOf(6);
    crypto::SigningKey strangersDevice = keyOf(7);
    crypto::SealingKey ephemeral = hpkeKeyOf(8);
    TestLog log;
    std::vector<std::unique_ptr<TestNode>> nodes;
    custody::AssetSecret secret = custody::AssetSecret::generate();
    custody::SealedTier tier;      // of kGranted
    custody::SealedTier freeTier;  // of kFree

    CustodyWorld() {
        const std::int64_t now = clock.now();
        for (std::uint8_t seed = 11; seed <= 13; ++seed)
            nodes.push_back(std::make_unique<TestNode>(seed, folder.path(), log.key.publicKey(),
                                                       gateway.publicKey(), clock));
        log.add(registrationOf(viewer, device, now), viewer);
        log.add(registrationOf(stranger, strangersDevice, now), stranger);
        log.add(mintOf(kGranted, creator, rights::AccessMethod::Granted, now), creator);
        log.add(mintOf(kFree, creator, rights::AccessMethod::Free, now), creator);
        log.add(rights::AccessGrant{kGranted, creator.publicKey(), viewer.publicKey(), {}, now}, creator);
        sync();
        tier = must(custody::sealTier(
            secret, kGranted, "hd", nodeSet(),
            rights::accessPolicyDigest(rights::AccessMethod::Granted, creator.publicKey())));
        freeTier = must(
            custody::sealTier(custody::AssetSecret::generate(), kFree, "hd", nodeSet(),
                              rights::accessPolicyDigest(rights::AccessMethod::Free, creator.publicKey())));
    }

    [[nodiscard]] custody::NodeSet nodeSet() const {
        custody::NodeSet set;
        for (const auto& node : nodes)
            set.nodes.push_back(
                custody::withXWingKey({node->service.id(), node->service.hpkeKey(), "https://127.0.0.1:1",
                                       "node " + std::to_string(set.nodes.size() + 1), "operator"},
                                      node->service.xwingKey()));
        return set;
    }

    void sync() {
        for (const auto& node : nodes) {
            const Status status =
                node->replica->accept(log.head(clock.now()), log.from(node->replica->size()));
            if (!status) throw std::runtime_error(status.error().code);
        }
    }

    [[nodiscard]] custody::Capability capability() const {
        custody::Capability c;
        c.issuer = gateway.publicKey();
        c.account = viewer.publicKey();
        c.device = device.publicKey();
        c.contentId = kGranted;
        c.tier = "hd";
        c.purpose = "play";
        c.ephemeralHash = custody::ephemeralKeyHash(ephemeral.publicKey());
        c.issuedAt = clock.now();
        c.expires = clock.now() + 300;
        c.id = crypto::randomArray<16>();
        return c;
    }

    [[nodiscard]] custody::RecoverProof proof(ByteView cap, std::size_t node = 0) const {
        custody::RecoverProof p;
        p.node = nodes[node]->service.id();
        p.capabilityHash = custody::capabilityHash(cap);
        p.contentId = kGranted;
        p.tier = "hd";
        p.ephemeralKey = ephemeral.publicKey();
        p.nonce = crypto::randomArray<16>();
        p.time = clock.now();
        return p;
    }

    /// The request that node `node` answers with its share; what a test leaves empty is honest.
    [[nodiscard]] custody::RecoverRequest request(std::size_t node = 0) const {
        custody::RecoverRequest r;
        r.capability = must(custody::signCapability(capability(), gateway));
        r.proof = custody::signRecoverProof(proof(r.capability, node), device);
        r.ephemeralKey = ephemeral.publicKey();
        r.share = custody::shareContextOf(tier, node);
        r.nodes = custody::keysOf(tier.nodeSet);
        r.sealedShare = tier.shares[node].sealed;
        return r;
    }

    /// The verified code of a node's answer.
    [[nodiscard]] std::string ask(const custody::RecoverRequest& r, std::size_t node = 0) const {
        return askRaw(must(custody::encodeRecoverRequest(r)), node);
    }
    [[nodiscard]] std::string askRaw(ByteView message, std::size_t node = 0) const {
        const Bytes answer = nodes[node]->service.answer(message);
        const auto verified = must(custody::verifyRecoverAnswer(answer, nodes[node]->service.id()));
        if (verified.requestHash != crypto::sha256(message))
            throw std::runtime_error("answer to another request");
        if ((verified.code == "ok") == verified.sealedShare.empty())
            throw std::runtime_error("share and code");
        return verified.code;
    }

    /// Carries requests to the nodes of this world.
    [[nodiscard]] custody::RecoverTransport transport() const {
        return
            [this](const custody::NodeDescriptor& node, ByteView message, std::stop_token) -> Result<Bytes> {
                for (const auto& candidate : nodes)
                    if (candidate->service.id() == node.signingKey) return candidate->service.answer(message);
                return fail("connection_refused", "Nobody listens.");
            };
    }

    [[nodiscard]] Result<custody::Recovered> recover(
        const custody::RecoverTransport& by, std::vector<custody::NodeReport>* reports = nullptr,
        custody::RecoverOptions options = {std::chrono::seconds(60)}, std::stop_token stop = {}) const {
        const Bytes cap = must(custody::signCapability(capability(), gateway));
        return custody::recover({device, ephemeral, cap, tier}, by, clock, options, stop, reports);
    }
};

}  // namespace keyreel::test
