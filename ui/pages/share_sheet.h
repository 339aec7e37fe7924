#pragma once

#include <QString>

namespace keyreel::ui {

class QrView;
class Sheet;

/// Draws `text` as a QR code; nothing when it is too long for one.
void showQr(QrView& view, const QString& text);

/// A film's link to hand on: as a QR code for whoever stands in front of the screen, and to copy.
Sheet* makeShareSheet(const QString& title, const QString& link);

}  // namespace keyreel::ui
