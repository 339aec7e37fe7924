#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace keyreel::adaptive {

/// The lines of a playlist (RFC 8216bis section 4.1), counted for errors.
class HlsLines {
public:
    explicit HlsLines(std::string_view text) : m_rest(text) {}
    /// The next line that is not empty, without spaces around it.
    std::optional<std::string_view> next();
    [[nodiscard]] std::size_t number() const { return m_number; }

private:
    std::string_view m_rest;
    std::size_t m_number = 0;
};

/// An attribute list (section 4.2), quoted strings without their quotes; what is malformed ends it.
class HlsAttributes {
public:
    explicit HlsAttributes(std::string_view list);
    /// Empty when there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return m_values.find(name) != m_values.end(); }
    [[nodiscard]] std::uint64_t number(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

/// Takes a decimal integer off the front; nothing when there is none, or it does not fit.
std::optional<std::uint64_t> takeInteger(std::string_view& text);

}  // namespace keyreel::adaptive
