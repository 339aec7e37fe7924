#pragma once

#include "ui/models/own_films.h"
#include "ui/shell/sheet.h"

namespace keyreel::ui {

/// Says what it means that the keys of one's own film lie in a file in the clear, and writes that file when
/// the person has agreed.
class ExportKeysSheet : public Sheet {
    Q_OBJECT
public:
    /// `title` of the film.
    ExportKeysSheet(OwnFilms& own, const QString& link, const QString& title);

private:
    void chooseFile();

    OwnFilms& m_own;
    const QString m_link;
    const QString m_title;
    Button* m_write;
    Label* m_problem;
};

}  // namespace keyreel::ui
