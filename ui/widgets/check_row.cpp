#include "ui/widgets/check_row.h"

#include <QPainter>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {
namespace {

constexpr int kHeight = 32;
constexpr int kBox = 18;
constexpr int kLeft = 4;
constexpr int kWords = 34;

}  // namespace

CheckRow::CheckRow(const QString& name, QWidget* parent) : QAbstractButton(parent) {
    installAccessibility();
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ringRadius", metrics::kRadiusSmall);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CheckRow::setNote(const QString& note) {
    if (note == m_note) return;
    m_note = note;
    describe();
    update();
}

void CheckRow::setFixed(const QString& reason) {
    m_reason = reason;
    setEnabled(reason.isEmpty());
    setToolTip(reason);
    describe();
}

void CheckRow::describe() {
    setAccessibleDescription(m_reason.isEmpty() ? m_note : m_note + QStringLiteral(". ") + m_reason);
}

QSize CheckRow::sizeHint() const {
    return {320, Theme::scaled(kHeight)};
}

QSize CheckRow::minimumSizeHint() const {
    return {160, Theme::scaled(kHeight)};
}

bool CheckRow::hitButton(const QPoint& pos) const {
    return rect().contains(pos);
}

void CheckRow::paintEvent(QPaintEvent*) {
    QPainter p(this);
    if (underMouse() && isEnabled())
        paint::roundedBox(p, rect(), metrics::kRadiusSmall, Theme::color(Role::BgHover));
    const QRectF box(kLeft, (height() - kBox) / 2.0, kBox, kBox);
    p.save();
    if (!isEnabled()) p.setOpacity(0.5);
    if (isChecked()) {
        paint::roundedBox(p, box, 5, Theme::color(Role::Accent), Theme::color(Role::AccentEdge));
        paintIcon(p, Icon::Check, box.adjusted(2, 2, -2, -2), Theme::color(Role::AccentInk));
    } else {
        paint::roundedBox(p, box, 5, Theme::color(Role::BgField), Theme::color(Role::LineControl), 1.25);
    }
    p.restore();
    const QFont quiet = Theme::font(Type::Small);
    const qreal note = m_note.isEmpty() ? 0 : paint::digitsWidth(m_note, quiet) + 2;
    const bool faint = !isEnabled() && !isChecked();
    paint::digits(p, QRectF(width() - note - 8, 0, note, height()), m_note, quiet,
                  Theme::color(faint ? Role::TextDisabled : Role::Text3), Qt::AlignRight | Qt::AlignVCenter);
    paint::text(p, QRectF(kWords, 0, width() - note - kWords - 20, height()), text(), Theme::font(Type::Body),
                Theme::color(faint ? Role::TextDisabled : Role::Text));
}

}  // namespace keyreel::ui
