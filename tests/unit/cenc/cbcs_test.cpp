// Scheme cbcs of ISO/IEC 23001-7 section 10.4: ranges, chains, signalling, and what other writers leave out.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/base/text.h"
#include "core/cenc/clear_view.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/cenc/subsample_map_builder.h"
#include "core/crypto/aes_cbc.h"
#include "core/isobmff/init_segment.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using test::ProtectedFile;
using test::SyntheticTrack;

SampleProtector protectorFor(const isobmff::TrackDescription& track) {
    return SampleProtector::create(track,
                                   Protection::cbcs(ProtectedFile::kKeyId, ProtectedFile::kConstantIv,
                                                    track.handler == isobmff::Handler::Video),
                                   SecretBytes::copyOf(ProtectedFile::kKey))
        .value();
}

crypto::AesCbc chain() {
    return crypto::AesCbc::create(ProtectedFile::kKey, crypto::AesCbc::Direction::Encrypt).value();
}

std::shared_ptr<const KeyRing> keys() {
    auto ring = std::make_shared<KeyRing>();
    EXPECT_TRUE(ring->add(ProtectedFile::kKeyId, SecretBytes::copyOf(ProtectedFile::kKey)));
    return ring;
}

TEST(Cbcs, RangesBeginBehindTheSliceHeaderAndEndWithTheNalUnit) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    auto blocks = SubsamplePlanner::create(SyntheticTrack::video()).value();
    auto whole = SubsamplePlanner::create(SyntheticTrack::video(), Scheme::Cbcs).value();
    for (int round = 0; round < 200; ++round) {
        const Bytes sample = SyntheticTrack::videoSample(random, 16 + random() % 4000);
        const auto cbcs = whole.plan(sample).value();
        const auto cenc = blocks.plan(sample).value();
        if (cbcs.leftClear() + cenc.leftClear() > 0) continue;
        // Every range of cenc is the whole blocks at the end of one of cbcs.
        std::vector<std::pair<std::size_t, std::size_t>> ranges;
        std::size_t at = 0;
        for (const Subsample& part : cenc.entries()) {
            at += part.clearBytes;
            if (part.protectedBytes > 0) ranges.emplace_back(at + part.protectedBytes, part.protectedBytes);
            at += part.protectedBytes;
        }
        auto range = ranges.begin();
        at = 0;
        for (const Subsample& part : cbcs.entries()) {
            EXPECT_GT(part.clearBytes + part.protectedBytes, 0U);
            at += part.clearBytes + std::size_t{part.protectedBytes};
            if (part.protectedBytes < 16) continue;
            ASSERT_NE(range, ranges.end());
            EXPECT_EQ(*range++, std::pair(at, std::size_t{part.protectedBytes} / 16 * 16));
        }
        EXPECT_EQ(range, ranges.end());
        EXPECT_EQ(at, sample.size());
    }
}

TEST(Cbcs, HoldsFortyTwoRangesAndKeepsShortOnes) {
    SubsampleMapBuilder builder(Scheme::Cbcs);
    for (std::uint64_t i = 0; i < 42; ++i)
        builder.addWhole(i * 100 + 50, i * 100 + (i % 2 == 0 ? 55 : 100));
    const auto map = builder.finish(42 * 100).value();
    EXPECT_EQ(map.entries().size(), kMaxSubsamplesCbcs);
    EXPECT_EQ(map.leftClear(), 0U);
    EXPECT_EQ(map.entries()[0], (Subsample{50, 5}));
    builder.addWhole(4250, 4300);
    EXPECT_EQ(builder.finish(4300).value().leftClear(), 1U);
}

TEST(Cbcs, EachSubsampleIsAChainOfItsOwnWithPatternOneToNine) {
    std::mt19937 random(7);
    auto protector = protectorFor(SyntheticTrack::video());
    auto planner = SubsamplePlanner::create(SyntheticTrack::video(), Scheme::Cbcs).value();
    for (int round = 0; round < 50; ++round) {
        const Bytes clear = SyntheticTrack::videoSample(random, 16 + random() % 9000);
        Bytes expected = clear;
        const auto map = planner.plan(clear).value();
        std::size_t at = 0;
        auto cbc = chain();
        for (const Subsample& part : map.entries()) {
            at += part.clearBytes;
            const std::size_t end = at + part.protectedBytes;
            cbc.start(ProtectedFile::kConstantIv);
            for (std::size_t block = at; block + 16 <= end; block += 160)
                cbc.apply(MutableBytes(expected).subspan(block, 16));
            at = end;
        }
        Bytes sample = clear;
        ASSERT_TRUE(protector.protect(sample));
        ASSERT_EQ(sample, expected);
        // The record has no IV: a count and six bytes per subsample.
        const auto aux = protector.aux();
        ASSERT_EQ(aux.sizes.size(), 1U);
        EXPECT_EQ(aux.sizes[0], 2 + 6 * map.entries().size());
        EXPECT_EQ(aux.entries.size(), aux.sizes[0]);
        protector.clearAux();
    }
}

TEST(Cbcs, SoundIsWholeBlocksAndHasNoRecords) {
    std::mt19937 random(8);
    auto protector = protectorFor(SyntheticTrack::audio());
    for (std::size_t size = 0; size < 100; ++size) {
        const Bytes clear = SyntheticTrack::audioSample(random, size);
        Bytes expected = clear;
        auto cbc = chain();
        cbc.start(ProtectedFile::kConstantIv);
        cbc.apply(MutableBytes(expected).first(size / 16 * 16));
        Bytes sample = clear;
        ASSERT_TRUE(protector.protect(sample));
        ASSERT_EQ(sample, expected);
    }
    EXPECT_EQ(protector.aux().sizes.size(), 100U);
    EXPECT_TRUE(protector.aux().entries.empty());
}

TEST(Cbcs, SignalsVersionOneOfTencAndStripsIt) {
    for (const bool video : {true, false}) {
        const auto track = video ? SyntheticTrack::video() : SyntheticTrack::audio();
        const Bytes clear = isobmff::writeInitSegment(track).value();
        const Bytes signalled =
            signal(clear, Protection::cbcs(ProtectedFile::kKeyId, ProtectedFile::kConstantIv, video), {})
                .value();
        EXPECT_EQ(strip(signalled).value(), clear);
        EXPECT_NE(
            toHex(signalled).find(std::string("74656e6301000000") + (video ? "00190100" : "00000100") +
                                  "0102030405060708090a0b0c0d0e0f1010" + "f00102030405060708090a0b0c0d0e0f"),
            std::string::npos);
    }
}

TEST(Cbcs, TakesItsIvsFromTheTrackOnly) {
    EXPECT_EQ(SampleProtector::create(SyntheticTrack::video(), Scheme::Cbcs,
                                      SecretBytes::copyOf(ProtectedFile::kKey),
                                      IvAllocator::create().value().draw().value())
                  .error()
                  .code,
              "scheme_unsupported");
    EXPECT_EQ(SampleProtector::create(SyntheticTrack::video(), Protection{},
                                      SecretBytes::copyOf(ProtectedFile::kKey))
                  .error()
                  .code,
              "scheme_unsupported");
}

/// A protected audio file with a field of every senc changed.
void expectSoundFrom(const ProtectedFile& file, const Bytes& bytes) {
    auto view = ClearView::open(std::make_shared<MemorySource>(bytes), keys());
    ASSERT_TRUE(view) << view.error().what;
    Bytes whole(bytes.size());
    const Status read = (*view)->read(0, whole);
    ASSERT_TRUE(read) << read.error().what;
    for (std::size_t i = 0; i < file.samples.size(); ++i)
        ASSERT_TRUE(std::equal(file.samples[i].begin(), file.samples[i].end(),
                               whole.begin() + static_cast<std::ptrdiff_t>(file.sampleOffsets[i])))
            << "sample " << i;
}

template <class Change>
Bytes changed(Bytes bytes, std::string_view box, const Change& change) {
    std::size_t found = 0;
    for (std::size_t at = asText(bytes).find(box); at != std::string_view::npos;
         at = asText(bytes).find(box, at + 4), ++found)
        change(bytes, at);
    EXPECT_GT(found, 0U);
    return bytes;
}

ProtectedFile soundFile() {
    std::mt19937 random(9);
    std::vector<Bytes> samples;
    for (std::size_t i = 0; i < 20; ++i)
        samples.push_back(SyntheticTrack::audioSample(random, i * 13));
    return ProtectedFile::make(SyntheticTrack::audio(), std::move(samples), {true, 7, Scheme::Cbcs});
}

TEST(ForeignCbcs, SoundWithoutAnySampleInformation) {
    const ProtectedFile file = soundFile();
    expectSoundFrom(file, file.bytes);
    expectSoundFrom(file, changed(file.bytes, "senc", [](Bytes& bytes, std::size_t at) {
                        std::copy_n("free", 4, bytes.begin() + static_cast<std::ptrdiff_t>(at));
                    }));
}

TEST(ForeignCbcs, SoundWithACountOfZero) {
    const ProtectedFile file = soundFile();
    expectSoundFrom(file, changed(file.bytes, "senc", [](Bytes& bytes, std::size_t at) {
                        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at + 8), 4, std::uint8_t{0});
                    }));
}

TEST(ForeignCbcs, AWrongCountIsRefused) {
    const ProtectedFile file = soundFile();
    const Bytes bytes =
        changed(file.bytes, "senc", [](Bytes& damaged, std::size_t at) { ++damaged[at + 11]; });
    auto view = ClearView::open(std::make_shared<MemorySource>(bytes), keys()).value();
    Bytes whole(bytes.size());
    EXPECT_EQ(view->read(0, whole).error().code, "sample_map_invalid");
}

TEST(ForeignCbcs, APatternThatEncryptsNothingIsRefused) {
    const ProtectedFile file = soundFile();
    const Bytes bytes =
        changed(file.bytes, "tenc", [](Bytes& damaged, std::size_t at) { damaged[at + 9] = 0x09; });
    auto view = ClearView::open(std::make_shared<MemorySource>(bytes), keys()).value();
    Bytes whole(bytes.size());
    EXPECT_EQ(view->read(0, whole).error().code, "sample_map_invalid");
}

}  // namespace
}  // namespace keyreel::cenc
