#pragma once

#include <optional>

#include "ui/models/error_text.h"

namespace keyreel::ui {

/// The words for what is wrong with a package on a disk; what it is about, and where, is the error's own.
/// Nothing for other codes.
std::optional<Sentence> packageSentence(const Error& error);

}  // namespace keyreel::ui
