// Codec records and samples as files bring them.

#include <cstdlib>

#include "core/media/codec_records.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    unsigned lengthSize = 0;
    for (const bool hevc : {false, true})
        if (const Result<Bytes> record = media::withFourByteLengths(input, hevc, lengthSize))
            if (record->size() != size || lengthSize < 1 || lengthSize > 4) std::abort();
    (void)media::avcRecordFromAnnexB(input);
    (void)media::dOpsFromOpusHead(input);
    Bytes out;
    for (unsigned length = 1; length <= 3; ++length)
        (void)media::widenNalLengths(input, length, out);
    (void)media::lengthsFromStartCodes(input, out);
    if (const Result<bool> rewritten = media::withoutTemporalDelimiters(input, out);
        rewritten && *rewritten) {
        // What was cleaned is clean.
        Bytes again;
        const Result<bool> second = media::withoutTemporalDelimiters(out, again);
        if (out.size() >= size || !second || *second) std::abort();
    }
    return 0;
}
