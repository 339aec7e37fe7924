#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/isobmff/box_writer.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/pssh.h"
#include "core/isobmff/segment_index.h"

namespace keyreel::isobmff {
namespace {

Movie movieWith(std::initializer_list<std::uint32_t> ids) {
    Movie movie;
    for (const std::uint32_t id : ids) {
        MovieTrack track;
        track.id = id;
        track.entries.resize(1);
        track.defaults = {1, 40, 100, 0x10000};
        movie.tracks.push_back(std::move(track));
    }
    return movie;
}

/// The first box of `bytes`, which begin at `offset` of the file.
Box firstBox(ByteView bytes, std::uint64_t offset) {
    BoxCursor cursor(bytes, offset);
    Box box;
    EXPECT_TRUE(cursor.next(box).value());
    return box;
}

TEST(FragmentWriter, IsReadBack) {
    const std::vector<SampleMeta> samples{
        {512, 1000, 1024, true}, {512, 10, -512, false}, {500, 0, 0, false}};
    FragmentWriter writer;
    const Bytes head = toBytes(writer.write({7, 3, 1ULL << 40}, samples).value());
    const Fragment fragment = readFragment(firstBox(head, 5000), movieWith({3})).value();
    EXPECT_EQ(fragment.sequenceNumber, 7U);
    ASSERT_EQ(fragment.tracks.size(), 1U);
    const TrackFragment& track = fragment.tracks[0];
    EXPECT_EQ(track.baseDecodeTime, 1ULL << 40);
    ASSERT_EQ(track.samples.size(), 3U);
    std::uint64_t place = 5000 + head.size();
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(track.samples[i].offset, place);
        EXPECT_EQ(track.samples[i].size, samples[i].size);
        EXPECT_EQ(track.samples[i].duration, samples[i].duration);
        EXPECT_EQ(track.samples[i].compositionOffset, samples[i].compositionOffset);
        EXPECT_EQ(track.samples[i].sync(), samples[i].sync);
        place += samples[i].size;
    }
    EXPECT_EQ(toHex(ByteView(head).last(8)),
              "000003fa"
              "6d646174")
        << "mdat of 1010 bytes";
    EXPECT_EQ(toBytes(writer.write({7, 3, 1ULL << 40}, samples).value()), head)
        << "the same fragment, other bytes";
}

TEST(FragmentWriter, PointsSaioAtTheFirstIv) {
    const std::vector<SampleMeta> samples{{1, 100, 0, true}, {1, 100, 0, true}};
    const Bytes entries{1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 11, 12, 13, 14, 15, 16, 17, 18, 0, 0};
    FragmentWriter writer;
    const auto write = [&](ByteView sizes) {
        return toBytes(writer.write({}, samples, {entries, sizes, true}).value());
    };
    const Bytes uniform = write(Bytes{10, 10});
    EXPECT_NE(toHex(uniform).find("7361697a"
                                  "00000000"
                                  "0a"
                                  "00000002"
                                  "00000014"),
              std::string::npos)
        << "saiz collapsed";
    const Fragment fragment = readFragment(firstBox(uniform, 900), movieWith({1})).value();
    const AuxBoxes& aux = fragment.tracks.at(0).aux;
    ASSERT_TRUE(aux.encryption && aux.sizes);
    EXPECT_EQ(aux.encryption->entries, entries);
    ASSERT_EQ(aux.offsets.size(), 1U);
    EXPECT_EQ(aux.offsets[0] + 900, aux.encryption->entriesOffset);
    EXPECT_EQ(uniform[aux.offsets[0]], 1);
    EXPECT_EQ(fragment.protectionBoxes.size(), 3U);
    const Bytes mixed = write(Bytes{12, 8});
    EXPECT_NE(toHex(mixed).find("7361697a"
                                "00000000"
                                "00"
                                "00000002"
                                "0c08"),
              std::string::npos);
    EXPECT_EQ(writer.write({}, samples, {entries, Bytes{10, 9}, true}).error().code, "fragment_aux_mismatch");
    EXPECT_EQ(writer.write({}, {}, {}).error().code, "fragment_empty");
    const std::vector<SampleMeta> large(3, SampleMeta{1, 0x40000000, 0, true});
    EXPECT_EQ(writer.write({}, large).error().code, "fragment_too_large");
}

TEST(FragmentReader, ResolvesSeveralTrafsTrunsAndDefaults) {
    Bytes bytes;
    BoxWriter out(bytes);
    out.begin(fourCc("moof"));
    out.begin(fourCc("traf"));
    out.beginFull(fourCc("tfhd"), 0, 0);
    out.u32(1);
    out.end();
    out.beginFull(fourCc("trun"), 0, 0x05);  // data offset, first sample's flags
    out.u32(2);
    out.u32(200);
    out.u32(0);
    out.end();
    out.beginFull(fourCc("trun"), 0, 0);  // everything by default: continues behind the first
    out.u32(1);
    out.end();
    out.end();
    out.begin(fourCc("traf"));
    out.beginFull(fourCc("tfhd"), 0, 0x10);  // default size; no base: behind the first traf's data
    out.u32(2);
    out.u32(7);
    out.end();
    out.beginFull(fourCc("trun"), 0, 0);
    out.u32(1);
    out.end();
    out.end();
    out.begin(fourCc("traf"));
    out.beginFull(fourCc("tfhd"), 0, 0x01);  // an explicit base
    out.u32(2);
    out.u64(123456);
    out.end();
    out.beginFull(fourCc("trun"), 0, 0x200);
    out.u32(1);
    out.u32(9);
    out.end();
    out.end();
    out.end();
    const Fragment fragment = readFragment(firstBox(bytes, 1000), movieWith({1, 2})).value();
    ASSERT_EQ(fragment.tracks.size(), 3U);
    const auto& first = fragment.tracks[0].samples;
    ASSERT_EQ(first.size(), 3U);
    EXPECT_EQ(first[0].offset, 1200U);
    EXPECT_TRUE(first[0].sync());
    EXPECT_FALSE(first[1].sync());
    EXPECT_EQ(first[1].duration, 40U);
    EXPECT_EQ(first[2].offset, 1400U);
    EXPECT_EQ(fragment.tracks[1].samples.at(0).offset, 1500U);
    EXPECT_EQ(fragment.tracks[1].samples.at(0).size, 7U);
    EXPECT_EQ(fragment.tracks[2].samples.at(0).offset, 123456U);
    EXPECT_EQ(fragment.tracks[2].samples.at(0).size, 9U);
}

/// A moof whose trun announces `count` samples without any fields, and whose senc announces as many.
std::string codeOfCount(std::uint32_t runCount, std::uint32_t sencCount) {
    Bytes bytes;
    BoxWriter out(bytes);
    out.begin(fourCc("moof"));
    out.begin(fourCc("traf"));
    out.beginFull(fourCc("tfhd"), 0, 0x020000);
    out.u32(1);
    out.end();
    out.beginFull(fourCc("trun"), 0, 0);
    out.u32(runCount);
    out.end();
    out.beginFull(fourCc("senc"), 0, 0);
    out.u32(sencCount);
    out.end();
    out.end();
    out.end();
    const auto fragment = readFragment(firstBox(bytes, 0), movieWith({1}));
    return fragment ? "ok" : fragment.error().code + " " + fragment.error().what;
}

TEST(FragmentReader, RefusesCountsBeforeItAllocates) {
    EXPECT_EQ(codeOfCount(1U << 20, 1U << 20), "ok");
    EXPECT_EQ(
        codeOfCount((1U << 20) + 1, 1),
        "box_malformed moof/traf/trun (byte 32), ISO/IEC 14496-12 8.8.8: it announces too many samples.");
    EXPECT_NE(codeOfCount(0xffffffff, 1).find("box_malformed moof/traf/trun"), std::string::npos);
    EXPECT_NE(codeOfCount(1, (1U << 20) + 1).find("box_malformed moof/traf/senc"), std::string::npos);
}

TEST(Boxes, TakeBothSizesAndNameThePlaceOfDamage) {
    Bytes wide = fromHex(
                     "00000001"
                     "66726565"
                     "0000000000000012"
                     "abcd")
                     .value();
    Box box = firstBox(wide, 100);
    EXPECT_EQ(box.headerSize, 16U);
    EXPECT_EQ(toHex(box.content()), "abcd");
    const auto codeOf = [](std::string_view text, const Box* parent) {
        const Bytes bytes = fromHex(text).value();
        BoxCursor cursor(bytes, 50, parent);
        Box found;
        const auto next = cursor.next(found);
        return next ? std::string("ok") : next.error().code + " " + next.error().what;
    };
    EXPECT_NE(codeOf("00000010"
                     "66726565",
                     nullptr)
                  .find("box_malformed (byte 50): ISO/IEC 14496-12 4.2: box free of 16 bytes"),
              std::string::npos);
    EXPECT_NE(codeOf("00000007"
                     "66726565",
                     nullptr)
                  .find("smaller than its own header"),
              std::string::npos);
    EXPECT_NE(codeOf("00000001"
                     "66726565"
                     "ffffffffffffffff",
                     nullptr)
                  .find("box_malformed"),
              std::string::npos);
    EXPECT_EQ(codeOf("00000000"
                     "6d646174"
                     "00",
                     nullptr),
              "ok")
        << "to the end of the file";
    EXPECT_NE(codeOf("00000000"
                     "6d646174"
                     "00",
                     &box)
                  .find("box_malformed free (byte 50)"),
              std::string::npos);
    EXPECT_EQ(codeOf("00000000", &box), "ok") << "QuickTime's terminator";
}

TEST(Boxes, NestAtMostSixteenDeep) {
    Bytes bytes;
    for (int i = 0; i < 40; ++i) {
        Bytes outer{0,
                    0,
                    static_cast<std::uint8_t>((bytes.size() + 8) >> 8U),
                    static_cast<std::uint8_t>(bytes.size() + 8),
                    'm',
                    'o',
                    'o',
                    'v'};
        append(outer, bytes);
        bytes = outer;
    }
    std::vector<Box> open;
    open.reserve(64);
    BoxCursor top(bytes, 0);
    open.emplace_back();
    ASSERT_TRUE(top.next(open.back()).value());
    for (;;) {
        BoxCursor cursor(open.back());
        Box box;
        const auto next = cursor.next(box);
        if (!next) break;
        ASSERT_LT(open.size(), 20U);
        open.push_back(box);
    }
    EXPECT_EQ(open.size(), static_cast<std::size_t>(kMaxBoxDepth));
}

TEST(SegmentIndex, IsReadBackAndBounded) {
    SegmentIndex index;
    index.timescale = 1000;
    index.earliestPresentationTime = 1ULL << 33;
    index.firstOffset = 12;
    index.references = {{100, 4000, true, 1}, {0x7fffffff, 10, false, 2}};
    const Bytes box = writeSegmentIndex(index).value();
    EXPECT_EQ(box.size(), 40U + 2 * 12);
    const SegmentIndex read = readSegmentIndex(firstBox(box, 0).content(), 0).value();
    EXPECT_EQ(read.earliestPresentationTime, index.earliestPresentationTime);
    EXPECT_EQ(read.firstOffset, 12U);
    ASSERT_EQ(read.references.size(), 2U);
    EXPECT_EQ(read.references[1].size, 0x7fffffffU);
    EXPECT_FALSE(read.references[1].startsWithSap);
    EXPECT_EQ(read.references[1].sapType, 2);
    index.references[0].size = 1U << 31;
    EXPECT_EQ(writeSegmentIndex(index).error().code, "segment_index_invalid");
    for (std::size_t size = 8; size < box.size(); ++size)
        EXPECT_FALSE(readSegmentIndex(ByteView(box).subspan(8, size - 8), 0)) << size;
    Bytes hierarchical = box;
    hierarchical[40] |= 0x80;
    EXPECT_EQ(readSegmentIndex(firstBox(hierarchical, 0).content(), 0).error().code,
              "segment_index_hierarchical");
}

TEST(Pssh, IsTheW3cExample) {
    // "cenc" Initialization Data Format (W3C), section 4.1: common system, two key ids, no data.
    const Bytes expected = fromHex(
                               "00000044"
                               "70737368"
                               "01000000"
                               "1077efecc0b24d02ace33c1e52e2fb4b"
                               "00000002"
                               "30313233343536373839303132333435"
                               "41424344454647484940414243444546"
                               "00000000")
                               .value();
    const Pssh pssh = readPssh(expected).value();
    ASSERT_EQ(pssh.keyIds.size(), 2U);
    EXPECT_TRUE(pssh.data.empty());
    EXPECT_EQ(writePssh(pssh), expected);
    for (std::size_t size = 0; size < expected.size(); ++size)
        EXPECT_FALSE(readPssh(ByteView(expected).first(size)));
    Bytes tooMany = expected;
    tooMany[28] = 0xff;
    EXPECT_FALSE(readPssh(tooMany));
}

}  // namespace
}  // namespace keyreel::isobmff
