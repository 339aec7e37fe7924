#pragma once

#include "ui/models/film_openings.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class DayChart;
class Label;

/// How often a film of one's own was opened in the last 30 days.
class OpeningsCard : public Card {
    Q_OBJECT
public:
    explicit OpeningsCard(Engine& engine, QWidget* parent = nullptr);

    /// Asks anew when `mine`; of others' films nothing is shown.
    void showFilm(const QString& link, bool mine);

private:
    void take(const std::vector<gateway::OpeningDay>& days);

    FilmOpenings m_openings;
    QString m_link;
    DayChart* m_chart;
    Label* m_text;
};

}  // namespace keyreel::ui
