#include "ui/shell/page_host.h"

#include <QSignalSpy>

#include "tests/unit/ui/widget_probes.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"

using namespace keyreel::ui;

class PageHostTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pageStates_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("contentStays");
        QTest::addColumn<bool>("banner");
        QTest::newRow("ready") << int(PageState::Ready) << true << false;
        QTest::newRow("empty") << int(PageState::Empty) << false << false;
        QTest::newRow("partial") << int(PageState::Partial) << true << true;
        QTest::newRow("error") << int(PageState::Error) << true << true;
        QTest::newRow("offline") << int(PageState::Offline) << true << true;
        QTest::newRow("locked") << int(PageState::Locked) << true << true;
        QTest::newRow("no keyring") << int(PageState::NoKeyring) << false << false;
        QTest::newRow("denied") << int(PageState::Denied) << false << false;
    }
    void pageStates() {
        QFETCH(int, state);
        QFETCH(bool, contentStays);
        QFETCH(bool, banner);
        PageHost host(q("Library"));
        auto* content = new QWidget;
        host.setContent(content);
        host.show();
        QSignalSpy act(&host, &PageHost::stateAction);
        host.setState(static_cast<PageState>(state), {q("Fact."), q("Next."), q("Do it"), {}});
        QCOMPARE(content->isVisible(), contentStays);
        QCOMPARE(host.banner()->isVisible(), banner);
        if (!contentStays) {
            QVERIFY(host.emptyState()->isVisible());
            QCOMPARE(host.emptyState()->title(), q("Fact."));
        }
        if (static_cast<PageState>(state) == PageState::Ready) return;
        QWidget* where = banner ? static_cast<QWidget*>(host.banner()) : host.emptyState();
        auto* button = where->findChild<Button*>();
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(act.count(), 1);
        QCOMPARE(act.first().at(1).toString(), q("primary"));
        host.setState(PageState::Ready);
        QVERIFY(content->isVisible());
        QVERIFY(!host.banner()->isVisible());
    }

    void loadingKeepsContentAtFirst() {
        PageHost host(q("Library"));
        auto* content = new QWidget;
        host.setContent(content);
        host.show();
        host.setState(PageState::Loading);
        QVERIFY(content->isVisible());
        QTRY_VERIFY(!content->isVisible());
        host.setState(PageState::Ready);
        QVERIFY(content->isVisible());
    }
};

int main(int argc, char** argv) {
    return runInTheDark<PageHostTest>(argc, argv);
}

#include "page_host_test.moc"
