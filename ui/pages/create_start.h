#pragma once

#include "ui/shell/page_host.h"

namespace keyreel::ui {

class DraftStore;
class DropZone;
class RecentDrafts;

/// Where a film begins: the drop zone, the way in three steps, and the drafts.
class CreateStart : public PageHost {
    Q_OBJECT
public:
    explicit CreateStart(DraftStore& drafts, QWidget* parent = nullptr);
    [[nodiscard]] DropZone* zone() const { return m_zone; }
    [[nodiscard]] RecentDrafts* drafts() const { return m_drafts; }

private:
    DropZone* m_zone;
    RecentDrafts* m_drafts;
};

}  // namespace keyreel::ui
