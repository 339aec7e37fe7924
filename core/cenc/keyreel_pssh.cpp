#include "core/cenc/keyreel_pssh.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace keyreel::cenc {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxPayload = 4096;

tl::unexpected<Error> invalid(const std::string& why) {
    return fail("pssh_payload_invalid", "Keyreel's protection header " + why);
}

Status check(const KeyreelPssh& pssh) {
    const bool printable =
        std::all_of(pssh.suite.begin(), pssh.suite.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (pssh.suite.empty() || pssh.suite.size() > 64 || !printable) return invalid("names no suite.");
    if (pssh.threshold < 1 || pssh.threshold > 255) return invalid("has a threshold outside 1 to 255.");
    return {};
}

template <std::size_t N>
Status readHex(const Json& json, const char* name, std::array<std::uint8_t, N>& out) {
    if (!json.is_string()) return invalid(std::string("has no text in ") + name + ".");
    KEYREEL_TRY(out, fromHexExact<N>(json.get_ref<const std::string&>()));
    return {};
}

}  // namespace

Result<Bytes> KeyreelPssh::encode() const {
    KEYREEL_CHECK(check(*this));
    // nlohmann::json sorts keys: the text is the same for the same values.
    const Json json{{"content", toHex(contentId)},   {"nodes", toHex(nodeSet)},
                    {"policy", toHex(policyDigest)}, {"schema", kSchema},
                    {"scheme", schemeName(scheme)},  {"suite", suite},
                    {"threshold", threshold}};
    Bytes payload = toBytes(json.dump());
    if (payload.size() > kMaxPayload) return invalid("is too large.");
    return payload;
}

Result<KeyreelPssh> KeyreelPssh::parse(ByteView payload) {
    if (payload.size() > kMaxPayload)
        return fail("pssh_payload_too_large", "Keyreel's protection header has " +
                                                  std::to_string(payload.size()) +
                                                  " bytes; at most 4096 are allowed.");
    const Json json = Json::parse(payload.begin(), payload.end(), nullptr, false);
    if (!json.is_object()) return invalid("is not a JSON object.");
    static constexpr const char* kFields[] = {"content", "nodes", "policy",   "schema",
                                              "scheme",  "suite", "threshold"};
    for (const char* field : kFields)
        if (!json.contains(field)) return invalid(std::string("has no ") + field + ".");
    if (json.size() != std::size(kFields)) return invalid("has fields that are not known.");
    if (!json["schema"].is_number_unsigned() || json["schema"] != kSchema)
        return invalid("has an unknown schema.");
    if (!json["suite"].is_string() || !json["threshold"].is_number_unsigned())
        return invalid("has a field of the wrong type.");
    KeyreelPssh pssh;
    if (json["scheme"] == schemeName(Scheme::Cbcs))
        pssh.scheme = Scheme::Cbcs;
    else if (json["scheme"] != schemeName(Scheme::Cenc))
        return invalid("has an unknown scheme.");
    pssh.suite = json["suite"].get_ref<const std::string&>();
    const auto threshold = json["threshold"].get<std::uint64_t>();
    pssh.threshold = static_cast<std::uint32_t>(std::min<std::uint64_t>(threshold, 256));
    KEYREEL_CHECK(readHex(json["content"], "content", pssh.contentId));
    KEYREEL_CHECK(readHex(json["nodes"], "nodes", pssh.nodeSet));
    KEYREEL_CHECK(readHex(json["policy"], "policy", pssh.policyDigest));
    // One text per meaning: duplicate fields, white space and upper-case digits do not survive this.
    KEYREEL_TRY(const Bytes canonical, pssh.encode());
    if (!std::equal(canonical.begin(), canonical.end(), payload.begin(), payload.end()))
        return invalid("is not in canonical form.");
    return pssh;
}

Result<isobmff::Pssh> keyreelPssh(const KeyId& keyId, const KeyreelPssh& payload) {
    KEYREEL_TRY(Bytes data, payload.encode());
    return isobmff::Pssh{kKeyreelSystemId, {keyId}, std::move(data)};
}

isobmff::Pssh commonPssh(const KeyId& keyId) {
    return {kCommonSystemId, {keyId}, {}};
}

}  // namespace keyreel::cenc
