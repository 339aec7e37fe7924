#include "ui/models/sale_json.h"

#include <QJsonArray>
#include <algorithm>
#include <limits>

namespace keyreel::ui {

using namespace Qt::StringLiterals;

QJsonObject toJson(const DraftSale& sale) {
    QJsonArray payees;
    for (const Payee& payee : sale.payees)
        payees.append(QJsonObject{{u"account"_s, payee.account}, {u"units"_s, payee.units}});
    return {{u"sold"_s, sale.sold},
            {u"resale"_s, sale.resale},
            {u"price"_s, sale.price},
            {u"currency"_s, sale.currency},
            {u"copies"_s, static_cast<qint64>(sale.copies)},
            {u"reseller_cut"_s, sale.resellerCut},
            {u"payees"_s, payees}};
}

DraftSale saleFrom(const QJsonObject& object) {
    DraftSale sale;
    // Drafts from before films could be sold here.
    if (object.isEmpty()) return sale;
    sale.sold = object[u"sold"_s].toBool();
    sale.resale = sale.sold && object[u"resale"_s].toBool();
    sale.price = object[u"price"_s].toString();
    sale.currency = object[u"currency"_s].toString(sale.currency);
    sale.copies = static_cast<quint32>(
        std::clamp<qint64>(object[u"copies"_s].toInteger(), 0, std::numeric_limits<quint32>::max()));
    sale.resellerCut = static_cast<quint16>(std::clamp(object[u"reseller_cut"_s].toInt(900), 0, 950));
    for (const auto& value : object[u"payees"_s].toArray()) {
        const QJsonObject row = value.toObject();
        if (sale.payees.size() == kMostPayees) break;
        sale.payees.append({row[u"account"_s].toString(),
                            static_cast<quint16>(std::clamp(row[u"units"_s].toInt(), 0, 1000))});
    }
    return sale;
}

}  // namespace keyreel::ui
