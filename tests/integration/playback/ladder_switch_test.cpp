// From one coding of a protected ladder to another at a segment's end: every picture once, in its time, the
// one of the coding that was chosen, and no byte fetched of what was not.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>

#include "core/base/byte_source.h"
#include "core/cenc/clear_view.h"
#include "core/crypto/hash.h"
#include "core/package/package_film.h"
#include "player/playback/engine.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::playback {
namespace {

/// Remembers which parts of a file were read: 0 is its head, then the segments.
class Watched final : public ByteSource {
public:
    Watched(std::shared_ptr<ByteSource> source, std::vector<std::uint64_t> offsets)
        : m_source(std::move(source)), m_offsets(std::move(offsets)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        {
            const std::lock_guard lock(m_mutex);
            for (std::size_t i = 0; i < m_offsets.size(); ++i) {
                const std::uint64_t end = i + 1 < m_offsets.size() ? m_offsets[i + 1] : size();
                if (!out.empty() && offset < end && offset + out.size() > m_offsets[i]) m_segments.insert(i);
            }
        }
        {
            const std::lock_guard lock(m_mutex);
            for (const std::size_t broken : m_broken) {
                const std::uint64_t end = broken + 1 < m_offsets.size() ? m_offsets[broken + 1] : size();
                if (offset < end && offset + out.size() > m_offsets[broken])
                    return fail("part_changed", "This part is not what its maker signed.");
            }
        }
        return m_source->read(offset, out);
    }
    void breakSegment(std::size_t segment) {
        const std::lock_guard lock(m_mutex);
        m_broken.insert(segment);
    }
    [[nodiscard]] std::set<std::size_t> segments() const {
        const std::lock_guard lock(m_mutex);
        return m_segments;
    }

private:
    std::shared_ptr<ByteSource> m_source;
    std::vector<std::uint64_t> m_offsets;
    mutable std::mutex m_mutex;
    std::set<std::size_t> m_segments;
    std::set<std::size_t> m_broken;
};

struct Shown {
    std::size_t rung = 0;
    crypto::Digest pixels{};
    bool operator==(const Shown&) const = default;
};

/// A film in three codings under one key, as the studio publishes it.
class LadderFilm {
public:
    LadderFilm() {
        package::PackageRequest request;
        media::SampleFilmOptions options;
        options.seconds = 9;
        options.width = 320;
        options.height = 180;
        request.source = test::clip("switch-9s.mp4", options);
        request.folder = m_folder.path() / "out";
        request.reader.ladder = {180, 120, 90};
        request.reader.preset = "ultrafast";
        request.fragmentSeconds = 2;
        request.keyFor = [this](const std::string&) -> Result<package::TrackKey> {
            package::TrackKey track;
            track.keyId.fill(7);
            track.key = SecretBytes::copyOf(Bytes(16, 0x5c));
            KEYREEL_CHECK(m_keys->add(track.keyId, SecretBytes::copyOf(Bytes(16, 0x5c))));
            return track;
        };
        auto packaged = package::packageFilm(request);
        if (!packaged) throw std::runtime_error(packaged.error().code + ": " + packaged.error().what);
        m_package = std::move(*packaged);
    }

    [[nodiscard]] std::size_t segments() const { return m_package.tracks[0].segments.size(); }

    /// The lowest first. `chosen` says the rung of every segment.
    TrackSource source(std::vector<std::size_t> chosen) {
        auto ladder = std::make_shared<Ladder>();
        watched.clear();
        for (std::size_t i = 3; i-- > 0;) {
            const package::PackagedTrack& track = m_package.tracks[i];
            Ladder::Rung rung;
            for (const auto& segment : track.segments)
                rung.offsets.push_back(segment.range.offset);
            auto file = FileSource::open(m_package.folder / track.fileName);
            auto seen = std::make_shared<Watched>(std::make_shared<FileSource>(std::move(file).value()),
                                                  rung.offsets);
            watched.push_back(seen);
            rung.bytes = cenc::ClearView::open(seen, m_keys).value();
            rung.label = track.label;
            ladder->rungs.push_back(std::move(rung));
        }
        double start = 0;
        for (const auto& segment : m_package.tracks[0].segments) {
            ladder->starts.push_back(Time(static_cast<std::int64_t>(start * 1e6)));
            start += segment.durationSeconds;
        }
        ladder->choose = [chosen = std::move(chosen)](std::size_t segment) { return chosen.at(segment); };
        return {TrackKind::Video, ladder->rungs[0].bytes, "ladder", Container::Mp4, {}, ladder};
    }

    std::vector<std::shared_ptr<Watched>> watched;  ///< By rung, of the last source().

private:
    test::TemporaryFolder m_folder;
    std::shared_ptr<cenc::KeyRing> m_keys = std::make_shared<cenc::KeyRing>();
    package::Package m_package;
};

LadderFilm& film() {
    static LadderFilm film;
    return film;
}

/// Plays to the end from where it stands, as fast as it goes; every picture once and in order, or it fails.
class Play {
public:
    explicit Play(TrackSource source, Time from = Time(0))
        : m_engine({std::move(source)}, options(from), [this] {
              const std::lock_guard lock(m_mutex);
              ++m_count;
              m_changed.notify_all();
          }) {}
    ~Play() { m_engine.stop(); }

    Engine& engine() { return m_engine; }

    std::optional<Picture> next() {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        for (;;) {
            std::unique_lock lock(m_mutex);
            const auto seen = m_count;
            lock.unlock();
            const bool over = m_engine.pictures().state().finished || m_engine.status().failure;
            if (auto picture = m_engine.pictures().take()) return picture;
            if (over) return std::nullopt;
            lock.lock();
            if (seen == m_count && m_changed.wait_until(lock, deadline) == std::cv_status::timeout) {
                ADD_FAILURE() << "no picture came";
                return std::nullopt;
            }
        }
    }

    std::map<Time, Shown> rest() {
        std::map<Time, Shown> out;
        while (const auto picture = next()) {
            if (picture->provisional) continue;
            EXPECT_TRUE(out.empty() || out.rbegin()->first < picture->pts) << picture->pts.count();
            out[picture->pts] = {picture->rung, hashOf(*picture)};
        }
        const OutputState state = m_engine.pictures().state();
        EXPECT_TRUE(state.finished);
        EXPECT_FALSE(state.error) << state.error->what;
        return out;
    }

    static crypto::Digest hashOf(const Picture& picture) {
        crypto::Sha256 hash;
        for (int y = 0; y < picture.height; ++y)
            hash.update(ByteView(*picture.pixels)
                            .subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.stride),
                                     static_cast<std::size_t>(picture.width) * 4));
        return hash.finish();
    }

private:
    static EngineOptions options(Time from) {
        EngineOptions options;
        options.startAt = from;
        return options;
    }
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_count = 0;
    Engine m_engine;
};

/// All pictures in one coding alone.
const std::map<Time, Shown>& alone(std::size_t rung) {
    static std::map<std::size_t, std::map<Time, Shown>> kept;
    auto& pictures = kept[rung];
    if (pictures.empty()) pictures = Play(film().source(std::vector(film().segments(), rung))).rest();
    return pictures;
}

void expectPictures(const std::map<Time, Shown>& pictures, const std::vector<std::size_t>& chosen,
                    Time from) {
    std::size_t expected = 0;
    for (const auto& [pts, ignored] : alone(0))
        if (pts >= from) ++expected;
    EXPECT_EQ(pictures.size(), expected);
    for (const auto& [pts, shown] : pictures) {
        const auto segment = static_cast<std::size_t>((pts + Time(1000)) / Time(2'000'000));
        ASSERT_EQ(shown.rung, chosen.at(std::min(segment, chosen.size() - 1))) << pts.count();
        ASSERT_TRUE(alone(shown.rung).contains(pts)) << pts.count();
        ASSERT_EQ(shown, alone(shown.rung).at(pts)) << pts.count();
    }
}

void expectFetched(const std::vector<std::size_t>& chosen, std::size_t first) {
    for (std::size_t rung = 0; rung < film().watched.size(); ++rung) {
        std::set<std::size_t> expected;
        for (std::size_t i = first; i < chosen.size(); ++i)
            if (chosen[i] == rung) expected.insert(i);
        EXPECT_EQ(film().watched[rung]->segments(), expected) << "rung " << rung;
    }
}

class LadderSwitch : public testing::Test {
protected:
    /// Every one of them opens the film anew, and what was fetched counts for the last one alone.
    static void SetUpTestSuite() {
        for (std::size_t rung = 0; rung < 3; ++rung)
            (void)alone(rung);
    }
};

TEST_F(LadderSwitch, AloneEveryCodingShowsTheSameTimes) {
    ASSERT_EQ(film().segments(), 5U);
    ASSERT_GT(alone(0).size(), 200U);
    for (std::size_t rung = 1; rung < 3; ++rung) {
        ASSERT_EQ(alone(rung).size(), alone(0).size());
        for (const auto& [pts, shown] : alone(rung)) {
            ASSERT_TRUE(alone(0).contains(pts));
            EXPECT_NE(shown.pixels, alone(0).at(pts).pixels);
        }
    }
}

TEST_F(LadderSwitch, UpAndDownEveryPictureComesOnceAndInItsTime) {
    for (const std::vector<std::size_t>& chosen :
         {std::vector<std::size_t>{0, 2, 2, 0, 1}, {2, 0, 1, 2, 0}, {1, 1, 1, 1, 2}, {0, 1, 0, 1, 0}}) {
        Play play(film().source(chosen));
        expectPictures(play.rest(), chosen, Time(0));
        expectFetched(chosen, 0);
        EXPECT_EQ(play.engine().counters().corrupt, 0U);
        EXPECT_EQ(play.engine().counters().damaged, 0U);
    }
}

TEST_F(LadderSwitch, OpeningInTheMiddleFetchesNothingOfBefore) {
    const std::vector<std::size_t> chosen{0, 0, 1, 2, 0};
    Play play(film().source(chosen), Time(4'700'000));
    const auto pictures = play.rest();
    const auto first = std::prev(alone(0).upper_bound(Time(4'700'000)))->first;
    ASSERT_EQ(pictures.begin()->first, first);
    expectPictures(pictures, chosen, first);
    expectFetched(chosen, 2);
}

TEST_F(LadderSwitch, SeeksLandExactlyInTheCodingOfTheirPlace) {
    const std::vector<std::size_t> chosen{2, 0, 1, 0, 2};
    Play play(film().source(chosen));
    (void)play.next();
    for (const std::int64_t ms : {7900, 100, 5000, 3999, 2001, 8900, 0, 4000, 1999, 6500}) {
        const Time target(ms * 1000);
        const auto serial = play.engine().seek(target, SeekMode::Exact);
        std::optional<Picture> picture;
        do
            picture = play.next();
        while (picture && (picture->serial != serial || picture->provisional));
        ASSERT_TRUE(picture) << ms;
        const auto expected = std::prev(alone(0).upper_bound(target))->first;
        EXPECT_EQ(picture->pts, expected) << ms;
        const auto segment = static_cast<std::size_t>((expected + Time(1000)) / Time(2'000'000));
        EXPECT_EQ(picture->rung, chosen.at(segment)) << ms;
    }
    const auto last = play.rest();
    EXPECT_GT(last.size(), 50U);
    for (const auto& [pts, shown] : last)
        ASSERT_EQ(shown, alone(shown.rung).at(pts)) << pts.count();
}

TEST_F(LadderSwitch, SeeksThatOvertakeEachOtherLeaveNoDecoderBehind) {
    const std::vector<std::size_t> chosen{2, 0, 1, 0, 2};
    Play play(film().source(chosen));
    (void)play.next();
    const auto segmentOf = [](Time pts) {
        return static_cast<std::size_t>((pts + Time(1000)) / Time(2'000'000));
    };
    for (std::int64_t i = 0; i < 60; ++i) {
        // One for every rung, and then one to where the last of them has been already.
        Time target{};
        std::uint64_t serial = 0;
        for (const std::int64_t segment : {i % 5, (i * 2 + 1) % 5, (i * 3 + 2) % 5, (i * 3 + 2) % 5}) {
            target = Time(segment * 2'000'000 + 500'000 + i * 10'000);
            if (target > Time(8'800'000)) target = Time(8'800'000);
            serial = play.engine().seek(target, SeekMode::Exact);
        }
        std::optional<Picture> picture;
        do
            picture = play.next();
        while (picture && (picture->serial != serial || picture->provisional));
        ASSERT_TRUE(picture) << i;
        const auto expected = std::prev(alone(0).upper_bound(target))->first;
        ASSERT_EQ(picture->pts, expected) << i;
        ASSERT_EQ(picture->rung, chosen.at(segmentOf(expected))) << i;
        const Shown shown{picture->rung, Play::hashOf(*picture)};
        ASSERT_EQ(shown, alone(shown.rung).at(picture->pts)) << i;
    }
}

TEST_F(LadderSwitch, ACodingThatCannotBeOpenedEndsPlaybackWithItsOwnErrorAfterWhatCameBefore) {
    TrackSource source = film().source({0, 0, 1, 1, 1});
    auto ladder = std::make_shared<Ladder>(*source.ladder);
    ladder->rungs[1].bytes = std::make_shared<MemorySource>(Bytes(ladder->rungs[1].bytes->size(), 9));
    source.ladder = ladder;
    Play play(std::move(source));
    std::size_t shown = 0;
    while (const auto picture = play.next()) {
        EXPECT_EQ(picture->rung, 0U);
        ++shown;
    }
    std::size_t expected = 0;
    for (const auto& [pts, ignored] : alone(0))
        if (pts + Time(1000) < Time(4'000'000)) ++expected;
    const OutputState state = play.engine().pictures().state();
    ASSERT_TRUE(state.error);
    EXPECT_EQ(state.error->code, "media_open_failed");
    EXPECT_EQ(shown, expected);
}

/// Goes down, then up, as the studio's ladder does; each of a segment once.
TrackSource withWaysOut(std::vector<std::size_t> chosen) {
    TrackSource source = film().source(std::move(chosen));
    auto ladder = std::make_shared<Ladder>(*source.ladder);
    auto tried = std::make_shared<std::set<std::pair<std::size_t, std::size_t>>>();
    ladder->instead = [tried](std::size_t segment, std::size_t rung) -> std::optional<std::size_t> {
        tried->insert({segment, rung});
        for (const std::size_t other : {0U, 1U, 2U})
            if (!tried->contains({segment, other})) return other;
        return std::nullopt;
    };
    source.ladder = ladder;
    return source;
}

TEST_F(LadderSwitch, ABrokenPartOfOneCodingIsReadFromAnother) {
    const std::vector<std::size_t> chosen{2, 2, 2, 1, 2};
    TrackSource source = withWaysOut(chosen);
    film().watched[2]->breakSegment(1);
    film().watched[1]->breakSegment(3);
    film().watched[0]->breakSegment(3);
    Play play(std::move(source));
    expectPictures(play.rest(), {2, 0, 2, 2, 2}, Time(0));
    EXPECT_EQ(play.engine().counters().corrupt, 0U);
    EXPECT_EQ(play.engine().counters().damaged, 0U);
}

TEST_F(LadderSwitch, ASeekIntoABrokenPartLandsInAnotherCoding) {
    TrackSource source = withWaysOut({2, 2, 2, 2, 2});
    film().watched[2]->breakSegment(2);
    film().watched[0]->breakSegment(2);
    Play play(std::move(source), Time(5'000'000));
    const auto first = std::prev(alone(0).upper_bound(Time(5'000'000)))->first;
    expectPictures(play.rest(), {2, 2, 1, 2, 2}, first);
}

TEST_F(LadderSwitch, APartThatNoCodingHasEndsPlaybackWithTheFirstError) {
    TrackSource source = withWaysOut({0, 0, 1, 1, 1});
    for (const auto& watched : film().watched)
        watched->breakSegment(3);
    Play play(std::move(source));
    std::size_t shown = 0;
    while (play.next())
        ++shown;
    std::size_t expected = 0;
    for (const auto& [pts, ignored] : alone(0))
        if (pts + Time(1000) < Time(6'000'000)) ++expected;
    const OutputState state = play.engine().pictures().state();
    ASSERT_TRUE(state.error);
    EXPECT_EQ(state.error->code, "part_changed");
    EXPECT_EQ(shown, expected);
}

}  // namespace
}  // namespace keyreel::playback
