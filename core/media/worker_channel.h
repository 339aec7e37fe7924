#pragma once

#include <chrono>
#include <optional>
#include <stop_token>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/worker_messages.h"

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
    /// Takes the socket.
    explicit WorkerChannel(int socket) : m_socket(socket) {}
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
    /// Codes: `media_worker_gone` (the other side has ended), `media_worker_protocol`,
    /// `media_worker_timeout`, `cancelled`.
    Result<Message> receive(const Patience& patience);

    /// The descriptor that came with the last messages, now the caller's; -1 when none did.
    int takeDescriptor();

private:
    Status fill(std::size_t wanted, const Patience& patience);
    [[nodiscard]] Status awaitBytes(const Patience& patience) const;

    int m_socket = -1;
    int m_descriptor = -1;
    Bytes m_buffer;
    std::size_t m_begin = 0;  ///< Of what has not been handed out.
    std::size_t m_end = 0;    ///< Of what has arrived.
};

}  // namespace keyreel::media::worker
