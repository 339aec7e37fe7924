#include "core/adaptive/mpd_reader.h"

#include <gtest/gtest.h>

namespace keyreel::adaptive {
namespace {

/// One set with one representation around what says where its segments are.
std::string mpd(const std::string& segments, const std::string& top = "mediaPresentationDuration=\"PT10S\"",
                const std::string& base = {}) {
    return "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" " + top +
           ">" + base + "<Period><AdaptationSet mimeType=\"video/mp4\" contentType=\"video\">" +
           "<Representation id=\"v1\" codecs=\"avc1.64001f\" bandwidth=\"800000\" width=\"640\" "
           "height=\"360\">" +
           segments + "</Representation></AdaptationSet></Period></MPD>";
}

std::vector<std::string> filesOf(const Result<Description>& read) {
    std::vector<std::string> files;
    if (!read) ADD_FAILURE() << read.error().code << ": " << read.error().what;
    for (const Piece& piece : read ? read->representations.at(0).segments : std::vector<Piece>())
        files.push_back(piece.file);
    return files;
}

Error errorOf(const std::string& text) {
    const auto read = readMpd(text, "a.mpd");
    return read ? Error{"none", "it was read", ""} : read.error();
}

using Files = std::vector<std::string>;

TEST(MpdReader, SegmentTemplatesWithNumbersAndALength) {
    const auto read = readMpd(mpd("<SegmentTemplate timescale=\"1000\" duration=\"4000\" startNumber=\"7\" "
                                  "initialization=\"$RepresentationID$/init.mp4\" "
                                  "media=\"$RepresentationID$/$Number%03d$-$Bandwidth$.m4s\"/>"),
                              "a.mpd");
    EXPECT_EQ(filesOf(read), (Files{"v1/007-800000.m4s", "v1/008-800000.m4s", "v1/009-800000.m4s"}));
    const Representation& video = read->representations[0];
    EXPECT_EQ(video.init->file, "v1/init.mp4");
    EXPECT_EQ(video.height, 360U);
    EXPECT_EQ(video.bandwidth, 800000U);
    EXPECT_EQ(video.start, 0U);
}

TEST(MpdReader, TimelinesRepeatAndRunToTheEnd) {
    const auto read =
        readMpd(mpd("<SegmentTemplate timescale=\"10\" presentationTimeOffset=\"50\" media=\"$Time$.m4s\">"
                    "<SegmentTimeline><S t=\"50\" d=\"20\" r=\"1\"/><S d=\"10\"/><S d=\"25\" r=\"-1\"/>"
                    "</SegmentTimeline></SegmentTemplate>"),
                "a.mpd");
    EXPECT_EQ(filesOf(read), (Files{"50.m4s", "70.m4s", "90.m4s", "100.m4s", "125.m4s"}));
    EXPECT_EQ(read->representations[0].start, 50U);
    EXPECT_EQ(read->representations[0].startScale, 10U);
}

TEST(MpdReader, SegmentListsAndInheritance) {
    const auto read = readMpd(
        "<MPD><Period duration=\"PT8S\"><BaseURL>film/</BaseURL><SegmentList duration=\"4\"/>"
        "<AdaptationSet mimeType=\"audio/mp4\" lang=\"de\"><Role value=\"main\"/>"
        "<Representation id=\"a\" codecs=\"mp4a.40.2\"><BaseURL>sound.mp4</BaseURL><SegmentList>"
        "<Initialization range=\"0-699\"/><SegmentURL mediaRange=\"700-999\"/>"
        "<SegmentURL media=\"more%20sound.mp4\" mediaRange=\"0-9\"/></SegmentList></Representation>"
        "</AdaptationSet></Period></MPD>",
        "a.mpd");
    ASSERT_TRUE(read) << read.error().what;
    const Representation& sound = read->representations.at(0);
    EXPECT_EQ(sound.kind, StreamKind::Audio);
    EXPECT_EQ(sound.language, "de");
    EXPECT_TRUE(sound.isDefault);
    EXPECT_EQ(sound.init, (Piece{"film/sound.mp4", 0, 700}));
    EXPECT_EQ(sound.segments,
              (std::vector<Piece>{{"film/sound.mp4", 700, 300}, {"film/more sound.mp4", 0, 10}}));
}

TEST(MpdReader, WholeFilesWithAnIndex) {
    const auto read = readMpd(mpd("<BaseURL>\n video.mp4 </BaseURL><SegmentBase indexRange=\"800-899\">"
                                  "<Initialization range=\"0-799\"/></SegmentBase>"),
                              "a.mpd");
    ASSERT_TRUE(read) << read.error().what;
    const Representation& video = read->representations.at(0);
    EXPECT_TRUE(video.isWholeFile);
    EXPECT_EQ(video.segments, (std::vector<Piece>{{"video.mp4", 0, std::nullopt}}));
    EXPECT_EQ(video.index, (Piece{"video.mp4", 800, 100}));
    EXPECT_EQ(video.init, (Piece{"video.mp4", 0, 800}));
}

TEST(MpdReader, LeavesOutWhatIsNotThePicture) {
    const auto read = readMpd(
        "<MPD><Period><AdaptationSet mimeType=\"video/mp4\"><EssentialProperty "
        "schemeIdUri=\"http://dashif.org/guidelines/trickmode\" value=\"1\"/><Representation id=\"t\">"
        "<BaseURL>t.mp4</BaseURL></Representation></AdaptationSet>"
        "<AdaptationSet mimeType=\"image/jpeg\"><Representation id=\"i\"/></AdaptationSet>"
        "<AdaptationSet mimeType=\"video/webm\" codecs=\"vp9\"><Representation id=\"w\"/></AdaptationSet>"
        "<AdaptationSet mimeType=\"text/vtt\" lang=\"en\"><Role value=\"caption\"/><Representation id=\"c\">"
        "<BaseURL>c.vtt</BaseURL></Representation></AdaptationSet></Period></MPD>",
        "a.mpd");
    ASSERT_TRUE(read) << read.error().what;
    ASSERT_EQ(read->representations.size(), 1U);
    EXPECT_TRUE(read->representations[0].isPlainText);
    EXPECT_EQ(read->representations[0].textRole, media::TextRole::Caption);
    EXPECT_EQ(read->leftOut, (std::vector<std::string>{"video/webm"}));
}

TEST(MpdReader, PicturesOfOneKindAreOneGroup) {
    const auto set = [](const std::string& id, const std::string& codecs, const std::string& property) {
        return "<AdaptationSet mimeType=\"video/mp4\">" + property + "<Representation id=\"" + id +
               "\" codecs=\"" + codecs + "\"><BaseURL>x.mp4</BaseURL></Representation></AdaptationSet>";
    };
    const std::string hdr =
        "<SupplementalProperty schemeIdUri=\"urn:mpeg:mpegB:cicp:TransferCharacteristics\" value=\"16\"/>";
    const auto read = readMpd("<MPD><Period>" + set("a", "hvc1.1", "") + set("b", "hvc1.2", "") +
                                  set("c", "hvc1.2", hdr) + set("d", "avc1.1", "") + "</Period></MPD>",
                              "a.mpd");
    ASSERT_TRUE(read) << read.error().what;
    const auto& all = read->representations;
    EXPECT_EQ(all.at(0).group, all.at(1).group);
    EXPECT_NE(all.at(0).group, all.at(2).group);
    EXPECT_NE(all.at(0).group, all.at(3).group);
}

TEST(MpdReader, NothingOutsideOfTheFolder) {
    for (const char* name :
         {"http://example.org/a.mp4", "//example.org/a.mp4", "/etc/passwd", "../a.mp4", "a/../../b.mp4",
          "%2e%2e/a.mp4", "file:///etc/passwd", "C:a.mp4", "a%00b", "a\\b"}) {
        const Error error = errorOf(mpd("<BaseURL>" + std::string(name) + "</BaseURL>"));
        EXPECT_EQ(error.code, "package_outside") << name << ": " << error.what;
        EXPECT_NE(error.what.find("a.mpd, Representation v1"), std::string::npos) << error.what;
    }
    EXPECT_EQ(errorOf(mpd("<BaseURL>a.mp4</BaseURL>", "", "<BaseURL>https://example.org/</BaseURL>")).code,
              "package_outside");
    EXPECT_EQ(errorOf(mpd("<SegmentTemplate timescale=\"1\" duration=\"1\" media=\"../$Number$\"/>")).code,
              "package_outside");
    EXPECT_EQ(errorOf(mpd("<SegmentList><Initialization sourceURL=\"/dev/zero\"/><SegmentURL media=\"a\"/>"
                          "</SegmentList>"))
                  .code,
              "package_outside");
}

TEST(MpdReader, CountsAreBounded) {
    for (const char* segments :
         {"<SegmentTemplate timescale=\"4294967295\" duration=\"1\" media=\"$Number$\"/>",
          "<SegmentTemplate media=\"$Time$\"><SegmentTimeline><S t=\"0\" d=\"1\" r=\"999999999999\"/>"
          "</SegmentTimeline></SegmentTemplate>",
          "<SegmentTemplate timescale=\"4000000\" media=\"$Time$\"><SegmentTimeline>"
          "<S t=\"0\" d=\"1\" r=\"-1\"/></SegmentTimeline></SegmentTemplate>"})
        EXPECT_EQ(errorOf(mpd(segments)).code, "package_limit") << segments;
}

TEST(MpdReader, SaysWhatItCannotOpen) {
    EXPECT_EQ(errorOf("<MPD type=\"dynamic\"><Period/></MPD>").code, "package_live");
    EXPECT_EQ(errorOf("<MPD><Period/><Period/></MPD>").code, "package_unsupported");
    EXPECT_EQ(errorOf("<MPD><Period xlink:href=\"http://example.org\"/></MPD>").code, "package_unsupported");
}

TEST(MpdReader, RefusesWhatIsNoDescription) {
    for (const std::string& text :
         {std::string(),
          std::string("<html/>"),
          std::string("<MPD>"),
          std::string("<MPD/>"),
          mpd("<SegmentTemplate duration=\"1\"/>"),
          mpd("<SegmentTemplate media=\"$Nonsense$\" duration=\"1\"/>"),
          mpd("<SegmentTemplate media=\"$Number\" duration=\"1\"/>"),
          mpd("<SegmentTemplate media=\"$Number%999999999d$\" duration=\"1\"/>"),
          mpd("<SegmentTemplate media=\"a\"/>"),
          mpd("<SegmentTemplate media=\"a\" duration=\"-4\"/>"),
          mpd("<SegmentTemplate media=\"a\" duration=\"4\"/>", ""),
          mpd("<SegmentTemplate media=\"a\" duration=\"4\"/>", "mediaPresentationDuration=\"P1Y\""),
          mpd("<SegmentTemplate media=\"a\" duration=\"4\"/>", "mediaPresentationDuration=\"PT1e9999S\""),
          mpd("<SegmentTemplate media=\"a\"><SegmentTimeline><S "
              "d=\"0\"/></SegmentTimeline></SegmentTemplate>"),
          mpd("<SegmentTemplate media=\"a\"><SegmentTimeline><S t=\"18446744073709551615\" d=\"9\"/>"
              "</SegmentTimeline></SegmentTemplate>"),
          mpd("<SegmentTemplate timescale=\"0\" media=\"a\" duration=\"1\"/>"),
          mpd("<SegmentList/>"),
          mpd("<SegmentList><SegmentURL mediaRange=\"9-3\"/></SegmentList>"),
          mpd("<SegmentBase/>"),
          mpd("<BaseURL>folder/</BaseURL>")})
        EXPECT_EQ(errorOf(text).code, "package_invalid") << text;
}

TEST(MpdReader, EntitiesStayWhatTheyAre) {
    const std::string bomb =
        "<!DOCTYPE MPD [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
        "<MPD><Period><AdaptationSet mimeType=\"text/vtt\"><Representation id=\"&a;&b;\">"
        "<BaseURL>a&amp;b.vtt</BaseURL></Representation></AdaptationSet></Period></MPD>";
    const auto read = readMpd(bomb, "a.mpd");
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->representations.at(0).id, "&a;&b;");
    EXPECT_EQ(read->representations.at(0).segments.at(0).file, "a&b.vtt");
}

}  // namespace
}  // namespace keyreel::adaptive
