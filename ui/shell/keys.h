#pragma once

#include <QKeySequence>
#include <QStringList>

class QKeyEvent;

namespace keyreel::ui {

/// Where a command answers. What answers in the whole window meets everything; the others meet only their
/// like.
enum class Reach { Window = 1, Draft, Player };

/// Whether two commands could be meant by the same press.
bool meet(Reach one, Reach other);

/// The caps of one key with its modifiers: {"Ctrl", "K"}, {"Alt", "←"}; empty without a key.
QStringList keyCaps(const QKeySequence& key);

/// The same in one line: "Ctrl+K".
QString keyText(const QKeySequence& key);

/// The key that was pressed, the same on every layout: without the keypad's mark, and without Shift where
/// Shift only leads to the character ("<" is "<"). Empty as long as nothing but modifiers is held.
QKeySequence pressedKey(const QKeyEvent& event);

/// Why a person cannot give this key to a command of that reach, as a sentence; empty: they can.
QString whyNotTaken(const QKeySequence& key, Reach reach);

}  // namespace keyreel::ui
