#include <QSignalSpy>

#include "tests/unit/ui/widget_probes.h"
#include "ui/widgets/film_timeline.h"

using namespace keyreel::ui;

namespace {

void drag(QWidget& widget, QPoint from, QPoint to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    QTest::mouseMove(&widget, to);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

/// A minute, shown so wide that a hundredth of a second is a pixel's tenth.
void show(FilmTimeline& line) {
    line.resize(624, line.sizeHint().height());
    line.setFilm(60'000, 25);
}

}  // namespace

class FilmTimelinePreviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isDraggedByItsEdgeInsideOfThePart() {
        FilmTimeline line;
        show(line);
        line.setPart(5'000, 50'000);
        line.setPreview(10'000, 15'000);
        QSignalSpy moved(&line, &FilmTimeline::previewMoved);
        const QPoint tenSeconds = line.placeOf(20'000) - line.placeOf(10'000);
        drag(line, line.previewGrip(), line.previewGrip() + tenSeconds);
        QCOMPARE(moved.size(), 1);
        QVERIFY2(qAbs(moved[0][0].toLongLong() - 20'000) < 120, qPrintable(moved[0][0].toString()));
        QCOMPARE(line.position(), moved[0][0].toLongLong());
        // Until it is answered it is where it was.
        QCOMPARE(line.previewFrom(), 10'000);
        drag(line, line.previewGrip(), line.previewGrip() + 9 * tenSeconds);
        QCOMPARE(moved[1][0].toLongLong(), 35'000);
        drag(line, line.previewGrip(), line.previewGrip() - 9 * tenSeconds);
        QCOMPARE(moved[2][0].toLongLong(), 5'000);
        // A click that trembles moves nothing.
        QTest::mouseClick(&line, Qt::LeftButton, {}, line.previewGrip());
        QCOMPARE(moved.size(), 3);
    }

    void beginsAtThePlayheadByAKey() {
        FilmTimeline line;
        show(line);
        QSignalSpy moved(&line, &FilmTimeline::previewMoved);
        line.moveTo(12'000);
        QTest::keyClick(&line, Qt::Key_P);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][0].toLongLong(), 12'000);
        QTest::keyClick(&line, Qt::Key_P, Qt::AltModifier);
        QCOMPARE(moved.size(), 1);
    }

    void isSaidAndSeen() {
        FilmTimeline line;
        show(line);
        const QString without = line.spokenText();
        const QImage plain = line.grab().toImage();
        line.setPreview(10'000, 15'000);
        QVERIFY(line.spokenText().startsWith(without) && line.spokenText().size() > without.size());
        QCOMPARE(line.accessibleName(), line.spokenText());
        QVERIFY(line.grab().toImage() != plain);
        line.setPreview(0, 0);
        QCOMPARE(line.spokenText(), without);
        QCOMPARE(line.grab().toImage(), plain);
        // Of another film there is none.
        line.setPreview(10'000, 15'000);
        line.setFilm(30'000, 25);
        QCOMPARE(line.previewLength(), 0);
    }
};

int main(int argc, char** argv) {
    return runInTheDark<FilmTimelinePreviewTest>(argc, argv);
}
#include "film_timeline_preview_test.moc"
