#include "ui/widgets/film_timeline.h"

#include <QSignalSpy>

#include "tests/unit/ui/widget_probes.h"
#include "ui/widgets/time_ticks.h"

using namespace keyreel::ui;

namespace {

constexpr qint64 kHour = 3'600'000;

/// A time line that somebody listens to, and answers as a page does.
struct Answered {
    FilmTimeline line;
    QSignalSpy added{&line, &FilmTimeline::addRequested};
    QSignalSpy moved{&line, &FilmTimeline::chapterMoved};
    QSignalSpy renamed{&line, &FilmTimeline::renameRequested};
    QSignalSpy removed{&line, &FilmTimeline::removeRequested};

    explicit Answered(qint64 duration = 60'000) {
        line.resize(624, line.sizeHint().height());
        line.setFilm(duration, 25);
        line.setChapters({{0, q("Wells")}, {20'000, q("Salt")}, {40'000, q("Rain")}});
        QObject::connect(&line, &FilmTimeline::chapterMoved, &line, [this](int chapter, qint64 ms) {
            QList<Chapter> chapters = line.chapters();
            chapters[chapter].start = ms;
            line.setChapters(chapters);
        });
    }
};

void drag(QWidget& widget, QPoint from, QPoint to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    QTest::mouseMove(&widget, to);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

}  // namespace

class FilmTimelineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesInWordsNeverTouch_data() {
        QTest::addColumn<qint64>("duration");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("first");
        QTest::newRow("3 s") << qint64(3'000) << 700 << q("0:00.5");
        QTest::newRow("a blink") << qint64(40) << 700 << q("0:00.01");
        QTest::newRow("90 s") << qint64(90'000) << 700 << q("0:10");
        QTest::newRow("a feature") << qint64(5'568'000) << 700 << q("10:00");
        QTest::newRow("10 h") << 10 * kHour << 700 << q("2:00:00");
        QTest::newRow("10 h, narrow") << 10 * kHour << 160 << q("5:00:00");
        QTest::newRow("1000 h, narrow") << 1000 * kHour << 160 << q("640:00:00");
    }
    void timesInWordsNeverTouch() {
        QFETCH(const qint64, duration);
        QFETCH(const int, width);
        const auto widthOf = [](const QString& text) { return 7.0 * qreal(text.size()); };
        const TimeTicks ticks = TimeTicks::over(duration, width, widthOf);
        QCOMPARE(ticks.written % ticks.line, 0);
        QTEST(ticks.text(ticks.written), "first");
        const qreal apart = qreal(width) * qreal(ticks.written) / qreal(duration);
        QVERIFY(apart > widthOf(ticks.text(duration)) || ticks.written >= duration);
    }

    void exactTimesHaveThreeDigits() {
        QCOMPARE(exactClock(0), q("0:00.000"));
        QCOMPARE(exactClock(41'250), q("0:41.250"));
        QCOMPARE(exactClock(kHour + 7), q("1:00:00.007"));
    }

    void playheadByKeys() {
        Answered film;
        showAndFocus(film.line);
        const auto press = [&](int key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(&film.line, Qt::Key(key), with);
            return film.line.position();
        };
        QCOMPARE(press(Qt::Key_Left), 0);
        QCOMPARE(press(Qt::Key_Right), 1'000);
        QCOMPARE(press(Qt::Key_Right, Qt::ShiftModifier), 11'000);
        QCOMPARE(press(Qt::Key_Left, Qt::ShiftModifier), 1'000);
        QCOMPARE(press(Qt::Key_Period), 1'040);
        QCOMPARE(press(Qt::Key_Comma), 1'000);
        QCOMPARE(press(Qt::Key_PageUp), 20'000);
        QCOMPARE(press(Qt::Key_PageUp), 40'000);
        QCOMPARE(press(Qt::Key_PageUp), 40'000);
        QCOMPARE(press(Qt::Key_Right), 41'000);
        QCOMPARE(press(Qt::Key_PageDown), 40'000);
        QCOMPARE(press(Qt::Key_PageDown), 20'000);
        QCOMPARE(press(Qt::Key_End), 59'999);
        QCOMPARE(press(Qt::Key_Right), 59'999);
        QCOMPARE(press(Qt::Key_Home), 0);
    }

    void everyPictureIsAStepAtAnyRate() {
        // 1001 / 24000 s and its like are no whole milliseconds.
        for (const double rate : {24000.0 / 1001, 25.0, 30000.0 / 1001, 50.0, 60000.0 / 1001, 144.0}) {
            FilmTimeline line;
            line.setFilm(10'000, rate);
            for (int frame = 1; frame < 200; ++frame) {
                QTest::keyClick(&line, Qt::Key_Period);
                QCOMPARE(int(std::floor(double(line.position()) * rate / 1000 + 0.02)), frame);
            }
            for (int frame = 198; frame >= 0; --frame) {
                QTest::keyClick(&line, Qt::Key_Comma);
                QCOMPARE(int(std::floor(double(line.position()) * rate / 1000 + 0.02)), frame);
            }
            QCOMPARE(line.position(), 0);
        }
    }

    void playheadByMouse() {
        Answered film;
        QSignalSpy moved(&film.line, &FilmTimeline::moved);
        QTest::mouseClick(&film.line, Qt::LeftButton, {}, film.line.placeOf(30'000));
        QCOMPARE(film.line.position(), 30'000);
        drag(film.line, film.line.placeOf(30'000), film.line.placeOf(45'000));
        QCOMPARE(film.line.position(), 45'000);
        QCOMPARE(moved.count(), 2);
        QVERIFY(film.moved.isEmpty());
        QTest::mouseClick(&film.line, Qt::RightButton, {}, film.line.placeOf(10'000));
        QCOMPARE(film.line.position(), 45'000);
    }

    void chaptersByMouse() {
        Answered film;
        FilmTimeline& line = film.line;
        // A click leads there, however much the hand trembles.
        drag(line, line.gripOf(1), line.gripOf(1) + QPoint(2, 0));
        QCOMPARE(line.position(), 20'000);
        QVERIFY(film.moved.isEmpty());
        drag(line, line.gripOf(1), line.gripOf(1) + QPoint(50, 0));
        QCOMPARE(film.moved.count(), 1);
        QCOMPARE(line.chapters().at(1).start, 25'000);
        QCOMPARE(line.position(), 25'000);
        // Never past its neighbours, nor past the ends.
        drag(line, line.gripOf(1), line.gripOf(1) - QPoint(600, 0));
        QCOMPARE(line.chapters().at(1).start, 1);
        drag(line, line.gripOf(1), line.gripOf(1) + QPoint(400, 0));
        QCOMPARE(line.chapters().at(1).start, 39'999);
        drag(line, line.gripOf(2), line.gripOf(2) + QPoint(600, 0));
        QCOMPARE(line.chapters().at(2).start, 59'999);
        QCOMPARE(film.moved.last().at(2).toBool(), false);
        QTest::mouseDClick(&line, Qt::LeftButton, {}, line.gripOf(2));
        QCOMPARE(film.renamed.last().first().toInt(), 2);
    }

    void chaptersByKeys() {
        Answered film;
        FilmTimeline& line = film.line;
        const auto press = [&](int key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(&line, Qt::Key(key), with);
        };
        press(Qt::Key_M);
        QVERIFY(film.added.isEmpty());
        press(Qt::Key_Right);
        press(Qt::Key_Delete);
        press(Qt::Key_F2);
        press(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(film.removed.isEmpty() && film.renamed.isEmpty() && film.moved.isEmpty());
        press(Qt::Key_M);
        QCOMPARE(film.added.count(), 1);
        press(Qt::Key_PageUp);
        press(Qt::Key_Right, Qt::ControlModifier);
        press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(line.chapters().at(1).start, 11'000);
        QCOMPARE(line.chapterHere(), 1);
        QCOMPARE(film.moved.last().at(2).toBool(), true);
        press(Qt::Key_F2);
        press(Qt::Key_Delete);
        QCOMPARE(film.renamed.last().first().toInt(), 1);
        QCOMPARE(film.removed.last().first().toInt(), 1);

        line.setEditable(false);
        press(Qt::Key_Delete);
        press(Qt::Key_Right, Qt::ControlModifier);
        drag(line, line.gripOf(1), line.gripOf(1) + QPoint(50, 0));
        press(Qt::Key_Right);
        press(Qt::Key_M);
        QCOMPARE(film.added.count(), 1);
        QCOMPARE(film.removed.count(), 1);
        QCOMPARE(line.chapters().at(1).start, 11'000);
    }

    void partByKeysAndMouse() {
        Answered film;
        FilmTimeline& line = film.line;
        QSignalSpy part(&line, &FilmTimeline::partChanged);
        QCOMPARE(line.partEnd(), 60'000);
        const auto is = [&](qint64 begin, qint64 end) {
            return line.partBegin() == begin && line.partEnd() == end;
        };
        line.moveTo(15'000);
        QTest::keyClick(&line, Qt::Key_BracketLeft);
        line.moveTo(45'000);
        QTest::keyClick(&line, Qt::Key_BracketRight);
        QVERIFY(is(15'000, 45'000));
        QCOMPARE(part.count(), 2);
        // Never past the other end.
        QTest::keyClick(&line, Qt::Key_BracketLeft);
        QVERIFY(is(44'900, 45'000));
        line.moveTo(0);
        QTest::keyClick(&line, Qt::Key_BracketRight);
        QVERIFY(is(44'900, 45'000));
        QCOMPARE(part.count(), 3);
        // However short it is, both handles can be taken hold of.
        drag(line, line.beginGrip(), line.beginGrip() - QPoint(296, 0));
        QVERIFY2(qAbs(line.partBegin() - 15'300) < 200, qPrintable(QString::number(line.partBegin())));
        drag(line, line.endGrip(), line.endGrip() + QPoint(1000, 0));
        QCOMPARE(line.partEnd(), 60'000);
        drag(line, line.beginGrip(), line.beginGrip() - QPoint(1000, 0));
        QVERIFY(is(0, 60'000));
        QCOMPARE(part.count(), 6);
        drag(line, line.beginGrip(), line.beginGrip() + QPoint(2, 0));
        QCOMPARE(part.count(), 6);
        QVERIFY(film.moved.isEmpty());
    }

    void spokenAndSetByScreenReaders() {
        Answered film;
        FilmTimeline& line = film.line;
        QCOMPARE(accessible(&line)->role(), QAccessible::Slider);
        line.moveTo(20'000);
        QCOMPARE(spoken(&line), q("Position 20 seconds of 1 minute, chapter 2 Salt"));
        QAccessibleValueInterface* value = accessible(&line)->valueInterface();
        QCOMPARE(value->maximumValue().toLongLong(), 60'000);
        value->setCurrentValue(41'500);
        QCOMPARE(line.position(), 41'500);
        line.setChapters({});
        QCOMPARE(spoken(&line), q("Position 41 seconds of 1 minute"));
    }

    void timeRunsFromTheLeftInEveryLanguage() {
        Answered film;
        film.line.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(film.line.placeOf(10'000).x() < film.line.placeOf(20'000).x());
        QTest::keyClick(&film.line, Qt::Key_Right);
        QCOMPARE(film.line.position(), 1'000);
    }

    void growsWithItsTextAndDrawsEveryFilm() {
        FilmTimeline line;
        const int height = line.sizeHint().height();
        ThemeOptions options = Theme::current().options();
        const ThemeOptions usual = options;
        options.textPercent = 130;
        Theme::current().setOptions(options);
        QVERIFY(line.sizeHint().height() > height);
        for (const qint64 duration : {qint64(0), qint64(1), qint64(3'000), 10 * kHour}) {
            line.setFilm(duration, 0);
            line.resize(300, line.sizeHint().height());
            QList<Chapter> many;
            for (qint64 start = 0; start < duration; start += std::max<qint64>(1, duration / 300))
                many.append(Chapter{start, QString()});
            line.setChapters(many);
            QVERIFY(!line.grab().isNull());
            QTest::mouseClick(&line, Qt::LeftButton, {}, line.rect().center());
        }
        Theme::current().setOptions(usual);
    }

    void picturesAreAskedForOncePerSize() {
        Answered film;
        int asked = 0;
        QImage grey(64, 36, QImage::Format_RGB32);
        grey.fill(Qt::gray);
        film.line.setPictures([&](qint64 ms) {
            asked += 1;
            return ms <= 60'000 && ms >= 0 ? grey : QImage();
        });
        showAndFocus(film.line);
        film.line.grab();
        const int once = asked;
        QVERIFY(once > 3);
        film.line.moveTo(5'000);
        film.line.grab();
        QCOMPARE(asked, once);
        film.line.resize(400, film.line.height());
        film.line.grab();
        QVERIFY(asked > once);
    }
};

int main(int argc, char** argv) {
    return runInTheDark<FilmTimelineTest>(argc, argv);
}
#include "film_timeline_test.moc"
