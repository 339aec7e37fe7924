#pragma once

#include <QLabel>

#include "ui/theme/theme.h"

namespace keyreel::ui {

/// Text in one type role and one colour role. Both follow the theme live. Wraps when asked.
/// Simple rich text is known by its tags: `<b>` stands out in the `Text` colour, `<a>` in the accent.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString& text, Type type = Type::Body, Role role = Role::Text2,
                   QWidget* parent = nullptr);

    void setText(const QString& text);
    /// What was set, with its tags.
    QString source() const { return m_source; }
    void setRole(Role role);
    void setType(Type type);
    Role role() const { return m_role; }
    Type type() const { return m_type; }

    /// Elides one line at the right (or middle) instead of demanding its whole width; the full text is the
    /// tooltip.
    void setElided(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void changeEvent(QEvent*) override;

private:
    void restyle();
    Type m_type;
    Role m_role;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    QString m_source;
    bool m_rich = false;
};

/// A changing number or time with tabular digits.
class DigitsLabel : public QWidget {
    Q_OBJECT
public:
    explicit DigitsLabel(const QString& text = {}, Type type = Type::Small, Role role = Role::Text2,
                         QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    void setRole(Role role);
    void setAlignment(Qt::Alignment alignment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_text;
    Type m_type;
    Role m_role;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A keyboard cap, "Ctrl" or "F".
class KeyCap : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    static void paint(QPainter& p, const QRectF& r, const QString& text);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_text;
};

}  // namespace keyreel::ui
