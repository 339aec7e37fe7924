#pragma once

#include "ui/models/key_nodes.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class Button;
class Label;
class MainWindow;
class StatusLine;

/// Who holds the key of a published film, and for its maker the way to change that.
class KeyNodesCard : public Card {
    Q_OBJECT
public:
    KeyNodesCard(Engine& engine, MainWindow& window, QWidget* parent = nullptr);

    void showFilm(const QString& link, const studio::FilmFacts& facts);

Q_SIGNALS:
    /// The film's manifest is another one now.
    void resealed(const QString& link);

private:
    void change();
    void follow();
    /// The network that the film is on; its nodes are known only where it is the one in use.
    [[nodiscard]] studio::Network networkOf() const;

    Engine& m_engine;
    MainWindow& m_window;
    KeyNodes m_nodes;
    QString m_link;
    QString m_title;
    custody::NodeSet m_set;
    bool m_mine = false;
    Label* m_count;
    QVBoxLayout* m_rows;
    Button* m_change;
};

}  // namespace keyreel::ui
