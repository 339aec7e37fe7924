// What a media worker that has been taken over may say. Whatever is accepted keeps every promise that the
// programs rely on, and says the same when it is said again.

#include <cstdlib>

#include "core/media/worker_messages.h"

namespace {

using namespace keyreel;
using namespace keyreel::media;

void must(bool condition) {
    if (!condition) std::abort();
}

void checkTracks(const worker::Opened& opened) {
    must(!opened.tracks.empty() && opened.tracks.size() <= 1 + kMaxAudioTracks);
    must(opened.tracks.front().kind == TrackKind::Video);
    for (const Track& track : opened.tracks) {
        must(track.timescale > 0 && track.codec != Codec::Other && track.language.size() == 3);
        must(track.sampleAspectRatio.den > 0 && track.sampleAspectRatio.num > 0 && track.frameRate.den > 0);
        must(track.kind == TrackKind::Video ? track.width > 0 && track.height > 0 : track.sampleRate > 0);
    }
}

void checkSamples(ByteView payload) {
    constexpr std::size_t kTracks = 3;
    const auto samples = worker::decodeSamples(payload, kTracks);
    if (!samples) return;
    must(samples->records.size() <= worker::kMaxBatch);
    worker::SampleBatch again;
    for (const worker::SampleRecord& record : samples->records) {
        must(record.sample.track < kTracks && record.sample.size <= worker::kMaxSampleBytes);
        must(record.inFile || record.sample.data.size() == record.sample.size);
        again.add(record);
    }
    must(again.take(samples->position) == toBytes(payload));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView payload(data + 1, size - 1);
    switch (data[0] % 10) {
        case 0:
            if (const auto header = worker::decodeHeader(payload))
                must(worker::encodeHeader(header->type, header->length) == toBytes(payload));
            break;
        case 1:
            if (const auto hello = worker::decodeHello(payload))
                must(worker::encodeHello(*hello) == toBytes(payload));
            break;
        case 2:
            if (const auto request = worker::decodeRequest(payload))
                must(worker::decodeRequest(worker::encodeRequest(*request)).has_value());
            break;
        case 3:
            if (const auto info = worker::decodeInfo(payload))
                must(worker::decodeInfo(worker::encodeInfo(*info)).has_value());
            break;
        case 4:
            if (const auto image = worker::decodePicture(payload))
                must(worker::encodePicture(*image) == toBytes(payload));
            break;
        case 5:
            if (const auto opened = worker::decodeOpened(payload)) {
                checkTracks(*opened);
                const auto again = worker::decodeOpened(worker::encodeOpened(*opened));
                must(again && again->tracks == opened->tracks);
            }
            break;
        case 7:
            if (const auto text = worker::decodeText(payload)) {
                const auto again = worker::decodeText(worker::encodeText(*text));
                must(again && again->cues == text->cues && text->cues.size() <= kMaxTextCues);
            }
            break;
        case 8:
            (void)worker::decodeLeftOut(payload);
            break;
        case 6:
            checkSamples(payload);
            break;
        default:
            if (const auto error = worker::decodeFailed(payload)) must(!error->code.empty());
            break;
    }
    return 0;
}
