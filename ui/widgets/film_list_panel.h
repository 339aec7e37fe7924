#pragma once

#include <QList>
#include <QPointer>
#include <optional>

#include "ui/widgets/player_panels.h"

class QListView;

namespace keyreel::ui {

/// "Up next": the films of a list, the one that plays marked, at the right of the picture. A double click or
/// Enter asks for a film, dragging or Alt with the arrows for another place, Delete to take one off; Esc
/// closes. It shows what it is told.
class FilmListPanel : public RaisedPanel {
    Q_OBJECT
public:
    struct Row {
        QString title;
        QString note;
    };
    explicit FilmListPanel(QWidget* parent = nullptr);
    ~FilmListPanel() override;

    /// Whoever stands on a row stays at that place.
    void setRows(QList<Row> rows, int now);
    /// Shows it and takes the focus, at the film that plays.
    void popUp();
    void dismiss();

Q_SIGNALS:
    void chosen(int row);
    /// To be answered by setRows() at once.
    void moveRequested(int from, int to);
    void removeRequested(int row);
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Films;
    QLayout* makeActs();
    [[nodiscard]] int row() const;
    void setRow(int row);
    void followRow();
    void move(int by);
    void moveTo(int from, int to);
    void remove();
    bool press(const QKeyEvent& event);
    bool drag(QEvent* event);

    Films* m_model;
    QListView* m_list;
    Label* m_count;
    Button* m_sooner;
    Button* m_later;
    Button* m_remove;
    std::optional<int> m_held;  ///< The row that is being dragged.
    QPointer<QWidget> m_focusBefore;
};

}  // namespace keyreel::ui
