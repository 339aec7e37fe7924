#include <gtest/gtest.h>

#include <QPainter>

#include "player/cue_text.h"
#include "player/cue_timeline.h"
#include "player/subtitle_view.h"
#include "player/video_surface.h"
#include "tests/unit/playback/clips.h"
#include "tests/unit/player/player_fixture.h"

namespace keyreel::player {
namespace {

using media::TextCue;
using std::chrono::milliseconds;
using test::Fixture;

TEST(CueTimeline, FindsWhatShowsAlsoBelowACueThatNeverEnds) {
    std::vector<TextCue> cues{{0, 3'600'000, "", "", "the whole film"}};
    for (int i = 0; i < 50'000; ++i)
        cues.push_back({i * 70, i * 70 + 60, "", "", std::to_string(i)});
    const CueTimeline timeline(std::move(cues));
    const auto texts = [&](int at) {
        std::vector<std::string> out;
        for (const std::size_t place : timeline.showing(milliseconds(at)))
            out.push_back(timeline.at(place).text);
        return out;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(texts(0), (Texts{"the whole film", "0"}));
    EXPECT_EQ(texts(59), (Texts{"the whole film", "0"}));
    EXPECT_EQ(texts(60), (Texts{"the whole film"}));
    EXPECT_EQ(texts(70 * 49'999), (Texts{"the whole film", "49999"}));
    EXPECT_EQ(texts(3'600'000), Texts{});
    EXPECT_EQ(texts(-1), Texts{});
    EXPECT_TRUE(CueTimeline().showing(milliseconds(0)).empty());
    EXPECT_EQ(
        CueTimeline(std::vector<TextCue>(100, TextCue{0, 9, "", "", "x"})).showing(milliseconds(1)).size(),
        CueTimeline::kMostAtOnce);
}

TEST(CueText, KeepsLooksAndLeavesOutWhatItDoesNotKnow) {
    const CueLines lines = parseCueText(
        "<v Ada><i>Hello <b>you</b></i> &amp; &lt;me&gt;</v>\n<c.yellow.bg_blue>late</c> <00:01.000>r &#x41; "
        "&nope; <u>open\nnext");
    const QColor none;
    const CueLines wanted{{{QStringLiteral("Hello "), false, true, false, none},
                           {QStringLiteral("you"), true, true, false, none},
                           {QStringLiteral(" & <me>"), false, false, false, none}},
                          {{QStringLiteral("late"), false, false, false, QColor(255, 255, 0)},
                           {QStringLiteral(" "), false, false, false, none},
                           {QStringLiteral("r A &nope; "), false, false, false, none},
                           {QStringLiteral("open"), false, false, true, none}},
                          {{QStringLiteral("next"), false, false, true, none}}};
    EXPECT_EQ(lines, wanted);
    EXPECT_EQ(parseCueText("a < b"), (CueLines{{{QStringLiteral("a "), false, false, false, none}}}));
    EXPECT_EQ(parseCueText(std::string(100'000, 'x'))[0][0].text.size(), kMaxCueLetters);
}

TEST(CueText, PlacesAsTheStandardDoes) {
    const CuePlace plain = parseCuePlace("");
    EXPECT_FALSE(plain.line.has_value());
    EXPECT_EQ(plain.span(false).width, 100);
    const CuePlace place = parseCuePlace("line:10%,end position:20%,line-left size:40% align:left");
    EXPECT_TRUE(place.lineIsPercent);
    EXPECT_EQ(place.line, 10);
    EXPECT_EQ(place.lineAlign, CuePlace::Align::End);
    EXPECT_EQ(place.span(false).left, 20);
    EXPECT_EQ(place.span(false).width, 40);
    EXPECT_EQ(parseCuePlace("line:-2").line, -2);
    // Centred at a quarter: as wide as both sides allow.
    EXPECT_EQ(parseCuePlace("position:25%").span(false).left, 0);
    EXPECT_EQ(parseCuePlace("position:25%").span(false).width, 50);
    EXPECT_EQ(parseCuePlace("align:end size:30%").span(false).left, 70);
    EXPECT_EQ(parseCuePlace("align:end size:30%").span(true).left, 0);
    EXPECT_EQ(parseCuePlace("line: size:200% position:x align:up nothing line:1e9"), CuePlace());
}

/// A player at 2 s of a film of 640 x 360, on a surface of that size.
struct Screen {
    Screen() {
        surface.resize(640, 360);
        surface.setPlayer(f.player.get());
        view = new SubtitleView(*f.player, surface);
        surface.show();
        f.player->open(test::sourcesOf(test::h264Clip()), milliseconds(2000), true);
    }
    void show(std::vector<TextCue> cues) {
        view->setTimeline(std::make_shared<CueTimeline>(std::move(cues)));
    }
    Fixture f;
    VideoSurface surface;
    SubtitleView* view = nullptr;
};

TEST(SubtitleView, ShowsCuesAtTheirTimeAndLater) {
    Screen s;
    WAIT_FOR(s.f.player->state() == PlayerState::Paused);
    s.show({{0, 1000, "", "", "before"},
            {1900, 2100, "", "", "<i>now</i>\nhere"},
            {2500, 3000, "", "", "after"}});
    EXPECT_EQ(s.view->text(), QStringLiteral("now\nhere"));
    s.view->setDelay(milliseconds(1200));
    EXPECT_EQ(s.view->text(), QStringLiteral("before"));
    s.view->setDelay(milliseconds(-600));
    EXPECT_EQ(s.view->text(), QStringLiteral("after"));
    s.view->setShown(false);
    EXPECT_EQ(s.view->text(), QString());
    EXPECT_TRUE(s.view->boxes().isEmpty());
    s.view->setShown(true);
    s.view->setDelay({});
    s.f.player->seek(milliseconds(2800));
    WAIT_FOR(s.view->text() == QStringLiteral("after"));
    s.f.player->seek(milliseconds(500));
    WAIT_FOR(s.view->text() == QStringLiteral("before"));
    s.f.player->play();
    s.f.run(milliseconds(1500));
    WAIT_FOR(s.view->text() == QStringLiteral("now\nhere"));
    s.f.player->close();
    WAIT_FOR(s.view->text().isEmpty());
}

TEST(SubtitleView, StandsInThePictureWhereItShould) {
    Screen s;
    WAIT_FOR(s.f.player->state() == PlayerState::Paused);
    s.show(
        {{0, 9000, "", "", "at the bottom"},
         {0, 9000, "", "", "above it"},
         {0, 9000, "", "line:0", "at the top"},
         {0, 9000, "", "line:50% align:left size:30% position:0%", "left, and broken because it is long"}});
    QVector<QRect> boxes = s.view->boxes();
    ASSERT_EQ(boxes.size(), 4);
    const QRect picture = s.surface.pictureRect();
    for (int i = 0; i < 4; ++i) {
        EXPECT_TRUE(picture.contains(boxes[i])) << i;
        for (int j = 0; j < i; ++j)
            EXPECT_FALSE(boxes[i].intersects(boxes[j])) << i << j;
    }
    EXPECT_GT(boxes[0].top(), 300);
    EXPECT_NEAR(boxes[0].center().x(), picture.center().x(), 2);
    EXPECT_EQ(boxes[1].bottom() + 1, boxes[0].top());
    EXPECT_LT(boxes[2].top(), 20);
    EXPECT_NEAR(boxes[3].top(), 180, 2);
    EXPECT_LT(boxes[3].left(), 20);
    EXPECT_LT(boxes[3].width(), 200);
    EXPECT_GT(boxes[3].height(), 2 * boxes[0].height() * 2 / 3);

    // Above the controls, larger, and with the picture.
    s.view->setFloor(300);
    EXPECT_LT(s.view->boxes()[0].bottom(), 295);
    s.view->setFloor(1000);
    s.view->setScale(2);
    EXPECT_GT(s.view->boxes()[0].height(), boxes[0].height() * 17 / 10);
    s.view->setScale(1);
    s.surface.resize(1280, 720);
    WAIT_FOR(s.view->boxes()[0].height() > boxes[0].height() * 17 / 10);
}

TEST(SubtitleView, LettersAreLightWithADarkEdge) {
    Screen s;
    WAIT_FOR(s.f.player->state() == PlayerState::Paused);
    s.show({{0, 9000, "", "", "<b>HHHH</b>"}});
    ASSERT_EQ(s.view->boxes().size(), 1);
    QImage shot(s.surface.size(), QImage::Format_RGB32);
    s.surface.render(&shot);
    int light = 0;
    int dark = 0;
    const QRect box = s.view->boxes()[0];
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x) {
            light += qGray(shot.pixel(x, y)) > 240 ? 1 : 0;
            dark += qGray(shot.pixel(x, y)) < 20 ? 1 : 0;
        }
    EXPECT_GT(light, 60);
    EXPECT_GT(dark, light);
}

}  // namespace
}  // namespace keyreel::player
