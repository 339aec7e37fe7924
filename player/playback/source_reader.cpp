#include "player/playback/source_reader.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>

#include "core/base/progress.h"
#include "core/base/secret_bytes.h"

namespace keyreel::playback {

namespace {

constexpr std::chrono::milliseconds kGrace{50};
constexpr std::chrono::milliseconds kLastChance{20};

enum class Phase { Idle, Requested, Running, Done };

}  // namespace

struct SourceReader::State {
    std::shared_ptr<ByteSource> source;
    std::mutex mutex;
    std::condition_variable changed;
    Phase phase = Phase::Idle;
    std::uint64_t offset = 0;
    Bytes buffer;
    Status result;
    std::uint64_t interruptions = 0;
    std::uint64_t accepted = 0;
    bool stopping = false;

    ~State() { wipe(buffer); }

    Status readSource(std::uint64_t from) {
        try {
            return source->read(from, buffer);
        } catch (const std::exception& failure) {
            return fail("source_failed", std::string("The film could not be read: ") + failure.what());
        }
    }

    void serve() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return stopping || phase == Phase::Requested; });
            if (stopping) return;
            phase = Phase::Running;
            const std::uint64_t from = offset;
            lock.unlock();
            Status status = readSource(from);
            lock.lock();
            result = std::move(status);
            phase = Phase::Done;
            changed.notify_all();
        }
    }
};

SourceReader::SourceReader(std::shared_ptr<ByteSource> source) : m_state(std::make_shared<State>()) {
    m_state->source = std::move(source);
    m_thread = std::thread([state = m_state] { state->serve(); });
}

SourceReader::~SourceReader() {
    std::unique_lock lock(m_state->mutex);
    m_state->stopping = true;
    m_state->changed.notify_all();
    const bool returned =
        m_state->changed.wait_for(lock, kLastChance, [this] { return m_state->phase != Phase::Running; });
    lock.unlock();
    if (returned)
        m_thread.join();
    else
        m_thread.detach();
}

std::uint64_t SourceReader::size() const {
    return m_state->source->size();
}

Status SourceReader::read(std::uint64_t offset, MutableBytes out) {
    State& state = *m_state;
    std::unique_lock lock(state.mutex);
    const auto idle = [&state] {
        return state.stopping || state.phase == Phase::Idle || state.phase == Phase::Done;
    };
    const auto calledAway = [&state] { return state.interruptions != state.accepted; };
    const auto waitFor = [&](const auto& ready) {
        state.changed.wait(lock, [&] { return ready() || calledAway(); });
        if (!ready()) state.changed.wait_for(lock, kGrace, ready);
        return !state.stopping && ready();
    };
    // An earlier read that was called away may still be under way.
    if (!waitFor(idle)) return cancelled("Reading the film");
    wipe(state.buffer);
    state.buffer.resize(out.size());
    state.offset = offset;
    state.phase = Phase::Requested;
    state.changed.notify_all();
    if (!waitFor([&state] { return state.stopping || state.phase == Phase::Done; }))
        return cancelled("Reading the film");
    state.phase = Phase::Idle;
    if (state.result) std::copy(state.buffer.begin(), state.buffer.end(), out.begin());
    wipe(state.buffer);
    Status status = std::move(state.result);
    // `cancelled` is this class's own word for having been called away.
    if (!status && status.error().code == "cancelled") status.error().code = "source_cancelled";
    return status;
}

std::uint64_t SourceReader::interrupt() {
    const std::lock_guard lock(m_state->mutex);
    m_state->changed.notify_all();
    return ++m_state->interruptions;
}

void SourceReader::accept(std::uint64_t interruption) {
    const std::lock_guard lock(m_state->mutex);
    m_state->accepted = std::max(m_state->accepted, interruption);
}

void SourceReader::stop() {
    const std::lock_guard lock(m_state->mutex);
    m_state->stopping = true;
    m_state->changed.notify_all();
}

bool SourceReader::stopped() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->stopping;
}

}  // namespace keyreel::playback
