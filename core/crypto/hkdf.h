#pragma once

#include <cstddef>

#include "core/base/bytes.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// HKDF-Extract with SHA-256 (RFC 5869 section 2.2): 32 bytes. An empty salt stands for 32 zero bytes.
/// Thread: any.
SecretBytes hkdfSha256Extract(ByteView salt, ByteView ikm);

/// HKDF-Expand with SHA-256 (RFC 5869 section 2.3). `size` from 1 to 8160 (255 * 32); anything else ends the
/// process.
SecretBytes hkdfSha256Expand(ByteView prk, ByteView info, std::size_t size);

/// HKDF-SHA-256, extract then expand (RFC 5869 section 2). `size` as in `hkdfSha256Expand`.
SecretBytes hkdfSha256(ByteView ikm, ByteView salt, ByteView info, std::size_t size);

}  // namespace keyreel::crypto
