#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/media/chapter.h"

namespace keyreel::media {

enum class FilmVideo { H264, Hevc, Av1, Vp9, Mpeg4, None };
enum class FilmAudio { None, Aac, Opus, Mp3, Flac, Ac3, Eac3, Vorbis };

/// What makeSampleFilm() draws. The container follows the extension: .mp4, .mov, .mkv, .webm, .avi.
struct SampleFilmOptions {
    std::uint32_t width = 1280;
    std::uint32_t height = 720;
    std::uint32_t frameRate = 24;
    double seconds = 20;
    FilmVideo video = FilmVideo::H264;
    FilmAudio audio = FilmAudio::Aac;
    unsigned audioTracks = 1;   ///< The first is "eng", then "deu", "fra"; each sounds a different chord.
    unsigned keyInterval = 48;  ///< Frames from key frame to key frame.
    unsigned bFrames = 2;       ///< Where the codec has them.
    int rotation = 0;           ///< Clockwise degrees for display, written as the track's matrix.
    std::int32_t sarNum = 1;    ///< Sample aspect ratio.
    std::int32_t sarDen = 1;
    bool tenBit = false;                   ///< HEVC, AV1 and VP9 only.
    bool rec709 = true;                    ///< Tag the picture as Rec. 709 limited range.
    bool coverArt = false;                 ///< Attach a picture (MP4).
    bool fragmented = false;               ///< MP4 in fragments.
    std::string title = "Keyreel sample";  ///< As its tags have it; empty: none.
    std::vector<Chapter> chapters;         ///< In order; written by MP4, MOV and Matroska.
};

/// Makes a short film with a moving picture, a burned-in time counter and sound: what `./dev run` shows
/// without a film of one's own, and where tests get their clips. Written under a temporary name and renamed
/// when whole. Progress counts frames. Codes: `media_no_encoder`, `film_failed`, `file_unwritable`,
/// `cancelled`.
Status makeSampleFilm(const std::filesystem::path& path, const SampleFilmOptions& options = {},
                      std::stop_token stop = {}, const ProgressSink& progress = {});

}  // namespace keyreel::media
