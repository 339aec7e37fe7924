#pragma once

#include <optional>

#include "core/media/demuxer.h"
#include "core/media/image.h"
#include "core/media/libav_handles.h"
#include "core/media/picture_scaler.h"
#include "core/media/tone_map.h"

namespace keyreel::media {

/// Decoded pictures of one track as people see them: upright, scaled, and with high dynamic range mapped to
/// standard range. Private to this room. Thread: one.
class PictureMaker {
public:
    PictureMaker(const Demuxer& demuxer, const TrackInfo& track);

    /// `width` and `height` are of the upright picture. Codes: those of imageOf(), `transcode_failed`.
    Result<Image> make(const AVFrame& picture, std::uint32_t width, std::uint32_t height);
    /// In the track's own size, at most `maxWidth` wide (0: no limit).
    Result<Image> makeWithin(const AVFrame& picture, std::uint32_t maxWidth);

private:
    PictureScaler m_scaler;
    Handle<AVFrame> m_mapped;
    std::optional<ToneMap> m_toneMap;
    std::uint32_t m_width;
    std::uint32_t m_height;
    int m_rotation;
};

}  // namespace keyreel::media
