#pragma once

#include <QImage>
#include <QList>
#include <QObject>
#include <QTimer>
#include <optional>
#include <stop_token>

#include "core/media/probe.h"
#include "core/media/thumbnails.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// The pictures of one film file for whoever chooses one of them: small ones at even distances, any single
/// one large, and pictures from files. All is read by media workers; the window never waits. GUI thread; what
/// is under way ends with this object.
class FilmFrames : public QObject {
    Q_OBJECT
public:
    /// Larger than what is published, so that a part of it can be cut out.
    static constexpr std::uint32_t kPosterWidth = 1920;

    explicit FilmFrames(Engine& engine, QObject* parent = nullptr);
    ~FilmFrames() override;

    /// Reads the small pictures; answered with stripReady() or stripFailed().
    void open(const QString& film, const media::MediaInfo& info);
    [[nodiscard]] qint64 durationMs() const { return m_durationMs; }
    /// How long one picture of the film is shown.
    [[nodiscard]] qint64 frameMs() const { return m_frameMs; }
    /// From one small picture to the next.
    [[nodiscard]] qint64 stepMs() const;
    /// The small picture that stands for that time; null before stripReady().
    [[nodiscard]] QImage small(qint64 ms) const;
    /// Times that are proposed for a poster; empty before stripReady().
    [[nodiscard]] const QList<qint64>& proposals() const { return m_proposals; }
    /// Has them read as they are shown, answered with proposalsRead(). After stripReady().
    void readProposals();
    /// What the film shows then; the small picture of about that time before proposalsRead().
    [[nodiscard]] QImage proposed(qsizetype number) const;

    /// The picture at a time, at most `width` pixels wide; answered with frameReady() or frameFailed(). Of
    /// several that are asked for quickly the last one is read.
    void requestFrame(qint64 ms, std::uint32_t width = kPosterWidth);
    /// A picture file; answered with pictureReady() or pictureFailed().
    void readPicture(const QString& path);
    /// Writes it as JPEG to a path of this program's own; answered with kept() or keepFailed().
    void keep(const QImage& picture, const std::filesystem::path& path);

Q_SIGNALS:
    void stripReady();
    void stripFailed(const keyreel::Error& error);
    void proposalsRead();
    void frameReady(qint64 ms, const QImage& picture);
    void frameFailed(qint64 ms, const keyreel::Error& error);
    void pictureReady(const QString& path, const QImage& picture);
    void pictureFailed(const QString& path, const keyreel::Error& error);
    void kept(const QString& path);
    void keepFailed(const keyreel::Error& error);

private:
    struct Strip {
        QImage sheet;
        std::vector<std::uint32_t> sharpest;
    };
    void readNext();

    EngineDesk m_desk;
    std::stop_source m_stop;
    QString m_film;
    media::ThumbnailPlan m_plan;
    QImage m_sheet;
    QList<qint64> m_proposals;
    QList<QImage> m_proposed;
    qint64 m_durationMs = 0;
    qint64 m_frameMs = 40;
    QTimer m_soon;
    struct Wanted {
        qint64 ms;
        std::uint32_t width;
    };
    std::optional<Wanted> m_wanted;
    bool m_reading = false;
};

}  // namespace keyreel::ui
