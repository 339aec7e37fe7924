#include "core/studio/lease.h"

#include <gtest/gtest.h>

#include <map>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/content/cid.h"
#include "core/rights/offline.h"
#include "core/studio/release_proof.h"
#include "tests/support/custody_world.h"
#include "tests/support/memory_key_store.h"
#include "tests/unit/studio/one_track_manifest.h"

// A leased film opens without a network for as long as its key nodes signed, on the device they signed it
// for, and on no other day and no other device, whatever is done to clock and files.
namespace keyreel::studio {
namespace {

using test::codeOf;
using test::must;

constexpr std::int64_t kDay = 86400;
// Every check passed, and what is missing is the film itself, which these tests have none of.
constexpr const char* kOpens = "file_missing";

class LeasedFilms : public ::testing::Test {
protected:
    test::CustodyWorld m_world;
    test::MemoryKeyStore m_keys;
    std::shared_ptr<identity::Identity> m_person;
    std::shared_ptr<Session> m_session;
    Link m_link = must(Link::parse("keyreel://gateway.example/" + toHex(test::CustodyWorld::kGranted)));
    Bytes m_proof;
    BootTime m_boot{"first boot", 1000};

    void SetUp() override {
        Places places;
        places.profile = m_world.folder.path() / "profile";
        m_person = std::make_shared<identity::Identity>(
            must(identity::Identity::create(places.profile, m_keys, "Ada", "Laptop")).identity);
        begin(places);
        const std::int64_t now = m_world.clock.now();
        m_world.log.add(test::registrationOf(m_person->accountKey(), m_person->deviceKey(), now),
                        m_person->accountKey());
        m_world.log.add(
            rights::AccessGrant{
                m_world.kGranted, m_world.creator.publicKey(), m_person->accountId(), {}, now},
            m_world.creator);
        take(7);
    }
    void begin(const Places& places) {
        Network network;
        network.gatewayUrl = m_link.gatewayUrl();
        network.logKey = m_world.log.key.publicKey();
        m_session.reset();
        m_session = must(beginSession(places, network, m_person, m_world.clock, nullptr));
    }

    [[nodiscard]] Bytes manifest(const custody::SealedTier& tier) const {
        package::Manifest manifest = test::oneTrackManifest(tier, "Hollow lake", m_world.clock.now());
        manifest.grantedOnly = tier.contentId == m_world.kGranted;
        return must(package::signManifest(manifest, m_world.creator));
    }

    /// What takeLease() does, with the key nodes of this world instead of a network.
    void take(std::uint32_t days) {
        m_proof = takeOf(m_world.tier, rights::AccessMethod::Granted, m_link, days);
    }
    Bytes takeOf(const custody::SealedTier& tier, rights::AccessMethod method, const Link& link,
                 std::uint32_t days) {
        const Bytes manifestBytes = manifest(tier);
        content::CidBuilder cid;
        cid.update(manifestBytes);
        rights::AssetUpdate update;
        update.contentId = tier.contentId;
        update.creator = m_world.creator.publicKey();
        update.revision = ++m_revisions[tier.contentId];
        update.terms = test::mintOf(tier.contentId, m_world.creator, method, m_world.clock.now()).terms;
        update.terms.manifestCid = cid.finish().text();
        update.terms.flags = rights::offlineFlags(days);
        update.time = m_world.clock.now();
        m_world.log.add(update, m_world.creator);
        m_world.sync();
        custody::Capability wish = m_world.capability();
        wish.account = m_person->accountId();
        wish.contentId = tier.contentId;
        wish.device = m_person->deviceId();
        wish.purpose = rights::kPurposeOffline;
        const Bytes capability = must(custody::signCapability(wish, m_world.gateway));
        std::vector<custody::NodeReport> reports;
        const auto recovered =
            must(custody::recover({m_person->deviceKey(), m_world.ephemeral, capability, tier},
                                  m_world.transport(), m_world.clock, {}, {}, &reports));
        const auto& replica = *m_world.nodes[0]->replica;
        const std::array<std::uint64_t, 3> indices{
            replica.asset(tier.contentId)->mintIndex, replica.asset(tier.contentId)->termsIndex,
            replica.device(m_person->accountId(), m_person->deviceId())->index};
        auto proven = must(replica.prove(indices));
        ReleaseProof proof;
        proof.contentId = tier.contentId;
        proof.tier = "hd";
        proof.opened = m_world.clock.now();
        proof.gateway = m_link.gatewayUrl();
        proof.capabilityKey = m_world.gateway.publicKey();
        proof.logKey = m_world.log.key.publicKey();
        proof.capability = capability;
        proof.head = proven.head;
        proof.entries = proven.entries;
        proof.manifest = crypto::sha256(manifestBytes);
        for (const auto& report : reports)
            proof.nodes.push_back(
                report.code == "ok"
                    ? NodeRelease{"ok", report.milliseconds, report.request, report.answer, {}}
                    : NodeRelease{report.code, report.milliseconds, {}, {}, {}});
        Bytes sealed = joinReleaseProof(sealReleaseProof(proof, m_person->deviceKey()), manifestBytes);
        const auto lease = keepLease(*m_session, link, recovered.secret, sealed);
        EXPECT_EQ(codeOf(lease), "ok") << lease.error().what;
        if (!lease) return {};
        EXPECT_EQ(lease->until, m_world.clock.now() + days * kDay);
        EXPECT_EQ(lease->title, "Hollow lake");
        return sealed;
    }

    [[nodiscard]] std::string open() const { return codeOf(openLeased(*m_session, m_link, m_boot)); }
    [[nodiscard]] std::string audit() const {
        return std::string(asText(must(readFile(m_session->places.auditLog(), 1U << 20))));
    }
    [[nodiscard]] std::filesystem::path proofFile() const {
        return m_session->places.profile / "offline" / toHex(m_world.kGranted) / "lease.proof";
    }

    std::map<ContentId, std::uint32_t> m_revisions;
};

TEST_F(LeasedFilms, OpenUntilTheirEnd) {
    EXPECT_EQ(open(), kOpens);
    EXPECT_NE(audit().find("film_opened_offline"), std::string::npos);
    m_world.clock.advance(7 * kDay);
    EXPECT_EQ(open(), kOpens) << "to the last second";
    m_world.clock.advance(1);
    const auto refused = openLeased(*m_session, m_link, m_boot);
    ASSERT_EQ(codeOf(refused), "lease_ended");
    EXPECT_NE(refused.error().what.find("'Hollow lake'"), std::string::npos);
    EXPECT_FALSE(refused.error().next.empty());
    EXPECT_NE(audit().find("lease_ended"), std::string::npos);
    take(2);
    EXPECT_EQ(open(), kOpens) << "renewed";
}

TEST_F(LeasedFilms, NeverGetLongerWithAClockThatIsTurnedBack) {
    m_world.clock.advance(8 * kDay);
    EXPECT_EQ(open(), "lease_ended");
    m_world.clock.advance(-8 * kDay);
    EXPECT_EQ(open(), "lease_ended") << "what was seen once stays seen";
    m_boot = {"second boot", 5};
    EXPECT_EQ(open(), "lease_ended") << "also after a start";
    EXPECT_TRUE(must(leasesOf(*m_session, m_boot)).at(0).ended);
}

TEST_F(LeasedFilms, StayEndedWhenTheNodesOfAnotherFilmNameAnEarlierTime) {
    m_world.clock.advance(8 * kDay);
    EXPECT_EQ(open(), "lease_ended");
    m_world.clock.advance(-8 * kDay);
    const Link other = must(Link::parse("keyreel://gateway.example/" + toHex(test::CustodyWorld::kFree)));
    takeOf(m_world.freeTier, rights::AccessMethod::Free, other, 1);
    EXPECT_EQ(codeOf(openLeased(*m_session, other, m_boot)), kOpens) << "that one is good";
    EXPECT_EQ(open(), "lease_ended");
    EXPECT_EQ(keepLease(*m_session, other, custody::AssetSecret::generate(), m_proof).error().code,
              "lease_damaged")
        << "what was signed for one film sets no other's time";
}

TEST_F(LeasedFilms, StayEndedWhenTheTimeWasSeenWithAnotherFilm) {
    const Link other = must(Link::parse("keyreel://gateway.example/" + toHex(test::CustodyWorld::kFree)));
    takeOf(m_world.freeTier, rights::AccessMethod::Free, other, 30);
    m_world.clock.advance(8 * kDay);
    EXPECT_EQ(codeOf(openLeased(*m_session, other, m_boot)), kOpens);
    m_world.clock.advance(-8 * kDay);
    m_boot = {"second boot", 5};
    EXPECT_EQ(open(), "lease_ended");
}

TEST_F(LeasedFilms, OneDamagedRecordHidesNoOther) {
    ASSERT_TRUE(m_person->vault().putRecord("lease/" + std::string(32, '0'),
                                            SecretBytes::copyOf(asBytes("not a lease"))));
    EXPECT_EQ(must(leasesOf(*m_session, m_boot)).size(), 1U);
}

TEST_F(LeasedFilms, RunOutWhileTheClockStandsStill) {
    m_boot = {"one boot", 1000};
    EXPECT_EQ(open(), kOpens);
    m_world.clock.advance(-3600);
    m_boot.seconds += 6 * kDay;
    EXPECT_EQ(open(), kOpens);
    m_boot.seconds += 2 * kDay;
    EXPECT_EQ(open(), "lease_ended") << "the computer has been on for eight days";
}

TEST_F(LeasedFilms, OpenOnNoOtherDevice) {
    const auto phrase = must(m_person->phrase());
    Places places;
    places.profile = m_world.folder.path() / "thief";
    test::MemoryKeyStore keys;
    auto other = std::make_shared<identity::Identity>(
        must(identity::Identity::restore(places.profile, keys, phrase.view(), "Ada", "Other")));
    // Everything but the device key, which no copy of files and no phrase brings along.
    ASSERT_TRUE(other->vault().putRecord("lease/" + toHex(m_world.kGranted),
                                         must(m_person->vault().record("lease/" + toHex(m_world.kGranted)))));
    const auto to = places.profile / "offline" / toHex(m_world.kGranted);
    std::filesystem::create_directories(to);
    std::filesystem::copy_file(proofFile(), to / "lease.proof");
    m_person = other;
    begin(places);
    EXPECT_EQ(open(), "lease_damaged");
}

TEST_F(LeasedFilms, AreWhatTheNodesSignedAndNothingElse) {
    const std::string name = "lease/" + toHex(m_world.kGranted);
    LeaseRecord record = must(decodeLeaseRecord(must(m_person->vault().record(name)).view()));
    EXPECT_EQ(must(decodeLeaseRecord(encodeLeaseRecord(record))), record);
    LeaseRecord longer = record;
    longer.until += kDay;
    ASSERT_TRUE(m_person->vault().putRecord(name, SecretBytes::copyOf(encodeLeaseRecord(longer))));
    EXPECT_EQ(open(), "lease_damaged") << "no end that no node signed";
    ASSERT_TRUE(m_person->vault().putRecord(name, SecretBytes::copyOf(encodeLeaseRecord(record))));
    EXPECT_EQ(open(), kOpens);

    Bytes changed = m_proof;
    changed[changed.size() / 2] ^= 1;
    ASSERT_TRUE(writeFileAtomically(proofFile(), changed));
    EXPECT_EQ(open().rfind("proof_", 0), 0U);
    ASSERT_TRUE(writeFileAtomically(proofFile(), m_proof));
    EXPECT_EQ(open(), kOpens);
}

TEST_F(LeasedFilms, EndWithARevocationThatThisComputerKnowsOf) {
    const rights::DeviceRevocation revocation{m_person->accountId(), m_person->deviceId(),
                                              m_world.clock.now()};
    ASSERT_TRUE(m_session->rights->revoke(must(rights::signStatement(revocation, m_person->accountKey()))));
    EXPECT_EQ(open(), "device_revoked");
}

TEST_F(LeasedFilms, AreGivenBack) {
    EXPECT_EQ(must(leasesOf(*m_session, m_boot)).size(), 1U);
    ASSERT_EQ(codeOf(dropLease(*m_session, m_link)), "ok");
    EXPECT_EQ(open(), "lease_missing");
    EXPECT_FALSE(std::filesystem::exists(proofFile()));
    EXPECT_EQ(must(leasesOf(*m_session, m_boot)).size(), 0U);
    m_person->lock();
    EXPECT_EQ(open(), "vault_locked");
}

TEST(ClockFloors, OnlyRise) {
    const ClockFloor floor{1000, {"a", 50}};
    EXPECT_EQ(floor.now(900, {"a", 60}), 1010);
    EXPECT_EQ(floor.now(2000, {"a", 60}), 2000);
    EXPECT_EQ(floor.now(900, {"b", 999}), 1000);
    EXPECT_EQ(floor.now(900, {"", 999}), 1000);
    EXPECT_EQ(floor.now(900, {"a", 10}), 1000);
    const auto again = must(decodeClockFloor(encodeClockFloor(floor.raised(900, {"a", 60}))));
    EXPECT_EQ(again.time, 1010);
    EXPECT_EQ(again.seen.boot, "a");
    EXPECT_EQ(again.seen.seconds, 60);
    EXPECT_EQ(codeOf(decodeClockFloor(asBytes("keyreel/clock-floor/v1"))), "lease_damaged");
}

}  // namespace
}  // namespace keyreel::studio
