#include "tests/gui/preview_test.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDirIterator>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/mouse.h"
#include "tests/gui/playing.h"
#include "ui/pages/asset_page.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/film_timeline.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPublishMs = 120'000;
const QList<QSize> kSizes{{1440, 900}, {1000, 720}};

QString textOf(Person& person, const QString& name) {
    const auto* label = qobject_cast<ui::Label*>(person.see(name));
    return label == nullptr ? QString() : label->source();
}

/// Scrolls to the time line, as somebody who wants to see it.
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

bool isOn(Person& person) {
    const auto* toggle = qobject_cast<QAbstractButton*>(person.see(u"create.preview.on"_s));
    return toggle != nullptr && toggle->isChecked();
}

/// Changes one bit of the clip that the gateway stores, or changes it back.
bool changeClip(World& world) {
    QDirIterator files(world.path(u"network"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile blob(files.next());
        // Alone among the blobs it is an MP4 of several tracks.
        if (!blob.fileName().contains(u"/blobs/"_s) || !blob.open(QIODevice::ReadWrite) ||
            !blob.peek(64).contains("iso6mp41"))
            continue;
        char byte = 0;
        return blob.seek(blob.size() - 100) && blob.getChar(&byte) && blob.seek(blob.size() - 100) &&
               blob.putChar(static_cast<char>(byte ^ 1));
    }
    return false;
}

}  // namespace

void PreviewTest::initTestCase() {
    m_theme = stillTheme();
}

void PreviewTest::cleanupTestCase() {
    m_theme.reset();
}

void PreviewTest::seenBeforeItIsBought() {
    World world;
    QString link;
    auto maker = world.person(u"maker"_s);
    QVERIFY(maker->begin());
    maker->drop(world.film(u"orchard"_s, 24, QSize(960, 540)));
    QVERIFY(maker->see(u"create.publish"_s) != nullptr);
    QVERIFY(maker->click(u"create.access.resell"_s));
    maker->type(u"create.price"_s, u"9.50"_s);
    ui::FilmTimeline* line = lookAt(*maker);
    QVERIFY(line != nullptr);
    QTRY_VERIFY(line->duration() > 23'000);

    // None unless the maker wants one; then it is where the playhead is, as far as there is room.
    QVERIFY(!isOn(*maker) && line->previewLength() == 0);
    QVERIFY(textOf(*maker, u"create.preview.words"_s).contains(u"helps to decide"_s));
    QVERIFY(maker->visible(u"create.preview.here"_s) == nullptr);
    QVERIFY(maker->visible(u"listing.preview"_s) == nullptr);
    line->moveTo(4'000);
    QVERIFY(maker->click(u"create.preview.on"_s));
    QVERIFY(isOn(*maker));
    QCOMPARE(line->previewFrom(), 4'000);
    QCOMPARE(line->previewLength(), 15'000);
    line = lookAt(*maker);
    line->moveTo(23'000);
    QTest::keyClick(line, Qt::Key_P);
    QVERIFY2(qAbs(line->previewFrom() - (line->duration() - 15'000)) <= 1,
             qUtf8Printable(QString::number(line->previewFrom())));
    auto* length = qobject_cast<QComboBox*>(maker->see(u"create.preview.length"_s));
    QVERIFY(length != nullptr);
    length->setFocus();
    QTest::keyClick(length, Qt::Key_Home);
    QCOMPARE(line->previewLength(), 5'000);
    line = lookAt(*maker);
    drag(line, line->previewGrip(), line->previewGrip() + line->placeOf(3'000) - line->placeOf(9'000));
    QVERIFY2(qAbs(line->previewFrom() - 3'000) < 120, qUtf8Printable(QString::number(line->previewFrom())));
    const qint64 dragged = line->previewFrom();

    // What is cut off is not given away, and every step goes back.
    line->moveTo(6'000);
    QTest::keyClick(line, Qt::Key_BracketLeft);
    QCOMPARE(line->previewFrom(), 6'000);
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line->previewFrom(), dragged);
    QCOMPARE(line->partBegin(), 0);
    QVERIFY(maker->click(u"create.preview.on"_s));
    QCOMPARE(line->previewLength(), 0);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line->previewFrom(), dragged);
    QVERIFY(isOn(*maker));
    line->moveTo(6'000);
    QVERIFY(maker->click(u"create.preview.here"_s));
    QCOMPARE(line->previewFrom(), 6'000);
    QVERIFY(maker->shoot(*m_theme, u"04p-create-preview"_s, {QSize(1440, 1400), QSize(1000, 1400)}));

    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(maker->see(u"publishsheet.statement"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"04q-publish-sheet-preview"_s, {QSize(1440, 900), QSize(960, 640)}));
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    QVERIFY(maker->click(u"publishsheet.statement"_s) && maker->click(u"publishsheet.sign"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!published.isEmpty(), kPublishMs);
    link = published.front().at(1).toString();
    maker->window().assetPage()->showFilm(link);
    maker->window().showPage(u"asset"_s);
    QVERIFY(maker->see(u"asset.preview"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"07k-asset-preview"_s, kSizes));

    // Somebody who has not bought it.
    auto buyer = world.person(u"buyer"_s);
    QVERIFY(buyer->begin());
    buyer->window().openLink(link);
    auto* watch = qobject_cast<ui::Button*>(buyer->see(u"openlink.preview"_s));
    QVERIFY(watch != nullptr);
    QVERIFY2(watch->text().contains(u"0:05"_s), qUtf8Printable(watch->text()));
    QVERIFY(buyer->shoot(*m_theme, u"14g-open-link-preview"_s, kSizes));
    QVERIFY(buyer->click(u"openlink.preview"_s));
    QVERIFY(plays(*buyer));
    QVERIFY(buyer->window().playerPage()->film() == nullptr);
    QVERIFY(qAbs(std::chrono::duration_cast<std::chrono::milliseconds>(playerOf(*buyer).duration()).count() -
                 5'000) < 100);
    QVERIFY(buyer->shoot(*m_theme, u"06t-player-preview"_s, {QSize(1440, 900)}));
    QVERIFY(buyer->visible(u"player.previewEnd"_s) == nullptr);
    playerOf(*buyer).seek(std::chrono::milliseconds(4'500));
    playerOf(*buyer).play();
    QVERIFY(buyer->see(u"player.previewEnd"_s) != nullptr);
    QVERIFY(buyer->shoot(*m_theme, u"06u-player-preview-end"_s, kSizes));
    QVERIFY(buyer->click(u"previewEnd.again"_s));
    QVERIFY(plays(*buyer));
    QVERIFY(buyer->visible(u"player.previewEnd"_s) == nullptr);
    playerOf(*buyer).seek(std::chrono::milliseconds(4'500));
    QVERIFY(buyer->see(u"player.previewEnd"_s) != nullptr);
    // Nothing of it is remembered: it was no opening.
    QVERIFY(buyer->engine().library().empty());

    // A gateway that gives another clip than the maker signed is not believed, until it gives the right one.
    QVERIFY(changeClip(world));
    QTest::keyClick(buyer->window().focusWidget(), Qt::Key_Escape);
    QTest::keyClick(buyer->window().playerPage(), Qt::Key_Escape);
    QVERIFY(buyer->click(u"openlink.preview"_s));
    QTRY_COMPARE(textOf(*buyer, u"player.opening.title"_s), u"The preview was changed on its way"_s);
    QVERIFY(!playerOf(*buyer).isOpen());
    QVERIFY(buyer->shoot(*m_theme, u"06v-player-preview-changed"_s, {QSize(1440, 900)}));
    QVERIFY(changeClip(world));
    QVERIFY(buyer->click(u"player.retry"_s));
    QVERIFY(plays(*buyer));
    playerOf(*buyer).seek(std::chrono::milliseconds(4'500));
    QVERIFY(buyer->see(u"player.previewEnd"_s) != nullptr);
    const QString order = world.path(u"orchard.keyreel-order"_s);
    QTest::keyClick(buyer->window().focusWidget(), Qt::Key_Return);
    QVERIFY(buyer->giveFile(order));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*buyer, u"openlink.card"_s), u"Order signed"_s, 20'000);
}

void PreviewTest::ledToAFreeFilm() {
    World world;
    auto maker = world.person(u"maker"_s);
    QVERIFY(maker->begin());
    maker->drop(world.film(u"ferry"_s, 8));
    QVERIFY(maker->see(u"create.publish"_s) != nullptr);
    ui::FilmTimeline* line = lookAt(*maker);
    QTRY_VERIFY(line != nullptr && line->duration() > 7'000);
    // As long as the film is, where that is shorter than a preview usually is.
    QVERIFY(maker->click(u"create.preview.on"_s));
    QVERIFY2(line->previewLength() == 7'000 || line->previewLength() == 8'000,
             qUtf8Printable(QString::number(line->previewLength())));
    auto* length = qobject_cast<QComboBox*>(maker->see(u"create.preview.length"_s));
    QCOMPARE(length->currentData().toInt() * 1'000, line->previewLength());
    length->setFocus();
    QTest::keyClick(length, Qt::Key_Home);
    QCOMPARE(line->previewLength(), 5'000);
    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    QVERIFY(maker->click(u"create.publish"_s));
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    QVERIFY(maker->click(u"publishsheet.statement"_s) && maker->click(u"publishsheet.sign"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!published.isEmpty(), kPublishMs);
    const QString link = published.front().at(1).toString();

    auto viewer = world.person(u"viewer"_s);
    QVERIFY(viewer->begin());
    viewer->window().openLink(link);
    QVERIFY(viewer->click(u"openlink.preview"_s));
    QVERIFY(plays(*viewer));
    playerOf(*viewer).seek(std::chrono::milliseconds(4'500));
    QVERIFY(viewer->see(u"player.previewEnd"_s) != nullptr);
    QVERIFY(viewer->click(u"previewEnd.act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(viewer->window().playerPage()->film() != nullptr, kOpenMs);
    QVERIFY(plays(*viewer));
    QVERIFY(viewer->visible(u"player.previewEnd"_s) == nullptr);
    QCOMPARE(viewer->engine().library().size(), std::size_t{1});
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PreviewTest)

#include "moc_preview_test.cpp"
