#include "ui/pages/trade_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <algorithm>

#include "core/identity/account_id.h"
#include "ui/models/draft_sale.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/trade_sheets.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

TradeCard::TradeCard(Engine& engine, MainWindow& window, QWidget* parent)
    : Card(parent), m_engine(engine), m_window(window), m_trade(engine) {
    setObjectName(u"asset.trade"_s);
    addTitle(tr("Yours to hand on"));
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(10);
    body()->addLayout(m_lines);
    hide();
    connect(&m_trade, &Trade::known, this,
            [this](const QString& link, const std::shared_ptr<const studio::FilmHolders>& holders) {
                if (link == m_link) take(*holders);
            });
    // Why nothing is known of the film is told by its page.
    connect(&m_trade, &Trade::failed, this, [this](const QString& link, const Error&) {
        if (link == m_link) hide();
    });
    connect(&m_trade, &Trade::done, this, [this](const QString& link) {
        m_window.toasts()->show(tr("Written into the rights log"), Icon::Check);
        if (link == m_link) m_trade.ask(link);
        Q_EMIT changed(link);
    });
    connect(&m_trade, &Trade::refused, this, [this](const QString&, const Error& error) {
        if (!m_window.hasSheet()) m_window.toasts()->show(sentenceOf(error).text(), Icon::Warning);
    });
}

void TradeCard::showFilm(const QString& link, const QString& title) {
    if (link != m_link) hide();
    m_link = link;
    m_title = title;
    m_trade.ask(link);
}

void TradeCard::take(const studio::FilmHolders& holders) {
    clearLayout(*m_lines);
    if (const auto& person = m_engine.person()) {
        addCopy(holders, person->account);
        addRoyalties(holders, person->account);
        addSellers(holders, person->account);
    }
    setVisible(m_lines->count() > 0);
}

Button* TradeCard::addLine(const QString& fact, const QString& text, const QString& act,
                           const QString& name) {
    if (m_lines->count() > 0) m_lines->addWidget(new Divider);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Label(format::plain(fact), Type::Strong, Role::Text));
    auto* more = new Label(format::plain(text), Type::Small, Role::Text3);
    more->setWordWrap(true);
    words->addWidget(more);
    row->addLayout(words, 1);
    auto* button = new Button(act, Button::Kind::Secondary);
    button->setObjectName(name);
    button->setSize(Button::Size::Small);
    button->setAccessibleDescription(fact);
    row->addWidget(button, 0, Qt::AlignVCenter);
    m_lines->addWidget(line);
    return button;
}

void TradeCard::addCopy(const studio::FilmHolders& holders, const crypto::PublicKey& self) {
    const auto held = std::find_if(holders.holders.begin(), holders.holders.end(),
                                   [&](const auto& holder) { return holder.account == self; });
    if (held == holders.holders.end() || holders.record.terms.access != rights::AccessMethod::BuyAndResell)
        return;
    auto* give = addLine(tr("Your copy"),
                         tr("Since %1. Its maker lets you pass it on; then it is no longer yours.")
                             .arg(format::day(held->holding.since)),
                         tr("Give it away..."), u"asset.giveAccess"_s);
    connect(give, &QPushButton::clicked, this,
            [this]() { m_window.openSheet(makeGiveAccessSheet(m_trade, m_link, m_title)); });
}

void TradeCard::addRoyalties(const studio::FilmHolders& holders, const crypto::PublicKey& self) {
    const auto own = holders.record.royalties.find(self);
    if (own == holders.record.royalties.end() || own->second == 0 || holders.record.terms.currency.empty())
        return;
    const int units = own->second;
    auto* give = addLine(tr("Your royalties"), tr("%1 of the income of this film.").arg(percentWords(units)),
                         tr("Give some away..."), u"asset.giveRoyalties"_s);
    connect(give, &QPushButton::clicked, this,
            [this, units]() { m_window.openSheet(makeGiveRoyaltiesSheet(m_trade, m_link, m_title, units)); });
}

void TradeCard::addSellers(const studio::FilmHolders& holders, const crypto::PublicKey& self) {
    const bool mine = holders.record.mint.creator == self;
    for (const auto& [account, delegation] : holders.sellers) {
        const bool over = delegation.used >= delegation.supply || delegation.notAfter < m_trade.now();
        if (over || (!mine && account != self)) continue;
        const QString stand =
            tr("%1 of %2 copies sold, until %3")
                .arg(QLocale().toString(delegation.used), QLocale().toString(delegation.supply),
                     format::day(delegation.notAfter));
        const QString name = toQString(identity::toDidKey(account));
        if (mine) {
            auto* end = addLine(tr("%1 sells for you").arg(format::shortAccount(name)), stand, tr("End it"),
                                u"asset.endSeller"_s);
            connect(end, &QPushButton::clicked, this,
                    [this, name]() { m_trade.letSell(m_link, name, 0, 1); });
        } else {
            auto* sell = addLine(tr("You may sell this film"), stand, tr("Answer an order..."),
                                 u"asset.sellForMaker"_s);
            connect(sell, &QPushButton::clicked, this, [this]() { Q_EMIT sellRequested(m_link); });
        }
    }
    if (!mine || holders.record.terms.currency.empty() || holders.record.unpublished) return;
    auto* more = addLine(tr("Sellers"), tr("Somebody whom you trust can answer orders in your place."),
                         tr("Let somebody sell..."), u"asset.addSeller"_s);
    connect(more, &QPushButton::clicked, this,
            [this]() { m_window.openSheet(makeSellerSheet(m_trade, m_link, m_title)); });
}

}  // namespace keyreel::ui
