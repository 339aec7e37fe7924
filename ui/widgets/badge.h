#pragma once

#include <QWidget>

#include "ui/icons/icon.h"

namespace keyreel::ui {

/// What a badge says: icon, word and tone. Values, so that delegates can paint them.
struct BadgeSpec {
    QString text;
    Icon icon = Icon::None;
    Tone tone = Tone::Neutral;
    bool dashed = false;

    bool operator==(const BadgeSpec&) const = default;
    bool isEmpty() const { return text.isEmpty(); }

    static BadgeSpec owned();
    static BadgeSpec protectedFilm();
    static BadgeSpec published();
    static BadgeSpec draft();
    static BadgeSpec revoked();
    static BadgeSpec needsGateway();
    static BadgeSpec onThisComputer();
    static BadgeSpec free();
};

/// 20 px high, icon 12 and word.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(const BadgeSpec& spec, QWidget* parent = nullptr);
    void setSpec(const BadgeSpec& spec);
    QSize sizeHint() const override { return size(m_spec); }
    QSize minimumSizeHint() const override { return sizeHint(); }

    static QSize size(const BadgeSpec& spec);
    static void paint(QPainter& p, const QPointF& topLeft, const BadgeSpec& spec, bool dimmed = false);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    BadgeSpec m_spec;
};

}  // namespace keyreel::ui

Q_DECLARE_METATYPE(keyreel::ui::BadgeSpec)
