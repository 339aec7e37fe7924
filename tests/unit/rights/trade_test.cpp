#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "core/base/text.h"
#include "core/rights/replica.h"
#include "core/rights/state.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_log.h"

// Selling, reselling and sharing royalties: who may say what, and that no order of statements gives more than
// was given.
namespace keyreel::rights {
namespace {

using test::codeOf;
using test::keyOf;
using test::must;

constexpr std::int64_t kTime = 1'800'000'000;
constexpr ContentId kContent{1, 2, 3};

class Trade : public ::testing::Test {
protected:
    crypto::SigningKey m_creator = keyOf(1);
    crypto::SigningKey m_ann = keyOf(2);
    crypto::SigningKey m_bob = keyOf(3);
    crypto::SigningKey m_seller = keyOf(4);
    crypto::SigningKey m_stranger = keyOf(5);
    State m_state;
    std::uint64_t m_index = 0;

    std::string apply(const Statement& statement, const crypto::SigningKey& signer) {
        return codeOf(m_state.apply(m_index++, must(signStatement(statement, signer))));
    }
    void mint(AccessMethod access, std::uint32_t supply = 10) {
        AssetMint s = test::mintOf(kContent, m_creator, access, kTime);
        s.terms.price = "4.5";
        s.terms.currency = "USDC";
        s.terms.supply = supply;
        s.royalties = {{m_creator.publicKey(), 900}, {m_seller.publicKey(), 100}};
        ASSERT_EQ(apply(s, m_creator), "ok");
    }
    [[nodiscard]] static Bytes orderOf(const crypto::SigningKey& buyer, std::int64_t time) {
        return must(signOrder({kContent, buyer.publicKey(), "4.5", "USDC", time}, buyer));
    }
    std::string sell(const crypto::SigningKey& by, const crypto::SigningKey& to, std::int64_t time) {
        return apply(AccessGrant{kContent, by.publicKey(), to.publicKey(), orderOf(to, time), time}, by);
    }
    std::string delegate(std::uint32_t supply, std::int64_t notAfter, std::int64_t time) {
        return apply(
            SaleDelegation{kContent, m_creator.publicKey(), m_seller.publicKey(), supply, notAfter, time},
            m_creator);
    }
    std::string pass(const crypto::SigningKey& from, const crypto::SigningKey& to, std::int64_t time) {
        return apply(AccessTransfer{kContent, from.publicKey(), to.publicKey(), time}, from);
    }
    std::string revoke(const crypto::SigningKey& whom, std::int64_t time) {
        return apply(AccessRevocation{kContent, m_creator.publicKey(), whom.publicKey(), time}, m_creator);
    }
    std::string share(const crypto::SigningKey& from, const crypto::SigningKey& to, std::uint16_t units,
                      std::int64_t time) {
        return apply(RoyaltyTransfer{kContent, from.publicKey(), to.publicKey(), units, time}, from);
    }
    [[nodiscard]] bool opens(const crypto::SigningKey& who) const {
        return m_state.hasAccess(who.publicKey(), kContent);
    }
};

TEST_F(Trade, ASellerSellsWithinTheDelegationAndNoFurther) {
    mint(AccessMethod::BuyOnce);
    EXPECT_EQ(sell(m_seller, m_ann, kTime), "not_creator");
    ASSERT_EQ(delegate(2, kTime + 100, kTime + 10), "ok");
    EXPECT_EQ(sell(m_stranger, m_ann, kTime + 20), "not_creator");
    EXPECT_EQ(apply(AccessGrant{kContent, m_seller.publicKey(), m_ann.publicKey(), {}, kTime + 20}, m_seller),
              "order_missing");
    EXPECT_EQ(sell(m_seller, m_ann, kTime + 9), "delegation_ended") << "before it began";
    EXPECT_EQ(sell(m_seller, m_ann, kTime + 101), "delegation_ended");
    EXPECT_EQ(sell(m_seller, m_creator, kTime + 20), "grant_needless");
    ASSERT_EQ(sell(m_seller, m_ann, kTime + 20), "ok");
    EXPECT_TRUE(opens(m_ann));
    ASSERT_EQ(sell(m_seller, m_seller, kTime + 21), "ok") << "a seller buys like everyone";
    EXPECT_EQ(sell(m_seller, m_bob, kTime + 22), "delegation_exhausted");
    EXPECT_EQ(delegate(9, kTime + 200, kTime + 10), "delegation_outdated");
    ASSERT_EQ(delegate(3, kTime + 200, kTime + 30), "ok") << "what was sold still counts";
    ASSERT_EQ(sell(m_seller, m_bob, kTime + 31), "ok");
    EXPECT_EQ(sell(m_seller, m_stranger, kTime + 32), "delegation_exhausted");
    ASSERT_EQ(delegate(0, kTime + 300, kTime + 40), "ok");
    ASSERT_EQ(revoke(m_bob, kTime + 50), "ok");
    EXPECT_EQ(sell(m_seller, m_bob, kTime + 60), "delegation_exhausted") << "supply 0 ends it";
}

TEST_F(Trade, OnlyTheCreatorNamesSellersAndLiftsRevocations) {
    mint(AccessMethod::BuyAndResell);
    EXPECT_EQ(
        apply(SaleDelegation{kContent, m_stranger.publicKey(), m_seller.publicKey(), 5, kTime + 9, kTime},
              m_stranger),
        "not_creator");
    ASSERT_EQ(delegate(5, kTime + 100, kTime), "ok");
    ASSERT_EQ(sell(m_creator, m_ann, kTime + 1), "ok");
    ASSERT_EQ(revoke(m_bob, kTime + 2), "ok");
    EXPECT_EQ(sell(m_seller, m_bob, kTime + 3), "grant_revoked");
    EXPECT_EQ(pass(m_ann, m_bob, kTime + 3), "grant_revoked");
    EXPECT_FALSE(opens(m_bob));
    EXPECT_EQ(sell(m_creator, m_bob, kTime + 3), "ok");
    EXPECT_TRUE(opens(m_bob));
}

TEST_F(Trade, AnAccessIsPassedOnOnceAndOnlyWhereItMayBe) {
    mint(AccessMethod::BuyAndResell, 1);
    EXPECT_EQ(pass(m_ann, m_bob, kTime), "not_holder");
    ASSERT_EQ(sell(m_creator, m_ann, kTime + 10), "ok");
    EXPECT_EQ(pass(m_ann, m_bob, kTime + 9), "not_holder") << "dated before it was held";
    EXPECT_EQ(pass(m_ann, m_creator, kTime + 11), "grant_needless");
    ASSERT_EQ(pass(m_ann, m_bob, kTime + 11), "ok");
    EXPECT_FALSE(opens(m_ann));
    EXPECT_TRUE(opens(m_bob));
    EXPECT_EQ(pass(m_ann, m_stranger, kTime + 12), "not_holder") << "it is sold only once";
    EXPECT_EQ(m_state.asset(kContent)->granted, 1U);
    EXPECT_EQ(m_state.granteesOf(kContent), std::vector<AccountId>{m_bob.publicKey()});
    EXPECT_TRUE(m_state.grantsOf(m_ann.publicKey()).empty());
    EXPECT_EQ(m_state.grantsOf(m_bob.publicKey()), std::vector<ContentId>{kContent});
    ASSERT_EQ(pass(m_bob, m_ann, kTime + 13), "ok") << "and back";
    EXPECT_EQ(sell(m_creator, m_stranger, kTime + 14), "supply_exhausted") << "no edition came out of it";
}

TEST_F(Trade, BuyOnceIsKept) {
    mint(AccessMethod::BuyOnce);
    ASSERT_EQ(sell(m_creator, m_ann, kTime), "ok");
    EXPECT_EQ(pass(m_ann, m_bob, kTime + 1), "transfer_forbidden");
}

TEST_F(Trade, NobodyPassesOnWhatWasTakenFromThemInWhateverOrderTheLogSaysIt) {
    for (const bool revocationFirst : {true, false}) {
        m_state = State();
        mint(AccessMethod::BuyAndResell, 1);
        ASSERT_EQ(sell(m_creator, m_ann, kTime + 1), "ok");
        if (revocationFirst) {
            ASSERT_EQ(revoke(m_ann, kTime + 5), "ok");
            EXPECT_EQ(pass(m_ann, m_bob, kTime + 6), "not_holder");
        } else {
            ASSERT_EQ(pass(m_ann, m_bob, kTime + 6), "ok");
            ASSERT_EQ(pass(m_bob, m_stranger, kTime + 7), "ok");
            ASSERT_EQ(revoke(m_ann, kTime + 5), "ok");
        }
        EXPECT_FALSE(opens(m_ann));
        EXPECT_FALSE(opens(m_bob));
        EXPECT_FALSE(opens(m_stranger));
        EXPECT_EQ(m_state.asset(kContent)->granted, 0U);
    }
    // A revocation of after the transfer takes nothing from whom it was passed to in good time.
    m_state = State();
    mint(AccessMethod::BuyAndResell);
    ASSERT_EQ(sell(m_creator, m_ann, kTime + 1), "ok");
    ASSERT_EQ(pass(m_ann, m_bob, kTime + 6), "ok");
    ASSERT_EQ(revoke(m_ann, kTime + 7), "ok");
    EXPECT_TRUE(opens(m_bob));
}

TEST_F(Trade, ADirectRevocationFollowsWhatWasPassedOn) {
    // The gateway withholds Ann's revocation and lets her pass her access on.
    test::FakeClock clock;
    test::TestLog log;
    const std::int64_t now = clock.now();
    AssetMint s = test::mintOf(kContent, m_creator, AccessMethod::BuyAndResell, now - 100);
    s.terms.price = "4.5";
    s.terms.currency = "USDC";
    log.add(s, m_creator);
    log.add(
        AccessGrant{kContent, m_creator.publicKey(), m_ann.publicKey(), orderOf(m_ann, now - 90), now - 90},
        m_creator);
    log.add(AccessTransfer{kContent, m_ann.publicKey(), m_bob.publicKey(), now - 10}, m_ann);
    const auto replica = must(Replica::open(log.key.publicKey(), clock));
    ASSERT_TRUE(replica->accept(log.head(now), log.entries));
    EXPECT_TRUE(replica->hasAccess(m_bob.publicKey(), kContent));
    const auto revocation = [&](std::int64_t time) {
        return must(signStatement(AccessRevocation{kContent, m_creator.publicKey(), m_ann.publicKey(), time},
                                  m_creator));
    };
    ASSERT_TRUE(replica->revoke(revocation(now - 5)));
    EXPECT_TRUE(replica->hasAccess(m_bob.publicKey(), kContent)) << "revoked after it was Bob's";
    ASSERT_TRUE(replica->revoke(revocation(now - 20)));
    EXPECT_FALSE(replica->hasAccess(m_bob.publicKey(), kContent)) << "revoked while it was Ann's";
}

TEST_F(Trade, RoyaltiesChangeHandsAndAlwaysTotalTheSame) {
    mint(AccessMethod::BuyOnce);
    EXPECT_EQ(share(m_ann, m_bob, 1, kTime), "royalty_missing");
    EXPECT_EQ(share(m_seller, m_bob, 101, kTime), "royalty_missing");
    ASSERT_EQ(share(m_seller, m_bob, 40, kTime), "ok");
    ASSERT_EQ(share(m_seller, m_bob, 60, kTime), "ok");
    EXPECT_EQ(share(m_seller, m_bob, 1, kTime), "royalty_missing");
    const std::map<AccountId, std::uint16_t> expected{{m_creator.publicKey(), 900}, {m_bob.publicKey(), 100}};
    EXPECT_EQ(m_state.asset(kContent)->royalties, expected);
    // Never more rows than a mint may have.
    for (std::uint8_t i = 0; i < 62; ++i)
        ASSERT_EQ(share(m_creator, keyOf(static_cast<std::uint8_t>(100 + i)), 1, kTime), "ok");
    EXPECT_EQ(m_state.asset(kContent)->royalties.size(), 64U);
    EXPECT_EQ(share(m_creator, m_ann, 1, kTime), "royalty_rows");
    EXPECT_EQ(share(m_bob, m_ann, 100, kTime), "ok") << "a whole row may move";
}

/// Everything that a state says about the asset, as text to compare.
std::string described(const State& state, const std::vector<crypto::SigningKey>& people) {
    std::ostringstream out;
    const AssetRecord* asset = state.asset(kContent);
    if (asset == nullptr) return "none";
    out << asset->revision << ' ' << asset->granted << ' ' << asset->unpublished;
    for (const auto& [account, units] : asset->royalties)
        out << " r" << toHex(account).substr(0, 4) << '=' << units;
    for (const auto& person : people) {
        out << '\n' << state.hasAccess(person.publicKey(), kContent);
        if (const Holding* held = state.holding(kContent, person.publicKey())) {
            out << " since " << held->since;
            for (const PastHolding& past : held->before)
                out << " after " << toHex(past.account).substr(0, 4) << ' ' << past.since << ' '
                    << past.until;
        }
        if (const auto delegation = state.delegation(kContent, person.publicKey()))
            out << " sells " << delegation->used << '/' << delegation->supply;
    }
    return out.str();
}

class TradeHistories : public Trade {
protected:
    std::vector<crypto::SigningKey> m_people;
    std::mt19937 m_random;

    TradeHistories() {
        for (std::uint8_t seed = 1; seed <= 5; ++seed)
            m_people.push_back(keyOf(seed));
    }
    std::size_t below(std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random);
    }
    const crypto::SigningKey& anyone() { return m_people[below(m_people.size())]; }

    /// A statement that anybody might make, often one that may not stand.
    std::pair<Statement, const crypto::SigningKey*> something() {
        const crypto::SigningKey& a = anyone();
        const crypto::SigningKey* b = &anyone();
        while (b == &a)
            b = &anyone();
        const std::int64_t time = kTime + static_cast<std::int64_t>(below(40));
        switch (below(6)) {
            case 0:
                return {AccessGrant{kContent, a.publicKey(), b->publicKey(), orderOf(*b, time), time}, &a};
            case 1:
                return {AccessTransfer{kContent, a.publicKey(), b->publicKey(), time}, &a};
            case 2:
                return {AccessRevocation{kContent, m_creator.publicKey(),
                                         m_people[1 + below(m_people.size() - 1)].publicKey(), time},
                        &m_people[0]};
            case 3:
                return {SaleDelegation{kContent, m_creator.publicKey(), m_seller.publicKey(),
                                       static_cast<std::uint32_t>(below(4)), time + 20, time},
                        &m_people[0]};
            case 4:
                return {RoyaltyTransfer{kContent, a.publicKey(), b->publicKey(),
                                        static_cast<std::uint16_t>(1 + below(300)), time},
                        &a};
            default:
                return {AccessGrant{kContent, m_creator.publicKey(), b->publicKey(), orderOf(*b, time), time},
                        &m_people[0]};
        }
    }
    void expectSound(const State& state) const {
        const AssetRecord* asset = state.asset(kContent);
        ASSERT_NE(asset, nullptr);
        const auto holders = state.granteesOf(kContent);
        EXPECT_EQ(holders.size(), asset->granted);
        EXPECT_LE(asset->granted, asset->terms.supply);
        unsigned total = 0;
        for (const auto& [account, units] : asset->royalties) {
            EXPECT_GT(units, 0);
            total += units;
        }
        EXPECT_EQ(total, 1000U);
        for (const auto& person : m_people) {
            const bool holds = std::find(holders.begin(), holders.end(), person.publicKey()) != holders.end();
            EXPECT_EQ(holds, !state.grantsOf(person.publicKey()).empty());
            EXPECT_EQ(state.hasAccess(person.publicKey(), kContent),
                      holds || person.publicKey() == m_creator.publicKey());
        }
    }
};

TEST_F(TradeHistories, OfEveryKindInEveryOrderAndCutAnywhereStaySound) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        m_random.seed(seed);
        m_state = State();
        m_index = 0;
        mint(AccessMethod::BuyAndResell, 3);
        const Bytes first = [&] {
            AssetMint s = test::mintOf(kContent, m_creator, AccessMethod::BuyAndResell, kTime);
            s.terms.price = "4.5";
            s.terms.currency = "USDC";
            s.terms.supply = 3;
            s.royalties = {{m_creator.publicKey(), 900}, {m_seller.publicKey(), 100}};
            return must(signStatement(s, m_creator));
        }();
        std::vector<Bytes> entries{first};
        std::vector<Statement> said;
        std::vector<std::string> after{described(m_state, m_people)};
        for (int i = 0; i < 40; ++i) {
            const auto [statement, signer] = something();
            const Bytes bytes = must(signStatement(statement, *signer));
            const Status status = m_state.apply(m_index++, bytes);
            if (!status) {
                EXPECT_EQ(described(m_state, m_people), after.back()) << status.error().code;
            }
            entries.push_back(bytes);
            said.push_back(statement);
            after.push_back(described(m_state, m_people));
            expectSound(m_state);
        }
        // Every prefix gives what it gave, for whoever starts there.
        State replay;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            (void)replay.apply(i, entries[i]);
            ASSERT_EQ(described(replay, m_people), after[i]) << "seed " << seed << " prefix " << i;
        }
        // In any other order it is sound as well, and nobody opens whose last word is a revocation.
        for (int order = 0; order < 3; ++order) {
            std::shuffle(entries.begin() + 1, entries.end(), m_random);
            State other;
            for (std::size_t i = 0; i < entries.size(); ++i)
                (void)other.apply(i, entries[i]);
            expectSound(other);
            for (const auto& person : m_people) {
                std::int64_t given = -1;
                std::int64_t taken = -1;
                for (const Statement& s : said) {
                    if (const auto* g = std::get_if<AccessGrant>(&s); g && g->account == person.publicKey())
                        given = std::max(given, g->time);
                    if (const auto* t = std::get_if<AccessTransfer>(&s);
                        t && t->account == person.publicKey())
                        given = std::max(given, t->time);
                    if (const auto* r = std::get_if<AccessRevocation>(&s);
                        r && r->account == person.publicKey())
                        taken = std::max(taken, r->time);
                }
                if (taken >= given && taken >= 0 && person.publicKey() != m_creator.publicKey()) {
                    EXPECT_FALSE(other.hasAccess(person.publicKey(), kContent)) << "seed " << seed;
                }
            }
        }
    }
}

}  // namespace
}  // namespace keyreel::rights
