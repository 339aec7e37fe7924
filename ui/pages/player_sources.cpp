#include "ui/pages/player_sources.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/byte_source.h"
#include "core/media/probe.h"

namespace keyreel::ui {
namespace {

using playback::Container;
using playback::TrackKind;
using playback::TrackSource;

/// EBML's magic number (RFC 8794 section 11.2.1): Matroska and WebM begin with it.
constexpr std::array<std::uint8_t, 4> kEbml{0x1a, 0x45, 0xdf, 0xa3};

Container containerOf(FileSource& file) {
    std::array<std::uint8_t, kEbml.size()> head{};
    return file.read(0, head) && head == kEbml ? Container::Matroska : Container::Mp4;
}

}  // namespace

PlayerSources sourcesOfFilm(const studio::OpenedFilm& film) {
    PlayerSources sources;
    for (const TrackKind kind : {TrackKind::Video, TrackKind::Audio}) {
        const auto wanted = kind == TrackKind::Video ? package::ManifestTrack::Kind::Video
                                                     : package::ManifestTrack::Kind::Audio;
        const auto track = std::find_if(film.tracks.begin(), film.tracks.end(),
                                        [wanted](const auto& each) { return each.kind == wanted; });
        if (track == film.tracks.end()) continue;
        sources.tracks.push_back({kind, track->clear, track->label});
        if (kind == TrackKind::Video) sources.thumbnails = {kind, track->aside, track->label};
    }
    return sources;
}

Result<PlayerSources> sourcesOfFile(const QString& path) {
    const std::filesystem::path file(path.toStdString());
    KEYREEL_TRY(const media::MediaInfo info, media::probe(file));
    const auto open = [&](TrackKind kind) -> Result<TrackSource> {
        KEYREEL_TRY(auto source, FileSource::open(file));
        const Container container = containerOf(source);
        return TrackSource{kind, std::make_shared<FileSource>(std::move(source)), file.filename().string(),
                           container};
    };
    PlayerSources sources;
    KEYREEL_TRY(auto video, open(TrackKind::Video));
    sources.tracks.push_back(std::move(video));
    KEYREEL_TRY(sources.thumbnails, open(TrackKind::Video));
    const bool sound = std::any_of(info.tracks.begin(), info.tracks.end(),
                                   [](const auto& track) { return track.kind == media::TrackKind::Audio; });
    if (sound) {
        KEYREEL_TRY(auto audio, open(TrackKind::Audio));
        sources.tracks.push_back(std::move(audio));
    }
    return sources;
}

}  // namespace keyreel::ui
