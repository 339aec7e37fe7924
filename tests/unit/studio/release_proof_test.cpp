#include "core/studio/release_proof.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "core/base/file.h"
#include "core/content/cid.h"
#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/rights/merkle.h"
#include "core/studio/kept_proofs.h"
#include "tests/support/custody_world.h"
#include "tests/unit/studio/one_track_manifest.h"

// A proof of release convinces whoever reads it without a network, and whoever changed it, the device that
// made it included, is told where.
namespace keyreel::studio {
namespace {

using cbor::Value;
using test::codeOf;
using test::must;

class ReleaseProofs : public ::testing::Test {
protected:
    test::CustodyWorld m_world;
    Bytes m_manifest;
    std::string m_cid;
    ReleaseProof m_proof;

    void SetUp() override {
        // The film of the world gets a manifest, and so a mint of its own.
        m_manifest = manifest();
        content::CidBuilder cid;
        cid.update(m_manifest);
        m_cid = cid.finish().text();
        rights::AssetUpdate update;
        update.contentId = m_world.kGranted;
        update.creator = m_world.creator.publicKey();
        update.revision = 1;
        update.terms = test::mintOf(m_world.kGranted, m_world.creator, rights::AccessMethod::Granted,
                                    m_world.clock.now())
                           .terms;
        update.terms.manifestCid = m_cid;
        update.time = m_world.clock.now();
        m_world.log.add(update, m_world.creator);
        m_world.sync();

        const Bytes capability = must(custody::signCapability(m_world.capability(), m_world.gateway));
        std::vector<custody::NodeReport> reports;
        must(custody::recover({m_world.device, m_world.ephemeral, capability, m_world.tier},
                              m_world.transport(), m_world.clock, {}, {}, &reports));
        m_proof.contentId = m_world.kGranted;
        m_proof.tier = "hd";
        m_proof.opened = m_world.clock.now();
        m_proof.gateway = "https://gateway.example";
        m_proof.capabilityKey = m_world.gateway.publicKey();
        m_proof.logKey = m_world.log.key.publicKey();
        m_proof.capability = capability;
        const auto& replica = *m_world.nodes[0]->replica;
        const auto asset = replica.asset(m_world.kGranted);
        const auto device = replica.device(m_world.viewer.publicKey(), m_world.device.publicKey());
        const std::array<std::uint64_t, 3> indices{asset->mintIndex, asset->termsIndex, device->index};
        auto proven = must(replica.prove(indices));
        m_proof.head = proven.head;
        m_proof.entries = proven.entries;
        m_proof.manifest = crypto::sha256(m_manifest);
        for (std::size_t i = 0; i < reports.size(); ++i) {
            NodeRelease node{reports[i].code, reports[i].milliseconds, {}, {}, {}};
            if (node.code == "ok") {
                node.request = reports[i].request;
                node.answer = reports[i].answer;
            }
            node.witness = witness(i, replica.head());
            m_proof.nodes.push_back(std::move(node));
        }
        // Two of three were enough: whoever was slower is not in it, so make two sure to be.
        ASSERT_GE(std::count_if(m_proof.nodes.begin(), m_proof.nodes.end(),
                                [](const NodeRelease& node) { return node.code == "ok"; }),
                  2);
    }

    [[nodiscard]] Bytes witness(std::size_t node, Bytes head) const {
        const auto key = test::keyOf(static_cast<std::uint8_t>(11 + node));
        return must(rights::signWitness({key.publicKey(), std::move(head), m_world.clock.now()}, key));
    }

    [[nodiscard]] Bytes manifest() const {
        package::Manifest manifest = test::oneTrackManifest(m_world.tier, "Hollow lake", m_world.clock.now());
        manifest.creatorName = "Mara";
        manifest.grantedOnly = true;
        return must(package::signManifest(manifest, m_world.creator));
    }

    [[nodiscard]] std::size_t releasing() const {
        for (std::size_t i = 0; i < m_proof.nodes.size(); ++i)
            if (m_proof.nodes[i].code == "ok") return i;
        return 0;
    }
    /// As its device would hand it on.
    [[nodiscard]] Bytes file(const ReleaseProof& proof) const {
        return joinReleaseProof(sealReleaseProof(proof, m_world.device), m_manifest);
    }
};

bool startsWith(const std::string& text, const std::string& start) {
    return text.rfind(start, 0) == 0;
}

TEST_F(ReleaseProofs, SayWhoReleasedWhatToWhom) {
    const auto release = must(verifyReleaseProof(file(m_proof)));
    EXPECT_EQ(release.account, m_world.viewer.publicKey());
    EXPECT_EQ(release.device, m_world.device.publicKey());
    EXPECT_EQ(release.manifest.creator, m_world.creator.publicKey());
    EXPECT_EQ(release.manifest.title, "Hollow lake");
    EXPECT_EQ(release.threshold, 2U);
    EXPECT_EQ(release.head.size, m_world.log.entries.size());
    ASSERT_EQ(release.nodes.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(release.nodes[i].released, m_proof.nodes[i].code == "ok");
        EXPECT_EQ(release.nodes[i].key, m_world.nodes[i]->service.id());
        ASSERT_TRUE(release.nodes[i].shown);
        EXPECT_EQ(release.nodes[i].shown->size, release.head.size);
    }
    EXPECT_EQ(must(decodeReleaseProof(sealReleaseProof(m_proof, m_world.device))), m_proof);
}

TEST_F(ReleaseProofs, NameTheFieldThatSomebodyChanged) {
    const Value whole = must(cbor::decode(sealReleaseProof(m_proof, m_world.device)));
    const auto& parts = *must(whole.asArray(3));
    const auto changed = [&](const char* field, Value value) {
        Value map = parts[1];
        map.put(field, std::move(value));
        return verifyReleaseProof(
            joinReleaseProof(cbor::encode(Value::array({parts[0], std::move(map), parts[2]})), m_manifest));
    };
    for (const char* field : {"capability", "capabilityKey", "content", "entries", "gateway", "head",
                              "logKey", "manifest", "nodes", "opened", "tier"}) {
        const auto refused = changed(field, Value::text("something else"));
        ASSERT_EQ(codeOf(refused), "proof_changed") << field;
        EXPECT_TRUE(startsWith(refused.error().what, std::string(field) + ":")) << refused.error().what;
    }
    Value nodes = *parts[1].find("nodes");
    Value first = (*must(nodes.asArray()))[0];
    first.put("ms", Value::uint(987654));
    Value altered = Value::array();
    altered.add(first);
    for (std::size_t i = 1; i < 3; ++i)
        altered.add((*must(nodes.asArray()))[i]);
    EXPECT_EQ(codeOf(changed("nodes", altered)), "proof_changed");
    EXPECT_EQ(codeOf(changed("more", Value::uint(1))), "proof_malformed");
    Bytes other = m_manifest;
    other.back() ^= 1;
    const auto refused =
        verifyReleaseProof(joinReleaseProof(sealReleaseProof(m_proof, m_world.device), other));
    EXPECT_EQ(codeOf(refused), "proof_changed");
    EXPECT_TRUE(startsWith(refused.error().what, "manifest:"));
}

TEST_F(ReleaseProofs, HoldAgainstTheDeviceThatMakesThem) {
    struct Lie {
        const char* name;
        std::function<void(ReleaseProof&)> tell;
        const char* code;
        const char* field;
    };
    const std::size_t one = releasing();
    const std::string node = "nodes[" + std::to_string(one) + "]";
    const std::string request = node + ".request";
    const std::string code = node + ".code";
    const std::string witnessField = node + ".witness";
    const auto strangers = [&] {
        custody::Capability c = m_world.capability();
        c.account = m_world.stranger.publicKey();
        return must(custody::signCapability(c, m_world.gateway));
    };
    test::TestLog fork;
    fork.key = m_world.log.key.clone();
    while (fork.entries.size() < m_world.log.entries.size())
        fork.add(toBytes("entry " + std::to_string(fork.entries.size())));
    const Lie lies[] = {
        {"another film", [&](auto& p) { p.contentId = m_world.kFree; }, "proof_log", "entries[0]"},
        {"another tier", [&](auto& p) { p.tier = "sd"; }, "proof_manifest", "tier"},
        {"another time", [&](auto& p) { p.opened += 3600; }, "proof_time", "opened"},
        {"another gateway's pass", [&](auto& p) { p.capabilityKey = m_world.stranger.publicKey(); },
         "proof_node", node.c_str()},
        {"a pass the nodes never saw", [&](auto& p) { p.capability = strangers(); }, "proof_capability",
         "capability"},
        {"another log", [&](auto& p) { p.logKey = m_world.stranger.publicKey(); }, "proof_log", "head"},
        {"a head of another history", [&](auto& p) { p.head = fork.head(m_world.clock.now()); }, "proof_log",
         "entries[0]"},
        {"another mint", [&](auto& p) { p.entries[0].entry = m_world.log.entries[3]; }, "proof_log",
         "entries[0]"},
        {"older terms", [&](auto& p) { p.entries[1] = p.entries[0]; }, "proof_manifest", "manifest"},
        {"another device's registration",
         [&](auto& p) {
             const auto other = m_world.nodes[0]->replica->device(m_world.stranger.publicKey(),
                                                                  m_world.strangersDevice.publicKey());
             const std::array<std::uint64_t, 1> index{other->index};
             p.entries[2] = must(m_world.nodes[0]->replica->prove(index)).entries[0];
         },
         "proof_log", "entries[2]"},
        {"no registration", [&](auto& p) { p.entries.pop_back(); }, "proof_log", "entries"},
        {"an answer that nobody signed", [&](auto& p) { p.nodes[one].answer[40] ^= 1; }, "proof_node",
         node.c_str()},
        {"an answer to another request",
         [&](auto& p) {
             auto r = m_world.request(one);
             p.nodes[one].request = must(custody::encodeRecoverRequest(r));
         },
         "proof_node", node.c_str()},
        {"a node that never answered",
         [&](auto& p) {
             p.nodes[one].request.clear();
             p.nodes[one].answer.clear();
         },
         "proof_node", node.c_str()},
        {"a release that is called something else", [&](auto& p) { p.nodes[one].code = "no_access"; },
         "proof_node", code.c_str()},
        {"a refusal as a release",
         [&](auto& p) {
             auto r = m_world.request(one);
             r.proof.reset();
             p.nodes[one].request = must(custody::encodeRecoverRequest(r));
             p.nodes[one].answer = m_world.nodes[one]->service.answer(p.nodes[one].request);
         },
         "proof_node", node.c_str()},
        {"a share that the maker did not commit to",
         [&](auto& p) {
             // The node opens what is sealed to it for this film, whoever sealed it.
             const auto forged = must(custody::sealTier(custody::AssetSecret::generate(), m_world.kGranted,
                                                        "hd", m_world.nodeSet(), m_world.tier.policyDigest));
             auto r = m_world.request(one);
             r.capability = p.capability;
             r.proof = custody::signRecoverProof(m_world.proof(r.capability, one), m_world.device);
             r.sealedShare = forged.shares[one].sealed;
             p.nodes[one].request = must(custody::encodeRecoverRequest(r));
             p.nodes[one].answer = m_world.nodes[one]->service.answer(p.nodes[one].request);
         },
         "proof_node", request.c_str()},
        {"a witness by another node", [&](auto& p) { p.nodes[one].witness = witness((one + 1) % 3, p.head); },
         "proof_node", witnessField.c_str()},
        {"a witness of a fork",
         [&](auto& p) { p.nodes[one].witness = witness(one, fork.head(m_world.clock.now())); },
         "proof_divergent", witnessField.c_str()},
        {"fewer nodes than it takes",
         [&](auto& p) {
             for (auto& each : p.nodes)
                 each = {"not_needed", 0, {}, {}, {}};
         },
         "proof_too_few", "nodes"},
        {"a node less", [&](auto& p) { p.nodes.pop_back(); }, "proof_node", "nodes"},
    };
    for (const Lie& lie : lies) {
        ReleaseProof proof = m_proof;
        lie.tell(proof);
        ASSERT_NE(proof, m_proof) << lie.name;
        const auto refused = verifyReleaseProof(file(proof));
        ASSERT_EQ(codeOf(refused), lie.code) << lie.name;
        EXPECT_TRUE(startsWith(refused.error().what, std::string(lie.field) + ":"))
            << lie.name << ": " << refused.error().what;
    }
}

TEST_F(ReleaseProofs, AreSealedByTheDeviceThatAsked) {
    const Bytes other = joinReleaseProof(sealReleaseProof(m_proof, m_world.strangersDevice), m_manifest);
    EXPECT_EQ(codeOf(verifyReleaseProof(other)), "proof_seal");
}

TEST_F(ReleaseProofs, AreNoProofWithAnyByteChanged) {
    const Bytes whole = file(m_proof);
    for (std::size_t i = 0; i < whole.size(); i += 61) {
        Bytes changed = whole;
        changed[i] ^= 0x10;
        EXPECT_FALSE(verifyReleaseProof(changed)) << i;
    }
    for (std::size_t size = 0; size < whole.size(); size += 997)
        EXPECT_FALSE(verifyReleaseProof(ByteView(whole).first(size))) << size;
}

TEST_F(ReleaseProofs, AreKeptAndFoundAgain) {
    Places places;
    places.profile = m_world.folder.path() / "profile";
    const KeptProofs kept(places);
    EXPECT_EQ(must(kept.list()).size(), 0U);
    const std::string name = must(kept.put(m_proof, sealReleaseProof(m_proof, m_world.device), m_manifest));
    ReleaseProof later = m_proof;
    later.opened += 10;
    const std::string second = must(kept.put(later, sealReleaseProof(later, m_world.device), m_manifest));
    const auto list = must(kept.list());
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].name, second);
    EXPECT_EQ(list[1].name, name);
    EXPECT_EQ(list[1].contentId, m_proof.contentId);
    EXPECT_EQ(must(kept.joined(name)), file(m_proof));
    EXPECT_EQ(codeOf(verifyReleaseProof(must(kept.joined(second)))), "ok");
    EXPECT_EQ(codeOf(kept.joined("../" + name)), "proof_missing");

    ASSERT_TRUE(writeFileAtomically(places.profile / "proofs" / (second + ".proof"), asBytes("half of it")));
    const auto others = must(kept.list());
    ASSERT_EQ(others.size(), 1U) << "a damaged one hides no other";
    EXPECT_EQ(others[0].name, name);
}

}  // namespace
}  // namespace keyreel::studio
