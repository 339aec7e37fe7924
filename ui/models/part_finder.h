#pragma once

#include <QImage>
#include <QObject>
#include <QTimer>
#include <stop_token>

#include "core/media/sample_reader.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// Where the part that a draft takes of its film really begins and ends: pictures that are carried begin at a
/// key frame. And what stands for it, unless the maker chooses a poster. Asked of media workers; of several
/// questions in a row the last one is answered. GUI thread.
class PartFinder : public QObject {
    Q_OBJECT
public:
    explicit PartFinder(Engine& engine, QObject* parent = nullptr);
    ~PartFinder() override;

    /// `filmSeconds`: of the whole film. Answered with found() or failed(), and pictured(). The same question
    /// again, or one about a whole film, asks nobody.
    void find(const Draft& draft, double filmSeconds);
    /// Forgets what was asked.
    void forget();

Q_SIGNALS:
    /// Milliseconds of the film.
    void found(qint64 begin, qint64 end);
    void pictured(const QImage& picture);
    void failed(const keyreel::Error& error);

private:
    void ask();
    void askPicture(const media::FilmPart& part);

    EngineDesk m_desk;
    std::stop_source m_stop;
    Draft m_asked;  ///< Of it what the question is about.
    double m_filmSeconds = 0;
    QTimer m_soon;
};

}  // namespace keyreel::ui
