#include "core/adaptive/disk_package.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/adaptive/disk_codings.h"
#include "core/adaptive/disk_text.h"
#include "core/base/text.h"
#include "core/package/package_film.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::adaptive {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// A film of two codings, each under a key of its own, as our packager writes it.
class LockedLadder : public testing::Test {
protected:
    void SetUp() override {
        media::SampleFilmOptions options;
        options.seconds = 4;
        options.width = 160;
        options.height = 90;
        package::PackageRequest request;
        request.source = test::clip("adaptive-4s.mp4", options);
        request.folder = m_folder.path() / "film";
        request.reader.ladder = {90, 60};
        request.reader.preset = "ultrafast";
        request.fragmentSeconds = 2;
        request.keyFor = [this](const std::string& label) -> Result<package::TrackKey> {
            package::TrackKey track;
            track.keyId.fill(static_cast<std::uint8_t>(m_keyIds.size() + 1));
            track.key = SecretBytes::copyOf(Bytes(16, track.keyId[0]));
            m_keyIds[label] = track.keyId;
            return track;
        };
        const auto made = package::packageFilm(request);
        ASSERT_TRUE(made) << made.error().what;
    }

    /// A ring with the keys of these tracks.
    std::shared_ptr<cenc::KeyRing> keysOf(const std::vector<std::string>& labels) {
        auto ring = std::make_shared<cenc::KeyRing>();
        for (const std::string& label : labels)
            EXPECT_TRUE(ring->add(m_keyIds.at(label), SecretBytes::copyOf(Bytes(16, m_keyIds.at(label)[0]))));
        return ring;
    }

    DiskPackage opened() {
        auto package = openPackage(m_folder.path() / "film" / "stream.mpd");
        if (!package) ADD_FAILURE() << package.error().what;
        return package ? std::move(*package) : DiskPackage();
    }

    test::TemporaryFolder m_folder;
    std::map<std::string, cenc::KeyId> m_keyIds;
};

TEST_F(LockedLadder, WhatHasNoKeyIsLeftOut) {
    DiskPackage package = opened();
    ASSERT_EQ(package.pictures.size(), 2U);
    EXPECT_EQ(package.pictures[0].about.id, "video-60p");
    EXPECT_EQ(package.pictures[0].file.starts, package.pictures[1].file.starts);
    EXPECT_EQ(package.pictures[0].file.starts.at(1), std::chrono::seconds(2));
    const auto keys = keysOf({"video-60p", package.sounds.at(0).about.id});
    ASSERT_TRUE(package.unlock(*keys));
    ASSERT_EQ(package.pictures.size(), 1U);
    EXPECT_EQ(package.pictures[0].about.id, "video-60p");
    EXPECT_TRUE(package.pictures[0].clear(keys));
}

TEST_F(LockedLadder, NothingToHearIsToldWithTheKeyId) {
    DiskPackage package = opened();
    const std::string sound = package.sounds.at(0).about.id;
    const auto unlocked = package.unlock(*keysOf({"video-60p", "video-90p"}));
    ASSERT_FALSE(unlocked);
    EXPECT_EQ(unlocked.error().code, "key_missing");
    EXPECT_NE(unlocked.error().what.find(toUuid(m_keyIds.at(sound))), std::string::npos);
    EXPECT_NE(unlocked.error().what.find(sound), std::string::npos);
    DiskPackage again = opened();
    EXPECT_FALSE(again.unlock(cenc::KeyRing()));
}

TEST_F(LockedLadder, TheFolderIsThePackage) {
    const fs::path folder = m_folder.path() / "film";
    EXPECT_EQ(packageIn(folder), folder / "stream.mpd");
    EXPECT_TRUE(isPackage(folder / "master.m3u8"));
    EXPECT_FALSE(isPackage(folder / "video-60p.mp4"));
    write(folder / "other.mpd", "<MPD/>");
    EXPECT_FALSE(packageIn(folder));
    fs::remove(folder / "other.mpd");
    fs::remove(folder / "stream.mpd");
    EXPECT_EQ(packageIn(folder), folder / "master.m3u8");
    write(folder / "second.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n");
    EXPECT_FALSE(packageIn(folder));
    EXPECT_FALSE(packageIn(m_folder.path() / "nowhere"));
}

TEST_F(LockedLadder, AStopEndsOpening) {
    std::stop_source stop;
    stop.request_stop();
    const auto package = openPackage(m_folder.path() / "film" / "stream.mpd", stop.get_token());
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "cancelled");
}

TEST_F(LockedLadder, AFileThatEndsEarlyIsTold) {
    const fs::path file = m_folder.path() / "film" / "video-60p.mp4";
    fs::resize_file(file, fs::file_size(file) - 1);
    const auto package = openPackage(m_folder.path() / "film" / "stream.mpd");
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, "package_truncated");
    EXPECT_NE(package.error().what.find("Representation video-60p"), std::string::npos)
        << package.error().what;
}

TEST(DiskText, SegmentsOfWebVttAreOneText) {
    const test::TemporaryFolder folder;
    write(folder.path() / "1.vtt",
          "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:05.000\nOne\n");
    write(folder.path() / "2.vtt",
          "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:01.500,MPEGTS:1035000\n\n00:01.000 --> 00:05.000\nOne\n\n"
          "00:06.000 --> 00:07.000\nTwo\n");
    Representation about;
    about.kind = StreamKind::Text;
    about.isPlainText = true;
    about.segments = {{"1.vtt", 0, std::nullopt}, {"2.vtt", 0, std::nullopt}};
    // MPEG-2's clock says 10 s where the film begins.
    const auto cues = readDiskText(folder.path() / "a.m3u8", about, 10'000, {});
    ASSERT_TRUE(cues) << cues.error().what;
    ASSERT_EQ(cues->size(), 2U);
    EXPECT_EQ(cues->at(0).begin, 1000);
    EXPECT_EQ(cues->at(0).end, 5000);
    EXPECT_EQ(cues->at(1).begin, 6000);
    EXPECT_EQ(cues->at(1).text, "Two");
}

TEST(DiskCodings, TheBestOneUntilItCannotBeRead) {
    std::vector<PictureCodings::Rung> rungs(3);
    std::vector<std::chrono::microseconds> starts(10);
    DiskCodings codings(rungs, starts);
    EXPECT_EQ(codings.choose(0), 2U);
    EXPECT_EQ(codings.instead(0, 2), 1U);
    EXPECT_EQ(codings.instead(0, 1), 0U);
    EXPECT_EQ(codings.instead(0, 0), std::nullopt);
    EXPECT_EQ(codings.state().replaced, 2U);
    // What goes on leaves them out, a seek tries again.
    EXPECT_EQ(codings.choose(5), 2U);
    codings.fix(1);
    EXPECT_EQ(codings.choose(6), 1U);
    EXPECT_EQ(codings.state().fixed, 1U);
    codings.fix(7);
    EXPECT_EQ(codings.state().fixed, 1U);
    codings.fix(std::nullopt);
    EXPECT_EQ(codings.choose(7), 2U);
    EXPECT_EQ(codings.instead(7, 9), std::nullopt);
}

}  // namespace
}  // namespace keyreel::adaptive
