#include "tests/gui/keyboard.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QSet>
#include <QTest>
#include <QWindow>
#include <algorithm>
#include <memory>

#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

/// More stops than any page has.
constexpr int kManyStops = 200;

/// Arrow keys lead to the other radio buttons of a group.
bool isOtherChoice(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button != nullptr && button->isCheckable() && !button->isChecked() &&
           (button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive()));
}

bool isStop(const QWidget* widget) {
    return !isOtherChoice(widget) && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
           widget->isEnabled() && widget->focusProxy() == nullptr;
}

/// The dialog that lies over the page, or the window.
QWidget* reachable(ui::AppWindow& window) {
    for (auto* sheet : window.findChildren<ui::Sheet*>())
        if (sheet->isVisible()) return sheet;
    return &window;
}

/// Not scrolled away; what its own children cover does not count.
bool isInSight(const QWidget* widget) {
    QRect seen = widget->rect();
    for (const QWidget* at = widget; !at->isWindow() && at->parentWidget() != nullptr;
         at = at->parentWidget())
        seen = seen.translated(at->pos()).intersected(at->parentWidget()->rect());
    return !seen.isEmpty();
}

QString spokenName(QWidget* widget) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken == nullptr ? QString() : spoken->text(QAccessible::Name).trimmed();
}

/// Rail, header, body, side: the order in which a page is read.
int regionOf(ui::AppWindow& window, const QWidget* widget) {
    if (window.rail()->isAncestorOf(widget)) return 0;
    for (const QWidget* up = widget; up != nullptr; up = up->parentWidget()) {
        if (up->objectName() == u"toast"_s) return 4;
        const auto* host = qobject_cast<const ui::PageHost*>(up);
        if (host == nullptr) continue;
        if (const_cast<ui::PageHost*>(host)->header()->isAncestorOf(widget)) return 1;
        const QWidget* side = host->side();
        if (side != nullptr && (side == widget || side->isAncestorOf(widget))) return 3;
    }
    return 2;
}

/// `next` stands wholly above `before` and not in a column to its right.
bool standsBefore(const QWidget* next, const QWidget* before) {
    const QRect above(next->mapToGlobal(QPoint()), next->size());
    const QRect below(before->mapToGlobal(QPoint()), before->size());
    return above.bottom() <= below.top() && above.left() <= below.right();
}

/// Where Tab begins anew after the last stop: nothing is read before it.
bool isFirst(QWidget& within, const QWidget* stop) {
    auto& window = static_cast<ui::AppWindow&>(*within.window());
    const auto stops = within.findChildren<QWidget*>();
    return std::none_of(stops.begin(), stops.end(), [&](const QWidget* other) {
        return other != stop && isStop(other) &&
               (regionOf(window, other) < regionOf(window, stop) ||
                (regionOf(window, other) == regionOf(window, stop) && standsBefore(other, stop)));
    });
}

QStringList faultsOfNames(QWidget& within) {
    QStringList faults;
    for (QWidget* widget : within.findChildren<QWidget*>()) {
        if (!isStop(widget)) continue;
        if (spokenName(widget).isEmpty()) faults << u"%1 has no name"_s.arg(nameOf(widget));
        const auto* items = dynamic_cast<const ui::AccessibleItems*>(widget);
        for (int i = 0; items != nullptr && i < items->itemCount(); ++i)
            if (items->itemName(i).trimmed().isEmpty())
                faults << u"item %1 of %2 has no name"_s.arg(i).arg(nameOf(widget));
    }
    return faults;
}

}  // namespace

QString nameOf(const QWidget* widget) {
    if (widget == nullptr) return u"nothing"_s;
    QString name = widget->objectName();
    for (const QWidget* up = widget->parentWidget(); name.isEmpty() && up != nullptr; up = up->parentWidget())
        if (!up->objectName().isEmpty()) name = u"(in "_s + up->objectName() + u')';
    return u"%1 %2 '%3'"_s.arg(QLatin1String(widget->metaObject()->className()), name,
                               spokenName(const_cast<QWidget*>(widget)));
}

QWidget* Keyboard::focus() {
    return QApplication::focusWidget();
}

QString Keyboard::whyUnseen() {
    const QWidget* widget = focus();
    if (widget == nullptr) return u"nothing has the focus"_s;
    if (!widget->isVisible() || !widget->isEnabled())
        return u"the focus is on %1, which cannot be used"_s.arg(nameOf(widget));
    if (!isInSight(widget)) return u"the focus is on %1, which is out of sight"_s.arg(nameOf(widget));
    return {};
}

QWindow* Keyboard::target() const {
    QWindow* window = QGuiApplication::focusWindow();
    return window != nullptr ? window : m_person.window().windowHandle();
}

void Keyboard::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    ++m_presses;
    QTest::keyClick(target(), key, modifiers);
    QCoreApplication::processEvents();
    if (QGuiApplication::focusWindow() == nullptr) {
        // A window manager gives the focus back when a dialog closes; offscreen there is none.
        m_person.window().activateWindow();
        (void)QTest::qWaitForWindowActive(&m_person.window(), kPatienceMs);
    }
    const QString why = whyUnseen();
    if (!why.isEmpty() && m_fault.isEmpty())
        m_fault = u"After %1, %2."_s.arg(QKeySequence(key | modifiers).toString(), why);
}

void Keyboard::type(const QString& text) {
    for (const QChar letter : text)
        QTest::keyClick(target(), letter.toLatin1());
    QCoreApplication::processEvents();
}

bool Keyboard::tabTo(const QString& name) {
    const auto there = [&]() {
        const QWidget* wanted = m_person.see(name);
        const QWidget* now = focus();
        // A field or a group is reached with whatever is in it.
        return wanted != nullptr && now != nullptr &&
               (wanted == now || (!isStop(wanted) && wanted->isAncestorOf(now)));
    };
    for (int i = 0; i < kManyStops; ++i) {
        if (there()) return true;
        press(Qt::Key_Tab);
    }
    qWarning("Tab never comes to %s", qUtf8Printable(name));
    return false;
}

QStringList faultsOfTabbing(Person& person) {
    auto& window = person.window();
    QWidget* within = reachable(window);
    QStringList faults = faultsOfNames(*within);
    QSet<const QWidget*> missing;
    for (const QWidget* widget : within->findChildren<QWidget*>())
        if (isStop(widget)) missing.insert(widget);
    if (missing.isEmpty()) return faults;

    Keyboard keys(person);
    keys.press(Qt::Key_Tab);
    const QWidget* const first = Keyboard::focus();
    QSet<const QWidget*> been;
    const QWidget* before = nullptr;
    for (int i = 0; i < kManyStops; ++i) {
        const QWidget* now = Keyboard::focus();
        if (now == nullptr || been.contains(now)) break;
        been.insert(now);
        missing.remove(now);
        if (!within->isAncestorOf(now)) faults << u"Tab leaves for %1"_s.arg(nameOf(now));
        if (before != nullptr && !isFirst(*within, now)) {
            if (regionOf(window, now) < regionOf(window, before))
                faults << u"Tab goes back from %1 to %2"_s.arg(nameOf(before), nameOf(now));
            if (regionOf(window, now) == regionOf(window, before) && standsBefore(now, before))
                faults << u"Tab goes up from %1 to %2"_s.arg(nameOf(before), nameOf(now));
        }
        before = now;
        keys.press(Qt::Key_Tab);
    }
    if (Keyboard::focus() != first)
        faults << u"Tab comes to %1 twice, before it is round"_s.arg(nameOf(Keyboard::focus()));
    for (const QWidget* widget : std::as_const(missing))
        faults << u"Tab never comes to %1"_s.arg(nameOf(widget));
    if (!keys.fault().isEmpty()) faults << keys.fault();
    return faults;
}

}  // namespace keyreel::gui_test
