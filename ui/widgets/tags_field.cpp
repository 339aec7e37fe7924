#include "ui/widgets/tags_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QVBoxLayout>

#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kMostTags = 16;
constexpr int kMaxTagBytes = 64;
constexpr int kShown = 12;

}  // namespace

TagsField::TagsField(QWidget* parent)
    : QWidget(parent),
      m_field(new Field(tr("Tags"))),
      m_chips(new QWidget),
      m_words(new QStringListModel(this)),
      m_completer(new QCompleter(m_words, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    new FlowLayout(6, 6, m_chips);
    column->addWidget(m_chips);
    m_field->setPlaceholder(tr("Add a tag, then Enter"));
    m_field->setHint(tr("The first one is the category."));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(kShown);
    m_field->edit()->setCompleter(m_completer);
    m_field->edit()->installEventFilter(this);
    // The field's own text is set by the completer after this signal.
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &TagsField::addTyped,
            Qt::QueuedConnection);
    connect(m_field, &Field::textEdited, this, [this](const QString& text) {
        m_field->setError({});
        if (text.contains(u',') || text.contains(u';')) addTyped();
    });
    drawChips();
}

void TagsField::setTags(const QStringList& tags) {
    if (tags == m_tags) return;
    m_tags = tags;
    drawChips();
}

void TagsField::setSuggestions(const QStringList& words) {
    if (words != m_words->stringList()) m_words->setStringList(words);
}

void TagsField::addTyped() {
    QString typed = m_field->text();
    typed.replace(u';', u',');
    QStringList rest;
    QStringList tags = m_tags;
    QString problem;
    for (const QString& part : typed.split(u',')) {
        const QString tag = part.simplified();
        if (tag.isEmpty() || tags.contains(tag, Qt::CaseInsensitive)) continue;
        if (tag.toUtf8().size() > kMaxTagBytes)
            problem = tr("Shorter, at most %1 bytes").arg(kMaxTagBytes);
        else if (tags.size() >= kMostTags)
            problem = tr("At most %1 tags").arg(kMostTags);
        else
            tags.append(tag);
        if (!problem.isEmpty()) rest.append(tag);
    }
    m_field->setText(rest.join(u", "_s));
    m_field->setError(problem);
    if (tags == m_tags) return;
    m_tags = tags;
    drawChips();
    Q_EMIT changed();
}

void TagsField::remove(int index) {
    if (index < 0 || index >= m_tags.size()) return;
    m_tags.removeAt(index);
    m_field->setError({});
    drawChips();
    m_field->edit()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void TagsField::drawChips() {
    clearLayout(*m_chips->layout());
    for (int i = 0; i < m_tags.size(); ++i) {
        QString words = m_tags[i];
        auto* chip = new Button(words.replace(u'&', u"&&"_s), Button::Kind::Secondary,
                                i == 0 ? Icon::Library : Icon::None);
        chip->setObjectName(u"tags.%1"_s.arg(i));
        chip->setSize(Button::Size::Small);
        chip->setTrailingIcon(Icon::Close);
        chip->setAccessibleName(i == 0 ? tr("Category %1, remove").arg(m_tags[i])
                                       : tr("Tag %1, remove").arg(m_tags[i]));
        chip->setToolTip(i == 0 ? tr("The category. Click removes it.") : tr("Click removes it."));
        // The chip goes with its own click.
        connect(
            chip, &QPushButton::clicked, this, [this, i]() { remove(i); }, Qt::QueuedConnection);
        m_chips->layout()->addWidget(chip);
    }
    m_chips->setVisible(!m_tags.isEmpty());
}

bool TagsField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field->edit() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !m_field->text().isEmpty() && key->modifiers() == Qt::NoModifier) {
            addTyped();
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_field->text().isEmpty() && !m_tags.isEmpty()) {
            remove(static_cast<int>(m_tags.size()) - 1);
            return true;
        }
    }
    if (watched == m_field->edit() && event->type() == QEvent::FocusOut && !m_completer->popup()->isVisible())
        addTyped();
    return QWidget::eventFilter(watched, event);
}

}  // namespace keyreel::ui
