#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/pages/player_keys.h"

namespace keyreel::player {
class VideoSurface;
}

namespace keyreel::ui {

class Button;
class RaisedPanel;
class SettingsTable;

/// The film in a small window without a frame that stays above all others, while the person does something
/// else. It borrows the surface of the page, with the text on it, and gives it back. Dragging moves it,
/// Escape, a double click or its button ends it.
class MiniPlayer : public QWidget {
    Q_OBJECT
public:
    /// `home` is where the surface lives otherwise; `keys` are the player's. `settings` keeps where a person
    /// put the window, and its size; may be null.
    MiniPlayer(player::VideoSurface& surface, QWidget& home, const PlayerKeys& keys, SettingsTable* settings);
    ~MiniPlayer() override;

    /// Whether this window system can keep a window on top, by Qt's name for it; Wayland leaves that to
    /// nobody but the compositor.
    static bool canStayOnTop(const QString& platform);
    [[nodiscard]] bool isOn() const { return m_on; }
    void enter();
    void leave();
    void setPlaying(bool playing);
    /// What stands on the page meanwhile.
    void arrangePlace();

Q_SIGNALS:
    /// After the surface has come or gone.
    void changed(bool on);
    void playPauseRequested();
    void keyPressed(const keyreel::ui::PlayerKey& key);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void closeEvent(QCloseEvent*) override;
    void enterEvent(QEnterEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QRect usualPlace() const;
    void showControls();
    bool drag(QEvent* event);

    player::VideoSurface& m_surface;
    QWidget& m_home;
    const PlayerKeys& m_keys;
    SettingsTable* m_settings;
    QRect m_entered;  ///< Its place when it came; another one is the person's.
    RaisedPanel* m_controls;
    Button* m_play;
    QWidget* m_grip;
    QWidget* m_place;  ///< On the page.
    QTimer m_hide;
    std::optional<QPoint> m_held;  ///< Where the window was taken hold of.
    bool m_moved = false;
    bool m_on = false;
};

}  // namespace keyreel::ui
