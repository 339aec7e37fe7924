#pragma once

#include "ui/models/engine.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace keyreel::ui {

class Button;
class Picture;
class StatRow;

/// What a film file is: poster with "Change poster", name, numbers, tracks.
class FilmFactsCard : public Card {
    Q_OBJECT
public:
    explicit FilmFactsCard(QWidget* parent = nullptr);
    void set(const QString& path, const std::shared_ptr<const InspectedFilm>& film, const QImage& poster);

Q_SIGNALS:
    void replaceRequested();
    void posterRequested();

private:
    void addTracks(const media::MediaInfo& info);
    Picture* m_poster;
    Label* m_name;
    Label* m_note;
    StatRow* m_stats;
    QGridLayout* m_tracks;
};

}  // namespace keyreel::ui
