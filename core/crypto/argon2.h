#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// What one guess costs.
struct Argon2Cost {
    std::uint32_t memoryKiB = 0;
    std::uint32_t passes = 0;
    std::uint32_t lanes = 1;
    friend bool operator==(const Argon2Cost&, const Argon2Cost&) = default;
};

struct Argon2Input {
    ByteView password;
    ByteView salt;             ///< At least 8 bytes.
    ByteView secret = {};      ///< RFC 9106 section 3.1, K.
    ByteView associated = {};  ///< RFC 9106 section 3.1, X.
};

/// Argon2id, version 1.3 (RFC 9106); `size` is 4 to 1024 bytes. Every parameter is the caller's to bound:
/// this takes as much memory and time as it is told to. Codes: `argon2_parameters`, `out_of_memory`.
/// Thread: any; uses one.
Result<SecretBytes> argon2id(const Argon2Input& input, const Argon2Cost& cost, std::size_t size);

}  // namespace keyreel::crypto
