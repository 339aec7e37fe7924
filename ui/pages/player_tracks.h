#pragma once

#include <QObject>
#include <QThreadPool>
#include <memory>
#include <stop_token>
#include <vector>

#include "player/player.h"
#include "ui/pages/player_keys.h"
#include "ui/pages/player_sources.h"
#include "ui/shell/settings_table.h"

namespace keyreel::player {
class CueTimeline;
class SubtitleView;
}  // namespace keyreel::player

namespace keyreel::ui {

class KeyFeedback;
class TracksPanel;

/// Which sound and which text a film plays with: chosen in the panel, by keys, or as the person left it the
/// last time. Cues are read on a thread of its own, and kept in memory only, one track at a time.
class PlayerTracks : public QObject {
    Q_OBJECT
public:
    PlayerTracks(player::Player& player, player::SubtitleView& view, TracksPanel& panel,
                 KeyFeedback& feedback, SettingsTable* settings, QObject* parent);
    ~PlayerTracks() override;

    /// Begins with a film, by its link or path; gives the tracks to open the player with.
    std::vector<playback::TrackSource> open(const QString& film, PlayerSources sources);
    void close();
    /// False for what is not about tracks.
    bool act(const PlayerKey& key);
    /// Adds a file of subtitles and shows it.
    void addFile(const QString& path);
    [[nodiscard]] bool isOpen() const { return !m_film.isEmpty(); }
    [[nodiscard]] QString sound() const { return m_choices.sound; }
    /// "off": none.
    [[nodiscard]] QString text() const { return m_text; }

    static const QString kOff;

Q_SIGNALS:
    /// A person wants to choose a file of subtitles.
    void fileWanted();
    void failed(const QString& what);
    /// The cues of the text that is shown below; null: none.
    void timelineChanged(const std::shared_ptr<const keyreel::player::CueTimeline>& timeline);
    void delayChanged(int milliseconds);
    void transcriptWanted();

private:
    void connectPanel();
    void chooseSound(const QString& id);
    void chooseText(const QString& id);
    void showText(const QString& id);
    void readTextsInside();
    void cycleSound(int by);
    void cycleText(int by);
    void toggleShown();
    void changeDelay(int byMs);
    void setTextPercent(int percent);
    void changeLift(int byPercent);
    void setGround(const QString& id);
    void setOwnLook(bool own);
    void nextGround();
    void applyStyle();
    void cycleSecond(int by);
    /// The place of the text `by` places on from `current`, from 1; 0 is Off, in front of the first.
    [[nodiscard]] qsizetype placeAfter(const QString& current, int by) const;
    [[nodiscard]] QString textAt(qsizetype place) const;
    void showSecond(const QString& id);
    void read(const TextChoice& choice, bool second);
    void take(ShownText text);
    void showTaken();
    void fillTexts();
    [[nodiscard]] QString wantedText() const;
    [[nodiscard]] const SoundChoice* findSound(const QString& id) const;
    [[nodiscard]] const TextChoice* findText(const QString& id) const;
    void remember();

    player::Player& m_player;
    player::SubtitleView& m_view;
    TracksPanel& m_panel;
    KeyFeedback& m_feedback;
    SettingsTable* m_settings;
    QString m_film;
    PlayerSources m_sources;
    FilmChoices m_choices;
    QString m_text;         ///< What is shown, or off.
    QString m_soundBefore;  ///< While another one is being opened.
    QString m_second;       ///< What is shown at the top, or off.
    TextStyle m_style;
    ShownText m_shown;  ///< Below, in the person's way or in its own.
    std::stop_source m_stop;
    quint64 m_secondReading = 0;
    quint64 m_reading = 0;  ///< Counts: what comes late belongs to nobody.
    QThreadPool m_pool;
};

}  // namespace keyreel::ui
