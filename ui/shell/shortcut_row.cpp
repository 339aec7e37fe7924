#include "ui/shell/shortcut_row.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/shell/key_recorder.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kKeysWidth = 148;

}  // namespace

ShortcutRow::ShortcutRow(Shortcuts& shortcuts, Shortcuts::Command command, QWidget* parent)
    : QWidget(parent),
      m_shortcuts(shortcuts),
      m_command(std::move(command)),
      m_recorder(new KeyRecorder(m_command.words)),
      m_reset(Button::iconOnly(Icon::Retry, tr("Usual keys of: %1").arg(m_command.words), nullptr, 28)),
      m_below(new QWidget),
      m_words(new Label(QString(), Type::Small, Role::Warn)),
      m_take(new Button(tr("Take it over"), Button::Kind::Secondary)),
      m_keep(new Button(tr("Leave it"), Button::Kind::Ghost)) {
    setObjectName(u"shortcut."_s + m_command.id);
    m_recorder->setObjectName(u"keys."_s + m_command.id);
    m_recorder->setSize(Button::Size::Small);
    m_recorder->setMinimumWidth(Theme::scaled(kKeysWidth));
    m_reset->setObjectName(u"usual."_s + m_command.id);
    m_take->setObjectName(u"take."_s + m_command.id);
    m_keep->setObjectName(u"keep."_s + m_command.id);
    for (Button* small : {m_take, m_keep})
        small->setSize(Button::Size::Small);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* what = new Label(m_command.words, Type::Body, Role::Text);
    what->setWordWrap(true);
    row->addWidget(what, 1);
    row->addWidget(m_reset);
    row->addWidget(m_recorder);
    column->addLayout(row);
    auto* below = new QHBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 6);
    below->setSpacing(8);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"why."_s + m_command.id);
    below->addWidget(m_words, 1);
    below->addWidget(m_keep);
    below->addWidget(m_take);
    column->addWidget(m_below);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    say({}, false);

    connect(m_recorder, &KeyRecorder::asked, this, &ShortcutRow::ask);
    connect(m_recorder, &KeyRecorder::recordingChanged, this, [this](bool on) {
        if (on)
            say(tr("Esc changes nothing, Backspace takes the keys away."), false);
        else
            say({}, false);
    });
    connect(m_reset, &QPushButton::clicked, this, [this]() { ask(m_command.usual); });
    connect(m_take, &QPushButton::clicked, this, [this]() {
        m_recorder->setFocus(Qt::OtherFocusReason);
        m_shortcuts.choose(m_command.id, m_asked);
        say({}, false);
    });
    connect(m_keep, &QPushButton::clicked, this, [this]() {
        m_recorder->setFocus(Qt::OtherFocusReason);
        say({}, false);
    });
    connect(&m_shortcuts, &Shortcuts::changed, this, &ShortcutRow::follow);
    follow();
}

bool ShortcutRow::matches(const QString& typed) const {
    QString all = m_command.words + u' ' + m_command.group;
    for (const QKeySequence& key : m_shortcuts.keysOf(m_command.id))
        all += u' ' + keyText(key);
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

void ShortcutRow::follow() {
    m_recorder->setKeys(m_shortcuts.keysOf(m_command.id));
    const bool usual = m_shortcuts.isUsual(m_command.id);
    // Whoever resets by keys goes on where they are.
    if (usual && m_reset->hasFocus()) m_recorder->setFocus(Qt::OtherFocusReason);
    m_reset->setVisible(!usual);
}

void ShortcutRow::ask(const QList<QKeySequence>& keys) {
    for (const QKeySequence& key : keys) {
        if (const QString why = m_shortcuts.refusal(m_command.id, key); !why.isEmpty()) {
            say(why, false);
            return;
        }
    }
    const auto rivals = m_shortcuts.rivals(m_command.id, keys);
    if (rivals.isEmpty()) {
        m_shortcuts.choose(m_command.id, keys);
        say({}, false);
        return;
    }
    m_asked = keys;
    QStringList names;
    for (const Shortcuts::Command& rival : rivals)
        names << tr("%1 (%2)").arg(rival.words, rival.group);
    const QString key = keyText(keys.first());
    say(tr("%1 is taken by: %2").arg(key, names.join(u", "_s)), true);
    m_take->setFocus(Qt::OtherFocusReason);
}

void ShortcutRow::say(const QString& words, bool canTake) {
    m_words->setText(words);
    m_take->setVisible(canTake);
    m_keep->setVisible(canTake);
    m_below->setVisible(!words.isEmpty());
    if (words.isEmpty()) return;
    announce(m_words, words);
    Q_EMIT said();
}

}  // namespace keyreel::ui
