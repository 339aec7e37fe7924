#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/studio/offer.h"

namespace keyreel::ui {

struct Draft;

/// Somebody else who shares the income of a film.
struct Payee {
    QString account;    ///< did:key, as typed.
    quint16 units = 0;  ///< Thousandths; 0 while nobody has said how many.
    bool operator==(const Payee&) const = default;
};

/// What a film is sold for, as the person is writing it: it may still be wrong.
struct DraftSale {
    bool sold = false;
    bool resale = false;
    QString price;
    QString currency = QStringLiteral("USDC");
    quint32 copies = 10000;     ///< 0 while nobody has said how many.
    quint16 resellerCut = 900;  ///< Thousandths of a resale that its seller keeps, 0 to 950.
    QList<Payee> payees;        ///< The maker has the rest.
    bool operator==(const DraftSale&) const = default;
};

/// The ways of access as people choose them.
enum class AccessWay { Free, Granted, BuyOnce, BuyAndResell };
AccessWay accessWay(const Draft& draft);
void setAccessWay(Draft& draft, AccessWay way);

inline constexpr int kMostPayees = 16;

/// What is wrong with the price or the number of copies, for the label of the field; empty when nothing is,
/// and when the film is not sold.
QString priceProblem(const Draft& draft);
QString copiesProblem(const Draft& draft);
/// The same of one payee; `maker` is who signs, where that is known.
QString payeeProblem(const Draft& draft, qsizetype payee, const std::optional<crypto::PublicKey>& maker);
/// Thousandths that are left for the maker when the gateway takes `gatewayShare`; negative when the others
/// have too many.
int makersUnits(const Draft& draft, unsigned gatewayShare);
/// Whether all of it can be signed.
bool isSaleComplete(const Draft& draft, const std::optional<crypto::PublicKey>& maker, unsigned gatewayShare);

/// "9 USDC"; empty when it is not sold.
QString priceWords(const Draft& draft);
QString priceWords(const std::string& price, const std::string& currency);
/// "500 copies"
QString copiesWords(const Draft& draft);
/// "12.5 %" of thousandths.
QString percentWords(int units);
/// Thousandths of what is typed as percent; 0 when it is none.
quint16 unitsOfPercent(QString text);

/// The terms as they are signed, those that the publish sheet asks left as they are in `draft`. Codes: those
/// of studio::completeOffer(), `bad_account`.
Result<studio::Offer> offerOf(const Draft& draft, const crypto::PublicKey& maker, unsigned gatewayShare);
/// The way back: what a job's offer was as a draft.
DraftSale saleOf(const studio::Offer& offer, const crypto::PublicKey& maker);

}  // namespace keyreel::ui
