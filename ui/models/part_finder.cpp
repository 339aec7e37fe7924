#include "ui/models/part_finder.h"

#include <cmath>
#include <utility>

#include "core/studio/part_poster.h"
#include "ui/models/formats.h"

namespace keyreel::ui {
namespace {

/// While somebody drags an end along.
constexpr int kAskAfterMs = 150;
constexpr std::uint32_t kPictureWidth = 1280;

struct Span {
    qint64 begin = 0;
    qint64 end = 0;
};

/// A draft with only what the question is about.
Draft questionOf(const Draft& draft) {
    Draft question;
    question.film = draft.film;
    question.part = draft.part;
    question.ladder = draft.ladder;
    question.keepSource = draft.keepSource;
    return question;
}

}  // namespace

PartFinder::PartFinder(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAskAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &PartFinder::ask);
}

PartFinder::~PartFinder() {
    m_stop.request_stop();
}

void PartFinder::forget() {
    m_soon.stop();
    m_asked = {};
    std::exchange(m_stop, std::stop_source()).request_stop();
}

void PartFinder::find(const Draft& draft, double filmSeconds) {
    Draft question = questionOf(draft);
    if (question == m_asked) return;
    forget();
    m_asked = std::move(question);
    m_filmSeconds = filmSeconds;
    if (!m_asked.part.isWhole()) m_soon.start();
}

void PartFinder::ask() {
    media::ReaderOptions options;
    options.part = {static_cast<double>(m_asked.part.from) / 1000,
                    static_cast<double>(m_asked.part.to) / 1000};
    options.ladder = m_asked.ladder;
    options.keepSource = m_asked.keepSource;
    askPicture(options.part);
    m_desk.runAlone(
        [workshop = m_desk.workshop(), path = std::filesystem::path(toStdString(m_asked.film)), options,
         stop = m_stop.get_token()]() -> Result<Span> {
            KEYREEL_TRY(const media::SampleReader reader, workshop->openReader(path, options, stop));
            const double begin = reader.info().partBegin;
            return Span{std::llround(begin * 1000),
                        std::llround((begin + reader.info().durationSeconds) * 1000)};
        },
        [this, asked = m_asked](const Result<Span>& span) {
            if (asked != m_asked) return;
            if (span)
                Q_EMIT found(span->begin, span->end);
            else if (span.error().code != "cancelled")
                Q_EMIT failed(span.error());
        });
}

void PartFinder::askPicture(const media::FilmPart& part) {
    m_desk.runAlone(
        [workshop = m_desk.workshop(), path = std::filesystem::path(toStdString(m_asked.film)),
         place = studio::posterPlace(part, m_filmSeconds), stop = m_stop.get_token()]() -> Result<QImage> {
            KEYREEL_TRY(const media::Image picture, workshop->frameAt(path, place, kPictureWidth, stop));
            return format::image(picture);
        },
        [this, asked = m_asked](const Result<QImage>& picture) {
            // Why it cannot be read says whoever is asked where the part begins.
            if (picture && asked == m_asked) Q_EMIT pictured(*picture);
        });
}

}  // namespace keyreel::ui
