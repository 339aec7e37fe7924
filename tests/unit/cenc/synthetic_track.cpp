#include "tests/unit/cenc/synthetic_track.h"

#include <algorithm>

#include "tests/unit/cenc/bit_writer.h"

namespace keyreel::test {

namespace {

void appendNal(Bytes& sample, const Bytes& nal) {
    for (int shift = 24; shift >= 0; shift -= 8)
        sample.push_back(static_cast<std::uint8_t>(nal.size() >> shift));
    append(sample, nal);
}

/// Bytes that need no emulation prevention.
void appendNoise(Bytes& to, std::mt19937& random, std::size_t count) {
    std::uniform_int_distribution<int> byte(4, 255);
    for (std::size_t i = 0; i < count; ++i)
        to.push_back(static_cast<std::uint8_t>(byte(random)));
}

}  // namespace

Bytes SyntheticTrack::sps() {
    // Baseline, frame_num in 16 bits, POC type 2, 320x240.
    return BitWriter()
        .bits(0x67, 8)
        .bits(66, 8)
        .bits(0, 8)
        .bits(30, 8)
        .ue(0)
        .ue(12)
        .ue(2)
        .ue(1)
        .bits(0, 1)
        .ue(19)
        .ue(14)
        .bits(1, 1)
        .bits(1, 1)
        .bits(0, 1)
        .bits(0, 1)
        .bits(1, 1)
        .nal();
}

Bytes SyntheticTrack::pps() {
    return BitWriter()
        .bits(0x68, 8)
        .ue(0)
        .ue(0)
        .bits(0, 2)
        .ue(0)
        .ue(0)
        .ue(0)
        .bits(0, 3)
        .ue(0)
        .ue(0)
        .ue(0)
        .bits(0, 3)
        .bits(1, 1)
        .nal();
}

isobmff::TrackDescription SyntheticTrack::video() {
    isobmff::TrackDescription track;
    track.handler = isobmff::Handler::Video;
    track.codec = isobmff::Codec::Avc;
    track.timescale = 25;
    track.width = 320;
    track.height = 240;
    track.configuration = {1, 66, 0, 30, 0xff, 0xe1};
    for (const Bytes& set : {sps(), pps()}) {
        track.configuration.push_back(0);
        track.configuration.push_back(static_cast<std::uint8_t>(set.size()));
        append(track.configuration, set);
        if (track.configuration.size() == 8 + sps().size()) track.configuration.push_back(1);
    }
    return track;
}

isobmff::TrackDescription SyntheticTrack::audio() {
    isobmff::TrackDescription track;
    track.handler = isobmff::Handler::Audio;
    track.codec = isobmff::Codec::Opus;
    track.timescale = 48000;
    track.channels = 2;
    track.sampleRate = 48000;
    track.configuration = {0, 2, 1, 0x38, 0, 0, 0xbb, 0x80, 0, 0, 0};
    return track;
}

Bytes SyntheticTrack::videoSample(std::mt19937& random, std::size_t size) {
    Bytes sample;
    while (sample.size() < size) {
        const std::size_t left = size - sample.size();
        // A rest that could not hold one more NAL unit belongs to this one.
        std::size_t take =
            std::uniform_int_distribution<std::size_t>(16, std::max<std::size_t>(16, left))(random);
        if (std::uniform_int_distribution<int>(0, 3)(random) == 0)
            take = std::min<std::size_t>(left, 16 + take % 64);
        if (left - std::min(take, left) < 16) take = left;
        Bytes nal;
        if (std::uniform_int_distribution<int>(0, 3)(random) == 0) {
            nal = {0x06, 5};
        } else {
            // IDR slice, I, frame_num 0 (16 bits: emulation prevention), or P slice with a random frame_num.
            const bool idr = std::uniform_int_distribution<int>(0, 1)(random) == 0;
            BitWriter header;
            header.bits(idr ? 0x65 : 0x01, 8).ue(0).ue(idr ? 7 : 5).ue(0);
            header.bits(idr ? 0 : std::uniform_int_distribution<std::uint32_t>(0, 0xffff)(random), 16);
            if (idr)
                header.ue(0).bits(0, 2);
            else
                header.bits(0, 2);
            header.ue(0).bits(0x5, 3);
            nal = header.nal();
        }
        const std::size_t body = take - 4;
        if (nal.size() > body) nal = {0x09};
        appendNoise(nal, random, body - nal.size());
        appendNal(sample, nal);
    }
    return sample;
}

Bytes SyntheticTrack::audioSample(std::mt19937& random, std::size_t size) {
    Bytes sample;
    if (size > 0) sample.push_back(0xfc);  // CELT 20 ms, stereo, one frame
    if (size > 1) appendNoise(sample, random, size - 1);
    return sample;
}

}  // namespace keyreel::test
