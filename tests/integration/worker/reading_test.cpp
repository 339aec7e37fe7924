// Films through the real worker: the same as without it, side by side, cancelled and killed.

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

#include "core/media/image.h"
#include "tests/integration/worker/worker_world.h"
#include "tests/support/clip.h"

namespace keyreel {
namespace {

using media::ReaderOptions;
using media::Sample;
using media::SampleReader;
using media::Workshop;

struct Taken {
    std::vector<media::Track> tracks;
    std::vector<Sample> samples;  ///< Without their views.
    Bytes data;
};

Result<Taken> takeAll(Result<SampleReader> reader) {
    if (!reader) return tl::unexpected<Error>(reader.error());
    Taken taken;
    taken.tracks = reader->tracks();
    for (;;) {
        KEYREEL_TRY(const auto sample, reader->nextPlace());
        if (!sample) return taken;
        taken.samples.push_back(*sample);
        taken.samples.back().data = {};
        const std::size_t at = taken.data.size();
        taken.data.resize(at + sample->size);
        KEYREEL_CHECK(reader->copy(MutableBytes(taken.data).subspan(at)));
    }
}

void expectSame(const std::filesystem::path& film, const ReaderOptions& options) {
    const auto here = takeAll(SampleReader::open(film, options));
    const auto there = takeAll(Workshop().openReader(film, options));
    ASSERT_EQ(here.has_value(), there.has_value())
        << film << ": " << (here ? there.error().what : here.error().what);
    if (!here) {
        EXPECT_EQ(here.error().code, there.error().code);
        return;
    }
    EXPECT_EQ(here->tracks, there->tracks) << film;
    ASSERT_EQ(here->samples.size(), there->samples.size()) << film;
    const auto times = [](const Sample& s) {
        return std::tuple(s.track, s.decodeTime, s.compositionOffset, s.duration, s.key, s.size);
    };
    EXPECT_TRUE(std::equal(here->samples.begin(), here->samples.end(), there->samples.begin(),
                           [&](const Sample& a, const Sample& b) { return times(a) == times(b); }))
        << film;
    EXPECT_EQ(here->data, there->data) << film;
}

std::filesystem::path small(const std::string& extension) {
    return test::clip("worker-320x180-3s." + extension, test::smallFilm());
}

TEST(WorkerReading, IsTheSameAsInThisProcess) {
    for (const char* extension : {"mp4", "mkv"}) {
        expectSame(small(extension), {});
        ReaderOptions options;
        options.transcodeVideo = options.transcodeAudio = true;
        options.transcodeHeight = 90;
        options.preset = "ultrafast";
        expectSame(small(extension), options);
    }
}

TEST(WorkerReading, TakesRealFilms) {
    if (test::sharedMedia().empty()) GTEST_SKIP() << "no shared footage";
    for (const auto& entry : std::filesystem::directory_iterator(test::sharedMedia())) {
        const auto here = media::probe(entry.path());
        const auto there = Workshop().probe(entry.path());
        ASSERT_EQ(here.has_value(), there.has_value()) << entry.path();
        if (!here) {
            EXPECT_EQ(here.error().code, there.error().code) << entry.path();
            EXPECT_EQ(here.error().what, there.error().what);
            continue;
        }
        EXPECT_EQ(here->path, there->path);
        EXPECT_EQ(here->container, there->container);
        EXPECT_EQ(here->durationSeconds, there->durationSeconds);
        ASSERT_EQ(here->tracks.size(), there->tracks.size());
        EXPECT_EQ(here->video().codecName, there->video().codecName);
        EXPECT_EQ(here->video().colourName, there->video().colourName);
        if (!here->mustTranscode()) expectSame(entry.path(), {});
    }
}

TEST(WorkerReading, MakesTheSamePictures) {
    const auto film = small("mp4");
    const auto here = media::posterFrame(film, 200);
    const auto there = Workshop().posterFrame(film, 200);
    ASSERT_TRUE(here && there) << (here ? there.error().what : here.error().what);
    EXPECT_EQ(here->pixels, there->pixels);
    const auto one = media::frameAt(film, 0.7, 200);
    const auto same = Workshop().frameAt(film, 0.7, 200);
    ASSERT_TRUE(one && same) << (one ? same.error().what : one.error().what);
    EXPECT_EQ(one->pixels, same->pixels);

    const test::TemporaryFolder folder;
    const auto picture = folder.path() / "cover.png";
    ASSERT_TRUE(media::writePng(*here, picture));
    const auto fitted = Workshop().readImage(picture, 64, 64);
    ASSERT_TRUE(fitted) << fitted.error().what;
    EXPECT_EQ(fitted->width, 64U);
    EXPECT_EQ(Workshop().coverArt(film, 64, 64).error().code, "media_no_cover");
    EXPECT_EQ(Workshop().readImage(film, 64, 64).error().code, "image_not_recognised");
}

TEST(WorkerReading, RefusesWhatIsNoFilmAsBefore) {
    const test::TemporaryFolder folder;
    const auto text = folder.path() / "notes.txt";
    std::ofstream(text) << "not a film";
    const Workshop workshop;
    EXPECT_EQ(workshop.probe(text).error().code, "media_not_recognised");
    EXPECT_EQ(workshop.probe(folder.path()).error().code, "file_not_regular");
    EXPECT_EQ(workshop.probe(folder.path() / "none.mp4").error().code, "file_missing");
    const auto empty = folder.path() / "empty.mp4";
    std::ofstream(empty).flush();
    EXPECT_EQ(workshop.probe(empty).error().code, "media_empty");
    const auto cut = folder.path() / "cut.mp4";
    std::filesystem::copy_file(small("mp4"), cut);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    EXPECT_EQ(workshop.probe(cut).error().code, "media_truncated");
}

TEST(WorkerReading, NoticesAFilmThatChanges) {
    const test::TemporaryFolder folder;
    const auto film = folder.path() / "film.mp4";
    std::filesystem::copy_file(small("mp4"), film);
    auto reader = Workshop().openReader(film);
    ASSERT_TRUE(reader);
    std::filesystem::resize_file(film, 1000);
    Result<std::optional<Sample>> sample = reader->next();
    while (sample && *sample)
        sample = reader->next();
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, "media_changed");
}

ReaderOptions slow() {
    ReaderOptions options;
    options.transcodeVideo = true;
    options.preset = "placebo";
    return options;
}

std::filesystem::path longFilm() {
    media::SampleFilmOptions options;
    options.width = 640;
    options.height = 360;
    options.seconds = 20;
    return test::clip("worker-640x360-20s.mp4", options);
}

TEST(WorkerReading, IsCancelledByKilling) {
    std::stop_source stop;
    auto reader = Workshop().openReader(longFilm(), slow());
    ASSERT_TRUE(reader);
    ASSERT_EQ(test::workersOf(::getpid()).size(), 1U);
    std::thread person([&] { stop.request_stop(); });
    Result<std::optional<Sample>> sample = reader->next(stop.get_token());
    while (sample && *sample)
        sample = reader->next(stop.get_token());
    person.join();
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, "cancelled");
    EXPECT_TRUE(test::workersOf(::getpid()).empty());
}

TEST(WorkerReading, SurvivesTheEndOfAnotherWorker) {
    const Workshop workshop;
    auto doomed = workshop.openReader(longFilm(), slow());
    ASSERT_TRUE(doomed);
    const auto first = test::workersOf(::getpid());
    ASSERT_EQ(first.size(), 1U);
    auto other = workshop.openReader(small("mkv"));
    ASSERT_TRUE(other);
    ASSERT_TRUE(other->next());

    ASSERT_EQ(::kill(first.front(), SIGKILL), 0);
    Result<std::optional<Sample>> sample = doomed->next();
    while (sample && *sample)
        sample = doomed->next();
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, "media_worker_killed") << sample.error().what;

    Result<std::optional<Sample>> rest = other->next();
    while (rest && *rest)
        rest = other->next();
    EXPECT_TRUE(rest) << rest.error().what;
}

TEST(WorkerReading, FindsAWorkerThatWasKilledWhileItWaited) {
    const Workshop workshop;
    workshop.warmUp();
    const auto waiting = test::workersOf(::getpid());
    ASSERT_EQ(waiting.size(), 1U);
    ASSERT_EQ(::kill(waiting.front(), SIGKILL), 0);
    EXPECT_TRUE(workshop.probe(small("mp4")));
}

TEST(WorkerReading, EndsWithItsProgram) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    // Both kinds: one in the middle of its work, one that waits for some.
    const auto film = longFilm();
    EXPECT_EQ(-1, test::inProcess([&] {
        const Workshop workshop;
        const auto reader = workshop.openReader(film, slow());
        workshop.warmUp();
        std::vector<pid_t> all = test::workersOf(::getpid());
        all.resize(2);
        if (::write(ends[1], all.data(), 2 * sizeof(pid_t)) < 0) return 1;
        // The test takes hold of them before their program dies.
        char held = 0;
        if (::read(STDIN_FILENO, &held, 0) < 0) return 2;
        return ::raise(SIGKILL);
    }));
    std::array<pid_t, 2> workers{};
    ASSERT_EQ(::read(ends[0], workers.data(), sizeof workers), static_cast<ssize_t>(sizeof workers));
    for (const pid_t worker : workers) {
        ASSERT_GT(worker, 0);
        const auto handle = static_cast<int>(::syscall(SYS_pidfd_open, worker, 0));
        if (handle < 0) continue;  // Gone already.
        pollfd ended{handle, POLLIN, 0};
        EXPECT_EQ(::poll(&ended, 1, 20000), 1) << "a worker outlives its program";
        ::close(handle);
    }
    ::close(ends[0]);
    ::close(ends[1]);
}

}  // namespace
}  // namespace keyreel
