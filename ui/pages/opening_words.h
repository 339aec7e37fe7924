#pragma once

#include "ui/models/engine.h"

namespace keyreel::ui {

class OpeningPanel;

/// Fills the panel "How this opened": who answered and how fast, step by step, and that the keys stay in
/// memory.
void explainOpening(OpeningPanel& panel, const studio::OpenedFilm& film);

}  // namespace keyreel::ui
