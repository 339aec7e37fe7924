#pragma once

#include <QTimer>

#include "core/adaptive/picture_codings.h"
#include "core/package/manifest.h"
#include "player/player.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

class KeyValueTable;

/// What the player does, in numbers, twice a second: codec, size, bit rate, decoder, frames, queues, how far
/// sound and picture are apart. Shift+I.
class PlayerStatisticsPanel : public RaisedPanel {
    Q_OBJECT
public:
    PlayerStatisticsPanel(const player::Player& player, QWidget* parent);
    /// The bit rates stand in the manifest; null for a file that has none.
    void setManifest(const package::Manifest* manifest);
    /// Of a film with several codings; null for one that has a single one.
    void setLadder(std::shared_ptr<adaptive::PictureCodings> ladder);
    /// The value of a row, by its key; for who reads it aloud, or tests it.
    [[nodiscard]] QString value(const QString& key) const;
    /// With room for all that it has to say now.
    [[nodiscard]] QSize panelSize() const;
    /// Takes the numbers of now; by itself twice a second while it shows.
    void refresh();

protected:
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    [[nodiscard]] QString trackText(playback::TrackKind kind) const;
    void refreshLadder(const player::PlayerStatistics& numbers);

    const player::Player& m_player;
    KeyValueTable* m_table;
    QTimer m_every;
    std::shared_ptr<adaptive::PictureCodings> m_ladder;
    quint64 m_videoBitrate = 0;
    quint64 m_audioBitrate = 0;
};

}  // namespace keyreel::ui
