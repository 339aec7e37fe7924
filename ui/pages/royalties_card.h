#pragma once

#include <optional>

#include "core/crypto/ed25519.h"
#include "ui/models/draft_store.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace keyreel::ui {

class Button;
class Field;
class Label;
class SplitBar;
class Swatch;

/// Who shares the income of a film: others by their account and part, the maker with the rest, the gateway
/// with what it says.
class RoyaltiesCard : public Card {
    Q_OBJECT
public:
    explicit RoyaltiesCard(QWidget* parent = nullptr);

    struct Maker {
        QString name;
        std::optional<crypto::PublicKey> account;
    };
    /// `gatewayShare` in thousandths; nothing while it is not known.
    void set(const Draft& draft, const Maker& maker, std::optional<unsigned> gatewayShare);
    void take(Draft& draft) const;
    /// To the first row that needs a look.
    void focusProblem();

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    struct Row {
        QWidget* widget = nullptr;
        Swatch* swatch = nullptr;
        Field* account = nullptr;
        Field* part = nullptr;
    };
    void addRow();
    void removeRow(const QWidget* row);
    void dropRow(qsizetype row);
    void sum(const Draft& draft, const Maker& maker, std::optional<unsigned> gatewayShare);

    SplitBar* m_bar;
    QVBoxLayout* m_rows;
    QList<Row> m_payees;
    Label* m_own;
    Label* m_total;
    Button* m_add;
    bool m_filling = false;
};

}  // namespace keyreel::ui
