#include "ui/widgets/facts.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {

namespace {
/// What QLineEdit keeps free at its two sides.
constexpr int kEditInset = 6;
}  // namespace

CopyField::CopyField(const QString& name, const QString& value, QWidget* parent)
    : QFrame(parent),
      m_edit(new QLineEdit),
      m_copy(new Button(tr("Copy"), Button::Kind::Ghost, Icon::Copy)),
      m_restore(new QTimer(this)) {
    installAccessibility();
    setAccessibleName(tr("%1, copy").arg(name));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setReadOnly(true);
    m_edit->setProperty("bare", true);
    m_edit->setProperty("ownFocus", true);
    m_edit->setAccessibleName(name);
    m_edit->setObjectName(QStringLiteral("value"));
    m_edit->installEventFilter(this);
    m_copy->setObjectName(QStringLiteral("copy"));
    m_copy->setAccessibleName(tr("Copy %1").arg(name));
    m_copy->setSize(Button::Size::Small);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(11, 1, 3, 1);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_copy);
    setFixedHeight(Theme::scaled(metrics::kFieldHeight));
    m_restore->setSingleShot(true);
    m_restore->setInterval(2000);
    connect(m_restore, &QTimer::timeout, this, [this] {
        m_copy->setText(tr("Copy"));
        m_copy->setIconGlyph(Icon::Copy);
        m_copy->setIconRole(std::nullopt);
    });
    connect(m_copy, &Button::clicked, this, &CopyField::copy);
    connect(&Theme::current(), &Theme::changed, this,
            [this] { setFixedHeight(Theme::scaled(metrics::kFieldHeight)); });
    // The edit stays empty-handed about its focus, the frame shows it.
    connect(qApp, &QGuiApplication::focusObjectChanged, this, [this] { update(); });
    setValue(value);
}

void CopyField::setValue(const QString& value) {
    m_value = value;
    m_copy->setVisible(!value.isEmpty());
    setToolTip(value);
    showValue();
    update();
}

void CopyField::showValue() {
    // Whoever stands in the field selects and reads all of it; seen from outside, both ends show.
    const QString whole = m_value.isEmpty() ? QStringLiteral("–") : m_value;
    const int room = m_edit->width() - kEditInset;
    const QString shown = m_edit->hasFocus() || room <= 0
                              ? whole
                              : m_edit->fontMetrics().elidedText(whole, Qt::ElideMiddle, room);
    if (shown == m_edit->text()) return;
    m_edit->setText(shown);
    m_edit->setCursorPosition(0);
}

bool CopyField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange) showValue();
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            QMetaObject::invokeMethod(this, &CopyField::showValue, Qt::QueuedConnection);
    }
    return QFrame::eventFilter(watched, event);
}

void CopyField::copy() {
    QGuiApplication::clipboard()->setText(m_value);
    m_copy->setText(tr("Copied"));
    m_copy->setIconGlyph(Icon::Check);
    m_copy->setIconRole(Role::Ok);
    m_restore->start();
    announce(m_copy, tr("Copied"));
    Q_EMIT copied(m_value);
}

void CopyField::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const bool focused = m_edit->hasFocus();
    paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(Role::BgField),
                      Theme::color(focused ? Role::AccentBar : Role::LineField), focused ? 2 : 1);
    if (m_copy->isVisible()) {
        p.fillRect(QRectF(m_copy->x() - 5, 1, 1, height() - 2), Theme::color(Role::LineField));
    }
}

// A value that elides in the middle and copies in full.
namespace {
constexpr int kNameWidth = 150;
}

class KeyValueTable::Value : public QWidget {
public:
    Value() {
        setFocusPolicy(Qt::StrongFocus);
        setProperty("ringRadius", 4);
        setProperty("accessibleRole", int(QAccessible::StaticText));
        setCursor(Qt::IBeamCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void set(const QString& text, Tone tone) {
        m_text = text;
        m_tone = tone;
        setToolTip(text);
        updateGeometry();
        update();
    }
    QString text() const { return m_text; }
    QSize sizeHint() const override {
        return {int(paint::digitsWidth(m_text, Theme::font(Type::Small))) + 2, Theme::lineHeight(Type::Body)};
    }
    QSize minimumSizeHint() const override { return {40, Theme::lineHeight(Type::Body)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        const QFont font = Theme::font(Type::Small);
        const QColor ink = Theme::color(m_tone == Tone::Neutral ? Role::Text : toneText(m_tone));
        if (m_selected) {
            const qreal w = std::min(qreal(width()), paint::digitsWidth(m_text, font));
            p.fillRect(QRectF(width() - w, 1, w, height() - 2), Theme::color(Role::AccentLine));
        }
        if (paint::digitsWidth(m_text, font) <= width() + 0.75) {
            paint::digits(p, rect(), m_text, font, ink, Qt::AlignRight | Qt::AlignVCenter);
        } else {
            paint::text(p, rect(), m_text, font, ink, Qt::AlignRight | Qt::AlignVCenter, Qt::ElideMiddle);
        }
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->matches(QKeySequence::Copy)) {
            QGuiApplication::clipboard()->setText(m_text);
            return;
        }
        QWidget::keyPressEvent(event);
    }
    void mouseDoubleClickEvent(QMouseEvent*) override {
        m_selected = true;
        setFocus(Qt::MouseFocusReason);
        update();
    }
    void focusOutEvent(QFocusEvent* event) override {
        m_selected = false;
        QWidget::focusOutEvent(event);
        update();
    }

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
    bool m_selected = false;
};

KeyValueTable::KeyValueTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    installAccessibility();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueTable::setRow(const QString& key, const QString& value, Tone tone) {
    Row* row = nullptr;
    for (Row& existing : m_rows) {
        if (existing.key == key) row = &existing;
    }
    if (!row) {
        m_rows << Row{key, new Label(key, Type::Small, Role::Text3), new Value};
        row = &m_rows.last();
        // Names longer than this have several lines; the value keeps its room.
        row->label->setWordWrap(true);
        row->label->setMinimumWidth(std::min(row->label->sizeHint().width(), Theme::scaled(kNameWidth)));
        const int at = m_grid->rowCount();
        m_grid->addWidget(row->label, at, 0);
        m_grid->addWidget(row->value, at, 1);
        row->value->setObjectName(QStringLiteral("value.") + key);
        // Whoever asks for the table's size next is told of this row, too.
        updateGeometry();
    }
    row->value->set(value, tone);
    row->value->setAccessibleName(key + QStringLiteral(": ") + value);
}

void KeyValueTable::clear() {
    for (const Row& row : m_rows) {
        delete row.label;
        delete row.value;
    }
    m_rows.clear();
    updateGeometry();
}

QString KeyValueTable::value(const QString& key) const {
    for (const Row& row : m_rows) {
        if (row.key == key) return row.value->text();
    }
    return {};
}

FactList::FactList(QWidget* parent) : QFrame(parent), m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(1, 0, 1, 0);
    m_rows->setSpacing(0);
}

namespace {
class FactIcon : public QWidget {
public:
    FactIcon(Icon icon, Tone tone) : m_icon(icon), m_tone(tone) { setFixedSize(16, 16); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        paintIcon(p, m_icon, rect(), Theme::color(m_tone == Tone::Neutral ? Role::Text2 : toneText(m_tone)));
    }

private:
    Icon m_icon;
    Tone m_tone;
};
}  // namespace

QHBoxLayout* FactList::addFact(Icon icon, const QString& name, const QString& value, Tone tone) {
    if (m_rows->count() > 0) m_rows->addWidget(new Divider);
    auto* holder = new QWidget;
    holder->setMinimumHeight(Theme::scaled(m_dense ? 30 : 42));
    auto* row = new QHBoxLayout(holder);
    const int air = m_dense ? 3 : 6;
    row->setContentsMargins(15, air, 14, air);
    row->setSpacing(12);
    row->addWidget(new FactIcon(icon, tone));
    auto* nameLabel = new Label(name, tone == Tone::Neutral ? Type::Body : Type::Strong,
                                tone == Tone::Neutral ? Role::Text2 : Role::Text);
    nameLabel->setFixedWidth(std::max(m_nameWidth, nameLabel->sizeHint().width()));
    row->addWidget(nameLabel);
    auto* valueLabel = new Label(value, Type::Body, tone == Tone::Neutral ? Role::Text : Role::Text2);
    valueLabel->setElided(Qt::ElideRight);
    row->addWidget(valueLabel, 1);
    m_rows->addWidget(holder);
    return row;
}

void FactList::setNameWidth(int width) {
    m_nameWidth = width > 0 ? width : 116;
}

void FactList::clear() {
    clearLayout(*m_rows);
}

void FactList::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::roundedBox(p, rect(), metrics::kRadiusBanner, Theme::color(Role::BgField),
                      Theme::color(Role::Line));
}

Stat::Stat(const QString& value, const QString& label, QWidget* parent)
    : QWidget(parent), m_value(new Label(value, Type::Strong, Role::Text)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_value);
    column->addWidget(new Label(label, Type::Small, Role::Text3));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Stat::setValue(const QString& value) {
    m_value->setText(value);
}

StatRow::StatRow(int spacing, QWidget* parent) : QWidget(parent), m_row(new FlowLayout(spacing, 8, this)) {}

void StatRow::clear() {
    clearLayout(*m_row);
}

void StatRow::add(const QString& value, const QString& label) {
    m_row->addWidget(new Stat(value, label));
}

}  // namespace keyreel::ui
