#include "ui/shell/keys.h"

#include <QKeyEvent>

#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// Qt's codes below this one are characters.
constexpr int kFirstNamed = 0x01000000;

bool isCharacter(int key) {
    return key > 0 && key < kFirstNamed;
}

bool isLetter(int key) {
    return isCharacter(key) && QChar::isLetter(static_cast<char32_t>(key));
}

bool isFunctionKey(int key) {
    return key >= Qt::Key_F1 && key <= Qt::Key_F35;
}

/// Keys whose caps are drawn shorter than Qt writes them, or in the words of the window.
QString capOf(int key) {
    switch (key) {
        case Qt::Key_Left:
            return u"←"_s;
        case Qt::Key_Right:
            return u"→"_s;
        case Qt::Key_Up:
            return u"↑"_s;
        case Qt::Key_Down:
            return u"↓"_s;
        case Qt::Key_Backspace:
            return u"⌫"_s;
        case Qt::Key_Minus:
            return u"−"_s;
        case Qt::Key_Space:
            return tr("Space");
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return tr("Enter");
        case Qt::Key_Home:
            return tr("Home");
        case Qt::Key_End:
            return tr("End");
        case Qt::Key_PageUp:
            return tr("PgUp");
        case Qt::Key_PageDown:
            return tr("PgDn");
        default:
            return QKeySequence(key).toString(QKeySequence::NativeText);
    }
}

bool belongsToTheDesktop(int key, Qt::KeyboardModifiers with) {
    if (with & Qt::MetaModifier) return true;
    const bool alt = with & Qt::AltModifier;
    const bool ctrl = with & Qt::ControlModifier;
    if (alt && ctrl &&
        (isFunctionKey(key) || key == Qt::Key_Delete || key == Qt::Key_Backspace ||
         (key >= Qt::Key_Left && key <= Qt::Key_Down)))
        return true;
    if (alt && (key == Qt::Key_F4 || key == Qt::Key_Space)) return true;
    // Print, Pause, media keys, brightness and what else keyboards have beside the usual keys.
    return key >= kFirstNamed && !isFunctionKey(key) && !(key >= Qt::Key_Home && key <= Qt::Key_PageDown) &&
           key != Qt::Key_Insert && key != Qt::Key_Delete && key != Qt::Key_Backspace &&
           key != Qt::Key_Return && key != Qt::Key_Enter;
}

}  // namespace

bool meet(Reach one, Reach other) {
    return one == other || one == Reach::Window || other == Reach::Window;
}

QStringList keyCaps(const QKeySequence& key) {
    if (key.isEmpty()) return {};
    const auto with = key[0].keyboardModifiers();
    QStringList caps;
    if (with & Qt::MetaModifier) caps << tr("Super");
    if (with & Qt::ControlModifier) caps << tr("Ctrl");
    if (with & Qt::AltModifier) caps << tr("Alt");
    if (with & Qt::ShiftModifier) caps << tr("Shift");
    return caps << capOf(key[0].key());
}

QString keyText(const QKeySequence& key) {
    return keyCaps(key).join(u'+');
}

QKeySequence pressedKey(const QKeyEvent& event) {
    const int key = event.key();
    switch (key) {
        case 0:
        case Qt::Key_unknown:
        case Qt::Key_Shift:
        case Qt::Key_Control:
        case Qt::Key_Alt:
        case Qt::Key_AltGr:
        case Qt::Key_Meta:
        case Qt::Key_Super_L:
        case Qt::Key_Super_R:
        case Qt::Key_CapsLock:
        case Qt::Key_NumLock:
            return {};
        default:
            break;
    }
    auto with =
        event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (isCharacter(key) && !isLetter(key)) with &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return {QKeyCombination(with, static_cast<Qt::Key>(key))};
}

QString whyNotTaken(const QKeySequence& sequence, Reach reach) {
    const int key = sequence[0].key();
    const auto with = sequence[0].keyboardModifiers();
    const bool alone = !(with & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_Escape)
        return tr("Tab and Esc lead through the window and out of it.");
    if (alone && (key == Qt::Key_Return || key == Qt::Key_Enter))
        return tr("Enter alone presses what has the focus.");
    if (belongsToTheDesktop(key, with)) return tr("%1 belongs to your desktop.").arg(keyText(sequence));
    if (with == Qt::ControlModifier &&
        (key == Qt::Key_A || key == Qt::Key_C || key == Qt::Key_V || key == Qt::Key_X ||
         (reach != Reach::Player && (key == Qt::Key_Z || key == Qt::Key_Y))))
        return tr("%1 belongs to the text in fields.").arg(keyText(sequence));
    if (reach == Reach::Player) {
        if (alone && key >= Qt::Key_0 && key <= Qt::Key_9) return tr("0 to 9 jump within the film.");
        return {};
    }
    if (alone && !isFunctionKey(key)) return tr("A key alone is for writing and moving: add Ctrl or Alt.");
    return {};
}

}  // namespace keyreel::ui
