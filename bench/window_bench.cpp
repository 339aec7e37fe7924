// What a person waits for in a window full of things: a library of 10,000 films drawn for the first time,
// scrolled and searched, and a queue of 1,000 jobs. Drawn offscreen into memory, as the window draws.

#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "ui/models/library_model.h"
#include "ui/models/queue_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cover_grid.h"

namespace {

using namespace keyreel;
using namespace Qt::StringLiterals;

constexpr int kFilms = 10'000;
constexpr int kJobs = 1'000;
constexpr int kPictures = 50;
constexpr QSize kWindow(1172, 836);

double residentMiB() {
    std::ifstream file("/proc/self/statm");
    long pages = 0;
    file >> pages >> pages;
    return static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// Work of the GUI thread until nothing is left to do right now, in milliseconds.
template <class Work>
double measured(Work work) {
    QElapsedTimer clock;
    clock.start();
    work();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void row(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](std::size_t percent) {
        return times[std::min(times.size() - 1, times.size() * percent / 100)];
    };
    std::printf("| %s | %zu | %.2f | %.2f | %.2f | %.0f |\n", what, times.size(), at(50), at(99),
                times.back(), residentMiB());
}

std::vector<studio::LibraryEntry> library(const QString& folder) {
    std::vector<studio::LibraryEntry> entries;
    for (int i = 0; i < kPictures; ++i) {
        QImage picture(960, 540, QImage::Format_RGB32);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                picture.setPixel(x, y, qRgb((x * 7 + i * 31) & 255, (y * 5 + x) & 255, (x ^ y) & 255));
        picture.save(folder + u"/%1.jpg"_s.arg(i));
    }
    for (int i = 0; i < kFilms; ++i) {
        studio::LibraryEntry entry;
        entry.link = "keyreel://films.example/" + std::to_string(i);
        entry.title = "The long road to harbour number " + std::to_string(i * 7919 % kFilms);
        entry.description =
            "Two people, one boat and a letter that was never sent. Part " + std::to_string(i);
        entry.creatorName = "Maker " + std::to_string(i % 300);
        entry.durationMs = 5'400'000;
        entry.added = 1'700'000'000 + i;
        entry.cover = (folder + u"/%1.jpg"_s.arg(i % kPictures)).toStdString();
        entries.push_back(std::move(entry));
    }
    return entries;
}

void films(const QString& folder) {
    const auto entries = library(folder);
    ui::LibraryModel model;
    ui::LibraryFilter filter;
    filter.setSourceModel(&model);
    filter.setDynamicSortFilter(true);
    filter.setOrder(u"added"_s);
    ui::CoverGrid grid;
    grid.resize(kWindow);
    grid.setModel(&filter);
    QObject::connect(&grid, &ui::CoverGrid::coverSizeChanged, &model, &ui::LibraryModel::setCoverSize);
    row("10,000 films: list to first picture of the window", {measured([&] {
            model.setEntries(entries);
            grid.show();
            (void)grid.grab();
        })});
    // A frame: one step of the wheel, drawn. Covers come in beside it, as they do for a person.
    std::vector<double> frames;
    auto* bar = grid.verticalScrollBar();
    for (int i = 0; i < 600; ++i)
        frames.push_back(measured([&] {
            bar->setValue(bar->value() + 60);
            grid.viewport()->repaint();
        }));
    row("scrolling on, a frame", frames);
    frames.clear();
    for (int i = 0; i < 200; ++i)
        frames.push_back(measured([&] {
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * (i * 37 % 200) / 200));
            grid.viewport()->repaint();
        }));
    row("jumping anywhere, a frame", frames);
    std::vector<double> keys;
    for (const QString& word : {u"harbour number 42"_s, u"maker 17"_s, u"part 99"_s, u"nothing like it"_s}) {
        for (qsizetype i = 1; i <= word.size(); ++i)
            keys.push_back(measured([&] {
                filter.setSearch(word.left(i));
                grid.viewport()->repaint();
            }));
        keys.push_back(measured([&] {
            filter.setSearch({});
            grid.viewport()->repaint();
        }));
    }
    row("a key in the search, results drawn", keys);
    row("order by title", {measured([&] {
            filter.setOrder(u"title"_s);
            grid.viewport()->repaint();
        })});
}

void jobs() {
    std::vector<ui::QueueEntry> entries;
    for (int i = 0; i < kJobs; ++i) {
        ui::QueueEntry entry;
        entry.report.id = std::to_string(i);
        entry.report.request.title = "Film " + std::to_string(i);
        entry.activity = i == 0 ? ui::JobActivity::Running : ui::JobActivity::Queued;
        entry.place = i;
        entry.canMove = i > 0;
        entries.push_back(std::move(entry));
    }
    ui::QueueModel model;
    row("1,000 jobs: the queue for the first time",
        {measured([&] { model.show(entries, true, std::chrono::seconds(0)); })});
    std::vector<double> beats;
    for (int i = 1; i <= 100; ++i) {
        entries[0].report.stages[3].progress = {static_cast<std::uint64_t>(i), 100};
        beats.push_back(measured([&] { model.show(entries, true, std::chrono::seconds(i)); }));
    }
    row("a report of the one that runs", beats);
    std::vector<double> moves;
    for (int i = 1; i <= 50; ++i) {
        std::swap(entries[static_cast<std::size_t>(i)].place, entries[kJobs - 1].place);
        moves.push_back(measured([&] { model.show(entries, true, std::chrono::seconds(200 + i)); }));
    }
    row("one moved to the other end", moves);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const ui::Theme theme(app, {});
    const QTemporaryDir folder;
    std::printf(
        "| what | times | p50 ms | p99 ms | most ms | MiB in memory after |\n|---|---|---|---|---|---|\n");
    films(folder.path());
    jobs();
    return 0;
}
