#include "core/adaptive/hls_lines.h"

#include <charconv>

namespace keyreel::adaptive {
namespace {

constexpr std::size_t kMaxAttributes = 64;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

std::optional<std::string_view> HlsLines::next() {
    while (!m_rest.empty()) {
        const std::size_t end = m_rest.find('\n');
        const std::string_view line = trimmed(m_rest.substr(0, end));
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        ++m_number;
        if (!line.empty()) return line;
    }
    return std::nullopt;
}

HlsAttributes::HlsAttributes(std::string_view list) {
    while (!list.empty() && m_values.size() < kMaxAttributes) {
        const std::size_t equals = list.find('=');
        if (equals == std::string_view::npos) return;
        const std::string name(trimmed(list.substr(0, equals)));
        list.remove_prefix(equals + 1);
        std::string_view value;
        if (list.starts_with('"')) {
            const std::size_t end = list.find('"', 1);
            if (end == std::string_view::npos) return;
            value = list.substr(1, end - 1);
            list.remove_prefix(end + 1);
        } else {
            value = list.substr(0, list.find(','));
            list.remove_prefix(value.size());
        }
        m_values.emplace(name, trimmed(value));
        if (list.starts_with(',')) list.remove_prefix(1);
    }
}

std::string_view HlsAttributes::operator[](std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string_view() : std::string_view(found->second);
}

std::uint64_t HlsAttributes::number(std::string_view name) const {
    std::string_view text = (*this)[name];
    return takeInteger(text).value_or(0);
}

std::optional<std::uint64_t> takeInteger(std::string_view& text) {
    std::uint64_t value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
    return value;
}

}  // namespace keyreel::adaptive
