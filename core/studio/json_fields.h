#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace keyreel::studio {

/// The value of a field, or `fallback` when it is absent or of another type. For files of our own that an
/// older or newer Keyreel may have written; never for signed structures. Include in .cpp files only.
template <class T>
T fieldOr(const nlohmann::json& object, const char* name, T fallback) {
    const auto found = object.find(name);
    if (found == object.end()) return fallback;
    if constexpr (std::is_same_v<T, std::string>) {
        return found->is_string() ? found->get<std::string>() : fallback;
    } else if constexpr (std::is_same_v<T, bool>) {
        return found->is_boolean() ? found->get<bool>() : fallback;
    } else if constexpr (std::is_unsigned_v<T>) {
        return found->is_number_unsigned() ? found->get<T>() : fallback;
    } else {
        return found->is_number() ? found->get<T>() : fallback;
    }
}

/// The texts of an array; none when it is absent or something else.
inline std::vector<std::string> textsOr(const nlohmann::json& object, const char* name) {
    std::vector<std::string> texts;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_array()) return texts;
    for (const auto& each : *found)
        if (each.is_string()) texts.push_back(each.get<std::string>());
    return texts;
}

}  // namespace keyreel::studio
