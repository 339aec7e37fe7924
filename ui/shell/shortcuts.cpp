#include "ui/shell/shortcuts.h"

#include <QAction>
#include <algorithm>
#include <utility>

#include "ui/shell/settings_table.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

Shortcuts::Shortcuts(SettingsTable* settings, QObject* parent) : QObject(parent), m_settings(settings) {
    if (settings) m_chosen = settings->chosenKeys();
}

void Shortcuts::add(Command command) {
    m_commands << std::move(command);
    settle();
}

void Shortcuts::bind(QAction* action, const QString& id) {
    const auto follow = [this, action, id]() {
        if (const auto keys = keysOf(id); action->shortcuts() != keys) action->setShortcuts(keys);
    };
    follow();
    connect(this, &Shortcuts::changed, action, follow);
}

QStringList Shortcuts::capsOf(const QString& id) const {
    const auto keys = keysOf(id);
    return keys.isEmpty() ? QStringList() : keyCaps(keys.first());
}

QStringList Shortcuts::allCapsOf(const QString& id) const {
    QStringList caps = capsOf(id);
    if (caps.size() != 1) return caps;
    for (const QKeySequence& more : keysOf(id).mid(1))
        if (const auto cap = keyCaps(more); cap.size() == 1) caps << cap;
    return caps;
}

QString Shortcuts::named(const QString& words, const QStringList& ids) const {
    QStringList keys;
    for (const QString& id : ids)
        if (const auto all = keysOf(id); !all.isEmpty()) keys << keyText(all.first());
    return keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys.join(u", "_s));
}

QString Shortcuts::commandAt(const QKeySequence& key, Reach reach) const {
    for (const Command& command : m_commands)
        if (command.reach == reach && m_keys.value(command.id).contains(key)) return command.id;
    return {};
}

const Shortcuts::Command* Shortcuts::find(const QString& id) const {
    const auto found = std::find_if(m_commands.cbegin(), m_commands.cend(),
                                    [&](const Command& command) { return command.id == id; });
    return found == m_commands.cend() ? nullptr : &*found;
}

bool Shortcuts::isUsual(const QString& id) const {
    const Command* command = find(id);
    return command == nullptr || m_keys.value(id) == command->usual;
}

QList<Shortcuts::Command> Shortcuts::rivals(const QString& id, const QList<QKeySequence>& keys) const {
    QList<Command> out;
    const Command* wanting = find(id);
    for (const Command& other : m_commands) {
        if (wanting == nullptr || other.id == id || !meet(other.reach, wanting->reach)) continue;
        const auto had = m_keys.value(other.id);
        if (std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return had.contains(key); }))
            out << other;
    }
    return out;
}

QString Shortcuts::refusal(const QString& id, const QKeySequence& key) const {
    const Command* command = find(id);
    if (command == nullptr || command->usual.contains(key)) return {};
    return whyNotTaken(key, command->reach);
}

void Shortcuts::choose(const QString& id, const QList<QKeySequence>& keys) {
    const Command* command = find(id);
    if (command == nullptr) return;
    Chosen next = m_chosen;
    for (const Command& rival : rivals(id, keys)) {
        // A usual key gives way by itself, and comes back when this choice is taken back.
        if (!m_chosen.contains(rival.id)) continue;
        QList<QKeySequence> left = m_keys.value(rival.id);
        left.removeIf([&](const QKeySequence& key) { return keys.contains(key); });
        next.insert(rival.id, left);
    }
    if (keys == command->usual)
        next.remove(id);
    else
        next.insert(id, keys);
    setChosen(next);
}

void Shortcuts::reset(const QString& id) {
    if (const Command* command = find(id)) choose(id, command->usual);
}

void Shortcuts::setChosen(const Chosen& chosen) {
    m_chosen = chosen;
    if (m_settings) {
        m_settings->setChosenKeys(m_chosen);
        m_settings->sync();
    }
    settle();
}

void Shortcuts::settle() {
    const auto before = m_keys;
    m_keys.clear();
    QHash<QKeySequence, QList<Reach>> taken;
    const auto give = [&](const Command& command, const QList<QKeySequence>& wanted) {
        QList<QKeySequence> got;
        for (const QKeySequence& key : wanted) {
            QList<Reach>& by = taken[key];
            if (std::any_of(by.cbegin(), by.cend(), [&](Reach other) { return meet(other, command.reach); }))
                continue;
            by << command.reach;
            got << key;
        }
        m_keys.insert(command.id, got);
    };
    for (const Command& command : std::as_const(m_commands))
        if (m_chosen.contains(command.id)) give(command, m_chosen.value(command.id));
    for (const Command& command : std::as_const(m_commands))
        if (!m_chosen.contains(command.id)) give(command, command.usual);
    if (m_keys != before) Q_EMIT changed();
}

}  // namespace keyreel::ui
