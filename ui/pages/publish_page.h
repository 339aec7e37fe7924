#pragma once

#include <QHash>

#include "ui/models/engine.h"
#include "ui/models/queue_model.h"
#include "ui/shell/page_host.h"

namespace keyreel::ui {

class Button;
class JobCard;
class MainWindow;

/// Every film on its way, live, as QueueModel has it; cards can be dragged where jobs wait.
class PublishPage : public PageHost {
    Q_OBJECT
public:
    PublishPage(Engine& engine, MainWindow& window, QWidget* parent = nullptr);

    /// The link of the published film that has the focus, else of the newest.
    void copyNewestLink();
    void pauseAll();
    void resumeAll();

Q_SIGNALS:
    void createRequested();
    void filmRequested(const QString& link);
    void unlockRequested();
    /// For the rail: how many are on their way, and how many need a person.
    void countChanged(int jobs, int attention);
    void published(const QString& title, const QString& link);
    void failed(const QString& title, const QString& fact);

private:
    void addCard(int row);
    void removeCard(const QString& id);
    void showRow(int row);
    void followRows();
    void followState();
    void step(const QString& id, int places);
    void drag(const QString& id, int y);
    void explain(const QString& id);
    void cancel(const QString& id);
    void copyLink(const QString& id);

    Engine& m_engine;
    MainWindow& m_window;
    QueueModel m_model;
    struct Shown {
        JobCard* card = nullptr;
        QString still;
        bool wasPublished = false;
        bool wasFailed = false;
    };
    QHash<QString, Shown> m_cards;
    QVBoxLayout* m_column = nullptr;
    Button* m_pauseAll;
    Button* m_resumeAll;
};

}  // namespace keyreel::ui
