#pragma once

#include <QKeySequence>
#include <QMap>
#include <QRect>
#include <QSettings>
#include <QString>

#include "ui/shell/picture_choices.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

/// What a person chose for one film. Tracks by the names that the player gives them; empty: nothing yet.
struct FilmChoices {
    QString sound;
    QString text;     ///< "off": none.
    QString quality;  ///< "auto": as the way allows.
    bool textShown = true;
    int textDelayMs = 0;
    int textPercent = 100;  ///< 50 to 250.
    PictureChoices picture;
    QString second;  ///< The text at the top; empty or "off": none.

    bool operator==(const FilmChoices&) const = default;
};

/// How subtitles look, of all films.
struct TextStyle {
    static constexpr int kHighest = 60;
    int liftPercent = 0;                    ///< Of the picture's height, above the bottom.
    QString ground{QLatin1String("veil")};  ///< "veil", "solid" or "none".
    bool ownLook = true;                    ///< A text that has a script is drawn as that says.

    bool operator==(const TextStyle&) const = default;
};

/// Everything the window remembers, each with a type, a default and bounds; a value that makes no sense is
/// the default. One file, given by path, so that profiles and tests stay apart. Enumerations are stored as
/// words.
class SettingsTable {
public:
    explicit SettingsTable(const QString& path);

    ThemeOptions theme() const;
    void setTheme(const ThemeOptions& options);

    /// A word of languages(), or "system".
    QString language() const;
    void setLanguage(const QString& word);

    /// Where the window was when it was neither maximized nor full screen; empty before the first time.
    QRect windowRect() const;
    bool windowMaximized() const;
    void setWindow(const QRect& rect, bool maximized);

    /// Where a person put the small window of the player; empty while nobody did.
    QRect miniRect() const;
    void setMiniRect(const QRect& rect);

    QString lastPage() const;
    void setLastPage(const QString& id);

    /// 0 to 1.
    double volume() const;
    void setVolume(double volume);
    bool muted() const;
    void setMuted(bool muted);

    /// The device that sound is heard from, and what it was called; empty: the system's default.
    QString soundDevice() const;
    QString soundDeviceName() const;
    void setSoundDevice(const QString& id, const QString& name);
    /// Quiet parts of a film are made louder.
    bool evenLoudness() const;
    void setEvenLoudness(bool even);

    /// Films go on where they were left.
    bool resumes() const;
    void setResumes(bool resumes);
    /// Where films were left and what was chosen for them is kept.
    bool remembersWatching() const;
    void setRemembersWatching(bool remembers);
    /// New drafts begin as "only people I grant" instead of free.
    bool newFilmsGranted() const;
    void setNewFilmsGranted(bool granted);

    /// Keys are put away before the computer sleeps.
    bool locksBeforeSleep() const;
    void setLocksBeforeSleep(bool locks);

    /// How many films are published at a time, 1 to 4.
    int jobsAtOnce() const;
    void setJobsAtOnce(int jobs);
    /// Kilobytes a second for all uploads together; 0: no limit.
    int uploadLimit() const;
    void setUploadLimit(int kilobytes);
    /// What follows when the last job is done: "nothing", "notify", "sound" or "quit".
    QString whenDone() const;
    void setWhenDone(const QString& word);
    /// What "command" runs: a program by its path, then its arguments; empty: nothing.
    QStringList doneCommand() const;
    void setDoneCommand(const QStringList& command);

    /// "added", "title", "watched" or "sold".
    QString librarySort() const;
    void setLibrarySort(const QString& word);
    bool libraryAsList() const;
    void setLibraryAsList(bool list);

    /// `film` is a link or a path; only its digest is kept. The choices of the films of longest ago are
    /// forgotten when there are more than some hundred. Without any: the text's size is that of last time.
    /// None is kept while remembersWatching() is off.
    FilmChoices filmChoices(const QString& film) const;
    void setFilmChoices(const QString& film, const FilmChoices& choices);
    /// Where a file of this computer was left, as long as it is the same file; 0: at its beginning.
    qint64 filePosition(const QString& path) const;
    void setFilePosition(const QString& path, qint64 milliseconds);
    /// Choices and positions, of all films and files.
    void forgetWatching();

    TextStyle textStyle() const;
    void setTextStyle(const TextStyle& style);

    /// The keys that a person chose, by command; an empty list: none. Commands and keys that make no sense
    /// are left out.
    QMap<QString, QList<QKeySequence>> chosenKeys() const;
    void setChosenKeys(const QMap<QString, QList<QKeySequence>>& keys);

    void sync() { m_settings.sync(); }

private:
    void dropOldest(const char* group);
    mutable QSettings m_settings;
};

}  // namespace keyreel::ui
