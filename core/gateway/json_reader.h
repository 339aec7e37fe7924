#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/text.h"

namespace keyreel::gateway {

/// Parses JSON of this API without exceptions; nesting is bounded by the caller's body limit and this room's
/// flat documents. Code `bad_json`.
inline Result<nlohmann::json> parseJson(ByteView bytes) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = static_cast<char>(bytes[i]);
        if (quoted) {
            if (c == '\\') ++i;
            quoted = c != '"';
            continue;
        }
        if (c == '"') quoted = true;
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (depth > 16) return fail("bad_json", "The JSON document is nested too deeply.");
    }
    nlohmann::json value = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!value.is_object()) return fail("bad_json", "The body is no JSON object.");
    return value;
}

/// Reads the fields of one JSON object, each with its bound. Private to the gateway's .cpp files. Code
/// `bad_json`.
class JsonReader {
public:
    JsonReader(const nlohmann::json& value, std::string name) : m_value(value), m_name(std::move(name)) {}

    [[nodiscard]] bool has(const char* field) const { return m_value.is_object() && m_value.contains(field); }

    Result<std::string> text(const char* field, std::size_t limit,
                             std::optional<std::string> absent = {}) const {
        const nlohmann::json* found = find(field);
        if (found == nullptr && absent) return *absent;
        if (found == nullptr || !found->is_string()) return bad(field, "is no text");
        const auto& value = found->get_ref<const std::string&>();
        if (value.size() > limit) return bad(field, "is too long");
        return value;
    }

    Result<std::uint64_t> number(const char* field, std::uint64_t limit,
                                 std::optional<std::uint64_t> absent = {}) const {
        const nlohmann::json* found = find(field);
        if (found == nullptr && absent) return *absent;
        if (found == nullptr || !found->is_number_unsigned()) return bad(field, "is no whole number");
        const auto value = found->get<std::uint64_t>();
        if (value > limit) return bad(field, "is too large");
        return value;
    }

    Result<bool> boolean(const char* field, bool absent) const {
        const nlohmann::json* found = find(field);
        if (found == nullptr) return absent;
        if (!found->is_boolean()) return bad(field, "is neither true nor false");
        return found->get<bool>();
    }

    template <std::size_t N>
    Result<std::array<std::uint8_t, N>> hex(const char* field) const {
        KEYREEL_TRY(const std::string value, text(field, 2 * N));
        const auto bytes = fromHexExact<N>(value);
        if (!bytes) return bad(field, "is not hexadecimal of " + std::to_string(N) + " bytes");
        return *bytes;
    }

    /// An absent field is an empty list.
    Result<const nlohmann::json*> array(const char* field, std::size_t limit) const {
        static const nlohmann::json empty = nlohmann::json::array();
        const nlohmann::json* found = find(field);
        if (found == nullptr) return &empty;
        if (!found->is_array()) return bad(field, "is no list");
        if (found->size() > limit) return bad(field, "is too long");
        return found;
    }

private:
    const nlohmann::json* find(const char* field) const {
        if (!m_value.is_object()) return nullptr;
        const auto found = m_value.find(field);
        return found == m_value.end() ? nullptr : &*found;
    }
    tl::unexpected<Error> bad(const char* field, const std::string& why) const {
        return fail("bad_json",
                    "The field \"" + std::string(field) + "\" of the " + m_name + " " + why + ".");
    }

    const nlohmann::json& m_value;
    std::string m_name;
};

}  // namespace keyreel::gateway
