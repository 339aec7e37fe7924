#include "core/package/manifest_preview.h"

#include <gtest/gtest.h>

namespace keyreel::package {
namespace {

ManifestFile file(const std::string& name, std::uint64_t size = 1000) {
    ManifestFile file;
    file.name = name;
    file.size = size;
    file.digest.emplace().fill(7);
    return file;
}

TEST(ManifestPreview, IsTheDocumentOfThatName) {
    EXPECT_EQ(previewName(15), "preview-15s.mp4");
    EXPECT_EQ(previewSeconds("preview-5s.mp4"), 5U);
    EXPECT_EQ(previewSeconds("preview-60s.mp4"), 60U);
    for (const char* other : {"preview-4s.mp4", "preview-61s.mp4", "preview-015s.mp4", "preview-15s.mp4 ",
                              "preview.mp4", "Preview-15s.mp4", "preview-15s.mp4.mp4", ""})
        EXPECT_FALSE(previewSeconds(other)) << other;
    Manifest manifest;
    manifest.documents = {file("stream.mpd")};
    EXPECT_FALSE(previewOf(manifest));
    manifest.documents.push_back(file("preview-20s.mp4", 4711));
    const auto preview = previewOf(manifest);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->seconds, 20U);
    EXPECT_EQ(preview->file.size, 4711U);
}

}  // namespace
}  // namespace keyreel::package
