#pragma once

#include "ui/models/engine.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

class KeyValueTable;
class SegmentedControl;
class SettingsTable;
class Toggle;

/// What a person may set; everything applies at once.
class SettingsPage : public PageHost {
    Q_OBJECT
public:
    SettingsPage(Engine& engine, SettingsTable& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    void shortcutsRequested();

private:
    QWidget* makeContent();
    void apply();
    void followNetwork();

    Engine& m_engine;
    SettingsTable& m_settings;
    SegmentedControl* m_mode = nullptr;
    SegmentedControl* m_text = nullptr;
    Toggle* m_contrast = nullptr;
    Toggle* m_motion = nullptr;
    KeyValueTable* m_network = nullptr;
};

}  // namespace keyreel::ui
