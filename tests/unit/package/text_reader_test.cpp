#include "core/package/text_reader.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/package/text_writer.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::package {
namespace {

using media::TextCue;

/// The CMAF file that a track is packaged into, cut every two seconds.
Bytes packaged(const media::TextTrack& track, std::int64_t end) {
    const test::TemporaryFolder folder;
    std::vector<std::int64_t> boundaries;
    for (std::int64_t at = 2000; at < end; at += 2000)
        boundaries.push_back(at);
    const auto written = writeText({folder.path(), "text-eng-1"}, track, boundaries, end, {});
    if (!written) return {};
    return readFile(written->outputs.front().temporaryPath(), 1U << 20).value();
}

TEST(TextReader, GivesEachCueOnceHoweverItWasCut) {
    media::TextTrack track;
    track.cues = {{500, 1500, "1", "vertical:rl line:0 align:start", "<i>First</i>\nof two lines"},
                  {1000, 7000, "", "", "through three segments"},
                  {1000, 7000, "", "", "beside it"},
                  {3000, 3500, "", "", "again"},
                  {3500, 4500, "", "", "again"},
                  {9000, 9500, "", "", "after a silence"}};
    const auto cues = readTextCues(packaged(track, 10000), "text-eng-1");
    ASSERT_TRUE(cues) << cues.error().what;
    EXPECT_EQ(*cues, track.cues);
}

TEST(TextReader, ReadsTtmlAsCuesWithItsMarkup) {
    media::TextTrack track;
    track.form = media::TextForm::Ttml;
    track.document =
        "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:tts='http://www.w3.org/ns/ttml#styling'><body>"
        "<div begin='1s'><p begin='0.5s' end='4s'>\n  One &amp; <span "
        "tts:fontStyle='italic'>two</span><br/>\n"
        "  three  </p><p begin='5s' dur='1s' tts:fontWeight='bold'>&lt;four&gt;</p><p begin='?'>never</p>"
        "</div><div><p>always</p></div></body></tt>";
    const auto cues = readTextCues(packaged(track, 8000), "text-eng-1");
    ASSERT_TRUE(cues) << cues.error().what;
    EXPECT_EQ(*cues, (std::vector<TextCue>{{0, 3600000000, "", "", "always"},
                                           {1500, 5000, "", "", "One &amp; <i>two</i>\nthree"},
                                           {6000, 7000, "", "", "<b>&lt;four&gt;</b>"}}));
    EXPECT_EQ(*cuesOf(track, "a"), *cues);
}

TEST(TextReader, RefusesWhatIsNoTextTrackAndStaysInsideTheFile) {
    media::TextTrack track;
    track.cues = {{500, 1500, "", "", "Some words"}, {2500, 5000, "", "", "More words"}};
    const Bytes whole = packaged(track, 6000);
    ASSERT_TRUE(readTextCues(whole, "a"));
    EXPECT_EQ(readTextCues({}, "a").error().code, "text_invalid");
    EXPECT_FALSE(readTextCues(Bytes(100, 1), "a"));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto cut = readTextCues(ByteView(whole).first(size), "a");
        EXPECT_TRUE(!cut || cut->size() <= track.cues.size()) << size;
    }
    // Any byte may be any other: an answer, never a fault.
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes changed = whole;
        changed[i] = static_cast<std::uint8_t>(changed[i] ^ 0xff);
        const auto read = readTextCues(changed, "a");
        EXPECT_TRUE(!read || read->size() <= 10U) << i;
    }
}

}  // namespace
}  // namespace keyreel::package
