#pragma once

#include <QStackedWidget>
#include <QTimer>

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"

class QHBoxLayout;

namespace keyreel::ui {

class AccessGroup;
class Button;
class DropZone;
class Field;
class FilmFactsCard;
class Label;
class ListingPreview;
class MainWindow;
class PageHost;
class QuorumDiagram;
class ReadinessList;
class TextAreaField;

/// A film begins here: a drop zone and the drafts, then the details of one draft with what people will see.
/// Every change is saved at once.
class CreatePage : public QStackedWidget {
    Q_OBJECT
public:
    CreatePage(Engine& engine, DraftStore& drafts, MainWindow& window, QWidget* parent = nullptr);

    /// Starts a draft for each file and shows the details of the last one.
    void importFiles(const QStringList& paths);
    void importSample();
    void chooseFile();
    /// Back to the drop zone.
    void startOver();
    /// Opens the publish sheet when the draft is ready.
    void publish();
    [[nodiscard]] bool showsDetails() const { return currentIndex() == 1; }

Q_SIGNALS:
    void unlockRequested();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    QWidget* makeDropPage();
    QWidget* makeDetailsPage();
    QWidget* makeDetailsContent();
    QWidget* makeSide();
    void readNext();
    void takeFilm(const QString& path, const std::shared_ptr<const InspectedFilm>& film);
    void refuse(const QString& path, const Error& error);
    void openDraft(const QString& id);
    void showDraft();
    void edit();
    void save();
    void refreshDrafts();
    void refreshDetails();
    void refreshNodes();
    void chooseCover();
    void confirmDelete();

    Engine& m_engine;
    DraftStore& m_drafts;
    MainWindow& m_window;
    Draft m_draft;
    QString m_reading;
    QStringList m_waiting;
    std::shared_ptr<const InspectedFilm> m_film;
    QImage m_cover;
    bool m_filling = false;
    QTimer m_saveLater;

    PageHost* m_dropHost = nullptr;
    DropZone* m_drop = nullptr;
    QWidget* m_draftsBox = nullptr;
    QHBoxLayout* m_draftRow = nullptr;
    PageHost* m_details = nullptr;
    FilmFactsCard* m_facts = nullptr;
    Field* m_title = nullptr;
    TextAreaField* m_description = nullptr;
    AccessGroup* m_access = nullptr;
    QuorumDiagram* m_quorum = nullptr;
    Label* m_quorumNote = nullptr;
    ListingPreview* m_preview = nullptr;
    ReadinessList* m_readiness = nullptr;
    Label* m_readyCount = nullptr;
    Label* m_readyText = nullptr;
    Button* m_publish = nullptr;
};

}  // namespace keyreel::ui
