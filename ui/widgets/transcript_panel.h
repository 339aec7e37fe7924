#pragma once

#include <QList>
#include <QPointer>

#include "ui/widgets/player_panels.h"

class QAbstractListModel;
class QListView;

namespace keyreel::ui {

class SearchField;

/// "Transcript": all that is said, a line each, at the right of the picture. What is said now is marked and
/// kept in view, unless the person scrolled. Search leaves the lines that have the words. A click or Enter
/// asks for a line's place; Esc empties the search, then closes.
class TranscriptPanel : public RaisedPanel {
    Q_OBJECT
public:
    struct Line {
        qint64 ms = 0;
        QString text;
    };
    explicit TranscriptPanel(QWidget* parent = nullptr);
    ~TranscriptPanel() override;

    void setLines(QList<Line> lines);
    /// The line that is said now, of setLines; -1: none.
    void setNow(int line);
    /// Lines that the search leaves.
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] bool follows() const { return m_follows; }
    /// Shows it and takes the focus, in the search.
    void popUp();
    void dismiss();

Q_SIGNALS:
    void lineChosen(int line);
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Lines;
    void search(const QString& words);
    void choose(int row);
    void setFollows(bool follows);
    void showNow();
    void fill();

    Lines* m_model;
    SearchField* m_search;
    QListView* m_list;
    Label* m_empty;
    Button* m_back;
    QPointer<QWidget> m_focusBefore;
    bool m_follows = true;
};

}  // namespace keyreel::ui
