// What is said of Dolby Vision: sample entries, brands, the record, and codec strings.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/isobmff/codec_string.h"
#include "core/isobmff/init_segment.h"

namespace keyreel::isobmff {
namespace {

TrackDescription pictures(Codec codec, DolbyVision dolby) {
    TrackDescription track;
    track.codec = codec;
    track.configuration =
        codec == Codec::Av1 ? Bytes{0x81, 0x05, 0x0c, 0x00} : Bytes{1, 0x64, 0, 0x1f, 0xff, 0xe0, 0};
    track.timescale = 24000;
    track.width = 1920;
    track.height = 1080;
    track.dolbyVision = dolby;
    return track;
}

bool has(const Bytes& bytes, const std::string& text) {
    return std::string(bytes.begin(), bytes.end()).find(text) != std::string::npos;
}

TEST(DolbyVision, IsSupplementalOverPicturesThatOthersShow) {
    struct Case {
        Codec codec;
        DolbyVision dolby;
        const char* codecs;
        const char* brand;
        const char* entry;
    };
    for (const Case& each : {Case{Codec::Avc, {9, 5, 2}, "dva1.09.05", "db2g", "avc1"},
                             Case{Codec::Av1, {10, 6, 1}, "dav1.10.06", "db1p", "av01"},
                             Case{Codec::Av1, {10, 13, 4}, "dav1.10.13", "db4h", "av01"}}) {
        const TrackDescription track = pictures(each.codec, each.dolby);
        const SupplementalCodec supplemental = supplementalCodec(track);
        EXPECT_EQ(supplemental.codec, each.codecs);
        EXPECT_EQ(supplemental.brand, each.brand);
        EXPECT_EQ(codecString(track).value().substr(0, 4), each.entry);
        const Bytes init = writeInitSegment(track).value();
        for (const char* part : {each.brand, each.entry, "dvvC"})
            EXPECT_TRUE(has(init, part)) << part;
        EXPECT_FALSE(has(init, "dby1"));
    }
}

TEST(DolbyVision, AloneHasNamesOfItsOwn) {
    const TrackDescription track = pictures(Codec::Av1, {10, 6, 0});
    EXPECT_EQ(codecString(track).value(), "dav1.10.06");
    EXPECT_TRUE(supplementalCodec(track).codec.empty());
    const Bytes init = writeInitSegment(track).value();
    EXPECT_TRUE(has(init, "dav1") && has(init, "av1C") && has(init, "dby1"));
    EXPECT_FALSE(has(init, "av01"));
}

TEST(DolbyVision, RecordIsOfOneLayerWithMetadata) {
    const Bytes init = writeInitSegment(pictures(Codec::Av1, {10, 6, 1})).value();
    // Version 1.0; profile 10 in 7 bits, level 6 in 6, metadata, no enhancement, base; compatibility 1 in 4.
    const Bytes record{'d', 'v', 'v', 'C', 1, 0, 0x14, 0x35, 0x10, 0, 0, 0};
    EXPECT_NE(std::search(init.begin(), init.end(), record.begin(), record.end()), init.end());
}

}  // namespace
}  // namespace keyreel::isobmff
