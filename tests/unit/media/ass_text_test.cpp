// Scripts of SubStation Alpha: their words, the script out of a film, the fonts beside it.

#include <gtest/gtest.h>

#include <cstdlib>

#include "core/base/file.h"
#include "core/media/text_track.h"
#include "tests/support/block_font.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::media {
namespace {

const std::string kHead =
    "[Script Info]\n; drawn by hand\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour\nStyle: Default,Block,40,&H00FFFFFF\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

TEST(AssText, IsKnownByItsFirstSectionAndHasItsWordsAsCues) {
    const std::string script =
        kHead +
        "Dialogue: 0,0:00:05.00,0:00:06.50,Default,,0,0,0,,{\\an8\\pos(1,2)}Salt, <not> sugar\\N& "
        "{\\i1}more\r\n"
        "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,never shown\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\p1}m 0 0 l 9 0 9 9{\\p0}after a\\hshape\n"
        "Dialogue: 1,0:00:01.00,0:00:02.00,Default,,0,0,0,,after a shape\n"
        "Dialogue: 0,0:00:03.00,0:00:03.00,Default,,0,0,0,,no time\n"
        "Dialogue: 0,0:99:03.00,0:00:04.00,Default,,0,0,0,,no such time\n"
        "Dialogue: half a line\n";
    for (const std::string& text : {script, "\xef\xbb\xbf" + script, "\n! old\n" + script}) {
        const auto track = parseText(text, "a.ass");
        ASSERT_TRUE(track) << track.error().what;
        const std::vector<TextCue> wanted{{1000, 2000, "", "", "after a shape"},
                                          {5000, 6500, "", "", "Salt, &lt;not&gt; sugar\n&amp; more"}};
        EXPECT_EQ(track->cues, wanted);
        EXPECT_EQ(track->form, TextForm::WebVtt);
        EXPECT_NE(track->script.find("{\\an8\\pos(1,2)}"), std::string::npos);
    }
}

TEST(AssText, FollowsTheOrderThatTheScriptNames) {
    const auto track = parseText(
        "[Script Info]\n[Events]\nFormat: Style, End, Start, Text\nDialogue: A,0:00:02.00,0:00:01.00,one, "
        "two\n",
        "a.ssa");
    ASSERT_TRUE(track) << track.error().what;
    EXPECT_EQ(track->cues, (std::vector<TextCue>{{1000, 2000, "", "", "one, two"}}));
}

TEST(AssText, SaysWhatCannotBeRead) {
    EXPECT_EQ(parseText(kHead, "a.ass").error().code, "text_invalid");
    EXPECT_EQ(parseText("[Script Info]", "a.ass").error().code, "text_invalid");
    EXPECT_EQ(parseText("[Something]\n" + kHead, "a.ass").error().code, "text_not_recognised");
    EXPECT_EQ(parseText(kHead + "Dialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,\xff", "a.ass").error().code,
              "text_invalid");
}

TEST(AssText, ComesWholeOutOfAFilmWithItsFonts) {
    const test::TemporaryFolder folder;
    SampleFilmOptions options;
    options.seconds = 4;
    options.width = 192;
    options.height = 112;
    const auto film = test::clip("for-text.mp4", options);
    const auto file = [&](const char* name) { return (folder.path() / name).string(); };
    ASSERT_TRUE(writeFileAtomically(
        file("a.ass"), asBytes(kHead + "Dialogue: 3,0:00:02.00,0:00:03.00,Default,,0,0,7,,{\\an8}late\n"
                                       "Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,early, twice\n")));
    const Bytes font = test::blockFont("Block");
    ASSERT_TRUE(writeFileAtomically(file("block.ttf"), font));
    ASSERT_TRUE(writeFileAtomically(file("notes.txt"), asBytes("no font")));
    const std::string command = "ffmpeg -v error -y -i " + film.string() + " -i " + file("a.ass") +
                                " -map 0:v -map 1 -c:v copy -c:s copy -attach " + file("block.ttf") +
                                " -metadata:s:t:0 mimetype=application/x-truetype-font -attach " +
                                file("notes.txt") + " -metadata:s:t:1 mimetype=text/plain -attach " +
                                file("block.ttf") + " -metadata:s:t:2 mimetype=font/ttf " + file("film.mkv");
    ASSERT_EQ(std::system(command.c_str()), 0);
    const auto texts = readTextStreams(std::filesystem::path(file("film.mkv")));
    ASSERT_TRUE(texts) << texts.error().what;
    ASSERT_EQ(texts->size(), 1U);
    EXPECT_EQ(texts->front().cues,
              (std::vector<TextCue>{{1000, 2500, "", "", "early, twice"}, {2000, 3000, "", "", "late"}}));
    // The same script, in the order in which it was written.
    const std::string& script = texts->front().script;
    EXPECT_TRUE(script.starts_with("[Script Info]"));
    const std::size_t late = script.find("Dialogue: 3,0:00:02.00,0:00:03.00,Default,,0,0,7,,{\\an8}late\n");
    const std::size_t early = script.find("Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,early, twice\n");
    ASSERT_NE(late, std::string::npos) << script;
    ASSERT_NE(early, std::string::npos) << script;
    const auto again = parseText(script, "again");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->cues, texts->front().cues);

    const auto fonts = readFonts(std::filesystem::path(file("film.mkv")));
    ASSERT_TRUE(fonts) << fonts.error().what;
    ASSERT_EQ(fonts->size(), 2U) << "what is no font stays where it is";
    EXPECT_EQ(fonts->front(), (TextFont{"block.ttf", font}));
    EXPECT_TRUE(readFonts(film).value().empty());
}

}  // namespace
}  // namespace keyreel::media
