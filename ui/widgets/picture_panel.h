#pragma once

#include <QHash>
#include <QPointer>

#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

class DigitsLabel;
class SegmentedControl;

/// "Picture": how the film's picture is shown, over the picture, so that a person sees what a step does. It
/// stays open; Esc closes it. It shows what it is told and asks through signals.
class PicturePanel : public RaisedPanel {
    Q_OBJECT
public:
    enum class Part { Zoom, Turn, Brightness, Contrast, Saturation };

    /// `shapes` by their ids, which are also their names; in front of them stands the film's own.
    explicit PicturePanel(const QStringList& shapes, QWidget* parent = nullptr);

    void setValue(Part part, const QString& text);
    void setShape(const QString& id);
    /// Whether there is anything to put back.
    void setChanged(bool changed);
    /// Its lower right corner at `corner` in parent coordinates.
    void place(const QPoint& corner);
    /// Shows it and takes the focus.
    void popUp();
    void dismiss();

Q_SIGNALS:
    /// 1 or -1.
    void stepped(keyreel::ui::PicturePanel::Part part, int by);
    /// Empty: the film's own.
    void shapeChosen(const QString& id);
    void resetRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    struct Step {
        QString words;
        QString command;
    };
    void addRow(QVBoxLayout* column, Part part, const QString& title, const QString& name, const Step& less,
                const Step& more);

    QHash<Part, DigitsLabel*> m_values;
    SegmentedControl* m_shape;
    QStringList m_shapes;
    Button* m_first = nullptr;
    Button* m_reset;
    QPointer<QWidget> m_focusBefore;
    bool m_told = false;  ///< The shape is being shown, not chosen.
};

}  // namespace keyreel::ui
