#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "core/cenc/clear_view.h"
#include "core/cenc/conformance.h"
#include "core/crypto/aes_ctr.h"
#include "core/isobmff/box_writer.h"
#include "tests/unit/cenc/protected_file.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using isobmff::BoxWriter;
using isobmff::fourCc;
using test::ProtectedFile;

constexpr std::size_t kSamples = 9;
constexpr std::size_t kSampleSize = 50;
constexpr KeyId kOtherKeyId{9, 9, 9};
constexpr std::array<std::uint8_t, 16> kOtherKey{7, 7, 7};

/// How another writer might have laid a progressive file out.
struct Layout {
    bool movieFirst = true;
    bool senc = true;        ///< Sample information in stbl/senc; else in mdat, where only saio points.
    bool keyGroups = false;  ///< Samples 3 to 5 have another key, 6 to 8 none (seig groups of stbl).
    bool wideBoxes = false;  ///< mdat with a 64-bit size.
    bool piff = false;       ///< The boxes of PIFF: scheme piff, uuid for tenc and senc.
    std::uint8_t ivSize = 8;
    std::uint8_t groupVersion = 1;  ///< Of sgpd.
    bool wideOffsets = false;       ///< saio version 1: 64 bits.
    bool defaultGroup = false;      ///< Samples 6 to 8 are in their group by sgpd version 2, not by sbgp.
    /// Of 16-byte IVs: all of one upper half, with so many blocks between their lower halves.
    unsigned blocksBetween = 0;
    bool twoEntries = false;  ///< The second chunk (samples 4 to 8) is under a clear sample entry.
};

struct ForeignFile {
    Bytes bytes;
    Bytes clear;
    std::size_t media = 0;
};

bool hasOtherKey(const Layout& layout, std::size_t sample) {
    return layout.keyGroups && sample >= 3 && sample < 6;
}
bool isClear(const Layout& layout, std::size_t sample) {
    return (layout.keyGroups && sample >= 6) || (layout.twoEntries && sample >= 4);
}

/// The IV of a sample; those of 16 bytes begin one block before their lower half wraps.
Bytes ivOf(const Layout& layout, std::size_t sample) {
    if (layout.blocksBetween > 0) {
        Bytes counter(16);
        counter[15] = static_cast<std::uint8_t>(1 + sample * layout.blocksBetween);
        return counter;
    }
    Bytes iv{0, 0, 0, 0, 0, 0, 1, static_cast<std::uint8_t>(sample)};
    if (layout.ivSize == 16) iv.insert(iv.end(), 8, std::uint8_t{0xff});
    return iv;
}

Bytes auxEntries(const Layout& layout) {
    Bytes out;
    for (std::size_t i = 0; i < kSamples; ++i)
        if (!isClear(layout, i)) append(out, ivOf(layout, i));
    return out;
}

void writeTenc(BoxWriter& out, const Layout& layout) {
    out.begin(fourCc("sinf"));
    out.begin(fourCc("frma"));
    out.u32(fourCc("Opus"));
    out.end();
    out.beginFull(fourCc("schm"), 0, 0);
    out.u32(layout.piff ? fourCc("piff") : fourCc("cenc"));
    out.u32(layout.piff ? 0x10001 : 0x10000);
    out.end();
    out.begin(fourCc("schi"));
    if (layout.piff) {
        out.begin(fourCc("uuid"));
        out.bytes(Bytes{0x89, 0x74, 0xdb, 0xce, 0x7b, 0xe7, 0x4c, 0x51, 0x84, 0xf9, 0x71, 0x48, 0xf9, 0x88,
                        0x25, 0x54});
        out.u32(0);
    } else {
        out.beginFull(fourCc("tenc"), 0, 0);
    }
    out.u32(0x00000100U | layout.ivSize);
    out.bytes(ProtectedFile::kKeyId);
    out.end();
    out.end();
    out.end();
}

void writeGroups(BoxWriter& out, const Layout& layout) {
    out.beginFull(fourCc("sgpd"), layout.groupVersion, 0);
    out.u32(fourCc("seig"));
    if (layout.groupVersion > 0) out.u32(20);
    if (layout.groupVersion == 2) out.u32(layout.defaultGroup ? 2 : 0);
    out.u32(2);
    out.u32(0x00000108);
    out.bytes(kOtherKeyId);
    out.u32(0);
    out.zeros(16);
    out.end();
    out.beginFull(fourCc("sbgp"), 0, 0);
    out.u32(fourCc("seig"));
    const std::uint32_t runs = layout.defaultGroup ? 2 : 3;
    out.u32(runs);
    for (std::uint32_t group = 0; group < runs; ++group) {
        out.u32(3);
        out.u32(group);
    }
    out.end();
}

void writeStbl(BoxWriter& out, const Layout& layout, std::uint32_t media) {
    out.begin(fourCc("stbl"));
    out.beginFull(fourCc("stsd"), 0, 0);
    out.u32(layout.twoEntries ? 2 : 1);
    out.begin(fourCc("enca"));
    out.zeros(28);
    writeTenc(out, layout);
    out.end();
    if (layout.twoEntries) {
        out.begin(fourCc("Opus"));
        out.zeros(28);
        out.end();
    }
    out.end();
    out.beginFull(fourCc("stsz"), 0, 0);
    out.u32(kSampleSize);
    out.u32(kSamples);
    out.end();
    out.beginFull(fourCc("stsc"), 0, 0);
    out.u32(2);
    for (const std::uint32_t value : {1U, 4U, 1U, 2U, 5U, layout.twoEntries ? 2U : 1U})
        out.u32(value);
    out.end();
    out.beginFull(fourCc("stco"), 0, 0);
    out.u32(2);
    out.u32(media);
    out.u32(media + 4 * kSampleSize + 10);  // ten bytes between the chunks
    out.end();
    out.beginFull(fourCc("saiz"), 0, 0);
    const bool uneven = layout.keyGroups || layout.twoEntries;
    out.u8(uneven ? 0 : layout.ivSize);
    out.u32(kSamples);
    for (std::size_t i = 0; uneven && i < kSamples; ++i)
        out.u8(isClear(layout, i) ? 0 : layout.ivSize);
    out.end();
    out.beginFull(fourCc("saio"), layout.wideOffsets ? 1 : 0, 0);
    out.u32(1);
    if (layout.wideOffsets) out.u32(0);
    const std::size_t offset = out.size();
    out.u32(media + kSamples * kSampleSize + 10);
    out.end();
    if (layout.senc) {
        if (layout.piff) {
            out.begin(fourCc("uuid"));
            out.bytes(Bytes{0xa2, 0x39, 0x4f, 0x52, 0x5a, 0x9b, 0x4f, 0x14, 0xa2, 0x44, 0x6c, 0x42, 0x7c,
                            0x64, 0x8d, 0xf4});
            out.u32(0);
        } else {
            out.beginFull(fourCc("senc"), 0, 0);
        }
        out.u32(kSamples);
        // The movie stands behind 8 bytes when it is first, else behind the media.
        out.patchU32(offset, static_cast<std::uint32_t>(out.size()));
        out.bytes(auxEntries(layout));
        out.end();
    }
    if (layout.keyGroups) writeGroups(out, layout);
    out.end();
}

void writeMovie(BoxWriter& out, const Layout& layout, std::uint32_t media) {
    out.begin(fourCc("moov"));
    out.begin(fourCc("trak"));
    out.beginFull(fourCc("tkhd"), 0, 0);
    out.zeros(8);
    out.u32(1);
    out.zeros(68);
    out.end();
    out.begin(fourCc("mdia"));
    out.beginFull(fourCc("hdlr"), 0, 0);
    out.u32(0);
    out.u32(fourCc("soun"));
    out.zeros(13);
    out.end();
    out.begin(fourCc("minf"));
    writeStbl(out, layout, media);
    out.end();
    out.end();
    out.end();
    out.end();
}

ForeignFile makeFile(const Layout& layout) {
    std::mt19937 random(23);
    ForeignFile file;
    Bytes media;
    for (std::size_t i = 0; i < kSamples; ++i) {
        if (i == 4) media.resize(media.size() + 10);
        Bytes sample = test::SyntheticTrack::audioSample(random, kSampleSize);
        append(file.clear, sample);
        auto cipher =
            crypto::AesCtr::create(hasOtherKey(layout, i) ? kOtherKey : ProtectedFile::kKey).value();
        cipher.start(ivOf(layout, i));
        if (!isClear(layout, i)) cipher.apply(sample);
        append(media, sample);
    }
    if (!layout.senc) append(media, auxEntries(layout));
    const std::uint32_t mediaHeader = layout.wideBoxes ? 16 : 8;
    Bytes measured;
    BoxWriter measure(measured);
    writeMovie(measure, layout, 0);
    const std::size_t before = layout.movieFirst ? measured.size() : 0;
    file.media = before + mediaHeader;

    BoxWriter out(file.bytes);
    if (layout.movieFirst) writeMovie(out, layout, static_cast<std::uint32_t>(file.media));
    out.u32(layout.wideBoxes ? 1 : static_cast<std::uint32_t>(8 + media.size()));
    out.u32(fourCc("mdat"));
    if (layout.wideBoxes) out.u64(16 + media.size());
    out.bytes(media);
    if (!layout.movieFirst) writeMovie(out, layout, static_cast<std::uint32_t>(file.media));
    return file;
}

std::shared_ptr<const KeyRing> keys() {
    auto ring = std::make_shared<KeyRing>();
    EXPECT_TRUE(ring->add(ProtectedFile::kKeyId, SecretBytes::copyOf(ProtectedFile::kKey)));
    EXPECT_TRUE(ring->add(kOtherKeyId, SecretBytes::copyOf(kOtherKey)));
    return ring;
}

void expectClear(const Layout& layout) {
    const ForeignFile file = makeFile(layout);
    auto opened = ClearView::open(std::make_shared<MemorySource>(file.bytes), keys());
    ASSERT_TRUE(opened) << opened.error().what;
    Bytes whole(file.bytes.size());
    const Status status = (*opened)->read(0, whole);
    ASSERT_TRUE(status) << status.error().what;
    for (std::size_t i = 0; i < kSamples; ++i) {
        const std::size_t at = file.media + i * kSampleSize + (i >= 4 ? 10 : 0);
        EXPECT_TRUE(std::equal(whole.begin() + static_cast<std::ptrdiff_t>(at),
                               whole.begin() + static_cast<std::ptrdiff_t>(at + kSampleSize),
                               file.clear.begin() + static_cast<std::ptrdiff_t>(i * kSampleSize)))
            << "sample " << i;
    }
    const std::string_view text = asText(whole);
    for (const char* name : {"enca", "sinf", "senc", "saiz", "saio", "sgpd", "sbgp"})
        EXPECT_EQ(text.find(name), std::string_view::npos) << name;
}

TEST(ForeignFiles, ProgressiveWithSenc) {
    expectClear({});
    expectClear({true, true, false, true});
}

TEST(ForeignFiles, ProgressiveWithMovieBehindTheMedia) {
    expectClear({false, true, false, false});
}

TEST(ForeignFiles, SampleInformationInMediaDataOnly) {
    expectClear({true, false, false, false});
}

TEST(ForeignFiles, KeysThatChangeBySampleGroup) {
    expectClear({true, true, true, false});
    expectClear({true, false, true, false});
    const ForeignFile file = makeFile({true, true, true, false});
    auto ring = std::make_shared<KeyRing>();
    ASSERT_TRUE(ring->add(ProtectedFile::kKeyId, SecretBytes::copyOf(ProtectedFile::kKey)));
    auto view = ClearView::open(std::make_shared<MemorySource>(file.bytes), ring).value();
    Bytes first(kSampleSize);
    EXPECT_TRUE(view->read(file.media, first));
    Bytes fourth(kSampleSize);
    const Error missing = view->read(file.media + 3 * kSampleSize, fourth).error();
    EXPECT_EQ(missing.code, "key_missing");
    EXPECT_EQ(
        missing.what.find("Track 1, sample 3 (byte " + std::to_string(file.media + 3 * kSampleSize) + ")"),
        0U)
        << missing.what;
}

TEST(ForeignFiles, PiffBoxesUnderUuids) {
    Layout layout;
    layout.piff = true;
    expectClear(layout);
}

TEST(ForeignFiles, CounterBlocksOfSixteenBytesThatWrapInTheirLowerHalf) {
    Layout layout;
    layout.ivSize = 16;
    expectClear(layout);
}

TEST(ForeignFiles, AClearSampleEntryBesideTheProtectedOne) {
    Layout layout;
    layout.twoEntries = true;
    expectClear(layout);
    layout.senc = false;
    expectClear(layout);
}

TEST(ForeignFiles, SampleGroupsOfEveryVersion) {
    for (const std::uint8_t version : {std::uint8_t{0}, std::uint8_t{2}}) {
        Layout layout;
        layout.keyGroups = true;
        layout.groupVersion = version;
        expectClear(layout);
    }
}

TEST(ForeignFiles, OffsetsOf64Bits) {
    Layout layout;
    layout.wideOffsets = true;
    expectClear(layout);
    layout.senc = false;
    expectClear(layout);
}

TEST(ForeignFiles, SamplesThatNoRunCountsAreInTheDefaultGroup) {
    Layout layout;
    layout.keyGroups = true;
    layout.groupVersion = 2;
    layout.defaultGroup = true;
    expectClear(layout);
    layout.senc = false;
    expectClear(layout);
    // A default that does not exist is told, not read past the end.
    ForeignFile file = makeFile(layout);
    const std::size_t sgpd = asText(file.bytes).find("sgpd");
    file.bytes[sgpd + 4 + 4 + 4 + 4 + 3] = 3;
    const auto opened = ClearView::open(std::make_shared<MemorySource>(file.bytes), keys());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "box_malformed");
}

std::map<std::string, std::uint64_t> broken(const Bytes& bytes) {
    MemorySource source(bytes);
    const auto result = checkConformance(source);
    EXPECT_TRUE(result);
    return result ? result->broken : std::map<std::string, std::uint64_t>();
}

using Broken = std::map<std::string, std::uint64_t>;

TEST(ForeignFiles, CountersThatRunIntoEachOtherAreFound) {
    Layout layout;
    layout.ivSize = 16;
    // 50 bytes are four blocks.
    layout.blocksBetween = 4;
    EXPECT_EQ(broken(makeFile(layout).bytes), Broken());
    layout.blocksBetween = 3;
    EXPECT_EQ(broken(makeFile(layout).bytes), (Broken{{"iv-overlap", kSamples - 1}}));
}

TEST(ForeignFiles, RulesOfSampleGroupsAreFound) {
    Layout layout;
    layout.keyGroups = true;
    const Bytes good = makeFile(layout).bytes;
    EXPECT_EQ(broken(good), Broken());
    // Behind type, version, grouping type, length and count: two entries of 20 bytes.
    const std::size_t entries = asText(good).find("sgpd") + 20;

    Bytes bad = good;
    bad[entries + 20 + 3] = 8;
    EXPECT_EQ(broken(bad), (Broken{{"seig-clear", 1}}));
    bad = good;
    bad[entries + 20 + 4] = 1;
    EXPECT_EQ(broken(bad), (Broken{{"seig-clear", 1}}));

    bad = good;
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(entries + 4), 16, std::uint8_t{0});
    EXPECT_EQ(broken(bad), (Broken{{"seig-kid", 1}}));

    bad = good;
    std::copy_n("cens", 4, bad.begin() + static_cast<std::ptrdiff_t>(asText(bad).find("schm") + 8));
    EXPECT_EQ(broken(bad), Broken());
    bad[entries + 1] = 0x19;
    EXPECT_EQ(broken(bad), (Broken{{"seig-pattern", 1}}));
}

TEST(ForeignFiles, AnUnknownSchemeIsRefusedByName) {
    const ForeignFile file = makeFile({});
    Bytes bytes = file.bytes;
    const std::size_t schm = asText(bytes).find("schm");
    std::copy_n("adkm", 4, bytes.begin() + static_cast<std::ptrdiff_t>(schm + 8));
    const auto opened = ClearView::open(std::make_shared<MemorySource>(bytes), keys());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "scheme_unsupported");
    EXPECT_NE(opened.error().what.find("adkm"), std::string::npos);
}

}  // namespace
}  // namespace keyreel::cenc
