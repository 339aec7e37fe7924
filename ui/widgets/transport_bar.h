#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/widgets/scrub_bar.h"

namespace keyreel::ui {

class Button;
class DigitsLabel;

/// The player's controls: time, scrub bar, previous and next film, back 10, play, forward 10, volume,
/// chapter, subtitles, quality, speed, picture, picture in picture, full screen. 100 px high, radius 14,
/// opaque. It shows what it is told and asks through signals; it drives nothing by itself. A toolbar for
/// screen readers.
class TransportBar : public QFrame {
    Q_OBJECT
public:
    enum class Part {
        Subtitles = 1,
        Quality,
        Speed,
        PictureInPicture,
        FullScreen,
        Chapters,
        Volume,
        Picture,
        Previous,
        Next,
        List
    };
    explicit TransportBar(QWidget* parent = nullptr);

    ScrubBar* scrubBar() const { return m_scrub; }
    void setPlaying(bool playing);
    bool isPlaying() const { return m_playing; }
    /// Nothing can be played (a refused part, no access).
    void setPlayable(bool playable);
    void setPosition(qint64 ms);
    void setDuration(qint64 ms);
    void setBuffered(qint64 ms);
    void setChapters(const QList<Chapter>& chapters);
    void setVolume(double volume);
    void setMuted(bool muted);
    /// Struck speaker, slider off: the film or the machine has no sound.
    void setAudioAvailable(bool available);
    void setFullScreen(bool fullScreen);
    void setQualityText(const QString& text);
    void setSpeedText(const QString& text);
    /// Of several films: previous, next and their list; with one film there is none of that.
    void setList(bool shown, bool canGoBack, bool canGoOn);
    /// Parts that do not exist here are hidden, never shown dead.
    void setPartVisible(Part part, bool visible);
    Button* partButton(Part part) const;
    /// Arc around play with words in its tooltip, "Waiting for the gateway". Empty ends it.
    void setBuffering(const QString& words);

    QSize sizeHint() const override { return {1000, 100}; }

Q_SIGNALS:
    void playPauseRequested();
    void seekRequested(qint64 ms);
    void scrubbing(qint64 ms);
    void skipRequested(qint64 deltaMs);
    void volumeChanged(double volume);
    void muteRequested(bool muted);
    void fullScreenRequested(bool on);
    void partRequested(keyreel::ui::TransportBar::Part part);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void updateTimes();
    void updateChapter();
    void updateVolumeIcon();
    ScrubBar* m_scrub;
    DigitsLabel* m_elapsed;
    DigitsLabel* m_total;
    Button* m_previous;
    Button* m_back;
    Button* m_play;
    Button* m_forward;
    Button* m_next;
    Button* m_mute;
    VolumeSlider* m_volume;
    Button* m_chapter;
    Button* m_list;
    Button* m_subtitles;
    Button* m_quality;
    Button* m_speed;
    Button* m_picture;
    Button* m_pip;
    Button* m_full;
    bool m_playing = false;
    bool m_muted = false;
    bool m_audio = true;
    bool m_fullScreen = false;
    bool m_chaptersWanted = true;
};

}  // namespace keyreel::ui
