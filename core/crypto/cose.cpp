#include "core/crypto/cose.h"

#include "core/crypto/cbor.h"

namespace keyreel::crypto {

namespace {

constexpr std::uint64_t kTagSign1 = 18;  // RFC 9052 section 2
constexpr int kHeaderAlgorithm = 1;      // RFC 9052 section 3.1
constexpr int kHeaderKid = 4;            // RFC 9052 section 3.1
constexpr int kAlgorithmEdDsa = -8;      // RFC 9053 section 2.2

Bytes protectedHeader(const PublicKey& kid) {
    return cbor::encode(cbor::Value::map()
                            .put(kHeaderAlgorithm, cbor::Value::integer(kAlgorithmEdDsa))
                            .put(kHeaderKid, cbor::Value::bytes(kid)));
}

/// What a message says before anything of it is believed.
struct Parts {
    Bytes header;
    PublicKey kid{};
    Bytes payload;
    Signature signature{};
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
    if (algorithm != kAlgorithmEdDsa) return fail("cose_malformed", "the algorithm is not EdDSA.");
    KEYREEL_TRY(parts.kid, reader.byteArray<32>(kHeaderKid));
    KEYREEL_CHECK(reader.finish());
    if ((*items)[1] != cbor::Value::map())
        return fail("cose_malformed", "the unprotected header is not empty.");
    KEYREEL_TRY(const ByteView payload, (*items)[2].asBytes());
    parts.payload = toBytes(payload);
    KEYREEL_TRY(parts.signature, (*items)[3].asByteArray<64>());
    return parts;
}

}  // namespace

Bytes coseSigStructure(ByteView protectedHeader, ByteView externalAad, ByteView payload) {
    return cbor::encode(
        cbor::Value::array({cbor::Value::text("Signature1"), cbor::Value::bytes(protectedHeader),
                            cbor::Value::bytes(externalAad), cbor::Value::bytes(payload)}));
}

Bytes coseSign1(const SigningKey& key, ByteView payload, ByteView externalAad) {
    const Bytes header = protectedHeader(key.publicKey());
    const Signature signature = key.sign(coseSigStructure(header, externalAad, payload));
    return cbor::encode(cbor::Value::tag(
        kTagSign1, cbor::Value::array({cbor::Value::bytes(header), cbor::Value::map(),
                                       cbor::Value::bytes(payload), cbor::Value::bytes(signature)})));
}

Result<CoseSign1> coseVerify1(ByteView message, const PublicKey* expected, ByteView externalAad) {
    auto parts = parse(message);
    if (!parts)
        return fail("cose_malformed",
                    "The signed message is not a COSE_Sign1 of this program: " + parts.error().what);
    if (expected != nullptr && *expected != parts->kid)
        return fail("cose_wrong_key",
                    "The message is signed by another key than the one it has to be signed by.");
    if (!verify(parts->kid, coseSigStructure(parts->header, externalAad, parts->payload), parts->signature))
        return fail("cose_bad_signature", "The signature does not fit the message.");
    return CoseSign1{parts->kid, std::move(parts->payload)};
}

}  // namespace keyreel::crypto
