// A media worker that has been taken over: shut in like the real one, it then does what the film's name asks
// for.

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/media/sample_reader.h"
#include "core/media/worker_process.h"
#include "core/media/worker_service.h"
#include "core/sandbox/sandbox.h"

namespace {

using namespace keyreel;
namespace worker = media::worker;

constexpr int kSocket = 3;
/// Opened before the walls are up, so that the memory can be searched from inside.
constexpr int kMaps = 10;
constexpr int kMemory = 11;

struct Stage {
    worker::WorkerChannel& channel;
    const worker::Request& request;
    int film;
    std::string argument;  ///< What stands behind the name of the deed.
};

/// Says how a deed went that did not end the process.
void tell(const Stage& stage, const std::string& what) {
    (void)stage.channel.send(worker::MessageType::Failed, worker::encodeFailed({"media_told", what, {}}));
}

void tellCall(const Stage& stage, long result) {
    tell(stage, result >= 0 ? "done" : std::string("refused: ") + strerrorname_np(errno));
}

/// Where no memory is; the compiler must not know.
void writeNowhere() {
    volatile std::uintptr_t nowhere = 8;
    *reinterpret_cast<volatile int*>(nowhere) = 1;
}

[[noreturn]] void sleepForEver() {
    for (;;) {
        const timespec hour{3600, 0};
        ::nanosleep(&hour, nullptr);
    }
}

void setOfDescriptors(const Stage& stage) {
    std::string open;
    for (int i = 0; i < 1024; ++i) {
        pollfd one{i, 0, 0};
        if (::poll(&one, 1, 0) >= 0 && (one.revents & POLLNVAL) == 0) open += std::to_string(i) + " ";
    }
    tell(stage, open);
}

void setOfVariables(const Stage& stage) {
    std::string all = "variables:";
    for (char** one = environ; one != nullptr && *one != nullptr; ++one)
        all += std::string(" ") + *one;
    tell(stage, all);
}

/// Looks for bytes of which it knows only the complement, so that the search does not find itself.
bool isInMemory(const Bytes& complement) {
    std::string maps;
    std::array<char, 4096> text{};
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(kMaps, text.data(), text.size(), at);
        if (got <= 0) break;
        maps.append(text.data(), static_cast<std::size_t>(got));
        at += got;
    }
    Bytes chunk(1U << 20);
    for (std::size_t line = 0; line < maps.size(); line = maps.find('\n', line) + 1) {
        char* end = nullptr;
        const std::uint64_t first = std::strtoull(maps.c_str() + line, &end, 16);
        const std::uint64_t last = std::strtoull(end + 1, &end, 16);
        // Shadow memory of a sanitizer holds no data.
        if (end[1] != 'r' || last - first > (std::uint64_t{1} << 32)) continue;
        for (std::uint64_t at = first; at < last; at += chunk.size() - complement.size()) {
            const ssize_t got = ::pread(kMemory, chunk.data(), chunk.size(), static_cast<off_t>(at));
            if (got < static_cast<ssize_t>(complement.size())) break;
            for (std::size_t i = 0; i + complement.size() <= static_cast<std::size_t>(got); ++i) {
                std::size_t same = 0;
                while (same < complement.size() &&
                       chunk[i + same] == static_cast<std::uint8_t>(~complement[same]))
                    ++same;
                if (same < complement.size()) continue;
                for (volatile std::uint8_t& byte : chunk)
                    byte = 0;
                return true;
            }
        }
        if (maps.find('\n', line) == std::string::npos) break;
    }
    return false;
}

void searchMemory(const Stage& stage) {
    const auto complement = fromHex(stage.argument.substr(0, 64));
    if (!complement || complement->size() != 32) return tell(stage, "nothing to look for");
    Bytes control = *complement;
    for (std::uint8_t& byte : control)
        byte = static_cast<std::uint8_t>(~byte);
    // `control` is the marker itself now: the search must find it, and then it is wiped.
    Bytes inverted = *complement;
    const bool works = isInMemory(inverted);
    for (volatile std::uint8_t& byte : control)
        byte = 0;
    tell(stage, std::string(works ? "search works, " : "search broken, ") +
                    (isInMemory(inverted) ? "found" : "not found"));
}

worker::Opened openedFilm(const Stage& stage) {
    const auto reader = media::SampleReader::open(
        media::FilmSource::opened(stage.film, stage.request.size, stage.request.name), stage.request.options);
    if (!reader) ::_exit(9);
    return {reader->info(), reader->tracks()};
}

void sayOpened(const Stage& stage) {
    (void)stage.channel.send(worker::MessageType::Opened, encodeOpened(openedFilm(stage)));
}

void saySample(const Stage& stage, const worker::SampleRecord& record) {
    worker::SampleBatch batch;
    batch.add(record);
    (void)stage.channel.send(worker::MessageType::Samples, batch.take(0));
}

worker::SampleRecord sampleAt(std::int64_t time, std::uint64_t place) {
    worker::SampleRecord record;
    record.sample.decodeTime = time;
    record.sample.duration = 1;
    record.sample.size = 16;
    record.sample.key = true;
    record.inFile = true;
    record.place = place;
    return record;
}

/// What it has, many times, into the program's table: two at once, for which there could be room.
void sendDescriptors(const Stage& stage) {
    const std::array<int, 2> two{stage.film, stage.film};
    Bytes header = worker::encodeHeader(worker::MessageType::Failed, 60U << 20);
    for (const std::uint8_t& byte : header) {
        iovec part{const_cast<std::uint8_t*>(&byte), 1};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof two)> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof two);
        std::memcpy(CMSG_DATA(head), two.data(), sizeof two);
        (void)::sendmsg(kSocket, &message, MSG_NOSIGNAL);
    }
    sleepForEver();
}

void sendRaw(const Bytes& bytes) {
    (void)!::write(kSocket, bytes.data(), bytes.size());
}

const std::map<std::string, std::function<void(const Stage&)>>& deeds() {
    static const std::map<std::string, std::function<void(const Stage&)>> kAll{
        {"open", [](const Stage& s) { tellCall(s, ::open("/etc/passwd", O_RDONLY)); }},
        {"create", [](const Stage& s) { tellCall(s, ::open("stolen", O_WRONLY | O_CREAT, 0600)); }},
        {"socket", [](const Stage& s) { tellCall(s, ::socket(AF_INET, SOCK_STREAM, 0)); }},
        {"connect",
         [](const Stage& s) {
             sockaddr_in address{};
             address.sin_family = AF_INET;
             tellCall(s, ::connect(kSocket, reinterpret_cast<const sockaddr*>(&address), sizeof address));
         }},
        {"fork", [](const Stage& s) { tellCall(s, ::syscall(SYS_fork)); }},
        {"clone", [](const Stage& s) { tellCall(s, ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }},
        {"execve",
         [](const Stage& s) {
             char program[] = "/bin/true";
             std::array<char*, 2> arguments{program, nullptr};
             tellCall(s, ::execve(program, arguments.data(), environ));
         }},
        {"ptrace", [](const Stage& s) { tellCall(s, ::ptrace(PTRACE_ATTACH, ::getpid(), 0, 0)); }},
        {"kill", [](const Stage& s) { tellCall(s, ::kill(::getpid(), SIGUSR1)); }},
        {"memfd", [](const Stage& s) { tellCall(s, ::memfd_create("code", 0)); }},
        {"code",
         [](const Stage& s) {
             tellCall(s, ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                             ? -1
                             : 0);
         }},
        {"limit",
         [](const Stage& s) {
             const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
             tellCall(s, ::setrlimit(RLIMIT_CPU, &all));
         }},
        {"segv", [](const Stage&) { writeNowhere(); }},
        {"abort", [](const Stage&) { std::abort(); }},
        {"exit", [](const Stage&) { ::_exit(0); }},
        {"hang", [](const Stage&) { sleepForEver(); }},
        {"spin",
         [](const Stage&) {
             volatile bool on = true;
             while (on) {
             }
         }},
        {"memory",
         [](const Stage&) {
             std::vector<Bytes> kept;
             for (;;)
                 kept.emplace_back(std::size_t{16} << 20, std::uint8_t{1});
         }},
        {"descriptors", setOfDescriptors},
        {"variables", setOfVariables},
        {"search", searchMemory},
        {"noise", [](const Stage&) { sendRaw(Bytes(64, 0xff)); }},
        {"length",
         [](const Stage&) {
             // The largest number behind the name of a small message.
             Bytes header = worker::encodeHeader(worker::MessageType::Failed, 0xffffffff);
             sendRaw(header);
             sleepForEver();
         }},
        {"senddescriptors", sendDescriptors},
        {"trickle",
         [](const Stage&) {
             sendRaw(worker::encodeHeader(worker::MessageType::Picture, 60U << 20));
             for (;;) {
                 const timespec little{0, 5000000};
                 ::nanosleep(&little, nullptr);
                 sendRaw(Bytes(16));
             }
         }},
        {"empties",
         [](const Stage& s) {
             sayOpened(s);
             for (;;) {
                 worker::SampleBatch batch;
                 if (!s.channel.send(worker::MessageType::Samples, batch.take(0))) ::_exit(0);
             }
         }},
        {"unfinished",
         [](const Stage&) {
             sendRaw(worker::encodeHeader(worker::MessageType::Picture, 60U << 20));
             ::_exit(0);
         }},
        {"foreigncode",
         [](const Stage& s) {
             (void)s.channel.send(worker::MessageType::Failed,
                                  worker::encodeFailed({"network_down", "No.", {}}));
         }},
        {"stall",
         [](const Stage& s) {
             sayOpened(s);
             sleepForEver();
         }},
        {"crashlater",
         [](const Stage& s) {
             sayOpened(s);
             saySample(s, sampleAt(0, 0));
             writeNowhere();
         }},
        {"outside",
         [](const Stage& s) {
             sayOpened(s);
             saySample(s, sampleAt(0, s.request.size - 8));
             sleepForEver();
         }},
        {"backwards",
         [](const Stage& s) {
             sayOpened(s);
             saySample(s, sampleAt(5, 0));
             saySample(s, sampleAt(5, 0));
             sleepForEver();
         }},
    };
    return kAll;
}

void keepForSearch(const char* path, int as) {
    const int file = ::open(path, O_RDONLY);
    if (file < 0 || ::dup2(file, as) != as) ::_exit(8);
    ::close(file);
}

}  // namespace

int main(int /*argc*/, char** argv) {
    keepForSearch("/proc/self/maps", kMaps);
    keepForSearch("/proc/self/mem", kMemory);
    sandbox::Limits limits;
    limits.memory = std::strtoull(argv[1], nullptr, 10);
    const auto guards = sandbox::enter(limits);
    if (!guards) return worker::kWorkerUnguarded;
    worker::endWithProgram(kSocket);
    worker::WorkerChannel channel(kSocket, worker::WorkerChannel::Descriptors::Taken);
    const auto request = worker::awaitRequest(
        channel,
        {worker::kProtocolVersion, true, static_cast<std::uint8_t>(guards->landlock), guards->memory});
    if (!request) ::_exit(worker::kWorkerMisused);
    const int film = channel.takeDescriptor();
    // "do-<deed>-<argument>.mp4"
    const std::string& name = request->name;
    if (name.starts_with("do-")) {
        const auto end = name.find_first_of("-.", 3);
        const auto deed = deeds().find(name.substr(3, end - 3));
        if (deed == deeds().end()) ::_exit(7);
        const std::string rest = end != std::string::npos ? name.substr(end + 1) : std::string();
        deed->second({channel, *request, film, rest});
        ::_exit(0);
    }
    ::_exit(worker::serve(channel, *request, film));
}
