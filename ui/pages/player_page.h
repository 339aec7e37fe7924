#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "player/player.h"
#include "player/video_surface.h"
#include "ui/models/engine.h"
#include "ui/models/library_model.h"
#include "ui/widgets/transport_bar.h"

namespace keyreel::ui {

class KeyFeedback;
class MainWindow;
class OpeningCard;
class OpeningPanel;
class PlayerChip;
class PlayerMenu;
class SettingsTable;

/// Plays one film over the whole window: picture, controls that hide, how it was opened, and in words why it
/// waits or stopped. Keys as in the design, section 6.
class PlayerPage : public QWidget {
    Q_OBJECT
public:
    PlayerPage(Engine& engine, LibraryModel& library, SettingsTable* settings, MainWindow& window,
               QWidget* parent = nullptr);
    ~PlayerPage() override;

    /// Opens a film through its key nodes and plays it from where it was left.
    void openFilm(const QString& link);
    /// Remembers the position, wipes the keys and forgets the film.
    void closeFilm();
    [[nodiscard]] QString link() const { return m_link; }
    [[nodiscard]] player::Player* player() const { return m_player; }
    [[nodiscard]] bool controlsVisible() const;

Q_SIGNALS:
    void backRequested();
    void recordRequested();
    /// The network refused; what is to be done is said on the link's own page.
    void refused(const QString& link, const keyreel::Error& error, const keyreel::studio::OpenReport& report);

protected:
    void resizeEvent(QResizeEvent*) override;
    void hideEvent(QHideEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPlayer();
    void connectBar();
    void play(const std::shared_ptr<studio::OpenedFilm>& film);
    void followState(player::PlayerState state);
    void fail(const Error& error, const studio::OpenReport& report);
    void showControls();
    void hideControls();
    void arrange();
    void skip(qint64 milliseconds);
    void changeVolume(double delta);
    void changeSpeed(double factor);
    void chooseSpeed();
    void toggleMute();
    void toggleFullScreen();
    void togglePanel();
    void remember();
    bool handleKey(QKeyEvent* event);

    Engine& m_engine;
    LibraryModel& m_library;
    SettingsTable* m_settings;
    MainWindow& m_window;
    QString m_link;
    std::shared_ptr<studio::OpenedFilm> m_film;
    QTimer m_hide;
    QTimer m_showOpening;
    QTimer m_save;
    bool m_ended = false;

    player::Player* m_player;
    player::VideoSurface* m_surface;
    PlayerChip* m_chip;
    TransportBar* m_bar;
    OpeningPanel* m_panel;
    PlayerMenu* m_speedMenu;
    KeyFeedback* m_feedback;
    OpeningCard* m_opening;
};

}  // namespace keyreel::ui
