#pragma once

#include <QImage>
#include <optional>

#include "ui/widgets/card.h"

class QHBoxLayout;

namespace keyreel::ui {

class Banner;
class Button;
class Label;
class Picture;
class StagePipeline;

/// One publishing job: still, title, meta, state at the right, pause or resume, cancel, six stages, and a
/// sentence when it failed. Focusable group: Space pauses or resumes, Delete cancels, R retries;
/// one that waits moves by Alt+Up, Alt+Down, Alt+Home and Alt+End, or is dragged.
class JobCard : public Card {
    Q_OBJECT
public:
    enum class State { Running = 1, Paused, Waiting, Queued, Failed, Published };
    explicit JobCard(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const { return m_titleText; }
    void setMeta(const QString& meta);
    void setStill(const QImage& still);
    /// State and the line at the right ("Published in about 0:50", "Paused by you").
    void setState(State state, const QString& line = {});
    State state() const { return m_state; }
    /// Bold fact and what to do, shown below the stages when failed, said of the card when it waits; to be
    /// called before setState().
    void setFailure(const QString& fact, const QString& nextStep);
    /// Whether it can change its place among those that wait, and towards the front.
    void setMovable(bool movable, bool forward);
    StagePipeline* pipeline() const { return m_pipeline; }

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void retryRequested();
    void detailsRequested();
    void copyLinkRequested();
    void openRequested();
    /// Past so many others, towards the front when below 0.
    void stepRequested(int places);
    /// The mouse holds the card there; it wants to be where `y` (of its parent) is.
    void dragged(int y);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;

private:
    void refresh();
    State m_state = State::Running;
    QString m_titleText;
    bool m_movable = false;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
    Picture* m_still;
    Label* m_title;
    Label* m_meta;
    Label* m_line;
    QWidget* m_doneMark;
    Label* m_published;
    Button* m_up;
    Button* m_pause;
    Button* m_retry;
    Button* m_cancel;
    Button* m_copy;
    Button* m_open;
    StagePipeline* m_pipeline;
    Banner* m_failure;
    QHBoxLayout* m_row;
    QVBoxLayout* m_column;
};

}  // namespace keyreel::ui
