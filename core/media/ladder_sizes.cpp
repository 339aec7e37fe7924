#include "core/media/ladder_sizes.h"

#include <algorithm>
#include <cmath>

#include "core/media/ladder.h"
#include "core/media/sample_reader.h"

namespace keyreel::media {
namespace {

constexpr double kTranscodedSoundRate = 128e3;
/// Boxes and signalling beside the samples.
constexpr double kContainer = 1.02;
/// A picture without a limit is never taken for more than this many times what is likely.
constexpr double kUnlimited = 3;
/// Of a source that does not tell its rate, relative to the limit.
constexpr double kUnknownShare = 0.6;

/// How many bits H.264 needs for what the source says in one.
double growthFrom(Codec codec) {
    switch (codec) {
        case Codec::Hevc:
        case Codec::Vp9:
            return 1.6;
        case Codec::Av1:
            return 2;
        default:
            return 1;
    }
}

std::uint64_t bytesOf(double bitRate, double seconds) {
    return static_cast<std::uint64_t>(std::llround(bitRate * seconds * kContainer / 8));
}

SizeEstimate exactly(double bitRate, double seconds) {
    const std::uint64_t bytes = bytesOf(bitRate, seconds);
    return {bytes, bytes};
}

/// Of the pictures; when the container does not say, what the file has beside its sound.
double videoRate(const MediaInfo& info) {
    if (info.video().bitRate > 0) return static_cast<double>(info.video().bitRate);
    double rate = static_cast<double>(info.bitRate);
    for (const TrackInfo& track : info.tracks)
        if (track.kind == TrackKind::Audio) rate -= static_cast<double>(track.bitRate);
    return std::max(rate, 0.0);
}

SizeEstimate estimateRung(const MediaInfo& info, const Rung& rung) {
    const TrackInfo& video = info.video();
    const double limit = static_cast<double>(rung.maxBitRate);
    const double pixels = static_cast<double>(rung.width) * rung.height;
    const double sourcePixels = static_cast<double>(video.width) * video.height;
    double likely = videoRate(info) * growthFrom(video.codec) *
                    std::pow(std::min(pixels / sourcePixels, 1.0), kBitRateExponent);
    if (likely <= 0) likely = kUnknownShare * limit;
    if (limit > 0) likely = std::min(likely, limit);
    // The encoder may go beyond its limit by what its buffer holds: two seconds.
    const double seconds = info.durationSeconds;
    return {bytesOf(likely, seconds),
            limit > 0 ? bytesOf(limit, seconds + 2) : bytesOf(kUnlimited * likely, seconds)};
}

}  // namespace

SizeEstimate FilmEstimate::total() const {
    SizeEstimate sum = sound;
    for (const PictureEstimate& picture : pictures)
        sum += picture.size;
    return sum;
}

bool maySourceBeKept(const MediaInfo& info) {
    return info.video().carried && (info.container == "MP4" || info.container == "QuickTime");
}

FilmEstimate estimateFilm(const MediaInfo& info, const std::vector<std::uint32_t>& heights, bool keepSource) {
    FilmEstimate film;
    const TrackInfo& video = info.video();
    for (const TrackInfo& track : info.tracks)
        if (track.kind == TrackKind::Audio && track.selected)
            film.sound += exactly(track.carried && track.bitRate > 0 ? static_cast<double>(track.bitRate)
                                                                     : kTranscodedSoundRate,
                                  info.durationSeconds);
    const bool carried = heights.empty() ? video.carried : keepSource && maySourceBeKept(info);
    if (carried)
        film.pictures.push_back({video.height, true, exactly(videoRate(info), info.durationSeconds)});
    if (carried && heights.empty()) return film;
    Track source;
    source.width = video.width;
    source.height = video.height;
    source.sampleAspectRatio = video.sampleAspectRatio;
    source.frameRate = {static_cast<std::int32_t>(std::lround(video.frameRate * 1000)), 1000};
    LadderChoice choice;
    if (heights.empty())
        choice.rungs.push_back(rungOf(source, 0));
    else
        choice = chooseRungs(source, heights, ReaderOptions{}.crf, carried);
    for (const Rung& rung : choice.rungs)
        film.pictures.push_back({rung.height, false, estimateRung(info, rung)});
    return film;
}

}  // namespace keyreel::media
