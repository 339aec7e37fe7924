#pragma once

#include "core/package/manifest.h"

namespace keyreel::package {

// Lengths in bytes. Private to this room.
inline constexpr std::size_t kMaxTitle = 512;
inline constexpr std::size_t kMaxDescription = 16384;
inline constexpr std::size_t kMaxName = 255;
inline constexpr std::size_t kMaxTrackTitle = 200;
inline constexpr std::size_t kMaxWord = 64;
inline constexpr std::size_t kMaxUrl = 2048;
inline constexpr std::size_t kMaxCid = 128;

/// What must hold between the fields of a manifest, when it is written and when it is read. Code
/// `manifest_invalid`, with the rule that is broken.
Status checkManifest(const Manifest& manifest);

}  // namespace keyreel::package
