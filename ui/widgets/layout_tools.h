#pragma once

class QLayout;

namespace keyreel::ui {

/// Takes every item out of `layout`; its widgets are hidden at once and deleted when it is safe.
void clearLayout(QLayout& layout);

}  // namespace keyreel::ui
