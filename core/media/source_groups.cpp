#include "core/media/source_groups.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "core/media/demuxer.h"

namespace keyreel::media {
namespace {

constexpr double kGrace = 0.001;
constexpr double kLongestPart = 10;
constexpr std::uint64_t kLargestPart = 48U << 20;

std::string at(double seconds) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", seconds);
    return text.data();
}

/// Takes the packets of the picture in their order, and says what is wrong with the first that does not fit.
class GroupWatch {
public:
    explicit GroupWatch(double groupSeconds)
        : m_groupSeconds(groupSeconds), m_longest(std::max(kLongestPart, 2 * groupSeconds)) {}

    std::string take(double time, bool key, std::uint64_t size) {
        if (!m_latest) {
            if (!key || time < 0) return "They do not begin with a key frame.";
            m_part = m_group = time;
        } else if (key) {
            if (time <= *m_latest) return open(time);
            m_group = time;
            if (time - m_part >= m_groupSeconds - kGrace) {
                m_part = time;
                m_bytes = 0;
            }
        } else if (time < m_group) {
            return open(m_group);
        }
        m_latest = std::max(m_latest.value_or(time), time);
        m_bytes += size;
        if (*m_latest - m_part > m_longest)
            return "There is no key frame for " + at(m_longest) + " s from " + at(m_part) + " s on.";
        if (m_bytes > kLargestPart)
            return "There is too much between key frames from " + at(m_part) + " s on.";
        return {};
    }

private:
    static std::string open(double time) {
        return "The group at " + at(time) +
               " s is open: pictures that are shown before the key frame come behind it.";
    }

    double m_groupSeconds;
    double m_longest;
    std::optional<double> m_latest;
    double m_group = 0;
    double m_part = 0;
    std::uint64_t m_bytes = 0;
};

}  // namespace

Result<std::string> whySourceNotKept(const FilmSource& film, std::uint32_t video, double groupSeconds) {
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film));
    // Matroska says what a block is only in front of it: all of them are read.
    const bool tables = demuxer.isIso() && !demuxer.file().mediaRanges().empty();
    if (!tables && !demuxer.isMatroska())
        return std::string("Only of MP4, MOV, MKV and WebM are the key frames known beforehand.");
    if (tables) KEYREEL_CHECK(demuxer.readPlacesOnly());
    if (video >= demuxer.format()->nb_streams) return std::string("They cannot be found twice.");
    for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i)
        demuxer.stream(i)->discard = i == video ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    const double tick = av_q2d(demuxer.stream(video)->time_base);
    const double origin = static_cast<double>(demuxer.origin()) / AV_TIME_BASE;
    const Handle<AVPacket> packet = makePacket();
    GroupWatch watch(groupSeconds);
    for (;;) {
        KEYREEL_TRY(const bool more, demuxer.read(packet.get()));
        if (!more) return std::string();
        const bool wanted = packet->stream_index == static_cast<int>(video);
        const bool hidden = (packet->flags & AV_PKT_FLAG_DISCARD) != 0;
        std::string why;
        if (wanted && hidden)
            why = "An edit list hides some of them.";
        else if (wanted && packet->pts == AV_NOPTS_VALUE)
            why = "It is not said when they are shown.";
        else if (wanted)
            why = watch.take(static_cast<double>(packet->pts) * tick - origin,
                             (packet->flags & AV_PKT_FLAG_KEY) != 0,
                             static_cast<std::uint64_t>(std::max(packet->size, 0)));
        av_packet_unref(packet.get());
        if (!why.empty()) return why;
    }
}

}  // namespace keyreel::media
