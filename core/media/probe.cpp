#include "core/media/probe.h"

#include <algorithm>
#include <cmath>

#include "core/media/demuxer.h"

namespace keyreel::media {

const TrackInfo& MediaInfo::video() const {
    static const TrackInfo kNone;
    const auto found = std::find_if(tracks.begin(), tracks.end(), [](const TrackInfo& track) {
        return track.kind == TrackKind::Video && track.selected;
    });
    return found != tracks.end() ? *found : kNone;
}

bool MediaInfo::mustTranscode() const {
    return std::any_of(tracks.begin(), tracks.end(),
                       [](const TrackInfo& track) { return track.selected && !track.carried; });
}

void keepPart(MediaInfo& info, double begin, double end) {
    const auto shorten = [&](double& seconds) { seconds = std::max(std::min(seconds, end) - begin, 0.0); };
    shorten(info.durationSeconds);
    for (TrackInfo& track : info.tracks)
        shorten(track.durationSeconds);
    info.chapters = chaptersOfPart(std::move(info.chapters), std::llround(begin * 1000),
                                   std::llround(info.durationSeconds * 1000));
    info.partBegin = begin;
}

Result<MediaInfo> probe(const FilmSource& film) {
    KEYREEL_TRY(const Demuxer demuxer, Demuxer::open(film));
    return demuxer.info();
}

}  // namespace keyreel::media
