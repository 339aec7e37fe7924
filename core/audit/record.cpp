#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/audit/chain.h"
#include "core/base/text.h"

namespace keyreel::audit {

namespace {

constexpr std::string_view kRecordDomain = "keyreel/audit/v1";
constexpr std::string_view kSignatureDomain = "keyreel/audit-signature/v1";

nlohmann::json jsonOf(const Fields& fields) {
    nlohmann::json out = nlohmann::json::object();
    for (const auto& [name, value] : fields)
        std::visit([&out, &name = name](const auto& held) { out[name] = held; }, value);
    return out;
}

// nlohmann::json keeps the members of an object sorted by their bytes and writes no white space: the
// canonical form.
nlohmann::json jsonOf(const Body& body) {
    return {{"event", body.event},
            {"fields", jsonOf(body.fields)},
            {"prev", toHex(body.prev)},
            {"seq", body.seq},
            {"time", body.time}};
}

}  // namespace

bool isName(std::string_view name) {
    if (name.empty() || name.size() > 64 || name.front() < 'a' || name.front() > 'z') return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

Body firstBody(const crypto::PublicKey& key, std::int64_t time, const std::optional<ClosedLog>& after) {
    Body body{1, {}, time, "audit_started", {{"key", toHex(key)}}};
    if (!after) return body;
    body.fields["closed_file"] = after->file;
    body.fields["closed_key"] = toHex(after->key);
    body.fields["closed_records"] = static_cast<std::int64_t>(after->records);
    body.fields["closed_head"] = toHex(after->head);
    return body;
}

crypto::Digest hashOf(const Body& body) {
    Bytes bytes = toBytes(kRecordDomain);
    append(bytes, jsonOf(body).dump());
    return crypto::sha256(bytes);
}

Bytes signedBytes(const crypto::Digest& hash) {
    Bytes bytes = toBytes(kSignatureDomain);
    append(bytes, hash);
    return bytes;
}

std::string lineOf(const Body& body, const crypto::Digest& hash, const crypto::Signature& signature) {
    nlohmann::json json = jsonOf(body);
    json["hash"] = toHex(hash);
    json["sig"] = toHex(signature);
    return json.dump();
}

}  // namespace keyreel::audit
