#pragma once

#include <QAbstractButton>
#include <QWidget>

#include "ui/models/draft_rules.h"
#include "ui/models/draft_store.h"

class QGridLayout;

namespace keyreel::ui {

class Button;
class Label;

/// A draft as a card: picture, title, what it waits for and when it was edited. Enter opens it, Delete or the
/// button at its right removes it.
class DraftCard : public QAbstractButton {
    Q_OBJECT
public:
    DraftCard(const Draft& draft, const QImage& still, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    QPixmap m_still;
    DraftReadiness m_readiness;
    QString m_line;
    Button* m_remove;
};

/// The drafts of this profile, newest first: one row of them, and all on demand.
class RecentDrafts : public QWidget {
    Q_OBJECT
public:
    explicit RecentDrafts(DraftStore& drafts, QWidget* parent = nullptr);
    /// Reads the store again.
    void refresh();

Q_SIGNALS:
    void openRequested(const QString& id);
    void removeRequested(const QString& id);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void arrange();
    DraftStore& m_drafts;
    Button* m_all;
    QGridLayout* m_grid;
    QList<DraftCard*> m_cards;
    bool m_showAll = false;
};

}  // namespace keyreel::ui
