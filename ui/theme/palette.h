#pragma once

#include <QPalette>

#include "ui/theme/tokens.h"

namespace keyreel::ui {

/// The palette of the tokens, on which Fusion and our widgets build.
QPalette makePalette(const Tokens& tokens);

}  // namespace keyreel::ui
