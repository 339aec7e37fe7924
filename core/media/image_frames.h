#pragma once

#include "core/media/image.h"
#include "core/media/libav_handles.h"

namespace keyreel::media {

// Between Image and libav's pictures. Private to this room.

/// Puts a copy of the image into `frame` as RGB24 or RGBA, with the room behind its rows that libswscale's
/// vector code reads into. A frame of the same size is used again. Code `out_of_memory`.
Status copyIntoFrame(const Image& image, AVFrame& frame);

/// A copy of the image in another pixel format, full range.
Result<Handle<AVFrame>> frameOf(const Image& image, AVPixelFormat format);

/// A decoded picture as RGB or RGBA, scaled. Codes: `image_too_large`, `image_not_recognised`.
Result<Image> imageOf(const AVFrame& frame, std::uint32_t width, std::uint32_t height, bool alpha);

/// Clockwise by 0, 90, 180 or 270 degrees.
Image turned(const Image& image, int clockwise);

}  // namespace keyreel::media
