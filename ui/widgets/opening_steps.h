#pragma once

#include <QStringList>
#include <QWidget>

namespace keyreel::ui {

/// Steps in one line: a check for what is done, a turning arc for what goes on, a ring for what is to come.
/// "Key nodes, step 3 of 4" for screen readers.
class OpeningSteps : public QWidget {
    Q_OBJECT
public:
    explicit OpeningSteps(const QStringList& names, QWidget* parent = nullptr);
    /// The index of the step that goes on; the number of steps when all are done.
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_current; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void arrange();
    [[nodiscard]] int xOf(int index) const;
    const QStringList m_names;
    int m_current = 0;
    QWidget* m_spinner;
};

}  // namespace keyreel::ui
