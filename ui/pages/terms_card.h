#pragma once

#include "ui/models/draft_store.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class AccessGroup;
class Field;
class Label;
class SelectField;

/// Who may watch a draft's film, and for what price.
class TermsCard : public Card {
    Q_OBJECT
public:
    explicit TermsCard(QWidget* parent = nullptr);

    void set(const Draft& draft);
    /// Writes what the person has said into `draft`.
    void take(Draft& draft) const;
    void focusPrice();

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    AccessGroup* m_ways;
    QWidget* m_sale;
    Field* m_price;
    SelectField* m_currency;
    Field* m_copies;
    SelectField* m_back;
    Label* m_how;
    bool m_filling = false;
};

}  // namespace keyreel::ui
