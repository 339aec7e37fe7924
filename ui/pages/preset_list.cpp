#include "ui/pages/preset_list.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/draft_quality.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kListHeight = 280;

/// As the buttons of rows are named for tests: "presets.apply.0".
Button* makeButton(const QString& label, const QString& act, const QString& preset, Button::Kind kind) {
    auto* button = new Button(label, kind);
    button->setSize(Button::Size::Small);
    button->setObjectName(u"presets."_s + act);
    button->setAccessibleName(label + u", "_s + preset);
    return button;
}

}  // namespace

PresetList::PresetList(PresetStore& store, const Draft& draft, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_draft(draft),
      m_name(new Field(tr("Name of a preset"))),
      m_save(new Button(tr("Save"), Button::Kind::Secondary, Icon::Check)),
      m_saves(new Label({}, Type::Small, Role::Text3)),
      m_rows(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    auto* list = new QWidget;
    m_rows->setContentsMargins(0, 0, 8, 0);
    m_rows->setSpacing(2);
    list->setLayout(m_rows);
    auto* area = makeScrolled(list);
    area->setFixedHeight(Theme::scaled(kListHeight));
    column->addWidget(area);
    m_name->setObjectName(u"presets.name"_s);
    m_name->edit()->setMaxLength(PresetStore::kLongestName);
    m_name->setPlaceholder(tr("Festival copies"));
    m_save->setObjectName(u"presets.save"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    m_saves->setWordWrap(true);
    auto* saving = new QVBoxLayout;
    saving->setSpacing(6);
    saving->addLayout(row);
    saving->addWidget(m_saves);
    column->addLayout(saving);
    connect(m_name, &Field::textEdited, this, &PresetList::followName);
    connect(m_name, &Field::returnPressed, this, &PresetList::save);
    connect(m_save, &QPushButton::clicked, this, &PresetList::save);
    fill();
    followName();
}

void PresetList::followName() {
    const QString name = m_name->text().simplified();
    const bool known = m_store.find(name) != nullptr;
    m_save->setText(known ? tr("Replace") : tr("Save"));
    m_save->setDisabledReason(name.isEmpty() ? tr("Name it first") : QString());
    m_name->setError({});
    const QString saves = known ? tr("What this preset said is replaced by what this draft says.")
                                : tr("Terms, price, editions, royalties, pictures, key nodes of this draft");
    m_saves->setText(saves);
    m_name->edit()->setAccessibleDescription(saves);
}

void PresetList::save() {
    if (!m_save->isEnabled()) return;
    const Status done = m_store.put(presetOf(m_draft, m_name->text()));
    if (!done) {
        m_name->setError(sentenceOf(done.error()).text());
        return;
    }
    Q_EMIT told(tr("Saved as %1").arg(m_name->text().simplified()));
    m_name->setText({});
    followName();
    fill();
}

void PresetList::settle(const Status& done) {
    if (!done) Q_EMIT told(sentenceOf(done.error()).text());
    fill();
    followName();
}

void PresetList::fill() {
    // The button that was pressed goes with its row.
    const bool inside = m_rows->parentWidget()->isAncestorOf(QApplication::focusWidget());
    clearLayout(*m_rows);
    for (const Preset& preset : m_store.presets())
        m_rows->addWidget(preset.name == m_renaming ? makeRenaming(preset) : makeRow(preset));
    if (m_store.presets().isEmpty()) {
        auto* none =
            new Label(tr("No presets yet. Save what this draft says under a name, for the next films."),
                      Type::Body, Role::Text3);
        none->setObjectName(u"presets.none"_s);
        none->setWordWrap(true);
        m_rows->addWidget(none);
    }
    m_rows->addStretch(1);
    if (inside && m_renaming.isEmpty()) m_name->edit()->setFocus(Qt::OtherFocusReason);
}

QWidget* PresetList::makeRow(const Preset& preset) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(8);
    const bool standard = m_store.standard() != nullptr && m_store.standard()->name == preset.name;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new Label(format::plain(preset.name), Type::Strong, Role::Text);
    title->setElided(Qt::ElideRight);
    words->addWidget(title);
    const Draft shown = withPreset({}, preset);
    QStringList says{preset.sale.sold ? priceWords(shown) + u", "_s + copiesWords(shown)
                     : preset.access == studio::Access::Free ? tr("Free")
                                                             : tr("Only people I grant"),
                     qualityWords(shown)};
    if (preset.holders.chosen()) says << tr("key nodes of its own");
    if (standard) says << tr("for new drafts");
    auto* about = new Label(says.join(u" · "_s), Type::Small, Role::Text3);
    about->setElided(Qt::ElideRight);
    words->addWidget(about);
    line->addLayout(words, 1);
    auto* apply = makeButton(tr("Apply"), u"apply"_s, preset.name, Button::Kind::Secondary);
    connect(apply, &QPushButton::clicked, this, [this, preset]() { Q_EMIT applied(preset); });
    auto* use = makeButton(standard ? tr("Not for new drafts") : tr("For new drafts"), u"standard"_s,
                           preset.name, Button::Kind::Ghost);
    connect(use, &QPushButton::clicked, this, [this, standard, name = preset.name]() {
        settle(m_store.setStandard(standard ? QString() : name));
    });
    auto* rename = Button::iconOnly(Icon::Pencil, tr("Rename %1").arg(preset.name));
    rename->setObjectName(u"presets.rename"_s);
    connect(rename, &QPushButton::clicked, this, [this, name = preset.name]() {
        m_renaming = name;
        fill();
    });
    auto* remove = Button::iconOnly(Icon::Trash, tr("Delete %1").arg(preset.name));
    remove->setObjectName(u"presets.delete"_s);
    connect(remove, &QPushButton::clicked, this, [this, preset, standard]() {
        const Status done = m_store.remove(preset.name);
        settle(done);
        if (done) Q_EMIT removed(preset, standard);
    });
    for (Button* button : {apply, use, rename, remove})
        line->addWidget(button);
    return row;
}

QWidget* PresetList::makeRenaming(const Preset& preset) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(8);
    auto* field = new Field(tr("New name"));
    field->setObjectName(u"presets.newName"_s);
    field->edit()->setMaxLength(PresetStore::kLongestName);
    field->setText(preset.name);
    line->addWidget(field, 1);
    const auto rename = [this, field, from = preset.name]() {
        if (const Status done = m_store.rename(from, field->text()); !done) {
            field->setError(sentenceOf(done.error()).text());
            return;
        }
        m_renaming.clear();
        settle({});
    };
    auto* keep = makeButton(tr("Rename"), u"keepName"_s, preset.name, Button::Kind::Secondary);
    connect(keep, &QPushButton::clicked, this, rename);
    connect(field, &Field::returnPressed, this, rename);
    auto* leave = makeButton(tr("Back"), u"leaveName"_s, preset.name, Button::Kind::Ghost);
    connect(leave, &QPushButton::clicked, this, [this]() {
        m_renaming.clear();
        fill();
    });
    line->addWidget(leave, 0, Qt::AlignBottom);
    line->addWidget(keep, 0, Qt::AlignBottom);
    field->edit()->selectAll();
    // Once the row stands.
    QMetaObject::invokeMethod(
        field->edit(), [edit = field->edit()]() { edit->setFocus(Qt::OtherFocusReason); },
        Qt::QueuedConnection);
    return row;
}

}  // namespace keyreel::ui
