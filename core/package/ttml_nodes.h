#pragma once

#include <cstring>
#include <pugixml.hpp>
#include <string_view>

namespace keyreel::package {

/// Elements nested deeper than this are not looked at. Private to this room, as all of this file is.
inline constexpr int kMaxTtmlDepth = 64;

/// A name without its prefix.
inline std::string_view localName(const char* name) {
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

/// An attribute by its local name, whatever its prefix.
inline pugi::xml_attribute attributeOf(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (localName(attribute.name()) == name) return attribute;
    return {};
}

/// The first child of that local name, or none.
inline pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children())
        if (localName(child.name()) == name) return child;
    return {};
}

}  // namespace keyreel::package
