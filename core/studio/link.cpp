#include "core/studio/link.h"

#include <charconv>

#include "core/base/text.h"

namespace keyreel::studio {
namespace {

constexpr std::string_view kScheme = "keyreel://";
constexpr std::string_view kHttps = "https://";
constexpr std::size_t kMaxHost = 253;  // RFC 1035 section 2.3.4

tl::unexpected<Error> badLink(std::string_view text, const std::string& why) {
    return fail("bad_link", "'" + std::string(text.substr(0, 80)) + "' is not a film link: " + why + ".",
                "A film link looks like keyreel://host/5f2a..., with 32 digits at its end.");
}

bool isHostCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// Reads HOST[:PORT] or [IPV6][:PORT].
Result<Link> parseAuthority(std::string_view authority, std::string_view whole) {
    Link link;
    std::string_view rest;
    if (authority.substr(0, 1) == "[") {
        const auto end = authority.find(']');
        if (end == std::string_view::npos) return badLink(whole, "a bracket is not closed");
        link.host = std::string(authority.substr(1, end - 1));
        for (const char c : link.host)
            if (!(isHostCharacter(c) || c == ':'))
                return badLink(whole, "its host is not a name or an address");
        rest = authority.substr(end + 1);
    } else {
        const auto colon = authority.find(':');
        link.host = std::string(authority.substr(0, colon));
        for (const char c : link.host)
            if (!isHostCharacter(c)) return badLink(whole, "its host is not a name or an address");
        rest = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
    }
    if (link.host.empty() || link.host.size() > kMaxHost) return badLink(whole, "it names no host");
    if (!rest.empty()) {
        const std::string_view digits = rest.substr(1);
        std::uint16_t port = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
        if (rest.front() != ':' || error != std::errc() || end != digits.data() + digits.size() || port == 0)
            return badLink(whole, "its port is not a number from 1 to 65535");
        link.port = port;
    }
    return link;
}

std::string authorityOf(const Link& link) {
    std::string out = link.host.find(':') == std::string::npos ? link.host : "[" + link.host + "]";
    if (link.port != 443) out += ":" + std::to_string(link.port);
    return out;
}

}  // namespace

Result<Link> Link::parse(std::string_view text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    if (text.substr(0, kScheme.size()) != kScheme) return badLink(text, "it does not begin with keyreel://");
    const std::string_view body = text.substr(kScheme.size());
    const auto slash = body.find('/');
    if (slash == std::string_view::npos) return badLink(text, "it names no film");
    KEYREEL_TRY(Link link, parseAuthority(body.substr(0, slash), text));
    auto id = fromHexExact<16>(body.substr(slash + 1));
    if (!id) return badLink(text, "the film's id is not 32 hexadecimal digits");
    link.contentId = *id;
    return link;
}

Result<Link> Link::of(std::string_view gatewayUrl, const ContentId& contentId) {
    if (gatewayUrl.substr(0, kHttps.size()) != kHttps)
        return badLink(gatewayUrl, "the gateway is not at https://");
    std::string_view authority = gatewayUrl.substr(kHttps.size());
    if (!authority.empty() && authority.back() == '/') authority.remove_suffix(1);
    KEYREEL_TRY(Link link, parseAuthority(authority, gatewayUrl));
    link.contentId = contentId;
    return link;
}

std::string Link::text() const {
    return std::string(kScheme) + authorityOf(*this) + "/" + toHex(contentId);
}

std::string Link::gatewayUrl() const {
    return std::string(kHttps) + authorityOf(*this);
}

}  // namespace keyreel::studio
