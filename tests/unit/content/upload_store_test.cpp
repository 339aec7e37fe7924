#include "core/content/folder_upload_store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/base/file.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::content;
namespace fs = std::filesystem;

namespace {

Bytes pattern(std::size_t size) {
    Bytes out(size);
    for (std::size_t i = 0; i < size; ++i)
        out[i] = static_cast<std::uint8_t>(i * 7 % 253);
    return out;
}

Cid cidOf(ByteView bytes) {
    CidBuilder builder;
    builder.update(bytes);
    return builder.finish();
}

class Uploads : public testing::Test {
protected:
    Uploads() { reopen(); }
    void reopen(UploadLimits limits = {}, BlobLimits blobLimits = {}) {
        uploads.reset();
        blobs = std::move(*FolderBlobStore::open(folder.path() / "store", blobLimits));
        uploads = std::move(*FolderUploadStore::open(folder.path() / "uploads", *blobs, clock, limits));
    }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder.path() / "uploads"), fs::directory_iterator()));
    }

    test::TemporaryFolder folder;
    test::FakeClock clock;
    std::unique_ptr<FolderBlobStore> blobs;
    std::unique_ptr<UploadStore> uploads;
};

}  // namespace

TEST_F(Uploads, GoOnAfterARestartAndBecomeABlob) {
    const Bytes bytes = pattern(700'000);
    const Cid cid = cidOf(bytes);
    const auto created = uploads->create(bytes.size(), cid, "did:key:z6Mk");
    ASSERT_TRUE(created);
    ASSERT_EQ(*uploads->append(created->id, 0, ByteView(bytes).first(300'000)), 300'000U);

    reopen();
    const auto status = uploads->status(created->id);
    ASSERT_TRUE(status);
    EXPECT_EQ(status->offset, 300'000U);
    EXPECT_EQ(status->length, bytes.size());
    EXPECT_EQ(status->cid, cid);
    EXPECT_EQ(status->owner, "did:key:z6Mk");
    EXPECT_EQ(uploads->finish(created->id).error().code, "upload_incomplete");
    EXPECT_EQ(uploads->append(created->id, 0, ByteView(bytes).first(1)).error().code, "offset_conflict");
    EXPECT_EQ(uploads->append(created->id, 300'001, ByteView(bytes).first(1)).error().code,
              "offset_conflict");
    ASSERT_EQ(*uploads->append(created->id, 300'000, ByteView(bytes).subspan(300'000)), bytes.size());
    EXPECT_EQ(uploads->append(created->id, bytes.size(), ByteView(bytes).first(1)).error().code,
              "upload_too_long");
    EXPECT_EQ(*uploads->finish(created->id), cid);
    EXPECT_EQ(*blobs->size(cid), bytes.size());
    EXPECT_EQ(uploads->status(created->id).error().code, "upload_missing");
    EXPECT_EQ(files(), 0U);
    EXPECT_EQ(blobs->usedBytes(), bytes.size());
}

TEST_F(Uploads, SurviveKillInTheMiddleOfAWrite) {
    const Bytes bytes = pattern(40'000'000);
    const auto created = uploads->create(bytes.size(), cidOf(bytes), "");
    ASSERT_TRUE(created);
    int channel[2];
    ASSERT_EQ(pipe(channel), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto writer = uploads->writer(created->id, 0);
        for (std::size_t at = 0; writer && at < bytes.size(); at += 500'000) {
            if (!(*writer)->write(ByteView(bytes).subspan(at, 500'000))) _exit(1);
            const std::uint64_t position = (*writer)->position();
            if (write(channel[1], &position, sizeof position) != sizeof position) _exit(2);
        }
        _exit(3);
    }
    close(channel[1]);
    std::uint64_t seen = 0;
    while (seen < 17'000'000)
        ASSERT_EQ(read(channel[0], &seen, sizeof seen), static_cast<ssize_t>(sizeof seen));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(channel[0]);

    reopen();
    const auto status = uploads->status(created->id);
    ASSERT_TRUE(status);
    EXPECT_GE(status->offset, 16'000'000U) << "the writer commits every 8 MiB";
    EXPECT_LE(status->offset, bytes.size());
    ASSERT_TRUE(uploads->append(created->id, status->offset, ByteView(bytes).subspan(status->offset)));
    EXPECT_EQ(*uploads->finish(created->id), cidOf(bytes));
}

TEST_F(Uploads, ReportOnlyWhatWasCommitted) {
    const Bytes bytes = pattern(1000);
    const auto created = uploads->create(bytes.size(), cidOf(bytes), "");
    {
        auto writer = uploads->writer(created->id, 0);
        ASSERT_TRUE(writer);
        ASSERT_TRUE((*writer)->write(ByteView(bytes).first(400)));
        ASSERT_EQ(*(*writer)->commit(), 400U);
        ASSERT_TRUE((*writer)->write(ByteView(bytes).first(100)));  // wrong bytes, never committed
        EXPECT_EQ(uploads->status(created->id)->offset, 400U);
        EXPECT_EQ(uploads->writer(created->id, 400).error().code, "upload_busy");
        EXPECT_EQ(uploads->finish(created->id).error().code, "upload_busy");
        EXPECT_EQ(uploads->terminate(created->id).error().code, "upload_busy");
    }
    ASSERT_TRUE(uploads->append(created->id, 400, ByteView(bytes).subspan(400)));
    EXPECT_EQ(*uploads->finish(created->id), cidOf(bytes));
}

TEST_F(Uploads, FallBackToTheOlderOffsetWhenTheNewerIsTorn) {
    const Bytes bytes = pattern(1000);
    const auto created = uploads->create(bytes.size(), cidOf(bytes), "");
    ASSERT_TRUE(uploads->append(created->id, 0, ByteView(bytes).first(300)));
    ASSERT_TRUE(uploads->append(created->id, 300, ByteView(bytes).subspan(300, 300)));
    for (const std::uint64_t place : {1024, 512}) {
        auto file = File::openForUpdate(folder.path() / "uploads" / (created->id + ".state"));
        ASSERT_TRUE(file->writeAt(place + 9, Bytes(4, 0xee)));
        if (place == 1024) {
            EXPECT_EQ(uploads->status(created->id)->offset, 300U);
        } else {
            EXPECT_EQ(uploads->status(created->id).error().code, "upload_missing");
        }
    }
}

TEST_F(Uploads, AreDroppedWhenTheirBytesAreNotWhatWasAnnounced) {
    const Bytes bytes = pattern(1000);
    const auto created = uploads->create(bytes.size(), cidOf(pattern(999)), "");
    ASSERT_TRUE(uploads->append(created->id, 0, bytes));
    EXPECT_EQ(uploads->finish(created->id).error().code, "blob_mismatch");
    EXPECT_EQ(uploads->status(created->id).error().code, "upload_missing");
    EXPECT_EQ(files(), 0U);
    EXPECT_EQ(blobs->usedBytes(), 0U);
}

TEST_F(Uploads, OfNothingAreComplete) {
    const Cid empty = cidOf({});
    const auto created = uploads->create(0, empty, "");
    EXPECT_EQ(*uploads->finish(created->id), empty);
}

TEST_F(Uploads, AreBoundedInNumberLengthAndSum) {
    reopen({.maxLength = 1000, .maxUploads = 2, .maxReserved = 1500},
           {.totalBytes = 1'400, .blobBytes = 5000});
    const Cid cid = cidOf(pattern(1));
    EXPECT_EQ(uploads->create(1001, cid, "").error().code, "upload_too_long");
    EXPECT_EQ(uploads->create(1, cid, std::string(257, 'x')).error().code, "bad_argument");
    const auto first = uploads->create(1000, cid, "");
    ASSERT_TRUE(first);
    EXPECT_EQ(uploads->create(401, cid, "").error().code, "store_full");
    ASSERT_TRUE(uploads->create(400, cid, ""));
    EXPECT_EQ(uploads->create(0, cid, "").error().code, "too_many_uploads");
    ASSERT_TRUE(uploads->terminate(first->id));
    EXPECT_EQ(uploads->terminate(first->id).error().code, "upload_missing");
    EXPECT_TRUE(uploads->create(1000, cid, "")) << "what was given up makes room";
}

TEST_F(Uploads, ExpireAfterTheLastByte) {
    reopen({.expirySeconds = 100});
    const Bytes bytes = pattern(10);
    const auto created = uploads->create(bytes.size(), cidOf(bytes), "");
    clock.advance(99);
    ASSERT_TRUE(uploads->append(created->id, 0, ByteView(bytes).first(5)));
    clock.advance(99);
    EXPECT_EQ(uploads->dropExpired(), 0U);
    EXPECT_TRUE(uploads->status(created->id));
    clock.advance(1);
    EXPECT_EQ(uploads->status(created->id).error().code, "upload_missing");
    EXPECT_EQ(uploads->writer(created->id, 5).error().code, "upload_missing");
    EXPECT_EQ(uploads->dropExpired(), 1U);
    EXPECT_EQ(uploads->count(), 0U);
    EXPECT_EQ(files(), 0U);
}

TEST_F(Uploads, OfWhichNoByteCameGiveTheirPlaceUpSooner) {
    reopen({.expirySeconds = 1000, .unbegunSeconds = 60});
    const Bytes bytes = pattern(10);
    const auto idle = uploads->create(bytes.size(), cidOf(bytes), "stranger");
    const auto begun = uploads->create(bytes.size(), cidOf(bytes), "maker");
    ASSERT_TRUE(uploads->append(begun->id, 0, ByteView(bytes).first(5)));
    clock.advance(60);
    EXPECT_EQ(uploads->dropExpired(), 1U);
    EXPECT_EQ(uploads->status(idle->id).error().code, "upload_missing");
    EXPECT_TRUE(uploads->status(begun->id));
}

TEST_F(Uploads, HaveNoPathsForIds) {
    for (const char* id : {"", "..", "../store/blobs", "0123456789abcdef0123456789abcdeF",
                           "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcde/"}) {
        EXPECT_EQ(uploads->status(id).error().code, "upload_missing") << id;
        EXPECT_EQ(uploads->terminate(id).error().code, "upload_missing") << id;
    }
}

TEST_F(Uploads, DropHalvesLeftByACrash) {
    const auto created = uploads->create(10, cidOf(pattern(10)), "");
    const auto other = uploads->create(10, cidOf(pattern(10)), "");
    fs::remove(folder.path() / "uploads" / (created->id + ".data"));
    fs::remove(folder.path() / "uploads" / (other->id + ".state"));
    reopen();
    EXPECT_EQ(uploads->count(), 0U);
    EXPECT_EQ(files(), 0U);
}
