#pragma once

#include <QTimer>

#include "ui/models/draft_history.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/models/error_text.h"
#include "ui/models/preset_store.h"
#include "ui/shell/page_host.h"

namespace keyreel::ui {

class Button;
class ChaptersCard;
class Field;
class FilmFactsCard;
class Label;
class PublishPanel;
class QualityCard;
class QuorumDiagram;
class RoyaltiesCard;
class Sales;
class Shortcuts;
class TagsField;
class TermsCard;
class TextAreaField;
class TimelineCard;

/// One draft and everything about it that can be changed. Every change is saved at once.
class DraftDetails : public PageHost {
    Q_OBJECT
public:
    /// Its commands are added to `shortcuts`.
    DraftDetails(Engine& engine, DraftStore& drafts, const Sales& sales, Shortcuts& shortcuts,
                 QWidget* parent = nullptr);

    /// `film` is null until its tracks are read.
    void open(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film);
    void setFilm(const std::shared_ptr<const InspectedFilm>& film);
    /// Where a person begins to write.
    void focusTitle();
    /// Another file, or the same elsewhere, is the video of this draft; its tracks are still to be read.
    void replaceFilm(const QString& path);
    /// The video of this draft cannot be read (any more).
    void refuseFilm(const Sentence& why);
    void showProblem(const Sentence& words);
    /// Writes what has changed.
    void save();
    /// Saves and lets go of the draft.
    void leave();
    /// Lets go of the draft without saving: it was published or removed.
    void forget();
    [[nodiscard]] const Draft& draft() const { return m_draft; }
    /// What the file is; null while it is not read.
    [[nodiscard]] const std::shared_ptr<const InspectedFilm>& film() const { return m_film; }
    [[nodiscard]] PublishPanel* panel() const { return m_panel; }
    /// What the publish sheet asks, kept with the draft.
    void setStatements(bool aiTraining, bool adult, quint32 offlineDays);
    /// Who shall hold its key, kept with the draft.
    void setHolders(const studio::KeyHolders& holders, crypto::Suite suite);
    /// In one step, which can be undone.
    void apply(const Preset& preset);
    /// The picture that stands for the film is in `path` now.
    void setPoster(const PosterChoice& choice, const QString& path, const QImage& picture);
    /// The draft with the part of its film that is published, which may begin before the one that is asked
    /// for.
    [[nodiscard]] Draft published() const;
    [[nodiscard]] const QImage& poster() const { return m_cover; }

Q_SIGNALS:
    void removeRequested();
    void replaceRequested();
    void unlockRequested();
    void publishRequested();
    void nodesRequested();
    void presetsRequested();
    void posterRequested();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void addCommands(Shortcuts& shortcuts);
    QWidget* makeContent();
    QWidget* makeWords();
    QWidget* makeProtection();
    void edit();
    /// Writes the draft into the fields.
    void fill();
    void takeChange(DraftHistory::Change change = DraftHistory::Change::MayWriteOn);
    void goBack(const std::optional<Draft>& to);
    /// The picture that the draft asks for.
    void showCover();
    void choosePictures(const std::vector<quint32>& ladder, bool keepSource);
    void refresh();
    void refreshNodes();
    /// Categories, and what was used before.
    void suggestTags();
    void showOpen(const QString& id);

    Engine& m_engine;
    DraftStore& m_drafts;
    const Sales& m_sales;
    Draft m_draft;
    std::shared_ptr<const InspectedFilm> m_film;
    QImage m_cover;
    DraftPart m_asked;  ///< Of which m_found is known.
    DraftPart m_found;
    DraftHistory m_history;
    bool m_filling = false;
    QTimer m_saveLater;

    FilmFactsCard* m_facts = nullptr;
    Field* m_title = nullptr;
    TagsField* m_tags = nullptr;
    TextAreaField* m_description = nullptr;
    TermsCard* m_terms = nullptr;
    RoyaltiesCard* m_royalties = nullptr;
    QualityCard* m_quality = nullptr;
    TimelineCard* m_timeline = nullptr;
    ChaptersCard* m_chapters = nullptr;
    QuorumDiagram* m_quorum = nullptr;
    Label* m_quorumNote = nullptr;
    Button* m_changeNodes = nullptr;
    PublishPanel* m_panel = nullptr;
};

}  // namespace keyreel::ui
