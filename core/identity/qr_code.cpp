#include "core/identity/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace keyreel::identity {

namespace {

struct FreeWiped {
    void operator()(QRcode* code) const {
        wipe({code->data, static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width)});
        QRcode_free(code);
    }
};

}  // namespace

Result<QrCode> qrCodeOf(ByteView content) {
    if (content.empty() || content.size() > 1000)
        return fail("qr_too_long", "A QR code here holds 1 to 1000 bytes.");
    const std::unique_ptr<QRcode, FreeWiped> code(
        QRcode_encodeData(static_cast<int>(content.size()), content.data(), 0, QR_ECLEVEL_M));
    if (!code) return fail("qr_too_long", "The QR code could not be made.");
    QrCode out;
    out.width = static_cast<std::size_t>(code->width);
    out.modules = SecretBytes(out.width * out.width);
    // The lowest bit is the module's colour, the others say what part of the code it is.
    for (std::size_t i = 0; i < out.modules.size(); ++i)
        out.modules.mutableView()[i] = code->data[i] & 1U;
    return out;
}

}  // namespace keyreel::identity
