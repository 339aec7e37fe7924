#pragma once

#include <QWidget>
#include <array>

namespace keyreel::ui {

/// State of one stage of a job.
enum class StageState { NotBegun = 1, Running, Done, Paused, Waiting, Failed };

struct Stage {
    StageState state = StageState::NotBegun;
    /// 0 to 1; below 0 while it is not known.
    double progress = 0;
    /// One line of numbers, "41 % · 24.6 MB/s · 1:09".
    QString numbers;
    /// Start, end and rate, shown as tooltip.
    QString tooltip;

    bool operator==(const Stage&) const = default;
};

/// Six equal columns: Analyze, Encrypt, Split keys, Upload, Mint, Check. Accessible as a progress bar named
/// "Upload, stage 4 of 6, 41 percent, 1 minute 9 seconds left"; announced on change of state and every 10 %.
class StagePipeline : public QWidget {
    Q_OBJECT
public:
    static constexpr int kStages = 6;
    enum Index { Analyze = 0, Encrypt, SplitKeys, Upload, Mint, Check };

    explicit StagePipeline(QWidget* parent = nullptr);

    void setStage(int index, const Stage& stage);
    const Stage& stage(int index) const { return m_stages[static_cast<std::size_t>(index)]; }
    /// Spoken time left of the running stage, "1 minute 9 seconds left". Empty when unknown.
    void setSpokenTimeLeft(const QString& words);
    /// The stage that matters now: failed, waiting, paused, running, else the last done.
    int activeStage() const;
    QString spokenText() const;
    static QString stageName(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;
    void timerEvent(QTimerEvent*) override;
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    void announce();
    void updateTimer();
    std::array<Stage, kStages> m_stages;
    std::array<double, kStages> m_shown{};
    QString m_timeLeft;
    QString m_lastAnnounced;
    int m_timer = 0;
    qreal m_phase = 0;
};

}  // namespace keyreel::ui
