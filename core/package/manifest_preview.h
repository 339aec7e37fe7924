#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/package/manifest.h"

namespace keyreel::package {

/// Largest preview that is published or read.
inline constexpr std::uint64_t kMaxPreviewBytes = std::uint64_t{32} << 20;

/// The preview of a film: a clear clip among the documents of its manifest, with size and digest, told by a
/// name that says how long it lasts. As a document it is nothing new to readers from before there were
/// previews; a field of its own they would refuse.
struct ManifestPreview {
    ManifestFile file;
    std::uint32_t seconds = 0;  ///< media::kMinPreviewSeconds to media::kMaxPreviewSeconds.
};

/// "preview-15s.mp4"
std::string previewName(std::uint32_t seconds);
/// The inverse: nothing for any other name, or a length that no preview has.
std::optional<std::uint32_t> previewSeconds(std::string_view name);

/// Of a film that has one. checkManifest() sees to it that there are not two and that none is larger than
/// kMaxPreviewBytes.
std::optional<ManifestPreview> previewOf(const Manifest& manifest);

}  // namespace keyreel::package
