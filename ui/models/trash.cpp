#include "ui/models/trash.h"

#include <algorithm>

namespace keyreel::ui {

Trash::Trash(Engine& engine, DraftStore& drafts, QObject* parent)
    : QObject(parent), m_desk(engine, *this), m_drafts(drafts) {
    connect(&engine, &Engine::libraryChanged, this, &Trash::changed);
}

Trash::Item Trash::itemOf(const studio::LibraryEntry& entry) const {
    return {false, entry.role == studio::Role::Mine, toQString(entry.link), toQString(entry.title),
            entry.removed};
}

Trash::Item Trash::itemOf(const Draft& draft) const {
    return {true, false, draft.id, draft.title.isEmpty() ? tr("Untitled film") : draft.title, draft.removed};
}

QList<Trash::Item> Trash::items() const {
    QList<Item> items;
    for (const Draft& draft : m_drafts.trash())
        items.append(itemOf(draft));
    for (const studio::LibraryEntry& entry : films())
        items.append(itemOf(entry));
    std::stable_sort(items.begin(), items.end(),
                     [](const Item& a, const Item& b) { return a.removed > b.removed; });
    return items;
}

int Trash::count() const {
    return static_cast<int>(m_drafts.trash().size()) + static_cast<int>(films().size());
}

bool Trash::tell(const Status& done) {
    if (!done) Q_EMIT failed(done.error());
    Q_EMIT changed();
    return done.has_value();
}

void Trash::changeFilms(std::function<Status(studio::Library&)> change, const QStringList& gone) {
    m_desk.runAlone(
        [places = m_desk.engine().places(), change = std::move(change)]() -> Status {
            studio::Library library(places);
            return change(library);
        },
        [this, gone](const Status& done) {
            if (!done) Q_EMIT failed(done.error());
            m_desk.engine().refreshLibrary();
            if (!done || gone.isEmpty()) return;
            QList<Item> items;
            for (const studio::LibraryEntry& entry : films())
                if (gone.contains(toQString(entry.link))) items.append(itemOf(entry));
            if (items.size() == 1) Q_EMIT thrownAway(items.first());
            if (items.size() > 1) Q_EMIT severalThrownAway(items);
        });
}

void Trash::throwAwayDraft(const QString& id) {
    if (!tell(m_drafts.throwAway(id))) return;
    for (const Draft& draft : m_drafts.trash())
        if (draft.id == id) Q_EMIT thrownAway(itemOf(draft));
}

void Trash::throwAwayFilm(const QString& link) {
    throwAwayFilms({link});
}

void Trash::throwAwayFilms(const QStringList& links) {
    std::vector<std::string> films;
    for (const QString& link : links)
        films.push_back(toStdString(link));
    changeFilms(
        [films = std::move(films), now = m_desk.now()](studio::Library& library) -> Status {
            for (const std::string& link : films)
                KEYREEL_CHECK(library.throwAway(link, now));
            return {};
        },
        links);
}

void Trash::restore(const Item& item) {
    if (item.isDraft)
        tell(m_drafts.restore(item.id));
    else
        changeFilms(
            [link = toStdString(item.id)](studio::Library& library) { return library.restore(link); });
}

void Trash::forget(const Item& item) {
    if (item.isDraft)
        tell(m_drafts.remove(item.id));
    else
        changeFilms([link = toStdString(item.id)](studio::Library& library) { return library.remove(link); });
}

}  // namespace keyreel::ui
