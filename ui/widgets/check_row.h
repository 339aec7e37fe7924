#pragma once

#include <QAbstractButton>

namespace keyreel::ui {

/// One of several things that may be ticked: box, name, and a quiet note at the right. Space ticks.
class CheckRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit CheckRow(const QString& name, QWidget* parent = nullptr);
    void setNote(const QString& note);
    [[nodiscard]] QString note() const { return m_note; }
    /// Cannot be changed, for this reason; an empty one lets it be changed again.
    void setFixed(const QString& reason);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool hitButton(const QPoint& pos) const override;

private:
    void describe();
    QString m_note;
    QString m_reason;
};

}  // namespace keyreel::ui
