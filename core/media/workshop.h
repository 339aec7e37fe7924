#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/image.h"
#include "core/media/probe.h"
#include "core/media/sample_reader.h"
#include "core/media/text_track.h"
#include "core/media/thumbnails.h"

namespace keyreel::media {

/// How films are read apart from the program that wants them.
struct WorkshopSettings {
    /// The worker; empty: beside the running program, or where it is installed.
    std::filesystem::path worker;
    /// Bytes that one worker may fill; 0: half of the computer's, 2 to 8 GiB.
    std::uint64_t memory = 0;
    /// For a description or a picture, or for one track of text.
    std::chrono::milliseconds answer{60'000};
    /// Without any sample while a film is read.
    std::chrono::milliseconds silence{180'000};
    /// Keep one worker ready at all times: right for a window, a waste for a command that ends.
    bool keepReady = false;
};

/// What guards the workers of this computer.
struct WorkshopGuards {
    bool seccomp = false;
    int landlock = 0;          ///< ABI of the kernel; 0: it has none.
    std::uint64_t memory = 0;  ///< Bytes; 0: no limit (sanitizer builds).
};

/// Where strangers' films are opened: each in a process of its own, `keyreel-media-worker`, which is given
/// the film's descriptor and nothing else; no key is ever there. The functions are those of probe.h, image.h,
/// sample_reader.h and text_track.h, which work in the calling process, with these codes besides theirs:
/// `media_worker_crashed`, `media_worker_forbidden` (a system call that it may not make),
/// `media_worker_memory`, `media_worker_timeout`, `media_worker_killed`, `media_worker_protocol`,
/// `media_worker_missing`, `media_worker_failed`, `media_worker_unguarded`. A worker's end is an error of
/// that one call. Cancelling kills it. Thread: any, also at the same time; readers may outlive the workshop.
class Workshop {
public:
    explicit Workshop(WorkshopSettings settings = {});
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    ~Workshop();

    /// Starts a worker for the next call, without waiting for it.
    void warmUp() const;

    [[nodiscard]] Result<MediaInfo> probe(const std::filesystem::path& film, std::stop_token stop = {}) const;
    /// At most `maxWidth` wide, 4096 at most.
    [[nodiscard]] Result<Image> posterFrame(const std::filesystem::path& film, std::uint32_t maxWidth,
                                            std::stop_token stop = {}) const;
    /// The picture that is shown `seconds` after the beginning, as frameAt(); at most `maxWidth` wide.
    [[nodiscard]] Result<Image> frameAt(const std::filesystem::path& film, double seconds,
                                        std::uint32_t maxWidth, std::stop_token stop = {}) const;
    /// The picture that a film carries, fitted into the two sides.
    [[nodiscard]] Result<Image> coverArt(const std::filesystem::path& film, std::uint32_t maxWidth,
                                         std::uint32_t maxHeight, std::stop_token stop = {}) const;
    /// A picture file, fitted into the two sides.
    [[nodiscard]] Result<Image> readImage(const std::filesystem::path& picture, std::uint32_t maxWidth,
                                          std::uint32_t maxHeight, std::stop_token stop = {}) const;
    /// The reader holds its worker until it is destroyed.
    [[nodiscard]] Result<SampleReader> openReader(const std::filesystem::path& film,
                                                  const ReaderOptions& options = {},
                                                  std::stop_token stop = {}) const;
    /// As readTextStreams().
    [[nodiscard]] Result<std::vector<TextTrack>> readTexts(const std::filesystem::path& film,
                                                           std::stop_token stop = {},
                                                           std::vector<std::string>* leftOut = nullptr) const;
    /// As readFonts().
    [[nodiscard]] Result<std::vector<TextFont>> readFonts(const std::filesystem::path& film,
                                                          std::stop_token stop = {}) const;
    /// As makeThumbnails(). `sink` is called on this thread.
    [[nodiscard]] Status makeThumbnails(const std::filesystem::path& film, const ThumbnailPlan& plan,
                                        const SheetSink& sink, std::stop_token stop = {}) const;
    [[nodiscard]] Result<WorkshopGuards> guards(std::stop_token stop = {}) const;

private:
    class Bench;
    std::unique_ptr<Bench> m_bench;
};

}  // namespace keyreel::media
