#pragma once

#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/media/preview_clip.h"
#include "core/studio/key_holders.h"
#include "core/studio/publish_job.h"
#include "ui/models/draft_sale.h"

namespace keyreel::ui {

/// How the poster of a draft was chosen, to go on from there.
struct PosterChoice {
    qint64 frameMs = -1;  ///< The film's picture at that time; -1: none of them.
    QString picture;      ///< The file it comes from; empty: none.
    QString shape;        ///< Of the part that is kept: "poster" (2:3), "wide" (16:9); empty: all of it.
    QRectF part;          ///< In parts of the picture's sides.

    bool operator==(const PosterChoice&) const = default;
};

/// What is taken of a film, in milliseconds.
struct DraftPart {
    qint64 from = 0;
    qint64 to = 0;  ///< 0: to the film's end.

    [[nodiscard]] bool isWhole() const { return from == 0 && to == 0; }
    bool operator==(const DraftPart&) const = default;
};

/// What everyone may see of a draft's film, in times of the whole film.
struct DraftPreview {
    qint64 from = 0;  ///< Milliseconds.
    quint32 seconds = media::kPreviewSeconds;

    bool operator==(const DraftPreview&) const = default;
};

/// A film that is not published yet, as the Create page holds it.
struct Draft {
    QString id;
    QString film;
    QString title;
    QString description;
    QStringList tags;     ///< The first is the category.
    QString cover;        ///< The poster's file; empty: the sharpest early picture of the film.
    PosterChoice poster;  ///< How that file was made, where it was made here.
    studio::Access access = studio::Access::Free;
    DraftSale sale;
    bool adult = false;
    bool aiTraining = false;
    quint32 offlineDays = 0;     ///< For how long a viewer may keep it without a network; 0: not at all.
    quint16 suite = 1;           ///< By which its key is sealed, see studio::Offer.
    studio::KeyHolders holders;  ///< Of its key; nobody named: the network's nodes.
    /// Heights of the pictures for adaptive streaming, highest first, as media::parseLadder() has them;
    /// empty: the video as it is, alone.
    std::vector<quint32> ladder;
    /// The highest of them is the video as it is.
    bool keepSource = false;
    DraftPart part;
    std::optional<DraftPreview> preview;  ///< None: nobody sees anything before they may open it.
    QString chapters;    ///< As the person writes them, see readChapters(); at times of the whole film.
    qint64 edited = 0;   ///< Unix seconds.
    qint64 removed = 0;  ///< Since when it is in the trash, Unix seconds; 0: it is not.

    bool operator==(const Draft&) const = default;
};

/// Drafts of one profile in one small JSON file, replaced atomically on every change. A file that cannot be
/// read or understood is an empty list and is kept aside; where it cannot be moved, nothing is written. GUI
/// thread.
class DraftStore {
public:
    explicit DraftStore(std::filesystem::path file);

    /// Newest first.
    [[nodiscard]] const QList<Draft>& drafts() const { return m_drafts; }
    /// Not what is in the trash.
    [[nodiscard]] const Draft* find(const QString& id) const;
    /// Adds or replaces; a draft without an id gets one, which is returned. Codes: `drafts_full` (no draft is
    /// ever dropped for another), `drafts_unreadable`, `file_unwritable`, `disk_full`.
    Result<QString> put(Draft draft);
    /// For good, also out of the trash. Its picture stays until the next start, so that put() brings the
    /// whole draft back.
    Status remove(const QString& id);
    /// What was thrown away, newest first; after 30 days (studio::kTrashSeconds) it is gone at the next
    /// start.
    [[nodiscard]] const QList<Draft>& trash() const { return m_trash; }
    /// Into the trash. Codes: `trash_full`, those of put().
    Status throwAway(const QString& id);
    /// Out of it. Codes: as put().
    Status restore(const QString& id);

    /// A small picture of the film, kept beside the list; null without one.
    [[nodiscard]] QImage still(const QString& id) const;
    void setStill(const QString& id, const QImage& picture);
    /// A new file for a draft's chosen poster, beside its small picture. What no draft has as its poster any
    /// more is removed at a start, after 30 days: until then a job or an undo may want it.
    [[nodiscard]] std::filesystem::path newPoster(const QString& id) const;

private:
    [[nodiscard]] Status save() const;
    [[nodiscard]] std::filesystem::path stillOf(const QString& id) const;
    void removeForgottenStills() const;
    void setAside();
    std::filesystem::path m_file;
    std::optional<Error> m_inTheWay;
    QList<Draft> m_drafts;
    QList<Draft> m_trash;
};

}  // namespace keyreel::ui
