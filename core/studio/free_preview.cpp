#include "core/studio/free_preview.h"

#include "core/crypto/hash.h"
#include "core/gateway/gateway_client.h"
#include "core/media/workshop.h"
#include "core/package/clip_file.h"
#include "core/package/manifest_preview.h"

namespace keyreel::studio {
namespace {

/// A film may say that it is longer than its pictures are; a frame more or less is nobody's fault.
constexpr double kShorter = 0.5;

}  // namespace

Result<Bytes> makePreview(const media::Workshop& workshop, const std::filesystem::path& film,
                          const media::MediaInfo& info, const media::PreviewClip& clip, std::stop_token stop,
                          const ProgressSink& progress) {
    KEYREEL_TRY(media::SampleReader reader,
                workshop.openReader(film, media::previewOptions(clip, info), stop));
    KEYREEL_TRY(package::ClipFile made, package::writeClip(std::move(reader), stop, progress));
    if (made.seconds < clip.seconds - kShorter)
        return fail("preview_invalid", "The film's picture ends before its preview does.",
                    "Let the preview begin earlier, or make it shorter.");
    return std::move(made.bytes);
}

Result<Bytes> fetchPreview(const Session& session, const package::Manifest& manifest, std::stop_token stop) {
    const auto preview = package::previewOf(manifest);
    if (!preview) return fail("preview_missing", "'" + manifest.title + "' has no preview.");
    KEYREEL_TRY(Bytes bytes, session.gateway->blobRange(preview->file.cid, 0, preview->file.size, stop));
    if (crypto::sha256(bytes) != preview->file.digest)
        return fail("preview_changed",
                    "The preview of '" + manifest.title + "' is not what its maker signed.",
                    "Try again; if it stays, tell the maker of the film.");
    return bytes;
}

}  // namespace keyreel::studio
