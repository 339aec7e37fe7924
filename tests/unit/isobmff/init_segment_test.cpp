#include "core/isobmff/init_segment.h"

#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/isobmff/box.h"
#include "core/isobmff/codec_string.h"
#include "core/isobmff/movie.h"

namespace keyreel::isobmff {
namespace {

TrackDescription video() {
    TrackDescription track;
    track.configuration = {1, 0x64, 0, 0x1f, 0xff, 0xe0, 0};
    track.timescale = 12800;
    track.width = 720;
    track.height = 576;
    return track;
}

TrackDescription audio() {
    TrackDescription track;
    track.handler = Handler::Audio;
    track.codec = Codec::Aac;
    track.configuration = {0x11, 0x90};
    track.timescale = 48000;
    track.channels = 2;
    track.sampleRate = 48000;
    return track;
}

/// The content of the box at a path like "moov/trak/tkhd"; sample entries may be named, too.
Bytes contentAt(ByteView bytes, const std::string& path, std::size_t skip = 0) {
    const std::string name = path.substr(0, path.find('/'));
    BoxCursor cursor(bytes.subspan(skip), 0);
    for (Box box; cursor.next(box).value();) {
        if (toText(box.type) != name) continue;
        if (name == path) return toBytes(box.content());
        const std::size_t fields = name == "stsd" ? 8 : name == "avc1" ? 78 : name == "mp4a" ? 28 : 0;
        return contentAt(box.content(), path.substr(name.size() + 1), fields);
    }
    return {};
}

TEST(InitSegment, SaysWhatTheDescriptionSays) {
    auto track = video();
    track.pixelAspectX = 16;
    track.pixelAspectY = 11;
    track.matrix = {0, 0x10000, 0, -0x10000, 0, 0, 576 << 16, 0, 0x40000000};  // 90 degrees
    track.colour = Colour{9, 16, 9, true};
    track.masteringDisplay = Bytes(24, 7);
    track.contentLightLevel = {3, 232, 1, 144};
    track.edits = EditList{512, 25600, 100};
    track.averageBitrate = 1000;
    track.peakBitrate = 2000;
    track.duration = 25600;
    const Bytes init = writeInitSegment(track).value();
    EXPECT_EQ(init, writeInitSegment(track).value());
    const std::string entry = "moov/trak/mdia/minf/stbl/stsd/avc1/";
    EXPECT_EQ(contentAt(init, entry + "avcC"), track.configuration);
    EXPECT_EQ(toHex(contentAt(init, entry + "pasp")), "000000100000000b");
    EXPECT_EQ(toHex(contentAt(init, entry + "colr")),
              "6e636c78"
              "0009"
              "0010"
              "0009"
              "80");
    EXPECT_EQ(contentAt(init, entry + "mdcv"), track.masteringDisplay);
    EXPECT_EQ(contentAt(init, entry + "clli"), track.contentLightLevel);
    EXPECT_EQ(toHex(contentAt(init, entry + "btrt")),
              "00000000"
              "000007d0"
              "000003e8");
    EXPECT_EQ(toHex(contentAt(init, "moov/trak/edts/elst")),
              "00000000"
              "00000002"
              "00000064"
              "ffffffff"
              "00010000"
              "00006400"
              "00000200"
              "00010000");
    const std::string header = toHex(contentAt(init, "moov/trak/tkhd"));
    EXPECT_NE(header.find("00000000"
                          "00010000"
                          "00000000"
                          "ffff0000"
                          "00000000"
                          "00000000"
                          "02400000"
                          "00000000"
                          "40000000"),
              std::string::npos);
    EXPECT_EQ(header.substr(header.size() - 16),
              "04170000"
              "02400000")
        << "display size 1047x576";
    EXPECT_EQ(toHex(contentAt(init, "moov/mvex/mehd")),
              "01000000"
              "0000000000006400");
    const Bytes handler = contentAt(init, "moov/trak/mdia/hdlr");
    ASSERT_FALSE(handler.empty());
    EXPECT_EQ(handler.back(), 0) << "the handler name must be null-terminated";
    for (const char* empty : {"stts", "stsc", "stco"})
        EXPECT_EQ(toHex(contentAt(init, std::string("moov/trak/mdia/minf/stbl/") + empty)),
                  "0000000000000000")
            << empty;
    EXPECT_EQ(toHex(contentAt(init, "ftyp")), toHex(asBytes(std::string("iso6\0\0\0\0iso6cmfcdash", 20))));
}

TEST(InitSegment, WritesTheAudioSpecificConfigInItsDescriptors) {
    const Bytes init = writeInitSegment(audio()).value();
    EXPECT_EQ(toHex(contentAt(init, "moov/trak/mdia/minf/stbl/stsd/mp4a/esds")),
              "00000000"
              "0380808022"
              "000000"
              "0480808014"
              "4015000000"
              "00000000"
              "00000000"
              "0580808002"
              "1190"
              "0680808001"
              "02");
    EXPECT_EQ(contentAt(init, "moov/trak/mdia/minf/stbl/stsd").size(), 8U + 36 + 8 + 43);
}

TEST(InitSegment, WritesMp3WithoutASpecificDescriptor) {
    auto track = audio();
    track.codec = Codec::Mp3;
    EXPECT_FALSE(writeInitSegment(track)) << "its configuration must be empty";
    track.configuration.clear();
    EXPECT_EQ(codecString(track).value(), "mp4a.6B");
    EXPECT_EQ(toHex(contentAt(writeInitSegment(track).value(), "moov/trak/mdia/minf/stbl/stsd/mp4a/esds")),
              "00000000"
              "038080801b"
              "000000"
              "048080800d"
              "6b15000000"
              "00000000"
              "00000000"
              "0680808001"
              "02");
}

TEST(InitSegment, WritesLanguagesThatThreeLettersCannotCarry) {
    const auto languageOf = [](const std::string& language) {
        auto track = audio();
        track.language = language;
        const Bytes init = writeInitSegment(track).value();
        const Bytes mdhd = contentAt(init, "moov/trak/mdia/mdhd");
        const Bytes extended = contentAt(init, "moov/trak/mdia/elng");
        return toHex(ByteView(mdhd).subspan(20, 2)) + " " +
               std::string(asText(extended).substr(std::min<std::size_t>(4, extended.size())));
    };
    EXPECT_EQ(languageOf("deu"), "10b5 ");
    EXPECT_EQ(languageOf(""), "55c4 ");
    EXPECT_EQ(languageOf("pt-BR"), std::string("55c4 pt-BR\0", 11));
}

TEST(InitSegment, RefusesWhatCannotBeWritten) {
    const auto refused = [](TrackDescription track) {
        const auto init = writeInitSegment(track);
        return !init && init.error().code == "track_description_invalid";
    };
    auto track = video();
    track.timescale = 0;
    EXPECT_TRUE(refused(track));
    track = video();
    track.codec = Codec::Opus;
    EXPECT_TRUE(refused(track));
    track = video();
    track.configuration.clear();
    EXPECT_TRUE(refused(track));
    track = video();
    track.masteringDisplay = {1};
    EXPECT_TRUE(refused(track));
}

TEST(InitSegment, IsReadBack) {
    const Bytes init = writeInitSegment(audio()).value();
    BoxCursor cursor(init, 0);
    Box box;
    while (cursor.next(box).value() && box.type != fourCc("moov")) {
    }
    const Movie movie = readMovie(box).value();
    ASSERT_EQ(movie.tracks.size(), 1U);
    EXPECT_TRUE(movie.fragmented);
    EXPECT_EQ(movie.tracks[0].handler, fourCc("soun"));
    EXPECT_EQ(movie.tracks[0].timescale, 48000U);
    EXPECT_EQ(movie.tracks[0].entries.at(0).format, fourCc("mp4a"));
    EXPECT_FALSE(movie.tracks[0].isProtected());
}

TEST(CodecString, FollowsEachBinding) {
    const auto stringOf = [](Codec codec, std::string_view configuration) {
        TrackDescription track;
        track.codec = codec;
        track.configuration = fromHex(configuration).value();
        const auto text = codecString(track);
        return text ? *text : text.error().code;
    };
    EXPECT_EQ(stringOf(Codec::Avc, "0164001fffe100"), "avc1.64001f");
    EXPECT_EQ(stringOf(Codec::Hevc,
                       "01016000000090000000000"
                       "05df000fcfdf8f800000f03"),
              "hvc1.1.6.L93.90");
    EXPECT_EQ(stringOf(Codec::Av1, "81044d00"), "av01.0.04M.10");
    EXPECT_EQ(stringOf(Codec::Vp9,
                       "01000000"
                       "001f8201010100"
                       "00"),
              "vp09.00.31.08");
    EXPECT_EQ(stringOf(Codec::Aac, "1190"), "mp4a.40.2");
    EXPECT_EQ(stringOf(Codec::Opus, "00"), "opus");
    EXPECT_EQ(stringOf(Codec::Flac, "00"), "fLaC");
    EXPECT_EQ(stringOf(Codec::Ac3, "50115e"), "ac-3");
    EXPECT_EQ(stringOf(Codec::Eac3, "0c00200f00"), "ec-3");
    EXPECT_EQ(stringOf(Codec::Mp3, ""), "mp4a.69") << "no sample rate: that of MPEG-2";
    EXPECT_EQ(stringOf(Codec::Avc, "0164"), "codec_configuration_invalid");
}

}  // namespace
}  // namespace keyreel::isobmff
