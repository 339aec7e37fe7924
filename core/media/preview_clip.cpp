#include "core/media/preview_clip.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/media/ladder.h"

namespace keyreel::media {
namespace {

/// Times are entered in hundredths: what lies within one is not outside.
constexpr double kGrace = 0.005;

double endOf(const FilmPart& part, double filmSeconds) {
    if (filmSeconds <= 0) return part.to > 0 ? part.to : kMaxDurationSeconds;
    return part.to > 0 ? std::min(part.to, filmSeconds) : filmSeconds;
}

}  // namespace

Status checkPreview(const PreviewClip& clip, const FilmPart& part, double filmSeconds) {
    if (clip.seconds < kMinPreviewSeconds || clip.seconds > kMaxPreviewSeconds)
        return fail("preview_invalid",
                    "A preview lasts " + std::to_string(kMinPreviewSeconds) + " to " +
                        std::to_string(kMaxPreviewSeconds) + " seconds.",
                    "Choose such a length.");
    // Also what is no number.
    if (!(clip.from >= part.from - kGrace) || clip.from + clip.seconds > endOf(part, filmSeconds) + kGrace)
        return fail("preview_invalid", "The preview is not inside the film as it is published.",
                    "Choose another beginning, or a shorter preview.");
    return {};
}

PreviewClip previewWithin(PreviewClip clip, const FilmPart& part, double filmSeconds) {
    const double end = endOf(part, filmSeconds);
    const auto room = static_cast<std::uint32_t>(std::max(std::floor(end - part.from + kGrace), 0.0));
    clip.seconds = std::min(std::clamp(clip.seconds, kMinPreviewSeconds, kMaxPreviewSeconds), room);
    clip.from = std::clamp(clip.from, part.from, std::max(end - clip.seconds, part.from));
    return clip;
}

ReaderOptions previewOptions(const PreviewClip& clip, const MediaInfo& film) {
    ReaderOptions options;
    options.part = {clip.from, clip.from + clip.seconds};
    options.transcodeVideo = options.transcodeAudio = true;
    options.audioTracks = 1;
    const TrackInfo& video = film.video();
    // Stored and shown sides differ by rotation and the shape of pixels; neither becomes longer.
    const std::uint32_t longest =
        std::max({video.width, video.height, video.displayWidth, video.displayHeight, 1U});
    const auto height = static_cast<std::uint32_t>(std::floor(
                            video.height * std::min(1.0, static_cast<double>(kMaxPreviewSide) / longest))) &
                        ~1U;
    // A rung of a ladder, for its limit of the bit rate; a strip that is too low for one is small anyway.
    if (height >= kMinRungHeight)
        options.ladder = {height};
    else
        options.transcodeHeight = std::max(height, 2U);
    return options;
}

}  // namespace keyreel::media
