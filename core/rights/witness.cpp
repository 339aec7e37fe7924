#include "core/rights/witness.h"

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"

namespace keyreel::rights {

namespace {

constexpr std::string_view kDomain = "keyreel/witness/v1";
constexpr std::size_t kMaxWitnessBytes = 2048;
constexpr std::size_t kMaxHeadBytes = 1024;

Result<Witness> parse(ByteView payload) {
    KEYREEL_TRY(const cbor::Value value, cbor::decode(payload));
    KEYREEL_TRY(const auto* parts, value.asArray(2));
    KEYREEL_TRY(const std::string domain, (*parts)[0].asText());
    if (domain != kDomain) return fail("witness_invalid", "The signed statement is no witness.");
    cbor::MapReader reader((*parts)[1], "witness");
    Witness witness;
    KEYREEL_TRY(witness.party, reader.byteArray<32>("party"));
    KEYREEL_TRY(witness.head, reader.bytesUpTo("head", kMaxHeadBytes));
    KEYREEL_TRY(witness.time, reader.integer("time"));
    KEYREEL_CHECK(reader.finish());
    return witness;
}

}  // namespace

Result<Bytes> signWitness(const Witness& witness, const crypto::SigningKey& key) {
    if (witness.party != key.publicKey())
        return fail("statement_wrong_signer", "A witness must be signed by the party that it names.");
    return crypto::coseSign1(
        key, cbor::encode(cbor::Value::array(
                 {cbor::Value::text(kDomain), cbor::Value::map()
                                                  .put("party", cbor::Value::bytes(witness.party))
                                                  .put("head", cbor::Value::bytes(witness.head))
                                                  .put("time", cbor::Value::integer(witness.time))})));
}

Result<Witness> verifyWitness(ByteView bytes, const crypto::PublicKey& party) {
    const auto invalid = [](const std::string& what) { return fail("witness_invalid", "Witness: " + what); };
    if (bytes.size() > kMaxWitnessBytes) return invalid("it is too large.");
    const auto message = crypto::coseVerify1(bytes, &party);
    if (!message) return invalid(message.error().what);
    auto witness = parse(message->payload);
    if (!witness) return invalid(witness.error().what);
    if (witness->party != party) return invalid("it names another party than its signer.");
    return witness;
}

const char* toText(View view) {
    switch (view) {
        case View::Identical:
            return "identical";
        case View::Ahead:
            return "ahead";
        case View::Behind:
            return "behind";
        case View::Divergent:
            return "divergent";
    }
    return "divergent";
}

Result<View> compareHead(Replica& replica, ByteView head, const crypto::PublicKey& logKey) {
    if (head.empty()) return View::Behind;
    KEYREEL_TRY(const TreeHead theirs, verifyTreeHead(head, logKey));
    const auto own = replica.treeHead();
    if (!own || theirs.size > own->size) return View::Ahead;
    if (theirs.size == own->size && theirs.root == own->root) return View::Identical;
    const Status judged = replica.accept(head, {});
    // Another thread may have followed the log meanwhile.
    if (judged) return View::Identical;
    if (judged.error().code == "log_rollback") return View::Behind;
    if (judged.error().code == "log_fork") return View::Divergent;
    return tl::unexpected<Error>(judged.error());
}

}  // namespace keyreel::rights
