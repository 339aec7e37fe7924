#pragma once

#include <QString>

#include "ui/models/key_nodes.h"

namespace keyreel::ui {

class NodeChooser;
class Sheet;
class Toggle;

/// Who shall hold the key of a film that is not published yet.
struct NodesSheet {
    Sheet* sheet = nullptr;
    NodeChooser* chooser = nullptr;
    Toggle* hybrid = nullptr;  ///< On: by suite 2 (crypto/suites.h), and by no other, for good.
};
/// `suite`: what the draft says now.
NodesSheet makeNodesSheet(KeyNodes& nodes, const studio::Network& network, const custody::NodeSet& now,
                          crypto::Suite suite);

/// The same for a film that is published: asks once, shows how far it has come, and what each node did.
Sheet* makeResealSheet(KeyNodes& nodes, const studio::Network& network, const QString& link,
                       const QString& film, const custody::NodeSet& now);

}  // namespace keyreel::ui
