#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/media/sample_film.h"
#include "core/media/workshop.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::test {

/// Three seconds of generated film, small enough for any machine.
media::SampleFilmOptions smallFilm();

/// A folder of films whose names tell the misbehaving worker what to do.
class WorkerWorld {
public:
    /// A copy of a real film under the name "do-<deed>.mp4".
    [[nodiscard]] std::filesystem::path film(const std::string& deed) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    /// The code of the error that a probe by the misbehaving worker ends with, and what it says.
    [[nodiscard]] Error probe(const std::string& deed) const;

    static media::WorkshopSettings misbehaving();

private:
    test::TemporaryFolder m_folder;
};

/// Media workers that are children of this process now.
std::vector<pid_t> workersOf(pid_t program);

/// Runs `body` in a process of its own; returns its exit status, or -1 when a signal ended it.
int inProcess(const std::function<int()>& body);

}  // namespace keyreel::test
