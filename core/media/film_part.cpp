#include "core/media/film_part.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace keyreel::media {
namespace {

/// Sound may lie so much behind the picture in a file.
constexpr std::int64_t kInterleave = 10 * std::int64_t{AV_TIME_BASE};
/// Less than any picture lasts, more than rounding.
constexpr std::int64_t kSameInstant = AV_TIME_BASE / 2000;
/// Frames of MP3 borrow bits from those before them.
constexpr double kBorrowedSeconds = 0.1;

std::int64_t microseconds(double seconds) {
    return std::llround(std::min(seconds, kMaxDurationSeconds * 2) * AV_TIME_BASE);
}

std::string clock(std::int64_t time) {
    const std::int64_t ms = (time + AV_TIME_BASE / 2000) / (AV_TIME_BASE / 1000);
    std::array<char, 64> text{};
    const auto part = [](std::int64_t value) { return static_cast<long long>(value); };
    if (ms >= 3'600'000)
        std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld.%03lld", part(ms / 3'600'000),
                      part(ms / 60'000 % 60), part(ms / 1000 % 60), part(ms % 1000));
    else
        std::snprintf(text.data(), text.size(), "%lld:%02lld.%03lld", part(ms / 60'000), part(ms / 1000 % 60),
                      part(ms % 1000));
    return text.data();
}

/// The packets of a picture in the order of the file, and what of them a part needs.
class PictureWalk {
public:
    PictureWalk(std::int64_t from, std::int64_t to) : m_from(from), m_to(to) {}

    /// Times in AV_TIME_BASE units from the film's beginning; `stamp` as the stream has it. False: nothing
    /// behind it matters.
    bool take(std::int64_t time, std::int64_t stamp, bool key) {
        if (key && time <= m_from) {
            m_before = m_number;
            m_begin = time;
            m_firstKey = stamp;
            m_times.clear();
        }
        ++m_number;
        m_times.push_back(time);
        // Pictures that are shown before a key frame may stand behind it, but not behind the next one.
        if (key && time >= m_to) ++m_keysBehind;
        return m_keysBehind < 2;
    }

    [[nodiscard]] FoundPart found() const {
        FoundPart part;
        // Hidden pictures and priming in front of the film stay as they are.
        const bool fromTheStart = m_begin <= 0;
        if (!fromTheStart) {
            part.begin = m_begin;
            part.pictures = {m_before, part.pictures.count, m_firstKey};
        }
        const std::size_t count = needed();
        if (count == m_times.size()) return part;
        part.pictures.count = count + (fromTheStart ? m_before : 0);
        part.runsOver = std::any_of(m_times.begin(), m_times.begin() + static_cast<std::ptrdiff_t>(count),
                                    [this](std::int64_t time) { return time >= m_to; });
        part.end = *std::min_element(m_times.begin() + static_cast<std::ptrdiff_t>(count), m_times.end());
        return part;
    }

private:
    /// So many packets from the key frame on that no picture of the part, and none between two of them, is
    /// missing.
    [[nodiscard]] std::size_t needed() const {
        std::int64_t last = m_to - 1;
        for (std::size_t count = 0;;) {
            std::size_t next = count;
            for (std::size_t i = count; i < m_times.size(); ++i)
                if (m_times[i] <= last) next = i + 1;
            if (next == count) return count;
            for (; count < next; ++count)
                last = std::max(last, m_times[count]);
        }
    }

    std::int64_t m_from;
    std::int64_t m_to;
    std::uint64_t m_number = 0;
    std::uint64_t m_before = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_firstKey = AV_NOPTS_VALUE;
    std::vector<std::int64_t> m_times;  ///< From the last key frame before the part on.
    int m_keysBehind = 0;
};

/// Everything of the stream, if the container says when it is shown; nothing where it does not.
Result<std::optional<FoundPart>> walk(Demuxer& demuxer, int stream, std::int64_t from, std::int64_t to) {
    if (demuxer.isIso() && !demuxer.file().mediaRanges().empty()) KEYREEL_CHECK(demuxer.readPlacesOnly());
    for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i)
        demuxer.stream(i)->discard = static_cast<int>(i) == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    const Handle<AVPacket> packet = makePacket();
    PictureWalk pictures(from, to);
    for (;;) {
        KEYREEL_TRY(const bool more, demuxer.read(packet.get()));
        if (!more) break;
        const bool wanted = packet->stream_index == stream;
        const std::int64_t stamp = packet->pts;
        const bool key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        av_packet_unref(packet.get());
        if (!wanted) continue;
        if (stamp == AV_NOPTS_VALUE) return std::optional<FoundPart>();
        const AVRational base = demuxer.stream(static_cast<std::size_t>(stream))->time_base;
        const std::int64_t time = av_rescale_q(stamp, base, AVRational{1, AV_TIME_BASE}) - demuxer.origin();
        if (!pictures.take(time, stamp, key)) break;
    }
    return std::optional(pictures.found());
}

}  // namespace

Result<FoundPart> findPart(const FilmSource& film, const ReaderOptions& options, int stream, PartCut cut) {
    const std::int64_t from = microseconds(options.part.from);
    const std::int64_t to = options.part.to > 0 ? microseconds(options.part.to) : INT64_MAX;
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film, options.pictureOptional ? Needs::Film : Needs::Picture,
                                               options.frameRate, options.onlyDolbyVision));
    const std::int64_t length = microseconds(demuxer.info().durationSeconds);
    if (from >= to || (length > 0 && from >= length))
        return fail("media_part_empty",
                    "Nothing of " + demuxer.file().name() + " is left from " + clock(from) + " on" +
                        (to == INT64_MAX ? "" : " and up to " + clock(to)) + ": the film lasts " +
                        clock(length) + ".",
                    "Begin earlier, and end behind the beginning.");
    const FoundPart exact{from, to, {}, false};
    if (stream < 0) return exact;
    KEYREEL_TRY(const std::optional<FoundPart> found, walk(demuxer, stream, from, to));
    if (!found || cut == PartCut::AtKeyFrames) return found.value_or(exact);
    return FoundPart{from, to, found->pictures, false};
}

std::vector<std::string> partRemarks(const FilmPart& asked, const FoundPart& found) {
    std::vector<std::string> remarks;
    const std::int64_t from = microseconds(asked.from);
    if (from - found.begin > kSameInstant)
        remarks.push_back("Begins at " + clock(found.begin) + ", the key frame before " + clock(from) + ".");
    if (found.runsOver)
        remarks.push_back("Ends at " + clock(found.end) +
                          ", where the pictures end that are shown with the last ones.");
    return remarks;
}

PartWindow::PartWindow(const FoundPart& part, int picture, std::vector<std::uint32_t> streams)
    : m_part(part), m_picture(picture), m_open(std::move(streams)) {
    std::sort(m_open.begin(), m_open.end());
    m_open.erase(std::unique(m_open.begin(), m_open.end()), m_open.end());
    m_refused.resize(m_open.empty() ? 0 : m_open.back() + 1);
}

bool PartWindow::admits(const Demuxer& demuxer, const AVPacket& packet) {
    bool admitted = true;
    if (packet.stream_index == m_picture) {
        admitted = admitsPicture(packet);
    } else if (m_part.end != INT64_MAX && packet.pts != AV_NOPTS_VALUE) {
        const AVRational base = demuxer.stream(static_cast<std::size_t>(packet.stream_index))->time_base;
        const std::int64_t time =
            av_rescale_q(packet.pts, base, AVRational{1, AV_TIME_BASE}) - demuxer.origin() + m_part.begin;
        if (time > m_part.end + kInterleave) close(packet.stream_index);
        admitted = time < m_part.end;
    }
    const auto stream = static_cast<std::size_t>(packet.stream_index);
    if (!admitted && stream < m_refused.size()) ++m_refused[stream];
    return admitted;
}

bool PartWindow::admitsPicture(const AVPacket& packet) {
    const PartPictures& wanted = m_part.pictures;
    const std::uint64_t number = m_pictures++;
    if (number < wanted.before) return false;
    if (number - wanted.before >= wanted.count) {
        close(m_picture);
        return false;
    }
    return wanted.firstKey == AV_NOPTS_VALUE || packet.pts == AV_NOPTS_VALUE || packet.pts >= wanted.firstKey;
}

void PartWindow::close(int stream) {
    std::erase(m_open, static_cast<std::uint32_t>(stream));
}

std::uint64_t PartWindow::refused(std::size_t stream) const {
    return stream < m_refused.size() ? m_refused[stream] : 0;
}

std::int64_t soundBefore(const Track& track, std::int64_t frame) {
    if (track.transcoded) return INT64_MAX;
    if (track.codec == Codec::Flac) return 0;
    if (track.codec == Codec::Mp3) return static_cast<std::int64_t>(kBorrowedSeconds * track.timescale);
    if (track.sampleRate == 0) return frame;
    return std::max<std::int64_t>(
        frame, static_cast<std::int64_t>(track.seekPreRoll) * track.timescale / track.sampleRate);
}

}  // namespace keyreel::media
