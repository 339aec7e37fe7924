// Opens one film for a program of Keyreel that holds keys, in a process that holds none.

#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "core/media/worker_process.h"
#include "core/media/worker_service.h"
#include "core/sandbox/sandbox.h"

namespace {

using namespace keyreel;
namespace worker = media::worker;

constexpr int kSocket = 3;
constexpr int kLargeBlock = 128 << 10;

bool isSocket(int descriptor) {
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM;
}

}  // namespace

int main(int argc, char** argv) {
    // A long film's tables go back to the system when libav frees them: a threshold that is set stays, else
    // it rises with the first large block and memory keeps the holes.
    ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
    std::uint64_t memory = 0;
    const std::string_view asked(argc == 2 ? argv[1] : "");
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), memory);
    if (asked.empty() || error != std::errc() || end != asked.data() + asked.size() || !isSocket(kSocket)) {
        std::fputs("keyreel-media-worker " KEYREEL_VERSION
                   ": reads films for the programs of Keyreel, which start it themselves.\n",
                   stderr);
        return worker::kWorkerMisused;
    }
    sandbox::Limits limits;
    limits.memory = memory;
    const auto guards = sandbox::enter(limits);
    if (!guards) return worker::kWorkerUnguarded;
    worker::endWithProgram(kSocket);
    worker::WorkerChannel channel(kSocket, worker::WorkerChannel::Descriptors::Taken);
    worker::Hello hello;
    hello.seccomp = guards->seccomp;
    hello.landlock = static_cast<std::uint8_t>(guards->landlock);
    hello.memory = guards->memory;
    const auto request = worker::awaitRequest(channel, hello);
    // Without anything that a destructor or a library might still want to do.
    ::_exit(request ? worker::serve(channel, *request, channel.takeDescriptor()) : worker::kWorkerMisused);
}
