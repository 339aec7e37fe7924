#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/base/bytes.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

/// A decoded picture ready to paint: rows of 32-bit pixels, bytes B G R 0xff in memory (QImage::Format_RGB32
/// on a little-endian machine), upright, square pixels, full range. The pixels are shared and must not be
/// written to.
struct Picture {
    int width = 0;
    int height = 0;
    int stride = 0;  ///< Bytes from row to row.
    std::shared_ptr<const Bytes> pixels;
    Time pts{0};
    Time duration{0};
    std::uint64_t serial = 0;  ///< The seek it belongs to.
    bool keyFrame = false;
    /// Shown while an exact seek is still decoding towards its target; another picture of the same serial
    /// follows.
    bool provisional = false;
    std::size_t rung = 0;  ///< Of a ladder: the one it was coded in.
};

}  // namespace keyreel::playback
