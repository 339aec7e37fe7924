#pragma once

#include <QHash>

#include "ui/models/engine.h"
#include "ui/models/job_meter.h"
#include "ui/models/library_model.h"
#include "ui/shell/page_host.h"

namespace keyreel::ui {

class JobCard;
class MainWindow;

/// Every film on its way, live: needs-you first, then running, waiting, published.
class PublishPage : public PageHost {
    Q_OBJECT
public:
    PublishPage(Engine& engine, LibraryModel& library, MainWindow& window, QWidget* parent = nullptr);

    /// The link of the published film that has the focus, else of the newest.
    void copyNewestLink();

Q_SIGNALS:
    void createRequested();
    void filmRequested(const QString& link);
    void unlockRequested();
    /// For the rail: how many are on their way, and how many need a person.
    void countChanged(int jobs, int attention);
    void published(const QString& title, const QString& link);

private:
    struct Row {
        JobCard* card = nullptr;
        JobMeter meter;
        QString still;
        bool wasPublished = false;
    };
    void add(const QString& id);
    void refresh(const QString& id);
    void refreshAll();
    void remove(const QString& id);
    void arrange();
    void cancel(const QString& id);
    void copyLink(const QString& id);
    [[nodiscard]] JobActivity activityOf(const QString& id) const;

    Engine& m_engine;
    LibraryModel& m_library;
    MainWindow& m_window;
    QHash<QString, Row> m_rows;
    QVBoxLayout* m_column = nullptr;
};

}  // namespace keyreel::ui
