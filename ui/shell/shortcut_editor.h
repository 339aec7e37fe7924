#pragma once

namespace keyreel::ui {

class Sheet;
class Shortcuts;
class ToastHost;

/// The sheet in which a person chooses the keys of every command. What is chosen counts at once. Both outlive
/// the sheet; the caller opens it.
Sheet* makeShortcutEditor(Shortcuts& shortcuts, ToastHost& toasts);

}  // namespace keyreel::ui
