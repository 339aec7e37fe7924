#include "tests/gui/details_test.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "ui/pages/draft_details.h"
#include "ui/pages/poster_chooser.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/crop_view.h"
#include "ui/widgets/film_strip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tag_row.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

const ui::Draft& draftOf(Person& person) {
    return person.window().findChild<ui::DraftDetails*>()->draft();
}

bool isChosen(Person& person, const QString& name) {
    auto* button = qobject_cast<QAbstractButton*>(person.visible(name));
    return button != nullptr && button->isChecked();
}

/// What the link says to whoever has it; nothing when it does not come.
std::shared_ptr<const studio::FilmFacts> factsOf(Person& person, const QString& link) {
    std::shared_ptr<const studio::FilmFacts> found;
    const auto context = std::make_unique<QObject>();
    QObject::connect(&person.engine(), &ui::Engine::described, context.get(),
                     [&](const QString& of, const auto& facts) {
                         if (of == link) found = facts;
                     });
    person.engine().describe(link);
    (void)QTest::qWaitFor([&]() { return found != nullptr; }, kPatienceMs);
    return found;
}

/// Publishes the draft that is open; its link, or nothing.
QString publishDraft(Person& person) {
    QSignalSpy published(&person.window(), &ui::AppWindow::published);
    if (!person.click(u"create.publish"_s) || !person.click(u"publishsheet.statement"_s) ||
        !person.click(u"publishsheet.sign"_s))
        return {};
    (void)QTest::qWaitFor([&]() { return !published.isEmpty(); }, 120'000);
    return published.isEmpty() ? QString() : published.front().at(1).toString();
}

/// As from the library.
void showPageOf(Person& person, const QString& link) {
    QMetaObject::invokeMethod(person.window().page(u"library"_s), "filmRequested", Q_ARG(QString, link));
}

double shapeOf(const QImage& picture) {
    return picture.isNull() ? 0 : static_cast<double>(picture.width()) / picture.height();
}

bool isNear(double one, double other) {
    return std::abs(one - other) < 0.01;
}

}  // namespace

void DetailsTest::initTestCase() {
    m_theme = stillTheme();
    m_film = m_world.film(u"night_ferry"_s, 8, QSize(960, 540));
    QVERIFY(!m_film.isEmpty());
}

void DetailsTest::cleanupTestCase() {
    m_theme.reset();
}

void DetailsTest::posterOfRealFrames() {
    QString cover;
    QRectF part;
    {
        const auto maker = m_world.person(u"poster"_s);
        QVERIFY(maker->begin());
        maker->drop(m_film);
        QVERIFY(maker->click(u"create.poster"_s));
        auto* strip = qobject_cast<ui::FilmStrip*>(maker->see(u"poster.strip"_s));
        auto* view = qobject_cast<ui::CropView*>(maker->see(u"poster.view"_s));
        QVERIFY(strip != nullptr && view != nullptr);
        // The sharpest one is there by itself, first as the small picture, then as the film has it.
        QTRY_VERIFY_WITH_TIMEOUT(isChosen(*maker, u"poster.choice.0"_s), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(view->picture().size(), QSize(960, 540), 20'000);
        QTRY_VERIFY(maker->visible(u"poster.use"_s)->isEnabled());
        QVERIFY(strip->position() < 8000 / 3);
        QCOMPARE(maker->window().focusWidget(), strip);
        QVERIFY(maker->shoot(*m_theme, u"04h-poster"_s, {QSize(1440, 900), QSize(960, 640)}));

        // Another choice, by the mouse; then along the strip, by mouse and keys.
        QVERIFY(maker->click(u"poster.choice.1"_s));
        QVERIFY(isChosen(*maker, u"poster.choice.1"_s) && !isChosen(*maker, u"poster.choice.0"_s));
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(strip->width() * 3 / 4, strip->height() / 2));
        QVERIFY(strip->position() > 5000 && strip->position() < 7000);
        QVERIFY(!isChosen(*maker, u"poster.choice.1"_s));
        const qint64 before = strip->position();
        QTest::keyClick(strip, Qt::Key_Right, Qt::ShiftModifier);
        const qint64 frame = strip->position() - before;
        QVERIFY2(frame >= 16 && frame <= 45, qUtf8Printable(QString::number(frame)));
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(strip->position(), before + frame + 500);
        QTest::keyClick(strip, Qt::Key_Home);
        QCOMPARE(strip->position(), 0);
        QTest::keyClick(strip, Qt::Key_End);
        QVERIFY(strip->position() >= 8000 - 2 * frame);
        const QImage last = view->picture();
        QTRY_VERIFY_WITH_TIMEOUT(view->picture().size() == QSize(960, 540) && view->picture() != last,
                                 20'000);

        // A part of it: by keys, by the wheel's way and by dragging.
        auto* shapes = qobject_cast<ui::SegmentedControl*>(maker->visible(u"poster.shape"_s));
        QTest::mouseClick(shapes, Qt::LeftButton, {}, shapes->segmentRect(1).center());
        QVERIFY(isNear(view->box().width() / view->box().height(), 2.0 / 3));
        view->setFocus(Qt::TabFocusReason);
        const QRectF middle = view->part();
        QTest::keyClick(view, Qt::Key_Left);
        QVERIFY(view->part().x() < middle.x());
        QTest::keyClick(view, Qt::Key_Minus);
        QTest::keyClick(view, Qt::Key_Minus);
        QVERIFY(view->part().height() < 0.95);
        const QPoint grip = view->box().center().toPoint();
        QTest::mousePress(view, Qt::LeftButton, {}, grip);
        QTest::mouseMove(view, grip + QPoint(view->width() / 4, 0));
        QTest::mouseRelease(view, Qt::LeftButton, {}, grip + QPoint(view->width() / 4, 0));
        QVERIFY(view->part().x() > middle.x());
        const QPoint corner = view->box().bottomRight().toPoint() - QPoint(2, 2);
        const double height = view->part().height();
        QTest::mousePress(view, Qt::LeftButton, {}, corner);
        QTest::mouseMove(view, corner - QPoint(14, 20));
        QTest::mouseRelease(view, Qt::LeftButton, {}, corner - QPoint(14, 20));
        QVERIFY(view->part().height() < height);
        QVERIFY(isNear(view->box().width() / view->box().height(), 2.0 / 3));
        part = view->part();
        QVERIFY(maker->shoot(*m_theme, u"04i-poster-part"_s, {QSize(1440, 900)}));
        QVERIFY(maker->click(u"poster.use"_s));
        QTRY_VERIFY(!maker->window().hasSheet());
        cover = draftOf(*maker).cover;
        QVERIFY(QFile::exists(cover));
        QVERIFY(isNear(shapeOf(ui::readPoster(cover)), 2.0 / 3));

        // Undone, and done again.
        maker->visible(u"create.poster"_s)->setFocus();
        QTest::keyClick(maker->visible(u"create.poster"_s), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(draftOf(*maker).cover, QString());
        QTest::keyClick(maker->visible(u"create.poster"_s), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(draftOf(*maker).cover, cover);

        // A file that is no picture is told, and changes nothing; one that is can be used.
        const QString broken = m_world.path(u"broken.png"_s);
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a picture") > 0);
        file.close();
        QImage square(300, 300, QImage::Format_RGB32);
        square.fill(Qt::darkCyan);
        QVERIFY(square.save(m_world.path(u"square.png"_s)));
        QVERIFY(maker->click(u"create.poster"_s));
        QVERIFY(maker->click(u"poster.file"_s));
        QVERIFY(maker->giveFile(broken));
        auto* problem = qobject_cast<ui::Label*>(maker->see(u"poster.problem"_s));
        QVERIFY(problem != nullptr && problem->source().contains(u"broken.png"_s));
        QVERIFY(maker->shoot(*m_theme, u"04j-poster-broken"_s, {QSize(960, 640)}));
        QVERIFY(maker->click(u"poster.file"_s));
        QVERIFY(maker->giveFile(m_world.path(u"square.png"_s)));
        view = qobject_cast<ui::CropView*>(maker->see(u"poster.view"_s));
        QTRY_COMPARE(view->picture().size(), QSize(300, 300));
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY(!maker->window().hasSheet());
        QCOMPARE(draftOf(*maker).cover, cover);
    }
    const auto maker = m_world.person(u"poster"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), Readiness::Ready, 30'000);
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->click(u"create.draft.0"_s));
    QTRY_COMPARE(draftOf(*maker).cover, cover);
    // Chosen again it is where it was.
    QTRY_VERIFY(maker->window().findChild<ui::DraftDetails*>()->film() != nullptr);
    QVERIFY(maker->click(u"create.poster"_s));
    auto* view = qobject_cast<ui::CropView*>(maker->see(u"poster.view"_s));
    QTRY_COMPARE_WITH_TIMEOUT(view->picture().size(), QSize(960, 540), 20'000);
    QVERIFY(isNear(view->part().x(), part.x()) && isNear(view->part().height(), part.height()));
    QVERIFY(maker->click(u"poster.back"_s));
    QTRY_VERIFY(!maker->window().hasSheet());
    const QString link = publishDraft(*maker);
    QVERIFY(!link.isEmpty());
    const auto facts = factsOf(*maker, link);
    QVERIFY(facts != nullptr);
    const QImage published = QImage::fromData(facts->cover.data(), static_cast<int>(facts->cover.size()));
    QVERIFY(isNear(shapeOf(published), 2.0 / 3));
}

void DetailsTest::tags() {
    const auto maker = m_world.person(u"tags"_s);
    QVERIFY(maker->begin());
    maker->drop(m_film);
    auto* edit = qobject_cast<QLineEdit*>(maker->see(u"create.tags"_s));
    QVERIFY(edit != nullptr);
    edit->setFocus();
    const auto type = [&](const QString& text) { QTest::keyClicks(edit, text); };
    type(u"Salt  water"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    type(u"R&B, salt Water,"_s);
    const QStringList two{u"Salt water"_s, u"R&B"_s};
    QCOMPARE(draftOf(*maker).tags, two);
    QCOMPARE(edit->text(), QString());
    type(u"passing"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(draftOf(*maker).tags.size(), 3);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QCOMPARE(draftOf(*maker).tags, two);
    // A category is offered, and taken by the keys of any list.
    type(u"docu"_s);
    auto* offered = edit->completer();
    QTRY_VERIFY(offered->popup()->isVisible());
    QCOMPARE(offered->currentCompletion(), u"Documentary"_s);
    QTest::keyClick(offered->popup(), Qt::Key_Down);
    QTest::keyClick(offered->popup(), Qt::Key_Return);
    QTRY_COMPARE(draftOf(*maker).tags.size(), 3);
    QCOMPARE(draftOf(*maker).tags.last(), u"Documentary"_s);
    QTRY_COMPARE(edit->text(), QString());
    // What cannot be one stays where it was typed.
    type(QString(70, u'x'));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(draftOf(*maker).tags.size(), 3);
    QCOMPARE(edit->text().size(), 70);
    QVERIFY(maker->shoot(*m_theme, u"04k-tags"_s, {QSize(1440, 900), QSize(960, 640)}));
    edit->clear();
    QVERIFY(maker->click(u"tags.1"_s));
    QTRY_COMPARE(draftOf(*maker).tags, (QStringList{u"Salt water"_s, u"Documentary"_s}));
    maker->visible(u"create.poster"_s)->setFocus();
    QTest::keyClick(maker->visible(u"create.poster"_s), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(draftOf(*maker).tags.size(), 3);
    QVERIFY(maker->see(u"tags.2"_s) != nullptr);

    const QString link = publishDraft(*maker);
    QVERIFY(!link.isEmpty());
    const auto facts = factsOf(*maker, link);
    QVERIFY(facts != nullptr);
    const std::vector<std::string> signedTags{"Salt water", "R&B", "Documentary"};
    QVERIFY(facts->manifest.tags == signedTags);
    const QString other = maker->publish(m_world.film(u"wren"_s), false);
    QVERIFY(!other.isEmpty());

    maker->window().showPage(u"library"_s);
    auto* covers = qobject_cast<QAbstractItemView*>(maker->see(u"library.covers"_s));
    QTRY_COMPARE(covers->model()->rowCount(), 2);
    maker->type(u"library.search"_s, u"salt WA"_s);
    QTRY_COMPARE(covers->model()->rowCount(), 1);
    qobject_cast<QLineEdit*>(maker->visible(u"library.search"_s))->clear();
    auto* chosen = qobject_cast<QComboBox*>(maker->see(u"library.tag"_s));
    QVERIFY(chosen != nullptr);
    QCOMPARE(chosen->count(), 4);
    chosen->setFocus();
    QTest::keyClick(chosen, Qt::Key_Down);
    QTRY_COMPARE(covers->model()->rowCount(), 1);
    QVERIFY(maker->shoot(*m_theme, u"02e-library-tag"_s, {QSize(1440, 900), QSize(960, 640)}));
    QTest::keyClick(chosen, Qt::Key_Up);
    QTRY_COMPARE(covers->model()->rowCount(), 2);
    showPageOf(*maker, link);
    auto* row = qobject_cast<ui::TagRow*>(maker->see(u"asset.tags"_s));
    QVERIFY(row != nullptr);
    QCOMPARE(row->tags(), (QStringList{u"Salt water"_s, u"R&B"_s, u"Documentary"_s}));
}

void DetailsTest::editedWhileOut() {
    const auto maker = m_world.person(u"editor"_s);
    const auto viewer = m_world.person(u"reader"_s);
    QVERIFY(maker->begin());
    QVERIFY(viewer->begin());
    const QString link = maker->publish(m_film, false);
    QVERIFY(!link.isEmpty());
    QVERIFY(viewer->watch(link));
    viewer->window().showPage(u"library"_s);
    const auto before = factsOf(*viewer, link);
    QVERIFY(before != nullptr);
    showPageOf(*viewer, link);
    QVERIFY(viewer->see(u"asset.play"_s) != nullptr);
    QVERIFY(viewer->visible(u"asset.edit"_s) == nullptr);

    // Looked at and left: nothing.
    showPageOf(*maker, link);
    QVERIFY(maker->click(u"asset.edit"_s));
    QVERIFY(maker->see(u"edit.save"_s) != nullptr);
    QVERIFY(!maker->visible(u"edit.save"_s)->isEnabled());
    maker->type(u"edit.title"_s, u"x"_s);
    QVERIFY(maker->visible(u"edit.save"_s)->isEnabled());
    QTest::keyClick(maker->visible(u"edit.title"_s), Qt::Key_Backspace);
    maker->type(u"edit.title"_s, u" "_s);
    QVERIFY(!maker->visible(u"edit.save"_s)->isEnabled());
    QVERIFY(maker->click(u"edit.cancel"_s));
    QTRY_VERIFY(!maker->window().hasSheet());

    // Another poster from the film's own pictures; what was written meanwhile stays.
    QVERIFY(maker->click(u"asset.edit"_s));
    maker->type(u"edit.title"_s, u"Night ferry, final cut"_s);
    maker->type(u"edit.description"_s, u"Out of the harbour and back."_s);
    maker->type(u"edit.tags"_s, u"Short film, harbour"_s);
    QTest::keyClick(maker->visible(u"edit.tags"_s), Qt::Key_Return);
    QVERIFY(maker->click(u"edit.poster"_s));
    auto* strip = qobject_cast<ui::FilmStrip*>(maker->see(u"poster.strip"_s));
    QVERIFY(strip != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(isChosen(*maker, u"poster.choice.0"_s), 20'000);
    QTest::keyClick(strip, Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(maker->visible(u"poster.use"_s)->isEnabled(), 20'000);
    QTest::keyClick(strip, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(maker->visible(u"edit.save"_s) != nullptr, 20'000);
    QVERIFY(maker->shoot(*m_theme, u"07d-edit-details"_s, {QSize(1440, 900), QSize(960, 640)}));
    QVERIFY(maker->click(u"edit.save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!maker->window().hasSheet(), 30'000);
    const auto after = factsOf(*viewer, link);
    QVERIFY(after != nullptr);
    QCOMPARE(after->manifest.title, std::string("Night ferry, final cut"));
    QCOMPARE(after->manifest.description, std::string("Out of the harbour and back."));
    QVERIFY((after->manifest.tags == std::vector<std::string>{"Short film", "harbour"}));
    QVERIFY(after->cover != before->cover && !after->cover.empty());
    QVERIFY(after->manifest.tracks == before->manifest.tracks);
    QTRY_COMPARE(ui::toQString(maker->engine().library().front().title), u"Night ferry, final cut"_s);
    QVERIFY(viewer->watch(link));
    QTRY_COMPARE(ui::toQString(viewer->engine().library().front().title), u"Night ferry, final cut"_s);

    // With the gateway away it is said, and can be tried again from the same sheet.
    viewer->window().showPage(u"library"_s);
    QVERIFY(maker->click(u"asset.edit"_s));
    maker->type(u"edit.title"_s, u"Ferry"_s);
    QVERIFY(maker->killServer("gateway"));
    QVERIFY(maker->click(u"edit.save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(maker->visible(u"edit.problem"_s) != nullptr || !maker->window().hasSheet(),
                             40'000);
    if (maker->window().hasSheet()) {
        QVERIFY(maker->shoot(*m_theme, u"07e-edit-failed"_s, {QSize(960, 640)}));
        QTRY_VERIFY_WITH_TIMEOUT(maker->visible(u"edit.save"_s)->isEnabled(), 30'000);
        QVERIFY(maker->click(u"edit.save"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!maker->window().hasSheet(), 40'000);
    }
    QTRY_COMPARE(ui::toQString(maker->engine().library().front().title), u"Ferry"_s);
}

void DetailsTest::keysInTheClear() {
    const auto maker = m_world.person(u"exporter"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(m_world.film(u"wren"_s), false);
    QVERIFY(!link.isEmpty());
    showPageOf(*maker, link);
    QVERIFY(maker->click(u"asset.exportKeys"_s));
    QVERIFY(maker->see(u"exportkeys.write"_s) != nullptr);
    QVERIFY(!maker->visible(u"exportkeys.write"_s)->isEnabled());
    QCOMPARE(maker->window().focusWidget(), maker->visible(u"exportkeys.back"_s));
    QVERIFY(maker->click(u"exportkeys.agree"_s));
    QVERIFY(maker->shoot(*m_theme, u"07f-export-keys"_s, {QSize(1440, 900), QSize(960, 640)}));
    // A file that is there is not written over.
    const QString taken = m_world.path(u"taken.xml"_s);
    QFile file(taken);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QVERIFY(maker->click(u"exportkeys.write"_s));
    QVERIFY(maker->giveFile(taken));
    QVERIFY(maker->see(u"exportkeys.problem"_s) != nullptr);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    const QString keys = m_world.path(u"keys.xml"_s);
    QVERIFY(maker->click(u"exportkeys.write"_s));
    QVERIFY(maker->giveFile(keys));
    QTRY_VERIFY_WITH_TIMEOUT(!maker->window().hasSheet(), 30'000);
    QFile written(keys);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray document = written.readAll();
    QVERIFY(document.contains("<pskc:PlainValue>") && document.contains("CPIX"));
    QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
             QFile::Permissions());
    const auto facts = factsOf(*maker, link);
    QVERIFY(facts != nullptr);
    QCOMPARE(document.count("<cpix:ContentKey kid"), static_cast<qsizetype>(facts->manifest.tracks.size()));
}

void DetailsTest::severalFilms() {
    const auto maker = m_world.person(u"several"_s);
    QVERIFY(maker->begin());
    QStringList links;
    for (const QString& name : {u"one"_s, u"two"_s, u"three"_s}) {
        links.append(maker->publish(m_world.film(name, 2), false));
        QVERIFY(!links.last().isEmpty());
    }
    maker->window().showPage(u"library"_s);
    auto* covers = qobject_cast<ui::CoverGrid*>(maker->see(u"library.covers"_s));
    QTRY_COMPARE(covers->model()->rowCount(), 3);
    const auto place = [&](int row) { return covers->visualRect(covers->model()->index(row, 0)).center(); };
    QTest::mouseClick(covers->viewport(), Qt::LeftButton, Qt::ControlModifier, place(0));
    QCOMPARE(covers->chosen().size(), 1);
    QTest::mouseClick(covers->viewport(), Qt::LeftButton, Qt::ShiftModifier, place(2));
    QCOMPARE(covers->chosen().size(), 3);
    QTest::mouseClick(covers->viewport(), Qt::LeftButton, Qt::ControlModifier, place(1));
    QCOMPARE(covers->chosen().size(), 2);
    auto* count = qobject_cast<ui::Label*>(maker->see(u"library.chosen"_s));
    QVERIFY(count != nullptr && count->source().contains(u"2"_s));
    QVERIFY(maker->shoot(*m_theme, u"02f-library-chosen"_s, {QSize(1440, 900), QSize(960, 640)}));
    // As a file manager or a mail takes them.
    const auto* data = covers->model()->mimeData(covers->chosen());
    QCOMPARE(data->urls().size(), 2);
    QCOMPARE(data->urls().first().scheme(), u"keyreel"_s);
    QVERIFY(links.contains(data->text().split(u'\n').first()));
    delete data;
    // The library may be read anew meanwhile.
    maker->engine().refreshLibrary();
    QCoreApplication::processEvents();
    QCOMPARE(covers->chosen().size(), 2);
    QTest::keyClick(covers, Qt::Key_Escape);
    QVERIFY(covers->chosen().isEmpty());
    QVERIFY(maker->visible(u"library.chosen"_s) == nullptr && maker->visible(u"library.filter"_s) != nullptr);

    covers->setFocus();
    QTest::keyClick(covers, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(covers->chosen().size(), 3);
    QVERIFY(maker->click(u"library.chosen.copy"_s));
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 3);
    covers->setFocus();
    QTest::keyClick(covers, Qt::Key_Delete);
    QTRY_VERIFY(maker->engine().library().empty());
    const auto undo = [&]() -> QAbstractButton* {
        for (auto* button : maker->window().findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text() == u"Undo"_s) return button;
        return nullptr;
    };
    QTRY_VERIFY(undo() != nullptr);
    QTest::mouseClick(undo(), Qt::LeftButton);
    QTRY_COMPARE(maker->engine().library().size(), std::size_t{3});
    // A plain click still opens one.
    QTRY_COMPARE(covers->model()->rowCount(), 3);
    QTest::mouseClick(covers->viewport(), Qt::LeftButton, {}, place(0) + QPoint(0, 70));
    QVERIFY(maker->see(u"asset.play"_s) != nullptr);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::DetailsTest)

#include "moc_details_test.cpp"
