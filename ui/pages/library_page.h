#pragma once

#include <array>

#include "ui/models/engine.h"
#include "ui/models/library_model.h"
#include "ui/shell/page_host.h"

namespace keyreel::ui {

class Button;
class ContinueCard;
class Label;
class OfflineFilms;
class CoverGrid;
class SearchField;
class SegmentedControl;
class Select;
class SettingsTable;
class Trash;

/// The films of this profile: what was begun, and all of them with search, filter and order.
class LibraryPage : public PageHost {
    Q_OBJECT
public:
    LibraryPage(Engine& engine, LibraryModel& model, Trash& trash, OfflineFilms& offline,
                SettingsTable* settings, QWidget* parent = nullptr);

    /// Ctrl+F and "/".
    void find();
    /// What leads to the search, shown in it.
    void setFindKeys(const QStringList& caps);

Q_SIGNALS:
    void createRequested();
    void sampleRequested();
    void openLinkRequested();
    void filmRequested(const QString& link);
    void playRequested(const QString& link);
    void playSeveralRequested(const QStringList& links);
    void unlockRequested();
    void trashRequested();
    /// Of several films are on the clipboard now.
    void linksCopied(int count);

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    static constexpr int kContinue = 4;
    QWidget* makeContent();
    void follow();
    void setEntries(const std::vector<studio::LibraryEntry>& entries);
    void refreshContinue();
    void refreshMatches();
    void refreshTags();
    QWidget* makeChosenBar();
    [[nodiscard]] QStringList chosenLinks() const;
    void followChosen();
    void copyChosen();
    void removeChosen();
    void showMenu(const QString& link, const QPoint& at);
    void followTrash();
    void followKept();

    Engine& m_engine;
    LibraryModel& m_model;
    Trash& m_trash;
    OfflineFilms& m_offline;
    LibraryFilter* m_filter;
    SettingsTable* m_settings;
    SearchField* m_search = nullptr;
    Button* m_create = nullptr;
    Button* m_first = nullptr;
    QWidget* m_continueBox = nullptr;
    Label* m_titles = nullptr;
    QWidget* m_tools = nullptr;   ///< Filter, order and layout,
    QWidget* m_chosen = nullptr;  ///< in whose place stands what can be done with several films.
    Label* m_chosenCount = nullptr;
    Button* m_keepChosen = nullptr;
    std::array<ContinueCard*, kContinue> m_continue{};
    std::array<QString, kContinue> m_continueLinks{};
    SegmentedControl* m_kinds = nullptr;
    SegmentedControl* m_layout = nullptr;
    Select* m_order = nullptr;
    Select* m_tag = nullptr;
    Button* m_trashButton = nullptr;
    CoverGrid* m_grid = nullptr;
    EmptyState* m_noMatch = nullptr;
};

}  // namespace keyreel::ui
