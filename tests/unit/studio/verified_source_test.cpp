#include "core/studio/verified_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "core/crypto/hash.h"

namespace keyreel::studio {
namespace {

struct Stored {
    Bytes bytes;
    package::ManifestTrack track;
};

Stored storedTrack(std::size_t segments) {
    Stored stored;
    std::mt19937 generator(5);
    stored.bytes.resize(1000 + segments * 5000);
    for (auto& byte : stored.bytes)
        byte = static_cast<std::uint8_t>(generator());
    stored.track.label = "video-720p";
    stored.track.initSize = 1000;
    stored.track.initDigest = crypto::sha256(ByteView(stored.bytes).first(1000));
    for (std::size_t i = 0; i < segments; ++i) {
        const std::size_t at = 1000 + i * 5000;
        stored.track.segments.push_back(
            {at, 5000, 4000, crypto::sha256(ByteView(stored.bytes).subspan(at, 5000))});
    }
    return stored;
}

RangeFetch fetchFrom(const Bytes& bytes) {
    return [&bytes](std::uint64_t offset, MutableBytes out, const std::stop_token&) -> Status {
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
        return {};
    };
}

TEST(VerifiedSource, GivesTheFileWhateverTheOrderOfReads) {
    const Stored stored = storedTrack(20);
    VerifiedSource source(stored.track, fetchFrom(stored.bytes), 12'000);
    ASSERT_EQ(source.size(), stored.bytes.size());
    std::mt19937 generator(11);
    for (int i = 0; i < 500; ++i) {
        const std::size_t from = generator() % stored.bytes.size();
        Bytes out(generator() % (stored.bytes.size() - from) % 17'000);
        ASSERT_TRUE(source.read(from, out));
        ASSERT_TRUE(
            std::equal(out.begin(), out.end(), stored.bytes.begin() + static_cast<std::ptrdiff_t>(from)));
    }
    Bytes out(2);
    EXPECT_EQ(source.read(stored.bytes.size() - 1, out).error().code, "source_truncated");
}

TEST(VerifiedSource, NeverHandsOnAChangedPart) {
    Stored stored = storedTrack(3);
    Bytes bad = stored.bytes;
    bad[1000 + 5000 + 17] ^= 1;
    VerifiedSource source(stored.track, fetchFrom(bad));
    Bytes out(100);
    EXPECT_TRUE(source.read(0, out));
    EXPECT_TRUE(source.read(1500, out));
    const auto refused = source.read(6500, out);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "part_changed");
    EXPECT_NE(refused.error().what.find("0:04"), std::string::npos) << refused.error().what;
    EXPECT_TRUE(source.read(11'500, out)) << "the parts after it are as they were";
}

TEST(VerifiedSource, FetchesOnceMoreBeforeItGivesUp) {
    const Stored stored = storedTrack(1);
    std::atomic<int> calls = 0;
    VerifiedSource source(stored.track,
                          [&](std::uint64_t offset, MutableBytes out, const std::stop_token& stop) {
                              auto status = fetchFrom(stored.bytes)(offset, out, stop);
                              if (offset == 0 && ++calls == 1) out[0] ^= 1;  // One bad transfer.
                              return status;
                          });
    Bytes out(100);
    EXPECT_TRUE(source.read(0, out));
    EXPECT_EQ(calls, 2);
}

TEST(VerifiedSource, APartThatIsNotThereAsAWholeIsAskedForTwiceAndNamed) {
    const Stored stored = storedTrack(2);
    int refusals = 1;
    int calls = 0;
    VerifiedSource source(stored.track,
                          [&](std::uint64_t offset, MutableBytes out, const std::stop_token& stop) -> Status {
                              if (offset == 0 || offset == 6000)
                                  return fetchFrom(stored.bytes)(offset, out, stop);
                              ++calls;
                              if (refusals-- > 0) return fail("bad_response", "The gateway sent 7 bytes.");
                              return fetchFrom(stored.bytes)(offset, out, stop);
                          });
    Bytes out(100);
    ASSERT_TRUE(source.read(1000, out)) << "one bad answer is no reason to stop";
    EXPECT_EQ(calls, 2);

    VerifiedSource cut(stored.track,
                       [&](std::uint64_t offset, MutableBytes bytes, const std::stop_token& stop) -> Status {
                           if (offset == 0) return fetchFrom(stored.bytes)(offset, bytes, stop);
                           return fail("blob_missing", "There is no such blob.");
                       });
    const auto refused = cut.read(1000, out);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "part_missing");
    EXPECT_NE(refused.error().what.find("Part 1 of video-720p at 0:00"), std::string::npos)
        << refused.error().what;
    EXPECT_FALSE(refused.error().next.empty());
}

TEST(VerifiedSource, CanBeInterrupted) {
    const Stored stored = storedTrack(1);
    VerifiedSource source(stored.track,
                          [](std::uint64_t, MutableBytes, const std::stop_token& stop) -> Status {
                              while (!stop.stop_requested())
                                  std::this_thread::yield();
                              return cancelled("The fetch");
                          });
    std::thread reader([&] {
        Bytes out(100);
        EXPECT_EQ(source.read(0, out).error().code, "cancelled");
    });
    source.interrupt();
    reader.join();
}

}  // namespace
}  // namespace keyreel::studio
