#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <memory>

#include "player/playback/thumbnailer.h"
#include "ui/widgets/scrub_bar.h"

namespace keyreel::ui {

/// Small pictures for the card above the scrub bar, from key frames, made on a thread of their own. The last
/// one stays until the next is there. Nothing of them outlives close().
class PlayerThumbnails : public QObject {
    Q_OBJECT
public:
    PlayerThumbnails(ScrubBar& bar, QObject* parent);
    ~PlayerThumbnails() override;

    /// `source` is read on another thread, so it is not the player's own.
    void open(playback::TrackSource source);
    void close();

private:
    QImage at(qint64 ms);

    QPointer<ScrubBar> m_bar;  ///< A sibling: it may go before this.
    std::unique_ptr<playback::Thumbnailer> m_maker;
    QImage m_shown;
    qint64 m_shownSecond = -1;
    int m_film = 0;  ///< Counts films: a picture that comes late belongs to none.
};

}  // namespace keyreel::ui
