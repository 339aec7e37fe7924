#pragma once

#include <QString>

namespace keyreel::ui {

class Engine;
class Sheet;

/// Brings an identity back from its 24 words or from a recovery kit and its password, as a new device. Closes
/// by itself when it is there. `name` is shown on films and taken from the kit if there is one; `device` is
/// what this computer is called.
Sheet* makeRestoreSheet(Engine& engine, const QString& name, const QString& device);

}  // namespace keyreel::ui
