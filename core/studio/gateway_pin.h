#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/gateway/gateway_api.h"
#include "core/studio/places.h"

namespace keyreel::studio {

// A link carries no trust: the keys that a gateway of others showed when it was first met are kept in the
// profile, and no others are taken from it later.

/// What is kept of a gateway that was met before.
std::optional<gateway::GatewayInfo> rememberedGateway(const Places& places, const std::string& url);

/// Keeps the keys of a gateway that is met for the first time. Code `gateway_changed`: it was met with
/// others.
Result<gateway::GatewayInfo> pinGateway(const Places& places, const std::string& url,
                                        const gateway::GatewayInfo& shown);

}  // namespace keyreel::studio
