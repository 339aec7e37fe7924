#pragma once

#include "core/studio/devices.h"

namespace keyreel::ui {

class Devices;
class Sheet;

/// Takes the code that another computer shows, a name for it, and for how long it may play.
Sheet* makeAddDeviceSheet(Devices& devices);

/// Another name, or another end.
Sheet* makeChangeDeviceSheet(Devices& devices, const studio::OwnDevice& device);

/// Asks once, then says who knows of it: each key node, and the gateway.
Sheet* makeRevokeDeviceSheet(Devices& devices, const studio::OwnDevice& device);

}  // namespace keyreel::ui
