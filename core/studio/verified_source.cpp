#include "core/studio/verified_source.h"

#include <algorithm>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "core/base/progress.h"
#include "core/crypto/hash.h"

namespace keyreel::studio {
namespace {

struct Part {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    crypto::Digest digest{};
    std::uint64_t startMs = 0;
    std::uint64_t endMs = 0;
};

std::vector<Part> partsOf(const package::ManifestTrack& track) {
    std::vector<Part> parts;
    parts.push_back({0, track.initSize, track.initDigest, 0, 0});
    std::uint64_t startMs = 0;
    for (const auto& segment : track.segments) {
        const std::uint64_t endMs = startMs + segment.durationMs;
        parts.push_back({segment.offset, segment.size, segment.digest, startMs, endMs});
        startMs = endMs;
    }
    return parts;
}

/// Whether the gateway answered, but not with the bytes that the manifest says there are.
bool isAbsence(const std::string& code) {
    return code == "bad_response" || code == "blob_missing" || code == "range_unsatisfiable";
}

std::string timeText(std::uint64_t ms) {
    const std::uint64_t seconds = ms / 1000;
    const std::string tail = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (tail.size() < 2 ? "0" : "") + tail;
}

}  // namespace

class VerifiedSource::State {
public:
    State(package::ManifestTrack track, RangeFetch fetch, std::uint64_t cacheBytes, Ahead ahead)
        : m_fetch(std::move(fetch)), m_cacheBytes(cacheBytes), m_name(track.label), m_parts(partsOf(track)) {
        m_size = m_parts.back().offset + m_parts.back().size;
        if (ahead == Ahead::NextPart) m_ahead = std::thread([this] { fetchAhead(); });
    }

    ~State() {
        interrupt();
        if (m_ahead.joinable()) m_ahead.join();
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    Status read(std::uint64_t offset, MutableBytes out, bool goesOn) {
        if (offset > m_size || out.size() > m_size - offset)
            return fail("source_truncated", "Byte " + std::to_string(offset + out.size()) + " of " + m_name +
                                                " was asked for; it has " + std::to_string(m_size) + ".");
        while (!out.empty()) {
            const auto after =
                std::upper_bound(m_parts.begin(), m_parts.end(), offset,
                                 [](std::uint64_t at, const Part& part) { return at < part.offset; });
            const auto index = static_cast<std::size_t>(after - m_parts.begin()) - 1;
            KEYREEL_TRY(const std::shared_ptr<const Bytes> bytes, part(index, goesOn));
            const std::uint64_t from = offset - m_parts[index].offset;
            const std::size_t count = std::min<std::uint64_t>(out.size(), bytes->size() - from);
            std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(from), count, out.begin());
            out = out.subspan(count);
            offset += count;
        }
        return {};
    }

    Status prepare(std::size_t index) {
        if (index >= m_parts.size()) return fail("source_truncated", m_name + " has fewer parts.");
        const Outcome outcome = part(index, false);
        return outcome ? Status() : Status(tl::unexpected<Error>(outcome.error()));
    }

    [[nodiscard]] bool holds(std::size_t index) const {
        const std::lock_guard guard(m_mutex);
        return m_cache.contains(index);
    }

    void forgetBefore(std::size_t index) {
        const std::lock_guard guard(m_mutex);
        while (m_cache.upper_bound(0) != m_cache.end() && m_cache.upper_bound(0)->first < index)
            forget(m_cache.upper_bound(0)->first);
    }

    void interrupt() {
        m_stop.request_stop();
        const std::lock_guard guard(m_mutex);
        m_changed.notify_all();
    }

    [[nodiscard]] std::vector<PartFault> faults() const {
        const std::lock_guard guard(m_mutex);
        return m_faults;
    }

private:
    using Outcome = Result<std::shared_ptr<const Bytes>>;

    /// The checked bytes of a part: from the cache, from a fetch that is under way, or by a new one.
    Outcome part(std::size_t index, bool goesOn) {
        std::unique_lock lock(m_mutex);
        if (goesOn) m_wanted = index + 1 < m_parts.size() ? index + 1 : kNone;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return !m_fetching.contains(index) || m_stop.stop_requested(); });
        if (m_stop.stop_requested()) return cancelled("Reading " + m_name);
        if (const auto found = m_cache.find(index); found != m_cache.end()) {
            touch(index);
            return found->second;
        }
        if (const auto bad = m_bad.find(index); bad != m_bad.end()) return tl::unexpected<Error>(bad->second);
        m_fetching.insert(index);
        lock.unlock();
        Outcome outcome = fetchChecked(index);
        lock.lock();
        m_fetching.erase(index);
        m_changed.notify_all();
        if (outcome)
            keep(index, *outcome);
        else if (outcome.error().code == "part_changed")
            m_bad.emplace(index, outcome.error());
        return outcome;
    }

    Outcome fetchChecked(std::size_t index) {
        const Part& part = m_parts[index];
        std::optional<Error> absent;
        crypto::Digest received{};
        for (int attempt = 0; attempt < 2; ++attempt) {
            auto bytes = std::make_shared<Bytes>(part.size);
            const Status fetched = m_fetch(part.offset, *bytes, m_stop.get_token());
            if (!fetched && !isAbsence(fetched.error().code)) return tl::unexpected<Error>(fetched.error());
            absent = fetched ? std::nullopt : std::optional(fetched.error());
            if (!fetched) continue;
            received = crypto::sha256(*bytes);
            if (received == part.digest) return std::shared_ptr<const Bytes>(std::move(bytes));
        }
        const std::string name =
            index == 0 ? "The head of " + m_name
                       : "Part " + std::to_string(index) + " of " + m_name + " at " + timeText(part.startMs);
        const std::string next = "Tell the maker of the film, or open it from another gateway.";
        if (absent)
            return fail("part_missing",
                        name + " is not there as a whole; the gateway was asked twice. " + absent->what,
                        next);
        remember({m_name, index, m_parts.size() - 1, part.startMs, part.endMs, part.digest, received});
        return fail("part_changed",
                    name + " is not what its maker signed. It was fetched twice and was not opened.", next);
    }

    void remember(PartFault fault) {
        const std::lock_guard guard(m_mutex);
        const bool known = std::any_of(m_faults.begin(), m_faults.end(),
                                       [&](const PartFault& each) { return each.part == fault.part; });
        if (!known) m_faults.push_back(std::move(fault));
    }

    void fetchAhead() {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [&] { return m_wanted != kNone || m_stop.stop_requested(); });
            if (m_stop.stop_requested()) return;
            const std::size_t index = std::exchange(m_wanted, kNone);
            if (m_cache.contains(index) || m_bad.contains(index) || m_fetching.contains(index)) continue;
            m_fetching.insert(index);
            lock.unlock();
            Outcome outcome = fetchChecked(index);
            lock.lock();
            // A fault is left for the reader to meet: it fetches again and reports it in its place.
            if (outcome) keep(index, *outcome);
            m_fetching.erase(index);
            m_changed.notify_all();
        }
    }

    void touch(std::size_t index) {
        m_order.remove(index);
        m_order.push_front(index);
    }

    void keep(std::size_t index, std::shared_ptr<const Bytes> bytes) {
        if (!m_cache.contains(index)) m_cached += bytes->size();
        m_cache[index] = std::move(bytes);
        touch(index);
        while (m_cached > m_cacheBytes && m_order.size() > 2)
            forget(m_order.back());
    }

    void forget(std::size_t index) {
        m_cached -= m_cache[index]->size();
        m_cache.erase(index);
        m_order.remove(index);
    }

    static constexpr std::size_t kNone = ~std::size_t{0};

    const RangeFetch m_fetch;
    const std::uint64_t m_cacheBytes;
    const std::string m_name;
    const std::vector<Part> m_parts;
    std::uint64_t m_size = 0;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::stop_source m_stop;
    std::map<std::size_t, std::shared_ptr<const Bytes>> m_cache;
    std::map<std::size_t, Error> m_bad;
    std::vector<PartFault> m_faults;
    std::list<std::size_t> m_order;  ///< Newest use first.
    std::uint64_t m_cached = 0;
    std::size_t m_wanted = kNone;  ///< What the thread ahead should fetch next.
    std::set<std::size_t> m_fetching;
    std::thread m_ahead;
};

VerifiedSource::VerifiedSource(package::ManifestTrack track, RangeFetch fetch, std::uint64_t cacheBytes,
                               Ahead ahead)
    : m_state(std::make_unique<State>(std::move(track), std::move(fetch), cacheBytes, ahead)) {}

VerifiedSource::~VerifiedSource() = default;

std::uint64_t VerifiedSource::size() const {
    return m_state->size();
}

Status VerifiedSource::read(std::uint64_t offset, MutableBytes out) {
    return m_state->read(offset, out, true);
}

Status VerifiedSource::readAside(std::uint64_t offset, MutableBytes out) {
    return m_state->read(offset, out, false);
}

Status VerifiedSource::prepare(std::size_t part) {
    return m_state->prepare(part);
}

bool VerifiedSource::holds(std::size_t part) const {
    return m_state->holds(part);
}

void VerifiedSource::forgetBefore(std::size_t part) {
    m_state->forgetBefore(part);
}

std::vector<PartFault> VerifiedSource::faults() const {
    return m_state->faults();
}

void VerifiedSource::interrupt() {
    m_state->interrupt();
}

}  // namespace keyreel::studio
