#include "ui/pages/terms_card.h"

#include <QGridLayout>
#include <QIntValidator>
#include <algorithm>
#include <array>
#include <limits>

#include "ui/models/draft_sale.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

struct Way {
    AccessWay way;
    const char* id;
};
constexpr std::array kWays{
    Way{AccessWay::Free, "create.access.free"}, Way{AccessWay::Granted, "create.access.granted"},
    Way{AccessWay::BuyOnce, "create.access.once"}, Way{AccessWay::BuyAndResell, "create.access.resell"}};

QString idOf(AccessWay way) {
    const auto* found =
        std::find_if(kWays.begin(), kWays.end(), [way](const Way& each) { return each.way == way; });
    return QString::fromLatin1(found->id);
}

AccessWay wayOf(const QString& id) {
    const auto* found = std::find_if(kWays.begin(), kWays.end(),
                                     [&id](const Way& each) { return id == QLatin1String(each.id); });
    return found == kWays.end() ? AccessWay::Granted : found->way;
}

void select(SelectField& field, const QVariant& value, const QString& text) {
    int index = field.select()->findData(value);
    if (index < 0) {
        index = field.select()->count();
        field.select()->addItem(text, value);
    }
    field.select()->setCurrentIndex(index);
}

}  // namespace

TermsCard::TermsCard(QWidget* parent)
    : Card(parent),
      m_ways(new AccessGroup),
      m_sale(new QWidget),
      m_price(new Field(tr("Price"))),
      m_currency(new SelectField(tr("Currency"))),
      m_copies(new Field(tr("Copies for sale"))),
      m_back(new SelectField(tr("From each resale, back to the split"))),
      m_how(new Label(tr("Buyers sign an order of this price and send it to you. When they have paid, you "
                         "let them in on this film's page."),
                      Type::Small, Role::Text3)) {
    addTitle(tr("Access & price"));
    m_ways->setObjectName(u"create.access"_s);
    m_ways->setColumns(2);
    m_ways->addTile(idOf(AccessWay::Free), Icon::Heart, tr("Free"), tr("Anyone with the link"));
    m_ways->addTile(idOf(AccessWay::Granted), Icon::People, tr("Only people I grant"),
                    tr("You let each account in, and out"));
    m_ways->addTile(idOf(AccessWay::BuyOnce), Icon::Coins, tr("Buy once"), tr("Buyers keep it for good"));
    m_ways->addTile(idOf(AccessWay::BuyAndResell), Icon::Resell, tr("Buy & resell"),
                    tr("Buyers may pass it on"));
    body()->addWidget(m_ways);

    m_price->setObjectName(u"create.price"_s);
    m_price->setPlaceholder(u"9"_s);
    m_price->edit()->setMaxLength(40);
    m_currency->setObjectName(u"create.currency"_s);
    for (const QString& currency : {u"USDC"_s, u"ETH"_s, u"ELA"_s})
        m_currency->select()->addItem(currency, currency);
    m_copies->setObjectName(u"create.copies"_s);
    m_copies->edit()->setValidator(new QIntValidator(0, std::numeric_limits<int>::max(), m_copies));
    m_back->setObjectName(u"create.back"_s);
    for (const int percent : {5, 10, 15, 20, 30, 50, 100})
        m_back->select()->addItem(percentWords(percent * 10), 1000 - percent * 10);
    auto* fields = new QGridLayout(m_sale);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setHorizontalSpacing(10);
    fields->addWidget(m_price, 0, 0);
    fields->addWidget(m_currency, 0, 1);
    fields->addWidget(m_copies, 0, 2);
    fields->addWidget(m_back, 0, 3);
    for (int column = 0; column < 4; ++column)
        fields->setColumnStretch(column, column == 3 ? 2 : 1);
    m_how->setWordWrap(true);
    fields->addWidget(m_how, 1, 0, 1, 4);
    body()->addWidget(m_sale);

    const auto tell = [this]() {
        if (!m_filling) Q_EMIT edited();
    };
    connect(m_ways, &AccessGroup::currentChanged, this, tell);
    connect(m_price, &Field::textEdited, this, tell);
    connect(m_copies, &Field::textEdited, this, tell);
    connect(m_currency->select(), &QComboBox::currentIndexChanged, this, tell);
    connect(m_back->select(), &QComboBox::currentIndexChanged, this, tell);
}

void TermsCard::set(const Draft& draft) {
    m_filling = true;
    m_ways->setCurrent(idOf(accessWay(draft)));
    if (m_price->text() != draft.sale.price) m_price->setText(draft.sale.price);
    select(*m_currency, draft.sale.currency, draft.sale.currency);
    if (m_copies->text().toUInt() != draft.sale.copies) m_copies->setText(QString::number(draft.sale.copies));
    select(*m_back, int{draft.sale.resellerCut}, percentWords(1000 - draft.sale.resellerCut));
    m_price->setError(priceProblem(draft));
    m_copies->setError(copiesProblem(draft));
    m_sale->setVisible(draft.sale.sold);
    m_back->setVisible(draft.sale.resale);
    m_filling = false;
}

void TermsCard::take(Draft& draft) const {
    setAccessWay(draft, wayOf(m_ways->current()));
    draft.sale.price = m_price->text();
    draft.sale.currency = m_currency->select()->currentData().toString();
    draft.sale.copies = m_copies->text().toUInt();
    draft.sale.resellerCut = static_cast<quint16>(m_back->select()->currentData().toUInt());
}

void TermsCard::focusPrice() {
    m_price->edit()->setFocus(Qt::OtherFocusReason);
}

}  // namespace keyreel::ui
