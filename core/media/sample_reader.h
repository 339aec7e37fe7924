#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/probe.h"
#include "core/media/track.h"

namespace keyreel::media {

/// Of libx264. Their order is part of the worker's protocol.
inline constexpr std::array<const char*, 10> kEncoderPresets{"ultrafast", "superfast", "veryfast", "faster",
                                                             "fast",      "medium",    "slow",     "slower",
                                                             "veryslow",  "placebo"};

/// Pictures in a second, and the largest term of such a fraction.
inline constexpr double kMaxFrameRate = 1000;
inline constexpr std::int32_t kMaxFrameRateTerm = 1000000;

/// A part of a film, in seconds from its beginning.
struct FilmPart {
    double from = 0;
    double to = 0;  ///< 0: to its end.
    [[nodiscard]] bool isWhole() const { return from == 0 && to == 0; }
    friend bool operator==(const FilmPart&, const FilmPart&) = default;
};

struct ReaderOptions {
    /// Of the film only this. Pictures that are carried begin at the last key frame before it and end with
    /// what its last ones need; everything else is cut at that very time, sound to the sample. remarks() says
    /// where it begins and ends where that is elsewhere, info() what is left.
    FilmPart part{};
    /// Transcode the video (audio) even when it could be carried.
    bool transcodeVideo = false;
    bool transcodeAudio = false;
    /// Deliver no audio, or only audio tracks up to this number.
    std::size_t audioTracks = kMaxAudioTracks;
    /// Height in pixels of a transcoded picture; 0 keeps the source's. Never enlarges.
    std::uint32_t transcodeHeight = 0;
    /// A quality ladder, ladder.h: one video track per height, all made of one decode, whose groups begin at
    /// the same pictures. In the order of parseLadder(), at most kMaxRungs; empty: one video track.
    std::vector<std::uint32_t> ladder;
    /// Of a ladder: the film's own pictures as they are instead of a rung of their height, if they can be
    /// carried and their key frames fit (source_groups.h); groups then begin at those.
    bool keepSource = false;
    /// Carry pictures whose colours only Dolby Vision shows right (profile 5), which Keyreel's own player
    /// refuses; else they are `media_no_decoder`.
    bool onlyDolbyVision = false;
    /// Make sound that is encoded anew as loud as this, in LUFS (loudness.h): its tracks are read twice. 0:
    /// leave it as it is. Bounds: kMinLoudness, kMaxLoudness.
    double loudness = 0;
    /// Of a transcode: at least the time from one closed group to the next.
    double groupSeconds = 4.0;
    /// libx264 constant rate factor and preset of a transcode; chooseRungs() says what a ladder makes of it.
    int crf = 23;
    const char* preset = "veryfast";
    /// Also take a film that has sound alone. Its first track is then one of sound.
    bool pictureOptional = false;
    /// Pictures in a second of a raw H.264 or HEVC stream, which stores no times; {0, 1}: what it says
    /// itself, and if it does not, `media_no_frame_rate`. At most kMaxFrameRate.
    Rational frameRate{0, 1};
};

/// Pulls the selected tracks of a film, sample by sample, in ISO form and in the order of the source (tracks
/// interleaved, never more than about a second apart in MP4, as stored in Matroska). Tracks that cannot be
/// carried run through decoder and encoder on the way (H.264 with closed groups; AAC stereo):
/// transcoded or not, the plaintext stays in memory. Memory is bounded by the decoder's and encoder's delay.
/// Thread: one at a time. The file may not change while it is read; when it does, next() fails.
class SampleReader {
public:
    /// Codes: those of probe(), and `media_no_encoder`, `media_no_frame_rate`, `media_part_empty`.
    static Result<SampleReader> open(const FilmSource& film, const ReaderOptions& options = {});

    SampleReader(SampleReader&&) noexcept;
    SampleReader& operator=(SampleReader&&) noexcept;
    ~SampleReader();

    /// Video first (none at all only with ReaderOptions::pictureOptional), of a ladder the highest first,
    /// then audio in the order of the source.
    [[nodiscard]] const std::vector<Track>& tracks() const;
    [[nodiscard]] const MediaInfo& info() const;
    /// What a ladder leaves out, and why, and where a part begins, as sentences for people.
    [[nodiscard]] const std::vector<std::string>& remarks() const;

    /// The next sample, or nothing at the true end of the film. The data view is borrowed until the next
    /// call. Codes: `media_truncated` (the source ends inside a sample or before its declared end),
    /// `media_changed` (the file shrank or was replaced while being read), `media_damaged` (a sample that
    /// cannot be right, with its time), `transcode_failed`, `media_protected` (encrypted from here
    /// on), `cancelled`.
    Result<std::optional<Sample>> next(std::stop_token stop = {});

    /// As next(), but a sample that stands in the file as it will be delivered is not read: its `data` is
    /// empty, and copy() reads it straight to where it is wanted. For packaging, where a copy of every byte
    /// costs more than its encryption.
    Result<std::optional<Sample>> nextPlace(std::stop_token stop = {});
    /// Fills `out`, as long as the sample of the last nextPlace(), with its bytes. Codes: as next().
    Status copy(MutableBytes out);

    /// Bytes of the source consumed so far, for progress; grows up to info().size.
    [[nodiscard]] std::uint64_t position() const;

    /// Whether nextPlace() leaves the bytes in the file, and where they stand there. Known from the first
    /// nextPlace() on; for the media worker, which tells its client the place instead of the bytes.
    [[nodiscard]] bool leavesBytesInFile() const;
    [[nodiscard]] std::uint64_t placeInFile() const;

    /// What does the reading: this process, or a media worker (workshop.h).
    class Engine;
    explicit SampleReader(std::unique_ptr<Engine> engine);

private:
    std::unique_ptr<Engine> m_engine;
};

}  // namespace keyreel::media
