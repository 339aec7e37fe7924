#include "core/package/clip_file.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/isobmff/box.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/movie.h"
#include "core/isobmff/segment_index.h"
#include "core/package/track_mapping.h"

namespace keyreel::package {
namespace {

struct ClipSample {
    std::int64_t decode = 0;
    std::int64_t presentation = 0;
    std::uint32_t duration = 0;
    bool key = false;
    std::size_t place = 0;  ///< In ClipTrack::data.
    std::uint32_t size = 0;
};

/// One track as it was read.
struct ClipTrack {
    std::vector<ClipSample> samples;
    Bytes data;
    std::uint32_t timescale = 1;
    std::uint64_t mediaTime = 0;  ///< Ticks before the clip begins: the edit list's media_time.
    std::size_t next = 0;         ///< The first sample that is not written yet.

    [[nodiscard]] std::int64_t begin() const {
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        for (const ClipSample& sample : samples)
            first = std::min(first, sample.presentation);
        return first;
    }
    [[nodiscard]] std::int64_t end() const {
        std::int64_t last = 0;
        for (const ClipSample& sample : samples)
            last = std::max(last, sample.presentation + sample.duration);
        return last;
    }
};

class ClipWriter {
public:
    Status read(media::SampleReader& reader, const std::stop_token& stop, const ProgressSink& progress) {
        m_tracks.resize(reader.tracks().size());
        for (std::size_t i = 0; i < m_tracks.size(); ++i)
            m_tracks[i].timescale = reader.tracks()[i].timescale;
        std::size_t total = 0;
        for (;;) {
            KEYREEL_TRY(const auto sample, reader.next(stop));
            if (!sample) break;
            total += sample->size;
            if (total > kMaxClipBytes)
                return fail("clip_too_large", "The clip has more than 32 MiB.", "Choose a shorter one.");
            ClipTrack& track = m_tracks[sample->track];
            track.samples.push_back({sample->decodeTime, sample->presentationTime(), sample->duration,
                                     sample->key, track.data.size(), sample->size});
            append(track.data, sample->data);
            if (progress) progress({reader.position(), reader.info().size});
        }
        if (m_tracks.empty() || m_tracks.front().samples.empty())
            return fail("media_damaged", "The clip has no picture.", "Choose another part of the film.");
        return {};
    }

    Result<ClipFile> write(const std::vector<media::Track>& tracks) {
        std::vector<isobmff::TrackDescription> descriptions;
        for (std::size_t i = 0; i < m_tracks.size(); ++i)
            // A film whose sound ends before the clip begins has none in it.
            if (!m_tracks[i].samples.empty()) descriptions.push_back(describe(tracks[i], i));
        KEYREEL_TRY(Bytes file, isobmff::writeMovieInit(descriptions));

        ClipTrack& picture = m_tracks.front();
        isobmff::SegmentIndex index;
        index.timescale = picture.timescale;
        index.earliestPresentationTime =
            static_cast<std::uint64_t>(std::max<std::int64_t>(0, picture.begin()));
        Bytes fragments;
        while (picture.next < picture.samples.size()) {
            const std::int64_t from = picture.samples[picture.next].presentation;
            std::size_t end = picture.next + 1;
            while (end < picture.samples.size() && !picture.samples[end].key)
                ++end;
            const bool last = end == picture.samples.size();
            const std::int64_t until = last ? picture.end() : picture.samples[end].presentation;
            const std::size_t before = fragments.size();
            KEYREEL_CHECK(addFragment(0, end, fragments));
            for (std::size_t i = 1; i < m_tracks.size(); ++i)
                KEYREEL_CHECK(
                    addFragment(i, last ? m_tracks[i].samples.size() : shownBefore(i, until), fragments));
            index.references.push_back({static_cast<std::uint32_t>(fragments.size() - before),
                                        static_cast<std::uint32_t>(std::max<std::int64_t>(until - from, 0)),
                                        true, 1});
        }
        KEYREEL_TRY(const Bytes box, isobmff::writeSegmentIndex(index));
        append(file, box);
        append(file, fragments);
        return ClipFile{std::move(file), static_cast<double>(picture.end()) / picture.timescale};
    }

private:
    /// Decode times may not be negative: all times move, and an edit list moves the presentation back, as in
    /// the tracks of a package.
    isobmff::TrackDescription describe(const media::Track& track, std::size_t i) {
        ClipTrack& clip = m_tracks[i];
        isobmff::TrackDescription out = describeTrack(track, static_cast<std::uint32_t>(i + 1));
        out.duration = static_cast<std::uint64_t>(clip.end());
        clip.mediaTime = static_cast<std::uint64_t>(
            std::max<std::int64_t>({0, -clip.begin(), -clip.samples.front().decode}));
        if (clip.mediaTime > 0)
            out.edits = isobmff::EditList{static_cast<std::int64_t>(clip.mediaTime), 0, 0};
        return out;
    }

    /// The first sample of a track that is not shown before a time of the picture.
    [[nodiscard]] std::size_t shownBefore(std::size_t i, std::int64_t pictureTime) const {
        const ClipTrack& track = m_tracks[i];
        const double time = static_cast<double>(pictureTime) / m_tracks.front().timescale * track.timescale;
        std::size_t end = track.next;
        while (end < track.samples.size() && static_cast<double>(track.samples[end].presentation) < time)
            ++end;
        return end;
    }

    Status addFragment(std::size_t i, std::size_t end, Bytes& out) {
        ClipTrack& track = m_tracks[i];
        if (end <= track.next) return {};
        std::vector<isobmff::SampleMeta> metas;
        for (std::size_t k = track.next; k < end; ++k) {
            const ClipSample& sample = track.samples[k];
            metas.push_back({sample.duration, sample.size,
                             static_cast<std::int32_t>(sample.presentation - sample.decode), sample.key});
        }
        const ClipSample& first = track.samples[track.next];
        const ClipSample& last = track.samples[end - 1];
        isobmff::FragmentHeader header;
        header.sequenceNumber = ++m_sequence;
        header.trackId = static_cast<std::uint32_t>(i + 1);
        header.baseDecodeTime =
            static_cast<std::uint64_t>(first.decode + static_cast<std::int64_t>(track.mediaTime));
        KEYREEL_TRY(const ByteView boxes, m_fragments.write(header, metas));
        append(out, boxes);
        append(out, ByteView(track.data).subspan(first.place, last.place + last.size - first.place));
        track.next = end;
        return {};
    }

    std::vector<ClipTrack> m_tracks;
    isobmff::FragmentWriter m_fragments;
    std::uint32_t m_sequence = 0;
};

}  // namespace

Result<ClipFile> writeClip(media::SampleReader reader, std::stop_token stop, const ProgressSink& progress) {
    ClipWriter writer;
    KEYREEL_CHECK(writer.read(reader, stop, progress));
    return writer.write(reader.tracks());
}

Result<bool> clipHasSound(ByteView clip) {
    isobmff::BoxCursor cursor(clip, 0);
    isobmff::Box box;
    for (;;) {
        KEYREEL_TRY(const bool more, cursor.next(box));
        if (!more) return fail("box_malformed", "The clip has no moov box.");
        if (box.type != isobmff::fourCc("moov")) continue;
        KEYREEL_TRY(const isobmff::Movie movie, isobmff::readMovie(box));
        return std::any_of(movie.tracks.begin(), movie.tracks.end(),
                           [](const auto& track) { return track.handler == isobmff::fourCc("soun"); });
    }
}

}  // namespace keyreel::package
