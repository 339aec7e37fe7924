#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/cenc/scheme.h"
#include "core/cenc/subsample_planner.h"
#include "core/isobmff/aux_boxes.h"
#include "core/isobmff/movie.h"

namespace keyreel::cenc {

/// A protected sample in a file and all that its decryption needs.
struct ProtectedSample {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
    std::uint32_t firstSubsample = 0;
    std::uint16_t subsampleCount = 0;
    std::uint32_t number = 0;  ///< In its fragment, or in a progressive track; from 0.
    std::uint16_t track = 0;   ///< Index into Movie::tracks.
    std::uint16_t key = 0;     ///< Index into SampleMap::keys.
    bool full = false;         ///< No subsample list: every byte is protected.
    Scheme scheme = Scheme::Cenc;
    Pattern pattern{};        ///< cens and cbcs.
    std::uint8_t ivSize = 0;  ///< Of `iv` under cenc and cens, whose counters take 8 or 16 bytes.
    std::array<std::uint8_t, 16> iv{};

    [[nodiscard]] std::uint64_t end() const { return offset + size; }
};

/// The protected samples of a fragment or of a progressive file, by offset.
struct SampleMap {
    std::vector<ProtectedSample> samples;
    std::vector<Subsample> subsamples;
    std::vector<KeyId> keys;

    [[nodiscard]] std::span<const Subsample> subsamplesOf(const ProtectedSample& sample) const {
        return std::span(subsamples).subspan(sample.firstSubsample, sample.subsampleCount);
    }
};

struct FileRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// The samples of one track in one fragment (or all of a progressive track).
struct TrackSamples {
    const isobmff::MovieTrack* track = nullptr;
    std::uint16_t trackIndex = 0;
    std::span<const isobmff::SamplePlace> places;
    const isobmff::AuxBoxes* aux = nullptr;
    std::uint64_t auxBase = 0;  ///< What saio offsets count from.
};

/// `scheme_unsupported`.
tl::unexpected<Error> unknownScheme(std::uint32_t track, isobmff::FourCc scheme);

/// Adds the protected ones of `samples` to `map`. saio and senc are used alike and must agree; information in
/// `mdat` is read from `source`. Samples with a constant IV need no information of their own (ISO/IEC 23001-7
/// section 9.2): without any they are protected whole. Codes: `sample_map_invalid`, `scheme_unsupported`, the
/// source's.
Status addProtectedSamples(const TrackSamples& samples, ByteSource& source, SampleMap& map);

/// Sorts the map and checks that its samples lie within `media` (ascending) and do not overlap. Code
/// `sample_map_invalid`.
Status finishSampleMap(SampleMap& map, std::span<const FileRange> media);

}  // namespace keyreel::cenc
