#include "tests/gui/devices_test.h"

#include <QFileInfo>
#include <QPrintDialog>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "core/base/file.h"
#include "core/identity/secret_service_key_store.h"
#include "core/studio/recovery.h"
#include "tests/gui/keyboard.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

const QList<QSize> kSizes{{1440, 900}, {1000, 720}};

/// The words of every label in that widget, one a line.
QString wordsIn(QWidget* widget) {
    QStringList words;
    if (widget != nullptr)
        for (const auto* label : widget->findChildren<ui::Label*>())
            if (label->isVisible()) words << label->source();
    return words.join(u'\n');
}

/// The code that this person's window shows; nothing when none comes.
QString codeShown(Person& person) {
    auto* field = qobject_cast<ui::CopyField*>(person.see(u"join.code"_s));
    if (field == nullptr) return {};
    (void)QTest::qWaitFor([&]() { return !field->value().isEmpty(); }, 60'000);
    return field->value();
}

/// At the other computer: types the code under Keys & devices.
bool add(Person& person, const QString& code, const QString& name) {
    person.window().showPage(u"keys"_s);
    if (!person.click(u"keys.add"_s)) return false;
    person.type(u"device.code"_s, code);
    person.type(u"device.name"_s, name);
    return person.click(u"device.add"_s) &&
           QTest::qWaitFor([&]() { return person.visible(u"device.code"_s) == nullptr; }, 30'000);
}

/// The words of the recovery page in that PDF, in their order; nothing of the rest.
QStringList textOf(const QString& pdf, qsizetype count) {
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s});
    if (!reader.waitForFinished(20'000)) return {};
    static const QRegularExpression line(u"^(\\d{1,2}) +([a-z]+)$"_s, QRegularExpression::MultilineOption);
    QMap<int, QString> found;
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (auto match = line.globalMatch(text); match.hasNext();) {
        const auto each = match.next();
        if (each.captured(1).toInt() <= count) found[each.captured(1).toInt()] = each.captured(2);
    }
    return found.values();
}

bool saysOnCard(Person& person, const QString& words) {
    return QTest::qWaitFor([&]() { return wordsIn(person.visible(u"keys.devices"_s)).contains(words); },
                           20'000);
}

}  // namespace

void DevicesTest::initTestCase() {
    m_theme = stillTheme();
}

void DevicesTest::cleanupTestCase() {
    m_theme.reset();
}

void DevicesTest::lentForADay() {
    World world;
    auto ada = world.person(u"ada"_s);
    QVERIFY(ada->begin());
    const QString link = ada->publish(world.film(u"ferry"_s), true);
    QVERIFY(!link.isEmpty());

    auto bob = world.person(u"bob"_s);
    QVERIFY(bob->shoot(*m_theme, u"devices-firstrun"_s, kSizes));
    QVERIFY(bob->click(u"firstrun.join"_s));
    QString code = codeShown(*bob);
    QCOMPARE(code.size(), 19);
    QVERIFY(bob->shoot(*m_theme, u"devices-join"_s, kSizes));

    // What is no code, and a code that nobody shows, are told at the field.
    ada->window().showPage(u"keys"_s);
    QVERIFY(ada->click(u"keys.add"_s));
    auto* field = qobject_cast<ui::FieldFrame*>(ada->see(u"device.code"_s));
    for (const QString& wrong : {u"no code"_s, u"0000-0000-0000-0000"_s}) {
        ada->type(u"device.code"_s, wrong);
        QVERIFY(ada->click(u"device.add"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!field->error().isEmpty(), 20'000);
    }
    QVERIFY(ada->shoot(*m_theme, u"devices-add-refused"_s, kSizes));
    ada->type(u"device.code"_s, code.toLower().remove(u'-'));
    ada->type(u"device.name"_s, u"Living room"_s);
    QVERIFY(ada->shoot(*m_theme, u"devices-add"_s, kSizes));
    QVERIFY(ada->click(u"device.add"_s));
    QVERIFY(saysOnCard(*ada, u"Living room"_s));
    QVERIFY(saysOnCard(*ada, u"plays only"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        qobject_cast<ui::Label*>(bob->visible(u"join.state"_s))->source().contains(u"Living room"_s), 20'000);
    QVERIFY(bob->shoot(*m_theme, u"devices-joined"_s, kSizes));
    QVERIFY(bob->click(u"join.close"_s));
    QVERIFY(bob->watch(link));
    QTest::keyClick(bob->window().page(u"player"_s), Qt::Key_Escape);

    QVERIFY(ada->click(u"keys.device.change"_s));
    ada->type(u"device.name"_s, u"Den"_s);
    auto* term = qobject_cast<ui::SelectField*>(ada->visible(u"device.term"_s));
    term->select()->setCurrentIndex(2);
    QVERIFY(ada->shoot(*m_theme, u"devices-change"_s, {kSizes.front()}));
    QVERIFY(ada->click(u"device.save"_s));
    QVERIFY(saysOnCard(*ada, u"Den"_s));
    QVERIFY(!wordsIn(ada->visible(u"keys.devices"_s)).contains(u"Living room"_s));
    // Bob's computer opened a film a moment ago; the gateway says so to hers.
    ada->window().showPage(u"library"_s);
    ada->window().showPage(u"keys"_s);
    QTRY_VERIFY_WITH_TIMEOUT(wordsIn(ada->visible(u"keys.devices"_s)).count(u"last opened a film"_s) == 1,
                             20'000);
    QVERIFY(ada->shoot(*m_theme, u"devices-list"_s, kSizes));
    bob->window().showPage(u"keys"_s);
    QVERIFY(saysOnCard(*bob, u"Den"_s));
    QVERIFY(saysOnCard(*bob, u"last opened a film"_s));
    QVERIFY(bob->shoot(*m_theme, u"devices-lent"_s, kSizes));

    QVERIFY(ada->click(u"keys.device.revoke"_s));
    QVERIFY(ada->click(u"device.revoke.confirm"_s));
    QWidget* answers = ada->see(u"device.answers"_s, 30'000);
    QVERIFY(answers != nullptr);
    QCOMPARE(wordsIn(answers).count(u"refuses it from now on"_s), 3);
    QVERIFY(ada->shoot(*m_theme, u"devices-revoked-answers"_s, kSizes));
    QVERIFY(ada->click(u"device.revoke.close"_s));
    QTRY_VERIFY(!wordsIn(ada->visible(u"keys.devices"_s)).contains(u"Den"_s));

    bob->window().playFilm(link);
    QVERIFY(bob->see(u"takenback.join"_s, 30'000) != nullptr);
    QVERIFY(bob->shoot(*m_theme, u"devices-takenback"_s, kSizes));
    const auto before = bob->engine().person()->device;
    QVERIFY(bob->click(u"takenback.join"_s));
    code = codeShown(*bob);
    QCOMPARE(code.size(), 19);
    QVERIFY(bob->engine().person()->device != before);
    QVERIFY(add(*ada, code, u"Living room"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        qobject_cast<ui::Label*>(bob->visible(u"join.state"_s))->source().contains(u"Living room"_s), 20'000);
    QVERIFY(bob->click(u"join.close"_s));
    QVERIFY(bob->watch(link));
}

void DevicesTest::revokedComputer() {
    World world;
    auto first = world.person(u"first"_s);
    QVERIFY(first->begin());
    const QString link = first->publish(world.film(u"ferry"_s), true);
    QVERIFY(!link.isEmpty());
    const QString words = first->words();
    const auto account = first->engine().person()->account;
    {
        auto second = world.person(u"second"_s);
        QVERIFY(second->click(u"firstrun.restore"_s));
        second->type(u"restore.words"_s, words);
        QVERIFY(second->click(u"restore.confirm"_s));
        QTRY_COMPARE_WITH_TIMEOUT(second->engine().readiness(), Readiness::Ready, 30'000);
        second->window().showPage(u"keys"_s);
        QVERIFY(second->click(u"keys.device.revoke"_s));
        QVERIFY(second->click(u"device.revoke.confirm"_s));
        QVERIFY(second->see(u"device.answers"_s, 30'000) != nullptr);
    }

    // Trying to open something tells; nothing fails one by one.
    first->window().playFilm(link);
    QVERIFY(first->see(u"revoked.restore"_s, 40'000) != nullptr);
    QCOMPARE(first->engine().readiness(), Readiness::Revoked);
    QCOMPARE(first->engine().problem().code, "device_revoked");
    QVERIFY(first->shoot(*m_theme, u"revoked"_s, kSizes));
    const auto before = first->engine().person()->device;
    first.reset();
    // So does the next start, from what this computer knows by itself.
    first = world.person(u"first"_s);
    QVERIFY(first->see(u"revoked.restore"_s, 40'000) != nullptr);
    QVERIFY(first->click(u"revoked.restore"_s));
    QString other;
    for (int i = 0; i < 23; ++i)
        other += u"abandon "_s;
    first->type(u"restore.words"_s, other + u"art"_s);
    QVERIFY(first->click(u"restore.confirm"_s));
    auto* field = qobject_cast<ui::FieldFrame*>(first->visible(u"restore.words"_s));
    QTRY_VERIFY2(!field->error().isEmpty(), "somebody else's words do not help");
    QVERIFY(first->shoot(*m_theme, u"revoked-restore"_s, kSizes));
    first->type(u"restore.words"_s, words);
    QVERIFY(first->click(u"restore.confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(first->engine().readiness(), Readiness::Ready, 30'000);
    QTRY_COMPARE(first->window().currentPage(), u"library"_s);
    QCOMPARE(first->engine().person()->account, account);
    QVERIFY(first->engine().person()->device != before);
    QVERIFY(!first->engine().library().empty());
    QVERIFY(first->watch(link));
    QTest::keyClick(first->window().page(u"player"_s), Qt::Key_Escape);

    // The same by a kit.
    const QString kitFile = world.path(u"ada.kit"_s);
    {
        identity::SecretServiceKeyStore keys;
        const auto person = identity::Identity::open(first->engine().places().profile, keys);
        QVERIFY(person.has_value());
        const SystemClock clock;
        const auto kit =
            studio::makeRecoveryKit(first->engine().places(), *person, false, asBytes("long enough"), clock);
        QVERIFY(kit.has_value());
        QVERIFY(writeFileAtomically(kitFile.toStdString(), *kit).has_value());
        auto second = world.person(u"second"_s);
        QTRY_COMPARE_WITH_TIMEOUT(second->engine().readiness(), Readiness::Ready, 30'000);
        second->window().showPage(u"keys"_s);
        QVERIFY(second->click(u"keys.device.revoke"_s));
        QVERIFY(second->click(u"device.revoke.confirm"_s));
        QVERIFY(second->see(u"device.answers"_s, 30'000) != nullptr);
    }
    QVERIFY(first->pressF5());
    QVERIFY(first->click(u"revoked.restore"_s, 40'000));
    auto* from = qobject_cast<ui::SegmentedControl*>(first->see(u"restore.from"_s));
    QTest::mouseClick(from, Qt::LeftButton, {}, from->segmentRect(1).center());
    first->type(u"restore.file"_s, kitFile);
    first->type(u"restore.password"_s, u"wrong password"_s);
    QVERIFY(first->click(u"restore.confirm"_s));
    auto* password = qobject_cast<ui::FieldFrame*>(first->visible(u"restore.password"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!password->error().isEmpty(), 20'000);
    QVERIFY(first->shoot(*m_theme, u"revoked-restore-kit"_s, kSizes));
    first->type(u"restore.password"_s, u"long enough"_s);
    QVERIFY(first->click(u"restore.confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(first->engine().readiness(), Readiness::Ready, 30'000);
    QVERIFY(first->watch(link));
}

void DevicesTest::recoveryKit() {
    World world;
    auto ada = world.person(u"ada"_s);
    QVERIFY(ada->begin());
    const QString link = ada->publish(world.film(u"ferry"_s), true);
    QVERIFY(!link.isEmpty());
    const QStringList words = ada->words().split(u' ');
    QCOMPARE(words.size(), 24);
    const auto account = ada->engine().person()->account;

    ada->window().showPage(u"keys"_s);
    auto* state = qobject_cast<ui::Label*>(ada->see(u"keys.kit.state"_s));
    QCOMPARE(state->source(), u"No recovery kit yet"_s);
    QVERIFY(ada->shoot(*m_theme, u"keys-no-kit"_s, kSizes));
    QVERIFY(ada->click(u"keys.kit"_s));
    const QString kit = world.path(u"ada.keyreel-kit"_s);
    const auto faultOf = [&](const QString& name) {
        return qobject_cast<ui::FieldFrame*>(ada->visible(name))->error();
    };
    ada->type(u"kit.file"_s, kit);
    ada->type(u"kit.password"_s, u"too short"_s);
    QVERIFY(ada->click(u"kit.make"_s));
    QVERIFY(!faultOf(u"kit.password"_s).isEmpty());
    ada->type(u"kit.password"_s, u"seven grey herons"_s);
    ada->type(u"kit.again"_s, u"seven grey heroes"_s);
    QVERIFY(ada->click(u"kit.make"_s));
    QVERIFY(!faultOf(u"kit.again"_s).isEmpty());
    QVERIFY(ada->shoot(*m_theme, u"kit-refused"_s, kSizes));
    ada->type(u"kit.again"_s, u"seven grey herons"_s);
    // What is there stays: another kit, or anything else.
    QVERIFY(writeFileAtomically(kit.toStdString(), asBytes("mine")).has_value());
    QVERIFY(ada->click(u"kit.make"_s));
    QVERIFY(!faultOf(u"kit.file"_s).isEmpty());
    QCOMPARE(readFile(kit.toStdString(), 100).value(), toBytes("mine"));
    QVERIFY(QFile::remove(kit));
    ada->type(u"kit.file"_s, kit);
    QVERIFY(ada->click(u"kit.make"_s));
    QVERIFY(ada->see(u"kit.pdf"_s) != nullptr);
    QVERIFY(QFileInfo(kit).permissions().testFlag(QFile::ReadOwner));
    QVERIFY(!QFileInfo(kit).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(ada->shoot(*m_theme, u"kit-made"_s, kSizes));

    const QString page = world.path(u"page.pdf"_s);
    QVERIFY(ada->click(u"kit.pdf"_s));
    QVERIFY(ada->giveFile(page));
    QTRY_VERIFY(wordsIn(ada->visible(u"kit"_s)).contains(u"page.pdf"_s));
    QCOMPARE(textOf(page, words.size()), words);
    QVERIFY(!QFileInfo(page).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(ada->shoot(*m_theme, u"kit-page"_s, kSizes));
    const Bytes before = readFile(page.toStdString(), 1U << 20).value();
    QVERIFY(ada->click(u"kit.pdf"_s));
    QVERIFY(ada->giveFile(page));
    QTRY_VERIFY(wordsIn(ada->visible(u"kit"_s)).contains(u"is there already"_s) ||
                wordsIn(ada->visible(u"kit"_s)).contains(u"exists already"_s));
    QCOMPARE(readFile(page.toStdString(), 1U << 20).value(), before);
    QVERIFY(ada->click(u"kit.print"_s));
    QPrintDialog* printing = nullptr;
    QTRY_VERIFY((printing = ada->window().findChild<QPrintDialog*>()) != nullptr && printing->isVisible());
    printing->reject();
    QVERIFY(ada->click(u"kit.close"_s));
    QTRY_VERIFY(state->source().startsWith(u"Recovery kit made on"_s));
    QVERIFY(ada->shoot(*m_theme, u"keys-kit"_s, kSizes));

    auto again = world.person(u"again"_s);
    QVERIFY(again->click(u"firstrun.restore"_s));
    auto* from = qobject_cast<ui::SegmentedControl*>(again->see(u"restore.from"_s));
    QTest::mouseClick(from, Qt::LeftButton, {}, from->segmentRect(1).center());
    again->type(u"restore.file"_s, kit);
    again->type(u"restore.password"_s, u"seven grey herons"_s);
    QVERIFY(again->click(u"restore.confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(again->engine().readiness(), Readiness::Ready, 30'000);
    QCOMPARE(again->engine().person()->account, account);
    QTRY_VERIFY_WITH_TIMEOUT(!again->engine().library().empty(), 20'000);
    QVERIFY(again->watch(link));
}

void DevicesTest::joinedByKeys() {
    World world;
    auto bob = world.person(u"bob"_s);
    Keyboard bobs(*bob);
    QVERIFY(QTest::qWaitForWindowActive(&bob->window()));
    QVERIFY(bob->see(u"firstrun.join"_s) != nullptr);
    QTRY_VERIFY(bob->visible(u"firstrun.join"_s)->isEnabled());
    QVERIFY(bobs.tabTo(u"firstrun.join"_s));
    bobs.press(Qt::Key_Space);
    const QString code = codeShown(*bob);
    QCOMPARE(code.size(), 19);
    QCOMPARE(faultsOfTabbing(*bob), QStringList());

    auto ada = world.person(u"ada"_s);
    QVERIFY(ada->begin());
    Keyboard keys(*ada);
    QVERIFY(QTest::qWaitForWindowActive(&ada->window()));
    keys.press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(keys.tabTo(u"keys.add"_s));
    keys.press(Qt::Key_Return);
    QVERIFY(ada->see(u"device.code"_s) != nullptr);
    QCOMPARE(faultsOfTabbing(*ada), QStringList());
    QVERIFY(keys.tabTo(u"device.code"_s));
    keys.type(code);
    keys.press(Qt::Key_Return);
    QVERIFY(saysOnCard(*ada, u"plays only"_s));
    QCOMPARE(faultsOfTabbing(*ada), QStringList());
    QVERIFY(keys.tabTo(u"keys.device.revoke"_s));
    keys.press(Qt::Key_Return);
    // The safe way out has the focus.
    QVERIFY(ada->see(u"device.revoke.close"_s) != nullptr);
    QCOMPARE(Keyboard::focus(), ada->visible(u"device.revoke.close"_s));
    keys.press(Qt::Key_Escape);
    QCOMPARE(keys.fault(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(
        qobject_cast<ui::Label*>(bob->visible(u"join.state"_s))->source().contains(u"Added as"_s), 20'000);
    bob->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bob->window()));
    bobs.press(Qt::Key_Escape);
    QTRY_VERIFY(bob->visible(u"join.state"_s) == nullptr);
    QCOMPARE(bobs.fault(), QString());
}

void DevicesTest::newVaultKeys() {
    World world;
    QString link;
    Bytes before;
    {
        auto ada = world.person(u"ada"_s);
        QVERIFY(ada->begin());
        link = ada->publish(world.film(u"heron"_s), true);
        QVERIFY(!link.isEmpty());
        const auto vault = ada->engine().places().profile / "vault.krv";
        before = readFile(vault, 1 << 20).value();
        ada->window().showPage(u"keys"_s);
        QVERIFY(ada->shoot(*m_theme, u"09d-keys-vault"_s, kSizes));
        QSignalSpy renewed(&ada->engine(), &ui::Engine::vaultKeysRenewed);
        QVERIFY(ada->click(u"keys.newKeys"_s));
        QTRY_COMPARE_WITH_TIMEOUT(renewed.size(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(ada->engine().readiness(), Readiness::Ready, 30'000);
        QVERIFY(readFile(vault, 1 << 20).value() != before);
        QVERIFY(ada->watch(link));
    }
    auto ada = world.person(u"ada"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada->engine().readiness(), Readiness::Ready, 30'000);
    QVERIFY(ada->watch(link));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::DevicesTest)

#include "moc_devices_test.cpp"
