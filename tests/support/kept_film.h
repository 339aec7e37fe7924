#pragma once

#include <sys/file.h>

#include <filesystem>
#include <functional>
#include <sstream>
#include <string>
#include <system_error>

#include "core/base/file.h"
#include "core/media/sample_film.h"

namespace keyreel::test {

/// A generated film, made once per build folder and kept below `clips`. `name` must tell all options apart
/// and carry the extension.
inline Result<std::filesystem::path> keptFilm(const std::string& name,
                                              const media::SampleFilmOptions& options) {
    const std::filesystem::path folder = std::filesystem::current_path() / "clips";
    std::filesystem::create_directories(folder);
    const std::filesystem::path path = folder / name;
    // Tests run side by side in processes of their own: one makes the film, the others wait for it, and
    // nobody replaces a file that somebody reads. The lock goes with the descriptor, also when the test dies.
    KEYREEL_TRY(const File lock, File::openForUpdate(folder / (name + ".lock")));
    if (::flock(lock.descriptor(), LOCK_EX) != 0) return fail("file_unreadable", "cannot lock " + name);
    if (std::filesystem::exists(path)) return path;
    const std::filesystem::path mine = folder / ("making-" + name);
    KEYREEL_CHECK(media::makeSampleFilm(mine, options));
    std::filesystem::rename(mine, path);
    return path;
}

/// A name that tells all options apart.
inline std::string nameOf(const media::SampleFilmOptions& options) {
    // Does not compile when an option is added, so that none is forgotten here.
    const auto& [width, height, frameRate, seconds, video, audio, audioTracks, keyInterval, bFrames, rotation,
                 sarNum, sarDen, tenBit, rec709, coverArt, fragmented, title, chapters] = options;
    std::ostringstream words;
    words << title;
    for (const media::Chapter& chapter : chapters)
        words << '\n' << chapter.startMs << ' ' << chapter.title;
    std::ostringstream name;
    name << width << 'x' << height << '@' << frameRate << '-' << seconds << "s-v" << int(video) << "-a"
         << int(audio) << 'x' << audioTracks << "-k" << keyInterval << "-b" << bFrames << "-r" << rotation
         << '-' << sarNum << '_' << sarDen << '-' << tenBit << rec709 << coverArt << fragmented << '-'
         << std::hex << std::hash<std::string>{}(words.str());
    return name.str();
}

/// What makeSampleFilm() would write to `path`, but made only once per build folder. The copy is the caller's
/// own.
inline Status copyOfFilm(const std::filesystem::path& path, const media::SampleFilmOptions& options) {
    KEYREEL_TRY(const std::filesystem::path kept,
                keptFilm(nameOf(options) + path.extension().string(), options));
    std::error_code error;
    std::filesystem::copy_file(kept, path, std::filesystem::copy_options::overwrite_existing, error);
    if (error) return fail("file_unwritable", path.string() + ": " + error.message());
    return {};
}

}  // namespace keyreel::test
