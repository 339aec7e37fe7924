#include "player/playback/thumbnailer.h"

#include <algorithm>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "core/base/secret_bytes.h"
#include "player/playback/frame_reader.h"

namespace keyreel::playback {

namespace {

constexpr std::size_t kCacheBytes = 16 * 1024 * 1024;
/// Requests within one second of film share a picture.
constexpr Time kStep{1'000'000};

/// The picture with pixels of its own, which are wiped with it: the reader's buffers go round.
Picture ownedCopy(const Picture& picture) {
    Picture copy = picture;
    copy.pixels = std::shared_ptr<const Bytes>(new Bytes(*picture.pixels), [](const Bytes* pixels) {
        std::unique_ptr<Bytes> owned(const_cast<Bytes*>(pixels));
        wipe(*owned);
    });
    return copy;
}

}  // namespace

struct Thumbnailer::State {
    TrackSource source;
    int width = 0;
    int height = 0;
    Ready ready;

    mutable std::mutex mutex;
    std::condition_variable changed;
    std::optional<Time> wanted;
    std::list<std::pair<std::int64_t, Picture>> cache;  // Most recently used first.
    std::size_t bytes = 0;
    std::stop_source stop;
    std::thread thread;

    std::optional<Picture> cached(std::int64_t second) {
        const std::lock_guard lock(mutex);
        const auto found = std::find_if(cache.begin(), cache.end(),
                                        [second](const auto& entry) { return entry.first == second; });
        if (found == cache.end()) return std::nullopt;
        cache.splice(cache.begin(), cache, found);
        return cache.front().second;
    }

    void keep(std::int64_t second, Picture picture) {
        const std::lock_guard lock(mutex);
        bytes += picture.pixels->size();
        cache.emplace_front(second, std::move(picture));
        while (bytes > kCacheBytes && cache.size() > 1) {
            bytes -= cache.back().second.pixels->size();
            cache.pop_back();
        }
    }

    std::optional<Time> nextRequest() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return stop.stop_requested() || wanted; });
        if (stop.stop_requested()) return std::nullopt;
        return std::exchange(wanted, std::nullopt);
    }

    std::optional<Picture> make(std::unique_ptr<FrameReader>& reader, Time at) {
        if (!reader) {
            Result<std::unique_ptr<FrameReader>> opened = FrameReader::open({source}, stop.get_token());
            if (!opened) return std::nullopt;
            reader = std::move(*opened);
        }
        if (!reader->seek(at, SeekMode::KeyFrame)) return std::nullopt;
        const Result<std::optional<Frame>> frame = reader->nextFrame();
        if (!frame || !*frame) return std::nullopt;
        Result<Picture> picture = reader->picture(width, height);
        if (!picture) return std::nullopt;
        return ownedCopy(*picture);
    }

    void serve() {
        std::unique_ptr<FrameReader> reader;
        while (const std::optional<Time> at = nextRequest()) {
            const std::int64_t second = *at / kStep;
            std::optional<Picture> picture = cached(second);
            if (!picture) {
                picture = make(reader, *at);
                if (!picture) {
                    // A reader that failed may be halfway through a box.
                    reader.reset();
                    continue;
                }
                keep(second, *picture);
            }
            if (!stop.stop_requested()) ready(*at, *picture);
        }
    }
};

Thumbnailer::Thumbnailer(TrackSource video, int boxWidth, int boxHeight, Ready ready)
    : m_state(std::make_unique<State>()) {
    m_state->source = std::move(video);
    m_state->width = boxWidth;
    m_state->height = boxHeight;
    m_state->ready = std::move(ready);
    m_state->thread = std::thread([state = m_state.get()] { state->serve(); });
}

Thumbnailer::~Thumbnailer() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stop.request_stop();
        m_state->changed.notify_all();
    }
    m_state->thread.join();
}

void Thumbnailer::request(Time at) {
    const std::lock_guard lock(m_state->mutex);
    m_state->wanted = std::max(at, Time(0));
    m_state->changed.notify_all();
}

std::size_t Thumbnailer::cachedBytes() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->bytes;
}

}  // namespace keyreel::playback
