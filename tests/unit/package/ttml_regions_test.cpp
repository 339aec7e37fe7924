// Vertical lines of TTML, which are a region's.

#include <gtest/gtest.h>

#include "core/package/ttml.h"

namespace keyreel::package {
namespace {

/// The settings of each paragraph's cue; nothing of a document that is none.
std::vector<std::string> settingsOf(const std::string& head, const std::string& body) {
    const auto document = TtmlDocument::parse(
        "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:tts='http://www.w3.org/ns/ttml#styling'>"
        "<head>" +
            head + "</head>" + body + "</tt>",
        "a");
    std::vector<std::string> out;
    if (!document) return out;
    // A segment has what its paragraphs need.
    const auto segment = TtmlDocument::parse(document->segment(0, 1000), "a");
    for (const media::TextCue& cue : document->cues())
        out.push_back(cue.settings);
    EXPECT_TRUE(segment && segment->cues() == document->cues());
    return out;
}

/// Of one paragraph in a region.
std::string ofRegion(const std::string& region, const std::string& styling = "",
                     const std::string& inside = "") {
    const auto all = settingsOf("<styling>" + styling + "</styling><layout><region xml:id='r' " + region +
                                    ">" + inside + "</region></layout>",
                                "<body><div><p region='r' begin='0s' end='1s'>a</p></div></body>");
    return all.size() == 1 ? all[0] : "none";
}

TEST(TtmlRegions, HaveVerticalLinesFromTheSideTheyBeginAt) {
    EXPECT_EQ(ofRegion("tts:writingMode='tbrl'"), "vertical:rl line:0");
    EXPECT_EQ(ofRegion("tts:writingMode='tb'"), "vertical:rl line:0");
    EXPECT_EQ(ofRegion("tts:writingMode='tblr' tts:displayAlign='before'"), "vertical:lr line:0");
    EXPECT_EQ(ofRegion("tts:writingMode='tbrl' tts:displayAlign='after'"), "vertical:rl");
    EXPECT_EQ(ofRegion("tts:writingMode='tbrl' tts:displayAlign='center'"), "vertical:rl line:50%,center");
    for (const char* across : {"", "tts:writingMode='lrtb'", "tts:writingMode='rltb'", "tts:writingMode=''",
                               "tts:writingMode='TBRL'", "tts:displayAlign='center'"})
        EXPECT_EQ(ofRegion(across), "") << across;
}

TEST(TtmlRegions, AreOfTheParagraphOrOfWhatItIsIn) {
    const std::string head =
        "<layout><region xml:id='v' tts:writingMode='tbrl'/><region xml:id='h'/></layout>";
    EXPECT_EQ(settingsOf(head,
                         "<body region='v'><div><p begin='0s' end='1s'>a</p></div><div region='h'>"
                         "<p begin='0s' end='1s'>b</p><p begin='0s' end='1s' region='v'>c</p>"
                         "<p begin='0s' end='1s' region='gone'>d</p></div></body>"),
              (std::vector<std::string>{"vertical:rl line:0", "", "vertical:rl line:0", ""}));
    // Lines are not a paragraph's own to turn.
    EXPECT_EQ(settingsOf(head, "<body><div><p begin='0s' end='1s' tts:writingMode='tbrl'>a</p></div></body>"),
              (std::vector<std::string>{""}));
}

TEST(TtmlRegions, TakeTheirStylesFromWhereverTheyAre) {
    const std::string styles =
        "<style xml:id='up' tts:writingMode='tbrl'/><style xml:id='end' style='up' tts:displayAlign='after'/>"
        "<style xml:id='flat' tts:writingMode='lrtb'/>";
    EXPECT_EQ(ofRegion("style='end'", styles), "vertical:rl");
    EXPECT_EQ(ofRegion("style=' flat\n up '", styles), "vertical:rl line:0");
    EXPECT_EQ(ofRegion("style='up flat'", styles), "");
    EXPECT_EQ(ofRegion("style='flat'", styles, "<style tts:writingMode='tblr'/>"), "vertical:lr line:0");
    EXPECT_EQ(ofRegion("tts:writingMode='lrtb'", styles, "<style style='up'/>"), "");
    EXPECT_EQ(ofRegion("style='gone up'", styles), "vertical:rl line:0");
    // Circles end, and so do chains that nobody follows.
    EXPECT_EQ(ofRegion("style='a'",
                       "<style xml:id='a' style='b a' tts:displayAlign='after'/>"
                       "<style xml:id='b' style='a' tts:writingMode='tbrl'/>"),
              "vertical:rl");
    std::string chain = "<style xml:id='s0' tts:writingMode='tbrl'/>";
    for (int i = 1; i < 20'000; ++i)
        chain += "<style xml:id='s" + std::to_string(i) + "' style='s" + std::to_string(i - 1) + "'/>";
    EXPECT_EQ(ofRegion("style='s40'", chain), "vertical:rl line:0");
    EXPECT_EQ(ofRegion("style='s19999'", chain), "");
}

}  // namespace
}  // namespace keyreel::package
