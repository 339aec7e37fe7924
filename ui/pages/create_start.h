#pragma once

#include "ui/shell/page_host.h"

namespace keyreel::ui {

class DraftStore;
class DropZone;
class Engine;
class MainWindow;
class RecentDrafts;
struct IntakeReport;

/// Where a film begins: the drop zone, the way in three steps, and the drafts.
class CreateStart : public PageHost {
    Q_OBJECT
public:
    CreateStart(Engine& engine, DraftStore& drafts, MainWindow& window, QWidget* parent = nullptr);
    [[nodiscard]] DropZone* zone() const { return m_zone; }
    [[nodiscard]] RecentDrafts* drafts() const { return m_drafts; }
    /// Names the files that became no drafts, all in one message; nothing when there are none.
    void showRefusals(const IntakeReport& report);
    void dismissRefusals();

Q_SIGNALS:
    void publishAllRequested();

private:
    void explain(const IntakeReport& report);
    MainWindow& m_window;
    DropZone* m_zone;
    RecentDrafts* m_drafts;
};

}  // namespace keyreel::ui
