#include "tests/gui/create_test.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/kept_film.h"
#include "ui/pages/player_page.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrub_bar.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr int kPublishMs = 120'000;

bool isTicked(Person& person, const QString& name) {
    auto* button = qobject_cast<QAbstractButton*>(person.visible(name));
    return button != nullptr && button->isChecked();
}

/// Presses the publish button, ticks the statement and signs; the film's link, or nothing.
QString publishDraft(Person& person) {
    QSignalSpy published(&person.window(), &ui::AppWindow::published);
    if (!person.click(u"publishsheet.statement"_s) || !person.click(u"publishsheet.sign"_s)) return {};
    (void)QTest::qWaitFor([&]() { return !published.isEmpty(); }, kPublishMs);
    return published.isEmpty() ? QString() : published.front().at(1).toString();
}

/// The signed manifest as somebody sees it who has the link.
std::optional<package::Manifest> manifestOf(Person& person, const QString& link) {
    std::optional<package::Manifest> manifest;
    const auto context = std::make_unique<QObject>();
    QObject::connect(&person.engine(), &ui::Engine::described, context.get(),
                     [&](const QString&, const auto& facts) { manifest = facts->manifest; });
    person.engine().describe(link);
    (void)QTest::qWaitFor([&]() { return manifest.has_value(); }, kPatienceMs);
    return manifest;
}

bool sheetSays(Person& person, const QString& words) {
    const auto labels = person.window().findChildren<ui::Label*>();
    return std::any_of(labels.begin(), labels.end(), [&](const ui::Label* label) {
        return label->isVisible() && label->source().contains(words);
    });
}

}  // namespace

void CreateTest::initTestCase() {
    m_theme = stillTheme();
    m_film = m_world.film(u"night_ferry"_s, 8, QSize(960, 540));
    QVERIFY(!m_film.isEmpty());
}

void CreateTest::cleanupTestCase() {
    m_theme.reset();
}

void CreateTest::twoRungs() {
    const auto own = u"create.quality.own"_s;
    const auto low = u"create.quality.360"_s;
    {
        const auto maker = m_world.person(u"rungs"_s);
        QVERIFY(maker->begin());
        maker->drop(m_film);
        QVERIFY(maker->see(u"create.quality"_s) != nullptr);
        // As it is, unless somebody wants more.
        QTRY_VERIFY(maker->visible(u"create.quality.ladder"_s)->isEnabled());
        QVERIFY(isTicked(*maker, u"create.quality.source"_s));
        QVERIFY(maker->visible(low) == nullptr);
        QVERIFY(maker->click(u"create.quality.ladder"_s));
        QVERIFY(isTicked(*maker, own) && isTicked(*maker, u"create.quality.480"_s) && isTicked(*maker, low));
        // A picture is never enlarged.
        QVERIFY(maker->visible(u"create.quality.720"_s) == nullptr);
        for (auto* row : maker->window().findChildren<ui::CheckRow*>())
            QVERIFY2(!row->isVisible() || row->note().contains(u"B"_s), qUtf8Printable(row->text()));
        QVERIFY(maker->shoot(*m_theme, u"04e-create-quality"_s, {QSize(1440, 900), QSize(1000, 720)}));

        QVERIFY(maker->click(own));
        QVERIFY(!isTicked(*maker, own));
        QTest::keyClick(maker->visible(own), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(isTicked(*maker, own));
        QTest::keyClick(maker->visible(own), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(isTicked(*maker, u"create.quality.source"_s));
        QCOMPARE(maker->window().focusWidget(), maker->visible(u"create.quality.source"_s));
        QTest::keyClick(maker->visible(u"create.quality.ladder"_s), Qt::Key_Z,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(isTicked(*maker, own));
        QTest::keyClick(maker->visible(own), Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(!isTicked(*maker, own));
        // The last one cannot be taken out.
        QVERIFY(maker->click(u"create.quality.480"_s));
        QVERIFY(!maker->visible(low)->isEnabled());
        QVERIFY(maker->click(u"create.quality.480"_s));
    }
    const auto maker = m_world.person(u"rungs"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), Readiness::Ready, 30'000);
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->click(u"create.draft.0"_s));
    QVERIFY(maker->see(low) != nullptr);
    QVERIFY(!isTicked(*maker, own) && isTicked(*maker, u"create.quality.480"_s) && isTicked(*maker, low));
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(maker->see(u"publishsheet"_s) != nullptr);
    QVERIFY(sheetSays(*maker, u"480p, 360p"_s));
    QVERIFY(maker->shoot(*m_theme, u"04f-publish-sheet-quality"_s, {QSize(1440, 900)}));
    const QString link = publishDraft(*maker);
    QVERIFY(!link.isEmpty());
    const auto manifest = manifestOf(*maker, link);
    QVERIFY(manifest.has_value());
    QList<quint32> heights;
    for (const auto& track : manifest->tracks)
        if (track.kind == package::ManifestTrack::Kind::Video) heights.append(track.height);
    QCOMPARE(heights, (QList<quint32>{480, 360}));
    QVERIFY(maker->watch(link));
}

void CreateTest::chapters() {
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 10;
    options.width = 320;
    options.height = 180;
    options.chapters = {{0, "Harbour"}, {3000, "Open sea"}};
    const QString film = m_world.path(u"with_chapters.mp4"_s);
    QVERIFY(test::copyOfFilm(film.toStdString(), options).has_value());
    const auto maker = m_world.person(u"chapters"_s);
    QVERIFY(maker->begin());
    maker->drop(film);
    auto* field = qobject_cast<ui::TextAreaField*>(maker->see(u"create.chapters"_s));
    QVERIFY(field != nullptr);
    QTRY_COMPARE(field->text(), u"0:00 Harbour\n0:03 Open sea"_s);
    QVERIFY(maker->visible(u"create.chapters.take"_s) == nullptr);

    // What cannot be used is said, and not published.
    const auto edit = [&](const QString& text) {
        field->edit()->selectAll();
        field->edit()->insertPlainText(text);
    };
    edit(u"0:00 Harbour\nOpen sea"_s);
    QVERIFY(field->error().contains(u"Line 2"_s));
    QVERIFY(!maker->visible(u"create.publish"_s)->isEnabled());
    QVERIFY(maker->shoot(*m_theme, u"04g-create-chapters"_s, {QSize(1440, 1100)}));
    edit(u"0:00 Harbour\n0:03 Open sea\n0:42 Landfall"_s);
    QVERIFY(field->error().contains(u"end"_s));
    edit(u"0:00 Harbour\n0:03 - Salt & sea\n0:06.500 Landfall"_s);
    QCOMPARE(field->error(), QString());
    QVERIFY(maker->visible(u"create.chapters.take"_s) != nullptr);
    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    QVERIFY(maker->click(u"create.publish"_s));
    const QString link = publishDraft(*maker);
    QVERIFY(!link.isEmpty());
    const auto manifest = manifestOf(*maker, link);
    QVERIFY(manifest.has_value());
    const std::vector<media::Chapter> wanted{{0, "Harbour"}, {3000, "Salt & sea"}, {6500, "Landfall"}};
    QVERIFY(manifest->chapters == wanted);

    QVERIFY(maker->watch(link));
    auto* page = maker->window().playerPage();
    auto* bar = page->findChild<ui::ScrubBar*>();
    QTRY_COMPARE(bar->chapterCount(), 3);
    QCOMPARE(bar->chapterTitle(1), u"Salt & sea"_s);
    page->player()->pause();
    page->player()->seek({});
    QTest::keyClick(page, Qt::Key_PageUp);
    QTRY_COMPARE(page->player()->position(), std::chrono::milliseconds(3000));
    QTest::keyClick(page, Qt::Key_PageUp);
    QTRY_COMPARE(page->player()->position(), std::chrono::milliseconds(6500));
    QTest::keyClick(page, Qt::Key_PageDown);
    QTRY_COMPARE(page->player()->position(), std::chrono::milliseconds(3000));
    QVERIFY(maker->shoot(*m_theme, u"06d-player-chapters"_s, {QSize(1440, 900)}));
}

void CreateTest::trash() {
    const auto undo = [](Person& person) {
        // Of the newest toast.
        QAbstractButton* last = nullptr;
        for (auto* button : person.window().findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text() == u"Undo"_s) last = button;
        if (last != nullptr) QTest::mouseClick(last, Qt::LeftButton);
        return last != nullptr;
    };
    const auto trashSays = [](Person& person) {
        auto* button = qobject_cast<QAbstractButton*>(person.see(u"library.trash"_s));
        return button == nullptr ? QString() : button->text();
    };
    QString link;
    {
        const auto maker = m_world.person(u"trash"_s);
        QVERIFY(maker->begin());
        link = maker->publish(m_film, false);
        QVERIFY(!link.isEmpty());
        QTRY_COMPARE(maker->engine().library().size(), std::size_t{1});

        // A film of one's own, by the keyboard: out of sight, still public, and back.
        maker->window().showPage(u"library"_s);
        QVERIFY(maker->visible(u"library.trash"_s) == nullptr);
        QWidget* covers = maker->see(u"library.covers"_s);
        covers->setFocus();
        qobject_cast<QAbstractItemView*>(covers)->setCurrentIndex(
            qobject_cast<QAbstractItemView*>(covers)->model()->index(0, 0));
        QTest::keyClick(covers, Qt::Key_Delete);
        QTRY_VERIFY(maker->engine().library().empty());
        QTRY_COMPARE(trashSays(*maker), u"Trash (1)"_s);
        QVERIFY(manifestOf(*maker, link).has_value());
        QVERIFY(maker->shoot(*m_theme, u"02d-library-trashed"_s, {QSize(1440, 900), QSize(1000, 720)}));
        QVERIFY(undo(*maker));
        QTRY_COMPARE(maker->engine().library().size(), std::size_t{1});
        QVERIFY(maker->visible(u"library.trash"_s) == nullptr);
        covers->setFocus();
        QTest::keyClick(covers, Qt::Key_Delete);
        QTRY_VERIFY(maker->engine().library().empty());

        // Their ways back are not taken for the next one's.
        maker->closeToasts();
        QCOMPARE(maker->window().toasts()->count(), 0);
        // A draft: Undo brings it back with its words, the second time it stays in the trash.
        maker->drop(m_film);
        maker->type(u"create.description"_s, u"The last one of the night"_s);
        QVERIFY(maker->click(u"create.delete"_s));
        QVERIFY(maker->visible(u"create.draft.0"_s) == nullptr);
        QVERIFY(undo(*maker));
        QVERIFY(maker->click(u"create.draft.0"_s));
        auto* words = qobject_cast<ui::TextAreaField*>(maker->see(u"create.description"_s));
        QCOMPARE(words->text(), u"The last one of the night"_s);
        QVERIFY(maker->click(u"create.delete"_s));
        QTRY_VERIFY(maker->visible(u"create.draft.0"_s) == nullptr);
    }
    const auto maker = m_world.person(u"trash"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), Readiness::Ready, 30'000);
    QVERIFY(maker->engine().library().empty());
    QTRY_COMPARE(trashSays(*maker), u"Trash (2)"_s);
    QVERIFY(maker->click(u"library.trash"_s));
    QVERIFY(maker->see(u"trash"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"18-trash"_s, {QSize(1440, 900)}));
    for (int left = 2; left > 0; --left) {
        QVERIFY(maker->click(u"trash.restore"_s));
        QTRY_COMPARE(maker->window().findChildren<QWidget*>(u"trash.restore"_s).size(), left - 1);
    }
    QVERIFY(maker->click(u"trash.close"_s));
    QTRY_COMPARE(maker->engine().library().size(), std::size_t{1});
    QCOMPARE(ui::toQString(maker->engine().library().front().link), link);
    QVERIFY(maker->watch(link));
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->see(u"create.draft.0"_s) != nullptr);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::CreateTest)

#include "moc_create_test.cpp"
