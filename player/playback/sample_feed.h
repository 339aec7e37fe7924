#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "player/playback/demuxer.h"
#include "player/playback/source_reader.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

/// The samples of one track in decoding order, out of its file or, segment by segment, out of the rungs of
/// its ladder. Thread: one; interrupt(), accept() and stop() from any.
class SampleFeed {
public:
    explicit SampleFeed(TrackSource source);

    /// Opens the file that `target` lies in, if none is open or the open one is spent. Errors:
    /// Demuxer::open().
    Status open(Time target);
    /// read() goes on with the key frame that is presented at or before `target`.
    Status seek(Time target);
    /// As Demuxer::read(). After an error the file has to be opened again; seek() does.
    Result<std::optional<Sample>> read();

    /// Whether what was sought or read last comes from another rung than what this told before.
    bool takeChange();
    [[nodiscard]] std::size_t rung() const { return m_rung; }
    /// Of the file that is open.
    [[nodiscard]] const Demuxer& demuxer() const { return *m_demuxer; }
    [[nodiscard]] TrackKind kind() const { return m_source.kind; }
    [[nodiscard]] const std::vector<ChapterMark>& chapters() const { return m_source.chapters; }

    /// Calls a read away, until accept(), in whatever file it is.
    void interrupt();
    void accept();
    void stop();

private:
    [[nodiscard]] std::size_t segmentAt(Time target) const;
    Status openRung(std::size_t rung, std::size_t segment);
    Status goOnInNextSegment();
    Status openAt(std::size_t segment, std::size_t rung);
    Status openElsewhere(const Error& reason);
    void follow(const AVPacket& packet);
    std::shared_ptr<SourceReader> readerOf(std::size_t rung);

    const TrackSource m_source;
    std::unique_ptr<Demuxer> m_demuxer;
    bool m_spent = true;
    std::size_t m_rung = 0;
    std::size_t m_toldRung = 0;
    std::size_t m_segment = 0;   ///< That the last sample belongs to.
    bool m_segmentOver = false;  ///< The last sample was its last.
    bool m_untouched = false;    ///< Nothing was sought or read since it was opened.

    struct Reader {
        std::shared_ptr<SourceReader> reader;
        std::uint64_t interruption = 0;
    };
    std::mutex m_mutex;
    std::vector<Reader> m_readers;  ///< By rung; made when they are needed.
    bool m_interrupted = false;
    bool m_stopped = false;
};

}  // namespace keyreel::playback
