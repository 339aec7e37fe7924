#pragma once

#include <QObject>
#include <vector>

#include "core/studio/library.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// Drafts and films that were taken out of sight: for 30 days everything comes back as it was. What a film
/// is published as, and what is kept of it for watching offline, is not touched. GUI thread.
class Trash : public QObject {
    Q_OBJECT
public:
    struct Item {
        bool isDraft = false;
        bool isPublished = false;  ///< A film of one's own: it stays public.
        QString id;                ///< Of a draft, or a film's link.
        QString title;
        qint64 removed = 0;  ///< Unix seconds.
    };

    Trash(Engine& engine, DraftStore& drafts, QObject* parent = nullptr);

    /// Newest first.
    [[nodiscard]] QList<Item> items() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] qint64 goneOn(const Item& item) const { return item.removed + studio::kTrashSeconds; }

    /// Answered with changed(), or with failed() when it stays where it is.
    void throwAwayDraft(const QString& id);
    void throwAwayFilm(const QString& link);
    /// Several as one act.
    void throwAwayFilms(const QStringList& links);
    void restore(const Item& item);
    /// For good.
    void forget(const Item& item);

Q_SIGNALS:
    void changed();
    /// Went in by a person's act; restore() is the way back.
    void thrownAway(const keyreel::ui::Trash::Item& item);
    void severalThrownAway(const QList<keyreel::ui::Trash::Item>& items);
    void failed(const keyreel::Error& error);

private:
    [[nodiscard]] const std::vector<studio::LibraryEntry>& films() const {
        return m_desk.engine().libraryTrash();
    }
    void changeFilms(std::function<Status(studio::Library&)> change, const QStringList& gone = {});
    [[nodiscard]] Item itemOf(const studio::LibraryEntry& entry) const;
    [[nodiscard]] Item itemOf(const Draft& draft) const;
    bool tell(const Status& done);

    EngineDesk m_desk;
    DraftStore& m_drafts;
};

}  // namespace keyreel::ui
