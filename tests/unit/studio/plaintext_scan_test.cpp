#include "core/studio/plaintext_scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/base/byte_io.h"
#include "core/base/byte_source.h"
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

Bytes box(std::string_view type, ByteView content) {
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(8 + content.size()));
    out.bytes(asBytes(type));
    out.bytes(content);
    return out.take();
}

TEST(PlaintextScan, LooksForTheSamplesOfAClearFileAndNotForItsIndex) {
    // The index of a protected file is as clear as that of the clear one: only samples are film.
    const Bytes index = noise(9000, 1);
    const Bytes early = noise(70'001, 2);
    const Bytes late = noise((std::size_t{1} << 20) + 50'000, 3);
    Bytes file = box("moov", index);
    append(file, box("mdat", early));
    append(file, box("moof", index));
    append(file, box("mdat", late));
    PlaintextScan scan;
    MemorySource clear(file);
    ASSERT_TRUE(scan.addMedia(clear, {}));

    const test::TemporaryFolder folder;
    const auto plant = [&](const char* name, ByteView piece) {
        Bytes coat(333, 'x');
        append(coat, piece);
        ASSERT_TRUE(writeFileAtomically(folder.path() / name, coat));
    };
    plant("index", index);
    plant("early", ByteView(early).subspan(1001, 4096));
    plant("late", ByteView(late).last(4096 + 2048));
    const auto report = scan.scan({folder.path()}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->files, 3U);
    ASSERT_EQ(report->findings.size(), 2U);
    for (const auto& finding : report->findings)
        EXPECT_NE(finding.file.filename(), "index");
    file.pop_back();
    MemorySource cut(file);
    EXPECT_FALSE(scan.addMedia(cut, {}));
}

/// Folders in folders until their path is longer than the system takes: nobody can look into the last of
/// them, whoever runs this.
class Abyss {
public:
    explicit Abyss(const std::filesystem::path& top) : m_back(std::filesystem::current_path()) {
        std::filesystem::current_path(top);
        for (int i = 0; i < 25; ++i) {
            const std::string name(200, 'd');
            std::filesystem::create_directory(name);
            std::filesystem::current_path(name);
        }
        std::filesystem::current_path(m_back);
    }

private:
    std::filesystem::path m_back;
};

TEST(PlaintextScan, GoesOnBesideWhatItCannotReadAndSaysWhatThatWas) {
    const Bytes film = noise(50'000, 1);
    PlaintextScan scan;
    scan.add(film);
    const test::TemporaryFolder folder;
    const auto own = folder.path() / "own";
    const auto other = folder.path() / "other";
    for (const auto& name : {own / "a", own / "m", own / "z", other})
        std::filesystem::create_directories(name);
    for (const auto& name : {own / "a", own / "z"})
        ASSERT_TRUE(writeFileAtomically(name / "store", film));
    const Abyss foreign(other);
    auto report = scan.scan({folder.path() / "vanished", other, own}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->findings.size(), 2U) << "one closed folder ended the search of the others";
    ASSERT_EQ(report->unread.size(), 1U);
    EXPECT_NE(report->unreadBelow(other), nullptr);
    EXPECT_EQ(report->unreadBelow(own), nullptr);

    const Abyss within(own / "m");
    report = scan.scan({own}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->findings.size(), 2U);
    ASSERT_NE(report->unreadBelow(own), nullptr);
    EXPECT_FALSE(report->unreadBelow(own)->reason.empty());
}

TEST(PlaintextScan, WhatIsClosedAmongTheSuspectsStandsForItself) {
    const test::TemporaryFolder folder;  // In one of the folders for temporary files.
    const Abyss closed(folder.path());
    const auto since = std::filesystem::file_time_type::clock::now();
    const auto mine = folder.path() / "new";
    ASSERT_TRUE(writeFileAtomically(mine, noise(10, 1)));
    const Places places{folder.path() / "data/profiles/me", folder.path() / "data/network", {}};
    const auto suspects = suspectPlaces(places, since - std::chrono::seconds(1));
    EXPECT_EQ(suspects.front(), folder.path() / "data");
    EXPECT_EQ(std::count(suspects.begin(), suspects.end(), mine), 1);
    EXPECT_TRUE(std::any_of(suspects.begin(), suspects.end(), [&](const auto& path) {
        return path.string().starts_with((folder.path() / "ddd").string());
    }));
}

}  // namespace
}  // namespace keyreel::studio
