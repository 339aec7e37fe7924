#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "core/media/sample_engine.h"
#include "core/media/watched_film.h"
#include "core/media/worker_messages.h"
#include "core/media/worker_process.h"

namespace keyreel::media {

/// Reads a film through a worker, which demuxes, decodes and encodes; what it says is checked before anybody
/// believes it. Samples that stand in the file as they are delivered are read here, once, from the place that
/// the worker names; the others come through the channel. Private to this room. Thread: one.
class RemoteEngine final : public SampleReader::Engine {
public:
    struct Limits {
        std::chrono::milliseconds answer;   ///< Until the film is open.
        std::chrono::milliseconds silence;  ///< Between two samples.
    };
    static Result<std::unique_ptr<RemoteEngine>> begin(std::unique_ptr<worker::WorkerProcess> process,
                                                       WatchedFilm film, const ReaderOptions& options,
                                                       Limits limits, const std::stop_token& stop);

    [[nodiscard]] const std::vector<Track>& tracks() const override { return m_opened.tracks; }
    [[nodiscard]] const MediaInfo& info() const override { return m_opened.info; }
    [[nodiscard]] const std::vector<std::string>& remarks() const override { return m_opened.remarks; }
    Result<std::optional<Sample>> nextPlace(const std::stop_token& stop) override;
    Status copy(MutableBytes out) override;
    [[nodiscard]] std::uint64_t position() const override { return m_batch.position; }
    [[nodiscard]] bool leavesBytesInFile() const override { return m_current.inFile; }
    [[nodiscard]] std::uint64_t placeInFile() const override { return m_current.place; }

private:
    RemoteEngine(std::unique_ptr<worker::WorkerProcess> process, WatchedFilm film, Limits limits)
        : m_process(std::move(process)), m_film(std::move(film)), m_limits(limits) {}
    Status open(const ReaderOptions& options, const std::stop_token& stop);
    /// The next batch; false at the end of the film.
    Result<bool> receive(const std::stop_token& stop);
    Status check(const worker::SampleRecord& record);
    tl::unexpected<Error> failed(ByteView payload);
    tl::unexpected<Error> explained(const Error& error);

    std::unique_ptr<worker::WorkerProcess> m_process;
    WatchedFilm m_film;
    Limits m_limits;
    worker::Opened m_opened;
    worker::Samples m_batch;
    std::size_t m_next = 0;
    worker::SampleRecord m_current;
    std::vector<std::optional<std::int64_t>> m_lastTimes;
    std::uint64_t m_count = 0;
    bool m_ended = false;
    std::optional<Error> m_error;
};

}  // namespace keyreel::media
