#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace keyreel::ui {

/// Counts of days in a row as bars, the newest at the right, with the first and the last day named. Left and
/// Right go from day to day, and the day under the pointer or the keys is told. For screen readers its
/// accessible name is what the chart shows, its description the day.
class DayChart : public QWidget {
    Q_OBJECT
public:
    explicit DayChart(QWidget* parent = nullptr);

    /// `days` are their names, one for each count; `spoken` says all of it in a sentence.
    void setCounts(const QList<quint64>& counts, const QStringList& days, const QString& spoken);
    [[nodiscard]] const QList<quint64>& counts() const { return m_counts; }
    /// The words for the day that is pointed at; empty when none is.
    [[nodiscard]] QString told() const;
    /// Where the bar of a day stands, for tests.
    [[nodiscard]] QRectF barOf(qsizetype index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    void point(qsizetype index);
    [[nodiscard]] QRectF plot() const;

    QList<quint64> m_counts;
    QStringList m_days;
    qsizetype m_pointed = -1;
};

}  // namespace keyreel::ui
