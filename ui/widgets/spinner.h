#pragma once

#include <QWidget>

#include "ui/theme/tokens.h"

class QVariantAnimation;

namespace keyreel::ui {

/// Indeterminate wait: a turning arc, a static ring under less motion. Always stands beside words.
class Spinner : public QWidget {
    Q_OBJECT
public:
    explicit Spinner(int side = 16, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent*) override;
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;
    void timerEvent(QTimerEvent*) override;

private:
    int m_side;
    int m_timer = 0;
    qreal m_phase = 0;
};

/// A ring filled to a part of the whole (readiness of a draft).
class ProgressRing : public QWidget {
    Q_OBJECT
public:
    explicit ProgressRing(double value = 0, int side = 16, QWidget* parent = nullptr);
    void setValue(double value);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    double m_value;
    int m_side;
};

/// A 4 px progress bar that moves linearly between samples (250 ms).
class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(QWidget* parent = nullptr);
    /// 0 to 1.
    void setValue(double value);
    double value() const { return m_value; }
    void setTone(Tone tone);
    QSize sizeHint() const override { return {120, 4}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    double m_value = 0;
    double m_shown = 0;
    Tone m_tone = Tone::Accent;
    QVariantAnimation* m_animation = nullptr;
};

}  // namespace keyreel::ui
