#pragma once

#include <string_view>

namespace keyreel::custody::refusal {

// The stable codes of a key node, in the order of its checks.
inline constexpr std::string_view kBadRequest = "bad_request";  ///< Sizes, types, padding, unknown fields.
inline constexpr std::string_view kCapInvalid =
    "cap_invalid";  ///< Not signed by the gateway, or about something else.
inline constexpr std::string_view kCapExpired = "cap_expired";
inline constexpr std::string_view kPopMissing = "pop_missing";
inline constexpr std::string_view kPopInvalid = "pop_invalid";
inline constexpr std::string_view kPopStale = "pop_stale";
inline constexpr std::string_view kReplayed = "replayed";
inline constexpr std::string_view kBusy = "busy";  ///< The nonce store is full, or waits out a restart.
inline constexpr std::string_view kDeviceUnknown = "device_unknown";
inline constexpr std::string_view kDeviceRevoked = "device_revoked";
inline constexpr std::string_view kNoAccess = "no_access";
inline constexpr std::string_view kOfflineForbidden =
    "offline_forbidden";  ///< The creator allows no offline lease.
inline constexpr std::string_view kStaleReplica = "stale_replica";
/// The film's record names another suite than the share or the reply key comes with.
inline constexpr std::string_view kSuiteRequired = "suite_required";
/// The node's OpenSSL lacks the share's suite, or the share is older than its key of that suite.
inline constexpr std::string_view kSuiteUnsupported = "suite_unsupported";
inline constexpr std::string_view kShareMismatch = "share_mismatch";
/// Asked too often; said as HTTP 429, before the node looks at the request and without a record.
inline constexpr std::string_view kRateLimited = "rate_limited";
inline constexpr std::string_view kUnavailable = "unavailable";  ///< The node could not keep its records.

}  // namespace keyreel::custody::refusal
