#include "core/custody/capability.h"

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/custody/asset_secret.h"
#include "core/custody/enforced.h"
#include "core/custody/refusal.h"
#include "core/identity/account_id.h"

namespace keyreel::custody {

namespace {

using cbor::Value;

// A CWT's payload is its claims (RFC 8392), so the domain string stands in the external AAD.
constexpr std::string_view kDomain = "keyreel/capability/v1";
constexpr std::int64_t kClockSkew = 60;
// RFC 8392 section 4 and RFC 8747 section 7.1.
constexpr int kIss = 1;
constexpr int kSub = 2;
constexpr int kExp = 4;
constexpr int kIat = 6;
constexpr int kCti = 7;
constexpr int kCnf = 8;
constexpr int kCnfCoseKey = 1;
// RFC 9052 section 7 and RFC 9053 section 7.2.
constexpr int kKeyType = 1;
constexpr int kKeyTypeOkp = 1;
constexpr int kCurve = -1;
constexpr int kCurveEd25519 = 6;
constexpr int kKeyX = -2;

tl::unexpected<Error> invalid(const std::string& what) {
    return fail(std::string(refusal::kCapInvalid), "The capability is not valid: " + what,
                "Ask the gateway for a new one.");
}

Status checkBounds(const Capability& c) {
    if (!isTierName(c.tier)) return invalid("no proper tier.");
    if (c.purpose.empty() || c.purpose.size() > 32) return invalid("no proper purpose.");
    constexpr std::int64_t kLastTime = std::int64_t{1} << 53;
    if (c.issuedAt < 0 || c.issuedAt > kLastTime || c.expires <= c.issuedAt ||
        c.expires - c.issuedAt > kMaxCapabilityLife)
        return invalid("its life is not within five minutes.");
    return {};
}

Result<rights::DeviceId> confirmationKey(const Value& value) {
    cbor::MapReader cnf(value, "cnf");
    KEYREEL_TRY(const Value* coseKey, cnf.value(kCnfCoseKey));
    KEYREEL_CHECK(cnf.finish());
    cbor::MapReader key(*coseKey, "cnf key");
    KEYREEL_TRY(const std::int64_t type, key.integer(kKeyType));
    KEYREEL_TRY(const std::int64_t curve, key.integer(kCurve));
    KEYREEL_TRY(const rights::DeviceId device, key.byteArray<32>(kKeyX));
    KEYREEL_CHECK(key.finish());
    if (type != kKeyTypeOkp || curve != kCurveEd25519) return invalid("the device key is not Ed25519.");
    return device;
}

Result<Capability> parse(ByteView payload) {
    KEYREEL_TRY(const Value claims, cbor::decode(payload));
    cbor::MapReader reader(claims, "claims");
    Capability c;
    KEYREEL_TRY(const std::string issuer, reader.text(kIss, 128));
    KEYREEL_TRY(c.issuer, identity::fromDidKey(issuer));
    KEYREEL_TRY(const std::string account, reader.text(kSub, 128));
    KEYREEL_TRY(c.account, identity::fromDidKey(account));
    KEYREEL_TRY(c.expires, reader.integer(kExp));
    KEYREEL_TRY(c.issuedAt, reader.integer(kIat));
    KEYREEL_TRY(c.id, reader.byteArray<16>(kCti));
    KEYREEL_TRY(const Value* cnf, reader.value(kCnf));
    KEYREEL_TRY(c.device, confirmationKey(*cnf));
    KEYREEL_TRY(c.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(c.tier, reader.text("tier", 16));
    KEYREEL_TRY(c.purpose, reader.text("purpose", 32));
    KEYREEL_TRY(c.ephemeralHash, reader.byteArray<32>("reply"));
    KEYREEL_CHECK(reader.finish());
    return c;
}

}  // namespace

crypto::Digest ephemeralKeyHash(const crypto::SealingPublicKey& key) {
    Bytes input = toBytes("keyreel/ephemeral/v1");
    append(input, key.bytes());
    return crypto::sha256(input);
}

crypto::Digest capabilityHash(ByteView capability) {
    Bytes input = toBytes("keyreel/capability-hash/v1");
    append(input, capability);
    return crypto::sha256(input);
}

Result<Bytes> signCapability(const Capability& c, const crypto::SigningKey& gatewayKey) {
    KEYREEL_CHECK(checkBounds(c));
    if (c.issuer != gatewayKey.publicKey()) return invalid("it names another issuer than its signer.");
    const Value claims =
        Value::map()
            .put(kIss, Value::text(identity::toDidKey(c.issuer)))
            .put(kSub, Value::text(identity::toDidKey(c.account)))
            .put(kExp, Value::integer(c.expires))
            .put(kIat, Value::integer(c.issuedAt))
            .put(kCti, Value::bytes(c.id))
            .put(kCnf, Value::map().put(kCnfCoseKey, Value::map()
                                                         .put(kKeyType, Value::integer(kKeyTypeOkp))
                                                         .put(kCurve, Value::integer(kCurveEd25519))
                                                         .put(kKeyX, Value::bytes(c.device))))
            .put("content", Value::bytes(c.contentId))
            .put("tier", Value::text(c.tier))
            .put("purpose", Value::text(c.purpose))
            .put("reply", Value::bytes(c.ephemeralHash));
    return crypto::coseSign1(gatewayKey, cbor::encode(claims), asBytes(kDomain));
}

Result<Capability> verifyCapability(ByteView bytes, const crypto::PublicKey& gatewayKey, std::int64_t now) {
    if (enforced("capability_size") && bytes.size() > kMaxCapabilityBytes) return invalid("it is too large.");
    const auto message =
        crypto::coseVerify1(bytes, enforced("capability_signer") ? &gatewayKey : nullptr, asBytes(kDomain));
    if (!message) return invalid(message.error().what);
    auto capability = parse(message->payload);
    if (!capability) return invalid(capability.error().what);
    if (enforced("capability_bounds")) KEYREEL_CHECK(checkBounds(*capability));
    if (enforced("capability_issuer") && capability->issuer != gatewayKey)
        return invalid("it names another issuer than its signer.");
    if ((enforced("capability_expiry") && now > capability->expires) ||
        (enforced("capability_issued") && capability->issuedAt > now + kClockSkew))
        return fail(std::string(refusal::kCapExpired), "The capability has expired.",
                    "Ask the gateway for a new one, and check the clock.");
    return std::move(*capability);
}

}  // namespace keyreel::custody
