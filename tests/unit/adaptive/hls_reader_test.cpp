#include "core/adaptive/hls_reader.h"

#include <gtest/gtest.h>

#include <map>

namespace keyreel::adaptive {
namespace {

const std::string kMedia =
    "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:4,\n1.m4s\n#EXTINF:4,\n2.m4s\n"
    "#EXT-X-ENDLIST\n";

Result<Description> read(const std::string& text, const std::map<std::string, std::string>& others = {}) {
    return readHls(text, "master.m3u8",
                   [&](const std::string& file, const std::string& place) -> Result<std::string> {
                       const auto found = others.find(file);
                       if (found == others.end()) return fail("package_part_missing", place + ": " + file);
                       return found->second;
                   });
}

Error errorOf(const std::string& text, const std::map<std::string, std::string>& others = {}) {
    const auto done = read(text, others);
    return done ? Error{"none", "it was read", ""} : done.error();
}

TEST(HlsReader, AMediaPlaylistAlone) {
    const auto done = read(kMedia);
    ASSERT_TRUE(done) << done.error().what;
    const Representation& film = done->representations.at(0);
    EXPECT_EQ(film.init, (Piece{"init.mp4", 0, std::nullopt}));
    EXPECT_EQ(film.segments, (std::vector<Piece>{{"1.m4s", 0, std::nullopt}, {"2.m4s", 0, std::nullopt}}));
    EXPECT_TRUE(film.mayHoldSound);
    EXPECT_FALSE(film.start);
}

TEST(HlsReader, RangesFollowEachOther) {
    const auto done = read(
        "#EXTM3U\r\n#EXT-X-PLAYLIST-TYPE:VOD\r\n#EXT-X-MAP:URI=\"a.mp4\",BYTERANGE=\"700@0\"\r\n"
        "#EXTINF:4,\r\n#EXT-X-BYTERANGE:100@900\r\na.mp4\r\n#EXTINF:4,\r\n#EXT-X-BYTERANGE:50\r\na.mp4\r\n");
    ASSERT_TRUE(done) << done.error().what;
    EXPECT_EQ(done->representations.at(0).init, (Piece{"a.mp4", 0, 700}));
    EXPECT_EQ(done->representations.at(0).segments,
              (std::vector<Piece>{{"a.mp4", 900, 100}, {"a.mp4", 1000, 50}}));
}

TEST(HlsReader, RenditionsOfSoundAndText) {
    const auto done = read(
        "#EXTM3U\n"
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"Deutsch, laut\",LANGUAGE=\"de\",DEFAULT=YES,"
        "CHANNELS=\"2\",URI=\"sound/de.m3u8\"\n"
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"other\",NAME=\"Deutsch\",LANGUAGE=\"de\",URI=\"sound/de.m3u8\"\n"
        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"t\",NAME=\"en 1\",LANGUAGE=\"en\",FORCED=YES,"
        "URI=\"en.m3u8\"\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS=\"mp4a.40.2,avc1.64001f\",RESOLUTION=640x360,AUDIO="
        "\"aac\"\n"
        "video.m3u8\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=990000,CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=640x360,"
        "AUDIO=\"other\"\n"
        "video.m3u8\n"
        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"nowhere.m3u8\"\n",
        {{"video.m3u8", kMedia},
         {"sound/de.m3u8", kMedia},
         {"en.m3u8", "#EXTM3U\n#EXTINF:9,\nen.vtt\n#EXT-X-ENDLIST\n"}});
    ASSERT_TRUE(done) << done.error().what;
    ASSERT_EQ(done->representations.size(), 3U);
    const Representation& video = done->representations[0];
    EXPECT_EQ(video.codecs, "avc1.64001f");
    EXPECT_EQ(video.height, 360U);
    EXPECT_EQ(video.bandwidth, 900000U);
    EXPECT_FALSE(video.mayHoldSound);
    const Representation& sound = done->representations[1];
    EXPECT_EQ(sound.kind, StreamKind::Audio);
    EXPECT_EQ(sound.title, "Deutsch, laut");
    EXPECT_EQ(sound.codecs, "mp4a.40.2");
    EXPECT_EQ(sound.channels, 2U);
    EXPECT_EQ(sound.init->file, "sound/init.mp4");
    const Representation& text = done->representations[2];
    EXPECT_TRUE(text.isPlainText);
    EXPECT_EQ(text.title, "");
    EXPECT_EQ(text.textRole, media::TextRole::Forced);
}

TEST(HlsReader, SoundInsideOfTheVariant) {
    const auto done = read(
        "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"in\",NAME=\"x\"\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"in\"\nvideo.m3u8\n",
        {{"video.m3u8", kMedia}});
    ASSERT_TRUE(done) << done.error().what;
    EXPECT_TRUE(done->representations.at(0).mayHoldSound);
}

TEST(HlsReader, PlaylistsThatNameThemselves) {
    const std::string itself = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nmaster.m3u8\n";
    const Error error = errorOf(itself, {{"master.m3u8", itself}});
    EXPECT_EQ(error.code, "package_invalid");
    EXPECT_NE(error.what.find("master.m3u8, line 2"), std::string::npos) << error.what;
}

TEST(HlsReader, SaysWhatItCannotOpen) {
    const auto with = [](const std::string& line) {
        std::string text = kMedia;
        return text.insert(text.find("#EXTINF"), line + "\n");
    };
    EXPECT_EQ(errorOf(with("#EXT-X-DISCONTINUITY")).code, "package_unsupported");
    EXPECT_EQ(errorOf(with("#EXT-X-GAP")).code, "package_unsupported");
    EXPECT_EQ(errorOf(with("#EXT-X-KEY:METHOD=AES-128,URI=\"k\"")).code, "package_unsupported");
    EXPECT_EQ(errorOf(with("#EXT-X-MAP:URI=\"other.mp4\"")).code, "package_unsupported");
    EXPECT_EQ(errorOf(with("#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"")).code, "none");
    const Error stream = errorOf("#EXTM3U\n#EXTINF:4,\n1.ts\n#EXT-X-ENDLIST\n");
    EXPECT_EQ(stream.code, "package_unsupported");
    EXPECT_NE(stream.what.find("master.m3u8, line 3"), std::string::npos) << stream.what;
    EXPECT_EQ(errorOf(kMedia.substr(0, kMedia.find("#EXT-X-ENDLIST"))).code, "package_live");
}

TEST(HlsReader, NothingOutsideOfTheFolder) {
    for (const char* name : {"http://example.org/1.m4s", "/etc/passwd", "../1.m4s", "%2E%2e/1.m4s"}) {
        std::string media = kMedia;
        media.replace(media.find("1.m4s"), 5, name);
        const Error error = errorOf(media);
        EXPECT_EQ(error.code, "package_outside") << name;
        EXPECT_NE(error.what.find("master.m3u8, line 5"), std::string::npos) << error.what;
        EXPECT_EQ(errorOf("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + std::string(name) + "\n").code,
                  "package_outside");
    }
}

TEST(HlsReader, RefusesWhatIsNoPlaylist) {
    const std::string map = "#EXT-X-MAP:URI=\"i\"\n";
    for (const std::string& text :
         {std::string(), std::string("1.mp4\n"), std::string("#EXTM3U\n#EXT-X-ENDLIST\n"),
          "#EXTM3U\n" + map + "#EXT-X-BYTERANGE:5\na\n#EXT-X-ENDLIST\n",
          "#EXTM3U\n" + map + "#EXT-X-BYTERANGE:0@5\na\n#EXT-X-ENDLIST\n",
          "#EXTM3U\n" + map + "#EXT-X-BYTERANGE:99999999999999999999@5\na\n#EXT-X-ENDLIST\n",
          std::string("#EXTM3U\n#EXT-X-MAP:URI=\"\"\na\n#EXT-X-ENDLIST\n")})
        EXPECT_EQ(errorOf(text).code, "package_invalid") << text;
    std::string many = "#EXTM3U\n" + map;
    for (std::size_t i = 0; i <= kMaxSegments; ++i)
        many += "a\n";
    EXPECT_EQ(errorOf(many).code, "package_limit");
}

TEST(HlsReader, IsNotAListOfFilms) {
    EXPECT_TRUE(isHlsPlaylist(kMedia));
    EXPECT_FALSE(isHlsPlaylist("#EXTM3U\n#EXTINF:123,A film\nfilm.mp4\n"));
}

}  // namespace
}  // namespace keyreel::adaptive
