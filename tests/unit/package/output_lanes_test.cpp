#include "core/package/output_lanes.h"

#include <gtest/gtest.h>

#include <cstring>

#include "tests/support/temporary_folder.h"

namespace keyreel::package {
namespace {

/// A fragment of `blocks` blocks, some larger than the pool's, each filled with its own byte.
FragmentBytes fragment(OutputLanes& lanes, unsigned number, unsigned blocks, Bytes& all) {
    FragmentBytes out;
    out.boxes.assign(100, static_cast<std::uint8_t>(number));
    append(all, out.boxes);
    for (unsigned i = 0; i < blocks; ++i) {
        const std::size_t size = i % 5 == 4 ? BlockPool::kBlockSize + 7 : 1000 + i;
        const BlockPool::Ref block = lanes.pool().take(size);
        std::memset(block->bytes.get(), static_cast<int>(number * 7 + i), size);
        const ByteView bytes(block->bytes.get(), size);
        append(all, bytes);
        out.samples.push_back({block, bytes});
    }
    return out;
}

TEST(OutputLanes, WriteAndDigestEveryFragmentInOrderInBlocksThatGoRound) {
    const test::TemporaryFolder folder;
    Result<File> made = File::create(folder.path() / "out");
    ASSERT_TRUE(made);
    const auto file = std::make_shared<File>(std::move(*made));
    OutputLanes lanes(true);
    const auto digests = std::make_shared<std::vector<crypto::Digest>>();
    std::vector<crypto::Digest> expected;
    Bytes all;
    for (unsigned i = 0; i < 24; ++i) {
        const std::size_t begin = all.size();
        FragmentBytes next = fragment(lanes, i, 1 + i % 12, all);
        expected.push_back(crypto::sha256(ByteView(all).subspan(begin)));
        ASSERT_TRUE(lanes.write(file, begin, std::move(next), digests));
    }
    ASSERT_TRUE(lanes.finish());
    EXPECT_EQ(*digests, expected);
    Bytes written(all.size());
    ASSERT_TRUE(file->readAt(0, written));
    EXPECT_TRUE(written == all);
}

TEST(OutputLanes, AFailedWriteIsToldAndNobodyWaitsForEver) {
    const test::TemporaryFolder folder;
    ASSERT_TRUE(File::create(folder.path() / "out"));
    Result<File> readable = File::openForReading(folder.path() / "out");
    ASSERT_TRUE(readable);
    const auto file = std::make_shared<File>(std::move(*readable));
    OutputLanes lanes(true);
    const auto digests = std::make_shared<std::vector<crypto::Digest>>();
    Bytes all;
    for (unsigned i = 0; i < 20; ++i)
        if (!lanes.write(file, 0, fragment(lanes, i, 12, all), digests)) break;
    const Status done = lanes.finish();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "file_unwritable");
}

TEST(OutputLanes, WhatIsUnderWayWhenTheyGoHarmsNobody) {
    const test::TemporaryFolder folder;
    Result<File> made = File::create(folder.path() / "out");
    ASSERT_TRUE(made);
    const auto file = std::make_shared<File>(std::move(*made));
    const auto digests = std::make_shared<std::vector<crypto::Digest>>();
    BlockPool::Ref kept;
    {
        OutputLanes lanes(true);
        Bytes all;
        for (unsigned i = 0; i < 6; ++i) {
            FragmentBytes next = fragment(lanes, i, 6, all);
            kept = next.samples.front().block;
            ASSERT_TRUE(lanes.write(file, 0, std::move(next), digests));
        }
    }
    EXPECT_EQ(kept->bytes[0], 5 * 7);
}

}  // namespace
}  // namespace keyreel::package
