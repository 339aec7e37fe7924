#include <cstddef>
#include <cstdint>

#include "core/gateway/byte_range.h"
#include "core/gateway/gateway_api.h"
#include "core/gateway/http.h"
#include "core/gateway/log_sync.h"
#include "core/gateway/message_signature.h"
#include "core/gateway/router.h"

/// What strangers send to a gateway before anything is verified: targets, ranges, signature fields, JSON,
/// heads.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    using namespace keyreel::gateway;
    if (size < 2) return 0;
    const ByteView bytes(data + 2, size - 2);
    const std::string text(asText(bytes));
    switch (data[0] % 6) {
        case 0: {
            HttpRequest request;
            (void)parseTarget(text, request);
            if (const auto url = Url::parse(text)) {
                if (Url::parse(url->text())->text() != url->text()) __builtin_trap();
            }
            break;
        }
        case 1: {
            const std::uint64_t length = data[1];
            const ByteRange range = parseRange("bytes=" + text, length);
            if (range.kind == ByteRange::Kind::Part &&
                (range.length == 0 || range.first >= length || range.length > length - range.first))
                __builtin_trap();
            break;
        }
        case 2: {
            SignedMessage message{"POST", "https://host/", {{"Content-Digest", contentDigest({})}}};
            message.fields.set("Signature-Input",
                               "keyreel=(\"@method\" \"@target-uri\" \"content-digest\")" + text);
            message.fields.set("Signature", "keyreel=:" + std::string(86, 'A') + "==:");
            if (verifyRequestSignature(message)) __builtin_trap();
            break;
        }
        case 3:
            if (const auto entry = catalogueEntryFromJson(bytes)) {
                if (!catalogueEntryFromJson(asBytes(toJson(*entry)))) __builtin_trap();
            }
            break;
        case 4:
            (void)capabilityRequestFromJson(bytes);
            (void)nodeListingsFromJson(bytes);
            (void)deviceOpeningsFromJson(bytes);
            if (const auto days = openingDaysFromJson(bytes))
                if (openingDaysFromJson(asBytes(toJson(*days))).value() != *days) __builtin_trap();
            break;
        default:
            (void)claimedTreeSize(bytes);
    }
    return 0;
}
