#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "ui/widgets/badge.h"
#include "ui/widgets/menu_row.h"
#include "ui/widgets/quorum_diagram.h"

class QVBoxLayout;

class QScrollArea;

namespace keyreel::ui {

class Button;
class Label;

/// Opaque raised panel over a picture: radius 14, strong edge, painted shadow (elevation 1). The shadow is
/// drawn inside the widget's margins: `contentsRect` is the panel.
class RaisedPanel : public QWidget {
    Q_OBJECT
public:
    explicit RaisedPanel(QWidget* parent = nullptr, int radius = 14);
    /// Moves the visible panel (not its shadow) to `panel` in parent coordinates.
    void setPanelGeometry(const QRect& panel);
    QRect panelRect() const;
    /// sizeHint without the shadow.
    QSize panelHint() const;

protected:
    void paintEvent(QPaintEvent*) override;
    int m_radius;
};

/// One step of a value that a panel shows beside it; `sign` is "+" or a minus.
Button* stepButton(const QString& sign, const QString& name, const QString& object);

/// Top-left of the player: back, title, maker, badge.
class PlayerChip : public RaisedPanel {
    Q_OBJECT
public:
    explicit PlayerChip(QWidget* parent = nullptr);
    void set(const QString& title, const QString& maker, const BadgeSpec& badge);

Q_SIGNALS:
    void backRequested();

private:
    Label* m_title;
    Label* m_maker;
    Badge* m_badge;
};

/// "How this opened": diagram, total time, the steps with their times. 344 px, right side. Esc closes.
class OpeningPanel : public RaisedPanel {
    Q_OBJECT
public:
    struct NodeTime {
        QString place;
        qint64 ms = 0;
        bool needed = true;
    };
    struct Step {
        Icon icon = Icon::Check;
        QString title;
        /// "62 ms", "1,360 of 1,360".
        QString value;
        QString text;
        QList<NodeTime> nodes;
    };
    explicit OpeningPanel(QWidget* parent = nullptr);

    /// Without nodes there is none to be seen.
    void setDiagram(int threshold, const QList<QuorumDiagram::Node>& nodes);
    /// "0.19 s" and what it measures.
    void setTotal(const QString& value, const QString& meaning);
    void setSteps(const QList<Step>& steps);
    /// "See record 4,318"; empty hides the button.
    void setRecordLabel(const QString& label);
    /// Whether there is a proof that can be handed on.
    void setProof(bool there);

Q_SIGNALS:
    void exportRequested();
    void closeRequested();
    void recordRequested();
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    class Steps;
    QWidget* m_diagramBox;
    QuorumDiagram* m_diagram;
    Label* m_total;
    Label* m_meaning;
    Steps* m_steps;
    QScrollArea* m_scroll;
    Button* m_record;
    Button* m_export;
};

/// In-window list of choices over the picture (quality, subtitles, speed). Arrows move, Enter chooses, Esc
/// closes.
class PlayerMenu : public RaisedPanel {
    Q_OBJECT
public:
    using Item = MenuItem;
    explicit PlayerMenu(const QString& title, QWidget* parent = nullptr);
    void setItems(const QList<Item>& items);
    /// Shows it with its lower right corner at `corner` in parent coordinates and takes the focus.
    void popUp(const QPoint& corner);

Q_SIGNALS:
    void chosen(const QString& id);
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void dismiss();
    QVBoxLayout* m_rows;
    QString m_title;
    QList<Button*> m_buttons;
    QPointer<QWidget> m_focusBefore;
};

/// Pill at the top centre of the picture for 600 ms after a key: "+10 s", "Volume 65 %". A polite status.
class KeyFeedback : public QWidget {
    Q_OBJECT
public:
    explicit KeyFeedback(QWidget* parent);
    void show(const QString& text);
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_text;
    QTimer m_hide;
};

}  // namespace keyreel::ui
