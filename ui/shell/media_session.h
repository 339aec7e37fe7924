#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantMap>
#include <functional>
#include <memory>

namespace keyreel::ui {

/// What the desktop's media controls show of a film, and what they may do with it.
struct MediaState {
    enum class Playback { Stopped, Playing, Paused };
    Playback playback = Playback::Stopped;
    QString title;
    QString artist;
    qint64 lengthUs = 0;  ///< 0: unknown.
    double rate = 1;
    double volume = 1;  ///< What is heard: 0 while it is muted.
    bool repeats = false;
    bool canPlay = false;
    bool canSeek = false;
    bool canGoNext = false;
    bool canGoPrevious = false;
    bool fullScreen = false;

    bool operator==(const MediaState&) const = default;
};

/// Media keys, lock screens and phones at the film that plays: MPRIS 2.2 over D-Bus. On the bus only while a
/// film or a list of them is open, so that the keys are another player's otherwise. Of the film it tells
/// name, maker and length, never a picture or a place. No session bus is a normal state: then nothing
/// happens. Nothing waits for an answer. GUI thread.
class MediaSession : public QObject {
    Q_OBJECT
public:
    static constexpr double kSlowest = 0.25;
    static constexpr double kFastest = 4;

    explicit MediaSession(QObject* parent = nullptr);
    ~MediaSession() override;

    /// Asked for the position, in microseconds, whenever somebody on the bus wants it.
    void setPositionSource(std::function<qint64()> position) { m_position = std::move(position); }
    /// Comes onto the bus with a film, or stays there with another one.
    void begin(const MediaState& state);
    void end();
    [[nodiscard]] bool isOn() const { return m_on; }
    /// What has changed since is told in one signal a moment later.
    void tell(const MediaState& state);
    /// The position is another than playing on from the one before.
    void tellSeeked();

    [[nodiscard]] const MediaState& state() const { return m_state; }
    [[nodiscard]] qint64 positionUs() const { return m_position ? m_position() : 0; }
    [[nodiscard]] QVariantMap metadata() const;
    /// D-Bus object path of this film, another one each time one is opened.
    [[nodiscard]] QString track() const;

Q_SIGNALS:
    void playRequested();
    void pauseRequested();
    void toggleRequested();
    void stopRequested();
    /// 1: the next, -1: the one before.
    void skipRequested(int by);
    void seekRequested(qint64 us);
    void rateRequested(double rate);
    void volumeRequested(double volume);
    void repeatRequested(bool repeats);
    void fullScreenRequested(bool on);
    void raiseRequested();
    void quitRequested();

private:
    class Player;
    class Root;
    void askForName(const QString& name);
    void flush();
    void sendChanges(const QString& interface, const QVariantMap& changed);

    QString m_connection;  ///< Empty: there is no bus.
    Player* m_player;
    std::function<qint64()> m_position;
    MediaState m_state;
    MediaState m_told;
    QTimer m_flush;
    bool m_seeked = false;
    bool m_on = false;
    quint64 m_films = 0;     ///< Counts them.
    quint64 m_toldFilm = 0;  ///< Whose metadata was told last.
};

}  // namespace keyreel::ui
