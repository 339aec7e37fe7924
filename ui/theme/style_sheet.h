#pragma once

#include <QPalette>
#include <QString>

#include "ui/theme/tokens.h"

namespace keyreel::ui {

/// The one style sheet of the application, generated from the tokens: inputs, menus, tool tips, views. What
/// widgets paint themselves does not appear in it.
QString makeStyleSheet(const Tokens& tokens, int textPercent);

/// The palette of the tokens, on which Fusion and our widgets build.
QPalette makePalette(const Tokens& tokens);

}  // namespace keyreel::ui
