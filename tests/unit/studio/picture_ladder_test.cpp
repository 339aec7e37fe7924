// What the ladder fetches, from which coding, and that nothing of it is used unchecked. The bytes are no
// film: what is decrypted of them is tests/integration/playback's.
#include "core/studio/picture_ladder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <random>
#include <set>

#include "core/crypto/hash.h"

namespace keyreel::studio {
namespace {

using std::chrono::nanoseconds;

/// Time that passes when bytes arrive.
class WireClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now() const override { return 0; }
    [[nodiscard]] nanoseconds elapsed() const override { return nanoseconds(m_time.load()); }
    void pass(double seconds) { m_time += static_cast<std::int64_t>(1e9 * seconds); }

private:
    std::atomic<std::int64_t> m_time{0};
};

constexpr std::size_t kSegments = 20;
constexpr double kSegmentSeconds = 4;

/// Three codings of 0.4, 1.6 and 6 Mbit/s behind a wire of some width.
class Wire {
public:
    Wire() {
        std::mt19937 random(3);
        for (const std::uint64_t bitrate : {400'000U, 1'600'000U, 6'000'000U}) {
            const auto size = static_cast<std::size_t>(static_cast<double>(bitrate) * kSegmentSeconds / 8);
            Bytes bytes(1000 + size * kSegments);
            for (std::size_t i = 0; i < bytes.size(); i += 97)
                bytes[i] = static_cast<std::uint8_t>(random());
            package::ManifestTrack track;
            track.label = "video-" + std::to_string(bitrate);
            track.height = static_cast<std::uint32_t>(bitrate / 10'000);
            track.bitrate = bitrate;
            track.initSize = 1000;
            track.initDigest = crypto::sha256(ByteView(bytes).first(1000));
            for (std::size_t i = 0; i < kSegments; ++i)
                track.segments.push_back({1000 + i * size, size, 4000,
                                          crypto::sha256(ByteView(bytes).subspan(1000 + i * size, size))});
            m_tracks.push_back(std::move(track));
            m_files.push_back(std::move(bytes));
        }
        ladder = make();
    }

    std::unique_ptr<PictureLadder> make() {
        // In the manifest's order, the highest first.
        std::vector<package::ManifestTrack> tracks(m_tracks.rbegin(), m_tracks.rend());
        return std::make_unique<PictureLadder>(
            std::move(tracks), [this](const package::ManifestTrack& track) { return fetchOf(track); },
            std::make_shared<cenc::KeyRing>(), clock);
    }

    /// Waits until nothing moves: so many segments are here ahead of the reader.
    bool buffered(double seconds) {
        return waitFor([&] {
            return ladder->state().buffered >=
                   std::chrono::milliseconds(static_cast<std::int64_t>(1000 * seconds));
        });
    }

    template <class F>
    bool waitFor(F reached) {
        std::unique_lock lock(m_mutex);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (true) {
            const auto seen = m_fetches;
            lock.unlock();
            if (reached()) return true;
            lock.lock();
            // What follows a fetch is looked at again without one.
            if (seen == m_fetches) m_changed.wait_for(lock, std::chrono::milliseconds(2));
            if (std::chrono::steady_clock::now() > deadline) return false;
        }
    }

    /// Rungs from which parts of a segment were fetched.
    std::set<std::size_t> fetched(std::size_t segment) {
        const std::lock_guard lock(m_mutex);
        return m_fetched[segment];
    }
    void damage(std::size_t rung, std::size_t segment) {
        m_files[rung][m_tracks[rung].segments[segment].offset + 5] ^= 1;
    }

    std::atomic<double> bitsPerSecond{20e6};
    std::shared_ptr<WireClock> clock = std::make_shared<WireClock>();

private:
    RangeFetch fetchOf(const package::ManifestTrack& track) {
        std::size_t rung = 0;
        while (m_tracks[rung].label != track.label)
            ++rung;
        return [this, rung](std::uint64_t offset, MutableBytes out, const std::stop_token& stop) -> Status {
            if (stop.stop_requested()) return fail("cancelled", "Stopped.");
            std::copy_n(m_files[rung].begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
            clock->pass(8.0 * static_cast<double>(out.size()) / bitsPerSecond);
            const std::lock_guard lock(m_mutex);
            const auto& segments = m_tracks[rung].segments;
            for (std::size_t i = 0; i < segments.size(); ++i)
                if (offset >= segments[i].offset && offset < segments[i].offset + segments[i].size)
                    m_fetched[i].insert(rung);
            ++m_fetches;
            m_changed.notify_all();
            return {};
        };
    }

    std::vector<package::ManifestTrack> m_tracks;
    std::vector<Bytes> m_files;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_fetches = 0;
    std::map<std::size_t, std::set<std::size_t>> m_fetched;

public:
    std::unique_ptr<PictureLadder> ladder;  ///< Goes first: its thread uses the rest.
};

TEST(PictureLadder, FillsItsBufferAndStopsThere) {
    Wire wire;
    ASSERT_EQ(wire.ladder->rungs().size(), 3U);
    EXPECT_EQ(wire.ladder->rungs().front().height, 40U) << "the lowest first";
    EXPECT_EQ(wire.ladder->starts().at(2), std::chrono::seconds(8));
    EXPECT_FALSE(wire.ladder->state().rung);
    EXPECT_EQ(wire.ladder->choose(0), 0U) << "nothing is known yet";
    ASSERT_TRUE(wire.buffered(24));
    EXPECT_GT(*wire.ladder->state().bitsPerSecond, 15e6);
    EXPECT_TRUE(wire.fetched(9).empty()) << "30 s, and no more";
}

TEST(PictureLadder, GoesUpOnAWideWayAndDownWhenItNarrows) {
    Wire wire;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < 10; ++i) {
        chosen.push_back(wire.ladder->choose(i));
        ASSERT_TRUE(wire.buffered(i < 8 ? 16 : 8)) << i;
    }
    EXPECT_EQ(chosen.back(), 2U);
    wire.bitsPerSecond = 700e3;
    for (std::size_t i = 10; i < kSegments; ++i) {
        chosen.push_back(wire.ladder->choose(i));
        ASSERT_TRUE(wire.buffered(4)) << i;
        const auto state = wire.ladder->state();
        EXPECT_EQ(state.rung, chosen.back());
    }
    EXPECT_EQ(chosen.back(), 0U);
    EXPECT_LE(wire.ladder->state().changes, 5U);
    for (std::size_t i = 0; i < kSegments; ++i)
        EXPECT_TRUE(wire.fetched(i).contains(chosen[i])) << i;
}

TEST(PictureLadder, AFixedOneIsChosenFromTheNextSegmentOnAndAutoReturns) {
    Wire wire;
    (void)wire.ladder->choose(0);
    ASSERT_TRUE(wire.buffered(20));
    wire.ladder->fix(1);
    EXPECT_EQ(wire.ladder->state().fixed, 1U);
    EXPECT_EQ(wire.ladder->choose(1), 1U);
    ASSERT_TRUE(wire.buffered(16));
    for (std::size_t i = 2; i < 6; ++i)
        EXPECT_EQ(wire.ladder->choose(i), 1U);
    // Where it stands, too, for who asks anew.
    wire.ladder->fix(0);
    EXPECT_EQ(wire.ladder->choose(5), 0U);
    wire.ladder->fix(std::nullopt);
    EXPECT_FALSE(wire.ladder->state().fixed);
    std::size_t last = 0;
    for (std::size_t i = 6; i < 16; ++i) {
        last = wire.ladder->choose(i);
        ASSERT_TRUE(wire.buffered(8));
    }
    EXPECT_EQ(last, 2U);
    wire.ladder->fix(99);
    EXPECT_FALSE(wire.ladder->state().fixed) << "there is no such one";
}

TEST(PictureLadder, AJumpBeginsAnewAndKeepsWhatIsHere) {
    Wire wire;
    (void)wire.ladder->choose(0);
    ASSERT_TRUE(wire.buffered(20));
    (void)wire.ladder->choose(15);
    ASSERT_TRUE(wire.buffered(12));
    EXPECT_TRUE(wire.fetched(12).empty());
    EXPECT_EQ(wire.ladder->state().changes, 0U) << "a jump is none";
}

TEST(PictureLadder, AChangedPartIsNamedAndComesFromALowerCoding) {
    Wire wire;
    wire.ladder->fix(1);
    wire.damage(1, 2);
    (void)wire.ladder->choose(0);
    ASSERT_TRUE(wire.buffered(20));
    const auto faults = wire.ladder->faults();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].track, "video-1600000");
    EXPECT_EQ(faults[0].part, 3U);
    EXPECT_EQ(faults[0].startMs, 8000U);
    const auto state = wire.ladder->state();
    EXPECT_EQ(state.replaced, 1U);
    ASSERT_TRUE(state.lastReplaced);
    EXPECT_EQ(state.lastReplaced->segment, 2U);
    EXPECT_EQ(state.lastReplaced->from, 1U);
    EXPECT_EQ(state.lastReplaced->to, 0U);
    // It is left out for a while, and then given another try.
    std::vector<std::size_t> chosen;
    for (std::size_t i = 1; i < 10; ++i)
        chosen.push_back(wire.ladder->choose(i));
    EXPECT_EQ(chosen, (std::vector<std::size_t>{1, 0, 0, 0, 0, 0, 1, 1, 1}));
    EXPECT_EQ(wire.ladder->state().fixed, 1U) << "the person's choice stands";
}

TEST(PictureLadder, WhoMeetsADamagedPartIsSentToTheOthersUntilNoneIsLeft) {
    Wire wire;
    for (const std::size_t rung : {0U, 1U, 2U})
        wire.damage(rung, 2);
    wire.ladder->fix(1);
    (void)wire.ladder->choose(2);
    EXPECT_EQ(wire.ladder->instead(2, 1), 0U) << "a lower one first";
    EXPECT_EQ(wire.ladder->state().rung, 0U);
    EXPECT_EQ(wire.ladder->instead(2, 0), 2U);
    EXPECT_FALSE(wire.ladder->instead(2, 2)) << "none has it";
    EXPECT_FALSE(wire.ladder->instead(99, 0));
    // Coming back to it is another try.
    EXPECT_EQ(wire.ladder->choose(2), 1U);
}

TEST(PictureLadder, StopsWhileItFetches) {
    for (int i = 0; i < 4; ++i) {
        Wire wire;
        (void)wire.ladder->choose(0);
        if (i % 2 == 0) wire.ladder->interrupt();
        wire.ladder.reset();
    }
}

TEST(PictureLadder, OnlyWhatIsCutAlikeBelongsTogether) {
    package::ManifestTrack a;
    a.segments = {{0, 5, 4000, {}}, {5, 5, 3000, {}}};
    package::ManifestTrack b = a;
    b.segments[0].size = 9;
    EXPECT_TRUE(cutAlike(a, b));
    b.segments[1].durationMs = 2999;
    EXPECT_FALSE(cutAlike(a, b));
    b.segments.pop_back();
    EXPECT_FALSE(cutAlike(a, b));
}

}  // namespace
}  // namespace keyreel::studio
