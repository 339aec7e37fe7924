#pragma once

#include "ui/models/key_nodes.h"
#include "ui/models/network_choice.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"

class QVBoxLayout;

namespace keyreel::ui {

class Button;
class Card;
class KeyValueTable;
class SearchField;
class SectionList;
class SegmentedControl;
class SettingsTable;
class Sheet;
class ThemeTile;
class Toggle;
class WatchFolder;

/// What a person may set, in sections; everything applies at once and only what works is there.
class SettingsPage : public PageHost {
    Q_OBJECT
public:
    SettingsPage(Engine& engine, SettingsTable& settings, WatchFolder& watch, QWidget* parent = nullptr);
    /// Ctrl+F: find a setting.
    void find();

Q_SIGNALS:
    void shortcutsRequested();
    /// To choose other keys.
    void keysRequested();
    /// The way to another network is asked in a sheet.
    void sheetRequested(keyreel::ui::Sheet* sheet);
    void told(const QString& words);

private:
    /// A row of a section and the words it is found by.
    struct Row {
        QWidget* widget;
        QWidget* divider;
        QString words;
    };
    struct Section {
        QString id;
        QString words;
        QWidget* box;
        QVBoxLayout* rows;
        QList<Row> members;
    };
    Section& addSection(QVBoxLayout* column, const QString& id, Icon icon, const QString& title);
    static void addRow(Section& section, QWidget* widget, const QString& words);
    /// A row of name, explanation and control.
    static void addSetting(Section& section, const QString& name, const QString& explanation,
                           QWidget* control);
    QWidget* makeContent();
    void addAppearance(QVBoxLayout* column);
    void addLanguage(Section& look);
    void addPlayback(QVBoxLayout* column);
    void addPublishing(QVBoxLayout* column);
    void addNetwork(QVBoxLayout* column);
    void addStorage(QVBoxLayout* column);
    void addPrivacy(QVBoxLayout* column);
    void confirmForgetting();
    void addShortcuts(QVBoxLayout* column);
    void addAbout(QVBoxLayout* column);
    void apply();
    void followNetwork();
    void saveNetwork();
    void search(const QString& typed);
    void goTo(const QString& id);
    void followScroll(int at, int most);

    Engine& m_engine;
    SettingsTable& m_settings;
    WatchFolder& m_watch;
    SectionList* m_index = nullptr;
    SearchField* m_search = nullptr;
    QWidget* m_none = nullptr;
    QList<Section> m_sections;
    QList<ThemeTile*> m_themes;
    SegmentedControl* m_text = nullptr;
    Toggle* m_contrast = nullptr;
    Toggle* m_motion = nullptr;
    KeyValueTable* m_network = nullptr;
    NetworkChoice m_choice;
    KeyNodes m_nodes;
    Button* m_changeNetwork = nullptr;
    Button* m_saveNetwork = nullptr;
};

}  // namespace keyreel::ui
