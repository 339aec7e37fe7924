#pragma once

#include <QRect>
#include <QString>
#include <QWidget>

namespace keyreel::ui {

/// Registers the accessible interfaces of our custom-painted widgets. Cheap to call again; every such widget
/// does.
void installAccessibility();

/// Tells screen readers politely that the spoken text of `widget` is now `text`.
void announce(QWidget* widget, const QString& text);

/// Implemented by a painted widget that consists of several items (segments, list rows), so that screen
/// readers find each of them as a child.
class AccessibleItems {
public:
    AccessibleItems() = default;
    AccessibleItems(const AccessibleItems&) = delete;
    AccessibleItems& operator=(const AccessibleItems&) = delete;
    virtual ~AccessibleItems() = default;
    virtual int itemCount() const = 0;
    virtual QString itemName(int index) const = 0;
    virtual QRect itemBox(int index) const = 0;
    virtual bool itemChecked(int index) const = 0;
    /// Radio buttons rather than list items.
    virtual bool itemsAreRadios() const = 0;
    virtual void activateItem(int index) = 0;
};

}  // namespace keyreel::ui
