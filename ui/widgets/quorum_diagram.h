#pragma once

#include <QWidget>

namespace keyreel::ui {

/// Any t of n key nodes, drawn: a lock, n curves, n discs with place and operator. n up to 7. An accessible
/// image named "2 of 3 key nodes answered: Helsinki 84 ms, Lisbon 121 ms; Montréal not needed". Not
/// focusable.
class QuorumDiagram : public QWidget {
    Q_OBJECT
public:
    enum class NodeState { Idle = 1, Asking, Answered, Failed };
    struct Node {
        QString place;
        /// Operator, or "answered in 84 ms", or the reason of a failure.
        QString line;
        NodeState state = NodeState::Idle;
        /// Spoken detail, "84 ms"; empty uses `line`.
        QString spoken;

        bool operator==(const Node&) const = default;
    };
    explicit QuorumDiagram(QWidget* parent = nullptr);

    static constexpr int kMostNodes = 7;
    /// Nodes beyond kMostNodes are told to screen readers, not drawn.
    void setNodes(int threshold, const QList<Node>& nodes);
    /// Those that are drawn.
    const QList<Node>& nodes() const { return m_nodes; }
    int threshold() const { return m_threshold; }
    QString spokenText() const;
    /// Large discs and wide spacing of the first-run picture.
    void setLarge(bool large);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void timerEvent(QTimerEvent*) override;
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    void updateTimer();
    int m_threshold = 0;
    QList<Node> m_nodes;
    QList<Node> m_all;
    bool m_large = false;
    int m_timer = 0;
    qreal m_phase = 0;
};

}  // namespace keyreel::ui
