#include "ui/widgets/menu_row.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

MenuRow::MenuRow(const MenuItem& item) : Button(item.text, Kind::Ghost), m_item(item) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEnabled(item.enabled);
    setProperty("ownFocus", true);
    setCheckable(true);
    setChecked(item.checked);
    setObjectName(QStringLiteral("menu.") + item.id);
    setAccessibleName(item.text);
    setAccessibleDescription(item.note);
}

QSize MenuRow::sizeHint() const {
    const QFontMetricsF text(Theme::font(Type::Body));
    const QFontMetricsF note(Theme::font(Type::Small));
    return {int(text.horizontalAdvance(m_item.text) + note.horizontalAdvance(m_item.note)) + 76,
            Theme::scaled(32)};
}

void MenuRow::paintEvent(QPaintEvent*) {
    QPainter p(this);
    if (isChecked() || underMouse() || hasFocus()) {
        paint::roundedBox(p, rect(), 7, Theme::color(isDown() ? Role::BgPressed : Role::BgHover));
    }
    if (hasFocus()) paint::roundedBox(p, rect(), 7, {}, Theme::color(Role::AccentBar), 2);
    if (isChecked()) {
        paintIcon(p, Icon::Check, QRectF(10, (height() - 14) / 2.0, 14, 14), Theme::color(Role::AccentText));
    }
    const QRectF words(34, 0, width() - 44, height());
    const double noteWidth = QFontMetricsF(Theme::font(Type::Small)).horizontalAdvance(m_item.note);
    paint::text(p, words.adjusted(0, 0, noteWidth > 0 ? -noteWidth - 10 : 0, 0), m_item.text,
                Theme::font(Type::Body), Theme::color(m_item.enabled ? Role::Text : Role::TextDisabled));
    paint::text(p, words, m_item.note, Theme::font(Type::Small),
                Theme::color(m_item.enabled ? Role::Text3 : Role::TextDisabled),
                Qt::AlignRight | Qt::AlignVCenter);
}

void MenuRow::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right)
        event->ignore();
    else
        Button::keyPressEvent(event);
}

}  // namespace keyreel::ui
