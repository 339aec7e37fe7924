#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <vector>

#include "core/base/bytes.h"
#include "core/cenc/key_ring.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/track_description.h"

namespace keyreel::test {

/// A protected movie in fragments that is random in everything its tables can say, and what it must say once
/// it is clear: several tracks with keys and schemes of their own, fragments that interleave, some of them
/// two tracks in one moof, decode times with gaps above 32 bits, any durations, composition offsets and sync
/// flags.
struct RandomMovie {
    struct Sample {
        isobmff::SampleMeta meta;
        Bytes clear;
        std::uint64_t offset = 0;  ///< In `bytes`.
    };
    struct Run {
        std::uint32_t trackId = 0;
        std::uint64_t baseDecodeTime = 0;
        std::vector<Sample> samples;
    };

    Bytes bytes;
    std::vector<isobmff::TrackDescription> tracks;
    std::vector<std::vector<Run>> fragments;  ///< One or two runs in each moof, in the file's order.
    std::shared_ptr<const cenc::KeyRing> keys;

    static RandomMovie make(std::mt19937& random);
};

}  // namespace keyreel::test
