#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace keyreel::studio {

inline constexpr std::size_t kMaxTitle = 200;
inline constexpr std::size_t kMaxDescription = 2000;
/// Tags of one film.
inline constexpr std::size_t kMostTags = 16;
inline constexpr std::size_t kMaxTagBytes = 64;

/// What a film is called and said to be, in every place that takes these words. Codes: `title_missing`,
/// `title_too_long`, `description_too_long`, `title_not_text`.
Status checkPublicWords(const std::string& title, const std::string& description);

/// What a film's maker typed as its tags, as they are published: without spaces around them, with single
/// ones inside, each once however its ASCII letters are written, none empty; the first is the category. Code
/// `tags_invalid`: too many, too long, or no plain text.
Result<std::vector<std::string>> publicTags(const std::vector<std::string>& typed);

}  // namespace keyreel::studio
