#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/package/track_writer.h"

namespace keyreel::package {

/// The key frames of a track of pictures as a track of its own, each lasting until the next one, in fragments
/// that are cut where the pictures are: what DASH players show while they wind. Private to this room. Thread:
/// one.
class TrickTrack {
public:
    /// Makes the writer ready for the part of the film before boundary number `part`.
    using Enter = std::function<Status(TrackWriter& writer, std::size_t part)>;

    TrickTrack(TrackWriter writer, std::uint32_t timescale)
        : m_writer(std::move(writer)), m_timescale(timescale) {}

    /// What the track of a track's key frames is called.
    static std::string labelOf(const std::string& label) { return label + "-trick"; }

    /// Keeps a copy of a key frame, not yet encrypted.
    void take(const media::Sample& sample, ByteView data);
    /// Cuts at the boundaries (in seconds) that the key frames have passed.
    Status drain(const std::vector<double>& boundaries, const Enter& enter);
    /// The end of `pictures`, the track that the key frames are of, whose fragments are all written.
    Status end(const PackagedTrack& pictures, const std::vector<double>& boundaries, const Enter& enter);

    TrackWriter& writer() { return m_writer; }
    /// With what winding needs; after TrackWriter::finish().
    [[nodiscard]] PackagedTrack packaged(const PackagedTrack& pictures) const;

private:
    Status cutBefore(double boundary, const Enter& enter);

    TrackWriter m_writer;
    std::uint32_t m_timescale;
    std::size_t m_next = 0;  ///< Boundary.
};

}  // namespace keyreel::package
