#pragma once

#include <QWidget>

namespace keyreel::ui {

/// Over the whole window while something is dragged above it: what will happen on letting go, or why nothing
/// will.
class DropVeil : public QWidget {
    Q_OBJECT
public:
    explicit DropVeil(QWidget* parent);
    void show(const QString& title, const QString& line, bool welcome);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_title;
    QString m_line;
    bool m_welcome = true;
};

}  // namespace keyreel::ui
