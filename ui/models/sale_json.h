#pragma once

#include <QJsonObject>

#include "ui/models/draft_sale.h"

namespace keyreel::ui {

/// The terms of a sale in files of this profile.
QJsonObject toJson(const DraftSale& sale);
/// What makes no sense is brought to its bounds; nothing: not sold.
DraftSale saleFrom(const QJsonObject& object);

}  // namespace keyreel::ui
