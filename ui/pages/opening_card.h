#pragma once

#include "core/cenc/key_ring.h"
#include "core/studio/open_film.h"
#include "ui/models/error_text.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

class Button;
class Card;
class IconTile;
class KeyEntry;
class KeyValueTable;
class OpeningSteps;
class Picture;

/// Over the dark picture: how far an opening has come, or why a film does not go on and what to do.
class OpeningCard : public RaisedPanel {
    Q_OBJECT
public:
    explicit OpeningCard(QWidget* parent = nullptr);

    void showOpening(const QString& title, const QList<QuorumDiagram::Node>& nodes, unsigned threshold);
    /// The film's picture, beside what is said of its opening; null hides it.
    void setPoster(const QImage& poster);
    /// `step` as studio::OpenSink tells it.
    void setStep(const QString& step, const studio::OpenReport& report);
    void showProblem(const Error& error, const ErrorContext& context);
    /// Whether the person can pass over the film that has the problem.
    void setNext(bool there);
    [[nodiscard]] QString title() const;
    /// Height for its fixed width.
    [[nodiscard]] QSize cardSize() const;

    static QList<QuorumDiagram::Node> nodesOf(const studio::OpenReport& report);

Q_SIGNALS:
    void cancelRequested();
    void retryRequested();
    void renewRequested();
    void nextRequested();
    /// Typed by the person, for a protected package.
    void keysGiven(const std::shared_ptr<const keyreel::cenc::KeyRing>& keys);
    void backRequested();
    /// cardSize() is another one now: what it holds was laid out.
    void sizeChanged();

protected:
    bool event(QEvent* event) override;

private:
    QWidget* makeProblem();
    QWidget* makeProgress();
    void describeParts(const ErrorContext& context);

    Picture* m_poster;
    IconTile* m_tile;
    Label* m_title;
    Label* m_text;
    QuorumDiagram* m_progress = nullptr;
    QWidget* m_foot;
    OpeningSteps* m_steps = nullptr;
    QWidget* m_problem;
    Card* m_nodes = nullptr;
    QuorumDiagram* m_answers = nullptr;
    Card* m_facts = nullptr;
    KeyValueTable* m_table = nullptr;
    Label* m_note = nullptr;
    KeyEntry* m_keys = nullptr;
    Button* m_retry = nullptr;
    Button* m_renew = nullptr;
    Button* m_next = nullptr;
    bool m_hasPoster = false;
    QString m_details;
};

}  // namespace keyreel::ui
