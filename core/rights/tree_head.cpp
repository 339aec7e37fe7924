#include "core/rights/tree_head.h"

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"

namespace keyreel::rights {

namespace {

constexpr std::string_view kDomain = "keyreel/tree-head/v1";
constexpr std::size_t kMaxHeadBytes = 1024;

Result<TreeHead> parse(ByteView payload) {
    KEYREEL_TRY(const cbor::Value value, cbor::decode(payload));
    KEYREEL_TRY(const auto* parts, value.asArray(2));
    KEYREEL_TRY(const std::string domain, (*parts)[0].asText());
    if (domain != kDomain) return fail("head_malformed", "The signed statement is no tree head.");
    cbor::MapReader reader((*parts)[1], "tree head");
    TreeHead head;
    KEYREEL_TRY(head.size, reader.uint("size"));
    KEYREEL_TRY(head.root, reader.byteArray<32>("root"));
    KEYREEL_TRY(head.timestamp, reader.integer("timestamp"));
    KEYREEL_CHECK(reader.finish());
    return head;
}

}  // namespace

Result<Bytes> signTreeHead(const TreeHead& head, const crypto::SigningKey& logKey) {
    const cbor::Value value = cbor::Value::array(
        {cbor::Value::text(kDomain), cbor::Value::map()
                                         .put("size", cbor::Value::uint(head.size))
                                         .put("root", cbor::Value::bytes(head.root))
                                         .put("timestamp", cbor::Value::integer(head.timestamp))});
    return crypto::coseSign1(logKey, cbor::encode(value));
}

Result<TreeHead> verifyTreeHead(ByteView bytes, const crypto::PublicKey& logKey) {
    if (bytes.size() > kMaxHeadBytes)
        return fail("head_malformed", "The tree head is larger than 1024 bytes.");
    auto signedHead = crypto::coseVerify1(bytes, &logKey);
    if (!signedHead)
        return fail(signedHead.error().code == "cose_malformed" ? "head_malformed" : "head_bad_signature",
                    "Tree head: " + signedHead.error().what,
                    "The gateway may have been replaced; check its log key.");
    auto head = parse(signedHead->payload);
    if (!head) return fail("head_malformed", "Tree head: " + head.error().what);
    return head;
}

}  // namespace keyreel::rights
