#pragma once

#include "core/base/result.h"

namespace keyreel::gateway {

/// Whether the other side was not reached at all, so that trying again later can help.
inline bool isUnreachable(const Error& error) {
    return error.code == "gateway_unreachable" || error.code == "timeout";
}

}  // namespace keyreel::gateway
