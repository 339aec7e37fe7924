#include "tests/gui/traces_test.h"

#include <QTest>
#include <algorithm>
#include <random>

#include "core/base/file.h"
#include "core/media/sample_film.h"
#include "core/studio/plaintext_scan.h"
#include "ui/models/engine.h"
#include "ui/pages/player_page.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// A film that no other test on this machine has: its size is drawn by lot, so its coded pictures are its
/// own.
void makeFilm(const std::filesystem::path& path) {
    std::random_device lot;
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 8;
    options.width = 640 + 2 * std::uniform_int_distribution<std::uint32_t>(0, 150)(lot);
    options.height = 360 + 2 * std::uniform_int_distribution<std::uint32_t>(0, 90)(lot);
    QVERIFY(media::makeSampleFilm(path, options));
}

/// The picture on screen as the window holds it in memory.
ByteView pixelsOf(const QImage& picture) {
    return {picture.constBits(), static_cast<std::size_t>(picture.sizeInBytes())};
}

void expectNothingFound(const studio::PlaintextScan& scan, const std::vector<std::filesystem::path>& places,
                        const std::filesystem::path& film) {
    const auto report = scan.scan(places, {film}, {});
    QVERIFY2(report, report ? "" : report.error().what.c_str());
    QVERIFY2(report->findings.empty(), report->findings.empty() ? "" : report->findings.front().file.c_str());
    const auto* unread = report->unreadBelow(places.front());
    QVERIFY2(unread == nullptr, unread == nullptr ? "" : unread->path.c_str());
    // The profile, the stores of four servers and the blobs of the film are among what was read.
    QVERIFY2(report->files > 30, qPrintable(QString::number(report->files)));
    QVERIFY(report->bytes > std::filesystem::file_size(film));
}

/// A piece of the picture, from its middle on, that is not all of one colour: the search leaves such areas
/// out.
ByteView livelyPiece(const QImage& picture) {
    constexpr std::size_t kPiece = 4096;
    const ByteView pixels = pixelsOf(picture);
    for (std::size_t at = pixels.size() / 2 / kPiece * kPiece; at + kPiece <= pixels.size(); at += kPiece) {
        const ByteView piece = pixels.subspan(at, kPiece);
        const auto changes = [&](std::size_t half) {
            const ByteView part = piece.subspan(half, kPiece / 2);
            return !std::equal(part.begin() + 4, part.end(), part.begin());
        };
        if (changes(0) && changes(kPiece / 2)) return piece;
    }
    return {};
}

}  // namespace

void TracesTest::initTestCase() {
    m_theme = stillTheme();
}

void TracesTest::cleanupTestCase() {
    m_theme.reset();
}

void TracesTest::aPlayedFilmLeavesNoClearTrace() {
    const auto since = std::filesystem::file_time_type::clock::now();
    const std::filesystem::path film = m_world.path(u"night_ferry.mp4"_s).toStdString();
    makeFilm(film);
    studio::PlaintextScan scan;
    QVERIFY(scan.addFile(film, {}));
    const std::size_t coded = scan.blocks();
    QVERIFY(coded > 100);

    auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(m_world.path(u"night_ferry.mp4"_s), false);
    QVERIFY(!link.isEmpty());
    maker->window().playFilm(link);
    auto* player = maker->window().playerPage()->player();
    for (const milliseconds second : {milliseconds(1000), milliseconds(2000), milliseconds(3000)}) {
        QTRY_VERIFY_WITH_TIMEOUT(player->position() > second, 40'000);
        scan.add(pixelsOf(player->currentImage()));
    }
    QTRY_VERIFY2(player->statistics().shown > 30, qPrintable(QString::number(player->statistics().shown)));
    QVERIFY2(scan.blocks() > coded + 300, "decoded pictures are looked for, too");

    const auto places = maker->engine().places();
    expectNothingFound(scan, studio::suspectPlaces(places, since), film);
    if (QTest::currentTestFailed()) return;
    // What is written at the end (the library, the settings) comes before the second search.
    const QImage last = player->currentImage();
    maker.reset();
    scan.add(pixelsOf(last));
    expectNothingFound(scan, studio::suspectPlaces(places, since), film);
    if (QTest::currentTestFailed()) return;

    // The same search finds a piece of the film, and a piece of a picture, that somebody left behind.
    const auto clear = readFile(film, std::uint64_t{1} << 30);
    QVERIFY(clear);
    Bytes coat(777, 'x');
    append(coat, ByteView(*clear).subspan(clear->size() / 2, 4096));
    QVERIFY(writeFileAtomically(places.profile / "left-behind.bin", coat));
    Bytes frame(333, 'x');
    const ByteView piece = livelyPiece(last);
    QVERIFY(!piece.empty());
    append(frame, piece);
    QVERIFY(writeFileAtomically(places.network / "left-behind.bin", frame));
    const auto found = scan.scan(studio::suspectPlaces(places, since), {film}, {});
    QVERIFY(found);
    QCOMPARE(found->findings.size(), std::size_t{2});
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::TracesTest)

#include "moc_traces_test.cpp"
