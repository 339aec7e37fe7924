#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/isobmff/aux_boxes.h"
#include "core/isobmff/box.h"
#include "core/isobmff/sample_entry.h"

namespace keyreel::isobmff {

struct SampleEntry {
    FourCc format = 0;         ///< As written; "encv" or "enca" when protected.
    std::uint64_t offset = 0;  ///< Of the entry's box in the file.
    EntryKind kind = EntryKind::Other;
    std::optional<ProtectionInfo> protection;
    /// Content of avcC, hvcC, av1C, vpcC, esds or dOps; empty when there is none of them.
    Bytes configuration;

    /// The clear format.
    [[nodiscard]] FourCc originalFormat() const { return protection ? protection->originalFormat : format; }
};

/// `trex`: what fragments leave out.
struct TrackDefaults {
    std::uint32_t descriptionIndex = 1;
    std::uint32_t duration = 0;
    std::uint32_t size = 0;
    std::uint32_t flags = 0;
};

/// A sample of a progressive file.
struct SamplePlace {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
    std::uint32_t descriptionIndex = 1;  ///< Into the sample entries, from 1.
};

struct MovieTrack {
    std::uint32_t id = 0;
    FourCc handler = 0;
    std::uint32_t timescale = 0;
    std::vector<SampleEntry> entries;
    TrackDefaults defaults;
    std::vector<SamplePlace> samples;  ///< Of stbl; empty in fragmented files.
    AuxBoxes aux;                      ///< Of stbl.

    [[nodiscard]] bool isProtected() const;
};

struct Movie {
    std::uint32_t timescale = 0;
    bool fragmented = false;  ///< There is an `mvex`.
    std::vector<MovieTrack> tracks;
    /// File offsets of every box that only protection needs: sinf, pssh, senc, saiz, saio, seig groups.
    std::vector<std::uint64_t> protectionBoxes;

    /// nullptr when there is none with that id.
    [[nodiscard]] const MovieTrack* track(std::uint32_t id) const;
};

/// Reads a `moov` box. Code `box_malformed` with path and offset; more than 32 tracks or kMaxTrackSamples
/// samples are refused.
Result<Movie> readMovie(const Box& moov);

}  // namespace keyreel::isobmff
