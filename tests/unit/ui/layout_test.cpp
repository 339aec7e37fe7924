#include "tests/unit/ui/widget_probes.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/side_column.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

using namespace keyreel::ui;

/// How windows and pages share the room that there is.
class LayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void windowsFitTheirScreen() {
        const QRect screen(0, 0, 1920, 1080);
        const QSize least(960, 640);
        QCOMPARE(MainWindow::fittedWindow({300, 200, 1111, 777}, screen, least), QRect(300, 200, 1111, 777));
        // Larger than the screen, and on one that is gone.
        QCOMPARE(MainWindow::fittedWindow({0, 0, 3000, 2000}, screen, least).size(), QSize(1920, 1048));
        const QRect moved = MainWindow::fittedWindow({2500, -400, 1200, 800}, screen, least);
        QCOMPARE(moved.size(), QSize(1200, 800));
        QVERIFY(screen.contains(moved));
        // Never smaller than it can be used, even if that is larger than the screen.
        QCOMPARE(MainWindow::fittedWindow({0, 0, 200, 100}, {0, 0, 800, 600}, least).size(), least);
    }

    void headerShowsItsWholeLine() {
        PageHost host(q("Publish"));
        host.setContent(new QWidget);
        host.resize(1000, 600);
        host.header()->setLine(q("Draft"));
        host.show();
        const auto whole = [&] {
            for (Label* label : host.header()->findChildren<Label*>())
                if (label->isVisible() && label->width() < label->sizeHint().width()) return false;
            return true;
        };
        QTRY_VERIFY(whole());
        host.header()->setLine(q("Draft · saved 01:19, and some more words"));
        QTRY_VERIFY(whole());
        host.header()->setTitle(q("A title that is longer than the one before"));
        QTRY_VERIFY(whole());
        // Set while the page was hidden, as most pages do.
        host.hide();
        host.header()->setLine(q("Draft · saved 01:20, and even more words than before"));
        host.show();
        QTRY_VERIFY(whole());
    }

    void sideStandsBelowWhereTheWindowIsNarrow() {
        MainWindow window;
        auto* host = new PageHost(q("Asset"));
        auto* content = new Field(q("Find"));
        auto* side = new SideColumn(348);
        auto* first = new Card;
        auto* inside = new Button(q("Check"), Button::Kind::Secondary);
        first->body()->addWidget(inside);
        auto* second = new Card;
        second->body()->addWidget(new Label(q("Manifest")));
        side->add(first);
        side->add(second);
        host->setContent(content);
        host->setSide(side);
        window.addPage({q("asset"), q("Asset"), Icon::Film, PageSpec::Place::Rail, false, {}}, host);
        window.resize(1300, 800);
        window.show();
        const auto at = [&](QWidget* w) { return QRect(w->mapTo(host, QPoint()), w->size()); };
        QTRY_VERIFY(at(side).left() > at(content).right());
        QCOMPARE(side->width(), 348);
        QVERIFY(at(second).top() > at(first).bottom());
        inside->setFocus();
        window.resize(1279, 800);
        QTRY_VERIFY(at(side).top() >= at(content).bottom());
        QTRY_VERIFY(at(second).left() > at(first).right());
        QCOMPARE(at(first).top(), at(second).top());
        QVERIFY(at(side).right() <= host->width());
        QVERIFY(inside->hasFocus());
        window.resize(1280, 800);
        QTRY_VERIFY(at(side).left() > at(content).right());
    }

    void pinnedSideBecomesABar() {
        MainWindow window;
        auto* host = new PageHost(q("Create"));
        auto* side = new QWidget;
        auto* bar = new Button(q("Publish"), Button::Kind::Primary);
        host->setContent(new Field(q("Title")));
        host->setPinnedSide(side, bar);
        window.addPage({q("create"), q("Create"), Icon::Create, PageSpec::Place::Rail, false, {}}, host);
        window.resize(1100, 800);
        window.show();
        QTRY_VERIFY(side->isVisible() && !bar->isVisible());
        QCOMPARE(host->side(), side);
        window.resize(1099, 800);
        QTRY_VERIFY(!side->isVisible() && bar->isVisible());
        QCOMPARE(host->side(), bar);
        QTRY_COMPARE(bar->mapTo(host, QPoint(0, bar->height())).y(), host->height());
    }
};

int main(int argc, char** argv) {
    return runInTheDark<LayoutTest>(argc, argv);
}

#include "layout_test.moc"
