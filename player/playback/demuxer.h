#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "player/playback/ff.h"
#include "player/playback/source_reader.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

/// A compressed sample; its buffer is wiped when the last owner, which may be a decoder, lets go of it.
struct Sample {
    ff::PacketPtr packet;
    Time pts{0};
    Time duration{0};
};

/// Where the segments of a file begin, and the one to begin with: what lies between the file's head and it is
/// never read, and no read reaches from one segment into the next.
struct FileSegments {
    const std::vector<std::uint64_t>* offsets = nullptr;  ///< Kept by the caller; null: one whole file.
    std::size_t first = 0;
};

/// One track out of one MP4 file, or out of a Matroska file. Thread: one at a time.
/// After `cancelled` from any function the demuxer is spent: its file position and its sample tables may be
/// halfway through a box. Open another one on the same reader.
class Demuxer {
public:
    /// Reads the file's headers; of track number `place`, or of the first of this kind.
    /// Errors: the source's own, `media_open_failed`, `media_no_video`,
    /// `media_no_audio`, `media_limit`, `cancelled`.
    static Result<std::unique_ptr<Demuxer>> open(TrackKind kind, const std::string& label,
                                                 std::shared_ptr<SourceReader> reader,
                                                 Container container = Container::Mp4,
                                                 std::optional<unsigned> place = std::nullopt,
                                                 FileSegments segments = {});
    ~Demuxer();

    [[nodiscard]] const AVStream& stream() const { return *m_stream; }
    /// Everything but the decoder's name.
    [[nodiscard]] const TrackInfo& info() const { return m_info; }

    /// The next sample in decoding order; nothing at the end. `media_truncated` when the file ends inside a
    /// sample or a box, after everything before that was given.
    Result<std::optional<Sample>> read();

    /// read() then gives the key frame that is presented at or before `target`, or the first one.
    Status seek(Time target);

private:
    struct Input;
    Demuxer(std::unique_ptr<Input> input, AVStream* stream, std::string name);
    Status reopen();
    [[nodiscard]] bool wentAstray(std::int64_t timestamp) const;
    void describe();
    void describeChapters();
    Result<std::optional<Sample>> readFromFile();
    Status seekByDecodingTime(std::int64_t timestamp);

    std::unique_ptr<Input> m_input;
    AVStream* m_stream;
    std::string m_name;
    std::string m_label;
    Container m_container = Container::Mp4;
    std::optional<unsigned> m_place;
    TrackInfo m_info;
    std::optional<Sample> m_next;
    Time m_lastPts{0};
};

}  // namespace keyreel::playback
