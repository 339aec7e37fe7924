#pragma once

#include <cstdint>
#include <memory>
#include <thread>

#include "core/base/byte_source.h"

namespace keyreel::playback {

/// Reads a source on a thread of its own, so that whoever waits for bytes can be called away although the
/// source itself cannot be interrupted. A read that hangs at destruction is left behind: it owns what it
/// needs and ends when the source returns. Buffers are wiped, since the bytes are clear film. Thread: one
/// reader; interrupt(), accept() and stop() from any thread.
class SourceReader {
public:
    explicit SourceReader(std::shared_ptr<ByteSource> source);
    ~SourceReader();
    SourceReader(const SourceReader&) = delete;
    SourceReader& operator=(const SourceReader&) = delete;

    [[nodiscard]] std::uint64_t size() const;

    /// Waits for the source. `cancelled` at once after stop(), and when an interruption came that was not
    /// accepted and the source has not answered 50 ms later: what is nearly there is worth the wait, since a
    /// demuxer that is torn out of the middle of a box has to be opened again.
    Status read(std::uint64_t offset, MutableBytes out);

    /// Calls a reader away; returns the number of the interruption.
    std::uint64_t interrupt();
    /// The reader has seen the interruption of this number and all before it.
    void accept(std::uint64_t interruption);
    /// Every read from now on is `cancelled`.
    void stop();
    [[nodiscard]] bool stopped() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
    std::thread m_thread;
};

}  // namespace keyreel::playback
