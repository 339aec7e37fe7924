#include "core/rights/statement.h"

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/crypto/suites.h"
#include "core/rights/statement_codec.h"

namespace keyreel::rights {

namespace {

const AccountId& signer(const DeviceRegistration& s) {
    return s.account;
}
const AccountId& signer(const DeviceRevocation& s) {
    return s.account;
}
const AccountId& signer(const AssetMint& s) {
    return s.creator;
}
const AccountId& signer(const AssetUpdate& s) {
    return s.creator;
}
const AccountId& signer(const AssetUnpublish& s) {
    return s.creator;
}
const AccountId& signer(const AccessGrant& s) {
    return s.grantor;
}
const AccountId& signer(const AccessRevocation& s) {
    return s.revoker;
}
const AccountId& signer(const SaleDelegation& s) {
    return s.creator;
}
const AccountId& signer(const AccessTransfer& s) {
    return s.holder;
}
const AccountId& signer(const RoyaltyTransfer& s) {
    return s.holder;
}

// In the order of the variant.
constexpr std::array<std::string_view, std::variant_size_v<Statement>> kDomains{
    "keyreel/device-registration/v1", "keyreel/device-revocation/v1", "keyreel/asset-mint/v1",
    "keyreel/asset-update/v1",        "keyreel/asset-unpublish/v1",   "keyreel/access-grant/v1",
    "keyreel/access-revocation/v1",   "keyreel/sale-delegation/v1",   "keyreel/access-transfer/v1",
    "keyreel/royalty-transfer/v1"};

struct Signed {
    AccountId signer{};
    std::string domain;
    cbor::Value body;  // [domain, fields]
};

/// Signature, domain and outer form.
Result<Signed> openSigned(ByteView bytes) {
    if (bytes.size() > kMaxStatementBytes)
        return fail("statement_too_large", "The statement has " + std::to_string(bytes.size()) +
                                               " bytes; the limit is " + std::to_string(kMaxStatementBytes) +
                                               ".");
    auto message = crypto::coseVerifyEither(bytes);
    if (!message)
        return fail(
            message.error().code == "cose_bad_signature" ? "statement_bad_signature" : "statement_malformed",
            "Statement: " + message.error().what);
    auto body = cbor::decode(message->payload);
    if (!body) return fail("statement_malformed", body.error().what);
    const auto parts = body->asArray(2);
    if (!parts) return fail("statement_malformed", "The statement is not [domain, fields].");
    auto domain = (**parts)[0].asText();
    if (!domain) return fail("statement_malformed", "The statement does not begin with its domain.");
    return Signed{message->kid, std::move(*domain), std::move(*body)};
}

const AccountId& accountOf(const crypto::SigningKey& key) {
    return key.publicKey();
}
const AccountId& accountOf(const crypto::HybridSigningKey& key) {
    return key.publicKey().classic;
}

template <typename Key>
Result<Bytes> signFields(std::string_view domain, cbor::Value fields, const Key& key) {
    Bytes out = crypto::coseSign1(
        key, cbor::encode(cbor::Value::array({cbor::Value::text(domain), std::move(fields)})));
    if (out.size() > kMaxStatementBytes) return fail("statement_invalid", "The statement is too large.");
    return out;
}

template <typename Key>
Result<Bytes> signedBy(const Statement& statement, const Key& key) {
    KEYREEL_CHECK(checkBounds(statement));
    if (accountOf(key) != signerOf(statement))
        return fail("statement_wrong_signer", "The statement must be signed by the account that it names.");
    return signFields(domainOf(statement), fieldsOf(statement), key);
}

template <typename Key>
Result<Bytes> orderSignedBy(const Order& order, const Key& key) {
    KEYREEL_CHECK(checkBounds(order));
    if (accountOf(key) != order.account)
        return fail("statement_wrong_signer", "An order must be signed by the buyer.");
    return signFields(kOrderDomain, fieldsOf(order), key);
}

}  // namespace

const AccountId& signerOf(const Statement& statement) {
    return std::visit([](const auto& kind) -> const AccountId& { return signer(kind); }, statement);
}

std::string_view domainOf(const Statement& statement) {
    return kDomains[statement.index()];
}

Result<Bytes> encodeStatement(const Statement& statement) {
    KEYREEL_CHECK(checkBounds(statement));
    return cbor::encode(cbor::Value::array({cbor::Value::text(domainOf(statement)), fieldsOf(statement)}));
}

Result<Bytes> signStatement(const Statement& statement, const crypto::SigningKey& key) {
    return signedBy(statement, key);
}

Result<Bytes> signStatement(const Statement& statement, const crypto::HybridSigningKey& key) {
    return signedBy(statement, key);
}

Result<Statement> verifyStatement(ByteView bytes) {
    KEYREEL_TRY(const Signed message, openSigned(bytes));
    KEYREEL_TRY(const auto* parts, message.body.asArray(2));
    KEYREEL_TRY(Statement statement, statementFrom(message.domain, (*parts)[1]));
    KEYREEL_CHECK(checkBounds(statement));
    if (signerOf(statement) != message.signer)
        return fail("statement_wrong_signer",
                    "The statement is signed by another key than the account that it names.");
    return statement;
}

Result<Bytes> signOrder(const Order& order, const crypto::SigningKey& key) {
    return orderSignedBy(order, key);
}

Result<Bytes> signOrder(const Order& order, const crypto::HybridSigningKey& key) {
    return orderSignedBy(order, key);
}

Result<Order> verifyOrder(ByteView bytes) {
    KEYREEL_TRY(const Signed message, openSigned(bytes));
    if (message.domain != kOrderDomain) return fail("statement_malformed", "The order is no order.");
    KEYREEL_TRY(const auto* parts, message.body.asArray(2));
    auto order = orderFrom((*parts)[1]);
    if (!order) return fail("statement_malformed", "Order: " + order.error().what);
    KEYREEL_CHECK(checkBounds(*order));
    if (order->account != message.signer)
        return fail("statement_wrong_signer", "The order is signed by another key than the buyer's.");
    return std::move(*order);
}

crypto::Digest accessPolicyDigest(AccessMethod access, const AccountId& creator) {
    return crypto::sha256(cbor::encode(cbor::Value::array(
        {cbor::Value::text("keyreel/policy/v1"), cbor::Value::uint(static_cast<std::uint64_t>(access)),
         cbor::Value::bytes(creator)})));
}

crypto::Digest resealedPolicyDigest(AccessMethod access, const AccountId& creator, std::uint32_t revision) {
    return crypto::sha256(cbor::encode(cbor::Value::array(
        {cbor::Value::text("keyreel/policy/v2"), cbor::Value::uint(static_cast<std::uint64_t>(access)),
         cbor::Value::bytes(creator), cbor::Value::uint(revision)})));
}

std::uint16_t suiteOf(const AssetTerms& terms) {
    return (terms.flags & kFlagHybrid) != 0 ? crypto::kSuiteHybrid : crypto::kSuiteClassic;
}

crypto::Digest policyDigestOf(AccessMethod access, const AccountId& creator, std::uint32_t revision,
                              std::uint16_t suite) {
    if (suite == crypto::kSuiteClassic)
        return revision == 0 ? accessPolicyDigest(access, creator)
                             : resealedPolicyDigest(access, creator, revision);
    return crypto::sha256(cbor::encode(cbor::Value::array(
        {cbor::Value::text("keyreel/policy/v3"), cbor::Value::uint(static_cast<std::uint64_t>(access)),
         cbor::Value::bytes(creator), cbor::Value::uint(revision), cbor::Value::uint(suite)})));
}

}  // namespace keyreel::rights
