#include "tests/gui/presets_test.h"

#include <QLineEdit>
#include <QTest>

#include "ui/pages/draft_details.h"
#include "ui/shell/toast.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

const ui::Draft& draftOf(Person& person) {
    return person.window().findChild<ui::DraftDetails*>()->draft();
}

bool undoByToast(Person& person) {
    for (ui::Toast* toast : person.window().findChildren<ui::Toast*>())
        if (auto* undo = toast->findChild<ui::Button*>()) {
            undo->click();
            return true;
        }
    return false;
}

}  // namespace

void PresetsTest::initTestCase() {
    m_theme = stillTheme();
}

void PresetsTest::cleanupTestCase() {
    m_theme.reset();
}

void PresetsTest::savedAppliedAndBegunWith() {
    const QString ferry = m_world.film(u"ferry"_s);
    const QString lake = m_world.film(u"lake"_s);
    QVERIFY(!ferry.isEmpty() && !lake.isEmpty());
    auto maker = m_world.person(u"presets"_s);
    QVERIFY(maker->begin());
    maker->drop(ferry);
    QVERIFY(maker->see(u"create.publish"_s) != nullptr);
    const ui::Draft before = draftOf(*maker);

    // Nothing yet, and no name.
    QVERIFY(maker->click(u"create.presets"_s));
    QVERIFY(maker->see(u"presets.none"_s) != nullptr);
    QVERIFY(!maker->see(u"presets.save"_s)->isEnabled());
    QVERIFY(maker->click(u"presets.close"_s));
    QTRY_VERIFY(!maker->window().hasSheet());

    QVERIFY(maker->click(u"create.access.once"_s));
    maker->type(u"create.price"_s, u"9"_s);
    QVERIFY(draftOf(*maker).sale.sold);
    QVERIFY(maker->click(u"create.presets"_s));
    maker->type(u"presets.name"_s, u"For sale"_s);
    QVERIFY(maker->click(u"presets.save"_s));
    QVERIFY(maker->click(u"presets.standard"_s));
    QVERIFY(maker->shoot(*m_theme, u"19-presets"_s, {QSize(1440, 900), QSize(1000, 720)}));
    QVERIFY(maker->click(u"presets.close"_s));
    QTRY_VERIFY(!maker->window().hasSheet());

    // Applied in one step, which the form and the toast can undo.
    QVERIFY(maker->click(u"create.access.free"_s));
    QVERIFY(!draftOf(*maker).sale.sold);
    for (const bool byToast : {true, false}) {
        QVERIFY(maker->click(u"create.presets"_s));
        QVERIFY(maker->click(u"presets.apply"_s));
        QTRY_VERIFY(!maker->window().hasSheet());
        QVERIFY(draftOf(*maker).sale.sold);
        QCOMPARE(draftOf(*maker).sale.price, u"9"_s);
        QCOMPARE(draftOf(*maker).title, before.title);
        if (byToast)
            QVERIFY(undoByToast(*maker));
        else
            QTest::keyClick(maker->visible(u"create.publish"_s), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!draftOf(*maker).sale.sold);
    }

    // Another name, no name, and gone; it comes back from its toast.
    QVERIFY(maker->click(u"create.presets"_s));
    QVERIFY(maker->click(u"presets.rename"_s));
    maker->type(u"presets.newName"_s, u" "_s);
    QVERIFY(maker->click(u"presets.keepName"_s));
    auto* name = qobject_cast<ui::Field*>(maker->visible(u"presets.newName"_s));
    QVERIFY(name != nullptr && !name->error().isEmpty());
    maker->type(u"presets.newName"_s, u"Festival"_s);
    QVERIFY(maker->click(u"presets.keepName"_s));
    QVERIFY(maker->click(u"presets.delete"_s));
    QVERIFY(maker->see(u"presets.none"_s) != nullptr);
    QVERIFY(undoByToast(*maker));
    QVERIFY(maker->click(u"presets.close"_s));
    QTRY_VERIFY(!maker->window().hasSheet());

    // New drafts begin with it, also after the next start.
    maker.reset();
    maker = m_world.person(u"presets"_s);
    QTRY_COMPARE(maker->engine().readiness(), ui::Engine::Readiness::Ready);
    maker->drop(lake);
    QVERIFY(maker->see(u"create.publish"_s) != nullptr);
    QCOMPARE(draftOf(*maker).film, lake);
    QVERIFY(draftOf(*maker).sale.sold);
    QCOMPARE(draftOf(*maker).sale.price, u"9"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PresetsTest)

#include "moc_presets_test.cpp"
