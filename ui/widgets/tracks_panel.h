#pragma once

#include <QList>
#include <QPointer>

#include "ui/widgets/menu_row.h"
#include "ui/widgets/player_panels.h"

class QVBoxLayout;

namespace keyreel::ui {

class CheckRow;
class DigitsLabel;
class SegmentedControl;

/// "Subtitles and sound": lists of tracks and of sound devices over the picture, and below them how subtitles
/// look. It stays
/// open while a person tries one after the other. Up and Down move within a list, Left and Right between
/// them, Enter chooses, Esc closes. It shows what it is told and asks through signals.
class TracksPanel : public RaisedPanel {
    Q_OBJECT
public:
    explicit TracksPanel(QWidget* parent = nullptr);

    void setTexts(const QList<MenuItem>& items);
    void setSounds(const QList<MenuItem>& items);
    /// Where sound can be heard from; without any, nothing of this is shown.
    void setOutputs(const QList<MenuItem>& items);
    void setTextChoice(const QString& id);
    void setSoundChoice(const QString& id);
    /// Milliseconds.
    void setDelay(int delay);
    void setTextPercent(int percent);
    /// Percent of the picture's height.
    void setLift(int percent);
    /// "veil", "solid" or "none".
    void setGround(const QString& id);
    /// Whether the text has a look of its own, and is shown in it; what is chosen here is for other text
    /// then.
    void setOwnLook(bool has, bool on);
    /// The name of the text at the top, or that there is none.
    void setSecond(const QString& name);
    /// Whether quiet parts are made louder.
    void setEven(bool even);
    /// Its lower right corner at `corner` in parent coordinates, at most `height` high.
    void place(const QPoint& corner, int height);
    /// Shows it and takes the focus.
    void popUp();
    void dismiss();

    static constexpr int kDelayStepMs = 100;
    static constexpr int kLiftStep = 5;

Q_SIGNALS:
    void textChosen(const QString& id);
    void soundChosen(const QString& id);
    void outputChosen(const QString& id);
    void delayChanged(int byMs);
    void textPercentChosen(int percent);
    void liftChanged(int byPercent);
    void groundChosen(const QString& id);
    void ownLookChosen(bool on);
    /// The next one in the list is wanted.
    void secondRequested();
    void transcriptRequested();
    void evenChosen(bool even);
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;
    /// A list that scrolls would take the arrows.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Column {
        QWidget* whole = nullptr;
        QScrollArea* scroll = nullptr;
        QVBoxLayout* rows = nullptr;
        QList<MenuRow*> buttons;
    };
    Column makeColumn(const QString& title, const QString& name);
    void fill(Column& column, const QList<MenuItem>& items, void (TracksPanel::*chosen)(const QString&));
    static void check(const Column& column, const QString& id);
    [[nodiscard]] QList<const Column*> columns() const;
    bool moveFocus(int along, int across);

    Column m_texts;
    Column m_sounds;
    Column m_outputs;
    SegmentedControl* m_size;
    DigitsLabel* m_delay;
    DigitsLabel* m_lift;
    SegmentedControl* m_ground;
    Button* m_second;
    CheckRow* m_ownLook;
    CheckRow* m_even;
    QPointer<QWidget> m_focusBefore;
    bool m_told = false;  ///< The size is being shown, not chosen.
};

}  // namespace keyreel::ui
