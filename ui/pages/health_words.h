#pragma once

#include "ui/models/engine.h"
#include "ui/shell/identity_card.h"

namespace keyreel::ui {

/// What works right now: one word for the identity card, and each part with what it means for the person.
struct HealthWords {
    QString word;
    Tone tone = Tone::Neutral;
    QList<HealthPopover::Entry> entries;
};
HealthWords healthOf(const Engine& engine);

}  // namespace keyreel::ui
