#include "core/cenc/subsample_planner.h"

#include <gtest/gtest.h>
#include <algorithm>

#include <random>

#include "core/base/text.h"
#include "core/cenc/av1_frame.h"
#include "core/cenc/avc_slice.h"
#include "core/cenc/hevc_slice.h"
#include "core/cenc/subsample_map_builder.h"
#include "core/cenc/vp9_header.h"
#include "tests/unit/cenc/bit_writer.h"
#include "tests/unit/cenc/stream_vectors.h"
#include "tests/unit/cenc/synthetic_track.h"

namespace keyreel::cenc {
namespace {

using test::BitWriter;
using test::StreamKind;
using test::SyntheticTrack;

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

template <class Parser>
void expectNalHeaders(const test::StreamVector& stream) {
    auto parser = std::make_unique<Parser>();
    ASSERT_TRUE(parser->addSps(hex(stream.firstParameterSet)));
    ASSERT_TRUE(parser->addPps(hex(stream.secondParameterSet)));
    for (const auto& unit : stream.units) {
        const auto size = parser->sliceHeaderSize(hex(unit.start));
        ASSERT_TRUE(size) << unit.start;
        EXPECT_EQ(*size, unit.headerSize) << unit.start;
        // Cut inside the header: refused, never read past.
        EXPECT_FALSE(parser->sliceHeaderSize(ByteView(hex(unit.start)).first(unit.headerSize - 1)));
    }
}

TEST(SliceHeaders, EqualThoseOfAnIndependentParser) {
    for (const test::StreamVector& stream : test::kStreamVectors) {
        SCOPED_TRACE(std::string(stream.name));
        ASSERT_FALSE(stream.units.empty());
        if (stream.kind == StreamKind::Avc) expectNalHeaders<AvcParser>(stream);
        if (stream.kind == StreamKind::Hevc) expectNalHeaders<HevcParser>(stream);
        if (stream.kind == StreamKind::Vp9) {
            Vp9Parser parser;
            for (const auto& unit : stream.units) {
                Bytes frame = hex(unit.start);
                EXPECT_EQ(frame.size(), unit.headerSize);
                frame.resize(frame.size() + 70000);
                EXPECT_EQ(parser.uncompressedHeaderSize(frame), unit.headerSize) << unit.start;
            }
        }
        if (stream.kind == StreamKind::Av1) {
            Av1Sequence sequence;
            ASSERT_TRUE(sequence.read(hex(stream.firstParameterSet)));
            Av1FrameParser parser;
            for (const auto& unit : stream.units) {
                Av1FrameParser::Frame frame;
                ASSERT_TRUE(parser.read(sequence, hex(unit.start), 0, 0, frame)) << unit.start;
                EXPECT_EQ(frame.headerSize, unit.headerSize) << unit.start;
            }
        }
    }
}

TEST(SliceHeaders, CountEmulationPreventionBytes) {
    AvcParser parser;
    ASSERT_TRUE(parser.addSps(SyntheticTrack::sps()));
    ASSERT_TRUE(parser.addPps(SyntheticTrack::pps()));
    // first_mb 0, I, PPS 0, frame_num 0 in 16 bits, idr_pic_id 30000: two zero bytes and a third below 4 in
    // the RBSP.
    const Bytes slice = BitWriter()
                            .bits(0x65, 8)
                            .ue(0)
                            .ue(7)
                            .ue(0)
                            .bits(0, 16)
                            .ue(30000)
                            .bits(0, 2)
                            .ue(0)
                            .bits(0x7f, 7)
                            .nal();
    Bytes rbsp = slice;
    const auto escaped = std::search_n(rbsp.begin(), rbsp.end(), 2, std::uint8_t{0});
    ASSERT_NE(escaped, rbsp.end());
    ASSERT_EQ(*(escaped + 2), 3) << "the vector has no emulation prevention";
    // 8 + 1 + 7 + 1 + 16 + 29 + 2 + 1 = 65 bits are 9 bytes, and the 03 is a tenth.
    EXPECT_EQ(parser.sliceHeaderSize(slice), 10U);
}

TEST(SubsamplePlanner, KeepsTheRules) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    auto planner = SubsamplePlanner::create(SyntheticTrack::video()).value();
    AvcParser parser;
    ASSERT_TRUE(parser.addSps(SyntheticTrack::sps()));
    ASSERT_TRUE(parser.addPps(SyntheticTrack::pps()));
    for (int round = 0; round < 300; ++round) {
        const Bytes sample = SyntheticTrack::videoSample(random, 16 + random() % 200000);
        const auto map = planner.plan(sample);
        ASSERT_TRUE(map) << map.error().what;
        ASSERT_LE(map->entries().size(), kMaxSubsamples);
        std::vector<bool> isProtected(sample.size());
        std::size_t position = 0;
        for (const Subsample& part : map->entries()) {
            EXPECT_NE(part.clearBytes + part.protectedBytes, 0U);
            EXPECT_EQ(part.protectedBytes % 16, 0U);
            position += part.clearBytes;
            for (std::size_t i = 0; i < part.protectedBytes; ++i)
                isProtected.at(position++) = true;
        }
        ASSERT_EQ(position, sample.size());
        for (std::size_t at = 0; at < sample.size();) {
            std::size_t length = 0;
            for (int i = 0; i < 4; ++i)
                length = length << 8U | sample[at + static_cast<std::size_t>(i)];
            const ByteView nal = ByteView(sample).subspan(at + 4, length);
            const bool slice = AvcParser::isVcl(nal[0]);
            const std::size_t header = 4 + (slice ? parser.sliceHeaderSize(nal).value() : length);
            for (std::size_t i = 0; i < header; ++i)
                ASSERT_FALSE(isProtected[at + i]) << "a header is protected";
            if (slice && map->leftClear() == 0 && 4 + length - header >= 16) {
                EXPECT_TRUE(isProtected[at + 3 + length]) << "protection does not end with the slice";
            }
            at += 4 + length;
        }
    }
}

TEST(SubsamplePlanner, FollowsInBandParameterSets) {
    auto track = SyntheticTrack::video();
    auto planner = SubsamplePlanner::create(track).value();
    // From here on frame_num has 4 bits: the same slice bits mean another header.
    const Bytes sps = BitWriter()
                          .bits(0x67, 8)
                          .bits(66, 8)
                          .bits(0, 8)
                          .bits(30, 8)
                          .ue(0)
                          .ue(0)
                          .ue(2)
                          .ue(1)
                          .bits(0, 1)
                          .ue(19)
                          .ue(14)
                          .bits(1, 1)
                          .bits(1, 1)
                          .bits(0, 2)
                          .bits(1, 1)
                          .nal();
    const Bytes slice =
        BitWriter().bits(0x01, 8).ue(0).ue(5).ue(0).bits(9, 4).bits(0, 2).ue(0).bits(0x1ff, 9).nal();
    Bytes sample;
    for (const Bytes& nal : {sps, slice}) {
        const bool last = nal == slice;
        const std::size_t size = nal.size() + (last ? 64 : 0);
        append(sample, Bytes{0, 0, 0, static_cast<std::uint8_t>(size)});
        append(sample, nal);
    }
    sample.resize(sample.size() + 64, 0x55);
    const auto map = planner.plan(sample).value();
    AvcParser parser;
    ASSERT_TRUE(parser.addSps(sps));
    ASSERT_TRUE(parser.addPps(SyntheticTrack::pps()));
    const std::size_t header = parser.sliceHeaderSize(slice).value();
    const std::size_t body = slice.size() + 64 - header;
    ASSERT_EQ(map.entries().size(), 1U);
    EXPECT_EQ(map.entries()[0].protectedBytes, body / 16 * 16);
}

TEST(SubsamplePlanner, RefusesWhatItCannotRead) {
    auto planner = SubsamplePlanner::create(SyntheticTrack::video()).value();
    const auto codeOf = [&](const Bytes& sample) {
        const auto map = planner.plan(sample);
        return map ? std::string("ok") : map.error().code;
    };
    EXPECT_EQ(codeOf({0, 0, 0}), "sample_unparsable") << "length field cut off";
    EXPECT_EQ(codeOf({0, 0, 0, 9, 0x65}), "sample_unparsable") << "NAL unit longer than the sample";
    EXPECT_EQ(codeOf({0, 0, 0, 2, 0x65, 0x00}), "sample_unparsable") << "slice header cut off";
    EXPECT_EQ(codeOf({0, 0, 0, 3, 0x02, 0x88, 0x80}), "sample_unparsable") << "data partition";
    auto track = SyntheticTrack::video();
    track.configuration.resize(7);
    EXPECT_EQ(SubsamplePlanner::create(track).error().code, "codec_configuration_invalid");
}

TEST(SubsampleMapBuilder, SplitsClearRunsOf16Bits) {
    SubsampleMapBuilder builder;
    builder.addBlocks(200'000, 200'040);
    const auto map = builder.finish(200'050).value();
    const std::vector<Subsample> expected{{65535, 0}, {65535, 0}, {65535, 0}, {3403, 32}, {10, 0}};
    EXPECT_EQ(std::vector<Subsample>(map.entries().begin(), map.entries().end()), expected);
}

TEST(SubsampleMapBuilder, LeavesTheSmallestClearWhenTheListIsFull) {
    SubsampleMapBuilder builder;
    // 60 slices of 100 bytes; every third one holds 16 bytes to protect, the others 64.
    for (std::uint64_t i = 0; i < 60; ++i)
        builder.addBlocks(i * 100 + (i % 3 == 0 ? 80 : 36), i * 100 + 100);
    const auto map = builder.finish(6000).value();
    EXPECT_EQ(map.entries().size(), kMaxSubsamples);
    EXPECT_EQ(map.leftClear(), 20U);
    for (const Subsample& part : map.entries())
        EXPECT_EQ(part.protectedBytes, 64U);

    SubsampleMapBuilder huge;
    EXPECT_EQ(huge.finish(41ULL * 65535).error().code, "sample_too_fragmented");
}

}  // namespace
}  // namespace keyreel::cenc
