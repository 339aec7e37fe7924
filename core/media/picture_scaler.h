#pragma once

#include "core/base/result.h"
#include "core/media/libav_handles.h"

namespace keyreel::media {

/// Converts decoded pictures to one size and pixel format, limited range for YUV, keeping the matrix of the
/// source. The target frame's buffers are made once per size. Private to this room. Thread: one.
class PictureScaler {
public:
    /// Code `transcode_failed`.
    Status scale(const AVFrame& from, AVFrame& to, int width, int height, AVPixelFormat format);

private:
    Handle<SwsContext> m_context;
    int m_width = 0;
    int m_height = 0;
    int m_format = -1;
    int m_matrix = -1;
    int m_range = -1;
};

}  // namespace keyreel::media
