#pragma once

#include <QTimer>

#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

/// A line at the top centre of the picture for some seconds, with one act at most: "Goes on from 12:03 ·
/// Start over". A polite status. Stays while the pointer or the focus is in it.
class PlayerNote : public RaisedPanel {
    Q_OBJECT
public:
    explicit PlayerNote(QWidget* parent);
    void show(const QString& text, int milliseconds, const QString& act = {});
    [[nodiscard]] QString text() const;
    /// In the middle of `width`, below `top`, in parent coordinates.
    void place(int width, int top);

Q_SIGNALS:
    void acted();

private:
    Label* m_text;
    Button* m_act;
    QTimer m_hide;
    int m_width = 0;
    int m_top = 0;
};

}  // namespace keyreel::ui
