#include "core/media/ladder.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/media/sample_reader.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::media {
namespace {

Track picture(std::uint32_t width, std::uint32_t height, Rational aspect = {1, 1}, Rational rate = {25, 1}) {
    Track track;
    track.width = width;
    track.height = height;
    track.sampleAspectRatio = aspect;
    track.frameRate = rate;
    return track;
}

TEST(Ladder, IsWrittenAsHeightsHighestFirstAndNothingElse) {
    EXPECT_EQ(parseLadder("360,1080,720").value(), (std::vector<std::uint32_t>{1080, 720, 360}));
    EXPECT_EQ(ladderText({1080, 720}), "1080,720");
    for (const char* wrong : {"", "720,", ",720", "720p", "-720", "720,720", "721", "2", "99999999999",
                              "8194", "64,66,68,70,72,74,76,78,80"}) {
        const auto refused = parseLadder(wrong);
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().code, "ladder_invalid");
        EXPECT_FALSE(refused.error().next.empty());
    }
}

TEST(Ladder, NeverEnlargesAndKeepsOne) {
    const LadderChoice choice = chooseRungs(picture(1280, 720), {1080, 720, 480, 360}, 23, false);
    ASSERT_EQ(choice.rungs.size(), 3U);
    EXPECT_EQ(choice.rungs[0].height, 720U);
    EXPECT_EQ(choice.rungs[2].height, 360U);
    ASSERT_EQ(choice.remarks.size(), 1U);
    EXPECT_NE(choice.remarks[0].find("1080"), std::string::npos);

    const LadderChoice tiny = chooseRungs(picture(320, 181), {1080, 720}, 23, false);
    ASSERT_EQ(tiny.rungs.size(), 1U);
    EXPECT_EQ(tiny.rungs[0].height, 180U);
    EXPECT_EQ(tiny.rungs[0].width, 320U);

    // Beside the source there is no second picture of its height, and there may be none at all.
    EXPECT_EQ(chooseRungs(picture(1280, 720), {720, 360}, 23, true).rungs.size(), 1U);
    EXPECT_TRUE(chooseRungs(picture(1280, 720), {1080, 720}, 23, true).rungs.empty());
}

TEST(Ladder, SidesAreEvenAndThePictureKeepsItsShape) {
    struct Shape {
        std::uint32_t width, height;
        Rational aspect;
    };
    for (const Shape& shape :
         {Shape{1920, 1080, {1, 1}}, Shape{720, 576, {64, 45}}, Shape{1998, 1080, {1, 1}},
          Shape{853, 480, {1, 1}}, Shape{608, 1080, {1, 1}}, Shape{4096, 1716, {1001, 1000}}}) {
        const Track source = picture(shape.width, shape.height, shape.aspect);
        const double wanted =
            static_cast<double>(shape.width) / shape.height * shape.aspect.num / shape.aspect.den;
        for (const std::uint32_t height : {720U, 480U, 360U, 240U}) {
            if (height >= shape.height) continue;
            const Rung rung = rungOf(source, height);
            EXPECT_EQ(rung.width % 2, 0U);
            EXPECT_EQ(rung.height, height);
            const double got = static_cast<double>(rung.width) / rung.height * rung.sampleAspectRatio.num /
                               rung.sampleAspectRatio.den;
            EXPECT_NEAR(got / wanted, 1, 1e-4) << shape.width << 'x' << shape.height << " at " << height;
        }
    }
    const Rung hd = rungOf(picture(1920, 1080), 720);
    EXPECT_EQ(hd.width, 1280U);
    EXPECT_EQ(hd.sampleAspectRatio, (Rational{1, 1}));
    const Rung sd = rungOf(picture(1920, 1080), 480);
    EXPECT_EQ(sd.width, 854U);
    EXPECT_EQ(sd.sampleAspectRatio, (Rational{1280, 1281}));
}

TEST(Ladder, SmallerPicturesMayCostLessButNeverMore) {
    const auto rungs = chooseRungs(picture(1920, 1080), {1080, 720, 480, 360}, 23, false).rungs;
    const std::vector<int> factors{23, 23, 24, 26};
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        EXPECT_EQ(rungs[i].crf, factors[i]);
        if (i > 0) {
            EXPECT_LT(rungs[i].maxBitRate, rungs[i - 1].maxBitRate);
        }
    }
    EXPECT_EQ(rungs[0].maxBitRate, 6'000'000U);
    EXPECT_EQ(chooseRungs(picture(1920, 1080, {1, 1}, {60, 1}), {1080}, 23, false).rungs[0].maxBitRate,
              9'000'000U);
}

struct Pictures {
    std::vector<Track> tracks;
    std::vector<std::string> remarks;
    /// By track: presentation times, and which of them are key frames.
    std::vector<std::set<std::int64_t>> times;
    std::vector<std::set<std::int64_t>> keys;
    /// A picture that is shown before the key frame which it follows.
    bool open = false;
};

Result<Pictures> read(const std::filesystem::path& film, const ReaderOptions& options) {
    KEYREEL_TRY(SampleReader reader, SampleReader::open(film, options));
    Pictures pictures;
    pictures.tracks = reader.tracks();
    pictures.remarks = reader.remarks();
    pictures.times.resize(pictures.tracks.size());
    pictures.keys.resize(pictures.tracks.size());
    std::map<std::uint32_t, std::int64_t> key;
    for (;;) {
        KEYREEL_TRY(const auto sample, reader.next());
        if (!sample) return pictures;
        pictures.times[sample->track].insert(sample->presentationTime());
        if (sample->key) {
            pictures.keys[sample->track].insert(sample->presentationTime());
            key[sample->track] = sample->presentationTime();
        }
        pictures.open |= pictures.tracks[sample->track].kind == TrackKind::Video &&
                         sample->presentationTime() < key[sample->track];
    }
}

ReaderOptions ladder(std::vector<std::uint32_t> heights) {
    ReaderOptions options;
    options.ladder = std::move(heights);
    options.preset = "ultrafast";
    options.groupSeconds = 2;
    return options;
}

SampleFilmOptions film() {
    SampleFilmOptions options;
    options.width = 320;
    options.height = 180;
    options.seconds = 9;
    return options;
}

TEST(Ladder, EveryRungShowsTheSamePicturesAndBeginsItsGroupsWithTheSame) {
    const auto read = media::read(test::clip("ladder-9s.mp4", film()), ladder({360, 180, 120, 90}));
    ASSERT_TRUE(read) << read.error().what;
    ASSERT_EQ(read->tracks.size(), 4U);
    EXPECT_EQ(read->remarks.size(), 1U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read->tracks[i].kind, TrackKind::Video);
        EXPECT_TRUE(read->tracks[i].transcoded);
        EXPECT_EQ(read->tracks[i].isDefault, i == 0);
        EXPECT_EQ(read->tracks[i].timescale, read->tracks[0].timescale);
        EXPECT_EQ(read->times[i], read->times[0]);
        EXPECT_EQ(read->keys[i], read->keys[0]);
        EXPECT_GE(read->keys[i].size(), 4U);
    }
    EXPECT_EQ(read->tracks[2].width, 160U);
    EXPECT_EQ(read->tracks[3].kind, TrackKind::Audio);
    EXPECT_FALSE(read->tracks[3].transcoded);
    EXPECT_FALSE(read->open);
}

/// A film with key frames every two seconds, closed or open.
std::filesystem::path grouped(const test::TemporaryFolder& folder, const std::string& name,
                              const std::string& x264) {
    const auto path = folder.path() / name;
    const std::string command =
        "ffmpeg -v error -y -f lavfi -i testsrc2=size=256x144:rate=24000/1001 -t 12 -c:v libx264 -preset "
        "veryfast -pix_fmt yuv420p -x264-params " +
        x264 + " " + path.string();
    if (std::system(command.c_str()) != 0) ADD_FAILURE() << command;
    return path;
}

TEST(Ladder, TheFilmsOwnPicturesStandAtTheTopWhenTheirKeyFramesFit) {
    const test::TemporaryFolder folder;
    ReaderOptions options = ladder({144, 72});
    options.keepSource = true;
    for (const char* name : {"closed.mp4", "closed.mkv"}) {
        const auto read = media::read(grouped(folder, name, "keyint=48:scenecut=0:bframes=2"), options);
        ASSERT_TRUE(read) << read.error().what;
        EXPECT_TRUE(read->remarks.empty()) << read->remarks[0];
        ASSERT_EQ(read->tracks.size(), 2U);
        EXPECT_FALSE(read->tracks[0].transcoded);
        EXPECT_EQ(read->tracks[1].height, 72U);
        EXPECT_EQ(read->tracks[1].timescale, read->tracks[0].timescale);
        EXPECT_EQ(read->times[1], read->times[0]) << name;
        EXPECT_EQ(read->keys[1], read->keys[0]) << name;
        EXPECT_EQ(read->keys[1].size(), 6U);
    }
}

TEST(Ladder, PicturesThatDoNotFitAreEncodedAnewAndItIsSaidWhy) {
    const test::TemporaryFolder folder;
    ReaderOptions options = ladder({144, 72});
    options.keepSource = true;
    struct Case {
        std::string name, x264, why;
    };
    for (const Case& unfit : {Case{"open.mp4", "keyint=48:scenecut=0:bframes=2:open-gop=1", "is open"},
                              Case{"long.mp4", "keyint=9999:scenecut=0:bframes=2", "no key frame"},
                              Case{"open.mkv", "keyint=48:scenecut=0:bframes=2:open-gop=1", "is open"},
                              Case{"other.ts", "keyint=48:scenecut=0:bframes=2", "nly of MP4"}}) {
        const auto read = media::read(grouped(folder, unfit.name, unfit.x264), options);
        ASSERT_TRUE(read) << read.error().what;
        ASSERT_EQ(read->remarks.size(), 1U) << unfit.name;
        EXPECT_NE(read->remarks[0].find(unfit.why), std::string::npos) << read->remarks[0];
        ASSERT_EQ(read->tracks.size(), 2U);
        EXPECT_TRUE(read->tracks[0].transcoded);
        EXPECT_EQ(read->tracks[0].height, 144U);
        EXPECT_EQ(read->keys[1], read->keys[0]);
    }
}

}  // namespace
}  // namespace keyreel::media
