#pragma once

class QWidget;

namespace keyreel::ui {

class Devices;
class Engine;
class Sheet;

/// On the computer that wants to play what somebody else may: a code and its QR code to be typed or scanned
/// there, how long it is good for, and who added this computer in the end. Closing it calls the waiting off.
Sheet* makeJoinSheet(Devices& devices, const Engine& engine);

}  // namespace keyreel::ui
