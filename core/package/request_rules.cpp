#include "core/package/request_rules.h"

namespace keyreel::package {
namespace {

Status checkProtection(const PackageRequest& request) {
    const cenc::Pattern& pattern = request.pattern;
    if (pattern.crypt < 1 || pattern.crypt > 15 || pattern.skip > 15)
        return fail("request_invalid",
                    "A pattern has 1 to 15 encrypted blocks and 0 to 15 that are skipped.");
    const KeyRotation& rotation = request.rotation;
    if (!(rotation.seconds >= 0) || (rotation.seconds > 0 && rotation.segments > 0) ||
        (rotation.seconds > 0 && rotation.seconds < 0.1))
        return fail("request_invalid",
                    "Keys change after seconds (0.1 or more) or after segments, not both.");
    if (!(request.clearLeadSeconds >= 0))
        return fail("request_invalid", "A clear lead cannot be shorter than nothing.");
    for (const char c : request.hlsKeyUri)
        if (c < 0x21 || c > 0x7e || c == '"')
            return fail("request_invalid", "The key URI has characters that a playlist cannot carry.");
    return {};
}

}  // namespace

Status checkRequest(const PackageRequest& request) {
    if (!request.keyFor || request.folder.empty() || !(request.fragmentSeconds >= 0.1) ||
        request.fragmentSeconds > 60)
        return fail("request_invalid",
                    "Packaging needs a folder, a source of keys and fragments of 0.1 to 60 seconds.");
    KEYREEL_CHECK(checkProtection(request));
    if (request.protectionHeader && request.protectionHeader->scheme != request.scheme)
        return fail("request_invalid", "The protection header names another scheme than the package has.");
    return {};
}

}  // namespace keyreel::package
