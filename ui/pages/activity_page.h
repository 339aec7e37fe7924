#pragma once

#include "ui/models/activity_model.h"
#include "ui/models/engine.h"
#include "ui/shell/page_host.h"

namespace keyreel::ui {

class Button;
class IconTile;
class KeyValueTable;
class Label;
class SearchField;
class SegmentedControl;
class TimelineList;
class SideColumn;

/// The sealed record of everything this computer did with the person's keys, and its check.
class ActivityPage : public PageHost {
    Q_OBJECT
public:
    explicit ActivityPage(Engine& engine, QWidget* parent = nullptr);
    void refresh();
    void find();

Q_SIGNALS:
    /// To look at a proof that is in a file.
    void proofRequested();

protected:
    void showEvent(QShowEvent*) override;

private:
    QWidget* makeContent();
    SideColumn* makeSide();
    void take(const std::shared_ptr<const std::vector<Record>>& records);
    void showResult(const audit::Summary* summary, const Error* broken);
    void showRecord();

    Engine& m_engine;
    ActivityModel* m_model;
    SegmentedControl* m_kinds = nullptr;
    SearchField* m_search = nullptr;
    TimelineList* m_list = nullptr;
    IconTile* m_tile = nullptr;
    Label* m_result = nullptr;
    Label* m_resultText = nullptr;
    KeyValueTable* m_facts = nullptr;
    Button* m_verify = nullptr;
    Label* m_recordTitle = nullptr;
    KeyValueTable* m_record = nullptr;
};

}  // namespace keyreel::ui
