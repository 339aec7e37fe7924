#pragma once

#include "core/studio/open_film.h"
#include "ui/models/error_text.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

class Card;
class IconTile;

/// Over the dark picture: how far an opening has come, or why a film does not go on and what to do.
class OpeningCard : public RaisedPanel {
    Q_OBJECT
public:
    explicit OpeningCard(QWidget* parent = nullptr);

    void showOpening(const QString& title, const QList<QuorumDiagram::Node>& nodes, unsigned threshold);
    /// `step` as studio::OpenSink tells it.
    void setStep(const QString& step, const studio::OpenReport& report);
    void showProblem(const Error& error, const ErrorContext& context);
    [[nodiscard]] QString title() const;
    /// Height for its fixed width.
    [[nodiscard]] QSize cardSize() const;

    static QList<QuorumDiagram::Node> nodesOf(const studio::OpenReport& report);

Q_SIGNALS:
    void cancelRequested();
    void retryRequested();
    void backRequested();

private:
    IconTile* m_tile;
    Label* m_title;
    Label* m_text;
    Card* m_frame;
    QuorumDiagram* m_diagram;
    Label* m_steps;
    Button* m_retry;
    Button* m_copy;
    Button* m_way;
    bool m_opening = true;
    QString m_details;
};

}  // namespace keyreel::ui
