#include "tests/integration/worker/worker_world.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/clip.h"

namespace keyreel::test {

media::SampleFilmOptions smallFilm() {
    media::SampleFilmOptions options;
    options.width = 320;
    options.height = 180;
    options.seconds = 3;
    return options;
}

std::filesystem::path WorkerWorld::film(const std::string& deed) const {
    const auto path = m_folder.path() / ("do-" + deed + ".mp4");
    std::filesystem::copy_file(clip("worker-320x180-3s.mp4", smallFilm()), path,
                               std::filesystem::copy_options::skip_existing);
    return path;
}

media::WorkshopSettings WorkerWorld::misbehaving() {
    media::WorkshopSettings settings;
    settings.worker = KEYREEL_MISBEHAVING_WORKER;
    return settings;
}

Error WorkerWorld::probe(const std::string& deed) const {
    const auto info = media::Workshop(misbehaving()).probe(film(deed));
    EXPECT_FALSE(info) << deed;
    return info ? Error{} : info.error();
}

std::vector<pid_t> workersOf(pid_t program) {
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "stat");
        std::string line;
        if (!std::getline(file, line)) continue;
        // PID (name) state parent; the kernel keeps 15 characters of the name.
        const auto close = line.rfind(')');
        if (line.find("(keyreel-media-w") == std::string::npos &&
            line.find("(misbehaving-med") == std::string::npos)
            continue;
        if (line[close + 2] != 'Z' && std::stoi(line.substr(close + 4)) == program)
            found.push_back(std::stoi(line));
    }
    return found;
}

int inProcess(const std::function<int()>& body) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(body());
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
    return WEXITSTATUS(status);
}

}  // namespace keyreel::test
