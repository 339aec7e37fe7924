#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <stop_token>

#include "player/player.h"
#include "player/video_surface.h"
#include "ui/models/engine.h"
#include "ui/models/error_text.h"
#include "ui/models/film_files.h"
#include "ui/models/library_model.h"
#include "ui/pages/player_keys.h"
#include "ui/pages/player_sources.h"
#include "ui/widgets/transport_bar.h"

namespace keyreel::player {
class SubtitleView;
}

namespace keyreel::ui {

struct BadgeSpec;
class DimmedStill;
class FilmListPanel;
class KeyFeedback;
class MainWindow;
class MiniPlayer;
class OpeningCard;
class OpeningPanel;
class PicturePanel;
class PlayerChip;
class PlayerControls;
class PlayerList;
class PlayerMenu;
class PlayerNote;
class PlayerPicture;
class PlayerQuality;
class PlayerRemote;
class PlayerScreenshot;
class PlayerSound;
class PlayerStatisticsPanel;
class PlayerThumbnails;
class PlayerTracks;
class PlayerTranscript;
class PreviewEndCard;
class PreviewFetch;
class SettingsTable;
class TracksPanel;
class TranscriptPanel;
class UpNextCard;
struct ListedFilm;

/// Plays one film over the whole window: picture, controls that hide, how it was opened, and in words why it
/// waits or stopped. Keys as in the design, section 6.
class PlayerPage : public QWidget {
    Q_OBJECT
public:
    PlayerPage(Engine& engine, LibraryModel& library, SettingsTable* settings, MainWindow& window,
               QWidget* parent = nullptr);
    ~PlayerPage() override;

    /// Opens a film through its key nodes and plays it from where it was left. `still` is shown, dimmed,
    /// until its first picture; without one the library's is.
    void openFilm(const QString& link, const QImage& still = {});
    /// Plays a video file that nobody protected.
    void openFile(const QString& path);
    /// Plays what everyone may see of a film, and then says how to come to all of it. Asks for no key, and
    /// leaves no position and no record.
    void openPreview(const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts,
                     const QImage& still);
    /// Plays several films one after the other, links of the library or clear files and folders of them; one
    /// alone is played as such.
    void openFilms(const QStringList& links);
    void openFiles(const QStringList& paths);
    /// Shows a file of subtitles with the film that is open; false when it is none, or nothing is open.
    bool addSubtitles(const QString& path);
    /// Remembers the position, wipes the keys and forgets the film and the list around it.
    void closeFilm();
    [[nodiscard]] QString link() const { return m_link; }
    [[nodiscard]] player::Player* player() const { return m_player; }
    /// Ctrl+F: in what is said.
    void find();
    [[nodiscard]] bool controlsVisible() const;
    /// Null while none is open.
    [[nodiscard]] const studio::OpenedFilm* film() const { return m_film.get(); }

Q_SIGNALS:
    void backRequested();
    void recordRequested();
    /// Of the film's opening.
    void proofRequested();
    /// After a preview: this person may watch the film, or order it by its title.
    void watchRequested(const QString& link);
    void orderRequested(const QString& link, const QString& title);
    /// The film's offline lease is over.
    void renewRequested();
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
    void connectTracks();
    void connectEngine();
    void connectList();
    void openListed(const ListedFilm& film);
    void openList(const FoundFiles& found);
    void toggleList();
    void start(const QString& link, const QImage& still);
    void startFile(const QString& path, std::shared_ptr<const cenc::KeyRing> keys = nullptr);
    void letGo();
    void begin(const QString& title, const QString& maker);
    void introduce(const QString& title, const QString& maker, const BadgeSpec& badge);
    void play(const std::shared_ptr<studio::OpenedFilm>& film);
    void connectPreview();
    void playPreview(const Bytes& clip);
    void endPreview();
    void actAfterPreview();
    void placePreviewEnd();
    void playFile(Result<PlayerSources> sources);
    void followState(player::PlayerState state);
    void followFirstPicture();
    void followStill(const QString& link);
    void fail(const Error& error, const studio::OpenReport& report);
    void explain(const Error& error, const ErrorContext& context);
    [[nodiscard]] ErrorContext context() const;
    void retry();
    void showControls();
    void hideControls();
    void arrange();
    void act(const PlayerKey& key);
    void leave();
    void startOver();
    void toggleFullScreen();
    void togglePanel();
    void toggleStatistics();
    void toggleTracks();
    void placeTracks();
    void copyOpening();
    void connectPicture();
    void toggleMini();
    void toggleTranscript();
    void connectTranscript();
    void takeScreenshot(bool withText);
    void placeText();
    void placeUpNext();
    void remember();

    Engine& m_engine;
    LibraryModel& m_library;
    SettingsTable* m_settings;
    MainWindow& m_window;
    PlayerKeys m_keys;
    QString m_link;
    std::shared_ptr<studio::OpenedFilm> m_film;
    QTimer m_hide;
    QTimer m_showOpening;
    QTimer m_save;
    QElapsedTimer m_since;  ///< Since opening was asked for; invalid after the first picture.
    QString m_file;         ///< A file or package that plays in place of a link.
    std::shared_ptr<const cenc::KeyRing> m_contentKeys;  ///< That a person gave for it.
    std::stop_source m_opens;                            ///< The file.
    QThreadPool m_pool;
    std::stop_source m_search;  ///< For the films behind names that were dropped.
    qint64 m_resumedAt = 0;
    quint64 m_damageSeen = 0;
    bool m_ended = false;

    player::Player* m_player;
    player::VideoSurface* m_surface;
    PlayerChip* m_chip;
    TransportBar* m_bar;
    OpeningPanel* m_panel;
    PlayerMenu* m_speedMenu;
    PlayerMenu* m_qualityMenu;
    KeyFeedback* m_feedback;
    OpeningCard* m_opening;
    DimmedStill* m_still;
    PlayerNote* m_note;
    PlayerStatisticsPanel* m_statistics;
    PlayerControls* m_controls;
    PlayerThumbnails* m_thumbnails;
    TracksPanel* m_tracksPanel;
    player::SubtitleView* m_subtitles;
    PlayerTracks* m_tracks;
    PlayerQuality* m_quality;
    PicturePanel* m_picturePanel;
    std::unique_ptr<MiniPlayer> m_mini;
    PlayerPicture* m_picture;
    FilmListPanel* m_listPanel;
    UpNextCard* m_upNext;
    PlayerList* m_list;
    PlayerRemote* m_remote;
    PlayerScreenshot* m_screenshot;
    PlayerSound* m_sound;
    TranscriptPanel* m_transcriptPanel;
    PlayerTranscript* m_transcript;
    PreviewFetch* m_previewFetch;
    PreviewEndCard* m_previewEnd;
    /// Of the film whose preview this is; null for anything else.
    std::shared_ptr<const studio::FilmFacts> m_previewed;
    QString m_title;  ///< Of the film.
};

}  // namespace keyreel::ui
