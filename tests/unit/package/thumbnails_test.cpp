// Thumbnails and trick-play tracks beside the rest of a package: what a manifest says of them, and how their
// making ends.

#include <gtest/gtest.h>

#include <algorithm>

#include "core/package/manifest.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/package/small_package.h"

namespace keyreel::package {
namespace {

using test::clip;
using test::film;
using test::requestFor;
using test::TemporaryFolder;

TEST(Thumbnails, AreDocumentsOfTheManifest) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    request.thumbnailSeconds = 2;
    const Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_EQ(package->thumbnails->plan.count, 5U);
    const Result<Manifest> manifest = describePackage(*package, "standard");
    ASSERT_TRUE(manifest) << manifest.error().what;
    for (const char* name : {"thumbnails-1.jpg", "thumbnails.m3u8"}) {
        const auto found = std::find_if(manifest->documents.begin(), manifest->documents.end(),
                                        [&](const ManifestFile& file) { return file.name == name; });
        ASSERT_NE(found, manifest->documents.end()) << name;
        EXPECT_TRUE(found->digest);
    }
    // The next one replaces the sheets of this one; what somebody else put there it does not.
    ASSERT_TRUE(packageFilm(request));
    PackageRequest other = request;
    other.folder = folder.path() / "other";
    std::filesystem::create_directory(other.folder);
    std::filesystem::copy_file(request.folder / "thumbnails-1.jpg", other.folder / "thumbnails-1.jpg");
    EXPECT_EQ(packageFilm(other).error().code, "file_exists");
}

TEST(Thumbnails, AreRefusedOutOfBoundsBeforeAnythingIsWritten) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    for (const double seconds : {-1.0, 0.1, 3601.0}) {
        request.thumbnailSeconds = seconds;
        EXPECT_EQ(packageFilm(request).error().code, "request_invalid") << seconds;
    }
    EXPECT_FALSE(std::filesystem::exists(request.folder));
}

TEST(Thumbnails, EndWhenTheyAreStoppedOrCannotBeKept) {
    const std::filesystem::path source = clip("package-9s.mp4", film());
    const media::ThumbnailPlan plan{0, 1, 9, 2, 2, 64, 36};
    std::stop_source stop;
    std::size_t sheets = 0;
    const auto count = [&](const media::Image& sheet) -> Status {
        EXPECT_EQ(sheet.pixels.size(), 128U * 72U * 3U);
        if (++sheets == 2) stop.request_stop();
        return {};
    };
    EXPECT_EQ(media::makeThumbnails(source, plan, count, stop.get_token()).error().code, "cancelled");
    EXPECT_EQ(sheets, 2U);
    const auto full = [](const media::Image&) -> Status { return fail("disk_full", "No room."); };
    EXPECT_EQ(media::makeThumbnails(source, plan, full).error().code, "disk_full");
}

TEST(TrickPlay, HasNoManifest) {
    const TemporaryFolder folder;
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder.path() / "out");
    request.trickPlay = true;
    // The label of the pictures names the key for both.
    const Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    ASSERT_EQ(package->trickTracks.size(), 1U);
    EXPECT_EQ(package->trickTracks.front().keyId, package->tracks.front().keyId);
    EXPECT_EQ(describePackage(*package, "standard").error().code, "request_invalid");
}

}  // namespace
}  // namespace keyreel::package
