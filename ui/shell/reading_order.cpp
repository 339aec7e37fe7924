#include "ui/shell/reading_order.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLayout>
#include <QScrollArea>
#include <algorithm>

namespace keyreel::ui {
namespace {

/// What stays in sight around a stop that had to be scrolled to.
constexpr int kAround = 50;

bool isExclusive(const QAbstractButton& button) {
    return button.isCheckable() &&
           (button.autoExclusive() || (button.group() != nullptr && button.group()->exclusive()));
}

/// Arrow keys lead on to the other radio buttons of a group, so that Tab comes to the chosen one only.
bool isOtherChoice(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button == nullptr || !isExclusive(*button) || button->isChecked()) return false;
    const auto chosen = [&](const QAbstractButton* other) {
        return other != button && isExclusive(*other) && other->isChecked() && other->isVisible() &&
               other->isEnabled();
    };
    if (const QButtonGroup* group = button->group())
        return group->checkedButton() != nullptr && chosen(group->checkedButton());
    const auto siblings = button->parentWidget() ? button->parentWidget()->findChildren<QAbstractButton*>(
                                                       QString(), Qt::FindDirectChildrenOnly)
                                                 : QList<QAbstractButton*>();
    return std::any_of(siblings.begin(), siblings.end(), chosen);
}

bool takesTab(const QWidget* widget) {
    if (!widget->isEnabled() || widget->focusProxy() != nullptr) return false;
    // Qt takes Tab from the radio buttons that are not chosen once one of them had the focus.
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
        button != nullptr && isExclusive(*button))
        return button->focusPolicy() != Qt::NoFocus && !isOtherChoice(widget);
    return (widget->focusPolicy() & Qt::TabFocus) != 0;
}

/// Walks the visible widgets below a root as they are read.
class Reader {
public:
    /// `also` is listed in its place even if Tab does not come to it.
    explicit Reader(const QWidget* also) : m_also(also) {}

    QList<QWidget*> below(QWidget* root) {
        if (root != nullptr && root->isVisible()) addChildren(root);
        return m_stops;
    }

    /// How many stops are read before the hidden one that had the focus; -1 when it is not hidden.
    [[nodiscard]] qsizetype beforeHidden() const { return m_hidden; }

private:
    void add(QWidget* widget) {
        if (widget->isWindow()) return;
        if (!widget->isVisible()) {
            // What had the focus was just hidden: its place counts.
            if (m_also != nullptr && (widget == m_also || widget->isAncestorOf(m_also)))
                m_hidden = m_stops.size();
            return;
        }
        if (takesTab(widget) || widget == m_also) m_stops.append(widget);
        addChildren(widget);
    }

    void addLayout(QLayout* layout, QList<QWidget*>& placed) {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem* item = layout->itemAt(i);
            if (QLayout* inner = item->layout()) {
                addLayout(inner, placed);
            } else if (QWidget* widget = item->widget()) {
                placed.append(widget);
                add(widget);
            }
        }
    }

    void addChildren(QWidget* widget) {
        QList<QWidget*> placed;
        if (widget->layout() != nullptr) addLayout(widget->layout(), placed);
        const QObjectList children = widget->children();
        for (QObject* child : children)
            if (auto* other = qobject_cast<QWidget*>(child); other != nullptr && !placed.contains(other))
                add(other);
    }

    const QWidget* m_also;
    QList<QWidget*> m_stops;
    qsizetype m_hidden = -1;
};

}  // namespace

QList<QWidget*> tabStops(QWidget* root) {
    return Reader(nullptr).below(root);
}

void focusStop(QWidget* stop, Qt::FocusReason reason) {
    stop->setFocus(reason);
    for (QWidget* up = stop->parentWidget(); up != nullptr && !up->isWindow(); up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up)) area->ensureWidgetVisible(stop, kAround, kAround);
}

bool moveFocus(QWidget* root, bool forward) {
    QWidget* now = root->window()->focusWidget();
    Reader reader(now);
    const QList<QWidget*> stops = reader.below(root);
    const qsizetype count = stops.size();
    const qsizetype at = stops.indexOf(now);
    if (count == 0 || (at == 0 && count == 1)) return false;
    qsizetype next = forward ? 0 : count - 1;
    if (at >= 0)
        next = (at + (forward ? 1 : count - 1)) % count;
    else if (const qsizetype before = reader.beforeHidden(); before >= 0)
        next = (forward ? before : before + count - 1) % count;
    focusStop(stops[next], forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

}  // namespace keyreel::ui
