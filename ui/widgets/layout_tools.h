#pragma once

class QLayout;
class QScrollArea;
class QWidget;

namespace keyreel::ui {

/// Takes every item out of `layout`; its widgets are hidden at once and deleted when it is safe.
void clearLayout(QLayout& layout);

/// `list` in an area that scrolls up and down, on whatever is behind it. Owns `list`.
QScrollArea* makeScrolled(QWidget* list);

}  // namespace keyreel::ui
