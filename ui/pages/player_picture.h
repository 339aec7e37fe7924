#pragma once

#include <QObject>
#include <QTimer>

#include "player/player.h"
#include "player/video_surface.h"
#include "ui/pages/player_keys.h"
#include "ui/shell/picture_choices.h"
#include "ui/widgets/picture_panel.h"

class QWheelEvent;

namespace keyreel::ui {

class KeyFeedback;
class SettingsTable;
class TransportBar;

/// How the picture is shown: zoom and place, rotation, shape, brightness, contrast, colour. By the panel, by
/// keys, by wheel and by dragging an enlarged picture; each film as the person left it. The scaler and the
/// surface do it on their way, so it costs no copy.
class PlayerPicture : public QObject {
    Q_OBJECT
public:
    PlayerPicture(player::Player& player, player::VideoSurface& surface, TransportBar& bar,
                  PicturePanel& panel, KeyFeedback& feedback, SettingsTable* settings, QObject* parent);

    /// Begins with a film, by its link or path.
    void open(const QString& film);
    void close();
    /// False for what is not about the picture.
    bool act(const PlayerKey& key);
    /// False without Ctrl: then the wheel is somebody else's.
    bool wheel(const QWheelEvent& event, const QPointF& onSurface);
    void placePanel();
    [[nodiscard]] const PictureChoices& choices() const { return m_choices; }

private:
    void step(PicturePanel::Part part, int by);
    void zoomTo(int percent);
    void reset();
    void toggle();
    void takeView();
    void apply(const QString& said);
    void showInPanel();
    void remember();

    player::Player& m_player;
    player::VideoSurface& m_surface;
    TransportBar& m_bar;
    PicturePanel& m_panel;
    KeyFeedback& m_feedback;
    SettingsTable* m_settings;
    QString m_film;
    PictureChoices m_choices;
    QTimer m_save;  ///< A picture that is being dragged is remembered once.
};

/// The ids of all shapes, for the panel.
QStringList pictureShapes();

}  // namespace keyreel::ui
