#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>
#include <ctime>

#include "tests/unit/ui/widget_probes.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/job_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/quorum_diagram.h"
#include "ui/widgets/readiness_list.h"
#include "ui/widgets/stage_pipeline.h"

using namespace keyreel::ui;

class WidgetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void buttonByMouseKeysAndStates() {
        Button button(q("Publish"), Button::Kind::Primary, Icon::Publish);
        showAndFocus(button);
        QSignalSpy clicked(&button, &QPushButton::clicked);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 3);
        const QSize before = button.sizeHint();
        button.setLoading(true);
        QCOMPARE(button.sizeHint(), before);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 3);
        button.setLoading(false);
        button.setToolTip(q("For everybody"));
        button.setDisabledReason({});
        QCOMPARE(button.toolTip(), q("For everybody"));
        button.setDisabledReason(q("Two things are left"));
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), q("Two things are left"));
        QCOMPARE(accessible(&button)->text(QAccessible::Description), q("Two things are left"));
        button.setDisabledReason({});
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), q("For everybody"));
        QCOMPARE(accessible(&button)->role(), QAccessible::Button);
        QCOMPARE(spoken(&button), q("Publish"));
    }

    void fieldSpeaksItsLabelAndError() {
        Field field(q("Title"));
        showAndFocus(field);
        QTest::keyClicks(field.edit(), q("Wren"));
        QCOMPARE(field.text(), q("Wren"));
        QCOMPARE(spoken(field.edit()), q("Title"));
        field.setHint(q("Shown everywhere"));
        QCOMPARE(accessible(field.edit())->text(QAccessible::Description), q("Shown everywhere"));
        field.setError(q("Every film needs a title"));
        QCOMPARE(accessible(field.edit())->text(QAccessible::Description), q("Every film needs a title"));
        QVERIFY(field.edit()->property("invalid").toBool());
        field.setError({});
        QVERIFY(!field.edit()->property("invalid").toBool());
    }

    void secretFieldShowsOnDemand() {
        Field field(q("Password"));
        field.setSecret(true);
        showAndFocus(field);
        QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
        auto* show = field.edit()->findChild<Button*>();
        QVERIFY(show);
        QTest::mouseClick(show, Qt::LeftButton);
        QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
        QCOMPARE(show->accessibleName(), q("Hide"));
    }

    void textAreaCountsAndRefuses() {
        TextAreaField area(q("Description"), 5);
        area.setText(q("12345"));
        QVERIFY(area.error().isEmpty());
        area.setText(q("1234567"));
        QCOMPARE(area.error(), q("2 too many"));
        area.setText(q("1"));
        QVERIFY(area.error().isEmpty());
    }

    void searchClearsWithEscape() {
        SearchField search(q("Find"));
        showAndFocus(search);
        QSignalSpy edited(&search, &QLineEdit::textEdited);
        QTest::keyClicks(&search, q("lake"));
        QCOMPARE(search.text(), q("lake"));
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.text().isEmpty());
        QCOMPARE(edited.last().first().toString(), QString());
    }

    void segmentsByKeysMouseAndScreenReader() {
        SegmentedControl control;
        control.setSegments({{q("all"), q("All"), Icon::None, 15},
                             {q("mine"), q("Mine"), Icon::None, 7},
                             {q("x"), q("Else"), Icon::None, -1}});
        control.setAccessibleName(q("Show"));
        showAndFocus(control);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.currentId(), q("mine"));
        QTest::keyClick(&control, Qt::Key_End);
        QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.current(), 2);
        QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(0).center());
        QCOMPARE(control.current(), 0);
        QCOMPARE(changed.count(), 3);
        QAccessibleInterface* group = accessible(&control);
        QCOMPARE(group->childCount(), 3);
        QCOMPARE(group->child(1)->role(), QAccessible::RadioButton);
        QCOMPARE(group->child(1)->text(QAccessible::Name), q("Mine, 7"));
        group->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(control.current(), 1);
        QVERIFY(group->child(1)->state().checked);
        QVERIFY(!group->child(0)->state().checked);
    }

    void toggleByKeyMouseAndScreenReader() {
        Toggle toggle(q("Less motion"));
        showAndFocus(toggle);
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(toggle.isChecked());
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QVERIFY(!toggle.isChecked());
        QCOMPARE(accessible(&toggle)->role(), QAccessible::CheckBox);
        QCOMPARE(spoken(&toggle), q("Less motion"));
        accessible(&toggle)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(toggle.isChecked());
        QVERIFY(accessible(&toggle)->state().checked);
    }

    void accessTilesAreExclusiveAndTakeDigits() {
        AccessGroup group;
        AccessTile* free = group.addTile(q("free"), Icon::Heart, q("Free"), q("Anyone with the link"));
        AccessTile* granted =
            group.addTile(q("granted"), Icon::People, q("Only people I choose"), q("You grant each"));
        group.show();
        QVERIFY(QTest::qWaitForWindowActive(&group));
        QSignalSpy changed(&group, &AccessGroup::currentChanged);
        QTest::mouseClick(free, Qt::LeftButton);
        QCOMPARE(group.current(), q("free"));
        free->setFocus();
        QTest::keyClick(free, Qt::Key_2);
        QCOMPARE(group.current(), q("granted"));
        QVERIFY(!free->isChecked());
        QCOMPARE(changed.count(), 2);
        QCOMPARE(accessible(granted)->role(), QAccessible::RadioButton);
        QCOMPARE(spoken(granted), q("Only people I choose. You grant each"));
        granted->setEnabled(false);
        QTest::keyClick(free, Qt::Key_1);
        QTest::keyClick(free, Qt::Key_2);
        QCOMPARE(group.current(), q("free"));
    }

    void statementTileByKey() {
        CheckTile tile(q("I made this film."), q("It is signed."));
        showAndFocus(tile);
        QTest::keyClick(&tile, Qt::Key_Space);
        QVERIFY(tile.isChecked());
        QCOMPARE(accessible(&tile)->role(), QAccessible::CheckBox);
    }

    void dropZoneTakesFilesKeysAndRefuses() {
        DropZone zone;
        zone.resize(700, 400);
        showAndFocus(zone);
        QSignalSpy choose(&zone, &DropZone::chooseRequested);
        QSignalSpy dropped(&zone, &DropZone::filesDropped);
        QTest::keyClick(&zone, Qt::Key_Return);
        QTest::mouseClick(zone.chooseButton(), Qt::LeftButton);
        QCOMPARE(choose.count(), 2);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(q("/films/tide.mp4"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&zone, &enter);
        QCOMPARE(zone.state(), DropZone::State::DragOver);
        QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&zone, &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first().toStringList(), QStringList{q("/films/tide.mp4")});
        QMimeData text;
        text.setText(q("hello"));
        QDragEnterEvent refused({10, 10}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        refused.setAccepted(true);
        QApplication::sendEvent(&zone, &refused);
        QVERIFY(!refused.isAccepted());
        zone.setReading(q("tide.mp4"), q("Reading tracks"));
        QSignalSpy cancelled(&zone, &DropZone::cancelRequested);
        QTest::keyClick(&zone, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
        QTest::keyClick(&zone, Qt::Key_Return);
        QCOMPARE(choose.count(), 2);
        QCOMPARE(accessible(&zone)->role(), QAccessible::Button);
        QCOMPARE(spoken(&zone), q("Drop a video, or press Enter to choose a file"));
    }

    void pipelineSpeaksTheStageThatMatters() {
        StagePipeline pipeline;
        for (int i = 0; i < StagePipeline::Upload; ++i)
            pipeline.setStage(i, {StageState::Done, 1, {}, {}});
        pipeline.setStage(StagePipeline::Upload, {StageState::Running, 0.41, q("41 %"), {}});
        pipeline.setSpokenTimeLeft(q("1 minute 9 seconds left"));
        QCOMPARE(spoken(&pipeline), q("Upload, stage 4 of 6, 41 percent, 1 minute 9 seconds left"));
        QCOMPARE(accessible(&pipeline)->role(), QAccessible::ProgressBar);
        QCOMPARE(accessible(&pipeline)->valueInterface()->currentValue().toDouble(), 0.41);
        pipeline.setStage(StagePipeline::Upload, {StageState::Failed, 0.62, {}, {}});
        QCOMPARE(spoken(&pipeline), q("Upload, stage 4 of 6, failed"));
    }

    void jobCardKeys() {
        JobCard card;
        card.setTitle(q("Hollow Lake"));
        card.setState(JobCard::State::Running, q("Published in about 0:50"));
        card.resize(1000, 120);
        showAndFocus(card);
        QSignalSpy pause(&card, &JobCard::pauseRequested);
        QSignalSpy resume(&card, &JobCard::resumeRequested);
        QSignalSpy cancel(&card, &JobCard::cancelRequested);
        QSignalSpy retry(&card, &JobCard::retryRequested);
        QTest::keyClick(&card, Qt::Key_Space);
        QCOMPARE(pause.count(), 1);
        card.setState(JobCard::State::Paused, q("Paused by you"));
        QTest::keyClick(&card, Qt::Key_Space);
        QCOMPARE(resume.count(), 1);
        QTest::keyClick(&card, Qt::Key_R);
        QCOMPARE(retry.count(), 0);
        card.setState(JobCard::State::Failed);
        QTest::keyClick(&card, Qt::Key_R);
        QCOMPARE(retry.count(), 1);
        QTest::keyClick(&card, Qt::Key_Delete);
        QCOMPARE(cancel.count(), 1);
        QCOMPARE(accessible(&card)->role(), QAccessible::Grouping);
        QCOMPARE(spoken(&card), q("Hollow Lake"));
    }

    void readinessListShowsOpenItems() {
        ReadinessList list;
        list.setItems({{q("video"), q("Video checked"), true},
                       {q("title"), q("Give it a title"), false},
                       {q("price"), q("Set a price"), false}});
        list.resize(300, list.sizeHint().height());
        QSignalSpy show(&list, &ReadinessList::showRequested);
        showAndFocus(list);
        QCOMPARE(list.currentItem(), 1);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(show.last().first().toString(), q("title"));
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(show.last().first().toString(), q("price"));
        QTest::mouseClick(&list, Qt::LeftButton, {}, list.itemRect(0).center());
        QCOMPARE(show.count(), 2);
        QCOMPARE(spoken(&list), q("Ready to publish, 1 of 3"));
        QCOMPARE(accessible(&list)->childCount(), 3);
        QVERIFY(!list.isReady());
    }

    void quorumDrawsAnyThresholdAndSpeaks() {
        QuorumDiagram diagram;
        using S = QuorumDiagram::NodeState;
        diagram.setNodes(2, {{q("Helsinki"), {}, S::Answered, q("84 ms")},
                             {q("Lisbon"), {}, S::Answered, q("121 ms")},
                             {q("Montréal"), {}, S::Idle, {}}});
        QCOMPARE(spoken(&diagram),
                 q("2 of 3 key nodes answered: Helsinki 84 ms, Lisbon 121 ms; Montréal not needed"));
        QCOMPARE(accessible(&diagram)->role(), QAccessible::Graphic);
        QCOMPARE(diagram.focusPolicy(), Qt::NoFocus);
        QList<QuorumDiagram::Node> many;
        for (int i = 0; i < 12; ++i)
            many << QuorumDiagram::Node{QString::number(i), {}, S::Asking, {}};
        diagram.setNodes(4, many);
        QCOMPARE(diagram.nodes().size(), 7);
        diagram.resize(400, 300);
        diagram.show();
        QVERIFY(!diagram.grab().isNull());
    }

    // Both ends of a long link show; the whole of it is copied, spoken on focus and told by the tooltip.
    void copyFieldElidesInTheMiddle() {
        const QString link = q("keyreel://films.northlight.example:8443/34b38eff7deb5632c2b7befa9960c6da");
        CopyField field(q("Share link"), link);
        auto* edit = field.findChild<QLineEdit*>();
        field.resize(300, field.height());
        showAndFocus(field);
        QTRY_VERIFY(edit->text().contains(QChar(0x2026)));
        QVERIFY(edit->text().startsWith(q("keyreel://")) && edit->text().endsWith(q("c6da")));
        QVERIFY(edit->fontMetrics().horizontalAdvance(edit->text()) <= edit->width());
        QCOMPARE(field.toolTip(), link);
        field.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), link);
        edit->setFocus();
        QTRY_COMPARE(edit->text(), link);
        field.copyButton()->setFocus();
        QTRY_VERIFY(edit->text() != link);
        field.resize(900, field.height());
        QTRY_COMPARE(edit->text(), link);
    }

    void copyFieldCopiesAndSaysSo() {
        CopyField field(q("Share link"), q("keyreel://gateway/abc"));
        showAndFocus(field);
        QSignalSpy copied(&field, &CopyField::copied);
        QTest::mouseClick(field.copyButton(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), q("keyreel://gateway/abc"));
        QCOMPARE(copied.count(), 1);
        QCOMPARE(field.copyButton()->text(), q("Copied"));
        QCOMPARE(spoken(&field), q("Share link, copy"));
        field.setValue({});
        QVERIFY(!field.copyButton()->isVisible());
    }

    void keyValueCopiesInFull() {
        KeyValueTable table;
        const QString id(64, QLatin1Char('7'));
        table.setRow(q("Film ID"), id);
        table.setFixedWidth(200);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        auto* value = table.findChild<QWidget*>(q("value.Film ID"));
        value->setFocus();
        QTest::keyClick(value, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), id);
        QCOMPARE(spoken(value), q("Film ID: ") + id);
    }

    void bannerRoleFollowsItsTone() {
        Banner banner;
        banner.setMessage(Tone::Error, Icon::Warning, q("The upload stopped."), q("Retry."));
        QCOMPARE(accessible(&banner)->role(), QAccessible::AlertMessage);
        QCOMPARE(spoken(&banner), q("The upload stopped. Retry."));
        banner.setMessage(Tone::Warn, Icon::Offline, q("Offline."));
        QCOMPARE(accessible(&banner)->role(), QAccessible::Notification);
    }

    // Text from outside must not become markup.
    void bannerEscapesForeignText() {
        Banner banner;
        banner.setMessage(Tone::Error, Icon::Warning, q("<img src=x>"), q("<a href=\"y\">z</a>"));
        const auto* label = banner.findChild<Label*>();
        QVERIFY(!label->source().contains(q("<img")));
        QVERIFY(!label->source().contains(q("<a href")));
    }

    void coverGridByKeysAndMouse() {
        QStandardItemModel model;
        for (const char* title : {"Night Ferry", "Wren", "Orbit 9"}) {
            auto* item = new QStandardItem(q(title));
            item->setData(QVariant::fromValue(BadgeSpec::owned()), CoverBadgeRole);
            item->setData(q("Jonas Rehn"), CoverMetaRole);
            model.appendRow(item);
        }
        CoverGrid grid;
        grid.setModel(&model);
        grid.resize(1100, 500);
        showAndFocus(grid);
        QSignalSpy open(&grid, &CoverGrid::openRequested);
        QSignalSpy play(&grid, &CoverGrid::playRequested);
        QSignalSpy more(&grid, &CoverGrid::moreRequested);
        QCOMPARE(grid.currentIndex().row(), 0);
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(open.last().first().toModelIndex().row(), 1);
        QTest::keyClick(&grid, Qt::Key_Space);
        QCOMPARE(play.last().first().toModelIndex().row(), 1);
        QTest::keyClick(&grid, Qt::Key_Menu);
        QCOMPARE(more.count(), 1);
        const QRect card = grid.visualRect(model.index(2, 0));
        const int columns = grid.columns();
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {},
                          CoverDelegate::playRect(card, columns).center());
        QCOMPARE(play.last().first().toModelIndex().row(), 2);
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {},
                          CoverDelegate::moreRect(card, columns).center());
        QCOMPARE(more.count(), 2);
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {},
                          CoverDelegate::pictureRect(card, columns).bottomLeft() + QPoint(8, -8));
        QCOMPARE(open.last().first().toModelIndex().row(), 2);
        QCOMPARE(CoverDelegate::spokenText(model.index(0, 0)), q("Night Ferry, owned, Jonas Rehn"));
        QCOMPARE(CoverDelegate::pictureRect(grid.visualRect(model.index(0, 0)), columns).left(), 0);
    }

    void tenThousandCoversStayQuick() {
        QStandardItemModel model;
        for (int i = 0; i < 10000; ++i)
            model.appendRow(new QStandardItem(QString::number(i)));
        CoverGrid grid;
        grid.setModel(&model);
        grid.resize(1100, 700);
        // Of the processor, which no other program takes part in.
        const std::clock_t before = std::clock();
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        grid.grab();
        const double took = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(took < 4, qPrintable(QString::number(took)));
    }

    void labelsHeadingsAndPlainNames() {
        Label title(q("Library"), Type::Page, Role::Text);
        Label line(q("Keys: <b>any 2</b> open it"), Type::Small);
        QCOMPARE(accessible(&title)->role(), QAccessible::Heading);
        QCOMPARE(spoken(&line), q("Keys: any 2 open it"));
        Label wrapped(q("one two three four five six seven eight"), Type::Body);
        wrapped.setWordWrap(true);
        QVERIFY(wrapped.heightForWidth(80) >= 3 * Theme::lineHeight(Type::Body));
    }
};

int main(int argc, char** argv) {
    return runInTheDark<WidgetsTest>(argc, argv);
}

#include "widgets_test.moc"
