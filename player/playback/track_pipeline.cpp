#include "player/playback/track_pipeline.h"

#include <algorithm>
#include <utility>

#include "core/base/progress.h"

namespace keyreel::playback {

TrackPipeline::TrackPipeline(TrackSource source, QueueLimit limit, Time preroll, Seek first,
                             Callbacks callbacks)
    : m_source(std::move(source)),
      m_preroll(preroll),
      m_callbacks(std::move(callbacks)),
      m_reader(std::make_shared<SourceReader>(m_source.bytes)),
      m_queue(limit) {
    seek(first);
    m_demuxThread = std::thread([this] { demux(); });
}

TrackPipeline::~TrackPipeline() {
    requestStop();
    join();
}

void TrackPipeline::seek(const Seek& seek) {
    const std::lock_guard lock(m_mutex);
    if (m_pending && m_pending->serial > seek.serial) return;
    m_pending = seek;
    m_interruption = m_reader->interrupt();
    m_queue.clear(seek.serial);
    m_bufferedUntil = seek.target.count();
    m_changed.notify_all();
}

void TrackPipeline::requestStop() {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_reader->stop();
    m_queue.close();
    m_changed.notify_all();
}

void TrackPipeline::join() {
    // The demux thread starts the decode thread, so it is joined first.
    if (m_demuxThread.joinable()) m_demuxThread.join();
    if (m_decodeThread.joinable()) m_decodeThread.join();
}

bool TrackPipeline::stopping() const {
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

std::optional<Seek> TrackPipeline::takeSeek() {
    const std::lock_guard lock(m_mutex);
    if (m_stopping || !m_pending) return std::nullopt;
    m_reader->accept(m_interruption);
    return std::exchange(m_pending, std::nullopt);
}

bool TrackPipeline::waitForSeek() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || m_pending; });
    return !m_stopping;
}

Result<std::unique_ptr<Demuxer>> TrackPipeline::openDemuxer() {
    return Demuxer::open(m_source.kind, m_source.label, m_reader, m_source.container, m_source.stream);
}

bool TrackPipeline::openTrack() {
    for (;;) {
        Result<std::unique_ptr<Demuxer>> demuxer = openDemuxer();
        if (!demuxer && demuxer.error().code == "cancelled") {
            // Called away by a seek while the headers were on their way: they are needed all the same.
            const std::lock_guard lock(m_mutex);
            if (m_stopping) return false;
            m_reader->accept(m_interruption);
            continue;
        }
        if (!demuxer) {
            m_callbacks.opened(tl::unexpected<Error>(std::move(demuxer).error()));
            return false;
        }
        Result<std::unique_ptr<Decoder>> decoder = Decoder::open(**demuxer);
        if (!decoder) {
            m_callbacks.opened(tl::unexpected<Error>(std::move(decoder).error()));
            return false;
        }
        m_demuxer = std::move(*demuxer);
        const TrackInfo info = (*decoder)->info();
        m_stage = m_callbacks.makeStage(std::move(*decoder));
        m_callbacks.opened(info);
        m_decodeThread = std::thread([this] { decode(); });
        return true;
    }
}

Status TrackPipeline::goTo(const Seek& seek) {
    if (m_spent) {
        KEYREEL_TRY(m_demuxer, openDemuxer());
        m_spent = false;
    }
    return m_demuxer->seek(std::max(seek.target - m_preroll, Time(0)));
}

bool TrackPipeline::forward(std::uint64_t serial) {
    Result<std::optional<Sample>> sample = m_demuxer->read();
    Item item;
    item.serial = serial;
    if (!sample) {
        m_spent = true;
        if (sample.error().code == "cancelled") return false;
        item.kind = Kind::Failure;
        item.error = std::move(sample).error();
        m_queue.pushAlways(std::move(item));
        return false;
    }
    if (!*sample) {
        item.kind = Kind::End;
        m_queue.pushAlways(std::move(item));
        return false;
    }
    item.sample = std::move(**sample);
    item.bytes = static_cast<std::size_t>(item.sample.packet->size);
    item.duration = item.sample.duration;
    const Time until = item.sample.pts + item.sample.duration;
    if (m_queue.push(std::move(item)) != BoundedQueue<Item>::Push::Done) return false;
    // Reordered samples end before ones that came earlier.
    if (until.count() > m_bufferedUntil) m_bufferedUntil = until.count();
    return true;
}

void TrackPipeline::demux() {
    if (!openTrack()) return;
    bool running = false;
    std::uint64_t serial = 0;
    while (!stopping()) {
        if (const std::optional<Seek> seek = takeSeek()) {
            serial = seek->serial;
            m_bufferedUntil = seek->target.count();
            const Status arrived = goTo(*seek);
            running = arrived.has_value();
            if (!arrived) m_spent = true;
            if (!arrived && arrived.error().code == "cancelled") continue;
            Item item;
            item.serial = serial;
            item.kind = Kind::Begin;
            item.seek = *seek;
            m_queue.pushAlways(std::move(item));
            if (!arrived) {
                Item failure;
                failure.serial = serial;
                failure.kind = Kind::Failure;
                failure.error = arrived.error();
                m_queue.pushAlways(std::move(failure));
            }
        } else if (!running && !waitForSeek()) {
            return;
        } else if (running) {
            running = forward(serial);
        }
    }
}

void TrackPipeline::decode() {
    bool finished = false;
    while (std::optional<Item> item = m_queue.pop()) {
        if (item->kind == Kind::Begin) {
            m_stage->begin(item->seek);
            finished = false;
            continue;
        }
        if (finished) continue;
        std::optional<Error> error;
        Status status;
        if (item->kind == Kind::Sample) {
            status = m_stage->decode(item->sample);
            if (status) continue;
        } else {
            // What came before the damage is still shown.
            status = m_stage->drain();
            error = std::move(item->error);
        }
        if (!status && !error) error = status.error();
        m_stage->finish(std::move(error));
        finished = true;
    }
}

}  // namespace keyreel::playback
