#pragma once

// Only for files that convert pictures with swscale: here and in player/playback.

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixfmt.h>
}

namespace keyreel::media {

/// The plain format behind the deprecated "J" ones, about which swscale warns; isFullRange states their
/// range.
AVPixelFormat plainFormat(int format);

/// Whether the picture's values use the full range: said so, a "J" format, or RGB.
bool isFullRange(const AVFrame& frame);

/// The SWS_CS_* coefficients of the picture's matrix (ISO/IEC 23091-2, MatrixCoefficients). For pictures that
/// do not say, what players have agreed on: BT.709 for HD and RGB, BT.601 below.
int scalerMatrix(const AVFrame& frame);

}  // namespace keyreel::media
