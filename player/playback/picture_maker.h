#pragma once

#include <memory>

#include "core/base/result.h"
#include "player/playback/ff.h"
#include "player/playback/picture.h"
#include "player/playback/picture_tuning.h"

namespace keyreel::playback {

class PixelPool;

/// The box that pictures are fitted into, in device pixels; 0 x 0 asks for the film's own display size.
struct OutputSize {
    int width = 0;
    int height = 0;
    bool operator==(const OutputSize&) const = default;
};

/// Turns decoded frames into upright pictures with square pixels: matrix and range as the stream declares
/// them, sample aspect ratio and rotation applied, fitted into a box. Pixel buffers are recycled. Thread: one
/// at a time; the pictures may be released anywhere.
class PictureMaker {
public:
    PictureMaker();
    ~PictureMaker();

    /// `rotation` is clockwise. Time, serial and key frame flag are left to the caller. `media_decode_failed`
    /// for a pixel format that cannot be shown.
    Result<Picture> make(const AVFrame& frame, AVRational streamAspect, int rotation, OutputSize box,
                         const PictureTuning& tuning = {});

private:
    ff::ScalerPtr m_scaler;
    std::shared_ptr<PixelPool> m_pool;
    Bytes m_unrotated;
};

}  // namespace keyreel::playback
