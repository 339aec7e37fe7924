#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace keyreel::studio {

/// The 16 bytes that name a film everywhere.
using ContentId = std::array<std::uint8_t, 16>;

/// `keyreel://HOST[:PORT]/CONTENTID`: where a film is, and which. Carries no key and no trust.
struct Link {
    std::string host;  ///< DNS name, IPv4 address, or IPv6 address without brackets.
    std::uint16_t port = 443;
    ContentId contentId{};

    /// Accepts surrounding white space; everything else is strict. Code `bad_link`.
    static Result<Link> parse(std::string_view text);
    /// The link of a film at a gateway whose base URL is `https://HOST[:PORT]`. Code `bad_link`.
    static Result<Link> of(std::string_view gatewayUrl, const ContentId& contentId);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string gatewayUrl() const;
};

}  // namespace keyreel::studio
