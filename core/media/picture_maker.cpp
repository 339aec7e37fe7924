#include "core/media/picture_maker.h"

#include <algorithm>
#include <cmath>

#include "core/media/image_frames.h"
#include "core/media/track_pipe.h"

namespace keyreel::media {

PictureMaker::PictureMaker(const Demuxer& demuxer, const TrackInfo& track)
    : m_mapped(makeFrame()),
      m_toneMap(ToneMap::of(commonTrack(demuxer, track))),
      m_width(std::max(track.displayWidth, 1U)),
      m_height(std::max(track.displayHeight, 1U)),
      m_rotation(track.rotation) {}

Result<Image> PictureMaker::make(const AVFrame& picture, std::uint32_t width, std::uint32_t height) {
    if (m_rotation % 180 != 0) std::swap(width, height);
    const AVFrame* shown = &picture;
    if (m_toneMap) {
        KEYREEL_CHECK(m_scaler.scale(picture, *m_mapped, static_cast<int>(width), static_cast<int>(height),
                                     AV_PIX_FMT_RGB48));
        for (std::uint32_t row = 0; row < height; ++row)
            m_toneMap->apply(
                reinterpret_cast<std::uint16_t*>(m_mapped->data[0] +
                                                 static_cast<std::ptrdiff_t>(row) * m_mapped->linesize[0]),
                width);
        shown = m_mapped.get();
    }
    KEYREEL_TRY(const Image upright, imageOf(*shown, width, height, false));
    return turned(upright, m_rotation);
}

Result<Image> PictureMaker::makeWithin(const AVFrame& picture, std::uint32_t maxWidth) {
    if (maxWidth == 0 || m_width <= maxWidth) return make(picture, m_width, m_height);
    const double factor = static_cast<double>(maxWidth) / m_width;
    const auto scaled = [&](std::uint32_t side) {
        return static_cast<std::uint32_t>(std::max(std::lround(side * factor), 1L));
    };
    return make(picture, scaled(m_width), scaled(m_height));
}

}  // namespace keyreel::media
