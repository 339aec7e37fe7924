#pragma once

#include "core/base/result.h"

namespace keyreel::gateway {

/// What a person can do about an answer that makes no sense.
inline constexpr const char* kNonsenseNext =
    "Try again. If it stays so, tell whoever runs that server, or use another one.";

/// A result of understanding an answer: its error has a next step, whoever found the fault.
template <class T>
Result<T> understood(Result<T> result) {
    if (!result && result.error().next.empty()) result.error().next = kNonsenseNext;
    return result;
}

/// Whether the other side was not reached at all, so that trying again later can help.
inline bool isUnreachable(const Error& error) {
    return error.code == "gateway_unreachable" || error.code == "timeout";
}

}  // namespace keyreel::gateway
