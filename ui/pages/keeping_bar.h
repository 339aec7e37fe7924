#pragma once

#include <QWidget>

#include "ui/models/offline_films.h"

namespace keyreel::ui {

class Button;
class Label;
class LibraryModel;
class ProgressBar;

/// How far it is that several films are being kept for watching offline; hidden while none are. Cancel ends
/// it: what is kept by then stays. When one could not be kept, it says at the end which and why, until it is
/// closed.
class KeepingBar : public QWidget {
    Q_OBJECT
public:
    /// `library` knows the titles.
    KeepingBar(OfflineFilms& films, const LibraryModel& library, QWidget* parent = nullptr);

private:
    void follow();
    void showOutcome(const OfflineFilms::Several& how);

    OfflineFilms& m_films;
    const LibraryModel& m_library;
    Label* m_words;
    ProgressBar* m_bar;
    Button* m_end;
};

}  // namespace keyreel::ui
