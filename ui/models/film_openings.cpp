#include "ui/models/film_openings.h"

#include "core/studio/access.h"

namespace keyreel::ui {

FilmOpenings::FilmOpenings(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

void FilmOpenings::ask(const QString& link) {
    using Days = std::vector<gateway::OpeningDay>;
    m_desk.run(
        [text = toStdString(link)](const studio::Session& session, std::stop_token stop) -> Result<Days> {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return studio::openingsOf(*there, parsed, stop);
        },
        [this, link](const Result<Days>& days) {
            if (days)
                Q_EMIT answered(link, *days);
            else
                Q_EMIT failed(link, days.error());
        });
}

qint64 FilmOpenings::today() const {
    return m_desk.now() / 86400;
}

QList<quint64> dailyCounts(const std::vector<gateway::OpeningDay>& openings, qint64 today, qsizetype days) {
    QList<quint64> counts(days, 0);
    for (const auto& each : openings) {
        const qint64 age = today - each.day;
        if (age >= 0 && age < days) counts[days - 1 - age] = each.openings;
    }
    return counts;
}

}  // namespace keyreel::ui
