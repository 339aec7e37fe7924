#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/text.h"
#include "core/crypto/hpke.h"
#include "core/rights/witness.h"
#include "tests/support/custody_world.h"

// What remains true when one of the others lies: the gateway, the log, a node, or the network between.
namespace keyreel::custody {
namespace {

using test::codeOf;
using test::CustodyWorld;
using test::hpkeKeyOf;
using test::keyOf;
using test::must;

class Liars : public ::testing::Test {
protected:
    CustodyWorld m_world;
    std::vector<NodeReport> m_reports;

    [[nodiscard]] bool isNode(const NodeDescriptor& node, std::size_t position) const {
        return m_world.nodes[position]->service.id() == node.signingKey;
    }
    /// An answer that node `position` signs, with whatever share it likes.
    [[nodiscard]] Bytes answerWith(std::size_t position, ByteView message, ByteView share) const {
        const crypto::SigningKey key = keyOf(static_cast<std::uint8_t>(11 + position));
        const RecoverRequest request = must(decodeRecoverRequest(message));
        const RecoverProof proof = must(verifyRecoverProof(*request.proof, m_world.device.publicKey()));
        const crypto::Digest hash = crypto::sha256(message);
        const auto sealed =
            must(crypto::seal(request.ephemeralKey, asBytes(kAnswerSealInfo),
                              transcriptAad(key.publicKey(), hash, capabilityHash(request.capability),
                                            proof.nonce, request.share, request.ephemeralKey),
                              share));
        RecoverAnswer answer{key.publicKey(), hash, m_world.clock.now(), "ok", request.share.x, {}};
        answer.sealedShare = sealed;
        return must(signRecoverAnswer(answer, key));
    }
};

TEST_F(Liars, AWrongShareIsRecognisedByItselfAndTheNodeIsNamed) {
    for (std::size_t liar = 0; liar < 3; ++liar) {
        // The third node is away, so the liar's share is needed and nothing else can show the lie.
        const std::size_t away = (liar + 1) % 3;
        const auto transport = [&](const NodeDescriptor& node, ByteView message,
                                   std::stop_token stop) -> Result<Bytes> {
            if (isNode(node, away)) return fail("connection_refused", "Nobody listens.");
            if (isNode(node, liar)) return answerWith(liar, message, Bytes(32, 0x5A));
            return m_world.transport()(node, message, stop);
        };
        const auto refused = m_world.recover(transport, &m_reports);
        ASSERT_EQ(codeOf(refused), "too_few_nodes");
        EXPECT_EQ(m_reports[liar].code, "wrong_share");
        EXPECT_EQ(m_reports[liar].attempts, 1U);
        EXPECT_NE(refused.error().what.find("node " + std::to_string(liar + 1) + ": wrong_share"),
                  std::string::npos);
    }
}

TEST_F(Liars, TwoOfThreeStillOpenWithOneLiar) {
    for (std::size_t liar = 0; liar < 3; ++liar) {
        const auto transport = [&](const NodeDescriptor& node, ByteView message,
                                   std::stop_token stop) -> Result<Bytes> {
            if (isNode(node, liar)) return answerWith(liar, message, Bytes(32, 0x5A));
            return m_world.transport()(node, message, stop);
        };
        const auto recovered = m_world.recover(transport, &m_reports);
        ASSERT_EQ(codeOf(recovered), "ok") << liar;
        EXPECT_TRUE(recovered->secret.bytes().equals(m_world.secret.bytes().view()));
        EXPECT_NE(m_reports[liar].code, "ok");
    }
}

TEST_F(Liars, AnswersCannotBeSwappedBetweenNodesOrRequests) {
    // The network gives node 2's answer as node 1's, and an old answer as node 3's.
    const Bytes old = m_world.nodes[2]->service.answer(must(encodeRecoverRequest(m_world.request(2))));
    const auto transport = [&](const NodeDescriptor& node, ByteView message,
                               std::stop_token stop) -> Result<Bytes> {
        if (isNode(node, 0)) return m_world.nodes[1]->service.answer(message);
        if (isNode(node, 2)) return old;
        return m_world.transport()(node, message, stop);
    };
    EXPECT_EQ(codeOf(m_world.recover(transport, &m_reports)), "too_few_nodes");
    EXPECT_EQ(m_reports[0].code, "answer_invalid");
    EXPECT_EQ(m_reports[1].code, "ok");
    EXPECT_EQ(m_reports[2].code, "answer_invalid");
}

TEST_F(Liars, ARefusalThatNoNodeSignedCountsForNothing) {
    const auto transport = [&](const NodeDescriptor&, ByteView message, std::stop_token) -> Result<Bytes> {
        const crypto::SigningKey other = keyOf(70);
        return signRecoverAnswer(
            {other.publicKey(), crypto::sha256(message), m_world.clock.now(), "device_revoked", 0, {}},
            other);
    };
    EXPECT_EQ(codeOf(m_world.recover(transport, &m_reports)), "too_few_nodes");
    EXPECT_EQ(m_reports[0].code, "answer_invalid");
}

TEST_F(Liars, AnOldRefusalCountsForNothing) {
    // Truly signed by each node, but to another request.
    const auto transport = [&](const NodeDescriptor& node, ByteView, std::stop_token) -> Result<Bytes> {
        for (const auto& candidate : m_world.nodes)
            if (candidate->service.id() == node.signingKey) return candidate->service.answer(Bytes(3));
        return fail("connection_refused", "Nobody listens.");
    };
    EXPECT_EQ(codeOf(m_world.recover(transport, &m_reports)), "too_few_nodes");
    EXPECT_EQ(m_reports[0].code, "answer_invalid");
}

TEST_F(Liars, TheGatewayCannotOpenAnAnswerThatItCarries) {
    const RecoverRequest request = m_world.request();
    const Bytes message = must(encodeRecoverRequest(request));
    const auto answer =
        must(verifyRecoverAnswer(m_world.nodes[0]->service.answer(message), m_world.nodes[0]->service.id()));
    ASSERT_EQ(answer.code, "ok");
    const RecoverProof proof = must(verifyRecoverProof(*request.proof, m_world.device.publicKey()));
    const Bytes aad = transcriptAad(answer.node, answer.requestHash, capabilityHash(request.capability),
                                    proof.nonce, request.share, request.ephemeralKey);
    const crypto::SealingKey gateways = hpkeKeyOf(3);
    EXPECT_FALSE(gateways.open(answer.sealedShare, asBytes(kAnswerSealInfo), aad));
    EXPECT_TRUE(m_world.ephemeral.open(answer.sealedShare, asBytes(kAnswerSealInfo), aad));
}

TEST_F(Liars, AForkedLogMovesNoNodeAndLeavesProof) {
    // The gateway shows node 1 a history in which the stranger is the creator of the asset.
    test::TestLog fork;
    const std::int64_t now = m_world.clock.now();
    fork.add(test::registrationOf(m_world.stranger, m_world.strangersDevice, now), m_world.stranger);
    fork.add(test::mintOf(CustodyWorld::kGranted, m_world.stranger, rights::AccessMethod::Granted, now),
             m_world.stranger);
    while (fork.entries.size() <= m_world.log.entries.size())
        fork.add(toBytes("entry " + std::to_string(fork.entries.size())));
    rights::Replica& replica = *m_world.nodes[0]->replica;
    const Bytes held = replica.head();
    const Bytes forked = fork.head(now);
    EXPECT_EQ(codeOf(replica.accept(forked, fork.from(replica.size()))), "log_fork");
    ASSERT_EQ(replica.evidence().size(), 1U);
    EXPECT_EQ(replica.evidence()[0].firstHead, held);
    EXPECT_EQ(replica.evidence()[0].secondHead, forked);
    EXPECT_FALSE(replica.hasAccess(m_world.stranger.publicKey(), CustodyWorld::kGranted));
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
}

TEST_F(Liars, ALogThatShowsANodeAnotherHistoryIsCaughtByItsOwnSignatures) {
    // Node 1 is new and was shown a fork from its first contact on; node 2 what everybody sees.
    const std::int64_t now = m_world.clock.now();
    test::TestLog fork;
    fork.add(test::registrationOf(m_world.stranger, m_world.strangersDevice, now), m_world.stranger);
    test::TestNode shownFork(21, m_world.folder.path(), m_world.log.key.publicKey(),
                             m_world.gateway.publicKey(), m_world.clock);
    ASSERT_TRUE(shownFork.replica->accept(fork.head(now), fork.entries));
    const auto witnessOf = [&](std::uint8_t seed, const rights::Replica& replica) {
        const crypto::SigningKey key = keyOf(seed);
        const Bytes bytes = must(rights::signWitness({key.publicKey(), replica.head(), now}, key));
        EXPECT_EQ(codeOf(rights::verifyWitness(bytes, keyOf(99).publicKey())), "witness_invalid");
        for (const std::size_t at : {std::size_t{60}, bytes.size() / 2, bytes.size() - 1}) {
            Bytes changed = bytes;
            changed[at] ^= 1;
            EXPECT_EQ(codeOf(rights::verifyWitness(changed, key.publicKey())), "witness_invalid") << at;
        }
        return must(rights::verifyWitness(bytes, key.publicKey())).head;
    };
    const auto& logKey = m_world.log.key.publicKey();
    const auto viewer = must(rights::Replica::open(logKey, m_world.clock));
    const auto compare = [&](ByteView head) { return rights::compareHead(*viewer, head, logKey); };
    const Bytes honest = witnessOf(12, *m_world.nodes[1]->replica);
    EXPECT_EQ(must(compare(honest)), rights::View::Ahead) << "the viewer knows nothing yet";
    ASSERT_TRUE(viewer->accept(m_world.log.head(now), m_world.log.entries));
    EXPECT_EQ(must(compare(honest)), rights::View::Identical);
    EXPECT_EQ(must(compare({})), rights::View::Behind) << "a node before its first head";
    test::TestLog earlier;
    earlier.add(m_world.log.entries[0]);
    EXPECT_EQ(must(compare(earlier.head(now - 5))), rights::View::Behind);
    EXPECT_TRUE(viewer->evidence().empty());

    const Bytes forked = witnessOf(21, *shownFork.replica);
    EXPECT_EQ(must(compare(forked)), rights::View::Divergent);
    ASSERT_EQ(viewer->evidence().size(), 1U);
    EXPECT_EQ(viewer->evidence()[0].code, "log_fork");
    EXPECT_EQ(viewer->evidence()[0].firstHead, viewer->head());
    EXPECT_EQ(viewer->evidence()[0].secondHead, forked);

    // A node cannot make a fork up: the head would be signed by the log.
    fork.key = keyOf(21);
    EXPECT_EQ(codeOf(compare(fork.head(now))), "head_bad_signature");
    EXPECT_EQ(viewer->evidence().size(), 1U);
}

TEST_F(Liars, AWithheldRevocationWorksAnywayAndLeavesProof) {
    // The viewer's device is stolen. The gateway keeps the revocation out of the log, but the app sent it to
    // the nodes.
    const Bytes revocation = must(rights::signStatement(
        rights::DeviceRevocation{m_world.viewer.publicKey(), m_world.device.publicKey(), m_world.clock.now()},
        m_world.viewer));
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
    for (const auto& node : m_world.nodes)
        ASSERT_EQ(codeOf(node->replica->revoke(revocation)), "ok");
    EXPECT_EQ(m_world.ask(m_world.request()), "device_revoked");
    for (int i = 0; i < 3; ++i) {
        m_world.clock.advance(61);
        m_world.sync();
        EXPECT_EQ(m_world.ask(m_world.request()), "device_revoked");
    }
    EXPECT_EQ(codeOf(m_world.recover(m_world.transport(), &m_reports)), "device_revoked");
    for (const auto& node : m_world.nodes) {
        ASSERT_EQ(node->replica->evidence().size(), 1U);
        EXPECT_EQ(node->replica->evidence()[0].code, "log_withheld");
        EXPECT_EQ(node->replica->evidence()[0].statement, revocation);
    }
}

TEST_F(Liars, AnOldHeadKeepsNoRevocationOut) {
    const Bytes before = m_world.log.head(m_world.clock.now());
    m_world.clock.advance(10);
    m_world.log.add(rights::AccessRevocation{CustodyWorld::kGranted, m_world.creator.publicKey(),
                                             m_world.viewer.publicKey(), m_world.clock.now()},
                    m_world.creator);
    m_world.sync();
    EXPECT_EQ(codeOf(m_world.nodes[0]->replica->accept(before, {})), "log_rollback");
    EXPECT_EQ(m_world.ask(m_world.request()), "no_access");
}

TEST_F(Liars, FewerNodesThanTheThresholdLearnNothing) {
    // One node, its own keys and everything public: the one share that it opens is not the secret, and the
    // commitment does not give it away.
    const auto share = [&] {
        crypto::Sealed sealed;
        std::copy_n(m_world.tier.shares[0].sealed.begin(), 32, sealed.enc.begin());
        sealed.ciphertext.assign(m_world.tier.shares[0].sealed.begin() + 32,
                                 m_world.tier.shares[0].sealed.end());
        return must(crypto::hpkeOpen(hpkeKeyOf(11), sealed, asBytes(kShareSealInfo),
                                     encodeShareContext(shareContextOf(m_world.tier, 0))));
    }();
    EXPECT_FALSE(share.equals(m_world.secret.bytes().view()));
    for (const SealedShare& other : m_world.tier.shares) {
        if (other.x == 1) continue;
        crypto::Sealed sealed;
        std::copy_n(other.sealed.begin(), 32, sealed.enc.begin());
        sealed.ciphertext.assign(other.sealed.begin() + 32, other.sealed.end());
        EXPECT_FALSE(crypto::hpkeOpen(hpkeKeyOf(11), sealed, asBytes(kShareSealInfo),
                                      encodeShareContext(shareContextOf(m_world.tier, other.x - 1U))));
    }
}

/// The descriptor under which this process has `path` open.
int descriptorOf(const std::filesystem::path& path) {
    const auto wanted = std::filesystem::canonical(path);
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        if (std::filesystem::read_symlink(entry.path(), gone) == wanted)
            return std::stoi(entry.path().filename().string());
    }
    throw std::runtime_error("not open");
}

TEST_F(Liars, NoRecordNoShare) {
    const int audit = descriptorOf(m_world.nodes[0]->auditPath);
    const int kept = dup(audit);
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    ASSERT_GE(full, 0);
    ASSERT_EQ(dup2(full, audit), audit);
    EXPECT_EQ(m_world.ask(m_world.request()), "unavailable");
    EXPECT_EQ(m_world.ask(m_world.request()), "unavailable");
    ASSERT_EQ(dup2(kept, audit), audit);
    close(kept);
    close(full);
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
    EXPECT_EQ(codeOf(audit::verify(m_world.nodes[0]->auditPath)), "ok");
}

TEST_F(Liars, EveryAnswerHasItsRecordFirst) {
    const auto records = [&] { return m_world.nodes[0]->audit.lastSeq(); };
    const std::uint64_t before = records();
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
    EXPECT_EQ(records(), before + 1);
    EXPECT_EQ(m_world.askRaw(Bytes(5)), "bad_request");
    EXPECT_EQ(records(), before + 2);
    const auto summary = must(audit::verify(m_world.nodes[0]->auditPath, m_world.nodes[0]->service.id()));
    EXPECT_EQ(summary.records, before + 2);
    // Fingerprints only: no key of a person in it.
    std::ifstream file(m_world.nodes[0]->auditPath);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    EXPECT_NE(text.find("share_released"), std::string::npos);
    EXPECT_EQ(text.find(toHex(m_world.viewer.publicKey())), std::string::npos);
    EXPECT_EQ(text.find("did:key"), std::string::npos);
}

}  // namespace
}  // namespace keyreel::custody
