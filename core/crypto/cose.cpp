#include "core/crypto/cose.h"

#include <string>

#include "core/crypto/cbor.h"
#include "core/crypto/suites.h"

namespace keyreel::crypto {

namespace {

constexpr std::uint64_t kTagSign1 = 18;       // RFC 9052 section 2
constexpr int kHeaderAlgorithm = 1;           // RFC 9052 section 3.1
constexpr int kHeaderKid = 4;                 // RFC 9052 section 3.1
constexpr int kHeaderLatticeKey = -65537;     // private use
constexpr int kAlgorithmEdDsa = -8;           // RFC 9053 section 2.2
constexpr int kAlgorithmEdDsaMlDsa = -65537;  // private use: both of HybridSigningKey

cbor::Value headerOf(int algorithm, const PublicKey& kid) {
    return cbor::Value::map()
        .put(kHeaderAlgorithm, cbor::Value::integer(algorithm))
        .put(kHeaderKid, cbor::Value::bytes(kid));
}

Bytes encoded(ByteView header, ByteView payload, ByteView signature) {
    return cbor::encode(cbor::Value::tag(
        kTagSign1, cbor::Value::array({cbor::Value::bytes(header), cbor::Value::map(),
                                       cbor::Value::bytes(payload), cbor::Value::bytes(signature)})));
}

/// What a message says before anything of it is believed.
struct Parts {
    Bytes header;
    HybridPublicKey key;  ///< The second half only when `isHybrid`.
    bool isHybrid = false;
    Bytes payload;
    Bytes signature;

    [[nodiscard]] bool isSigned(ByteView externalAad) const {
        const Bytes message = coseSigStructure(header, externalAad, payload);
        if (isHybrid && hasSuite(kSuiteHybrid)) return verifyHybrid(key, message, signature);
        return verify(key.classic, message, ByteView(signature).first(std::tuple_size_v<Signature>));
    }

    [[nodiscard]] std::optional<Digest> latticeKey() const {
        return isHybrid ? std::optional(sha256(key.lattice)) : std::nullopt;
    }
};

Result<Parts> parse(ByteView message) {
    KEYREEL_TRY(const cbor::Value outer, cbor::decode(message));
    KEYREEL_TRY(const cbor::Value* content, outer.asTag(kTagSign1));
    KEYREEL_TRY(const std::vector<cbor::Value>* items, content->asArray(4));
    Parts parts;
    KEYREEL_TRY(const ByteView header, (*items)[0].asBytes());
    parts.header = toBytes(header);
    KEYREEL_TRY(const cbor::Value headerMap, cbor::decode(header));
    cbor::MapReader reader(headerMap, "protected header");
    KEYREEL_TRY(const std::int64_t algorithm, reader.integer(kHeaderAlgorithm));
    parts.isHybrid = algorithm == kAlgorithmEdDsaMlDsa;
    if (!parts.isHybrid && algorithm != kAlgorithmEdDsa)
        return fail("cose_malformed", "the algorithm is neither EdDSA nor EdDSA with ML-DSA.");
    KEYREEL_TRY(parts.key.classic, reader.byteArray<32>(kHeaderKid));
    if (parts.isHybrid) {
        KEYREEL_TRY(parts.key.lattice, reader.byteArray<kMlDsaPublicKeySize>(kHeaderLatticeKey));
    }
    KEYREEL_CHECK(reader.finish());
    if ((*items)[1] != cbor::Value::map())
        return fail("cose_malformed", "the unprotected header is not empty.");
    KEYREEL_TRY(const ByteView payload, (*items)[2].asBytes());
    parts.payload = toBytes(payload);
    KEYREEL_TRY(const ByteView signature, (*items)[3].asBytes());
    if (signature.size() != (parts.isHybrid ? kHybridSignatureSize : std::tuple_size_v<Signature>))
        return fail("cose_malformed", "the signature has another size than its algorithm's.");
    parts.signature = toBytes(signature);
    return parts;
}

Error malformed(const std::string& why) {
    return {"cose_malformed", "The signed message is not a COSE_Sign1 of this program: " + why, ""};
}

Result<CoseSign1> verified(Parts parts, ByteView externalAad) {
    if (!parts.isSigned(externalAad))
        return fail("cose_bad_signature", "The signature does not fit the message.");
    return CoseSign1{parts.key.classic, std::move(parts.payload), parts.latticeKey()};
}

}  // namespace

Bytes coseSigStructure(ByteView protectedHeader, ByteView externalAad, ByteView payload) {
    return cbor::encode(
        cbor::Value::array({cbor::Value::text("Signature1"), cbor::Value::bytes(protectedHeader),
                            cbor::Value::bytes(externalAad), cbor::Value::bytes(payload)}));
}

Bytes coseSign1(const SigningKey& key, ByteView payload, ByteView externalAad) {
    const Bytes header = cbor::encode(headerOf(kAlgorithmEdDsa, key.publicKey()));
    return encoded(header, payload, key.sign(coseSigStructure(header, externalAad, payload)));
}

Bytes coseSign1(const HybridSigningKey& key, ByteView payload, ByteView externalAad) {
    const Bytes header =
        cbor::encode(headerOf(kAlgorithmEdDsaMlDsa, key.publicKey().classic)
                         .put(kHeaderLatticeKey, cbor::Value::bytes(key.publicKey().lattice)));
    return encoded(header, payload, key.sign(coseSigStructure(header, externalAad, payload)));
}

Result<CoseSign1> coseVerify1(ByteView message, const PublicKey* expected, ByteView externalAad) {
    auto parts = parse(message);
    if (!parts) return tl::unexpected<Error>(malformed(parts.error().what));
    if (parts->isHybrid) return tl::unexpected<Error>(malformed("the algorithm is not EdDSA."));
    if (expected != nullptr && *expected != parts->key.classic)
        return fail("cose_wrong_key",
                    "The message is signed by another key than the one it has to be signed by.");
    return verified(std::move(*parts), externalAad);
}

Result<CoseSign1> coseVerifyEither(ByteView message, ByteView externalAad) {
    auto parts = parse(message);
    if (!parts) return tl::unexpected<Error>(malformed(parts.error().what));
    return verified(std::move(*parts), externalAad);
}

std::optional<Digest> claimedLatticeKey(ByteView message) {
    if (message.size() < kHybridSignatureSize) return std::nullopt;
    const auto parts = parse(message);
    return parts ? parts->latticeKey() : std::nullopt;
}

}  // namespace keyreel::crypto
