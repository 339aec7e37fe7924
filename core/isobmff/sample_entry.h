#pragma once

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "core/isobmff/box.h"
#include "core/isobmff/box_writer.h"
#include "core/isobmff/pssh.h"

namespace keyreel::isobmff {

/// What a `tenc` box or a `seig` sample group entry says (ISO/IEC 23001-7 sections 6 and 8.2).
struct EncryptionParameters {
    bool isProtected = false;
    std::uint8_t ivSize = 0;  ///< Per sample: 0, 8 or 16.
    std::uint8_t cryptBlocks = 0;
    std::uint8_t skipBlocks = 0;
    KeyId keyId{};
    Bytes constantIv;  ///< 8 or 16 bytes when protected with ivSize 0, else empty.
};

/// What a `sinf` box says.
struct ProtectionInfo {
    FourCc originalFormat = 0;
    FourCc scheme = 0;
    EncryptionParameters parameters;
};

/// Whether a handler or, when that tells nothing, a sample entry format means picture or sound.
enum class EntryKind { Other = 1, Video, Audio };
EntryKind entryKind(FourCc handler, FourCc format);

/// Where the child boxes of a sample entry start in its content: after the fields of VisualSampleEntry or
/// AudioSampleEntry (QuickTime's longer versions included). Code `box_malformed`.
Result<std::size_t> sampleEntryFields(const Box& entry, EntryKind kind, std::uint8_t stsdVersion);

/// Code `box_malformed`; `frma`, `schm`, `schi` and `tenc` must be there.
Result<ProtectionInfo> readProtection(const Box& sinf);

/// The fields shared by `tenc` and `seig`, from the byte that holds the pattern on. `patterned` is true for
/// tenc version 1 and for seig.
Result<EncryptionParameters> readEncryptionParameters(ByteView fields, bool patterned, const Box& place);

/// Its inverse, for tenc and seig alike: a version 0 tenc has no pattern, so both its numbers must be 0.
void writeEncryptionParameters(BoxWriter& out, const EncryptionParameters& parameters);

}  // namespace keyreel::isobmff
