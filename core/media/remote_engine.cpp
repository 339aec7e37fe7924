#include "core/media/remote_engine.h"

#include <algorithm>

namespace keyreel::media {
namespace {

using worker::MessageType;

/// A day of sixteen tracks of Opus in its shortest frames has fewer.
constexpr std::uint64_t kMaxSamples = std::uint64_t{1} << 30;
/// Encoding the largest picture on a slow computer takes some hundred times as long as watching it.
constexpr std::chrono::seconds kLeastProcessorTime{1800};
/// A day of sixteen sound tracks on a slow computer, from a slow disk.
constexpr std::chrono::minutes kMeasuring{30};
constexpr double kProcessorSecondsPerSecond = 400;

}  // namespace

Result<std::unique_ptr<RemoteEngine>> RemoteEngine::begin(std::unique_ptr<worker::WorkerProcess> process,
                                                          WatchedFilm film, const ReaderOptions& options,
                                                          Limits limits, const std::stop_token& stop) {
    std::unique_ptr<RemoteEngine> engine(new RemoteEngine(std::move(process), std::move(film), limits));
    KEYREEL_CHECK(engine->open(options, stop));
    return engine;
}

Status RemoteEngine::open(const ReaderOptions& options, const std::stop_token& stop) {
    worker::Request request;
    request.task = worker::Task::Read;
    request.name = m_film.name();
    request.size = m_film.size();
    request.maxWidth = request.maxHeight = worker::kMaxPictureAnswer;
    request.options = options;
    m_process->allowProcessorTime(kLeastProcessorTime);
    auto& channel = m_process->channel();
    if (const auto sent = channel.send(MessageType::Request, encodeRequest(request), m_film.descriptor());
        !sent)
        return explained(sent.error());
    // Sound is measured before anything is said.
    const auto patience = options.loudness == 0 ? m_limits.answer : m_limits.answer + kMeasuring;
    const auto answer = channel.receive({stop, std::chrono::steady_clock::now() + patience});
    if (!answer) return explained(answer.error());
    if (answer->type == MessageType::Failed) return failed(answer->payload);
    auto opened =
        answer->type == MessageType::Opened
            ? worker::decodeOpened(answer->payload)
            : Result<worker::Opened>(fail("media_worker_protocol", "Another answer than asked for."));
    if (opened && !options.pictureOptional && !opened->info.video().selected)
        opened = fail("media_worker_protocol", "A film without a picture.");
    if (!opened) return explained(opened.error());
    m_opened = std::move(*opened);
    m_opened.info.path = m_film.path();
    m_opened.info.size = m_film.size();
    m_lastTimes.resize(m_opened.tracks.size());
    const double seconds = m_opened.info.durationSeconds * kProcessorSecondsPerSecond;
    m_process->allowProcessorTime(kLeastProcessorTime +
                                  std::chrono::seconds(static_cast<std::int64_t>(seconds)));
    return {};
}

Result<std::optional<Sample>> RemoteEngine::nextPlace(const std::stop_token& stop) {
    if (m_error) return tl::unexpected<Error>(*m_error);
    while (m_next >= m_batch.records.size()) {
        if (m_ended) return std::optional<Sample>{};
        const auto more = receive(stop);
        if (!more) return tl::unexpected<Error>(more.error());
        if (!*more) m_ended = true;
    }
    m_current = m_batch.records[m_next++];
    if (const auto sound = check(m_current); !sound) return explained(sound.error());
    return std::optional<Sample>(m_current.sample);
}

Result<bool> RemoteEngine::receive(const std::stop_token& stop) {
    m_next = 0;
    m_batch.records.clear();
    const auto message =
        m_process->channel().receive({stop, std::chrono::steady_clock::now() + m_limits.silence});
    if (!message) return explained(message.error());
    switch (message->type) {
        case MessageType::Samples: {
            auto samples = worker::decodeSamples(message->payload, m_opened.tracks.size());
            if (!samples) return explained(samples.error());
            m_batch = std::move(*samples);
            return true;
        }
        case MessageType::End:
            if (const auto same = m_film.unchanged(); !same) {
                m_error = same.error();
                return tl::unexpected<Error>(*m_error);
            }
            return false;
        case MessageType::Failed:
            return failed(message->payload);
        default:
            return explained({"media_worker_protocol", "Another message than samples.", {}});
    }
}

Status RemoteEngine::check(const worker::SampleRecord& record) {
    const Sample& sample = record.sample;
    std::optional<std::int64_t>& last = m_lastTimes[sample.track];
    if ((last && sample.decodeTime <= *last) || ++m_count > kMaxSamples)
        return fail("media_worker_protocol", "The media worker names samples that no film has.");
    last = sample.decodeTime;
    if (record.inFile && (record.place > m_film.size() || sample.size > m_film.size() - record.place))
        return fail("media_worker_protocol", "The media worker names a sample that is not in the film.");
    return {};
}

Status RemoteEngine::copy(MutableBytes out) {
    if (out.size() != m_current.sample.size)
        return fail("media_damaged", m_film.name() + ": a sample has another size than announced.");
    if (m_current.inFile) return m_film.read(m_current.place, out);
    std::copy_n(m_current.sample.data.begin(), out.size(), out.begin());
    return {};
}

tl::unexpected<Error> RemoteEngine::failed(ByteView payload) {
    const auto error = worker::decodeFailed(payload);
    if (!error) return explained(error.error());
    const auto same = m_film.unchanged();
    m_error = same ? *error : same.error();
    return tl::unexpected<Error>(*m_error);
}

tl::unexpected<Error> RemoteEngine::explained(const Error& error) {
    m_error = m_process->explain(error, m_film.name());
    return tl::unexpected<Error>(*m_error);
}

}  // namespace keyreel::media
