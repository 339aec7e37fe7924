#include "ui/models/engine.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/media/sample_film.h"
#include "ui/models/engine_background.h"

namespace keyreel::ui {
namespace {

constexpr std::uint32_t kPosterWidth = 1280;
constexpr std::size_t kShownRecords = 2000;

}  // namespace

QString toQString(const std::string& text) {
    return QString::fromStdString(text);
}

QStringList textsOf(const std::vector<std::string>& texts) {
    QStringList out;
    for (const std::string& text : texts)
        out.append(toQString(text));
    return out;
}

std::string toStdString(const QString& text) {
    return text.toStdString();
}

Engine::Engine(Options options, QObject* parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_clock(m_options.clock ? m_options.clock : std::make_shared<const SystemClock>()) {
    media::WorkshopSettings severalFilms;
    severalFilms.keepReady = true;
    m_workshop = std::make_shared<const media::Workshop>(severalFilms);
    qRegisterMetaType<keyreel::Error>();
    qRegisterMetaType<keyreel::studio::OpenReport>();
    // Jobs that are held inside a stage keep their threads.
    m_pool.setMaxThreadCount(16);
    m_nextRetry.setSingleShot(true);
    connect(&m_nextRetry, &QTimer::timeout, this, &Engine::retryParked);
}

Engine::~Engine() {
    m_stop.request_stop();
    m_opening.request_stop();
    m_sessionWork.request_stop();
    for (const auto& brake : std::as_const(m_runningJobs))
        brake->stop();
    m_pool.waitForDone();
}

void Engine::refreshLibrary() {
    auto read = studio::Library(m_options.places).contents(m_clock->now());
    m_libraryProblem = read ? std::nullopt : std::optional<Error>(read.error());
    studio::LibraryContents contents = std::move(read).value_or(studio::LibraryContents{});
    m_library = std::move(contents.entries);
    m_libraryTrash = std::move(contents.trash);
    Q_EMIT libraryChanged();
}

void Engine::setPosition(const QString& link, qint64 milliseconds) {
    background(
        [this, link = toStdString(link), milliseconds]() {
            return studio::Library(m_options.places)
                .setPosition(link, static_cast<std::uint64_t>(std::max<qint64>(0, milliseconds)),
                             m_clock->now());
        },
        [this](const Status&) { refreshLibrary(); });
}

void Engine::forgetWatching() {
    background([this]() { return studio::Library(m_options.places).forgetWatching(); },
               [this](const Status& forgotten) {
                   refreshLibrary();
                   if (forgotten)
                       Q_EMIT watchingForgotten();
                   else
                       Q_EMIT forgetFailed(forgotten.error());
               });
}

quint64 Engine::findFilms(const QStringList& paths) {
    const quint64 search = ++m_searches;
    background(
        [paths, stop = m_stop.get_token()]() -> Result<FoundFiles> { return ui::findFilms(paths, stop); },
        [this, search](const Result<FoundFiles>& found) {
            Q_EMIT filesFound(search, found.value_or(FoundFiles()));
        });
    return search;
}

void Engine::inspect(const QString& path) {
    background(
        [path = std::filesystem::path(toStdString(path)), workshop = m_workshop,
         stop = m_stop.get_token()]() -> Result<InspectedFilm> {
            InspectedFilm film;
            KEYREEL_TRY(film.info, workshop->probe(path, stop));
            KEYREEL_TRY(film.poster, workshop->posterFrame(path, kPosterWidth, stop));
            return film;
        },
        [this, path](Result<InspectedFilm> film) {
            if (film)
                Q_EMIT filmInspected(path, std::make_shared<const InspectedFilm>(std::move(*film)));
            else
                Q_EMIT filmRefused(path, film.error());
        });
}

void Engine::makeSample() {
    const auto path = m_options.places.samples / "keyreel-sample.mp4";
    background(
        [path, stop = m_stop.get_token()]() -> Status {
            std::error_code error;
            if (std::filesystem::exists(path, error)) return {};
            KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
            return media::makeSampleFilm(path, {}, stop);
        },
        [this, path](const Status& made) {
            if (made)
                Q_EMIT sampleReady(toQString(path.string()));
            else
                Q_EMIT filmRefused(toQString(path.string()), made.error());
        });
}

void Engine::loadRecords() {
    background(
        [file = m_options.places.auditLog()]() -> Result<std::vector<Record>> {
            // Nothing was ever done here.
            std::error_code error;
            if (!std::filesystem::exists(file, error) && !error) return std::vector<Record>{};
            return readRecords(file, kShownRecords);
        },
        [this](Result<std::vector<Record>> records) {
            if (records)
                Q_EMIT recordsLoaded(std::make_shared<const std::vector<Record>>(*std::move(records)));
            else
                Q_EMIT recordsFailed(records.error());
        });
}

void Engine::verifyRecords() {
    background([file = m_options.places.auditLog()]() { return audit::verify(file); },
               [this](Result<audit::Summary> summary) {
                   if (summary)
                       Q_EMIT recordsVerified(std::make_shared<const audit::Summary>(*summary), nullptr);
                   else
                       Q_EMIT recordsVerified(nullptr, std::make_shared<const Error>(summary.error()));
               });
}

}  // namespace keyreel::ui
