#include "core/studio/picture_ladder.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "core/cenc/clear_view.h"
#include "core/studio/quality_rule.h"

namespace keyreel::studio {
namespace {

/// Ciphertext of one coding that is kept at most, and that is fetched ahead at most, of all together.
constexpr std::uint64_t kRungBytes = 32U << 20;
constexpr std::uint64_t kAheadBytes = 24U << 20;
/// Fetched again rather than kept: what lies further behind the reader.
constexpr std::size_t kKeptBehind = 2;
/// Segments that a coding is left out for after one of it could not be read.
constexpr std::size_t kRests = 5;

std::vector<double> bitratesOf(const std::vector<package::ManifestTrack>& tracks) {
    std::vector<double> out;
    for (const auto& track : tracks)
        out.push_back(static_cast<double>(track.bitrate));
    return out;
}

/// A clear view that is opened when somebody reads it.
class LazyView final : public ByteSource {
public:
    using Told = std::function<void(std::uint64_t offset)>;
    LazyView(std::shared_ptr<ByteSource> source, std::shared_ptr<const cenc::KeyRing> keys, Told told = {})
        : m_source(std::move(source)), m_keys(std::move(keys)), m_told(std::move(told)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        const std::lock_guard lock(m_mutex);
        if (!m_view) {
            KEYREEL_TRY(m_view, cenc::ClearView::open(m_source, m_keys));
        }
        KEYREEL_CHECK(m_view->read(offset, out));
        if (m_told) m_told(offset + out.size());
        return {};
    }

private:
    std::shared_ptr<ByteSource> m_source;
    std::shared_ptr<const cenc::KeyRing> m_keys;
    Told m_told;
    std::mutex m_mutex;
    std::unique_ptr<cenc::ClearView> m_view;
};

class Aside final : public ByteSource {
public:
    explicit Aside(std::shared_ptr<VerifiedSource> source) : m_source(std::move(source)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override { return m_source->readAside(offset, out); }

private:
    std::shared_ptr<VerifiedSource> m_source;
};

}  // namespace

/// Which segment comes from where, and what of it has arrived.
class PictureLadder::Plan : public std::enable_shared_from_this<Plan> {
public:
    Plan(std::vector<package::ManifestTrack> tracks, std::shared_ptr<const Clock> clock)
        : m_tracks(std::move(tracks)), m_clock(std::move(clock)), m_rule(bitratesOf(m_tracks)) {
        std::chrono::milliseconds start{0};
        for (const auto& segment : m_tracks.front().segments) {
            m_starts.push_back(start);
            start += std::chrono::milliseconds(segment.durationMs);
        }
        m_end = start;
    }

    void connect(const Fetch& fetch) {
        for (std::size_t rung = 0; rung < m_tracks.size(); ++rung) {
            // The plan holds the source, so the source must not hold the plan.
            auto measured = [plan = weak_from_this(), rung, inner = fetch(m_tracks[rung])](
                                std::uint64_t offset, MutableBytes out, const std::stop_token& stop) {
                const auto held = plan.lock();
                return held ? held->fetch(rung, inner, offset, out, stop) : inner(offset, out, stop);
            };
            m_sources.push_back(std::make_shared<VerifiedSource>(m_tracks[rung], std::move(measured),
                                                                 kRungBytes, VerifiedSource::Ahead::Nothing));
        }
    }

    [[nodiscard]] const std::vector<package::ManifestTrack>& tracks() const { return m_tracks; }
    [[nodiscard]] const std::vector<std::chrono::milliseconds>& starts() const { return m_starts; }
    [[nodiscard]] const std::vector<std::shared_ptr<VerifiedSource>>& sources() const { return m_sources; }

    std::size_t choose(std::size_t segment) {
        const std::lock_guard lock(m_mutex);
        const bool goesOn = m_reading && segment == *m_reading + 1;
        // Somewhere else, what was planned there for another time counts only if it is here already.
        const auto planned = m_rungs.find(segment);
        if (!goesOn && (planned == m_rungs.end() || planned->second != m_fixed.value_or(planned->second) ||
                        !m_sources[planned->second]->holds(segment + 1))) {
            m_rungs.clear();
            m_rule.moved();
        }
        if (!goesOn) {
            m_broken.clear();
            m_restsUntil.clear();
        }
        m_reading = segment;
        m_readBytes = 0;
        m_failed.reset();
        const std::size_t rung = rungOf(segment);
        if (goesOn && m_given && *m_given != rung) ++m_changes;
        m_given = rung;
        m_rungs.erase(m_rungs.begin(), m_rungs.lower_bound(segment));
        for (const auto& source : m_sources)
            source->forgetBefore(segment + 1 - std::min(segment, kKeptBehind));
        m_changed.notify_all();
        return rung;
    }

    std::optional<std::size_t> instead(std::size_t segment, std::size_t rung) {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || segment >= m_starts.size() || rung >= m_tracks.size()) return std::nullopt;
        const auto other = stepAside(segment, rung);
        if (!other) return std::nullopt;
        m_reading = segment;
        m_readBytes = 0;
        m_given = other;
        m_failed.reset();
        ++m_changes;
        m_changed.notify_all();
        return other;
    }

    void fix(std::optional<std::size_t> rung) {
        const std::lock_guard lock(m_mutex);
        if (rung && *rung >= m_tracks.size()) return;
        if (std::exchange(m_fixed, rung) == rung) return;
        // What the rule has chosen ahead, it would choose again; a person's choice begins at once.
        if (rung && m_reading) m_rungs.erase(m_rungs.upper_bound(*m_reading), m_rungs.end());
        m_failed.reset();
        m_changed.notify_all();
    }

    [[nodiscard]] State state() const {
        const std::lock_guard lock(m_mutex);
        return {m_fixed,
                m_given,
                m_throughput.estimate(),
                m_changes,
                std::chrono::milliseconds(static_cast<std::int64_t>(1000 * bufferSeconds())),
                m_replaced,
                m_lastReplaced,
                true};
    }

    /// The reader has come so far in the file.
    void follow(std::size_t rung, std::uint64_t offset) {
        const std::lock_guard lock(m_mutex);
        if (!m_reading || m_given != rung) return;
        const auto& segment = m_tracks[rung].segments[*m_reading];
        if (offset > segment.offset && offset <= segment.offset + segment.size)
            m_readBytes = std::max(m_readBytes, offset - segment.offset);
        m_changed.notify_all();
    }

    void stop() {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
            m_changed.notify_all();
        }
        for (const auto& source : m_sources)
            source->interrupt();
    }

    void fetchAhead() {
        std::unique_lock lock(m_mutex);
        while (!m_stopped) {
            const std::optional<std::size_t> segment = missing();
            if (!segment) {
                m_changed.wait(lock);
                continue;
            }
            const std::size_t rung = rungOf(*segment);
            if (m_sources[rung]->holds(*segment + 1)) continue;
            // What the reader waits for already is not let go of.
            if (*segment != m_reading) m_attempt = Attempt{*segment, rung};
            lock.unlock();
            const Status fetched = m_sources[rung]->prepare(*segment + 1);
            lock.lock();
            m_attempt.reset();
            if (fetched) {
                m_most = SIZE_MAX;
            } else if (fetched.error().code == kLetGo) {
                m_most = rung - 1;
                // Unless the reader came meanwhile, or a person chose.
                if (!m_fixed && m_reading != segment) m_rungs.erase(*segment);
            } else if (m_reading == segment || m_stopped || !stepAside(*segment, rung)) {
                // The reader will meet it in its place.
                m_failed = segment;
            }
        }
    }

private:
    struct Attempt {
        std::size_t segment = 0;
        std::size_t rung = 0;
    };
    static constexpr const char* kLetGo = "part_let_go";

    [[nodiscard]] double secondsOf(std::size_t segment) const {
        return std::chrono::duration<double>((segment + 1 < m_starts.size() ? m_starts[segment + 1] : m_end) -
                                             m_starts[segment])
            .count();
    }

    [[nodiscard]] bool isHere(std::size_t segment) const {
        const auto planned = m_rungs.find(segment);
        return planned != m_rungs.end() && m_sources[planned->second]->holds(segment + 1);
    }

    /// What has arrived and was not read yet, without a gap.
    [[nodiscard]] double bufferSeconds() const {
        if (!m_reading || !isHere(*m_reading)) return 0;
        const auto& now = m_tracks[m_given.value_or(0)].segments[*m_reading];
        const double read =
            static_cast<double>(m_readBytes) / static_cast<double>(std::max<std::uint64_t>(now.size, 1));
        double seconds = (1 - read) * secondsOf(*m_reading);
        for (std::size_t i = *m_reading + 1; i < m_starts.size() && isHere(i); ++i)
            seconds += secondsOf(i);
        return seconds;
    }

    /// The segment to fetch now; nothing while enough is here.
    [[nodiscard]] std::optional<std::size_t> missing() const {
        if (!m_reading) return std::nullopt;
        std::uint64_t bytes = 0;
        std::size_t segment = *m_reading;
        for (; segment < m_starts.size() && isHere(segment); ++segment)
            bytes += m_tracks[m_rungs.at(segment)].segments[segment].size;
        if (segment == m_starts.size() || m_failed == segment) return std::nullopt;
        const bool enough =
            bytes >= kAheadBytes || bufferSeconds() + secondsOf(segment) > QualityRule::kFullSeconds;
        // The next one is wanted in any case, however long it is.
        if (enough && segment > *m_reading + 1) return std::nullopt;
        return segment;
    }

    [[nodiscard]] QualityQuestion questionOf(std::size_t segment) const {
        QualityQuestion question{bufferSeconds(), m_throughput.estimate(), secondsOf(segment), {}, m_most};
        for (const auto& track : m_tracks)
            question.bytes.push_back(track.segments[segment].size);
        return question;
    }

    std::size_t rungOf(std::size_t segment) {
        if (const auto planned = m_rungs.find(segment); planned != m_rungs.end()) return planned->second;
        const std::size_t wanted = m_fixed ? *m_fixed : m_rule.next(questionOf(segment));
        return m_rungs[segment] =
                   isLeftOut(segment, wanted) ? otherThan(segment, wanted).value_or(wanted) : wanted;
    }

    [[nodiscard]] bool isBroken(std::size_t segment, std::size_t rung) const {
        return m_broken.count({segment, rung}) != 0;
    }

    [[nodiscard]] bool isLeftOut(std::size_t segment, std::size_t rung) const {
        const auto rests = m_restsUntil.find(rung);
        return isBroken(segment, rung) || (rests != m_restsUntil.end() && segment < rests->second);
    }

    /// The next lower one, else the next higher one; one that rests before none at all.
    [[nodiscard]] std::optional<std::size_t> otherThan(std::size_t segment, std::size_t rung) const {
        std::vector<std::size_t> others;
        for (std::size_t i = rung; i-- > 0;)
            others.push_back(i);
        for (std::size_t i = rung + 1; i < m_tracks.size(); ++i)
            others.push_back(i);
        for (const std::size_t other : others)
            if (!isLeftOut(segment, other)) return other;
        for (const std::size_t other : others)
            if (!isBroken(segment, other)) return other;
        return std::nullopt;
    }

    /// This coding cannot be read at this segment; which one is used for it.
    std::optional<std::size_t> stepAside(std::size_t segment, std::size_t rung) {
        m_broken.insert({segment, rung});
        m_restsUntil[rung] = segment + kRests;
        const auto other = otherThan(segment, rung);
        if (!other) return std::nullopt;
        // What was planned for later was planned with it.
        m_rungs.erase(m_rungs.lower_bound(segment), m_rungs.end());
        m_rungs[segment] = *other;
        ++m_replaced;
        m_lastReplaced = Replaced{segment, rung, *other};
        return other;
    }

    /// In pieces, each measured; what two threads fetch beside each other counts as one stream.
    Status fetch(std::size_t rung, const RangeFetch& inner, std::uint64_t offset, MutableBytes out,
                 const std::stop_token& stop) {
        for (std::size_t arrived = 0; arrived < out.size();) {
            std::unique_lock lock(m_mutex);
            const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(
                out.size() - arrived, QualityRule::pieceBytes(m_throughput.estimate())));
            if (m_active++ == 0) {
                m_busySince = m_clock->elapsed();
                m_busyBytes = 0;
            }
            lock.unlock();
            const auto begun = m_clock->elapsed();
            const Status status = inner(offset + arrived, out.subspan(arrived, piece), stop);
            const auto now = m_clock->elapsed();
            lock.lock();
            m_busyBytes += status ? piece : 0;
            if (--m_active == 0) m_throughput.add(m_busyBytes, now - m_busySince);
            if (!status) return status;
            arrived += piece;
            const double seconds = std::max(std::chrono::duration<double>(now - begun).count(), 1e-6);
            if (letsGo(rung, offset, arrived, 8.0 * static_cast<double>(piece) / seconds))
                return fail(kLetGo, "This part comes too late; a smaller one is fetched.");
        }
        return {};
    }

    [[nodiscard]] bool letsGo(std::size_t rung, std::uint64_t offset, std::uint64_t arrived,
                              double pace) const {
        return m_attempt && !m_fixed && m_attempt->rung == rung && m_attempt->segment != m_reading &&
               m_tracks[rung].segments[m_attempt->segment].offset == offset &&
               m_rule.letsGo(questionOf(m_attempt->segment), rung, arrived, pace);
    }

    const std::vector<package::ManifestTrack> m_tracks;
    const std::shared_ptr<const Clock> m_clock;
    std::vector<std::chrono::milliseconds> m_starts;
    std::chrono::milliseconds m_end{0};
    std::vector<std::shared_ptr<VerifiedSource>> m_sources;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QualityRule m_rule;
    Throughput m_throughput;
    int m_active = 0;
    std::chrono::nanoseconds m_busySince{0};
    std::uint64_t m_busyBytes = 0;
    std::map<std::size_t, std::size_t> m_rungs;  ///< Of the segments from the one that is read on.
    std::optional<std::size_t> m_fixed;
    std::optional<std::size_t> m_reading;
    std::optional<std::size_t> m_given;
    std::uint64_t m_readBytes = 0;
    std::uint64_t m_changes = 0;
    std::optional<std::size_t> m_failed;
    std::set<std::pair<std::size_t, std::size_t>> m_broken;  ///< Segment and rung.
    std::map<std::size_t, std::size_t> m_restsUntil;         ///< By rung, the segment to try it at again.
    std::uint64_t m_replaced = 0;
    std::optional<Replaced> m_lastReplaced;
    std::optional<Attempt> m_attempt;
    std::size_t m_most = SIZE_MAX;
    bool m_stopped = false;
};

PictureLadder::PictureLadder(std::vector<package::ManifestTrack> tracks, const Fetch& fetch,
                             std::shared_ptr<const cenc::KeyRing> keys, std::shared_ptr<const Clock> clock) {
    std::stable_sort(tracks.begin(), tracks.end(),
                     [](const auto& a, const auto& b) { return a.bitrate < b.bitrate; });
    m_plan = std::make_shared<Plan>(std::move(tracks), std::move(clock));
    m_plan->connect(fetch);
    for (std::size_t i = 0; i < m_plan->tracks().size(); ++i) {
        const package::ManifestTrack& track = m_plan->tracks()[i];
        Rung rung{track.label, track.width, track.height, track.bitrate, {}, nullptr};
        for (const auto& segment : track.segments)
            rung.offsets.push_back(segment.offset);
        rung.clear = std::make_shared<LazyView>(
            m_plan->sources()[i], keys, [plan = std::weak_ptr<Plan>(m_plan), i](std::uint64_t offset) {
                if (const auto held = plan.lock()) held->follow(i, offset);
            });
        m_rungs.push_back(std::move(rung));
    }
    m_aside = std::make_shared<LazyView>(std::make_shared<Aside>(m_plan->sources().front()), keys);
    m_thread = std::thread([plan = m_plan] { plan->fetchAhead(); });
}

PictureLadder::~PictureLadder() {
    m_plan->stop();
    m_thread.join();
}

std::vector<std::chrono::microseconds> PictureLadder::starts() const {
    return {m_plan->starts().begin(), m_plan->starts().end()};
}

std::size_t PictureLadder::choose(std::size_t segment) {
    return m_plan->choose(segment);
}

std::optional<std::size_t> PictureLadder::instead(std::size_t segment, std::size_t rung) {
    return m_plan->instead(segment, rung);
}

void PictureLadder::fix(std::optional<std::size_t> rung) {
    m_plan->fix(rung);
}

PictureLadder::State PictureLadder::state() const {
    return m_plan->state();
}

std::vector<PartFault> PictureLadder::faults() const {
    std::vector<PartFault> faults;
    for (const auto& source : m_plan->sources())
        for (auto& fault : source->faults())
            faults.push_back(std::move(fault));
    return faults;
}

void PictureLadder::interrupt() {
    m_plan->stop();
}

bool cutAlike(const package::ManifestTrack& a, const package::ManifestTrack& b) {
    return std::equal(a.segments.begin(), a.segments.end(), b.segments.begin(), b.segments.end(),
                      [](const auto& x, const auto& y) { return x.durationMs == y.durationMs; });
}

}  // namespace keyreel::studio
