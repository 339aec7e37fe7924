#include "tests/gui/timeline_test.h"

#include <QFile>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/mouse.h"
#include "ui/widgets/field.h"
#include "ui/widgets/film_timeline.h"
#include "ui/widgets/frame_view.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPublishMs = 120'000;
const QList<QSize> kSizes{QSize(1440, 900), QSize(1000, 720)};

/// Scrolls to the card, as somebody who wants to see it.
ui::FilmTimeline* lookAt(Person& person) {
    auto* line = qobject_cast<ui::FilmTimeline*>(person.see(u"create.timeline"_s));
    if (line == nullptr) return nullptr;
    QWidget* card = line->parentWidget();
    for (QWidget* above = card; above != nullptr; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above))
            area->ensureVisible(card->mapTo(area->widget(), QPoint()).x(),
                                card->mapTo(area->widget(), card->rect().bottomLeft()).y(), 0, 24);
    line->setFocus(Qt::TabFocusReason);
    return line;
}

ui::TextAreaField* lines(Person& person) {
    return qobject_cast<ui::TextAreaField*>(person.see(u"create.chapters"_s));
}

QImage shown(Person& person) {
    auto* view = qobject_cast<ui::FrameView*>(person.see(u"create.timeline.view"_s));
    return view == nullptr ? QImage() : view->picture();
}

}  // namespace

void TimelineTest::initTestCase() {
    m_theme = stillTheme();
}

void TimelineTest::cleanupTestCase() {
    m_theme.reset();
}

void TimelineTest::chaptersAlongTheFilm() {
    const QString film = m_world.film(u"night_ferry"_s, 24, QSize(960, 540));
    QVERIFY(!film.isEmpty());
    {
        const auto maker = m_world.person(u"timeline"_s);
        QVERIFY(maker->begin());
        maker->drop(film);
        QTRY_VERIFY(maker->visible(u"create.publish"_s) != nullptr);
        ui::FilmTimeline* line = lookAt(*maker);
        QVERIFY(line != nullptr);
        QTRY_VERIFY(line->duration() >= 23'000 && line->duration() <= 25'000);
        QTRY_COMPARE_WITH_TIMEOUT(shown(*maker).size(), QSize(640, 360), 20'000);
        const QImage first = shown(*maker);

        // By keys: another time is another picture, and a chapter begins there.
        QTest::keyClick(line, Qt::Key_M);
        QTest::keyClick(line, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(line->position(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(shown(*maker).size() == first.size() && shown(*maker) != first, 20'000);
        QTest::keyClick(line, Qt::Key_Left);
        QTest::keyClick(line, Qt::Key_M);
        QCOMPARE(lines(*maker)->text(), u"0:00\n0:09"_s);
        QTest::keyClick(line, Qt::Key_M);
        QCOMPARE(line->chapters().size(), 2);
        QVERIFY(!maker->visible(u"create.timeline.add"_s)->isEnabled());
        // Its name is written in the list.
        QTest::keyClick(line, Qt::Key_F2);
        QWidget* words = maker->window().focusWidget();
        QCOMPARE(words, lines(*maker)->edit());
        QTest::keyClicks(words, u"Open sea"_s);
        QCOMPARE(line->chapters().value(1).title, u"Open sea"_s);
        line = lookAt(*maker);

        // By the mouse: the ruler leads to a time, a button adds, a tab is dragged up to its neighbour.
        QTest::mouseClick(line, Qt::LeftButton, {}, line->placeOf(18'000));
        QVERIFY(qAbs(line->position() - 18'000) < 60);
        QVERIFY(maker->click(u"create.timeline.add"_s));
        QCOMPARE(line->chapters().size(), 3);
        drag(line, line->gripOf(1), line->gripOf(1) + (line->placeOf(13'000) - line->placeOf(9'000)));
        QVERIFY2(qAbs(line->chapters().value(1).start - 13'000) < 60, qUtf8Printable(lines(*maker)->text()));
        QCOMPARE(line->position(), line->chapters().value(1).start);
        const qint64 last = line->chapters().value(2).start;
        drag(line, line->gripOf(1), line->placeOf(23'900) + QPoint(0, line->gripOf(1).y()));
        QCOMPARE(line->chapters().value(1).start, last - 1);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(qAbs(line->chapters().value(1).start - 13'000) < 60);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->chapters().value(1).start, 9'000);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->chapters().size(), 2);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(line->chapters().size(), 3);

        // Along the chapters, and one of them a little on: however long the key is held, it is one step back.
        QTest::keyClick(line, Qt::Key_Home);
        QTest::keyClick(line, Qt::Key_PageUp);
        QCOMPARE(line->position(), 9'000);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(line, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(line->chapters().value(1).start, 12'000);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->chapters().value(1).start, 9'000);
        QTest::keyClick(line, Qt::Key_Y, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_PageUp);
        QTest::keyClick(line, Qt::Key_PageUp);
        QCOMPARE(line->position(), last);
        QTest::mouseDClick(line, Qt::LeftButton, {}, line->gripOf(0));
        QTest::keyClicks(maker->window().focusWidget(), u"Harbour"_s);
        QCOMPARE(line->chapters().value(0).title, u"Harbour"_s);
        line = lookAt(*maker);
        QTest::mouseClick(line, Qt::LeftButton, {}, line->gripOf(1));
        QTRY_VERIFY_WITH_TIMEOUT(shown(*maker).width() == 640, 20'000);
        QVERIFY(maker->shoot(*m_theme, u"04l-create-timeline"_s, kSizes));
        QTest::mouseClick(line, Qt::LeftButton, {}, line->gripOf(2));
        QTest::keyClick(line, Qt::Key_Delete);
        QCOMPARE(lines(*maker)->text(), u"0:00 Harbour\n0:12 Open sea"_s);
        QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    }
    // It is kept with the draft.
    const auto maker = m_world.person(u"timeline"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), ui::Engine::Readiness::Ready, 30'000);
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->click(u"create.draft.0"_s));
    QTRY_COMPARE(lookAt(*maker)->chapters().size(), 2);
    QCOMPARE(lookAt(*maker)->chapters().value(1), (ui::Chapter{12'000, u"Open sea"_s}));
}

void TimelineTest::withoutPicturesAndWithBrokenLines() {
    const QString film = m_world.film(u"gone"_s, 6);
    const auto maker = m_world.person(u"broken"_s);
    QVERIFY(maker->begin());
    maker->drop(film);
    auto* field = lines(*maker);
    QVERIFY(field != nullptr);
    QTRY_VERIFY(maker->visible(u"create.timeline"_s) != nullptr);
    auto* line = qobject_cast<ui::FilmTimeline*>(maker->visible(u"create.timeline"_s));
    QTRY_VERIFY(line->duration() > 0);

    // Nothing that a person wrote is lost to a time line that cannot read it.
    field->edit()->insertPlainText(u"0:00 Harbour\nOpen sea"_s);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Right);
    QTest::keyClick(line, Qt::Key_M);
    QTest::keyClick(line, Qt::Key_Home);
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(field->text(), u"0:00 Harbour\nOpen sea"_s);
    auto* add = maker->visible(u"create.timeline.add"_s);
    QVERIFY(!add->isEnabled() && add->toolTip().contains(u"Line 2"_s));

    // Without its pictures a time line is one, still.
    QVERIFY(QFile::remove(film));
    line = lookAt(*maker);
    QTest::keyClick(line, Qt::Key_Right, Qt::ShiftModifier);
    auto* problem = qobject_cast<ui::Label*>(maker->see(u"create.timeline.problem"_s));
    QVERIFY(problem != nullptr && !problem->source().isEmpty());
    QVERIFY(line->position() > 5'000);
    QVERIFY(maker->shoot(*m_theme, u"04m-create-timeline-broken"_s, {QSize(1440, 900)}));
}

void TimelineTest::onlyAPartIsPublished() {
    const QString film = m_world.film(u"night_ferry"_s, 12);
    QVERIFY(!film.isEmpty());
    const auto maker = m_world.person(u"part"_s);
    QVERIFY(maker->begin());
    maker->drop(film);
    QTRY_VERIFY(maker->visible(u"create.publish"_s) != nullptr);
    lines(*maker)->edit()->insertPlainText(u"0:00 Harbour\n0:06 Open sea\n0:11 Landfall"_s);
    ui::FilmTimeline* line = lookAt(*maker);
    QVERIFY(line != nullptr);
    QTRY_VERIFY(line->duration() > 11'000);
    auto* words = qobject_cast<ui::Label*>(maker->see(u"create.timeline.part"_s));
    QVERIFY(words->source().contains(u"whole film"_s));
    QVERIFY(maker->visible(u"create.timeline.whole"_s) == nullptr);

    for (int i = 0; i < 3; ++i)
        QTest::keyClick(line, Qt::Key_Right);
    QTest::keyClick(line, Qt::Key_Period);
    const qint64 begin = line->position();
    QTest::keyClick(line, Qt::Key_BracketLeft);
    drag(line, line->endGrip(), line->endGrip() + line->placeOf(9'000) - line->placeOf(line->duration()));
    QVERIFY2(qAbs(line->partEnd() - 9'000) < 60, qUtf8Printable(QString::number(line->partEnd())));
    QCOMPARE(line->partBegin(), begin);
    // The sample's groups last two seconds.
    QTRY_VERIFY2(words->source().contains(u"key frame before"_s), qUtf8Printable(words->source()));
    QVERIFY(maker->shoot(*m_theme, u"04n-create-part"_s, kSizes));
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line->partEnd(), line->duration());
    QVERIFY(maker->click(u"create.timeline.whole"_s));
    QCOMPARE(line->partBegin(), 0);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line->partBegin(), begin);
    line->moveTo(9'000);
    QVERIFY(maker->click(u"create.timeline.end"_s));
    QCOMPARE(line->partEnd(), 9'000);

    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(maker->see(u"publishsheet"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"04o-publish-sheet-part"_s, {QSize(1440, 900)}));
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    QVERIFY(maker->click(u"publishsheet.statement"_s) && maker->click(u"publishsheet.sign"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!published.isEmpty(), kPublishMs);
    std::optional<package::Manifest> manifest;
    connect(&maker->engine(), &ui::Engine::described, this,
            [&](const QString&, const auto& facts) { manifest = facts->manifest; });
    maker->engine().describe(published.front().at(1).toString());
    QTRY_VERIFY(manifest.has_value());
    const auto length = static_cast<qint64>(manifest->durationMs);
    // As it was told before.
    const qint64 told = 9'000 - 2'000;
    QVERIFY2(qAbs(length - told) < 150, qUtf8Printable(QString::number(length)));
    QVERIFY2(length >= 9'000 - begin && length < 8'000, qUtf8Printable(QString::number(length)));
    QCOMPARE(manifest->chapters.size(), std::size_t{2});
    QCOMPARE(manifest->chapters.front().title, std::string("Harbour"));
    QVERIFY(manifest->chapters.back().startMs >= 2'900 && manifest->chapters.back().startMs <= 6'000);
    QVERIFY(maker->watch(published.front().at(1).toString()));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::TimelineTest)

#include "moc_timeline_test.cpp"
