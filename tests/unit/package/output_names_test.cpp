#include "core/package/output_names.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::package {
namespace {

namespace fs = std::filesystem;

class OutputNames : public ::testing::Test {
protected:
    void put(const fs::path& path, std::string_view content = "film") {
        ASSERT_TRUE(writeFileAtomically(path, asBytes(content)));
    }
    std::string ask(const std::vector<std::string>& names, const std::vector<fs::path>& sources = {}) {
        const Status may = mayWrite(folder.path(), names, sources);
        return may ? "may" : may.error().code;
    }
    test::TemporaryFolder folder;
    test::TemporaryFolder elsewhere;
    const std::string ours = std::string("<?xml?>") + kMadeByKeyreel + "<Representation id=\"video-180p\">";
};

TEST_F(OutputNames, NeverLeadToASource) {
    EXPECT_EQ(ask({"video-180p.mp4"}), "may");
    const fs::path here = folder.path() / "video-180p.mp4";
    put(here);
    put(folder.path() / "stream.mpd", ours);
    EXPECT_EQ(ask({"video-180p.mp4"}), "may") << "a file of an older package";
    EXPECT_EQ(ask({"stream.mpd", "video-180p.mp4"}, {here}), "output_is_source");
    fs::create_symlink(here, elsewhere.path() / "link.mp4");
    EXPECT_EQ(ask({"video-180p.mp4"}, {elsewhere.path() / "link.mp4"}), "output_is_source");
    fs::create_hard_link(here, elsewhere.path() / "same.mp4");
    EXPECT_EQ(ask({"video-180p.mp4"}, {elsewhere.path() / "same.mp4"}), "output_is_source");
    EXPECT_EQ(ask({"video-180p.mp4"}, {elsewhere.path() / "gone.mp4"}), "may");
}

TEST_F(OutputNames, ReplaceNothingOfOtherOrigin) {
    put(folder.path() / "video-180p.mp4");
    EXPECT_EQ(ask({"video-180p.mp4"}), "file_exists");
    EXPECT_EQ(ask({"video-360p.mp4"}), "may");
    put(folder.path() / "stream.mpd", "<MPD><BaseURL>video-180p.mp4</BaseURL></MPD>");
    EXPECT_EQ(ask({"video-180p.mp4"}), "file_exists") << "the package of another program";
    EXPECT_EQ(ask({"stream.mpd"}), "file_exists");
    put(folder.path() / "stream.mpd", ours);
    put(folder.path() / "video-360p.mp4");
    EXPECT_EQ(ask({"stream.mpd", "video-180p.mp4"}), "may");
    EXPECT_EQ(ask({"video-360p.mp4"}), "file_exists") << "not of that package";
    put(folder.path() / "video-18.mp4");
    EXPECT_EQ(ask({"video-18.mp4"}), "file_exists") << "the beginning of a name is another name";
    put(folder.path() / "video-180p-iframes.m3u8");
    EXPECT_EQ(ask({"video-180p-iframes.m3u8"}), "may");
    fs::create_symlink(folder.path() / "nowhere", folder.path() / "audio-und-1.mp4");
    EXPECT_EQ(ask({"audio-und-1.mp4"}), "file_exists") << "a link that leads nowhere is somebody's, too";
}

}  // namespace
}  // namespace keyreel::package
