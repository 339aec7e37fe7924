#pragma once

// Inside core/crypto and its tests: the split with the coefficients given, so that golden values can fix it.

#include <vector>

#include "core/base/bytes.h"
#include "core/crypto/shamir.h"

namespace keyreel::crypto {

/// Shares 1..count of the polynomials whose constant terms are `secret` and whose k-th coefficients, k
/// = 1..t-1, are `coefficients[(k-1) * secret.size() ...]`.
std::vector<Share> splitWith(ByteView secret, ByteView coefficients, unsigned count);

}  // namespace keyreel::crypto
