#pragma once

#include <QFrame>
#include <QVBoxLayout>

#include "ui/icons/icon.h"

namespace keyreel::ui {

class Label;

/// A group on `bg.card` with a hairline edge, radius 12 (elevation 0). `Inset` is the `bg.field` variant for
/// facts.
class Card : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Card = 1, Inset, Popover };
    explicit Card(QWidget* parent = nullptr, Kind kind = Kind::Card);

    /// The content column: padding 16, spacing 12.
    QVBoxLayout* body() const { return m_body; }
    /// A title line above the content ("Details"), with an optional quiet note beside it; returns the row so
    /// that actions can be added at its right.
    QHBoxLayout* addTitle(const QString& title, const QString& note = {});
    /// A red edge, as a job that needs attention has.
    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Kind m_kind;
    Tone m_tone = Tone::Neutral;
    QVBoxLayout* m_body;
};

/// A 1 px line, horizontal or vertical.
class Divider : public QWidget {
    Q_OBJECT
public:
    explicit Divider(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Qt::Orientation m_orientation;
};

/// A rounded square of 40 to 56 px with an icon in a tone.
class IconTile : public QWidget {
    Q_OBJECT
public:
    explicit IconTile(Icon icon, Tone tone = Tone::Neutral, int size = 40, QWidget* parent = nullptr);
    void setIcon(Icon icon, Tone tone);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Icon m_icon;
    Tone m_tone;
    int m_size;
};

/// A disc with initials in brass, 28 to 40 px.
class Avatar : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(const QString& name, int size = 40, QWidget* parent = nullptr);
    void setName(const QString& name);
    QSize sizeHint() const override { return {m_size, m_size}; }
    static void paint(QPainter& p, const QRectF& r, const QString& name);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_name;
    int m_size;
};

/// A 7 px dot and a line of text in a tone: "Signed by Tomás Vale".
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const QString& text = {}, Tone tone = Tone::Ok, QWidget* parent = nullptr);
    void set(const QString& text, Tone tone);
    QString text() const;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Label* m_label;
    Tone m_tone;
};

}  // namespace keyreel::ui
