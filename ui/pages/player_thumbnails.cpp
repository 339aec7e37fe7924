#include "ui/pages/player_thumbnails.h"

#include <chrono>

namespace keyreel::ui {
namespace {

// What the card shows at 2x: 206 x 116 logical pixels.
constexpr int kBoxWidth = 412;
constexpr int kBoxHeight = 232;

qint64 secondOf(playback::Time time) {
    return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

}  // namespace

PlayerThumbnails::PlayerThumbnails(ScrubBar& bar, QObject* parent) : QObject(parent), m_bar(&bar) {
    m_bar->setThumbnailSource([this](qint64 ms) { return at(ms); });
}

PlayerThumbnails::~PlayerThumbnails() {
    if (m_bar) m_bar->setThumbnailSource({});
}

void PlayerThumbnails::open(playback::TrackSource source) {
    close();
    const auto take = [this, film = m_film](playback::Time asked, const playback::Picture& picture) {
        const QImage shared(picture.pixels->data(), picture.width, picture.height, picture.stride,
                            QImage::Format_RGB32);
        QMetaObject::invokeMethod(
            this,
            [this, film, second = secondOf(asked), image = shared.copy()]() {
                if (film != m_film) return;
                m_shown = image;
                m_shownSecond = second;
                if (m_bar) m_bar->refreshThumbnail();
            },
            Qt::QueuedConnection);
    };
    m_maker = std::make_unique<playback::Thumbnailer>(std::move(source), kBoxWidth, kBoxHeight, take);
}

void PlayerThumbnails::close() {
    ++m_film;
    m_maker.reset();
    m_shown = {};
    m_shownSecond = -1;
    if (m_bar) m_bar->refreshThumbnail();
}

QImage PlayerThumbnails::at(qint64 ms) {
    if (!m_maker) return {};
    const playback::Time time = std::chrono::milliseconds(ms);
    if (secondOf(time) != m_shownSecond) m_maker->request(time);
    return m_shown;
}

}  // namespace keyreel::ui
