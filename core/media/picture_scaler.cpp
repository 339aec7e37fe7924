#include "core/media/picture_scaler.h"

namespace keyreel::media {
namespace {

bool isRgb(int format) {
    const AVPixFmtDescriptor* descriptor = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
    return descriptor != nullptr && (descriptor->flags & AV_PIX_FMT_FLAG_RGB) != 0;
}

bool isJpegFormat(int format) {
    return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P || format == AV_PIX_FMT_YUVJ444P ||
           format == AV_PIX_FMT_YUVJ440P;
}

/// The plain format behind the deprecated "J" ones; the range is stated separately.
AVPixelFormat plainFormat(int format) {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            return AV_PIX_FMT_YUV440P;
        default:
            return static_cast<AVPixelFormat>(format);
    }
}

int swsMatrix(const AVFrame& frame) {
    switch (frame.colorspace) {
        case AVCOL_SPC_BT709:
            return SWS_CS_ITU709;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL:
            return SWS_CS_BT2020;
        case AVCOL_SPC_SMPTE240M:
            return SWS_CS_SMPTE240M;
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
            return SWS_CS_ITU601;
        default:
            // The usual guess of players for pictures that do not say.
            return frame.height >= 720 || isRgb(frame.format) ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

}  // namespace

Status PictureScaler::scale(const AVFrame& from, AVFrame& to, int width, int height, AVPixelFormat format) {
    const int matrix = swsMatrix(from);
    const int range =
        from.color_range == AVCOL_RANGE_JPEG || isJpegFormat(from.format) || isRgb(from.format) ? 1 : 0;
    if (!m_context || m_width != from.width || m_height != from.height || m_format != from.format ||
        m_matrix != matrix || m_range != range || to.width != width || to.height != height ||
        to.format != format) {
        m_context.reset(sws_getContext(from.width, from.height, plainFormat(from.format), width, height,
                                       format, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
        if (!m_context)
            return fail("transcode_failed", "The picture's pixel format cannot be converted.",
                        "Convert the film with another program.");
        const int* coefficients = sws_getCoefficients(matrix);
        sws_setColorspaceDetails(m_context.get(), coefficients, range, coefficients, isRgb(format) ? 1 : 0, 0,
                                 1 << 16, 1 << 16);
        m_width = from.width;
        m_height = from.height;
        m_format = from.format;
        m_matrix = matrix;
        m_range = range;
        av_frame_unref(&to);
    }
    if (to.buf[0] == nullptr) {
        to.width = width;
        to.height = height;
        to.format = format;
        if (av_frame_get_buffer(&to, 0) < 0)
            return fail("out_of_memory", "There is not enough memory for a picture.");
    } else if (av_frame_make_writable(&to) < 0) {
        return fail("out_of_memory", "There is not enough memory for a picture.");
    }
    if (sws_scale(m_context.get(), from.data, from.linesize, 0, from.height, to.data, to.linesize) < 0)
        return fail("transcode_failed", "A picture could not be converted.");
    return {};
}

}  // namespace keyreel::media
