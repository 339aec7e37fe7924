#include "core/media/dolby_records.h"

#include <gtest/gtest.h>

#include "core/base/text.h"

namespace keyreel::media {
namespace {

std::string codeOf(const Result<Bytes>& result) {
    return result ? "ok" : result.error().code;
}

Bytes eac3(unsigned streamType, unsigned substream, unsigned blocks) {
    // 3/2 with LFE at 48 kHz, bsid 16, a frame of 16 bytes.
    Bytes frame(16, 0);
    frame[0] = 0x0b;
    frame[1] = 0x77;
    frame[2] = static_cast<std::uint8_t>(streamType << 6U | substream << 3U);
    frame[3] = 7;
    frame[4] = static_cast<std::uint8_t>(blocks << 4U | 7U << 1U | 1U);
    frame[5] = 0x80;
    return frame;
}

TEST(DolbyRecords, Ac3IsDescribedByItsFirstFrame) {
    // 48 kHz, 448 kbit/s, 3/2 with LFE, as broadcasters send it.
    const Bytes frame = fromHex("0b7700001e40e1").value();
    EXPECT_EQ(toHex(dac3FromFrame(frame).value()), "103de0");
    EXPECT_EQ(codeOf(dac3FromFrame(ByteView(frame).first(6))), "media_damaged");
    EXPECT_EQ(codeOf(dac3FromFrame(fromHex("0b7800001e40e1").value())), "media_damaged");
    EXPECT_EQ(codeOf(dac3FromFrame(fromHex("0b770000de40e1").value())), "media_damaged") << "reserved rate";
    EXPECT_EQ(codeOf(dac3FromFrame({})), "media_damaged");
}

TEST(DolbyRecords, Eac3OfOneSubstreamIsCarriedAndOtherFormsAreNot) {
    EXPECT_EQ(toHex(dec3FromAccessUnit(eac3(0, 0, 3), 192000).value()), "0600200f00");
    EXPECT_EQ(codeOf(dec3FromAccessUnit(eac3(1, 0, 3), 0)), "media_coding_unusual") << "dependent";
    EXPECT_EQ(codeOf(dec3FromAccessUnit(eac3(0, 1, 3), 0)), "media_coding_unusual") << "second programme";
    EXPECT_EQ(codeOf(dec3FromAccessUnit(eac3(0, 0, 0), 0)), "media_coding_unusual") << "one block to a frame";
    Bytes two = eac3(0, 0, 3);
    const Bytes other = eac3(1, 0, 3);
    two.insert(two.end(), other.begin(), other.end());
    EXPECT_EQ(codeOf(dec3FromAccessUnit(two, 0)), "media_coding_unusual") << "7.1 in two substreams";
    EXPECT_EQ(codeOf(dec3FromAccessUnit(ByteView(two).first(15), 0)), "media_damaged") << "cut off";
}

}  // namespace
}  // namespace keyreel::media
