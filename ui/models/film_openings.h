#pragma once

#include <QList>
#include <QObject>
#include <vector>

#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// How often a film of one's own was opened, as its gateway saw it. GUI thread.
class FilmOpenings : public QObject {
    Q_OBJECT
public:
    explicit FilmOpenings(Engine& engine, QObject* parent = nullptr);

    /// Answered with answered() or failed().
    void ask(const QString& link);
    /// Days since 1 January 1970 in UTC, by the clock that the engine goes by.
    [[nodiscard]] qint64 today() const;

Q_SIGNALS:
    void answered(const QString& link, const std::vector<keyreel::gateway::OpeningDay>& days);
    void failed(const QString& link, const keyreel::Error& error);

private:
    EngineDesk m_desk;
};

/// A count for each of `days` days, the last of them `today`; what is older is left out.
QList<quint64> dailyCounts(const std::vector<gateway::OpeningDay>& openings, qint64 today, qsizetype days);

}  // namespace keyreel::ui
