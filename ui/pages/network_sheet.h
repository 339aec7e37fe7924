#pragma once

namespace keyreel::ui {

class KeyNodes;
class NetworkChoice;
class Sheet;

/// Chooses where this profile publishes. Gateway and key nodes are asked first; their keys are shown, and
/// kept only when they are confirmed.
Sheet* makeNetworkSheet(NetworkChoice& choice, KeyNodes& nodes);

}  // namespace keyreel::ui
