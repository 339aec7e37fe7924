#include "ui/widgets/field.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {

namespace {

// A small icon inside an input.
class InsetIcon : public QWidget {
public:
    explicit InsetIcon(Icon icon) : m_icon(icon) {
        setFixedSize(16, 16);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        paintIcon(p, m_icon, rect(), Theme::color(Role::Text3));
    }

private:
    Icon m_icon;
};

// One line of a drop-down: its words on a rounded ground where the choice stands.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const bool enabled = option.state & QStyle::State_Enabled;
        if (enabled && option.state & QStyle::State_Selected)
            paint::roundedBox(*painter, option.rect, metrics::kRadiusSmall, Theme::color(Role::BgHover));
        paint::text(*painter, option.rect.adjusted(8, 0, -8, 0), index.data().toString(),
                    Theme::font(Type::Body), Theme::color(enabled ? Role::Text : Role::TextDisabled),
                    QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const qreal words = QFontMetricsF(Theme::font(Type::Body)).horizontalAdvance(index.data().toString());
        return {int(words) + 17, Theme::scaled(30)};
    }
};

// Decorations of a line edit live in a layout on the edit itself.
QHBoxLayout* decorations(QLineEdit* edit) {
    if (auto* row = qobject_cast<QHBoxLayout*>(edit->layout())) return row;
    auto* row = new QHBoxLayout(edit);
    row->setContentsMargins(11, 0, 8, 0);
    row->setSpacing(8);
    row->addStretch(1);
    return row;
}

}  // namespace

FieldFrame::FieldFrame(const QString& label, QWidget* input, QWidget* parent)
    : QWidget(parent),
      m_input(input),
      m_label(new Label(label, Type::SmallStrong, Role::Text2)),
      m_error(new Label(QString(), Type::Small, Role::Error)),
      m_hint(new Label(QString(), Type::Small, Role::Text3)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_label);
    head->addStretch(1);
    head->addWidget(m_error);
    column->addLayout(head);
    column->addWidget(input);
    column->addWidget(m_hint);
    m_label->setBuddy(input);
    // A field would take the address of a film that is let go over it as text; the window takes the film.
    input->setAcceptDrops(false);
    m_error->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_error->hide();
    m_hint->setWordWrap(true);
    m_hint->hide();
    input->setAccessibleName(label);
    input->setProperty("ownFocus", true);
    setFocusProxy(input);
}

void FieldFrame::setError(const QString& message) {
    m_errorText = message;
    m_error->setText(message);
    m_error->setVisible(!message.isEmpty());
    m_input->setProperty("invalid", !message.isEmpty());
    m_input->update();
    describe();
}

void FieldFrame::setHint(const QString& hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describe();
}

void FieldFrame::setLabel(const QString& label) {
    m_label->setText(label);
    m_input->setAccessibleName(label);
}

QString FieldFrame::label() const {
    return m_label->source();
}

void FieldFrame::describe() {
    m_input->setAccessibleDescription(m_errorText.isEmpty() ? m_hint->source() : m_errorText);
}

Field::Field(const QString& label, QWidget* parent)
    : FieldFrame(label, new QLineEdit, parent), m_edit(static_cast<QLineEdit*>(input())) {
    connect(m_edit, &QLineEdit::textEdited, this, &Field::textEdited);
    connect(m_edit, &QLineEdit::returnPressed, this, &Field::returnPressed);
}

void Field::setIcon(Icon icon) {
    decorations(m_edit)->insertWidget(0, new InsetIcon(icon));
    QMargins margins = m_edit->textMargins();
    margins.setLeft(margins.left() + 24);
    m_edit->setTextMargins(margins);
}

void Field::setPrefix(const QString& text) {
    if (!m_prefix) {
        m_prefix = new Label(QString(), Type::Body, Role::Text3);
        m_prefix->setAttribute(Qt::WA_TransparentForMouseEvents);
        decorations(m_edit)->insertWidget(0, m_prefix);
    }
    m_prefix->setText(text);
    QMargins margins = m_edit->textMargins();
    margins.setLeft(m_prefix->sizeHint().width() + 8);
    m_edit->setTextMargins(margins);
}

void Field::setSuffix(const QString& text) {
    if (!m_suffix) {
        m_suffix = new Label(QString(), Type::Body, Role::Text3);
        m_suffix->setAttribute(Qt::WA_TransparentForMouseEvents);
        decorations(m_edit)->addWidget(m_suffix);
    }
    m_suffix->setText(text);
    QMargins margins = m_edit->textMargins();
    margins.setRight(m_suffix->sizeHint().width() + 6);
    m_edit->setTextMargins(margins);
}

void Field::setSecret(bool secret) {
    m_edit->setEchoMode(secret ? QLineEdit::Password : QLineEdit::Normal);
    if (!secret || m_edit->findChild<Button*>()) return;
    Button* show = Button::iconOnly(Icon::Eye, tr("Show"));
    show->setObjectName(m_edit->objectName() + QStringLiteral(".show"));
    show->setCheckable(true);
    show->setCursor(Qt::ArrowCursor);
    decorations(m_edit)->addWidget(show);
    decorations(m_edit)->setContentsMargins(11, 0, 4, 0);
    connect(show, &Button::toggled, this, [this, show](bool on) {
        m_edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        show->setIconGlyph(on ? Icon::EyeOff : Icon::Eye);
        show->setAccessibleName(on ? tr("Hide") : tr("Show"));
    });
    m_edit->setTextMargins(0, 0, 30, 0);
}

void Field::setLoading(bool loading) {
    if (!m_spinner) {
        m_spinner = new Spinner(16);
        decorations(m_edit)->addWidget(m_spinner);
    }
    m_spinner->setVisible(loading);
}

TextAreaField::TextAreaField(const QString& label, int limit, QWidget* parent)
    : FieldFrame(label, new QPlainTextEdit, parent),
      m_edit(static_cast<QPlainTextEdit*>(input())),
      m_limit(limit) {
    m_edit->setTabChangesFocus(true);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setFixedHeight(76);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        count();
        Q_EMIT textEdited();
    });
    count();
}

void TextAreaField::count() {
    if (m_limit <= 0) return;
    const auto length = m_edit->toPlainText().size();
    const QLocale locale;
    const QString words = tr("%1 of %2 characters").arg(locale.toString(length), locale.toString(m_limit));
    if (length > m_limit) {
        setError(tr("%1 too many").arg(locale.toString(length - m_limit)));
    } else if (!error().isEmpty()) {
        setError({});
    }
    setHint(words);
}

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent), m_clear(Button::iconOnly(Icon::Close, tr("Clear search"), this, 24)) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTextMargins(24, 0, 26, 0);
    setProperty("ownFocus", true);
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    connect(m_clear, &Button::clicked, this, [this] {
        clear();
        Q_EMIT textEdited(QString());
    });
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_clear->setVisible(!text.isEmpty()); });
}

void SearchField::setKeyCaps(const QStringList& caps) {
    m_caps = caps;
    update();
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter p(this);
    paintIcon(p, Icon::Search, QRectF(11, (height() - 16) / 2.0, 16, 16), Theme::color(Role::Text3));
    if (!text().isEmpty() || hasFocus()) return;
    qreal right = width() - 8;
    for (auto cap = m_caps.crbegin(); cap != m_caps.crend(); ++cap) {
        const qreal w = std::max(18.0, QFontMetricsF(Theme::font(Type::Micro)).horizontalAdvance(*cap) + 11);
        KeyCap::paint(p, QRectF(right - w, (height() - 18) / 2.0, w, 18), *cap);
        right -= w + 4;
    }
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        Q_EMIT textEdited(QString());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    m_clear->move(width() - m_clear->sizeHint().width() - 5, (height() - m_clear->sizeHint().height()) / 2);
    m_clear->resize(m_clear->sizeHint());
}

Select::Select(QWidget* parent) : QComboBox(parent) {
    setAttribute(Qt::WA_Hover);
    setProperty("ownFocus", true);
    view()->setItemDelegate(new ChoiceDelegate(view()));
    view()->setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Select::sizeHint() const {
    const QFontMetricsF fm(Theme::font(Type::Body));
    qreal width = 60;
    for (int i = 0; i < count(); ++i)
        width = std::max(width, fm.horizontalAdvance(itemText(i)));
    return {int(width) + 46, Theme::scaled(metrics::kFieldHeight)};
}

void Select::paintEvent(QPaintEvent*) {
    QPainter p(this);
    Role edge = underMouse() && isEnabled() ? Role::LineStrong : Role::LineField;
    const bool focused = hasFocus();
    if (focused) edge = Role::AccentBar;
    if (property("invalid").toBool()) edge = Role::Error;
    paint::roundedBox(p, rect(), metrics::kRadiusControl,
                      Theme::color(isEnabled() ? Role::BgField : Role::BgCard), Theme::color(edge),
                      focused ? 2 : 1);
    const QColor ink = Theme::color(isEnabled() ? Role::Text : Role::TextDisabled);
    paint::text(p, QRectF(11, 0, width() - 42, height()), currentText(), Theme::font(Type::Body), ink);
    paintIcon(p, Icon::ChevronDown, QRectF(width() - 26, (height() - 16) / 2.0, 16, 16),
              Theme::color(Role::Text3));
}

void Select::showPopup() {
    QPalette ground = view()->palette();
    ground.setColor(QPalette::Base, Theme::color(Role::BgPopover));
    view()->setPalette(ground);
    QComboBox::showPopup();
    if (QWidget* window = view()->window(); window != this->window()) {
        window->move(window->x(), window->y() + 4);
    }
}

SelectField::SelectField(const QString& label, QWidget* parent)
    : FieldFrame(label, new Select, parent), m_select(static_cast<Select*>(input())) {}

}  // namespace keyreel::ui
