#pragma once

#include <QAbstractButton>
#include <QTimer>
#include <QWidget>

#include "ui/models/draft_rules.h"
#include "ui/models/draft_store.h"

class QGridLayout;

namespace keyreel::ui {

class Button;
class Engine;
class Label;

/// A draft as a card: picture, title, what it waits for and when it was edited. Enter opens it, Delete or the
/// button at its right removes it.
class DraftCard : public QAbstractButton {
    Q_OBJECT
public:
    DraftCard(const Draft& draft, const QImage& still, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    [[nodiscard]] const Draft& draft() const { return m_draft; }
    /// Whether it shows this draft, and its video, as they are now.
    [[nodiscard]] bool isAsOf(const Draft& draft) const;
    [[nodiscard]] bool isReady() const { return m_readiness.isReady(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    Draft m_draft;
    QPixmap m_still;
    DraftReadiness m_readiness;
    QString m_line;
    Button* m_remove;
};

/// The drafts of this profile, newest first: one row of them, all on demand, and the act that publishes every
/// one that is ready.
class RecentDrafts : public QWidget {
    Q_OBJECT
public:
    RecentDrafts(Engine& engine, DraftStore& drafts, QWidget* parent = nullptr);
    /// Reads the store again.
    void refresh();
    /// Once for many changes.
    void refreshSoon();
    void showAll();

Q_SIGNALS:
    void openRequested(const QString& id);
    void removeRequested(const QString& id);
    void publishAllRequested();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void arrange();
    void followReadiness();
    Engine& m_engine;
    DraftStore& m_drafts;
    QTimer m_soon;
    Button* m_publish;
    Button* m_all;
    QGridLayout* m_grid;
    QList<DraftCard*> m_cards;
    bool m_showAll = false;
};

}  // namespace keyreel::ui
