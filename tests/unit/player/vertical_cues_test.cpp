// Cues whose lines are columns (W3C WebVTT, vertical:rl and vertical:lr).

#include <gtest/gtest.h>

#include <string_view>

#include "player/column_setting.h"
#include "player/cue_text.h"
#include "player/cue_timeline.h"
#include "player/letter_standing.h"
#include "player/subtitle_view.h"
#include "player/video_surface.h"
#include "tests/unit/playback/clips.h"
#include "tests/unit/player/player_fixture.h"

namespace keyreel::player {
namespace {

using media::TextCue;
using std::chrono::milliseconds;
using test::Fixture;
using Direction = CuePlace::Direction;

TEST(VerticalCue, IsAskedForBySettings) {
    EXPECT_EQ(parseCuePlace("vertical:rl line:0").direction, Direction::GrowingLeft);
    EXPECT_EQ(parseCuePlace("line:0\tvertical:lr").direction, Direction::GrowingRight);
    for (const char* damaged : {"vertical:up", "vertical:", "vertical:RL", "vertical:rl,lr", "vertical", ""})
        EXPECT_EQ(parseCuePlace(damaged), CuePlace()) << damaged;
    EXPECT_EQ(parseCuePlace("vertical:rl vertical:x").direction, Direction::GrowingLeft);
    // The upper side where a horizontal one has the left.
    EXPECT_EQ(parseCuePlace("vertical:rl position:20%,line-left size:40%").span(false).left, 20);
    EXPECT_EQ(parseCuePlace("vertical:rl align:start").above(30), 0);
    EXPECT_EQ(parseCuePlace("vertical:rl").above(30), 15);
    EXPECT_EQ(parseCuePlace("vertical:rl align:right").above(30), 30);
}

TEST(LetterStanding, IsThatOfUnicode) {
    for (const char32_t upright : std::u32string_view(U"塩あア한♪①©†Ａ！😀々〆𠀀"))
        EXPECT_EQ(standingOf(upright), (Standing{true, {}})) << std::hex << int(upright);
    for (const char32_t lying : std::u32string_view(U"Salt 9é.,—…ー「」（〜：ｱй؟\U0010ffff\0", 21))
        EXPECT_EQ(standingOf(lying), Standing()) << std::hex << int(lying);
    for (const char32_t moved : std::u32string_view(U"、。，．ゃッㇰ")) {
        EXPECT_TRUE(standingOf(moved).upright) << std::hex << int(moved);
        EXPECT_GT(standingOf(moved).shift.x(), 0) << std::hex << int(moved);
        EXPECT_LT(standingOf(moved).shift.y(), 0) << std::hex << int(moved);
    }
    EXPECT_GT(standingOf(U'、').shift.x(), standingOf(U'っ').shift.x());
}

/// Columns of at most `room` em.
struct Broken {
    Broken(const char* text, double room, const char* settings = "vertical:rl")
        : setting(parseCueText(text), font(), 100 * room, parseCuePlace(settings)) {}
    static QFont font() {
        QFont font;
        font.setPixelSize(100);
        return font;
    }
    [[nodiscard]] int columns() const { return qRound(setting.width() / setting.columnWidth()); }
    ColumnSetting setting;
};

TEST(ColumnSetting, BreaksWhereUnicodeAllowsIt) {
    EXPECT_EQ(Broken("塩は古い", 4).columns(), 1);
    EXPECT_EQ(Broken("塩は古い", 4).setting.height(), 400);
    EXPECT_EQ(Broken("塩は古い", 3.9).columns(), 2);
    EXPECT_EQ(Broken("塩は\n古い", 4).columns(), 2);
    EXPECT_EQ(Broken("塩は<b>古い</b><c.lime>道</c>", 5).columns(), 1);
    // No column begins with a full stop, or ends with a bracket that opens.
    EXPECT_EQ(Broken("塩は古い。", 4).setting.height(), 300);
    EXPECT_EQ(Broken("塩は（古い", 3).setting.height(), Broken("（古い", 3).setting.height());
    // Words stay whole and their space is not counted where a column ends, but none is longer than a column.
    const double salt = Broken("salt", 20).setting.height();
    EXPECT_EQ(Broken("salt salt", salt / 100).columns(), 2);
    EXPECT_EQ(Broken("salt salt", salt / 100).setting.height(), salt);
    EXPECT_LE(Broken("saltsaltsaltsalt", 3).setting.height(), 300);
    EXPECT_GE(Broken("saltsaltsaltsalt", 3).columns(), 2);
    EXPECT_EQ(Broken("塩", 0.1).columns(), 1);
    EXPECT_EQ(Broken(" \u3000", 5).setting.height(), 0);
    EXPECT_EQ(Broken("", 5).setting.height(), 0);
    EXPECT_EQ(Broken("\xf0\xa9\xb8\xbd\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80", 9).setting.height(), 200)
        << "letters of several code units are one";
}

/// A player on a film of 640 x 360, on a surface of that size.
struct Columns : testing::Test {
    Columns() {
        surface.resize(640, 360);
        surface.setPlayer(f.player.get());
        view = new SubtitleView(*f.player, surface);
        surface.show();
        f.player->open(test::sourcesOf(test::h264Clip()), milliseconds(2000), true);
    }
    void SetUp() override { WAIT_FOR(f.player->state() == PlayerState::Paused); }
    QVector<QRect> boxesOf(std::vector<TextCue> cues) {
        view->setTimeline(std::make_shared<CueTimeline>(std::move(cues)));
        return view->boxes();
    }
    QRect boxOf(const char* settings, const char* text = "塩は古い") {
        const auto boxes = boxesOf({{0, 9000, "", settings, text}});
        return boxes.size() == 1 ? boxes[0] : QRect();
    }
    /// What is drawn of a cue, without what is behind it.
    QImage drawn(const char* text, const char* settings = "vertical:rl") {
        view->setGround(SubtitleView::Ground::None);
        EXPECT_FALSE(boxOf(settings, text).isEmpty());
        QImage image(surface.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        view->drawInto(image);
        return image;
    }
    /// What surrounds all of one colour.
    static QRect inkOf(const QImage& image, QColor colour) {
        QRect ink;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) == colour.rgba()) ink |= QRect(x, y, 1, 1);
        return ink;
    }
    Fixture f;
    VideoSurface surface;
    SubtitleView* view = nullptr;
};

TEST_F(Columns, AreCountedFromTheSideOfTheFirst) {
    const int edge = 14;
    const QRect first = boxOf("vertical:rl line:0");
    EXPECT_GT(first.height(), 3 * first.width());
    EXPECT_NEAR(first.right(), 640 - edge, 2);
    EXPECT_NEAR(boxOf("vertical:lr line:0").left(), edge, 1);
    // Negative numbers, and none, from the other side.
    EXPECT_NEAR(boxOf("vertical:rl").left(), edge, 1);
    EXPECT_EQ(boxOf("vertical:rl line:-1"), boxOf("vertical:rl"));
    EXPECT_EQ(boxOf("vertical:rl line:-0.4"), first);
    EXPECT_NEAR(boxOf("vertical:lr").right(), 640 - edge, 2);
    // By columns, whatever their number is.
    const double column = boxOf("vertical:rl line:0", "塩\n道").width() - first.width();
    EXPECT_NEAR(boxOf("vertical:rl line:3").right(), first.right() - 3 * column, 2);
    EXPECT_NEAR(boxOf("vertical:rl line:3", "塩\n道").right(), first.right() - 3 * column, 2);
    EXPECT_NEAR(boxOf("vertical:lr line:-3").left(), first.left() - 2 * column, 2);
    EXPECT_NEAR(boxOf("vertical:lr line:-3", "塩\n道").left(), first.left() - 2 * column, 2);
    EXPECT_NEAR(boxOf("vertical:lr line:-1", "塩\n道").right(), first.right(), 2);
    // No number leads out of the picture.
    EXPECT_EQ(boxOf("vertical:rl line:999"), boxOf("vertical:rl"));
    EXPECT_EQ(boxOf("vertical:rl line:-999"), first);
    // Percentages are of its width, from the left.
    EXPECT_NEAR(boxOf("vertical:rl line:25%").left(), 160, 1);
    EXPECT_NEAR(boxOf("vertical:lr line:25%,center").center().x(), 160, 1);
    EXPECT_NEAR(boxOf("vertical:lr line:25%,end").right(), 160, 1);
    EXPECT_NEAR(boxOf("vertical:rl line:100%").right(), 639, 1);
}

TEST_F(Columns, HaveTheirPositionDownThePicture) {
    const QRect plain = boxOf("vertical:rl");
    EXPECT_NEAR(plain.center().y(), 180, 1);
    EXPECT_NEAR(boxOf("vertical:rl align:start").top(), 14, 1);
    EXPECT_NEAR(boxOf("vertical:rl align:right").bottom(), 360 - 14, 2);
    EXPECT_NEAR(boxOf("vertical:rl position:50% align:left").top(), 180, 1);
    EXPECT_NEAR(boxOf("vertical:rl position:50%,line-right align:right").bottom(), 180, 1);
    EXPECT_NEAR(boxOf("vertical:rl position:30% align:center").center().y(), 108, 1);
    const QRect broken = boxOf("vertical:rl size:30%", "塩は古い、道よりも、人よりも。");
    EXPECT_LT(broken.height(), 108);
    EXPECT_GT(broken.width(), 2 * plain.width());
    // Above what covers the lower part: where it was, moved, and broken.
    view->setFloor(300);
    EXPECT_EQ(boxOf("vertical:rl"), plain);
    EXPECT_LT(boxOf("vertical:rl align:right").bottom(), 295);
    const char* whole = "塩は古い道よりも人よりも海よりも";
    EXPECT_LT(boxOf("vertical:rl", whole).bottom(), 295);
    view->setFloor(150);
    EXPECT_LT(boxOf("vertical:rl", whole).bottom(), 145);
    EXPECT_GT(boxOf("vertical:rl", whole).width(), 2 * plain.width());
    view->setFloor(1000);
    // In the person's size.
    view->setScale(2);
    EXPECT_NEAR(boxOf("vertical:rl").height(), 2 * plain.height(), 4);
    // As much as the picture has, whatever there is.
    const QRect endless = boxOf("vertical:lr", std::string(4000, 'W').c_str());
    EXPECT_TRUE(surface.pictureRect().contains(endless));
    EXPECT_TRUE(boxOf("vertical:lr", " ").isNull());
    std::string lines = "塩";
    for (int i = 0; i < 40; ++i, lines += "\n道")
        for (const char* settings : {"vertical:rl line:0", "vertical:rl line:40%", "vertical:lr"})
            EXPECT_TRUE(surface.pictureRect().contains(boxOf(settings, lines.c_str()))) << i << settings;
}

TEST_F(Columns, GiveWayToTheSide) {
    const auto both = [&](const char* one, const char* other) {
        return boxesOf({{0, 9000, "", one, "塩は古い"}, {0, 9000, "", other, "道より"}});
    };
    // To where the next column would be; from the last one back.
    for (const auto& [settings, sign] : {std::pair("vertical:rl line:0", -1), std::pair("vertical:rl", 1),
                                         std::pair("vertical:lr line:0", 1), std::pair("vertical:lr", -1)}) {
        const auto boxes = both(settings, settings);
        ASSERT_EQ(boxes.size(), 2);
        EXPECT_EQ(sign < 0 ? boxes[1].right() + 1 : boxes[1].left(),
                  sign < 0 ? boxes[0].left() : boxes[0].right() + 1)
            << settings;
    }
    // The other way when there is no room.
    const auto turned = both("vertical:rl", "vertical:rl line:29");
    ASSERT_EQ(turned.size(), 2);
    EXPECT_EQ(turned[1].left(), turned[0].right() + 1);
    // Not drawn when there is none at all, but still said; others are drawn across.
    std::vector<TextCue> full(CueTimeline::kMostAtOnce, TextCue{0, 9000, "", "vertical:rl line:0", "塩\n道"});
    const auto many = boxesOf(full);
    EXPECT_GT(many.size(), 9);
    EXPECT_LT(many.size(), 14);
    for (int i = 0; i < many.size(); ++i) {
        EXPECT_TRUE(surface.pictureRect().contains(many[i]));
        for (int j = 0; j < i; ++j)
            EXPECT_FALSE(many[i].intersects(many[j])) << i << ' ' << j;
    }
    EXPECT_EQ(view->text().split(u'\n').size(), 2 * CueTimeline::kMostAtOnce);
    full.back().settings = "vertical:rl line:50%";
    EXPECT_EQ(boxesOf(full).size(), many.size() + 1);
    // Beside a line across, and below one at the top.
    const auto mixed =
        boxesOf({{0, 9000, "", "", "across"}, {0, 9000, "", "vertical:rl line:0", "塩は古い"}});
    ASSERT_EQ(mixed.size(), 2);
    EXPECT_FALSE(mixed[0].intersects(mixed[1]));
    EXPECT_GT(mixed[0].top(), 300);
    view->setSecond(
        std::make_shared<CueTimeline>(std::vector<TextCue>{{0, 9000, "", "vertical:rl", "at the top"}}));
    ASSERT_EQ(view->boxes().size(), 3);
    EXPECT_GT(view->boxes()[2].width(), view->boxes()[2].height());
    EXPECT_LT(view->boxes()[2].top(), 20);
    EXPECT_EQ(view->text(), QStringLiteral("across\n塩は古い\nat the top"));
}

TEST_F(Columns, AreReadDownwards) {
    const QColor white(255, 255, 255);
    const QColor lime(0, 255, 0);
    const QColor red(255, 0, 0);
    // A Latin letter lies, one of those that stand stands.
    const QRect bar = inkOf(drawn("<b>I</b>"), white);
    EXPECT_GT(bar.width(), 2 * bar.height());
    const QRect dagger = inkOf(drawn("<b>†</b>"), white);
    EXPECT_GT(dagger.height(), dagger.width());
    // On its right side: the foot of an L points down and is on the left.
    const QImage foot = drawn("<b>L</b>");
    const QRect lying = inkOf(foot, white);
    EXPECT_EQ(foot.pixelColor(lying.left() + 1, lying.bottom() - 1), white);
    EXPECT_NE(foot.pixelColor(lying.right() - 1, lying.bottom() - 1), white);
    // Letters and columns follow each other downwards and to the left, or to the right.
    for (const auto& [settings, sign] : {std::pair("vertical:rl", 1), std::pair("vertical:lr", -1)}) {
        const QImage image = drawn("<c.lime>■</c><c.red>■</c>\n<c.red>■</c>■", settings);
        const QRect green = inkOf(image, lime);
        const QRect reds = inkOf(image, red);
        const QRect last = inkOf(image, white);
        EXPECT_LT(green.bottom(), last.top());
        EXPECT_GT(sign * (green.center().x() - last.center().x()), 5) << settings;
        EXPECT_EQ(reds, reds | QRect(green.left(), last.top(), 1, 1));
    }
    // Colours, lines along the letters and between them, and an outline that lies on nothing.
    const QImage marked = drawn("<c.red><u>■■ ■ </u></c>");
    const QRect ink = inkOf(marked, red);
    EXPECT_GT(ink.height(), 2 * 15);
    for (int y = ink.top() + 1; y < ink.bottom(); ++y)
        EXPECT_EQ(marked.pixelColor(ink.left(), y), red) << y;
    EXPECT_EQ(marked.pixelColor(ink.left() - 1, ink.center().y()), QColor(Qt::black));
}

}  // namespace
}  // namespace keyreel::player
