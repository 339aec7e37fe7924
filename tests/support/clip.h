#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/media/sample_film.h"

namespace keyreel::test {

/// A generated clip, made once per build folder and kept. `name` must tell all options apart and carry the
/// extension.
inline std::filesystem::path clip(const std::string& name, const media::SampleFilmOptions& options) {
    const std::filesystem::path folder = std::filesystem::current_path() / "clips";
    std::filesystem::create_directories(folder);
    const std::filesystem::path path = folder / name;
    if (std::filesystem::exists(path)) return path;
    // Tests run side by side: each makes its own and the last rename wins, with the same content.
    const std::filesystem::path mine = folder / (std::to_string(getpid()) + "-" + name);
    const Status made = media::makeSampleFilm(mine, options);
    if (!made) {
        ADD_FAILURE() << "cannot make " << name << ": " << made.error().what;
        return {};
    }
    std::filesystem::rename(mine, path);
    return path;
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
