#include "core/media/probe.h"

#include <algorithm>

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

Result<MediaInfo> probe(const FilmSource& film) {
    KEYREEL_TRY(const Demuxer demuxer, Demuxer::open(film));
    return demuxer.info();
}

}  // namespace keyreel::media
