#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/support/kept_film.h"

namespace keyreel::test {

/// keptFilm(), or a failure of the test and an empty path.
inline std::filesystem::path clip(const std::string& name, const media::SampleFilmOptions& options) {
    const auto kept = keptFilm(name, options);
    if (kept) return *kept;
    ADD_FAILURE() << "cannot make " << name << ": " << kept.error().what;
    return {};
}

/// Real footage that stands beside the project, or an empty path when it is not there.
inline std::filesystem::path sharedMedia() {
    if (const char* configured = std::getenv("KEYREEL_TEST_MEDIA"); configured != nullptr) return configured;
    const std::filesystem::path source =
        std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
    const std::filesystem::path beside = source.parent_path() / "shared" / "media";
    return std::filesystem::is_directory(beside) ? beside : std::filesystem::path();
}

}  // namespace keyreel::test
