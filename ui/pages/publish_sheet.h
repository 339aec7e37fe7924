#pragma once

#include <QString>

#include "core/studio/network.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine.h"

namespace keyreel::ui {

class CheckTile;
class Select;
class Sheet;
class Toggle;

/// The one check before a film becomes public: where, who may watch, who holds the keys, three rights, and
/// the statement that the maker signs.
struct PublishSheet {
    Sheet* sheet = nullptr;
    Toggle* aiTraining = nullptr;
    Toggle* adult = nullptr;
    Select* offline = nullptr;  ///< Its data are days.
    CheckTile* statement = nullptr;
};
/// `film` may be null: without it no sizes are told.
PublishSheet makePublishSheet(const Draft& draft, const studio::Network& network, const InspectedFilm* film);

/// The same for many at once, oldest first: what will become public is said once, and signed for each.
Sheet* makePublishAllSheet(const QList<Draft>& ready, qsizetype drafts, const studio::Network& network);

/// "this computer" for the loopback gateway, else its host.
QString gatewayName(const std::string& url);
/// True when the network's servers run on this computer.
bool isOnThisComputer(const studio::Network& network);
/// True when all of these nodes are that network's.
bool areOnThisComputer(const custody::NodeSet& nodes, const studio::Network& network);

}  // namespace keyreel::ui
