#pragma once

#include <nlohmann/json.hpp>
#include <string>

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

}  // namespace keyreel::studio
