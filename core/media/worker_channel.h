#pragma once

#include <chrono>
#include <optional>
#include <stop_token>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/worker_messages.h"

struct cmsghdr;

namespace keyreel::media::worker {

/// How long to wait for the other side, and the wish to stop.
struct Patience {
    std::stop_token stop;
    /// Code `media_worker_timeout` when it has passed; nothing: for ever.
    std::optional<std::chrono::steady_clock::time_point> until;
};

/// One end of the socket pair between a program and its worker. Whole messages; memory for a message grows
/// with what has arrived, not with what was announced. Thread: one.
class WorkerChannel {
public:
    /// Whether descriptors may come from the other side. A program expects none from a worker, who could fill
    /// its table with them.
    enum class Descriptors { Refused, Taken };

    /// Takes the socket.
    explicit WorkerChannel(int socket, Descriptors descriptors = Descriptors::Refused)
        : m_socket(socket), m_descriptors(descriptors) {}
    WorkerChannel(WorkerChannel&& other) noexcept;
    WorkerChannel& operator=(WorkerChannel&& other) noexcept;
    WorkerChannel(const WorkerChannel&) = delete;
    WorkerChannel& operator=(const WorkerChannel&) = delete;
    ~WorkerChannel();

    /// Waits until the other side has room. `descriptor` travels with the message and stays the caller's.
    /// Code `media_worker_gone`.
    Status send(MessageType type, ByteView payload, int descriptor = -1);

    struct Message {
        MessageType type = MessageType::Hello;
        ByteView payload;  ///< Until the next receive().
    };
    /// Codes: `media_worker_gone` (the other side has ended), `media_worker_protocol`
    /// (also when descriptors come that are refused; they are never opened here), `media_worker_timeout` (the
    /// whole message is not there in time, however its bytes trickle in), `cancelled`.
    Result<Message> receive(const Patience& patience);

    /// The descriptor that came with the last messages, now the caller's; -1 when none did. Of several that
    /// came at once the first; the others are closed.
    int takeDescriptor();

private:
    void takeFirst(const cmsghdr& head);
    Status fill(std::size_t wanted, const Patience& patience);
    [[nodiscard]] Status awaitBytes(const Patience& patience) const;

    int m_socket = -1;
    Descriptors m_descriptors = Descriptors::Refused;
    int m_descriptor = -1;
    Bytes m_buffer;
    std::size_t m_begin = 0;  ///< Of what has not been handed out.
    std::size_t m_end = 0;    ///< Of what has arrived.
};

}  // namespace keyreel::media::worker
