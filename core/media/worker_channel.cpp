#include "core/media/worker_channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/base/progress.h"

namespace keyreel::media::worker {
namespace {

constexpr std::size_t kChunk = 256U << 10;
/// How soon a wish to stop is noticed while the other side is silent.
constexpr std::chrono::milliseconds kPoll{50};

tl::unexpected<Error> gone() {
    return fail("media_worker_gone", "The media worker has ended.");
}

}  // namespace

WorkerChannel::WorkerChannel(WorkerChannel&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)),
      m_descriptors(other.m_descriptors),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_buffer(std::move(other.m_buffer)),
      m_begin(std::exchange(other.m_begin, 0)),
      m_end(std::exchange(other.m_end, 0)) {}

WorkerChannel& WorkerChannel::operator=(WorkerChannel&& other) noexcept {
    std::swap(m_socket, other.m_socket);
    std::swap(m_descriptors, other.m_descriptors);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_buffer, other.m_buffer);
    std::swap(m_begin, other.m_begin);
    std::swap(m_end, other.m_end);
    return *this;
}

WorkerChannel::~WorkerChannel() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (m_socket >= 0) ::close(m_socket);
}

Status WorkerChannel::send(MessageType type, ByteView payload, int descriptor) {
    const Bytes header = encodeHeader(type, payload.size());
    std::array<iovec, 2> parts{{{const_cast<std::uint8_t*>(header.data()), header.size()},
                                {const_cast<std::uint8_t*>(payload.data()), payload.size()}}};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    if (descriptor >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    }
    std::size_t left = header.size() + payload.size();
    for (;;) {
        const ssize_t sent = ::sendmsg(m_socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return gone();
        left -= static_cast<std::size_t>(sent);
        if (left == 0) return {};
        message.msg_control = nullptr;
        message.msg_controllen = 0;
        auto done = static_cast<std::size_t>(sent);
        for (iovec& part : parts) {
            const std::size_t here = std::min(done, part.iov_len);
            part.iov_base = static_cast<char*>(part.iov_base) + here;
            part.iov_len -= here;
            done -= here;
        }
    }
}

Status WorkerChannel::awaitBytes(const Patience& patience) const {
    const bool forEver = !patience.stop.stop_possible() && !patience.until;
    for (;;) {
        if (patience.stop.stop_requested()) return cancelled("Reading the film");
        if (patience.until && std::chrono::steady_clock::now() >= *patience.until)
            return fail("media_worker_timeout", "The media worker does not answer.");
        pollfd ready{m_socket, POLLIN, 0};
        const int found = ::poll(&ready, 1, forEver ? -1 : static_cast<int>(kPoll.count()));
        if (found > 0) return {};
        if (found < 0 && errno != EINTR) return gone();
    }
}

Status WorkerChannel::fill(std::size_t wanted, const Patience& patience) {
    if (m_end - m_begin >= wanted) return {};
    if (m_begin > 0) {
        std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
                  m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
        m_end -= m_begin;
        m_begin = 0;
    }
    while (m_end < wanted) {
        // At most twice what has arrived.
        if (m_buffer.size() - m_end < kChunk / 2) m_buffer.resize(std::max(kChunk, 2 * m_buffer.size()));
        KEYREEL_CHECK(awaitBytes(patience));
        iovec part{m_buffer.data() + m_end, m_buffer.size() - m_end};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        if (m_descriptors == Descriptors::Taken) {
            message.msg_control = control.data();
            message.msg_controllen = control.size();
        }
        const ssize_t got = ::recvmsg(m_socket, &message, MSG_CMSG_CLOEXEC);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return gone();
        m_end += static_cast<std::size_t>(got);
        // Without a place for them the kernel opens none here, and says so.
        if (m_descriptors == Descriptors::Refused && (message.msg_flags & MSG_CTRUNC) != 0)
            return fail("media_worker_protocol", "The media worker sends descriptors.");
        for (cmsghdr* head = CMSG_FIRSTHDR(&message); head != nullptr; head = CMSG_NXTHDR(&message, head)) {
            if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) continue;
            takeFirst(*head);
        }
    }
    return {};
}

void WorkerChannel::takeFirst(const cmsghdr& head) {
    // Room for one is rounded up to room for two.
    const std::size_t count = (head.cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(&head) + i * sizeof descriptor, sizeof descriptor);
        if (i == 0) std::swap(m_descriptor, descriptor);
        if (descriptor >= 0) ::close(descriptor);
    }
}

Result<WorkerChannel::Message> WorkerChannel::receive(const Patience& patience) {
    KEYREEL_CHECK(fill(kHeaderSize, patience));
    KEYREEL_TRY(const Header header, decodeHeader(ByteView(m_buffer).subspan(m_begin, kHeaderSize)));
    KEYREEL_CHECK(fill(kHeaderSize + header.length, patience));
    const Message message{header.type, ByteView(m_buffer).subspan(m_begin + kHeaderSize, header.length)};
    m_begin += kHeaderSize + header.length;
    return message;
}

int WorkerChannel::takeDescriptor() {
    return std::exchange(m_descriptor, -1);
}

}  // namespace keyreel::media::worker
