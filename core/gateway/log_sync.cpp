#include "core/gateway/log_sync.h"

#include <iterator>

#include "core/crypto/cbor.h"
#include "core/gateway/faults.h"

namespace keyreel::gateway {

namespace {

constexpr std::uint64_t kMaxNewEntries = std::uint64_t{1} << 20;
constexpr std::uint64_t kCoseSign1Tag = 18;
constexpr std::int64_t kClockSkew = 60;

}  // namespace

Result<std::uint64_t> claimedTreeSize(ByteView head) {
    KEYREEL_TRY(const cbor::Value message, cbor::decode(head));
    KEYREEL_TRY(const cbor::Value* parts, message.asTag(kCoseSign1Tag));
    KEYREEL_TRY(const std::vector<cbor::Value>* items, parts->asArray(4));
    KEYREEL_TRY(const ByteView payload, (*items)[2].asBytes());
    KEYREEL_TRY(const cbor::Value content, cbor::decode(payload));
    KEYREEL_TRY(const std::vector<cbor::Value>* fields, content.asArray(2));
    const cbor::Value* size = (*fields)[1].find("size");
    if (size == nullptr) return fail("cbor_missing", "The tree head names no size.");
    return size->asUint();
}

Status syncReplica(const GatewayClient& gateway, rights::Replica& replica, std::stop_token stop,
                   std::int64_t renewAfter) {
    KEYREEL_TRY(const Bytes head, gateway.logHead(stop));
    KEYREEL_TRY(const std::uint64_t size, understood(claimedTreeSize(head)));
    const std::uint64_t known = replica.size();
    const auto age = replica.headAge();
    // A head from the future is one of a clock that was wrong.
    if (size == known && age && *age > -kClockSkew && *age < renewAfter) return {};
    std::vector<Bytes> entries;
    std::vector<crypto::Digest> proof;
    if (size > known) {
        if (size - known > kMaxNewEntries)
            return fail("log_too_long",
                        "The rights log claims " + std::to_string(size - known) + " new entries at once.",
                        "Check that this is the right gateway.");
        while (entries.size() < size - known) {
            KEYREEL_TRY(std::vector<Bytes> page, gateway.logEntries(known + entries.size(), size, stop));
            if (page.empty() || page.size() > size - known - entries.size())
                return fail("bad_response", "The gateway sent other log entries than it was asked for.",
                            kNonsenseNext);
            std::move(page.begin(), page.end(), std::back_inserter(entries));
        }
        if (known > 0) {
            KEYREEL_TRY(proof, gateway.consistencyProof(known, size, stop));
        }
    }
    return replica.accept(head, entries, proof);
}

}  // namespace keyreel::gateway
