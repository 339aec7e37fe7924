#include "player/playback/track_pipeline.h"

#include <algorithm>
#include <utility>

#include "core/base/progress.h"

namespace keyreel::playback {

TrackPipeline::TrackPipeline(TrackSource source, QueueLimit limit, Time preroll, Seek first,
                             Callbacks callbacks)
    : m_feed(std::move(source)),
      m_preroll(preroll),
      m_firstTarget(first.target),
      m_callbacks(std::move(callbacks)),
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
    m_feed.interrupt();
    m_queue.clear(seek.serial);
    m_bufferedUntil = seek.target.count();
    m_changed.notify_all();
}

void TrackPipeline::requestStop() {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_feed.stop();
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
    m_feed.accept();
    return std::exchange(m_pending, std::nullopt);
}

bool TrackPipeline::waitForSeek() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || m_pending; });
    return !m_stopping;
}

bool TrackPipeline::openTrack() {
    for (;;) {
        const Status open = m_feed.open(m_firstTarget);
        if (!open && open.error().code == "cancelled") {
            // Called away by a seek while the headers were on their way: they are needed all the same.
            const std::lock_guard lock(m_mutex);
            if (m_stopping) return false;
            m_feed.accept();
            continue;
        }
        if (!open) {
            m_callbacks.opened(tl::unexpected<Error>(open.error()));
            return false;
        }
        Result<std::unique_ptr<Decoder>> decoder = Decoder::open(m_feed.demuxer());
        if (!decoder) {
            m_callbacks.opened(tl::unexpected<Error>(std::move(decoder).error()));
            return false;
        }
        TrackInfo info = (*decoder)->info();
        if (info.chapters.empty()) info.chapters = m_feed.chapters();
        m_feed.takeChange();
        if (m_callbacks.entered) m_callbacks.entered(m_feed.rung(), info);
        m_stage = m_callbacks.makeStage(std::move(*decoder), m_feed.rung());
        m_callbacks.opened(std::move(info));
        m_decodeThread = std::thread([this] { decode(); });
        return true;
    }
}

/// The decoder for what follows, which is of another rung than what came before.
Status TrackPipeline::changeDecoder(Item& item) {
    item.change = ++m_changesSent;
    KEYREEL_TRY(item.decoder, Decoder::open(m_feed.demuxer()));
    item.rung = m_feed.rung();
    if (m_callbacks.entered) m_callbacks.entered(item.rung, item.decoder->info());
    return {};
}

bool TrackPipeline::forward(std::uint64_t serial) {
    Result<std::optional<Sample>> sample = m_feed.read();
    Item item;
    item.serial = serial;
    if (sample && *sample) {
        Item change;
        change.serial = serial;
        if (m_feed.takeChange())
            if (Status changed = changeDecoder(change); !changed)
                sample = tl::unexpected<Error>(changed.error());
        if (change.decoder) {
            change.kind = Kind::Change;
            change.from = (*sample)->pts;
            m_queue.pushAlways(std::move(change));
        }
    }
    if (!sample) {
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

void TrackPipeline::begin(const Seek& seek, bool& running) {
    m_bufferedUntil = seek.target.count();
    Status arrived = m_feed.seek(std::max(seek.target - m_preroll, Time(0)));
    Item item;
    // A decoder on its way may have gone with the queue when the seek came.
    if (arrived && (m_feed.takeChange() || m_changesDone != m_changesSent)) arrived = changeDecoder(item);
    running = arrived.has_value();
    if (!arrived && arrived.error().code == "cancelled") return;
    item.serial = seek.serial;
    item.kind = Kind::Begin;
    item.seek = seek;
    m_queue.pushAlways(std::move(item));
    if (arrived) return;
    Item failure;
    failure.serial = seek.serial;
    failure.kind = Kind::Failure;
    failure.error = arrived.error();
    m_queue.pushAlways(std::move(failure));
}

void TrackPipeline::demux() {
    if (!openTrack()) return;
    bool running = false;
    std::uint64_t serial = 0;
    while (!stopping()) {
        if (const std::optional<Seek> seek = takeSeek()) {
            serial = seek->serial;
            begin(*seek, running);
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
            if (item->decoder) {
                m_stage->replace(std::move(item->decoder), item->rung);
                m_changesDone = item->change;
            }
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
        } else if (item->kind == Kind::Change) {
            status = m_stage->change(std::move(item->decoder), item->from, item->rung);
            if (status) m_changesDone = item->change;
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
