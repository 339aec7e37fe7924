#pragma once

#include <cstddef>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::identity {

/// A QR code (ISO/IEC 18004) of bytes that may be secret: a square of `width` by `width` modules, without the
/// quiet zone.
struct QrCode {
    std::size_t width = 0;
    SecretBytes modules;  ///< Row by row, 1 dark and 0 light.

    [[nodiscard]] bool dark(std::size_t x, std::size_t y) const { return modules.view()[y * width + x] != 0; }
};

/// Error correction level M. Code `qr_too_long` for more than 1000 bytes. Thread: any.
Result<QrCode> qrCodeOf(ByteView content);

}  // namespace keyreel::identity
