#pragma once

#include <QWidget>

#include "ui/models/key_nodes.h"

class QScrollArea;
class QVBoxLayout;

namespace keyreel::ui {

class Button;
class Field;
class Label;
class Toggle;

/// A choice of key nodes: each with who runs it and where it is, any of them on or off, more by their
/// address; how many of them open a film; and what they share.
class NodeChooser : public QWidget {
    Q_OBJECT
public:
    /// `network`: whose certificates are trusted, and whose nodes are offered first.
    NodeChooser(KeyNodes& nodes, const studio::Network& network, QWidget* parent = nullptr);

    /// What is chosen at first; those of its nodes that the network does not have are offered, too.
    void setChosen(const custody::NodeSet& nodes);
    [[nodiscard]] custody::NodeSet chosen() const;
    /// Why this choice cannot stand; empty when it can.
    [[nodiscard]] QString problem() const;
    /// Also says by which key each node is known from now on.
    void showKeys();

Q_SIGNALS:
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row {
        custody::NodeDescriptor node;
        Toggle* toggle;
    };
    void addRow(const custody::NodeDescriptor& node, bool on);
    [[nodiscard]] bool answers(const std::string& url) const;
    [[nodiscard]] unsigned count() const;
    [[nodiscard]] Row* find(const custody::NodeDescriptor& node);
    void step(int by);
    void follow();
    void ask();
    void take(const custody::NodeDescriptor& node);
    void showWarnings(const std::vector<studio::NodeWarning>& warnings);

    KeyNodes& m_nodes;
    const studio::Network m_network;
    QList<Row> m_rows;
    unsigned m_threshold = 2;
    bool m_keys = false;
    quint64 m_asked = 0;
    quint64 m_weighed = 0;
    QVBoxLayout* m_list;
    QScrollArea* m_scroll;
    Field* m_address;
    Button* m_add;
    Label* m_count;
    Button* m_fewer;
    Button* m_more;
    QVBoxLayout* m_warnings;
};

}  // namespace keyreel::ui
