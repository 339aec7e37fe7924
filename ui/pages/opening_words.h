#pragma once

#include "ui/models/engine.h"

namespace keyreel::ui {

class OpeningPanel;

/// Fills the panel "How this opened": who answered and how fast, step by step, and that the keys stay in
/// memory.
void explainOpening(OpeningPanel& panel, const studio::OpenedFilm& film);

/// "Helsinki: released, 84 ms", a line for each node; for who reports a fault.
QString nodesAsText(const studio::OpenReport& report);

}  // namespace keyreel::ui
