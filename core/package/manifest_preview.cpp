#include "core/package/manifest_preview.h"

#include "core/media/preview_clip.h"

namespace keyreel::package {

std::string previewName(std::uint32_t seconds) {
    return "preview-" + std::to_string(seconds) + "s.mp4";
}

std::optional<std::uint32_t> previewSeconds(std::string_view name) {
    for (std::uint32_t seconds = media::kMinPreviewSeconds; seconds <= media::kMaxPreviewSeconds; ++seconds)
        if (name == previewName(seconds)) return seconds;
    return std::nullopt;
}

std::optional<ManifestPreview> previewOf(const Manifest& manifest) {
    for (const ManifestFile& file : manifest.documents)
        if (const auto seconds = previewSeconds(file.name)) return ManifestPreview{file, *seconds};
    return std::nullopt;
}

}  // namespace keyreel::package
