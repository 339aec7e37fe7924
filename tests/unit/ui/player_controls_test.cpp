#include <QSignalSpy>

#include "tests/unit/ui/widget_probes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/transport_bar.h"

using namespace keyreel::ui;

class PlayerControlsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scrubBarByKeysAndDrag() {
        ScrubBar bar;
        bar.resize(516, 24);
        bar.setDuration(5568000);
        bar.setChapters({{0, q("Wells")}, {1860000, q("Salt")}});
        bar.setPosition(2467000);
        showAndFocus(bar);
        QSignalSpy seek(&bar, &ScrubBar::seekRequested);
        QSignalSpy scrub(&bar, &ScrubBar::scrubbing);
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(seek.last().first().toLongLong(), 2472000);
        QTest::keyClick(&bar, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(seek.last().first().toLongLong(), 2471000);
        QTest::keyClick(&bar, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(seek.last().first().toLongLong(), 2531000);
        QTest::keyClick(&bar, Qt::Key_Home);
        QTest::keyClick(&bar, Qt::Key_Left);
        QCOMPARE(seek.last().first().toLongLong(), 0);
        QTest::keyClick(&bar, Qt::Key_End);
        QCOMPARE(bar.position(), 5568000);
        const auto seeks = seek.count();
        QTest::mousePress(&bar, Qt::LeftButton, {}, {8, 12});
        QTest::mouseMove(&bar, {258, 12});
        QVERIFY(bar.isDragging());
        QCOMPARE(seek.count(), seeks);
        QVERIFY(scrub.count() >= 1);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {258, 12});
        QCOMPARE(seek.count(), seeks + 1);
        QCOMPARE(seek.last().first().toLongLong(), 2784000);
        bar.setPosition(2467000);
        QCOMPARE(spoken(&bar), q("Position 41 minutes 7 seconds of 1 hour 32 minutes, chapter 2 Salt"));
        QCOMPARE(accessible(&bar)->role(), QAccessible::Slider);
        QCOMPARE(ScrubBar::clockText(2467000), q("41:07"));
        QCOMPARE(ScrubBar::clockText(5568000), q("1:32:48"));
    }

    void scrubBarWithoutDurationDoesNotSeek() {
        ScrubBar bar;
        bar.resize(516, 24);
        bar.setDuration(0);
        showAndFocus(bar);
        QSignalSpy seek(&bar, &ScrubBar::seekRequested);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, {200, 12});
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(seek.count(), 0);
        QVERIFY(!bar.grab().isNull());
    }

    void volumeByKeysAndMouse() {
        VolumeSlider slider;
        showAndFocus(slider);
        QSignalSpy changed(&slider, &VolumeSlider::valueChanged);
        slider.setValue(0.5);
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(&slider, Qt::Key_Up);
        QCOMPARE(qRound(slider.value() * 100), 55);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, {6, 14});
        QCOMPARE(slider.value(), 0.0);
        QCOMPARE(accessible(&slider)->role(), QAccessible::Slider);
        QCOMPARE(spoken(&slider), q("Volume 0 %"));
    }

    void transportBarAsks() {
        TransportBar bar;
        bar.resize(1000, 100);
        bar.setDuration(100000);
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        QSignalSpy play(&bar, &TransportBar::playPauseRequested);
        QSignalSpy skip(&bar, &TransportBar::skipRequested);
        QSignalSpy mute(&bar, &TransportBar::muteRequested);
        QSignalSpy full(&bar, &TransportBar::fullScreenRequested);
        QTest::mouseClick(bar.findChild<Button*>(q("transport.play")), Qt::LeftButton);
        QTest::mouseClick(bar.findChild<Button*>(q("transport.forward")), Qt::LeftButton);
        QTest::mouseClick(bar.findChild<Button*>(q("transport.mute")), Qt::LeftButton);
        QTest::mouseClick(bar.findChild<Button*>(q("transport.fullScreen")), Qt::LeftButton);
        QCOMPARE(play.count(), 1);
        QCOMPARE(skip.first().first().toLongLong(), 10000);
        QCOMPARE(mute.first().first().toBool(), true);
        QCOMPARE(full.first().first().toBool(), true);
        bar.setPlaying(true);
        QCOMPARE(spoken(bar.findChild<Button*>(q("transport.play"))), q("Pause"));
        bar.setAudioAvailable(false);
        QVERIFY(!bar.findChild<Button*>(q("transport.mute"))->isEnabled());
        bar.setPartVisible(TransportBar::Part::PictureInPicture, false);
        QVERIFY(!bar.partButton(TransportBar::Part::PictureInPicture)->isVisible());
        QCOMPARE(accessible(&bar)->role(), QAccessible::ToolBar);
    }

    void playerMenuByKeys() {
        QWidget host;
        host.resize(600, 500);
        auto* before = new Button(q("Quality"), Button::Kind::Ghost, Icon::None, &host);
        PlayerMenu menu(q("Quality"), &host);
        menu.setItems({{q("a"), q("Auto"), {}, true, true},
                       {q("b"), q("1080p"), {}, false, false},
                       {q("c"), q("720p"), {}, false, true}});
        host.show();
        QVERIFY(QTest::qWaitForWindowActive(&host));
        before->setFocus();
        QSignalSpy chosen(&menu, &PlayerMenu::chosen);
        menu.popUp({580, 480});
        QTest::keyClick(host.focusWidget(), Qt::Key_Down);
        QTest::keyClick(host.focusWidget(), Qt::Key_Return);
        QCOMPARE(chosen.first().first().toString(), q("c"));
        QVERIFY(!menu.isVisible());
        QCOMPARE(host.focusWidget(), before);
        menu.popUp({580, 480});
        QTest::keyClick(host.focusWidget(), Qt::Key_Escape);
        QVERIFY(!menu.isVisible());
        QCOMPARE(chosen.count(), 1);
    }
};

int main(int argc, char** argv) {
    return runInTheDark<PlayerControlsTest>(argc, argv);
}

#include "player_controls_test.moc"
