#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>

#include "core/base/byte_source.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/cenc/key_ring.h"

namespace keyreel::cenc {

/// Writes the clear file of the same structure: protection boxes turned into `free`, samples decrypted. The
/// output appears under its name only when it is complete and on the disk. Never succeeds on ciphertext:
/// codes as ClearView, and `not_protected` when there is nothing to decrypt; `cancelled`. Progress in bytes.
Status decryptFile(std::shared_ptr<ByteSource> input, std::shared_ptr<const KeyRing> keys,
                   const std::filesystem::path& output, std::stop_token stop, const ProgressSink& progress);

}  // namespace keyreel::cenc
