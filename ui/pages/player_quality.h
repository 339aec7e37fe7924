#pragma once

#include <QObject>
#include <QPoint>
#include <memory>
#include <optional>

#include "core/adaptive/picture_codings.h"
#include "player/player.h"

namespace keyreel::ui {

class KeyFeedback;
class PlayerMenu;
class SettingsTable;
class TransportBar;

/// In which of its codings a film is shown: as the way to it allows, or the one that a person fixed, which is
/// remembered with the film. The bar says what plays now; the menu has one row for a film of one coding.
class PlayerQuality : public QObject {
    Q_OBJECT
public:
    PlayerQuality(player::Player& player, TransportBar& bar, PlayerMenu& menu, KeyFeedback& feedback,
                  SettingsTable* settings, QObject* parent);

    /// Begins with a film, by its link or path; null for one of a single coding.
    void open(const QString& film, std::shared_ptr<adaptive::PictureCodings> ladder);
    void close();
    /// Opens the menu.
    void choose();
    /// Above its button, which has moved.
    void placeMenu();
    /// Null while the film has one coding, or none is open.
    [[nodiscard]] const adaptive::PictureCodings* ladder() const { return m_ladder.get(); }
    /// "Auto · 720p", "720p".
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// That a part of one coding could not be read, and which one stands in for it.
    void said(const QString& what);

private:
    void take(const QString& id);
    void sayReplaced();
    [[nodiscard]] QPoint corner() const;
    void follow();
    /// The lines of what is on screen; empty before there is anything.
    [[nodiscard]] QString shown() const;
    [[nodiscard]] std::optional<std::size_t> rungOf(const QString& id) const;

    player::Player& m_player;
    TransportBar& m_bar;
    PlayerMenu& m_menu;
    KeyFeedback& m_feedback;
    SettingsTable* m_settings;
    QString m_film;
    std::shared_ptr<adaptive::PictureCodings> m_ladder;
    quint64 m_replaced = 0;  ///< Segments that came from another coding, as told.
};

}  // namespace keyreel::ui
