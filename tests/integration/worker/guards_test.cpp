// What a worker that has been taken over can do: nothing but lie about its film, and be noticed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>

#include "core/base/sanitized.h"
#include "core/media/worker_process.h"
#include "core/package/package_film.h"
#include "tests/integration/worker/worker_world.h"
#include "tests/support/clip.h"

namespace keyreel {
namespace {

using media::Workshop;
using test::WorkerWorld;
using ::testing::HasSubstr;

class ForbiddenCall : public ::testing::TestWithParam<const char*> {};

TEST_P(ForbiddenCall, EndsTheWorkerAndIsNamed) {
    const WorkerWorld world;
    const Error error = world.probe(GetParam());
    EXPECT_EQ(error.code, "media_worker_forbidden") << error.what;
    EXPECT_THAT(error.what, HasSubstr("do-"));
    EXPECT_FALSE(error.next.empty());
}

INSTANTIATE_TEST_SUITE_P(Worker, ForbiddenCall,
                         ::testing::Values("socket", "connect", "fork", "clone", "execve", "ptrace", "kill",
                                           "memfd", "code", "limit"),
                         [](const auto& call) { return std::string(call.param); });

TEST(WorkerGuards, GiveNoFileToWhoAsks) {
    const WorkerWorld world;
    for (const char* deed : {"open", "create"}) {
        const Error error = world.probe(deed);
        EXPECT_EQ(error.code, "media_told") << error.what;
        EXPECT_EQ(error.what, "refused: EACCES") << deed;
    }
    EXPECT_FALSE(std::filesystem::exists("stolen"));
}

TEST(WorkerGuards, AreReported) {
    const auto guards = Workshop().guards();
    ASSERT_TRUE(guards) << guards.error().what;
    EXPECT_TRUE(guards->seccomp);
    EXPECT_EQ(guards->memory > 0, !kSanitized);
    RecordProperty("landlock", guards->landlock);
}

/// Makes a system call fail for this process and everyone that it starts.
bool without(int call, int error) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    const bool loaded =
        filter != nullptr &&
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call, 0) == 0 &&
        seccomp_load(filter) == 0;
    seccomp_release(filter);
    return loaded;
}

TEST(WorkerGuards, HoldWithoutLandlock) {
    const auto film = test::clip("worker-320x180-3s.mp4", test::smallFilm());
    EXPECT_EQ(0, test::inProcess([&] {
                  if (!without(SCMP_SYS(landlock_create_ruleset), ENOSYS)) return 1;
                  const Workshop workshop;
                  const auto guards = workshop.guards();
                  if (!guards || guards->landlock != 0 || !guards->seccomp) return 2;
                  return workshop.probe(film) ? 0 : 3;
              }));
}

TEST(WorkerGuards, AreACondition) {
    const auto film = test::clip("worker-320x180-3s.mp4", test::smallFilm());
    // A container that forbids filters: better no film than one that is opened without walls.
    EXPECT_EQ(0, test::inProcess([&] {
                  if (!without(SCMP_SYS(seccomp), EPERM)) return 1;
                  const auto info = Workshop().probe(film);
                  return !info && info.error().code == "media_worker_unguarded" ? 0 : 2;
              }));
}

TEST(WorkerEnds, AreErrorsOfTheOneCall) {
    const WorkerWorld world;
    EXPECT_EQ(world.probe("exit").code, "media_worker_failed");
    EXPECT_EQ(world.probe("unfinished").code, "media_worker_failed");
    if (!kSanitized) {
        const Error crashed = world.probe("segv");
        EXPECT_EQ(crashed.code, "media_worker_crashed");
        EXPECT_THAT(crashed.what, HasSubstr("SIGSEGV"));
        EXPECT_THAT(world.probe("abort").what, HasSubstr("SIGABRT"));
    }
    // The next call is served as if nothing had been.
    EXPECT_TRUE(
        Workshop(WorkerWorld::misbehaving()).probe(test::clip("worker-320x180-3s.mp4", test::smallFilm())));
}

TEST(WorkerEnds, ComeWhenMemoryIsFull) {
    if (kSanitized) return;  // Shadow memory is larger than any limit: there is none in such a build.
    const WorkerWorld world;
    media::WorkshopSettings settings = WorkerWorld::misbehaving();
    settings.memory = 256U << 20;
    const auto info = Workshop(settings).probe(world.film("memory"));
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, "media_worker_memory") << info.error().what;
}

TEST(WorkerEnds, ComeWithTheTime) {
    const WorkerWorld world;
    media::WorkshopSettings settings = WorkerWorld::misbehaving();
    settings.answer = std::chrono::milliseconds(400);
    for (const char* deed : {"hang", "spin", "trickle"}) {
        const auto info = Workshop(settings).probe(world.film(deed));
        ASSERT_FALSE(info);
        EXPECT_EQ(info.error().code, "media_worker_timeout") << deed;
    }
    EXPECT_TRUE(test::workersOf(::getpid()).empty()) << "it is ended, not left alone";
}

TEST(WorkerEnds, ComeWithTheProcessorTime) {
    const WorkerWorld world;
    auto process = media::worker::WorkerProcess::start(KEYREEL_MISBEHAVING_WORKER, 0);
    ASSERT_TRUE(process);
    ASSERT_TRUE((*process)->greet({}));
    (*process)->allowProcessorTime(std::chrono::seconds(1));
    media::worker::Request request;
    request.name = "do-spin.mp4";
    request.maxWidth = request.maxHeight = 1;
    auto& channel = (*process)->channel();
    ASSERT_TRUE(channel.send(media::worker::MessageType::Request, encodeRequest(request)));
    const auto answer = channel.receive({});
    ASSERT_FALSE(answer);
    EXPECT_EQ((*process)->explain(answer.error(), "spin.mp4").code, "media_worker_timeout");
}

TEST(WorkerEnds, ComeWhenTheStartIsImpossible) {
    media::WorkshopSettings settings;
    settings.worker = "/nonexistent/keyreel-media-worker";
    const auto info = Workshop(settings).probe(test::clip("worker-320x180-3s.mp4", test::smallFilm()));
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, "media_worker_missing");
}

TEST(WorkerLies, AreNotBelieved) {
    const WorkerWorld world;
    for (const char* deed : {"noise", "length", "foreigncode"})
        EXPECT_EQ(world.probe(deed).code, "media_worker_protocol") << deed;
    for (const char* deed : {"outside", "backwards", "empties"}) {
        auto reader = Workshop(WorkerWorld::misbehaving()).openReader(world.film(deed));
        ASSERT_TRUE(reader) << reader.error().what;
        Result<std::optional<media::Sample>> sample = reader->nextPlace();
        if (sample && *sample) sample = reader->nextPlace();
        ASSERT_FALSE(sample) << deed;
        EXPECT_EQ(sample.error().code, "media_worker_protocol") << deed;
        EXPECT_EQ(reader->nextPlace().error().code, "media_worker_protocol") << "it stays an error";
    }
}

TEST(WorkerLies, FillNoTableOfDescriptors) {
    const WorkerWorld world;
    // Where the film has been made already and libraries have opened what they keep.
    (void)world.probe("noise");
    const auto open = [] {
        return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                             std::filesystem::directory_iterator());
    };
    const auto before = open();
    EXPECT_EQ(world.probe("senddescriptors").code, "media_worker_protocol");
    EXPECT_EQ(open(), before);
}

TEST(WorkerLies, NeedAnAnswerAtAll) {
    const WorkerWorld world;
    media::WorkshopSettings settings = WorkerWorld::misbehaving();
    settings.silence = std::chrono::milliseconds(300);
    auto reader = Workshop(settings).openReader(world.film("stall"));
    ASSERT_TRUE(reader);
    const auto sample = reader->nextPlace();
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, "media_worker_timeout");
}

TEST(WorkerEnds, LeaveNothingOfAPackage) {
    if (kSanitized) return;  // The sanitizer takes the signal and reports instead.
    const WorkerWorld world;
    package::PackageRequest request;
    request.source = world.film("crashlater");
    request.folder = world.folder() / "package";
    request.workshop = std::make_shared<const Workshop>(WorkerWorld::misbehaving());
    request.keyFor = [](const package::KeyQuery&) -> Result<package::TrackKey> {
        return package::TrackKey{{1}, SecretBytes(16)};
    };
    const auto made = package::packageFilm(request);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "media_worker_crashed") << made.error().what;
    EXPECT_FALSE(std::filesystem::exists(request.folder));
}

}  // namespace
}  // namespace keyreel
