#include "tests/gui/window_test.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "core/identity/secret_service_key_store.h"
#include "core/media/sample_film.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/pages/create_page.h"
#include "ui/pages/open_link_page.h"
#include "ui/pages/player_page.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_host.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/job_card.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr int kPublishMs = 90'000;

QString textOf(Person& person, const QString& name) {
    auto* label = qobject_cast<ui::Label*>(person.see(name));
    return label == nullptr ? QString() : label->source();
}

}  // namespace

void WindowTest::initTestCase() {
    m_theme = stillTheme();
}

void WindowTest::cleanupTestCase() {
    m_theme.reset();
}

void WindowTest::makeFilm() {
    m_film = m_world.film(u"night_ferry"_s, 8, QSize(960, 540));
    QVERIFY(!m_film.isEmpty());
}

void WindowTest::begin(Person& person) {
    QVERIFY(person.begin());
}

QString WindowTest::publish(Person& person, bool granted) {
    return person.publish(m_film, granted);
}

void WindowTest::creatorJourney() {
    makeFilm();
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->see(u"firstrun.create"_s) != nullptr);
    QVERIFY(!maker->window().rail()->isVisible());
    begin(*maker);
    QVERIFY(maker->see(u"library.empty"_s) != nullptr);

    const QString link = publish(*maker, false);
    QVERIFY2(link.startsWith(u"keyreel://127.0.0.1:"_s), qUtf8Printable(link));
    // Identity, words put away, publish, statement, signature.
    QCOMPARE(maker->clicks(), 5);
    QCOMPARE(maker->window().currentPage(), u"publish"_s);
    auto* card = qobject_cast<ui::JobCard*>(maker->see(u"publish.job"_s));
    QVERIFY(card != nullptr);
    QTRY_COMPARE(card->state(), ui::JobCard::State::Published);
    QCOMPARE(card->title(), u"Night ferry"_s);

    // The draft is gone, and the library holds the film.
    maker->window().showPage(u"create"_s);
    QVERIFY(!maker->window().createPage()->showsDetails());
    QVERIFY(maker->visible(u"create.draft.0"_s) == nullptr);
    QTRY_COMPARE(maker->engine().library().size(), std::size_t{1});

    maker->window().showPage(u"publish"_s);
    QVERIFY(maker->click(u"job.open"_s));
    QVERIFY(maker->see(u"asset.link"_s) != nullptr);
    QVERIFY(maker->click(u"asset.copyLink"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), link);

    // The maker plays it: pictures come, the position moves, it is remembered.
    std::shared_ptr<studio::OpenedFilm> opened;
    connect(&maker->engine(), &ui::Engine::filmOpened, this,
            [&](const QString&, const auto& film) { opened = film; });
    QVERIFY(maker->click(u"asset.play"_s));
    auto* player = maker->window().playerPage()->player();
    QTRY_VERIFY_WITH_TIMEOUT(player->statistics().shown > 0, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(player->position() > std::chrono::milliseconds(600), 20'000);
    QTest::keyClick(maker->window().playerPage(), Qt::Key_Space);
    QTRY_COMPARE(player->state(), player::PlayerState::Paused);
    player->seek(std::chrono::seconds(4));
    QTRY_VERIFY(player->currentFramePts() >= std::chrono::milliseconds(3900));
    QTest::keyClick(maker->window().playerPage(), Qt::Key_Escape);
    QTRY_COMPARE(maker->window().currentPage(), u"asset"_s);
    QTRY_VERIFY(maker->engine().library().front().positionMs >= 3900);
    QVERIFY(!player->isOpen());

    // Esc while a film opens: what arrives after that plays for nobody.
    maker->window().playFilm(link);
    QTest::keyClick(maker->window().playerPage(), Qt::Key_Escape);
    QTRY_COMPARE(maker->window().currentPage(), u"asset"_s);
    QVERIFY(opened != nullptr);
    Q_EMIT maker->engine().filmOpened(link, opened);
    QVERIFY(!player->isOpen());
    opened.reset();

    // Someone new clicks the link in a message, and once more in the window: the picture is there.
    const auto guest = m_world.person(u"guest"_s);
    QVERIFY(guest->see(u"firstrun.create"_s) != nullptr);
    guest->window().open({{link}});
    auto* name = qobject_cast<ui::Field*>(guest->see(u"openlink.name"_s));
    QVERIFY(name != nullptr && !name->text().isEmpty());
    QVERIFY(guest->click(u"openlink.watch"_s));
    const auto* picture = guest->window().playerPage()->player();
    QTRY_VERIFY_WITH_TIMEOUT(picture->statistics().shown > 0, 60'000);
    QCOMPARE(guest->window().currentPage(), u"player"_s);
    QCOMPARE(guest->clicks(), 1);
}

void WindowTest::viewerJourney() {
    makeFilm();
    const auto maker = m_world.person(u"maker"_s);
    begin(*maker);
    const QString link = publish(*maker, true);
    QVERIFY(!link.isEmpty());

    const auto viewer = m_world.person(u"viewer"_s);
    begin(*viewer);
    QVERIFY(viewer->click(u"library.openLink"_s));
    viewer->type(u"openlink.link"_s, link);
    QVERIFY(viewer->click(u"openlink.watch"_s));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*viewer, u"openlink.title"_s), u"Night ferry"_s, 20'000);
    QVERIFY(viewer->click(u"openlink.watch"_s));

    // Refused, in words, with the account to send.
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*viewer, u"openlink.card"_s), u"You are not let in yet"_s, 20'000);
    QVERIFY(textOf(*viewer, u"openlink.text"_s).contains(u"send it to"_s));
    QVERIFY(!viewer->window().playerPage()->player()->isOpen());
    QVERIFY(viewer->click(u"openlink.copyAccount"_s));
    const QString account = QGuiApplication::clipboard()->text();
    QVERIFY(account.startsWith(u"did:key:z6Mk"_s));

    // The maker lets them in.
    QVERIFY(maker->click(u"job.open"_s));
    QVERIFY(maker->see(u"asset.account"_s) != nullptr);
    maker->type(u"asset.account"_s, account);
    QSignalSpy granted(&maker->engine(), &ui::Engine::accessChanged);
    QVERIFY(maker->click(u"asset.grant"_s));
    QTRY_COMPARE_WITH_TIMEOUT(granted.size(), 1, 20'000);
    QVERIFY(maker->see(u"asset.revoke"_s) != nullptr);

    // Now it plays. Key nodes follow the log within moments; a person would press again as well.
    auto* player = viewer->window().playerPage()->player();
    const auto plays = [&]() {
        if (player->statistics().shown > 0) return true;
        auto* again = qobject_cast<QAbstractButton*>(viewer->visible(u"openlink.watch"_s));
        if (again != nullptr && again->isEnabled()) again->click();
        return false;
    };
    QVERIFY(QTest::qWaitFor(plays, 30'000));
    const auto before = player->position();
    QTRY_VERIFY_WITH_TIMEOUT(player->position() > before + std::chrono::milliseconds(500), 20'000);
    QCOMPARE(viewer->window().currentPage(), u"player"_s);

    // How it was opened is there to be seen.
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_I);
    QVERIFY(viewer->see(u"player.panel"_s) != nullptr);
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_I);
    QVERIFY(viewer->visible(u"player.panel"_s) == nullptr);

    // Who comes back by the link needs no click at all.
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_Escape);
    QTRY_VERIFY(!player->isOpen());
    const auto shownBefore = player->statistics().shown;
    const int clicksBefore = viewer->clicks();
    viewer->window().open({{link}});
    QTRY_VERIFY_WITH_TIMEOUT(player->isOpen(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(player->statistics().shown != shownBefore, 20'000);
    QCOMPARE(viewer->clicks(), clicksBefore);
}

void WindowTest::lockedKeyring() {
    identity::SecretServiceKeyStore keys;
    {
        auto first = m_world.person(u"maker"_s);
        begin(*first);
        // A second program of the same profile says so, and goes on when the first is gone.
        auto maker = m_world.person(u"maker"_s);
        QTRY_COMPARE(maker->engine().readiness(), Readiness::Busy);
        QCOMPARE(maker->window().rail()->identityCard()->health(), u"In use"_s);
        auto* host = qobject_cast<ui::PageHost*>(maker->window().page(u"library"_s));
        QCOMPARE(host->state(), ui::PageState::Error);
        first.reset();
        QVERIFY(maker->click(u"banner.act1"_s));
        QTRY_COMPARE(maker->engine().readiness(), Readiness::Ready);

        // Lock now locks the keyring itself: asking again leads nowhere but to its password.
        QTest::keyClick(&maker->window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(maker->see(u"locked"_s) != nullptr);
        QCOMPARE(maker->engine().readiness(), Readiness::Locked);
        QTRY_COMPARE(keys.lookup({"keyreel", "first-run"}).state, identity::KeyState::Locked);
        QVERIFY(maker->click(u"locked.later"_s));
        QSignalSpy asked(&maker->engine(), &ui::Engine::readinessChanged);
        const auto answered = [&]() {
            QTest::keyClick(&maker->window(), Qt::Key_F5);
            return asked.size() >= 2;
        };
        QVERIFY(QTest::qWaitFor(answered, 20'000));
        for (const auto& answer : std::as_const(asked))
            QCOMPARE(answer.at(0).value<Readiness>(), Readiness::Locked);
        QVERIFY(maker->engine().network() == nullptr);
        // Leaving does not wait for whoever would have to type the password.
        QVERIFY(maker->click(u"banner.act1"_s));
        QElapsedTimer leaving;
        leaving.start();
        maker.reset();
        QVERIFY(leaving.elapsed() < 60'000);
    }
    const auto back = m_world.person(u"maker"_s);
    QTRY_COMPARE(back->engine().readiness(), Readiness::Locked);
    QVERIFY(back->see(u"locked"_s) != nullptr);
    QCOMPARE(back->window().currentPage(), u"library"_s);
    QVERIFY(back->visible(u"firstrun.create"_s) == nullptr);
    QCOMPARE(back->window().rail()->identityCard()->health(), u"Keyring locked"_s);
    QVERIFY(back->click(u"locked.later"_s));
    // F5 asks again and still finds it locked, not empty.
    QTest::keyClick(&back->window(), Qt::Key_F5);
    QSignalSpy answered(&back->engine(), &ui::Engine::readinessChanged);
    back->engine().start();
    QTRY_VERIFY(!answered.isEmpty());
    QCOMPARE(back->engine().readiness(), Readiness::Locked);
    QCOMPARE(back->window().currentPage(), u"library"_s);
    auto* library = qobject_cast<ui::PageHost*>(back->window().page(u"library"_s));
    QCOMPARE(library->state(), ui::PageState::Locked);
}

void WindowTest::draftsAndRefusals() {
    makeFilm();
    {
        // The wrong one of 24 words is named, and nothing is made of them.
        const auto maker = m_world.person(u"maker"_s);
        QVERIFY(maker->click(u"firstrun.restore"_s));
        QString words;
        for (int i = 0; i < 23; ++i)
            words += u"abandon "_s;
        maker->type(u"restore.words"_s, words + u"abandoned"_s);
        QVERIFY(maker->click(u"restore.confirm"_s));
        auto* field = qobject_cast<ui::FieldFrame*>(maker->visible(u"restore.words"_s));
        QTRY_VERIFY(field->error().contains(u"abandoned"_s));
        QCOMPARE(maker->engine().readiness(), Readiness::FirstRun);
        QTest::keyClick(field->input(), Qt::Key_Escape);
        begin(*maker);

        // A text file is refused in words where it was dropped.
        const QString text = m_world.path(u"notes.mp4"_s);
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("This is not a film.");
        file.close();
        maker->drop(text);
        auto* zone = qobject_cast<ui::DropZone*>(maker->see(u"create.drop"_s));
        QTRY_COMPARE(zone->state(), ui::DropZone::State::Refused);

        maker->drop(m_film);
        QVERIFY(maker->see(u"create.publish"_s) != nullptr);
        maker->type(u"create.title"_s, u"Harbour lights"_s);
        maker->type(u"create.description"_s, u"One evening."_s);
        QVERIFY(maker->click(u"create.access.granted"_s));
        maker->window().createPage()->startOver();
    }
    const auto back = m_world.person(u"maker"_s);
    QTRY_COMPARE(back->engine().readiness(), Readiness::Ready);
    back->window().showPage(u"create"_s);
    // Removed by mistake, and brought back with everything.
    QVERIFY(back->click(u"create.draft.remove"_s));
    QTRY_VERIFY(back->visible(u"create.draft.0"_s) == nullptr);
    QVERIFY(back->click(u"toast.act"_s));
    QVERIFY(back->click(u"create.draft.0"_s));
    auto* title = qobject_cast<ui::Field*>(back->see(u"create.title"_s));
    QCOMPARE(title->text(), u"Harbour lights"_s);
    QVERIFY(qobject_cast<QAbstractButton*>(back->visible(u"create.access.granted"_s))->isChecked());
    // Without a title it cannot be published, and says so.
    QTRY_VERIFY(back->visible(u"create.publish"_s)->isEnabled());
    title->edit()->selectAll();
    QTest::keyClick(title->edit(), Qt::Key_Delete);
    QVERIFY(!back->visible(u"create.publish"_s)->isEnabled());
    QVERIFY(!title->error().isEmpty());

    // The 24 words bring the same person to another computer.
    const QString words = back->words();
    QCOMPARE(words.split(u' ').size(), 24);
    const auto elsewhere = m_world.person(u"elsewhere"_s);
    QVERIFY(elsewhere->click(u"firstrun.restore"_s));
    elsewhere->type(u"restore.words"_s, words);
    QVERIFY(elsewhere->click(u"restore.confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(elsewhere->engine().readiness(), Readiness::Ready, 30'000);
    QTRY_COMPARE(elsewhere->window().currentPage(), u"library"_s);
    QCOMPARE(elsewhere->engine().person()->account, back->engine().person()->account);
    QVERIFY(elsewhere->engine().person()->device != back->engine().person()->device);
}

void WindowTest::settingsAndNarrowWindow() {
    makeFilm();
    const auto maker = m_world.person(u"maker"_s);
    begin(*maker);
    auto& window = maker->window();
    window.showPage(u"settings"_s);
    // A search leaves what it finds; a section that was asked for is the current one.
    maker->type(u"settings.search"_s, u"motion"_s);
    QVERIFY(maker->visible(u"settings.motion"_s) != nullptr);
    QVERIFY(maker->visible(u"settings.contrast"_s) == nullptr);
    QVERIFY(maker->visible(u"settings.access"_s) == nullptr);
    QVERIFY(maker->visible(u"section.playback"_s) == nullptr);
    QTest::keyClick(maker->visible(u"settings.search"_s), Qt::Key_Escape);
    QVERIFY(maker->visible(u"section.playback"_s) != nullptr);
    // Settings apply at once.
    QVERIFY(maker->click(u"settings.theme.light"_s));
    QCOMPARE(m_theme->appearance(), ui::Appearance::Light);
    QVERIFY(maker->click(u"settings.theme.dark"_s));
    QCOMPARE(m_theme->appearance(), ui::Appearance::Dark);
    QTest::keyClick(maker->see(u"settings.access"_s), Qt::Key_Down);
    maker->drop(m_film);
    QVERIFY(maker->see(u"create.publish"_s) != nullptr);
    QVERIFY(qobject_cast<QAbstractButton*>(maker->visible(u"create.access.granted"_s))->isChecked());

    // Where there is no room for the column, the bar below publishes, and says what is open.
    QVERIFY(maker->visible(u"create.bar"_s) == nullptr);
    window.resize(1000, 700);
    QVERIFY(maker->see(u"create.bar"_s) != nullptr);
    QVERIFY(maker->visible(u"create.preview"_s) == nullptr);
    QVERIFY(maker->visible(u"create.bar.show"_s) == nullptr);
    auto* title = qobject_cast<ui::Field*>(maker->visible(u"create.title"_s));
    title->edit()->selectAll();
    QTest::keyClick(title->edit(), Qt::Key_Delete);
    QVERIFY(!maker->visible(u"create.publish"_s)->isEnabled());
    maker->visible(u"create.description"_s)->setFocus();
    QVERIFY(maker->click(u"create.bar.show"_s));
    QTRY_VERIFY(title->edit()->hasFocus());
    QTest::keyClicks(title->edit(), u"Harbour"_s);
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(maker->see(u"publishsheet.statement"_s) != nullptr);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);

    // The palette leads back to the draft from anywhere.
    window.showPage(u"library"_s);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(maker->visible(u"palette.field"_s) != nullptr);
    QTest::keyClicks(maker->visible(u"palette.field"_s), u"harb"_s);
    QTest::keyClick(maker->visible(u"palette.field"_s), Qt::Key_Return);
    QTRY_COMPARE(window.currentPage(), u"create"_s);
    QVERIFY(window.createPage()->showsDetails());
}

void WindowTest::interruptedAndPausedJobs() {
    makeFilm();
    studio::Places places;
    {
        const auto maker = m_world.person(u"maker"_s);
        begin(*maker);
        places = maker->engine().places();
    }
    const auto leave = [&](const char* title) {
        studio::PublishRequest request;
        request.film = m_film.toStdString();
        request.title = title;
        const auto job = studio::PublishJob::create(places, request, SystemClock(), media::Workshop());
        return job ? job->report().id : std::string();
    };
    const std::string interrupted = leave("Interrupted");
    const std::string paused = leave("Paused");
    QVERIFY(studio::PublishJob::keepPaused(places, paused, true));

    const auto back = m_world.person(u"maker"_s);
    auto& engine = back->engine();
    const auto published = [&](const std::string& id) {
        const auto* job = engine.job(ui::toQString(id));
        return job != nullptr && job->published();
    };
    QTRY_VERIFY_WITH_TIMEOUT(published(interrupted), kPublishMs);
    QTRY_COMPARE(engine.library().size(), std::size_t{1});
    QVERIFY(!published(paused));
    QVERIFY(!engine.isRunning(ui::toQString(paused)) && !engine.isQueued(ui::toQString(paused)));
    back->window().showPage(u"publish"_s);
    const auto cards = back->window().findChildren<ui::JobCard*>();
    const auto card = std::find_if(cards.begin(), cards.end(),
                                   [](const auto* each) { return each->title() == u"Paused"_s; });
    QVERIFY(card != cards.end());
    QCOMPARE((*card)->state(), ui::JobCard::State::Paused);
    // Cancelled while drafts cannot be written: it stays a job, and that is said.
    const QString drafts = ui::toQString((places.profile / "drafts.json").string());
    QFile::remove(drafts);
    QVERIFY(QDir().mkpath(drafts + u"/in the way"_s));
    QSignalSpy failed(&engine, &ui::Engine::discardFailed);
    engine.discardJob(ui::toQString(paused));
    QCOMPARE(failed.size(), 1);
    QVERIFY(engine.job(ui::toQString(paused)) != nullptr);
    QVERIFY(QDir(drafts).removeRecursively());
    Q_EMIT(*card)->resumeRequested();
    QTRY_VERIFY_WITH_TIMEOUT(published(paused), kPublishMs);
    QTRY_COMPARE(engine.library().size(), std::size_t{2});
}

void WindowTest::otherDraftMeanwhile() {
    makeFilm();
    const QString other = m_world.path(u"harbour.mp4"_s);
    QVERIFY(QFile::copy(m_film, other));
    const auto maker = m_world.person(u"meanwhile"_s);
    begin(*maker);
    auto& page = *maker->window().createPage();
    const auto startDraft = [&](const QString& film, const QString& title) {
        maker->drop(film);
        QVERIFY(maker->see(u"create.publish"_s) != nullptr);
        maker->type(u"create.title"_s, title);
        QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    };
    startDraft(other, u"Harbour lights"_s);
    page.startOver();
    startDraft(m_film, u"Night ferry"_s);
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(maker->click(u"publishsheet.adult"_s));
    QVERIFY(maker->click(u"publishsheet.statement"_s));
    QSignalSpy added(&maker->engine(), &ui::Engine::jobAdded);
    QVERIFY(maker->click(u"publishsheet.sign"_s));
    QCOMPARE(added.size(), 0);
    QString otherDraft;
    const ui::DraftStore stored(maker->engine().places().profile / "drafts.json");
    for (const auto& draft : stored.drafts())
        if (draft.film == other) otherDraft = draft.id;
    page.openDraft(otherDraft);
    QVERIFY(page.showsDetails());
    QCOMPARE(added.size(), 0);
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(maker->engine().jobs().size(), std::size_t{1});
    QCOMPARE(maker->engine().jobs()[0].request.title, std::string("Night ferry"));
    QVERIFY(page.showsDetails());
    auto* title = qobject_cast<ui::Field*>(maker->see(u"create.title"_s));
    QVERIFY(title != nullptr);
    QCOMPARE(title->text(), u"Harbour lights"_s);
    QCOMPARE(maker->window().currentPage(), u"create"_s);
    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    // Only the published one is no draft any more.
    page.startOver();
    QVERIFY(maker->see(u"create.draft.0"_s) != nullptr);
    QVERIFY(maker->click(u"create.draft.0"_s));
    title = qobject_cast<ui::Field*>(maker->see(u"create.title"_s));
    QCOMPARE(title->text(), u"Harbour lights"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::WindowTest)

#include "moc_window_test.cpp"
