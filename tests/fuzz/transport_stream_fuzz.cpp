// Packets of an MPEG transport stream as a broadcast or a damaged file brings them.

#include <cstdlib>

#include "core/base/byte_io.h"
#include "core/media/codec_records.h"
#include "core/media/hevc_stream.h"
#include "core/media/transport_stream.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    if (const auto header = media::adtsHeader(input))
        if (header->size < 7 || header->frameSize < header->size || header->sampleRate == 0 ||
            header->configuration.size() < 2)
            std::abort();
    (void)media::isAvcIdr(input);
    (void)media::isHevcIdr(input);
    if (const Result<Bytes> record = media::hevcRecordFromAnnexB(input)) {
        Bytes sample;
        // Its own parameter sets are known, so nothing in it can change the coding.
        const Status rewritten = media::hevcSampleFromAnnexB(input, *record, sample);
        if (!rewritten && rewritten.error().code == "media_changes_coding") std::abort();
        ByteReader units(sample);
        while (rewritten && !units.atEnd() && !units.failed())
            (void)units.bytes(units.u32());
        if (units.failed()) std::abort();
    }
    // The parameter sets of the packet itself: then all of it but these belongs to the sample.
    const Result<Bytes> record = media::avcRecordFromAnnexB(input);
    if (!record) return 0;
    Bytes sample;
    if (const Status rewritten = media::avcSampleFromAnnexB(input, *record, sample); !rewritten) return 0;
    ByteReader units(sample);
    while (!units.atEnd() && !units.failed())
        (void)units.bytes(units.u32());
    if (units.failed() || sample.size() > 2 * size) std::abort();
    return 0;
}
