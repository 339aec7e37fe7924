#pragma once

#include <QString>

#include "core/studio/release_proof.h"

namespace keyreel::ui {

class Sheet;

/// What a verified proof of release says, and on whose word each line rests.
Sheet* makeProofSheet(const QString& file, const studio::VerifiedRelease& release);

/// Why a file proves nothing.
Sheet* makeProofProblemSheet(const QString& file, const Error& error);

}  // namespace keyreel::ui
