// All four schemes of ISO/IEC 23001-7 section 10: what is encrypted how, and that whole files come back.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/base/byte_io.h"
#include "core/base/text.h"
#include "core/cenc/clear_view.h"
#include "core/cenc/conformance.h"
#include "core/cenc/sample_protector.h"
#include "core/cenc/signalling.h"
#include "core/cenc/subsample_map_builder.h"
#include "core/crypto/aes_cbc.h"
#include "core/crypto/aes_ctr.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/movie.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using test::ProtectedFile;
using test::SyntheticTrack;

std::shared_ptr<const KeyRing> keys() {
    auto ring = std::make_shared<KeyRing>();
    EXPECT_TRUE(ring->add(ProtectedFile::kKeyId, SecretBytes::copyOf(ProtectedFile::kKey)));
    return ring;
}

SecretBytes key() {
    return SecretBytes::copyOf(ProtectedFile::kKey);
}

/// The positions of the blocks of `size` bytes that a pattern encrypts, by the words of section 9.6: the
/// pattern is followed until the range ends, a run that is cut off stays clear.
std::vector<std::size_t> patternBlocks(std::size_t size, Pattern pattern) {
    std::vector<std::size_t> out;
    const unsigned crypt = pattern.crypt == 0 ? 1 : pattern.crypt;
    for (std::size_t run = 0; run + std::size_t{16} * crypt <= size;
         run += std::size_t{16} * (crypt + (pattern.crypt == 0 ? 0U : pattern.skip)))
        for (unsigned i = 0; i < crypt; ++i)
            out.push_back(run + std::size_t{16} * i);
    return out;
}

/// One sample encrypted the slow way: block by block, out of the standard's text.
Bytes expected(const Bytes& clear, const SubsampleMap& map, Scheme scheme, Pattern pattern,
               std::span<const std::uint8_t> iv) {
    Bytes out = clear;
    auto counter = crypto::AesCtr::create(ProtectedFile::kKey).value();
    auto chain = crypto::AesCbc::create(ProtectedFile::kKey, crypto::AesCbc::Direction::Encrypt).value();
    std::array<std::uint8_t, 16> block{};
    std::copy(iv.begin(), iv.end(), block.begin());
    if (isCounterScheme(scheme))
        counter.start(iv);
    else
        chain.start(block);
    const auto range = [&](std::size_t at, std::size_t size) {
        if (scheme == Scheme::Cenc) {
            counter.apply(MutableBytes(out).subspan(at, size));
            return;
        }
        if (scheme == Scheme::Cbcs) chain.start(block);
        for (const std::size_t place : patternBlocks(size, isPatternScheme(scheme) ? pattern : Pattern{})) {
            if (scheme == Scheme::Cens)
                counter.apply(MutableBytes(out).subspan(at + place, 16));
            else
                chain.apply(MutableBytes(out).subspan(at + place, 16));
        }
    };
    if (map.full()) range(0, out.size());
    std::size_t at = 0;
    for (const Subsample& part : map.entries()) {
        range(at + part.clearBytes, part.protectedBytes);
        at += part.clearBytes + std::size_t{part.protectedBytes};
    }
    return out;
}

class Schemes : public testing::TestWithParam<Scheme> {};

TEST_P(Schemes, EncryptWhatTheStandardSaysBlockByBlock) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (const bool video : {true, false}) {
        const auto track = video ? SyntheticTrack::video() : SyntheticTrack::audio();
        for (const Pattern pattern :
             {Pattern{1, 9}, Pattern{5, 5}, Pattern{10, 0}, Pattern{1, 0}, Pattern{15, 15}}) {
            const Protection protection =
                Protection::of(GetParam(), ProtectedFile::kKeyId, video, pattern, ProtectedFile::kConstantIv);
            SampleIvs ivs;
            if (isCounterScheme(GetParam())) ivs = IvSequence::startingAt(0xfffffffffffffffe);
            if (GetParam() == Scheme::Cbc1) ivs = ChainedIvs{ProtectedFile::kConstantIv};
            auto protector = SampleProtector::create(track, protection, key(), std::move(ivs)).value();
            auto planner = SubsamplePlanner::create(track, GetParam()).value();
            for (int round = 0; round < 20; ++round) {
                const std::size_t size = 16 + random() % 6000;
                const Bytes clear = video ? SyntheticTrack::videoSample(random, size)
                                          : SyntheticTrack::audioSample(random, size % 200);
                const auto map = planner.plan(clear).value();
                Bytes sample = clear;
                ASSERT_TRUE(protector.protect(sample));
                const auto aux = protector.aux();
                const std::size_t ivSize = protection.ivSize;
                ASSERT_EQ(aux.sizes.back(), ivSize + (map.full() ? 0 : 2 + 6 * map.entries().size()));
                const ByteView iv =
                    ivSize > 0 ? aux.entries.first(ivSize) : ByteView(ProtectedFile::kConstantIv);
                ASSERT_EQ(sample, expected(clear, map, GetParam(), protection.pattern, iv))
                    << "round " << round;
                for (const Subsample& part : map.entries())
                    if (GetParam() != Scheme::Cbcs) {
                        EXPECT_EQ(part.protectedBytes % 16, 0U);
                    }
                protector.clearAux();
            }
        }
    }
}

/// Reads every initialization vector out of the senc boxes of a file.
std::vector<Bytes> writtenIvs(const Bytes& file, std::size_t ivSize, bool& subsamples) {
    std::vector<Bytes> out;
    isobmff::BoxCursor cursor(file, 0);
    isobmff::Movie movie;
    for (isobmff::Box box;;) {
        if (!cursor.next(box).value()) break;
        if (box.type == isobmff::fourCc("moov")) movie = isobmff::readMovie(box).value();
        if (box.type != isobmff::fourCc("moof")) continue;
        const isobmff::Fragment fragment = isobmff::readFragment(box, movie).value();
        for (const isobmff::TrackFragment& traf : fragment.tracks) {
            ByteReader in(traf.aux.encryption.value().entries);
            subsamples = traf.aux.encryption->hasSubsamples;
            for (std::size_t i = 0; i < traf.samples.size(); ++i) {
                out.push_back(toBytes(in.bytes(ivSize)));
                if (subsamples) in.skip(std::size_t{6} * in.u16());
            }
            EXPECT_FALSE(in.failed());
            EXPECT_TRUE(in.atEnd());
        }
    }
    return out;
}

TEST_P(Schemes, WholeFilesComeBackAndNoIvIsWrittenTwice) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 30; ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        const bool video = round % 2 == 0;
        std::vector<Bytes> samples;
        for (std::size_t i = 0, count = 1 + random() % 40; i < count; ++i) {
            static constexpr std::size_t kLimits[] = {1, 70, 2000, 80000};
            std::size_t size = random() % kLimits[random() % 4];
            if (video && size < 16) size = size % 2 * 16;
            samples.push_back(video ? SyntheticTrack::videoSample(random, size)
                                    : SyntheticTrack::audioSample(random, size));
        }
        const Pattern pattern{static_cast<std::uint8_t>(1 + random() % 15),
                              static_cast<std::uint8_t>(random() % 16)};
        const auto file =
            ProtectedFile::make(video ? SyntheticTrack::video() : SyntheticTrack::audio(), samples,
                                {round % 4 < 2, 1 + random() % 12, GetParam(), pattern});
        auto view = ClearView::open(std::make_shared<MemorySource>(file.bytes), keys()).value();
        Bytes whole(file.bytes.size());
        const Status read = view->read(0, whole);
        ASSERT_TRUE(read) << read.error().what;
        for (std::size_t i = 0; i < samples.size(); ++i)
            ASSERT_TRUE(std::equal(samples[i].begin(), samples[i].end(),
                                   whole.begin() + static_cast<std::ptrdiff_t>(file.sampleOffsets[i])))
                << "sample " << i;
        MemorySource source(file.bytes);
        const auto conformance = checkConformance(source).value();
        EXPECT_TRUE(conformance.findings.empty())
            << conformance.findings[0].rule << ": " << conformance.findings[0].what;
        EXPECT_EQ(conformance.tracks[0].scheme, schemeCode(GetParam()));
        if (GetParam() == Scheme::Cbcs) continue;
        bool subsamples = false;
        const auto ivs = writtenIvs(file.bytes, GetParam() == Scheme::Cbc1 ? 16 : 8, subsamples);
        EXPECT_EQ(ivs.size(), samples.size());
        EXPECT_EQ(std::set<Bytes>(ivs.begin(), ivs.end()).size(), samples.size());
        EXPECT_EQ(subsamples, video);
    }
}

TEST_P(Schemes, SignalTheirTencAndStripIt) {
    const char* const kVideo[] = {"00000108", "01190100", "01190108", "00000110"};
    const char* const kAudio[] = {"00000108", "01000100", "01000108", "00000110"};
    for (const bool video : {true, false}) {
        const auto track = video ? SyntheticTrack::video() : SyntheticTrack::audio();
        const Bytes clear = isobmff::writeInitSegment(track).value();
        const Protection protection =
            Protection::of(GetParam(), ProtectedFile::kKeyId, video, {1, 9}, ProtectedFile::kConstantIv);
        const std::string signalled = toHex(signal(clear, protection, {}).value());
        // Version and flags, then reserved, pattern, isProtected, IV size.
        const std::string fields = (video ? kVideo : kAudio)[static_cast<int>(GetParam()) - 1];
        EXPECT_NE(signalled.find("74656e63" + fields.substr(0, 2) + "000000" + "00" + fields.substr(2) +
                                 "0102030405060708090a0b0c0d0e0f10"),
                  std::string::npos);
        EXPECT_NE(signalled.find(toHex(asBytes(std::string("schm"))) + "00000000" +
                                 toHex(asBytes(std::string(schemeName(GetParam())))) + "00010000"),
                  std::string::npos);
        EXPECT_EQ(strip(signal(clear, protection, {}).value()).value(), clear);
    }
}

TEST_P(Schemes, NewKeysTakeOverBetweenSamples) {
    const auto track = SyntheticTrack::audio();
    std::mt19937 random(3);
    const auto ivs = [&]() -> SampleIvs {
        if (isCounterScheme(GetParam())) return IvSequence::startingAt(7);
        if (GetParam() == Scheme::Cbc1) return ChainedIvs{ProtectedFile::kConstantIv};
        return {};
    };
    const Protection protection =
        Protection::of(GetParam(), ProtectedFile::kKeyId, false, {1, 9}, ProtectedFile::kConstantIv);
    auto rolled = SampleProtector::create(track, protection, SecretBytes(16), ivs()).value();
    auto fresh = SampleProtector::create(track, protection, key(), ivs()).value();
    Bytes before = SyntheticTrack::audioSample(random, 100);
    ASSERT_TRUE(rolled.protect(before));
    ASSERT_TRUE(rolled.rekey(protection, key(), ivs()));
    Bytes a = SyntheticTrack::audioSample(random, 100);
    Bytes b = a;
    ASSERT_TRUE(rolled.protect(a));
    ASSERT_TRUE(fresh.protect(b));
    EXPECT_EQ(a, b);
    const Scheme other = GetParam() == Scheme::Cenc ? Scheme::Cbcs : Scheme::Cenc;
    EXPECT_EQ(rolled.rekey(Protection::of(other, {}, false), key(), {}).error().code, "scheme_unsupported");
}

INSTANTIATE_TEST_SUITE_P(All, Schemes, testing::ValuesIn(kSchemes),
                         [](const testing::TestParamInfo<Scheme>& scheme) {
                             return std::string(schemeName(scheme.param));
                         });

TEST(Cbc1, HoldsThirtyNineRangesBesideItsIv) {
    EXPECT_EQ(16 + 2 + 6 * kMaxSubsamplesCbc1, 252U);
    SubsampleMapBuilder builder(Scheme::Cbc1);
    for (std::uint64_t i = 0; i < 40; ++i)
        builder.addBlocks(i * 100 + 10, i * 100 + 100);
    const auto map = builder.finish(4000).value();
    EXPECT_EQ(map.leftClear(), 1U);
    EXPECT_LE(map.entries().size(), kMaxSubsamplesCbc1);
}

}  // namespace
}  // namespace keyreel::cenc
