#include "core/studio/gateway_pin.h"

#include "core/base/file.h"
#include "core/base/text.h"

namespace keyreel::studio {
namespace {

constexpr std::uint64_t kMaxPinFile = 64 * 1024;

std::filesystem::path pinOf(const Places& places, const std::string& url) {
    std::string name;
    for (const char c : url)
        name += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ? c : '_';
    return places.profile / "gateways" / name.substr(0, 200);
}

}  // namespace

std::optional<gateway::GatewayInfo> rememberedGateway(const Places& places, const std::string& url) {
    const auto kept = readFile(pinOf(places, url), kMaxPinFile);
    if (!kept || kept->size() != 130) return std::nullopt;
    const auto logKey = fromHexExact<32>(asText(*kept).substr(0, 64));
    const auto capabilityKey = fromHexExact<32>(asText(*kept).substr(65, 64));
    if (!logKey || !capabilityKey) return std::nullopt;
    gateway::GatewayInfo info;
    info.logKey = *logKey;
    info.capabilityKey = *capabilityKey;
    return info;
}

Result<gateway::GatewayInfo> pinGateway(const Places& places, const std::string& url,
                                        const gateway::GatewayInfo& shown) {
    const auto path = pinOf(places, url);
    const std::string keys = toHex(shown.logKey) + "\n" + toHex(shown.capabilityKey) + "\n";
    if (const auto known = readFile(path, kMaxPinFile)) {
        if (asText(*known) != keys)
            return fail(
                "gateway_changed",
                url + " shows other keys than when it was first met. Nothing was done there.",
                "Ask who runs the gateway whether they replaced it, then remove " + path.string() + ".");
        return shown;
    }
    KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
    KEYREEL_CHECK(writeFileAtomically(path, asBytes(keys)));
    return shown;
}

}  // namespace keyreel::studio
