#include "ui/shell/sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/shell/reading_order.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

class Sheet::Veil : public QWidget {
public:
    explicit Veil(QWidget* host) : QWidget(host) {
        setObjectName(QStringLiteral("veil"));
        setFocusPolicy(Qt::NoFocus);
        setGeometry(host->rect());
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::color(Role::SheetVeil)); }
    // What lies below must not be clicked through the veil.
    void mousePressEvent(QMouseEvent*) override {}
    void wheelEvent(QWheelEvent*) override {}
};

namespace {
constexpr int kShadow = 32;
}

Sheet::Sheet(const QString& title, int width)
    : m_width(width),
      m_head(new QHBoxLayout),
      m_title(new Label(title, Type::Page, Role::Text)),
      m_sentence(new Label(QString(), Type::Body, Role::Text2)),
      m_body(new QVBoxLayout),
      m_acts(new QHBoxLayout) {
    installAccessibility();
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kShadow + 32, kShadow + 28, kShadow + 32, kShadow + 24);
    column->setSpacing(0);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    column->addLayout(m_head);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_sentence);
    column->addSpacing(18);
    m_body->setSpacing(14);
    column->addLayout(m_body);
    column->addSpacing(20);
    m_acts->setSpacing(8);
    m_acts->addStretch(1);
    column->addLayout(m_acts);
}

void Sheet::setIcon(Icon icon, Tone tone) {
    m_head->addWidget(new IconTile(icon, tone, 56));
    m_head->addStretch(1);
    m_head->setContentsMargins(0, 4, 0, 20);
}

void Sheet::setSentence(const QString& text) {
    m_sentence->setText(text);
    m_sentence->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

QString Sheet::title() const {
    return m_title->source();
}

Button* Sheet::addAct(const QString& label, Button::Kind kind, Icon icon, bool closes) {
    auto* button = new Button(label, kind, icon, this);
    button->setSize(Button::Size::Large);
    int at = 0;
    while (at < m_acts->count() && m_acts->itemAt(at)->widget() && m_acts->itemAt(at)->widget() != m_wayOut)
        ++at;
    m_acts->insertWidget(at, button);
    button->setObjectName(QStringLiteral("sheet.act%1").arg(at + 1));
    if (closes) connect(button, &Button::clicked, this, &Sheet::accept);
    return button;
}

Button* Sheet::addWayOut(const QString& label, bool quiet) {
    auto* button = new Button(label, quiet ? Button::Kind::Ghost : Button::Kind::Secondary, Icon::None, this);
    button->setSize(Button::Size::Large);
    button->setObjectName(QStringLiteral("sheet.wayOut"));
    if (quiet) {
        m_acts->addWidget(button);
    } else {
        int at = 0;
        while (at < m_acts->count() && m_acts->itemAt(at)->widget())
            ++at;
        m_acts->insertWidget(at, button);
    }
    connect(button, &Button::clicked, this, &Sheet::reject);
    m_wayOut = button;
    return button;
}

void Sheet::setNote(const QString& text) {
    if (!m_note) {
        m_note = new Label(QString(), Type::Small, Role::Text3);
        m_note->setWordWrap(true);
        m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_note->setFixedWidth(190);
        m_acts->addWidget(m_note);
    }
    m_note->setText(text);
}

void Sheet::setDefaultFocus(QWidget* widget) {
    m_default = widget;
}

void Sheet::open(QWidget* host) {
    m_focusBefore = host->window()->focusWidget();
    m_veil = new Veil(host);
    setParent(m_veil);
    host->installEventFilter(this);
    m_veil->show();
    m_veil->raise();
    arrange();
    show();
    QWidget* first = m_default ? m_default.data() : m_wayOut ? m_wayOut.data() : this;
    first->setFocus(Qt::PopupFocusReason);
    announce(this, accessibleName());
}

void Sheet::arrange() {
    if (!m_veil) return;
    m_veil->setGeometry(m_veil->parentWidget()->rect());
    const int width = std::min(m_width, m_veil->width() - 32) + 2 * kShadow;
    setFixedWidth(width);
    const int wanted =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const int height = std::min(wanted, m_veil->height());
    setGeometry((m_veil->width() - width) / 2, std::max(0, int((m_veil->height() - height) * 0.45)), width,
                height);
}

void Sheet::accept() {
    finish(true);
}
void Sheet::reject() {
    finish(false);
}

void Sheet::finish(bool ok) {
    if (!m_veil) return;
    Veil* veil = m_veil;
    m_veil = nullptr;
    veil->hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    if (ok) {
        Q_EMIT accepted();
    } else {
        Q_EMIT rejected();
    }
    Q_EMIT closed();
    veil->deleteLater();
}

void Sheet::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QRectF box = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    paint::shadow(p, box, metrics::kRadiusSheet);
    paint::roundedBox(p, box, metrics::kRadiusSheet, Theme::color(Role::BgPopover),
                      Theme::color(Role::LineStrong));
}

void Sheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        reject();
        return;
    }
    // Nothing typed here reaches the page below.
    event->accept();
}

bool Sheet::focusNextPrevChild(bool next) {
    // Tab stays in the sheet, also when there is nothing to come to.
    (void)moveFocus(this, next);
    return true;
}

bool Sheet::event(QEvent* event) {
    const bool taken = QWidget::event(event);
    // What it holds was shown, hidden or has other words now.
    if (event->type() == QEvent::LayoutRequest) arrange();
    return taken;
}

bool Sheet::eventFilter(QObject* watched, QEvent* event) {
    if (m_veil && watched == m_veil->parentWidget() && event->type() == QEvent::Resize) arrange();
    return QWidget::eventFilter(watched, event);
}

}  // namespace keyreel::ui
