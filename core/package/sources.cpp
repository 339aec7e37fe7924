#include "core/package/sources.h"

#include "core/media/joined_reader.h"

namespace keyreel::package {
namespace {

/// One with the picture, and sound that each brings at least one track of.
constexpr std::size_t kMaxFilms = media::kMaxAudioTracks + 1;

Result<media::SampleReader> open(const PackageRequest& request, const std::filesystem::path& film,
                                 const media::ReaderOptions& options, const std::stop_token& stop) {
    return request.workshop ? request.workshop->openReader(film, options, stop)
                            : media::SampleReader::open(film, options);
}

/// What a reader really delivers of the part that was asked for.
media::FilmPart partOf(const media::SampleReader& reader, const media::FilmPart& asked) {
    if (asked.isWhole()) return asked;
    const media::MediaInfo& info = reader.info();
    return {info.partBegin, asked.to == 0 ? 0 : info.partBegin + info.durationSeconds};
}

}  // namespace

std::vector<std::filesystem::path> filmsOf(const PackageRequest& request) {
    std::vector<std::filesystem::path> films{request.source};
    films.insert(films.end(), request.moreSources.begin(), request.moreSources.end());
    return films;
}

Result<media::SampleReader> openSources(const PackageRequest& request, const std::stop_token& stop) {
    const std::vector<std::filesystem::path> films = filmsOf(request);
    media::ReaderOptions options = request.reader;
    options.groupSeconds = request.fragmentSeconds;
    if (films.size() > kMaxFilms)
        return fail("request_invalid",
                    "A package is made of at most " + std::to_string(kMaxFilms) + " films.",
                    "Leave some of them out.");
    std::vector<media::SampleReader> readers;
    for (std::size_t i = 0; i < films.size(); ++i) {
        KEYREEL_TRY(media::SampleReader reader, open(request, films[i], options, stop));
        const bool hasPicture = reader.tracks().front().kind == media::TrackKind::Video;
        const media::FilmPart really = partOf(reader, options.part);
        readers.push_back(std::move(reader));
        if (!hasPicture || really == options.part) continue;
        // The sound of the others goes with the picture, which begins at a key frame.
        options.part = really;
        for (std::size_t other = 0; other < i; ++other) {
            KEYREEL_TRY(readers[other], open(request, films[other], options, stop));
        }
    }
    KEYREEL_TRY(media::SampleReader joined, media::joinReaders(std::move(readers)));
    const bool wantsPicture = !options.ladder.empty() || request.thumbnailSeconds != 0;
    if (wantsPicture && joined.tracks().front().kind != media::TrackKind::Video)
        return fail("media_no_video",
                    request.source.filename().string() + " has only sound: no ladder, no thumbnails.",
                    "Leave --ladder and --thumbnails out.");
    return joined;
}

}  // namespace keyreel::package
