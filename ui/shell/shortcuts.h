#pragma once

#include <QHash>
#include <QMap>
#include <QObject>

#include "ui/shell/keys.h"

class QAction;

namespace keyreel::ui {

class SettingsTable;

/// Every command of one window with its keys: the only place that knows them. Who implements a command adds
/// it here, and whoever answers keys or shows them asks here. GUI thread.
class Shortcuts : public QObject {
    Q_OBJECT
public:
    struct Command {
        /// Stable, kept in the settings: "film.new", "player.mute".
        QString id;
        /// Under which heading it is listed: "Player".
        QString group;
        /// What it does, translated.
        QString words;
        /// Unless the person chose others; the first is the one that is shown where there is room for one.
        QList<QKeySequence> usual;
        Reach reach = Reach::Window;
    };
    /// The keys that a person chose, by command; an empty list: none.
    using Chosen = QMap<QString, QList<QKeySequence>>;

    /// `settings` may be null (gallery, tests) and must outlive this.
    explicit Shortcuts(SettingsTable* settings, QObject* parent = nullptr);

    void add(Command command);
    /// `action` has the keys of the command from now on.
    void bind(QAction* action, const QString& id);

    [[nodiscard]] const QList<Command>& commands() const { return m_commands; }
    /// What a press of leads to the command now. A chosen key is taken from whoever has it by default.
    [[nodiscard]] QList<QKeySequence> keysOf(const QString& id) const { return m_keys.value(id); }
    /// The caps of its first key.
    [[nodiscard]] QStringList capsOf(const QString& id) const;
    /// Of all its keys, where each is a single cap, else as capsOf().
    [[nodiscard]] QStringList allCapsOf(const QString& id) const;
    /// `words` with the first keys of these commands behind it, "Mute (M)"; alone while they have none.
    [[nodiscard]] QString named(const QString& words, const QStringList& ids) const;
    /// The command of exactly that reach that the key leads to; empty: none.
    [[nodiscard]] QString commandAt(const QKeySequence& key, Reach reach) const;
    [[nodiscard]] bool isUsual(const QString& id) const;

    /// Who would lose one of `keys`, if `id` had them.
    [[nodiscard]] QList<Command> rivals(const QString& id, const QList<QKeySequence>& keys) const;
    /// Why `id` cannot have the key, as a sentence; empty: it can. Its usual keys it always can.
    [[nodiscard]] QString refusal(const QString& id, const QKeySequence& key) const;
    /// Rivals lose these keys. Kept at once.
    void choose(const QString& id, const QList<QKeySequence>& keys);
    /// To its usual keys, which rivals lose.
    void reset(const QString& id);

    [[nodiscard]] const Chosen& chosen() const { return m_chosen; }
    /// All choices at once: none to reset, those of before to undo that. Kept at once.
    void setChosen(const Chosen& chosen);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const Command* find(const QString& id) const;
    /// A chosen key beats a usual one, and else the command that was added first has it.
    void settle();

    SettingsTable* m_settings;
    QList<Command> m_commands;
    Chosen m_chosen;
    QHash<QString, QList<QKeySequence>> m_keys;
};

}  // namespace keyreel::ui
