#include "ui/widgets/opening_steps.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {
namespace {

constexpr int kMark = 14;
constexpr int kMarkGap = 6;
constexpr int kStepGap = 18;

QFont fontOf(bool current) {
    return Theme::font(current ? Type::Strong : Type::Body);
}

int widthOf(const QString& name) {
    // As wide as its boldest, so that nothing moves when a step begins.
    return static_cast<int>(std::ceil(paint::digitsWidth(name, fontOf(true))));
}

}  // namespace

OpeningSteps::OpeningSteps(const QStringList& names, QWidget* parent)
    : QWidget(parent), m_names(names), m_spinner(new Spinner(kMark, this)) {
    installAccessibility();
    setCurrent(0);
}

void OpeningSteps::setCurrent(int index) {
    const int count = static_cast<int>(m_names.size());
    m_current = std::clamp(index, 0, count);
    m_spinner->setVisible(m_current < count);
    setAccessibleName(m_current < count
                          ? tr("%1, step %2 of %3").arg(m_names.at(m_current)).arg(m_current + 1).arg(count)
                          : m_names.join(QStringLiteral(", ")));
    arrange();
    update();
}

int OpeningSteps::xOf(int index) const {
    int x = 0;
    for (int i = 0; i < index; ++i)
        x += kMark + kMarkGap + widthOf(m_names.at(i)) + kStepGap;
    return x;
}

QSize OpeningSteps::sizeHint() const {
    return {xOf(static_cast<int>(m_names.size())) - kStepGap, Theme::scaled(20)};
}

void OpeningSteps::arrange() {
    m_spinner->setGeometry(xOf(m_current), (height() - kMark) / 2, kMark, kMark);
}

void OpeningSteps::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OpeningSteps::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_names.size(); ++i) {
        const int x = xOf(i);
        const QRectF mark(x, (height() - kMark) / 2.0, kMark, kMark);
        if (i < m_current) paintIcon(p, Icon::Check, mark, Theme::color(Role::Ok));
        if (i > m_current)
            paint::roundedBox(p, mark.adjusted(1.5, 1.5, -1.5, -1.5), kMark, {},
                              Theme::color(Role::LineStrong), 1.5);
        const QRectF words(x + kMark + kMarkGap, 0, widthOf(m_names.at(i)) + 2, height());
        paint::text(p, words, m_names.at(i), fontOf(i == m_current),
                    Theme::color(i == m_current  ? Role::Text
                                 : i < m_current ? Role::Text2
                                                 : Role::Text3));
    }
}

}  // namespace keyreel::ui
