#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>
#include <functional>

#include "ui/icons/icon.h"

class QListView;
class QStandardItemModel;

namespace keyreel::ui {

class Label;
class SearchField;

/// Something that can be done from the command palette.
struct Command {
    QString id;
    QString title;
    /// What it is: "Page", "Film", "Act".
    QString kind;
    Icon icon = Icon::None;
    /// Its shortcut, key by key; empty without one.
    QStringList keys;
    std::function<void()> act;
};

/// Finds a page, a film or an act by typing (Ctrl+K): a panel over the window with a field and what matches,
/// best first. Up, Down, Page Up and Page Down choose while the field keeps the focus, Enter does it, Esc or
/// a click beside the panel puts it away; the focus then returns to where it was.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* host);

    void open(QList<Command> commands);
    void dismiss();
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    /// Titles as listed now, best first.
    [[nodiscard]] QStringList titles() const;

    /// The commands in which every word of `typed` occurs, without regard to case and accents: first those
    /// whose title begins with it, then those with a word that does, then the rest, each in the given order.
    static QList<Command> matching(const QList<Command>& commands, const QString& typed);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void arrange();
    void move(int rows);
    void choose(int row);

    QWidget* m_panel;
    SearchField* m_field;
    QListView* m_list;
    Label* m_none;
    QStandardItemModel* m_model;
    QList<Command> m_commands;
    QList<Command> m_shown;
    QPointer<QWidget> m_focusBefore;
};

}  // namespace keyreel::ui
