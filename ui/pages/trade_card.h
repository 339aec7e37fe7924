#pragma once

#include "ui/models/trade.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace keyreel::ui {

class Button;
class MainWindow;

/// What the person can hand on of a film: their copy, their royalties, and for its maker the right to sell.
/// Not shown while there is nothing.
class TradeCard : public Card {
    Q_OBJECT
public:
    TradeCard(Engine& engine, MainWindow& window, QWidget* parent = nullptr);

    void showFilm(const QString& link, const QString& title);

Q_SIGNALS:
    /// The person sells in the maker's place and wants to answer an order.
    void sellRequested(const QString& link);
    /// The log says something else of the film now.
    void changed(const QString& link);

private:
    void take(const studio::FilmHolders& holders);
    void addCopy(const studio::FilmHolders& holders, const crypto::PublicKey& self);
    void addRoyalties(const studio::FilmHolders& holders, const crypto::PublicKey& self);
    void addSellers(const studio::FilmHolders& holders, const crypto::PublicKey& self);
    Button* addLine(const QString& fact, const QString& text, const QString& act, const QString& name);

    Engine& m_engine;
    MainWindow& m_window;
    Trade m_trade;
    QString m_link;
    QString m_title;
    QVBoxLayout* m_lines;
};

}  // namespace keyreel::ui
