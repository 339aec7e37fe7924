#include "core/custody/padded_message.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"
#include "core/custody/enforced.h"

namespace keyreel::custody {

namespace {

constexpr std::array<std::size_t, 5> kBuckets{1024, 2048, 4096, 8192, kMaxMessageBytes};
constexpr std::size_t kLengthSize = 4;

/// 0 when no bucket is large enough.
std::size_t bucketFor(std::size_t bodySize, std::size_t least) {
    for (const std::size_t bucket : kBuckets)
        if (bucket >= least && bodySize <= bucket - kLengthSize) return bucket;
    return 0;
}

}  // namespace

Result<Bytes> padMessage(ByteView body, std::size_t least) {
    const std::size_t bucket = bucketFor(body.size(), least);
    if (bucket == 0)
        return fail("message_too_large", "The message has " + std::to_string(body.size()) +
                                             " bytes; the limit is " + std::to_string(kMaxMessageBytes) +
                                             ".");
    ByteWriter writer;
    writer.u32(static_cast<std::uint32_t>(body.size()));
    writer.bytes(body);
    writer.zeros(bucket - writer.size());
    return writer.take();
}

Result<ByteView> unpadMessage(ByteView message, std::size_t least) {
    const auto malformed = [](const char* what) { return fail("message_malformed", what); };
    if (enforced("message_length") &&
        std::find(kBuckets.begin(), kBuckets.end(), message.size()) == kBuckets.end())
        return malformed("The message does not have the size of a bucket.");
    ByteReader reader(message);
    const std::uint32_t size = reader.u32();
    const ByteView body = reader.bytes(size);
    if (reader.failed() || (enforced("message_length") && bucketFor(size, least) != message.size()))
        return malformed("The message's length does not fit its bucket.");
    for (const std::uint8_t byte : reader.bytes(reader.remaining()))
        if (enforced("padding_zero") && byte != 0) return malformed("The padding is not zero.");
    return body;
}

}  // namespace keyreel::custody
