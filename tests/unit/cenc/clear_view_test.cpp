#include "core/cenc/clear_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/base/file.h"
#include "core/cenc/decrypt_file.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/movie.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using test::ProtectedFile;
using test::SyntheticTrack;

std::shared_ptr<const KeyRing> ringWith(const KeyId& keyId, ByteView key) {
    auto ring = std::make_shared<KeyRing>();
    EXPECT_TRUE(ring->add(keyId, SecretBytes::copyOf(key)));
    return ring;
}

std::shared_ptr<const KeyRing> rightKey() {
    return ringWith(ProtectedFile::kKeyId, ProtectedFile::kKey);
}

/// Notes which bytes are read.
class WatchedSource final : public ByteSource {
public:
    explicit WatchedSource(Bytes bytes) : m_memory(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_memory.size(); }
    Status read(std::uint64_t offset, MutableBytes out) override {
        highest = std::max(highest, offset + out.size());
        total += out.size();
        return m_memory.read(offset, out);
    }
    std::uint64_t highest = 0;
    std::uint64_t total = 0;

private:
    MemorySource m_memory;
};

void expectSamples(const ProtectedFile& file, ByteView clear) {
    for (std::size_t i = 0; i < file.samples.size(); ++i) {
        const ByteView got = clear.subspan(file.sampleOffsets[i], file.samples[i].size());
        ASSERT_TRUE(std::equal(got.begin(), got.end(), file.samples[i].begin())) << "sample " << i;
    }
}

/// No trace of protection for a reader of boxes, and every sample where the fragments say.
void expectClearStructure(ByteView clear) {
    isobmff::BoxCursor cursor(clear, 0);
    isobmff::Movie movie;
    std::size_t fragments = 0;
    for (isobmff::Box box;;) {
        const auto found = cursor.next(box);
        ASSERT_TRUE(found);
        if (!*found) break;
        if (box.type == isobmff::fourCc("moov")) movie = isobmff::readMovie(box).value();
        if (box.type != isobmff::fourCc("moof")) continue;
        const auto fragment = isobmff::readFragment(box, movie).value();
        EXPECT_TRUE(fragment.protectionBoxes.empty());
        ++fragments;
    }
    EXPECT_TRUE(movie.protectionBoxes.empty());
    EXPECT_FALSE(movie.tracks.at(0).isProtected());
    EXPECT_GT(fragments, 0U);
}

TEST(ClearView, ProtectsWhatItShould) {
    std::mt19937 random(7);
    std::vector<Bytes> samples;
    for (int i = 0; i < 20; ++i)
        samples.push_back(SyntheticTrack::audioSample(random, 400));
    const auto file = ProtectedFile::make(SyntheticTrack::audio(), samples, {});
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const ByteView cipher = ByteView(file.bytes).subspan(file.sampleOffsets[i], samples[i].size());
        EXPECT_FALSE(std::equal(cipher.begin(), cipher.begin() + 16, samples[i].begin()));
    }
}

TEST(ClearView, ReadsAFragmentOnlyWhenItIsTouched) {
    std::mt19937 random(3);
    std::vector<Bytes> samples;
    for (int i = 0; i < 60; ++i)
        samples.push_back(SyntheticTrack::videoSample(random, 3000));
    for (const bool indexed : {true, false}) {
        const auto file = ProtectedFile::make(SyntheticTrack::video(), samples, {indexed, 10});
        auto source = std::make_shared<WatchedSource>(file.bytes);
        auto view = ClearView::open(source, rightKey()).value();
        EXPECT_LE(source->highest, file.segmentOffsets.front() + 16) << "opening read media";
        Bytes part(100);
        ASSERT_TRUE(view->read(file.sampleOffsets[12], part));
        EXPECT_LE(source->highest, file.segmentOffsets[2] + 16) << "a later fragment was read";
        if (indexed) {
            source->total = 0;
            ASSERT_TRUE(view->read(file.sampleOffsets.back(), part));
            EXPECT_LT(source->total, 3000U + 4000U) << "other fragments were read on the way";
        }
        EXPECT_TRUE(std::equal(part.begin(), part.end(), samples[indexed ? 59 : 12].begin()));
    }
}

TEST(ClearView, SaysWhichKeyIsMissing) {
    std::mt19937 random(5);
    const auto file =
        ProtectedFile::make(SyntheticTrack::video(), {SyntheticTrack::videoSample(random, 500)}, {});
    const auto view =
        ClearView::open(std::make_shared<MemorySource>(file.bytes), std::make_shared<KeyRing>());
    ASSERT_FALSE(view);
    EXPECT_EQ(view.error().code, "key_missing");
    EXPECT_NE(view.error().what.find("01020304-0506-0708-090a-0b0c0d0e0f10"), std::string::npos);
}

TEST(ClearView, NoticesAWrongKey) {
    std::mt19937 random(11);
    Bytes wrong(16, 0x55);
    std::vector<Bytes> packets;
    // Two equal frames in each packet: an odd payload, which noise gives half of the time, is impossible.
    for (int i = 0; i < 200; ++i) {
        packets.push_back(SyntheticTrack::audioSample(random, 301));
        packets.back()[0] = 0xfd;
    }
    const auto audio = ProtectedFile::make(SyntheticTrack::audio(), packets, {});
    auto view =
        ClearView::open(std::make_shared<MemorySource>(audio.bytes), ringWith(ProtectedFile::kKeyId, wrong))
            .value();
    Bytes whole(audio.bytes.size());
    const Status status = view->read(0, whole);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "key_wrong");

    // AVC: emulation prevention makes 3 in 2^24 triples of noise impossible, so 7 MB notice two wrong keys of
    // three.
    std::vector<Bytes> pictures;
    for (int i = 0; i < 100; ++i)
        pictures.push_back(SyntheticTrack::videoSample(random, 70000));
    const auto video = ProtectedFile::make(SyntheticTrack::video(), std::move(pictures), {true, 50});
    whole.resize(video.bytes.size());
    std::string code;
    for (int i = 0; i < 40 && code.empty(); ++i) {
        wrong[0] = static_cast<std::uint8_t>(i);
        view = ClearView::open(std::make_shared<MemorySource>(video.bytes),
                               ringWith(ProtectedFile::kKeyId, wrong))
                   .value();
        if (const Status pictureStatus = view->read(0, whole); !pictureStatus)
            code = pictureStatus.error().code;
    }
    EXPECT_EQ(code, "key_wrong");
}

TEST(ClearView, RefusesMapsThatDoNotFit) {
    std::mt19937 random(13);
    const auto file =
        ProtectedFile::make(SyntheticTrack::video(), {SyntheticTrack::videoSample(random, 500)}, {});
    const std::string senc = "senc";
    const auto at =
        std::search(file.bytes.begin(), file.bytes.end(), senc.begin(), senc.end()) - file.bytes.begin();
    const auto codeOfChanged = [&](std::size_t offset, std::uint8_t change) {
        Bytes bytes = file.bytes;
        bytes[offset] = static_cast<std::uint8_t>(bytes[offset] + change);
        auto view = ClearView::open(std::make_shared<MemorySource>(bytes), rightKey());
        if (!view) return view.error().code;
        Bytes whole(bytes.size());
        const Status status = (*view)->read(0, whole);
        return status ? std::string("ok") : status.error().code;
    };
    const auto base = static_cast<std::size_t>(at);
    EXPECT_EQ(codeOfChanged(base + 11, 1), "sample_map_invalid") << "senc sample_count";
    EXPECT_EQ(codeOfChanged(base + 12 + 8 + 3, 1), "sample_map_invalid")
        << "clear bytes of the first subsample";
    EXPECT_EQ(codeOfChanged(base + 12 + 8 + 1, 1), "sample_map_invalid") << "subsample count";
    const std::string trun = "trun";
    const auto run = static_cast<std::size_t>(
        std::search(file.bytes.begin(), file.bytes.end(), trun.begin(), trun.end()) - file.bytes.begin());
    EXPECT_EQ(codeOfChanged(run + 12 + 3, 1), "sample_map_invalid") << "data offset one byte too far";
    const std::string schm = "schm";
    const auto scheme = static_cast<std::size_t>(
        std::search(file.bytes.begin(), file.bytes.end(), schm.begin(), schm.end()) - file.bytes.begin());
    EXPECT_EQ(codeOfChanged(scheme + 8 + 3, 1), "scheme_unsupported");
}

TEST(ClearView, SurvivesDamagedFiles) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto file = ProtectedFile::make(
        SyntheticTrack::video(),
        {SyntheticTrack::videoSample(random, 300), SyntheticTrack::videoSample(random, 90)}, {});
    const auto exercise = [&](Bytes bytes) {
        const std::size_t size = bytes.size();
        auto view = ClearView::open(std::make_shared<MemorySource>(std::move(bytes)), rightKey());
        if (!view) {
            EXPECT_FALSE(view.error().code.empty());
            return;
        }
        Bytes whole(size);
        (void)(*view)->read(0, whole);
    };
    for (std::size_t size = 0; size < file.bytes.size(); ++size)
        exercise(Bytes(file.bytes.begin(), file.bytes.begin() + static_cast<std::ptrdiff_t>(size)));
    for (int i = 0; i < 4000; ++i) {
        Bytes bytes = file.bytes;
        for (int k = 0; k < 3; ++k)
            bytes[std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(random)] =
                static_cast<std::uint8_t>(random());
        exercise(std::move(bytes));
    }
}

TEST(DecryptFile, WritesTheClearFileOnceAndWhole) {
    std::mt19937 random(17);
    std::vector<Bytes> samples;
    for (int i = 0; i < 30; ++i)
        samples.push_back(SyntheticTrack::videoSample(random, 2000));
    const auto file = ProtectedFile::make(SyntheticTrack::video(), samples, {});
    test::TemporaryFolder folder;
    const auto output = folder.path() / "clear film.mp4";
    std::uint64_t done = 0;
    const Status status = decryptFile(std::make_shared<MemorySource>(file.bytes), rightKey(), output, {},
                                      [&](const Progress& progress) { done = progress.done; });
    ASSERT_TRUE(status) << status.error().what;
    EXPECT_EQ(done, file.bytes.size());
    const Bytes clear = readFile(output, 1U << 30).value();
    expectSamples(file, clear);
    expectClearStructure(clear);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);

    std::stop_source stop;
    stop.request_stop();
    const Status stopped = decryptFile(std::make_shared<MemorySource>(file.bytes), rightKey(),
                                       folder.path() / "b.mp4", stop.get_token(), {});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, "cancelled");
    const Status again =
        decryptFile(std::make_shared<MemorySource>(clear), rightKey(), folder.path() / "c.mp4", {}, {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "not_protected");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
        << "something was left behind";
}

}  // namespace
}  // namespace keyreel::cenc
