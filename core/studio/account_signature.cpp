#include "core/studio/account_signature.h"

#include "core/crypto/cose.h"

namespace keyreel::studio {
namespace {

bool asksForSuite2(const rights::Statement& statement) {
    const rights::AssetTerms* terms = nullptr;
    if (const auto* mint = std::get_if<rights::AssetMint>(&statement)) terms = &mint->terms;
    if (const auto* update = std::get_if<rights::AssetUpdate>(&statement)) terms = &update->terms;
    return terms != nullptr && rights::suiteOf(*terms) == crypto::kSuiteHybrid;
}

bool asksForSuite2(const Session& session, const rights::Order& order) {
    const auto record = session.rights->replica().asset(order.contentId);
    return record && rights::suiteOf(record->terms) == crypto::kSuiteHybrid;
}

template <typename Sign>
Result<Bytes> signedWith(const Session& session, bool asked, const Sign& sign) {
    const identity::Identity& person = *session.identity;
    if (!person.isOpen())
        return fail("vault_locked", "Keyreel is locked, so nothing can be signed.",
                    "Unlock it, then try again.");
    const auto known = session.rights->replica().latticeKey(person.accountId());
    if (!asked && !known) return sign(person.accountKey());
    if (!crypto::hasSuite(crypto::kSuiteHybrid))
        return fail("suite_unavailable",
                    "This account signs with a second, quantum-safe key, and " + crypto::cryptoLibrary() +
                        " on this computer cannot.",
                    "Use a computer with OpenSSL 3.5 or later for this.");
    KEYREEL_TRY(const crypto::HybridSigningKey keys, person.accountKeys());
    return sign(keys);
}

}  // namespace

Result<Bytes> signAsAccount(const Session& session, const rights::Statement& statement, crypto::Suite least) {
    return signedWith(session, least == crypto::kSuiteHybrid || asksForSuite2(statement),
                      [&](const auto& key) { return rights::signStatement(statement, key); });
}

Result<Bytes> signAsAccount(const Session& session, const rights::Order& order) {
    return signedWith(session, asksForSuite2(session, order),
                      [&](const auto& key) { return rights::signOrder(order, key); });
}

bool signatureStands(const Session& session, ByteView bytes) {
    const auto known = session.rights->replica().latticeKey(session.identity->accountId());
    return !known || crypto::claimedLatticeKey(bytes) == known;
}

Result<std::optional<crypto::Digest>> latticeKeyOfDevice(const identity::Identity& person) {
    if (!crypto::hasSuite(crypto::kSuiteHybrid)) return std::nullopt;
    KEYREEL_TRY(const crypto::HybridSigningKey keys, person.deviceKeys());
    return crypto::sha256(keys.publicKey().lattice);
}

}  // namespace keyreel::studio
