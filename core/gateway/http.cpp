#include "core/gateway/http.h"

#include <algorithm>
#include <charconv>

namespace keyreel::gateway {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
    return -1;
}

bool isUnreserved(char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

class MemorySource final : public BodySource {
public:
    explicit MemorySource(Bytes bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_bytes.size(); }
    Result<std::size_t> read(MutableBytes out) override {
        const std::size_t count = std::min(out.size(), m_bytes.size() - m_position);
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_position), count, out.begin());
        m_position += count;
        return count;
    }

private:
    Bytes m_bytes;
    std::size_t m_position = 0;
};

bool isHostCharacter(char c) {
    return isUnreserved(c) || c == ':';
}

}  // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> HttpFields::find(std::string_view name) const {
    for (const Field& field : m_fields)
        if (equalsIgnoringCase(field.name, name)) return field.value;
    return std::nullopt;
}

std::string_view HttpFields::value(std::string_view name) const {
    return find(name).value_or(std::string_view());
}

std::size_t HttpFields::count(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(m_fields.begin(), m_fields.end(), [&](const Field& field) {
        return equalsIgnoringCase(field.name, name);
    }));
}

void HttpFields::set(std::string_view name, std::string value) {
    m_fields.erase(std::remove_if(m_fields.begin(), m_fields.end(),
                                  [&](const Field& field) { return equalsIgnoringCase(field.name, name); }),
                   m_fields.end());
    m_fields.push_back({std::string(name), std::move(value)});
}

void HttpFields::add(std::string name, std::string value) {
    m_fields.push_back({std::move(name), std::move(value)});
}

std::unique_ptr<BodySource> bytesSource(Bytes bytes) {
    return std::make_unique<MemorySource>(std::move(bytes));
}

Result<Url> Url::parse(std::string_view text) {
    const auto bad = [&](const std::string& why) {
        return fail("bad_url", "\"" + std::string(text.substr(0, 200)) + "\" " + why + ".",
                    "Give an address such as https://gateway.example:8443.");
    };
    constexpr std::string_view kScheme = "https://";
    if (text.size() > 4096) return bad("is too long");
    if (!equalsIgnoringCase(text.substr(0, kScheme.size()), kScheme))
        return bad("does not begin with https://");
    std::string_view rest = text.substr(kScheme.size());
    const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
    std::string_view authority = rest.substr(0, end);
    Url url;
    url.target = std::string(rest.substr(end));
    if (url.target.find('#') != std::string::npos) return bad("has a fragment");
    if (url.target.empty() || url.target.front() != '/') url.target.insert(0, "/");
    for (const char c : url.target)
        if (c <= ' ' || c >= 0x7f) return bad("has characters that must be percent-encoded");
    if (authority.find('@') != std::string_view::npos) return bad("names a user");
    std::string_view host;
    std::string_view port;
    if (!authority.empty() && authority.front() == '[') {
        const std::size_t close = authority.find(']');
        if (close == std::string_view::npos) return bad("has a broken IPv6 address");
        host = authority.substr(1, close - 1);
        port = authority.substr(close + 1);
    } else {
        const std::size_t colon = std::min(authority.find(':'), authority.size());
        host = authority.substr(0, colon);
        port = authority.substr(colon);
    }
    if (host.empty() || host.size() > 253 || !std::all_of(host.begin(), host.end(), isHostCharacter))
        return bad("has no usable host name");
    if (!port.empty()) {
        if (port.front() != ':') return bad("has no usable port");
        port.remove_prefix(1);
        unsigned number = 0;
        const auto [stop, error] = std::from_chars(port.data(), port.data() + port.size(), number);
        if (error != std::errc() || stop != port.data() + port.size() || number == 0 || number > 65535)
            return bad("has no usable port");
        url.port = static_cast<std::uint16_t>(number);
    }
    url.host.resize(host.size());
    std::transform(host.begin(), host.end(), url.host.begin(), lower);
    return url;
}

Result<Url> Url::resolve(std::string_view reference) const {
    if (reference.substr(0, 2) != "//" && !reference.empty() && reference.front() == '/')
        return parse(origin() + std::string(reference));
    return parse(reference);
}

std::string Url::authority() const {
    std::string out = host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != 443) out += ":" + std::to_string(port);
    return out;
}

std::string Url::origin() const {
    return "https://" + authority();
}

Result<std::string> percentDecode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out.push_back(text[i]);
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return fail("bad_url", "A '%' in the address is not followed by two hexadecimal digits.");
        out.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return out;
}

std::string percentEncode(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (isUnreserved(c)) {
            out.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

}  // namespace keyreel::gateway
