#pragma once

#include <QString>

namespace keyreel::ui {

class Sheet;
class Trade;

/// Gives one's own access to a film to somebody else.
Sheet* makeGiveAccessSheet(Trade& trade, const QString& link, const QString& film);
/// Gives some of one's `units` (thousandths) of a film's royalties away.
Sheet* makeGiveRoyaltiesSheet(Trade& trade, const QString& link, const QString& film, int units);
/// Lets somebody answer orders in the maker's place.
Sheet* makeSellerSheet(Trade& trade, const QString& link, const QString& film);

}  // namespace keyreel::ui
