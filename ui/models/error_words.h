#pragma once

#include <optional>
#include <string>

#include "ui/models/error_text.h"

namespace keyreel::ui {

/// What the engine says of `code` in English, with names and numbers, said in general in the language of the
/// window; nothing in English, where the engine's own words are better, and for codes that are rare.
std::optional<Sentence> translatedSentence(const std::string& code);

}  // namespace keyreel::ui
