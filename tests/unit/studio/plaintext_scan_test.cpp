#include "core/studio/plaintext_scan.h"

#include <gtest/gtest.h>

#include <random>

#include "core/base/file.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::studio {
namespace {

Bytes noise(std::size_t size, unsigned seed) {
    std::mt19937 generator(seed);
    Bytes bytes(size);
    for (auto& byte : bytes)
        byte = static_cast<std::uint8_t>(generator());
    return bytes;
}

TEST(PlaintextScan, FindsEveryRunOfFourKibibytesWhereverItLies) {
    const Bytes film = noise(300'000, 1);
    PlaintextScan scan;
    scan.add(film);
    std::mt19937 generator(7);
    for (int round = 0; round < 40; ++round) {
        const test::TemporaryFolder folder;
        // Around the 1 MiB seam of the reader, too.
        Bytes file = noise((std::size_t{1} << 20) - 3000 + generator() % 3000, 2);
        const std::size_t from = generator() % (film.size() - 4096);
        append(file, ByteView(film).subspan(from, 4096));
        append(file, noise(generator() % 5000, 3));
        ASSERT_TRUE(writeFileAtomically(folder.path() / "store", file));
        const auto report = scan.scan({folder.path()}, {}, {});
        ASSERT_TRUE(report);
        EXPECT_EQ(report->findings.size(), 1U) << "round " << round << ", film offset " << from;
    }
}

TEST(PlaintextScan, LeavesStrangersAlone) {
    PlaintextScan scan;
    scan.add(noise(300'000, 1));
    scan.add(Bytes(100'000, 0));
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder.path() / "noise", noise(3'000'000, 4)));
    ASSERT_TRUE(writeFileAtomically(folder.path() / "zeros", Bytes(100'000, 0)));
    ASSERT_TRUE(writeFileAtomically(folder.path() / "short", noise(100, 4)));
    const auto report = scan.scan({folder.path()}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->files, 3U);
    EXPECT_EQ(report->bytes, 3'100'100U);
    EXPECT_TRUE(report->findings.empty());
}

}  // namespace
}  // namespace keyreel::studio
