#pragma once

#include <gtest/gtest.h>
#include <sys/file.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/file.h"
#include "core/media/sample_film.h"

namespace keyreel::test {

/// A generated clip, made once per build folder and kept. `name` must tell all options apart and carry the
/// extension.
inline std::filesystem::path clip(const std::string& name, const media::SampleFilmOptions& options) {
    const std::filesystem::path folder = std::filesystem::current_path() / "clips";
    std::filesystem::create_directories(folder);
    const std::filesystem::path path = folder / name;
    // Tests run side by side in processes of their own: one makes the clip, the others wait for it, and
    // nobody replaces a file that somebody reads. The lock goes with the descriptor, also when the test dies.
    const auto lock = File::openForUpdate(folder / (name + ".lock"));
    if (!lock || ::flock(lock->descriptor(), LOCK_EX) != 0) {
        ADD_FAILURE() << "cannot lock " << name;
        return {};
    }
    if (std::filesystem::exists(path)) return path;
    const std::filesystem::path mine = folder / ("making-" + name);
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
