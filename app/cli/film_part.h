#pragma once

#include <string>

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/media/preview_clip.h"
#include "core/media/sample_reader.h"

namespace keyreel::cli {

/// Gives a command --from and --to, which fill these; they must outlive the parsing.
void addPartOptions(Command command, std::string& from, std::string& to);

/// The part that they name; empty ones are the film's ends. Code `time_invalid`.
Result<media::FilmPart> parsePart(const std::string& from, const std::string& to);

/// "1:30" or "1:30,20": where a preview begins in the whole film, and for how many seconds. Codes:
/// `time_invalid`, `preview_invalid` (a length that no preview has).
Result<media::PreviewClip> parsePreview(const std::string& text);

}  // namespace keyreel::cli
