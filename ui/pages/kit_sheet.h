#pragma once

namespace keyreel::ui {

class RecoveryKits;
class Sheet;

/// Makes a recovery kit: where, under which password, with or without drafts; then offers the page to print.
Sheet* makeKitSheet(RecoveryKits& kits);

}  // namespace keyreel::ui
