#include "tests/gui/sale_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "core/base/file.h"
#include "core/identity/account_id.h"
#include "core/studio/trade.h"
#include "ui/pages/asset_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/day_chart.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/split_bar.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPublishMs = 120'000;
const QList<QSize> kSizes{{1440, 900}, {960, 640}};

QString errorOf(Person& person, const QString& name) {
    auto* field = qobject_cast<ui::FieldFrame*>(person.see(name));
    return field == nullptr ? u"no such field"_s : field->error();
}

QString accountOf(Person& person) {
    return QString::fromStdString(identity::toDidKey(person.engine().person()->account));
}

bool canPublish(Person& person) {
    const auto* button = qobject_cast<QAbstractButton*>(person.visible(u"create.publish"_s));
    return button != nullptr && button->isEnabled();
}

/// What a scanner reads from a picture of the widget.
QString textInQr(QWidget& code, const QString& picture) {
    if (!code.grab().save(picture)) return {};
    QProcess scanner;
    scanner.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, picture});
    return scanner.waitForFinished() ? QString::fromUtf8(scanner.readAllStandardOutput()).trimmed()
                                     : QString();
}

QString textOf(Person& person, const QString& name) {
    const auto* label = qobject_cast<ui::Label*>(person.visible(name));
    return label == nullptr ? QString() : label->source();
}

}  // namespace

void SaleTest::initTestCase() {
    m_theme = stillTheme();
}

void SaleTest::cleanupTestCase() {
    m_theme.reset();
}

void SaleTest::soldAndBought() {
    World world;
    const QString film = world.film(u"orchard"_s);
    auto partner = world.person(u"partner"_s);
    QVERIFY(partner->begin());
    const QString partners = accountOf(*partner);
    QString own;
    QString draft;
    {
        auto maker = world.person(u"maker"_s);
        QVERIFY(maker->begin());
        own = accountOf(*maker);
        maker->drop(film);
        QVERIFY(maker->see(u"create.publish"_s) != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(canPublish(*maker), 20'000);
        QVERIFY(maker->visible(u"create.price"_s) == nullptr);
        QVERIFY(maker->click(u"create.access.resell"_s));

        // Every mistake stands at its field, and Publish waits.
        QVERIFY(!errorOf(*maker, u"create.price"_s).isEmpty());
        QVERIFY(!canPublish(*maker));
        maker->type(u"create.price"_s, u"nine"_s);
        QCOMPARE(errorOf(*maker, u"create.price"_s), u"Not a price"_s);
        maker->type(u"create.price"_s, u"1.1234567"_s);
        QCOMPARE(errorOf(*maker, u"create.price"_s), u"Too many decimals for USDC"_s);
        maker->type(u"create.price"_s, u"0"_s);
        QVERIFY(!errorOf(*maker, u"create.price"_s).isEmpty());
        maker->type(u"create.price"_s, u"1,000"_s);
        QCOMPARE(errorOf(*maker, u"create.price"_s), u"Without ,"_s);
        maker->type(u"create.price"_s, u"9.50"_s);
        QCOMPARE(errorOf(*maker, u"create.price"_s), QString());
        maker->type(u"create.copies"_s, u"0"_s);
        QCOMPARE(errorOf(*maker, u"create.copies"_s), u"At least 1"_s);
        QVERIFY(!canPublish(*maker));
        maker->type(u"create.copies"_s, u"1"_s);
        QTRY_VERIFY(canPublish(*maker));

        QVERIFY(maker->click(u"create.payee.add"_s));
        QVERIFY(!canPublish(*maker));
        maker->type(u"create.payee.account"_s, own);
        QVERIFY(!errorOf(*maker, u"create.payee.account"_s).isEmpty());
        maker->type(u"create.payee.account"_s, partners);
        QCOMPARE(errorOf(*maker, u"create.payee.account"_s), u"Which part?"_s);
        maker->type(u"create.payee.part"_s, u"100.5"_s);
        QVERIFY(!canPublish(*maker));
        maker->type(u"create.payee.part"_s, u"12.5"_s);
        QTRY_VERIFY(canPublish(*maker));
        const auto* bar = qobject_cast<ui::SplitBar*>(maker->see(u"create.split"_s));
        QCOMPARE(bar->parts()[1].units, 125);
        QVERIFY(maker->shoot(*m_theme, u"04d-create-sale"_s, kSizes));

        // Undo takes the person away, redo brings them back.
        maker->visible(u"create.publish"_s)->setFocus();
        while (bar->parts()[1].units == 125 && bar->parts().size() > 1) {
            const auto before = bar->parts();
            QTest::keyClick(maker->window().focusWidget(), Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(bar->parts() != before);
        }
        QTest::keyClick(maker->window().focusWidget(), Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(bar->parts()[1].units, 125);
        QTRY_VERIFY(canPublish(*maker));
    }

    auto maker = world.person(u"maker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), ui::Engine::Readiness::Ready, 30'000);
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->click(u"create.draft.0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(canPublish(*maker), 20'000);
    QCOMPARE(qobject_cast<ui::Field*>(maker->see(u"create.price"_s))->text(), u"9.50"_s);
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(maker->see(u"publishsheet.statement"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"04e-publish-sale"_s, kSizes));
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    QVERIFY(maker->click(u"publishsheet.statement"_s));
    QVERIFY(maker->click(u"publishsheet.sign"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!published.isEmpty(), kPublishMs);
    const QString link = published.front().at(1).toString();

    // Without an order nobody is let in; with one, when the maker says so.
    auto buyer = world.person(u"buyer"_s);
    QVERIFY(buyer->begin());
    buyer->window().openLink(link);
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*buyer, u"openlink.card"_s), u"For sale: 9.5 USDC"_s, 20'000);
    QVERIFY(buyer->shoot(*m_theme, u"14d-open-link-sale"_s, kSizes));
    const QString order = world.path(u"orchard.keyreel-order"_s);
    QVERIFY(buyer->click(u"openlink.watch"_s));
    QVERIFY(buyer->giveFile(order));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*buyer, u"openlink.card"_s), u"Order signed"_s, 20'000);
    QVERIFY(QFile::exists(order));
    QVERIFY(buyer->shoot(*m_theme, u"14e-open-link-ordered"_s, kSizes));
    QVERIFY(buyer->click(u"openlink.watch"_s));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*buyer, u"openlink.text"_s).contains(u"has not let you in yet"_s),
                             20'000);

    maker->window().assetPage()->showFilm(link);
    maker->window().showPage(u"asset"_s);
    QVERIFY(maker->click(u"asset.sell"_s));
    QVERIFY(maker->giveFile(order));
    QTRY_VERIFY_WITH_TIMEOUT(maker->engine().holders(link) == QStringList{accountOf(*buyer)}, 20'000);
    QVERIFY(maker->shoot(*m_theme, u"07c-asset-sold"_s, kSizes));
    QVERIFY(buyer->click(u"openlink.watch"_s));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*buyer, u"openlink.card"_s), u"You are let in"_s, 20'000);
    QVERIFY(buyer->watch(link));

    // An order serves once, and the only copy is gone.
    QVERIFY(maker->click(u"asset.sell"_s));
    QVERIFY(maker->giveFile(order));
    QVERIFY(maker->see(u"salefailed"_s) != nullptr);
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Escape);
    handOn(*maker, *buyer, *partner, link);
}

void SaleTest::handOn(Person& maker, Person& buyer, Person& partner, const QString& link) {
    const auto showPage = [&link](Person& person) {
        person.window().assetPage()->showFilm(link);
        person.window().showPage(u"asset"_s);
    };
    // The maker sees that it was opened, and on which day.
    showPage(maker);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(maker, u"asset.openings.text"_s).startsWith(u"Opened once"_s), 20'000);
    auto* chart = qobject_cast<ui::DayChart*>(maker.see(u"asset.openings.chart"_s));
    QVERIFY(chart != nullptr);
    QCOMPARE(chart->counts().last(), 1U);
    QVERIFY(maker.shoot(*m_theme, u"07i-asset-openings"_s, kSizes));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_End);
    QVERIFY(chart->told().endsWith(u": 1"_s));
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(chart->told().endsWith(u": 0"_s));
    const QPointF newest = chart->barOf(chart->counts().size() - 1).center();
    QMouseEvent over(QEvent::MouseMove, newest, chart->mapToGlobal(newest), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(chart, &over);
    QVERIFY(chart->told().endsWith(u": 1"_s));

    // A seller, named and ended; some of the royalties, never more than there are.
    QVERIFY(maker.click(u"asset.addSeller"_s));
    QVERIFY(maker.shoot(*m_theme, u"07f-asset-seller"_s, kSizes));
    QVERIFY(maker.click(u"trade.act"_s));
    QVERIFY(!errorOf(maker, u"trade.account"_s).isEmpty());
    maker.type(u"trade.account"_s, accountOf(partner));
    maker.type(u"trade.copies"_s, u"5"_s);
    QVERIFY(maker.click(u"trade.act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(maker.visible(u"asset.endSeller"_s) != nullptr, 20'000);
    showPage(partner);
    QTRY_VERIFY_WITH_TIMEOUT(partner.visible(u"asset.sellForMaker"_s) != nullptr, 20'000);
    QVERIFY(partner.visible(u"asset.giveRoyalties"_s) != nullptr);
    QVERIFY(maker.click(u"asset.giveRoyalties"_s));
    maker.type(u"trade.account"_s, accountOf(buyer));
    maker.type(u"trade.percent"_s, u"90"_s);
    QVERIFY(maker.click(u"trade.act"_s));
    QVERIFY(errorOf(maker, u"trade.percent"_s).startsWith(u"At most"_s));
    maker.type(u"trade.percent"_s, u"2.5"_s);
    QVERIFY(maker.click(u"trade.act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(maker.visible(u"trade.act"_s) == nullptr, 20'000);
    QVERIFY(maker.shoot(*m_theme, u"07g-asset-trade"_s, kSizes));
    QVERIFY(maker.click(u"asset.endSeller"_s));
    QTRY_VERIFY_WITH_TIMEOUT(maker.visible(u"asset.endSeller"_s) == nullptr, 20'000);

    // The copy goes to somebody else, and only they open it then.
    showPage(buyer);
    QTRY_VERIFY_WITH_TIMEOUT(buyer.visible(u"asset.giveAccess"_s) != nullptr, 20'000);
    QVERIFY(buyer.click(u"asset.giveAccess"_s));
    QVERIFY(buyer.shoot(*m_theme, u"07h-asset-give-access"_s, kSizes));
    buyer.type(u"trade.account"_s, u"did:key:z6Mkwrong"_s);
    QVERIFY(buyer.click(u"trade.act"_s));
    QTRY_COMPARE_WITH_TIMEOUT(errorOf(buyer, u"trade.account"_s), u"This is not an account."_s, 20'000);
    buyer.type(u"trade.account"_s, accountOf(partner));
    QVERIFY(buyer.click(u"trade.act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(buyer.visible(u"trade.act"_s) == nullptr, 20'000);
    showPage(maker);
    QTRY_VERIFY_WITH_TIMEOUT(maker.engine().holders(link) == QStringList{accountOf(partner)}, 20'000);
    QVERIFY(partner.watch(link));
}

void SaleTest::handedOutAndTakenBack() {
    World world;
    auto maker = world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(world.film(u"mill"_s), true);
    QVERIFY(!link.isEmpty());
    auto one = world.person(u"one"_s);
    auto other = world.person(u"other"_s);
    auto stranger = world.person(u"stranger"_s);
    for (Person* person : {one.get(), other.get(), stranger.get()})
        QVERIFY(person->begin());

    maker->window().assetPage()->showFilm(link);
    maker->window().showPage(u"asset"_s);
    QVERIFY(maker->click(u"asset.qr"_s));
    QWidget* code = maker->see(u"share.qr"_s);
    QVERIFY(code != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"07d-asset-share"_s, kSizes));
    QCOMPARE(textInQr(*code, world.path(u"code.png"_s)), link);
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(maker->visible(u"share.qr"_s) == nullptr);

    // One wrong account, and nobody of the list is let in.
    maker->type(u"asset.account"_s, accountOf(*one) + u", did:key:z6Mkwrong"_s);
    QVERIFY(maker->click(u"asset.grant"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!errorOf(*maker, u"asset.account"_s).isEmpty(), 20'000);
    QCOMPARE(maker->engine().holders(link), QStringList());
    maker->type(u"asset.account"_s, accountOf(*one) + u", "_s + accountOf(*other));
    QVERIFY(maker->click(u"asset.grant"_s));
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().holders(link).size(), 2, 20'000);
    // The field is emptied when the window has heard of it.
    const auto* field = qobject_cast<ui::Field*>(maker->see(u"asset.account"_s));
    QTRY_VERIFY(field->text().isEmpty());
    // Again, as after a list that was cut short: who is in stays in.
    maker->type(u"asset.account"_s, accountOf(*one) + u' ' + accountOf(*stranger));
    QVERIFY(maker->click(u"asset.grant"_s));
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().holders(link).size(), 3, 20'000);
    QTRY_VERIFY(field->text().isEmpty());
    QVERIFY(maker->click(u"asset.revoke"_s));
    QVERIFY(maker->click(u"revoke.confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().holders(link).size(), 2, 20'000);

    QVERIFY(maker->click(u"asset.unpublish"_s));
    QVERIFY(maker->see(u"unpublish.confirm"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"07e-asset-unpublish"_s, kSizes));
    QVERIFY(maker->click(u"unpublish.confirm"_s));
    QTRY_VERIFY_WITH_TIMEOUT(maker->visible(u"asset.unpublish"_s) == nullptr, 20'000);
    auto late = world.person(u"late"_s);
    QVERIFY(late->begin());
    late->window().openLink(link);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*late, u"openlink.text"_s).contains(u"is not published any more"_s),
                             20'000);
    Person& in = maker->engine().holders(link).contains(accountOf(*one)) ? *one : *other;
    QVERIFY(in.watch(link));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::SaleTest)

#include "moc_sale_test.cpp"
