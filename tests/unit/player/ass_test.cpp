// Scripts of SubStation Alpha as pictures: drawn by libass, on a thread of their own, over the film.

#include <gtest/gtest.h>

#include <QPainter>
#include <fstream>
#include <random>

#include "player/ass_layer.h"
#include "player/subtitle_view.h"
#include "player/video_surface.h"
#include "tests/support/block_font.h"
#include "tests/unit/playback/clips.h"
#include "tests/unit/player/player_fixture.h"

namespace keyreel::player {
namespace {

using std::chrono::milliseconds;
using test::Fixture;

constexpr QRgb kRed = 0xffff0000;
constexpr QRgb kGreen = 0xff00ff00;
constexpr QRgb kBlue = 0xff0000ff;

const std::string kHead =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, "
    "Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
    "MarginR, MarginV, Encoding\n"
    "Style: Default,Kloetze,40,&H0000FF00,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,2,10,10,"
    "10,1\n"
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

std::string line(const std::string& from, const std::string& to, const std::string& text) {
    return "Dialogue: 0," + from + "," + to + ",Default,,0,0,0,," + text + "\n";
}

/// Red at the top from 1 to 2 s, green at the bottom from 1.5 s, blue at a place from 4 s.
AssScript someScript() {
    return {kHead + line("0:00:01.00", "0:00:02.00", "{\\an8\\c&H0000FF&}TOP") +
                line("0:00:01.50", "0:00:03.00", "BELOW") +
                line("0:00:04.00", "0:00:05.00", "{\\an7\\pos(480,90)\\c&HFF0000&}X"),
            std::make_shared<const std::vector<media::TextFont>>(
                std::vector<media::TextFont>{{"kloetze.ttf", test::blockFont("Kloetze")}})};
}

AssView viewAt(int ms) {
    AssView view;
    view.time = milliseconds(ms);
    view.frame = QSize(640, 360);
    view.picture = QRect(0, 0, 640, 360);
    view.film = QSize(320, 180);
    return view;
}

QImage whole(const AssPatches& patches, QSize size = {640, 360}) {
    QImage out(size, QImage::Format_ARGB32_Premultiplied);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    for (const AssPatch& patch : patches)
        painter.drawImage(patch.at, patch.image);
    return out;
}

/// What surrounds all of one colour; empty when there is none of it.
QRect boxOf(const QImage& picture, QRgb colour) {
    QRect box;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, y) == colour) box |= QRect(x, y, 1, 1);
    return box;
}

TEST(AssRenderer, DrawsWhatTheScriptSaysWhereItSays) {
    auto renderer = AssRenderer::open(someScript());
    ASSERT_TRUE(renderer) << renderer.error().what;
    const auto at = [&](int ms) { return renderer->render(viewAt(ms)); };

    EXPECT_EQ(at(0), std::nullopt) << "nothing yet, as before the first picture";
    const auto top = at(1200);
    ASSERT_TRUE(top);
    ASSERT_EQ(top->size(), 1);
    // Three squares in a row: the font of the film was taken.
    const QRect red = boxOf(whole(*top), kRed);
    EXPECT_LT(red.bottom(), 90);
    EXPECT_NEAR(red.center().x(), 320, 2);
    EXPECT_NEAR(double(red.width()) / red.height(), 4, 0.4);
    EXPECT_EQ(at(1210), std::nullopt) << "the same again is not drawn again";
    EXPECT_EQ(at(1400), std::nullopt);

    const auto both = at(1700);
    ASSERT_TRUE(both);
    EXPECT_EQ(both->size(), 2) << "what is far apart is no part of one picture";
    EXPECT_EQ(boxOf(whole(*both), kRed), red);
    EXPECT_GT(boxOf(whole(*both), kGreen).top(), 270);

    const auto place = at(4500);
    ASSERT_TRUE(place);
    const QRect blue = boxOf(whole(*place), kBlue);
    EXPECT_NEAR(blue.left(), 483, 4);
    EXPECT_GE(blue.top(), 90);
    EXPECT_LT(blue.bottom(), 140);

    // Back, and beyond the end.
    const auto back = at(1200);
    ASSERT_TRUE(back);
    EXPECT_EQ(whole(*back), whole(*top));
    const auto after = at(9000);
    ASSERT_TRUE(after);
    EXPECT_TRUE(after->isEmpty());
}

TEST(AssRenderer, FollowsThePictureAndThePersonsWishes) {
    auto renderer = AssRenderer::open(someScript());
    ASSERT_TRUE(renderer);
    const QRect plain = boxOf(whole(*renderer->render(viewAt(2500))), kGreen);
    AssView view = viewAt(2500);
    view.scale = 2;
    const QRect large = boxOf(whole(*renderer->render(view)), kGreen);
    EXPECT_NEAR(large.height(), 2 * plain.height(), 5);
    view.scale = 1;
    view.lift = 0.5;
    const QRect lifted = boxOf(whole(*renderer->render(view)), kGreen);
    EXPECT_LT(lifted.bottom(), 220);
    EXPECT_EQ(lifted.size(), plain.size());

    // Between black bars: inside the picture, and as large as it asks for.
    AssView barred = viewAt(2500);
    barred.frame = QSize(640, 720);
    barred.picture = QRect(0, 180, 640, 360);
    const QRect inside = boxOf(whole(*renderer->render(barred), barred.frame), kGreen);
    EXPECT_EQ(inside, plain.translated(0, 180));

    // Twice as large, of which the frame shows the upper right quarter: what has a place keeps it.
    AssView enlarged = viewAt(4500);
    enlarged.picture = QRect(-640, 0, 1280, 720);
    const QRect blue = boxOf(whole(*renderer->render(enlarged)), kBlue);
    EXPECT_NEAR(blue.left(), 2 * 483 - 640, 6);
    EXPECT_GE(blue.top(), 180);
    EXPECT_LT(blue.bottom(), 280);
    // And what has none can be read.
    enlarged.time = milliseconds(2500);
    EXPECT_FALSE(boxOf(whole(*renderer->render(enlarged)), kGreen).isEmpty());

    // Nothing to draw into.
    AssView none = viewAt(2500);
    none.frame = {};
    EXPECT_EQ(renderer->render(none), std::nullopt);
}

TEST(AssRenderer, TakesTheComputersFontsWhenTheFilmHasNone) {
    AssScript script = someScript();
    script.fonts = nullptr;
    auto renderer = AssRenderer::open(script);
    ASSERT_TRUE(renderer);
    const auto drawn = renderer->render(viewAt(1200));
    ASSERT_TRUE(drawn);
    const QRect red = boxOf(whole(*drawn), kRed);
    EXPECT_FALSE(red.isEmpty());
    EXPECT_GT(std::abs(double(red.width()) / red.height() - 4), 0.6) << "these are no squares";
}

TEST(AssRenderer, RefusesWhatIsNoScriptAndLivesThroughDamage) {
    EXPECT_EQ(AssRenderer::open({"no script", {}}).error().code, "text_invalid");
    EXPECT_EQ(AssRenderer::open({kHead, {}}).error().code, "text_invalid");
    EXPECT_EQ(AssRenderer::open({std::string(media::kMaxTextBytes + 1, 'x'), {}}).error().code,
              "text_too_large");
    const AssScript good = someScript();
    std::mt19937 random(7);
    int drawn = 0;
    for (int i = 0; i < 100; ++i) {
        AssScript damaged = good;
        auto fonts = *good.fonts;
        for (int hits = 0; hits < 12; ++hits) {
            damaged.text[random() % damaged.text.size()] = static_cast<char>(random());
            fonts[0].data[random() % fonts[0].data.size()] = static_cast<std::uint8_t>(random());
        }
        if (i % 4 == 0) damaged.text.resize(random() % damaged.text.size());
        damaged.fonts = std::make_shared<const std::vector<media::TextFont>>(fonts);
        auto renderer = AssRenderer::open(damaged);
        if (!renderer) continue;
        for (const int at : {1200, 1700, 4500})
            if (const auto patches = renderer->render(viewAt(at))) drawn += !patches->isEmpty();
    }
    EXPECT_GT(drawn, 50) << "most of what is damaged still shows";
}

TEST(AssRenderer, DoesNotGrow) {
    auto renderer = AssRenderer::open(someScript());
    ASSERT_TRUE(renderer);
    const auto residentPages = [] {
        std::ifstream file("/proc/self/statm");
        long all = 0;
        long resident = 0;
        file >> all >> resident;
        return resident;
    };
    const auto renderAll = [&](int times) {
        for (int i = 0; i < times; ++i)
            for (const int at : {1200, 1700, 2500, 4500})
                ASSERT_TRUE(renderer->render(viewAt(at)));
    };
    renderAll(20);
    const long before = residentPages();
    renderAll(250);
    const long grown = (residentPages() - before) * 4096;
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(grown, 2 << 20);
#else
    // The sanitizer keeps what was given back, and looks for leaks itself.
    EXPECT_LT(grown, 512 << 20);
#endif
}

/// Blurred over the whole picture, many times, and different at every moment.
AssScript slowScript() {
    std::string text = kHead;
    for (int i = 0; i < 60; ++i)
        text += line("0:00:00.00", "0:00:09.00",
                     "{\\an5\\fs400\\blur90\\bord60\\frz" + std::to_string(i) + "\\t(\\frz720)}SLOW");
    return {text, {}};
}

TEST(AssLayer, GivesUpWhatTakesTooLongAndWaitsForNobody) {
    auto layer = std::make_unique<AssLayer>(nullptr, milliseconds(4));
    std::vector<Error> said;
    QObject::connect(layer.get(), &AssLayer::givenUp, layer.get(),
                     [&](const Error& error) { said.push_back(error); });
    layer->setScript(std::make_shared<const AssScript>(slowScript()));
    EXPECT_TRUE(layer->draws());
    layer->want(viewAt(100));
    WAIT_FOR(!layer->draws());
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].code, "text_too_slow");
    layer->want(viewAt(200));
    // Meanwhile another one is drawn, from its beginning.
    AssLayer other;
    other.setScript(std::make_shared<const AssScript>(someScript()));
    other.want(viewAt(1200));
    WAIT_FOR(!other.patches().isEmpty());
    EXPECT_EQ(said.size(), 1U) << "once";
    EXPECT_TRUE(layer->patches().isEmpty());

    // One that draws goes at once, too.
    layer->setScript(std::make_shared<const AssScript>(slowScript()));
    layer->want(viewAt(100));
    const auto before = std::chrono::steady_clock::now();
    layer.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, milliseconds(200));
}

TEST(AssLayer, SaysThatAScriptCannotBeRead) {
    AssLayer layer;
    std::string code;
    QObject::connect(&layer, &AssLayer::givenUp, &layer, [&](const Error& error) { code = error.code; });
    layer.setScript(std::make_shared<const AssScript>(AssScript{"[Script Info]\n", {}}));
    WAIT_FOR(code == "text_invalid");
    EXPECT_FALSE(layer.draws());
}

/// A player at 2.5 s of a film of 640 x 360, on a surface of that size.
struct Screen {
    Screen() {
        surface.resize(640, 360);
        surface.setPlayer(f.player.get());
        view = new SubtitleView(*f.player, surface);
        surface.show();
        f.player->open(test::sourcesOf(test::h264Clip()), milliseconds(2500), true);
    }
    /// Of the letters alone, as a person sees them.
    QRect seen(QRgb colour) const {
        QImage picture(surface.size(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        view->render(&picture, {}, {}, QWidget::RenderFlags());
        return boxOf(picture, colour);
    }
    Fixture f;
    VideoSurface surface;
    SubtitleView* view = nullptr;
};

std::shared_ptr<const CueTimeline> someWords() {
    return std::make_shared<const CueTimeline>(std::vector<media::TextCue>{
        {1000, 2000, "", "", "TOP"}, {1500, 3000, "", "", "BELOW"}, {4000, 5000, "", "", "X"}});
}

TEST(SubtitleView, DrawsAScriptAsItSaysAndKnowsItsWords) {
    Screen s;
    WAIT_FOR(s.f.player->state() == PlayerState::Paused);
    s.view->setTimeline(someWords(), std::make_shared<const AssScript>(someScript()));
    WAIT_FOR(s.seen(kGreen).top() > 270);
    const QRect green = s.seen(kGreen);
    EXPECT_EQ(s.view->text(), QStringLiteral("BELOW"));
    EXPECT_TRUE(s.view->boxes().isEmpty()) << "the words are not drawn a second time";
    // Hidden and shown again, later, larger, above the controls.
    s.view->setShown(false);
    EXPECT_TRUE(s.seen(kGreen).isEmpty());
    s.view->setShown(true);
    WAIT_FOR(s.seen(kGreen) == green);
    s.view->setDelay(milliseconds(1300));
    WAIT_FOR(!s.seen(kRed).isEmpty() && s.seen(kGreen).isEmpty());
    EXPECT_EQ(s.view->text(), QStringLiteral("TOP"));
    s.view->setDelay({});
    s.view->setScale(2);
    WAIT_FOR(s.seen(kGreen).height() > 3 * green.height() / 2);
    s.view->setScale(1);
    s.view->setFloor(250);
    WAIT_FOR(!s.seen(kGreen).isEmpty() && s.seen(kGreen).bottom() < 250);
    s.view->setFloor(10'000);
    // Into a picture twice as large.
    QImage large(1280, 720, QImage::Format_ARGB32_Premultiplied);
    large.fill(Qt::transparent);
    s.view->drawInto(large);
    EXPECT_NEAR(boxOf(large, kGreen).left(), 2 * s.seen(kGreen).left(), 3);
    // A second text keeps the top, in the person's own way.
    s.view->setSecond(
        std::make_shared<const CueTimeline>(std::vector<media::TextCue>{{0, 9000, "", "", "second"}}));
    ASSERT_EQ(s.view->boxes().size(), 1);
    EXPECT_LT(s.view->boxes()[0].bottom(), 60);
    EXPECT_EQ(s.view->text(), QStringLiteral("BELOW\nsecond"));
    s.view->setSecond(nullptr);
    // Forth and back.
    s.f.player->seek(milliseconds(4500));
    WAIT_FOR(!s.seen(kBlue).isEmpty() && s.seen(kGreen).isEmpty());
    s.f.player->seek(milliseconds(2500));
    WAIT_FOR(s.seen(kGreen) == green && s.seen(kBlue).isEmpty());
    // Turned: upright, over the picture as it lies.
    s.surface.setView({1, {0.5, 0.5}, 1});
    s.view->setScale(1.01);
    WAIT_FOR(!s.seen(kGreen).isEmpty() && s.surface.pictureRect().contains(s.seen(kGreen)));
    // None any more.
    s.view->setTimeline(nullptr);
    EXPECT_TRUE(s.seen(kGreen).isEmpty());
}

TEST(SubtitleView, ShowsTheWordsOfAScriptThatCannotBeDrawn) {
    Screen s;
    WAIT_FOR(s.f.player->state() == PlayerState::Paused);
    int said = 0;
    QObject::connect(s.view, &SubtitleView::scriptGivenUp, s.view, [&]() { ++said; });
    s.view->setTimeline(someWords(), std::make_shared<const AssScript>(AssScript{"nothing", {}}));
    WAIT_FOR(said == 1);
    EXPECT_FALSE(s.view->drawsScript());
    EXPECT_EQ(s.view->boxes().size(), 1);
    EXPECT_EQ(s.view->text(), QStringLiteral("BELOW"));
}

}  // namespace
}  // namespace keyreel::player
