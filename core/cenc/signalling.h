#pragma once

#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/cenc/scheme.h"
#include "core/isobmff/pssh.h"

namespace keyreel::cenc {

/// Turns a clear initialization segment into a protected one (ISO/IEC 23001-7 section 4): every sample entry
/// becomes `encv` or `enca` by its track's handler and gets `sinf{frma, schm, schi{tenc}}`; the `pssh` boxes
/// go into `moov` after every `trak`. Codes: `already_signalled`, `handler_unsupported`, `box_malformed`
/// (with path and offset), `not_an_init_segment`.
Result<Bytes> signal(ByteView initSegment, const Protection& protection, std::span<const isobmff::Pssh> pssh);

/// The exact inverse: `strip(signal(x)) == x`. What is not signalled comes back unchanged. Code
/// `box_malformed`.
Result<Bytes> strip(ByteView initSegment);

}  // namespace keyreel::cenc
