#include "ui/models/draft_sale.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "core/identity/account_id.h"
#include "core/rights/price.h"
#include "core/studio/access.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// What stands between thousands where this person lives. "1,000" and "1.000" are a thousand to some and one
/// to others, so nobody's price is guessed.
bool hasThousands(const QString& text) {
    return text.contains(QLocale().groupSeparator());
}

/// With a point for the decimals, as the price is signed.
std::string typedPrice(const QString& text) {
    QString price = text.trimmed();
    if (hasThousands(price)) return {};
    return toStdString(price.replace(QLocale().decimalPoint(), QStringLiteral(".")));
}

int payeesUnits(const Draft& draft) {
    int units = 0;
    for (const Payee& payee : draft.sale.payees)
        units += payee.units;
    return units;
}

}  // namespace

AccessWay accessWay(const Draft& draft) {
    if (draft.sale.sold) return draft.sale.resale ? AccessWay::BuyAndResell : AccessWay::BuyOnce;
    return draft.access == studio::Access::Free ? AccessWay::Free : AccessWay::Granted;
}

void setAccessWay(Draft& draft, AccessWay way) {
    draft.access = way == AccessWay::Free ? studio::Access::Free : studio::Access::Granted;
    draft.sale.sold = way == AccessWay::BuyOnce || way == AccessWay::BuyAndResell;
    draft.sale.resale = way == AccessWay::BuyAndResell;
}

QString priceProblem(const Draft& draft) {
    if (!draft.sale.sold) return {};
    if (draft.sale.price.trimmed().isEmpty()) return tr("Name a price");
    if (hasThousands(draft.sale.price.trimmed())) return tr("Without %1").arg(QLocale().groupSeparator());
    const auto price = rights::canonicalPrice(typedPrice(draft.sale.price), toStdString(draft.sale.currency));
    if (!price)
        return price.error().code == "price_decimals"
                   ? tr("Too many decimals for %1").arg(draft.sale.currency)
                   : tr("Not a price");
    return *price == "0" ? tr("More than nothing; else choose Free") : QString();
}

QString copiesProblem(const Draft& draft) {
    return draft.sale.sold && draft.sale.copies == 0 ? tr("At least 1") : QString();
}

QString payeeProblem(const Draft& draft, qsizetype payee, const std::optional<crypto::PublicKey>& maker) {
    const Payee& row = draft.sale.payees[payee];
    if (row.account.trimmed().isEmpty()) return tr("Paste their account");
    const auto account = studio::parseAccount(toStdString(row.account.trimmed()));
    if (!account) return tr("Not an account");
    if (maker && *account == *maker) return tr("You have the rest by yourself");
    for (qsizetype other = 0; other < payee; ++other)
        if (draft.sale.payees[other].account.trimmed() == row.account.trimmed())
            return tr("Is above already");
    return row.units == 0 ? tr("Which part?") : QString();
}

int makersUnits(const Draft& draft, unsigned gatewayShare) {
    return 1000 - static_cast<int>(std::min(gatewayShare, 1000U)) - payeesUnits(draft);
}

bool isSaleComplete(const Draft& draft, const std::optional<crypto::PublicKey>& maker,
                    unsigned gatewayShare) {
    if (!draft.sale.sold) return true;
    if (!priceProblem(draft).isEmpty() || !copiesProblem(draft).isEmpty()) return false;
    for (qsizetype payee = 0; payee < draft.sale.payees.size(); ++payee)
        if (!payeeProblem(draft, payee, maker).isEmpty()) return false;
    return makersUnits(draft, gatewayShare) >= 0;
}

QString priceWords(const std::string& price, const std::string& currency) {
    return currency.empty()
               ? QString()
               : toQString(price).replace(u'.', QLocale().decimalPoint()) + u' ' + toQString(currency);
}

QString priceWords(const Draft& draft) {
    if (!draft.sale.sold) return {};
    const std::string currency = toStdString(draft.sale.currency);
    const auto price = rights::canonicalPrice(typedPrice(draft.sale.price), currency);
    return price ? priceWords(*price, currency) : QString();
}

QString copiesWords(const Draft& draft) {
    return draft.sale.copies == 1 ? tr("1 copy") : tr("%1 copies").arg(QLocale().toString(draft.sale.copies));
}

QString percentWords(int units) {
    return tr("%1 %").arg(QLocale().toString(units / 10.0, 'f', units % 10 == 0 ? 0 : 1));
}

quint16 unitsOfPercent(QString text) {
    bool fits = false;
    const double percent = text.replace(u',', u'.').trimmed().toDouble(&fits);
    if (!fits || !std::isfinite(percent) || percent < 0 || percent > 100) return 0;
    return static_cast<quint16>(std::lround(percent * 10));
}

Result<studio::Offer> offerOf(const Draft& draft, const crypto::PublicKey& maker, unsigned gatewayShare) {
    studio::Offer offer;
    offer.offlineDays = draft.offlineDays;
    offer.suite = draft.suite;
    if (draft.sale.sold) {
        offer.sold = true;
        offer.resale = draft.sale.resale;
        offer.price = typedPrice(draft.sale.price);
        offer.currency = toStdString(draft.sale.currency);
        offer.editions = draft.sale.copies;
        offer.resellerCut = draft.sale.resellerCut;
        for (const Payee& payee : draft.sale.payees) {
            KEYREEL_TRY(const auto account, studio::parseAccount(toStdString(payee.account.trimmed())));
            offer.royalties.push_back({account, payee.units});
        }
        // Nobody named: the maker has all that the gateway leaves.
        if (const int rest = makersUnits(draft, gatewayShare); !offer.royalties.empty() && rest > 0)
            offer.royalties.insert(offer.royalties.begin(), {maker, static_cast<std::uint16_t>(rest)});
    }
    KEYREEL_CHECK(studio::completeOffer(offer, gatewayShare));
    return offer;
}

DraftSale saleOf(const studio::Offer& offer, const crypto::PublicKey& maker) {
    DraftSale sale;
    sale.sold = offer.sold;
    sale.resale = offer.resale;
    sale.copies = offer.editions;
    sale.resellerCut = offer.resellerCut;
    if (!offer.sold) return sale;
    sale.price = toQString(offer.price).replace(u'.', QLocale().decimalPoint());
    sale.currency = toQString(offer.currency);
    for (const rights::RoyaltyShare& row : offer.royalties)
        if (row.account != maker) sale.payees.append({toQString(identity::toDidKey(row.account)), row.units});
    return sale;
}

}  // namespace keyreel::ui
