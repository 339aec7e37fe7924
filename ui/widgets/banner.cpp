#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_text(new Label(QString(), Type::Body, Role::Text2)), m_row(new QHBoxLayout(this)) {
    installAccessibility();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_text->setWordWrap(true);
    // Rich text carries its extra leading below the line.
    m_text->setContentsMargins(0, 3, 0, 0);
    m_row->setContentsMargins(44, 9, 12, 9);
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
    setMinimumHeight(Theme::scaled(48));
}

void Banner::setMessage(Tone tone, Icon icon, const QString& fact, const QString& nextStep) {
    const bool said = fact == m_fact && nextStep == m_next;
    m_tone = tone;
    m_icon = icon;
    m_fact = fact;
    m_next = nextStep;
    m_text->setText(QStringLiteral("<b>%1</b> %2").arg(fact.toHtmlEscaped(), nextStep.toHtmlEscaped()));
    const QString spoken = (fact + QLatin1Char(' ') + nextStep).trimmed();
    setAccessibleName(spoken);
    if (!said) announce(this, spoken);
    update();
}

Button* Banner::addAction(const QString& label, Icon icon) {
    auto* button =
        new Button(label, m_actions.isEmpty() ? Button::Kind::Secondary : Button::Kind::Ghost, icon, this);
    button->setSize(Button::Size::Small);
    button->setObjectName(QStringLiteral("banner.act%1").arg(m_actions.size() + 1));
    m_actions << button;
    m_row->addWidget(button);
    return button;
}

void Banner::clearActions() {
    qDeleteAll(m_actions);
    m_actions.clear();
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::roundedBox(p, rect(), metrics::kRadiusBanner, Theme::color(toneSoft(m_tone)),
                      Theme::color(toneLine(m_tone)));
    paintIcon(p, m_icon, QRectF(15, height() / 2.0 - 9, 18, 18), Theme::color(toneText(m_tone)));
}

}  // namespace keyreel::ui
