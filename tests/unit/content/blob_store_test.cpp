#include "core/content/blob_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "core/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::content;
namespace fs = std::filesystem;

namespace {

Bytes pattern(std::size_t size, std::uint8_t salt = 0) {
    Bytes out(size);
    for (std::size_t i = 0; i < size; ++i)
        out[i] = static_cast<std::uint8_t>(i % 251 + salt);
    return out;
}

Cid cidOf(ByteView bytes) {
    CidBuilder builder;
    builder.update(bytes);
    return builder.finish();
}

ByteSource sourceOf(Bytes bytes) {
    return
        [bytes = std::move(bytes), done = std::size_t{0}](MutableBytes out) mutable -> Result<std::size_t> {
            const std::size_t part = std::min({out.size(), bytes.size() - done, std::size_t{70'001}});
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(done), part, out.begin());
            done += part;
            return part;
        };
}

std::size_t filesBelow(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        count += entry.is_regular_file() ? 1U : 0U;
    return count;
}

std::unique_ptr<FolderBlobStore> openStore(const fs::path& folder, BlobLimits limits = {}) {
    auto store = FolderBlobStore::open(folder, limits);
    EXPECT_TRUE(store) << store.error().what;
    return store ? std::move(*store) : nullptr;
}

}  // namespace

TEST(FolderBlobStore, GivesBackWhatWasPutAlsoAfterReopening) {
    const test::TemporaryFolder folder;
    const Bytes bytes = pattern(700'000);
    const Cid cid = cidOf(bytes);
    {
        const auto store = openStore(folder.path());
        EXPECT_FALSE(*store->exists(cid));
        ASSERT_TRUE(store->put(cid, sourceOf(bytes)));
        ASSERT_TRUE(store->put(cid, sourceOf(bytes))) << "putting again changes nothing";
    }
    const auto store = openStore(folder.path());
    EXPECT_TRUE(*store->exists(cid));
    EXPECT_EQ(*store->size(cid), bytes.size());
    EXPECT_EQ(store->usedBytes(), bytes.size());
    const auto reader = store->open(cid);
    ASSERT_TRUE(reader);
    Bytes middle(1000);
    ASSERT_TRUE((*reader)->readAt(262'100, middle));
    EXPECT_TRUE(std::equal(middle.begin(), middle.end(), bytes.begin() + 262'100));
    Bytes one(1);
    EXPECT_EQ((*reader)->readAt(700'000, one).error().code, "bad_range");
    EXPECT_EQ((*reader)->readAt(~std::uint64_t{0}, one).error().code, "bad_range");

    ASSERT_TRUE(store->remove(cid));
    EXPECT_EQ(store->usedBytes(), 0U);
    EXPECT_EQ(store->open(cid).error().code, "blob_missing");
    EXPECT_EQ(store->size(cid).error().code, "blob_missing");
    EXPECT_EQ(store->remove(cid).error().code, "blob_missing");
    ASSERT_TRUE((*reader)->readAt(0, middle)) << "an open reader outlives the removal";
}

TEST(FolderBlobStore, NeverPublishesBytesThatAreNotTheirName) {
    const test::TemporaryFolder folder;
    const auto store = openStore(folder.path());
    const Bytes bytes = pattern(300'000);
    Bytes altered = bytes;
    altered[299'999] ^= 1;
    const Cid cid = cidOf(bytes);
    const auto status = store->put(cid, sourceOf(altered));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "blob_mismatch");
    EXPECT_FALSE(*store->exists(cid));
    EXPECT_EQ(filesBelow(folder.path()), 0U) << "nothing is left behind";
    EXPECT_EQ(store->usedBytes(), 0U);
}

TEST(FolderBlobStore, LeavesNothingBehindWhenTheSourceFailsOrTheCallerStops) {
    const test::TemporaryFolder folder;
    const auto store = openStore(folder.path());
    const Bytes bytes = pattern(300'000);
    int calls = 0;
    const auto broken = store->put(cidOf(bytes), [&](MutableBytes out) -> Result<std::size_t> {
        if (++calls == 3) return fail("connection_lost", "The peer went away.");
        return out.size() / 2;
    });
    EXPECT_EQ(broken.error().code, "connection_lost");
    std::stop_source stop;
    const auto stopped = store->put(cidOf(bytes), sourceOf(bytes), stop.get_token(),
                                    [&](const Progress&) { stop.request_stop(); });
    EXPECT_EQ(stopped.error().code, "cancelled");
    EXPECT_EQ(filesBelow(folder.path()), 0U);
    EXPECT_EQ(store->usedBytes(), 0U);
}

TEST(FolderBlobStore, KeepsToItsLimits) {
    const test::TemporaryFolder folder;
    const auto store = openStore(folder.path(), {.totalBytes = 500'000, .blobBytes = 300'000});
    const Bytes big = pattern(300'001);
    EXPECT_EQ(store->put(cidOf(big), sourceOf(big)).error().code, "blob_too_large");
    const Bytes first = pattern(300'000);
    ASSERT_TRUE(store->put(cidOf(first), sourceOf(first)));
    const Bytes second = pattern(200'001, 1);
    EXPECT_EQ(store->put(cidOf(second), sourceOf(second)).error().code, "store_full");
    const Bytes third = pattern(200'000, 2);
    EXPECT_TRUE(store->put(cidOf(third), sourceOf(third))) << "exactly full is not over-full";
    EXPECT_EQ(store->usedBytes(), 500'000U);
}

TEST(FolderBlobStore, DropsWhatAnInterruptedWriteLeft) {
    const test::TemporaryFolder folder;
    { openStore(folder.path()); }
    ASSERT_TRUE(writeFileAtomically(folder.path() / "incoming" / "7", pattern(1000)));
    const auto store = openStore(folder.path());
    EXPECT_EQ(filesBelow(folder.path()), 0U);
    EXPECT_EQ(store->usedBytes(), 0U);
}

TEST(FolderBlobStore, AdoptsAFileOnlyWhenItIsRight) {
    const test::TemporaryFolder folder;
    const auto store = openStore(folder.path() / "store");
    const Bytes bytes = pattern(300'000);
    const fs::path file = folder.path() / "done";
    ASSERT_TRUE(writeFileAtomically(file, bytes));
    EXPECT_EQ(store->adopt(cidOf(pattern(10)), file).error().code, "blob_mismatch");
    EXPECT_TRUE(fs::exists(file));
    ASSERT_TRUE(store->adopt(cidOf(bytes), file));
    EXPECT_FALSE(fs::exists(file));
    EXPECT_EQ(store->usedBytes(), 300'000U);
}

TEST(FolderBlobStore, CountsOneBlobOnceWhenManyPutItAtOnce) {
    const test::TemporaryFolder folder;
    const auto store = openStore(folder.path());
    const Bytes bytes = pattern(2'000'000);
    const Cid cid = cidOf(bytes);
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    threads.reserve(6);
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] { good += store->put(cid, sourceOf(bytes)) ? 1 : 0; });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 6);
    EXPECT_EQ(store->usedBytes(), bytes.size());
    EXPECT_EQ(filesBelow(folder.path()), 1U);
}

TEST(FolderBlobStore, TakesAFileAsASource) {
    const test::TemporaryFolder folder;
    const auto store = openStore(folder.path() / "store");
    const Bytes bytes = pattern(1'300'000);
    ASSERT_TRUE(writeFileAtomically(folder.path() / "film", bytes));
    const auto source = sourceOfFile(folder.path() / "film");
    ASSERT_TRUE(source);
    ASSERT_TRUE(store->put(cidOf(bytes), *source));
    EXPECT_EQ(sourceOfFile(folder.path() / "none").error().code, "file_missing");
}
