#pragma once

#include "ui/models/trash.h"

namespace keyreel::ui {

class Sheet;

/// What is in the trash, each with its way back; follows it while it is open.
Sheet* makeTrashSheet(Trash& trash);

}  // namespace keyreel::ui
