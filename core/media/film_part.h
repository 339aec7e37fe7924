#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/demuxer.h"
#include "core/media/sample_reader.h"

namespace keyreel::media {

// Where a part of a film really begins and ends. Private to this room.

/// The picture of a part, in the order in which a file has its packets.
struct PartPictures {
    std::uint64_t before = 0;  ///< Packets in front of it that none of its pictures needs.
    std::uint64_t count = std::numeric_limits<std::uint64_t>::max();
    /// Time of its first key frame in the stream's time base: what is shown earlier belongs to a group that
    /// is not there. AV_NOPTS_VALUE: everything is.
    std::int64_t firstKey = AV_NOPTS_VALUE;
};

/// A part as it can be read; times in AV_TIME_BASE units from the film's beginning.
struct FoundPart {
    std::int64_t begin = 0;
    std::int64_t end = std::numeric_limits<std::int64_t>::max();
    PartPictures pictures;
    bool runsOver = false;  ///< Pictures are in it that are shown behind the end that was asked for.
};

/// What becomes of the pictures of a part.
enum class PartCut {
    AtKeyFrames,  ///< They are carried: from the last key frame before it, and to the end of what they need.
    Exactly,      ///< They are encoded anew, or there are none.
};

/// `stream` is the picture's; without one (-1) the part is as it was asked for. Walks the film's tables, of
/// files without tables the file. Codes: those of probe(), `media_part_empty`.
Result<FoundPart> findPart(const FilmSource& film, const ReaderOptions& options, int stream, PartCut cut);

/// What people are told of a part that is another than they asked for; empty when it is not.
std::vector<std::string> partRemarks(const FilmPart& asked, const FoundPart& found);

/// Which packets a part is made of, asked for each of them in the order of the file.
class PartWindow {
public:
    /// `picture`: its stream; -1: there is none. `streams`: all that are read.
    PartWindow(const FoundPart& part, int picture, std::vector<std::uint32_t> streams);

    /// Sound in front of the part is admitted: its times go on from there.
    bool admits(const Demuxer& demuxer, const AVPacket& packet);
    /// No stream has more of the part.
    [[nodiscard]] bool isOver() const { return m_open.empty(); }
    /// Packets of a stream that were not admitted.
    [[nodiscard]] std::uint64_t refused(std::size_t stream) const;

private:
    bool admitsPicture(const AVPacket& packet);
    void close(int stream);

    FoundPart m_part;
    int m_picture;
    std::vector<std::uint32_t> m_open;
    std::vector<std::uint64_t> m_refused;
    std::uint64_t m_pictures = 0;
};

/// How much sound in front of a part a decoder has to hear, so that the part sounds as in the whole film, in
/// ticks of the track; `frame` is how long one sample lasts.
std::int64_t soundBefore(const Track& track, std::int64_t frame);

}  // namespace keyreel::media
