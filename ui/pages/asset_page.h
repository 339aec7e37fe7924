#pragma once

#include "ui/models/engine.h"
#include "ui/models/library_model.h"
#include "ui/shell/page_host.h"

class QVBoxLayout;

namespace keyreel::ui {

class Badge;
class Button;
class Card;
class CopyField;
class Field;
class FilmEditing;
class KeyValueTable;
class KeyNodesCard;
class Label;
class MainWindow;
class OfflineCard;
class OpeningsCard;
class OwnFilms;
class OfflineFilms;
class Picture;
class SideColumn;
class StatRow;
class TagRow;
class TradeCard;

/// One film: what it is, its link, who may watch it, and what its signed manifest says.
class AssetPage : public PageHost {
    Q_OBJECT
public:
    AssetPage(Engine& engine, LibraryModel& library, OfflineFilms& offline, MainWindow& window,
              QWidget* parent = nullptr);

    void showFilm(const QString& link);
    [[nodiscard]] QString link() const { return m_link; }
    void copyLink();

Q_SIGNALS:
    void playRequested(const QString& link);
    /// What everyone may see of it.
    void previewRequested(const QString& link, std::shared_ptr<const keyreel::studio::FilmFacts> facts);
    /// The maker has a buyer's order.
    void sellRequested(const QString& link);
    void backRequested();
    void unlockRequested();

private:
    QWidget* makeContent();
    QWidget* makeHolders();
    SideColumn* makeSide();
    void follow();
    void take(const std::shared_ptr<const studio::FilmFacts>& facts);
    void refreshHolders();
    void grant();
    void confirmRevoke(const QString& account);
    void confirmUnpublish();

    Engine& m_engine;
    LibraryModel& m_library;
    OfflineFilms& m_offline;
    MainWindow& m_window;
    QString m_link;
    std::shared_ptr<const studio::FilmFacts> m_facts;

    Picture* m_poster = nullptr;
    Badge* m_badge = nullptr;
    Badge* m_protected = nullptr;
    Label* m_meta = nullptr;
    Label* m_description = nullptr;
    TagRow* m_tags = nullptr;
    StatRow* m_stats = nullptr;
    Button* m_preview = nullptr;
    CopyField* m_share = nullptr;
    FilmEditing* m_editing = nullptr;
    Button* m_edit = nullptr;
    Button* m_export = nullptr;
    Button* m_unpublish = nullptr;
    OwnFilms* m_own = nullptr;
    Card* m_holders = nullptr;
    Label* m_holdersNote = nullptr;
    QVBoxLayout* m_holderRows = nullptr;
    QWidget* m_grantRow = nullptr;
    Field* m_account = nullptr;
    Button* m_grant = nullptr;
    Button* m_sell = nullptr;
    OfflineCard* m_offlineCard = nullptr;
    OpeningsCard* m_openings = nullptr;
    TradeCard* m_trade = nullptr;
    KeyNodesCard* m_nodesCard = nullptr;
    KeyValueTable* m_integrity = nullptr;
    KeyValueTable* m_manifest = nullptr;
};

}  // namespace keyreel::ui
