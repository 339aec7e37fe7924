#include "player/playback/picture_queue.h"

#include <utility>

namespace keyreel::playback {

bool PictureQueue::push(Picture picture) {
    std::unique_lock lock(m_mutex);
    m_room.wait(
        lock, [&] { return m_closed || picture.serial != m_state.serial || m_pictures.size() < kCapacity; });
    if (m_closed || picture.serial != m_state.serial) return false;
    m_pictures.push_back(std::move(picture));
    return true;
}

void PictureQueue::finish(std::uint64_t serial, std::optional<Error> error) {
    const std::lock_guard lock(m_mutex);
    if (serial != m_state.serial) return;
    m_state.finished = true;
    m_state.error = std::move(error);
}

std::optional<Time> PictureQueue::nextTime() const {
    const std::lock_guard lock(m_mutex);
    if (m_pictures.empty()) return std::nullopt;
    return m_pictures.front().pts;
}

std::optional<Time> PictureQueue::secondTime() const {
    const std::lock_guard lock(m_mutex);
    if (m_pictures.size() < 2) return std::nullopt;
    return m_pictures[1].pts;
}

std::optional<Picture> PictureQueue::take() {
    const std::lock_guard lock(m_mutex);
    if (m_pictures.empty()) return std::nullopt;
    std::optional<Picture> picture(std::move(m_pictures.front()));
    m_pictures.pop_front();
    m_room.notify_one();
    return picture;
}

std::size_t PictureQueue::size() const {
    const std::lock_guard lock(m_mutex);
    return m_pictures.size();
}

OutputState PictureQueue::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void PictureQueue::clear(std::uint64_t serial) {
    const std::lock_guard lock(m_mutex);
    m_pictures.clear();
    m_state = {serial, false, std::nullopt};
    m_room.notify_all();
}

void PictureQueue::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_pictures.clear();
    m_room.notify_all();
}

}  // namespace keyreel::playback
