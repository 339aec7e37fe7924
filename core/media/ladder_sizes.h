#pragma once

#include <cstdint>
#include <vector>

#include "core/media/probe.h"

namespace keyreel::media {

/// Bytes that something will take: what is likely, and what it cannot exceed.
struct SizeEstimate {
    std::uint64_t likely = 0;
    std::uint64_t most = 0;

    SizeEstimate& operator+=(const SizeEstimate& other) {
        likely += other.likely;
        most += other.most;
        return *this;
    }
    friend bool operator==(const SizeEstimate&, const SizeEstimate&) = default;
};

/// One picture of a film that is not packaged yet.
struct PictureEstimate {
    std::uint32_t height = 0;  ///< As stored.
    bool isSource = false;     ///< Carried, not made anew.
    SizeEstimate size;
};

/// A film as it would be packaged.
struct FilmEstimate {
    std::vector<PictureEstimate> pictures;  ///< Highest first.
    SizeEstimate sound;
    [[nodiscard]] SizeEstimate total() const;
};

/// Whether the film's own pictures can stand at the top of a ladder, as far as its header tells;
/// whySourceNotKept() has the last word when it is packaged.
bool maySourceBeKept(const MediaInfo& info);

/// What a ladder would take, by ReaderOptions::ladder and keepSource; without heights the film as it is, or
/// converted once when it must be. Carried tracks are told by their bit rate. The most of a picture that is
/// made anew follows from its limit; what is likely is scaled from the source, because a constant rate factor
/// keeps the quality and not the size.
FilmEstimate estimateFilm(const MediaInfo& info, const std::vector<std::uint32_t>& heights, bool keepSource);

}  // namespace keyreel::media
