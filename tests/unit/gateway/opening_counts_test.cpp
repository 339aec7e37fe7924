#include "core/gateway/opening_counts.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::gateway {
namespace {

using test::must;

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kNoon = 20'000 * kDay + kDay / 2;
constexpr ContentId kFilm{1};
constexpr ContentId kOther{2};
constexpr PublicKey kAnn{3};
constexpr PublicKey kBen{4};
constexpr PublicKey kDesk{5};
constexpr PublicKey kLaptop{6};

struct OpeningCountsTest : ::testing::Test {
    test::TemporaryFolder folder;
    std::unique_ptr<OpeningCounts> counts = open();

    std::unique_ptr<OpeningCounts> open() { return must(OpeningCounts::open(folder.path() / "openings.db")); }

    void opened(const ContentId& film, const PublicKey& account, const PublicKey& device,
                std::int64_t now) const {
        EXPECT_EQ(test::codeOf(counts->count(film, account, device, now)), "ok");
    }
};

TEST_F(OpeningCountsTest, CountAFilmByDayAndKeepItAcrossARestart) {
    opened(kFilm, kAnn, kDesk, kNoon);
    opened(kFilm, kBen, kLaptop, kNoon + 1);
    opened(kOther, kBen, kLaptop, kNoon + 2);
    opened(kFilm, kAnn, kDesk, kNoon + kDay);
    counts.reset();
    counts = open();
    EXPECT_EQ(must(counts->ofFilm(kFilm)), (std::vector<OpeningDay>{{20'001, 1}, {20'000, 2}}));
    EXPECT_EQ(must(counts->ofFilm(kOther)), (std::vector<OpeningDay>{{20'000, 1}}));
    EXPECT_TRUE(must(counts->ofFilm({9})).empty());
}

TEST_F(OpeningCountsTest, TakeWhatOneDeviceAsksForToGoOnAsOneOpening) {
    // A film of two tiers that plays for an hour, its permission renewed every four minutes.
    for (std::int64_t second = 0; second < 3600; second += 240) {
        opened(kFilm, kAnn, kDesk, kNoon + second);
        opened(kFilm, kAnn, kDesk, kNoon + second);
    }
    EXPECT_EQ(must(counts->ofFilm(kFilm)).front().openings, 1u);
    opened(kFilm, kAnn, kLaptop, kNoon + 10);
    EXPECT_EQ(must(counts->ofFilm(kFilm)).front().openings, 2u);
    opened(kFilm, kAnn, kLaptop, kNoon + 10 + OpeningCounts::kOneOpening);
    EXPECT_EQ(must(counts->ofFilm(kFilm)).front().openings, 3u);
}

TEST_F(OpeningCountsTest, SayWhenEachDeviceOfAnAccountLastOpenedSomething) {
    opened(kFilm, kAnn, kDesk, kNoon);
    opened(kOther, kAnn, kDesk, kNoon + 50);
    opened(kFilm, kAnn, kLaptop, kNoon + 100);
    opened(kFilm, kBen, kDesk, kNoon + 200);
    EXPECT_EQ(must(counts->ofAccount(kAnn)),
              (std::vector<DeviceOpening>{{kLaptop, kNoon + 100}, {kDesk, kNoon + 50}}));
    EXPECT_EQ(must(counts->ofAccount(kBen)), (std::vector<DeviceOpening>{{kDesk, kNoon + 200}}));
}

TEST_F(OpeningCountsTest, ForgetWhatIsOlderThanTheyAreKept) {
    opened(kFilm, kAnn, kDesk, kNoon);
    opened(kOther, kAnn, kLaptop, kNoon + OpeningCounts::kDays * kDay);
    EXPECT_TRUE(must(counts->ofFilm(kFilm)).empty());
    EXPECT_EQ(must(counts->ofAccount(kAnn)).size(), 1u);
}

TEST_F(OpeningCountsTest, AFileThatIsNoDatabaseIsRefusedInWords) {
    counts.reset();
    ASSERT_TRUE(writeFileAtomically(folder.path() / "openings.db", Bytes(5000, 'x')));
    const auto refused = OpeningCounts::open(folder.path() / "openings.db");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "gateway_store_unusable");
}

}  // namespace
}  // namespace keyreel::gateway
