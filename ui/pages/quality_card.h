#pragma once

#include "ui/models/draft_quality.h"
#include "ui/models/engine.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class AccessGroup;
class CheckRow;
class Label;

/// How many pictures a draft's film is published with, and what each of them takes.
class QualityCard : public Card {
    Q_OBJECT
public:
    explicit QualityCard(QWidget* parent = nullptr);
    /// `film` is null while it is read.
    void set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film);

Q_SIGNALS:
    /// The person chose.
    void changed(const std::vector<quint32>& ladder, bool keepSource);

private:
    void choose(const std::function<void(Draft&, const media::MediaInfo&)>& change);
    void showChoices(const QList<QualityChoice>& choices);

    Draft m_draft;
    std::shared_ptr<const InspectedFilm> m_film;
    bool m_filling = false;
    AccessGroup* m_kinds;
    QWidget* m_box;
    QVBoxLayout* m_rows;
    QList<CheckRow*> m_checks;
    QList<QualityChoice> m_choices;
    Label* m_sum;
};

}  // namespace keyreel::ui
