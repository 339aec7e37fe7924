#include "core/media/picture_scaler.h"

#include "core/media/picture_format.h"

namespace keyreel::media {
Status PictureScaler::scale(const AVFrame& from, AVFrame& to, int width, int height, AVPixelFormat format) {
    const int matrix = scalerMatrix(from);
    const int range = isFullRange(from) ? 1 : 0;
    if (!m_context || m_width != from.width || m_height != from.height || m_format != from.format ||
        m_matrix != matrix || m_range != range || to.width != width || to.height != height ||
        to.format != format) {
        m_context.reset(sws_getContext(from.width, from.height, plainFormat(from.format), width, height,
                                       format, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
        if (!m_context)
            return fail("transcode_failed", "The picture's pixel format cannot be converted.",
                        "Convert the film with another program.");
        const AVPixFmtDescriptor* descriptor = av_pix_fmt_desc_get(format);
        const bool toRgb = descriptor != nullptr && (descriptor->flags & AV_PIX_FMT_FLAG_RGB) != 0;
        const int* coefficients = sws_getCoefficients(matrix);
        sws_setColorspaceDetails(m_context.get(), coefficients, range, coefficients, toRgb ? 1 : 0, 0,
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
