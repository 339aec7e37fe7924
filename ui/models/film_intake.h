#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/models/film_files.h"

namespace keyreel::ui {

class PresetStore;
class SettingsTable;

/// What became of the files that were taken in together.
struct IntakeReport {
    struct Refusal {
        QString path;
        Error error;
    };
    QStringList drafts;       ///< Ids, as they were made.
    QList<Refusal> refusals;  ///< Files that are no films, or whose draft could not be kept.
    int others = 0;           ///< See FoundFiles.
    bool isCut = false;       ///< See FoundFiles.
    Draft last;               ///< Of the film read last, also when it could not be kept.
    std::shared_ptr<const InspectedFilm> lastFilm;
};

/// The one message about files that became no drafts, which names at most five; empty when there are none.
struct IntakeWords {
    QString fact;
    QString next;
};
IntakeWords wordsOf(const IntakeReport& report);

/// Files and folders become drafts: reading begins at once, a few at a time, and every film is a draft as
/// soon as it is read. What is added meanwhile belongs to the same intake. GUI thread.
class FilmIntake : public QObject {
    Q_OBJECT
public:
    /// `settings` and `presets` may be null.
    FilmIntake(Engine& engine, DraftStore& drafts, const SettingsTable* settings,
               const PresetStore* presets = nullptr, QObject* parent = nullptr);

    void add(const QStringList& paths);
    /// What is not read by now becomes no draft; those that are drafts stay.
    void cancel();
    [[nodiscard]] bool isReading() const;
    /// Files that were read, and all of them so far.
    [[nodiscard]] int done() const;
    [[nodiscard]] int of() const { return static_cast<int>(m_order.size()); }
    /// One that is being read; empty while folders are searched.
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void progressed();
    void draftMade(const QString& id);
    void finished(const keyreel::ui::IntakeReport& report);

private:
    void readMore();
    void take(const QString& path, const std::shared_ptr<const InspectedFilm>& film);
    void refuse(const QString& path, const Error& error);
    [[nodiscard]] bool isSample(const QString& path) const;
    [[nodiscard]] Draft draftOf(const QString& path) const;

    Engine& m_engine;
    DraftStore& m_drafts;
    const SettingsTable* m_settings;
    const PresetStore* m_presets;
    QSet<quint64> m_searches;  ///< What stands behind dropped names is being looked up.
    QStringList m_waiting;
    QStringList m_reading;
    QStringList m_order;  ///< All files of this intake, as they were given.
    IntakeReport m_report;
};

}  // namespace keyreel::ui
