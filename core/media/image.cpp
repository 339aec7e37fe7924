#include "core/media/image.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/file.h"
#include "core/media/image_frames.h"
#include "core/media/libav_handles.h"

namespace keyreel::media {
namespace {

constexpr std::uint64_t kMaxImageFile = 64U << 20;

tl::unexpected<Error> notRecognised(const std::string& what) {
    return fail("image_not_recognised", what + " is not a picture that Keyreel can read.",
                "Choose a PNG, JPEG or WebP file.");
}

AVCodecID codecOfImage(ByteView bytes) {
    const std::string_view text = asText(bytes);
    if (text.starts_with("\x89PNG\r\n\x1a\n")) return AV_CODEC_ID_PNG;
    if (text.starts_with("\xff\xd8\xff")) return AV_CODEC_ID_MJPEG;
    if (text.size() >= 12 && text.starts_with("RIFF") && text.substr(8, 4) == "WEBP") return AV_CODEC_ID_WEBP;
    return AV_CODEC_ID_NONE;
}

Result<Bytes> encode(const Image& image, AVCodecID id, AVPixelFormat format, int quality) {
    const std::size_t expected = static_cast<std::size_t>(image.width) * image.height * image.channels;
    if (image.width == 0 || image.height == 0 || image.width > kMaxImageSide ||
        image.height > kMaxImageSide || (image.channels != 3 && image.channels != 4) ||
        image.pixels.size() != expected)
        return fail("image_encode_failed", "The picture has an impossible size.");
    const AVCodec* codec = avcodec_find_encoder(id);
    Handle<AVCodecContext> encoder(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    if (!encoder) return fail("image_encode_failed", "The picture encoder is missing from FFmpeg.");
    KEYREEL_TRY(Handle<AVFrame> frame, frameOf(image, format));
    encoder->width = frame->width;
    encoder->height = frame->height;
    encoder->pix_fmt = format;
    encoder->time_base = {1, 25};
    if (id == AV_CODEC_ID_MJPEG) {
        encoder->color_range = AVCOL_RANGE_JPEG;
        encoder->flags |= AV_CODEC_FLAG_QSCALE;
        // libavcodec's scale runs from 2 (best) to 31.
        const int scale = 2 + (100 - std::clamp(quality, 1, 100)) * 29 / 99;
        encoder->global_quality = FF_QP2LAMBDA * scale;
        frame->quality = encoder->global_quality;
    }
    frame->pts = 0;
    Handle<AVPacket> packet = makePacket();
    int error = avcodec_open2(encoder.get(), codec, nullptr);
    if (error >= 0) error = avcodec_send_frame(encoder.get(), frame.get());
    if (error >= 0) error = avcodec_send_frame(encoder.get(), nullptr);
    if (error >= 0) error = avcodec_receive_packet(encoder.get(), packet.get());
    if (error < 0)
        return fail("image_encode_failed", "The picture cannot be encoded: " + libavError(error) + ".");
    return toBytes(ByteView(packet->data, static_cast<std::size_t>(packet->size)));
}

}  // namespace

Status copyIntoFrame(const Image& image, AVFrame& frame) {
    const AVPixelFormat format = image.channels == 4 ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24;
    const auto width = static_cast<int>(image.width);
    const auto height = static_cast<int>(image.height);
    if (frame.buf[0] == nullptr || frame.width != width || frame.height != height || frame.format != format) {
        av_frame_unref(&frame);
        frame.width = width;
        frame.height = height;
        frame.format = format;
        if (av_frame_get_buffer(&frame, 0) < 0)
            return fail("out_of_memory", "There is not enough memory for a picture.");
    }
    const std::size_t row = std::size_t{image.width} * image.channels;
    for (std::size_t y = 0; y < image.height; ++y)
        std::memcpy(frame.data[0] + y * static_cast<std::size_t>(frame.linesize[0]),
                    image.pixels.data() + y * row, row);
    return {};
}

Result<Handle<AVFrame>> frameOf(const Image& image, AVPixelFormat format) {
    Handle<AVFrame> source = makeFrame();
    Handle<AVFrame> out = makeFrame();
    if (!source || !out) return fail("out_of_memory", "There is not enough memory for a picture.");
    KEYREEL_CHECK(copyIntoFrame(image, *source));
    out->width = source->width;
    out->height = source->height;
    out->format = format;
    if (av_frame_get_buffer(out.get(), 0) < 0)
        return fail("out_of_memory", "There is not enough memory for a picture.");
    const Handle<SwsContext> scaler(
        sws_getContext(source->width, source->height, static_cast<AVPixelFormat>(source->format), out->width,
                       out->height, format, SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
    if (!scaler || sws_scale(scaler.get(), source->data, source->linesize, 0, source->height, out->data,
                             out->linesize) < 0)
        return fail("image_encode_failed", "The picture cannot be converted.");
    return out;
}

Result<Image> imageOf(const AVFrame& frame, std::uint32_t width, std::uint32_t height, bool alpha) {
    if (width == 0 || height == 0 || width > kMaxImageSide || height > kMaxImageSide)
        return fail("image_too_large", "The picture's size is out of range.", "Choose a smaller picture.");
    Image image;
    image.width = width;
    image.height = height;
    image.channels = alpha ? 4 : 3;
    image.pixels.resize(static_cast<std::size_t>(width) * height * image.channels);
    const AVPixelFormat format = alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24;
    const bool full = frame.color_range == AVCOL_RANGE_JPEG || frame.format == AV_PIX_FMT_YUVJ420P ||
                      frame.format == AV_PIX_FMT_YUVJ422P || frame.format == AV_PIX_FMT_YUVJ444P;
    const Handle<SwsContext> scaler(
        sws_getContext(frame.width, frame.height, static_cast<AVPixelFormat>(frame.format),
                       static_cast<int>(width), static_cast<int>(height), format,
                       SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    if (!scaler) return fail("image_not_recognised", "The picture's pixel format cannot be converted.");
    const int space = frame.colorspace == AVCOL_SPC_BT709        ? SWS_CS_ITU709
                      : frame.colorspace == AVCOL_SPC_BT2020_NCL ? SWS_CS_BT2020
                      : frame.colorspace == AVCOL_SPC_UNSPECIFIED && !full && frame.height >= 720
                          ? SWS_CS_ITU709
                          : SWS_CS_ITU601;
    sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(space), full ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    // swscale writes whole vectors, so the last row needs room behind it: convert into its own padded frame.
    Handle<AVFrame> padded = makeFrame();
    padded->width = static_cast<int>(width);
    padded->height = static_cast<int>(height);
    padded->format = format;
    if (av_frame_get_buffer(padded.get(), 0) < 0)
        return fail("out_of_memory", "There is not enough memory for a picture.");
    if (sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, padded->data, padded->linesize) <
        0)
        return fail("image_not_recognised", "The picture cannot be converted.");
    const std::size_t row = static_cast<std::size_t>(width) * image.channels;
    for (std::uint32_t y = 0; y < height; ++y)
        std::memcpy(image.pixels.data() + y * row,
                    padded->data[0] + static_cast<std::ptrdiff_t>(y) * padded->linesize[0], row);
    return image;
}

Image turned(const Image& image, int clockwise) {
    if (clockwise == 0) return image;
    Image out;
    const bool swap = clockwise != 180;
    out.width = swap ? image.height : image.width;
    out.height = swap ? image.width : image.height;
    out.channels = image.channels;
    out.pixels.resize(image.pixels.size());
    for (std::uint32_t y = 0; y < out.height; ++y)
        for (std::uint32_t x = 0; x < out.width; ++x) {
            const std::uint32_t fromX = clockwise == 90    ? y
                                        : clockwise == 180 ? image.width - 1 - x
                                                           : image.width - 1 - y;
            const std::uint32_t fromY = clockwise == 90    ? image.height - 1 - x
                                        : clockwise == 180 ? image.height - 1 - y
                                                           : x;
            const std::size_t from = (static_cast<std::size_t>(fromY) * image.width + fromX) * image.channels;
            const std::size_t to = (static_cast<std::size_t>(y) * out.width + x) * out.channels;
            std::copy_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(from), image.channels,
                        out.pixels.begin() + static_cast<std::ptrdiff_t>(to));
        }
    return out;
}

Result<Image> decodeImage(ByteView bytes) {
    const AVCodecID id = codecOfImage(bytes);
    if (id == AV_CODEC_ID_NONE || bytes.size() > kMaxImageFile) return notRecognised("The file");
    av_log_set_level(AV_LOG_QUIET);
    const AVCodec* codec = avcodec_find_decoder(id);
    Handle<AVCodecContext> decoder(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    if (!decoder) return notRecognised("The file");
    decoder->max_pixels = static_cast<std::int64_t>(kMaxImageSide) * 8192;
    Handle<AVPacket> packet = makePacket();
    Handle<AVFrame> frame = makeFrame();
    if (!packet || !frame || av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0)
        return fail("out_of_memory", "There is not enough memory for a picture.");
    std::memcpy(packet->data, bytes.data(), bytes.size());
    int error = avcodec_open2(decoder.get(), codec, nullptr);
    if (error >= 0) error = avcodec_send_packet(decoder.get(), packet.get());
    if (error >= 0) error = avcodec_send_packet(decoder.get(), nullptr);
    if (error >= 0) error = avcodec_receive_frame(decoder.get(), frame.get());
    if (error < 0) return notRecognised("The file");
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame->format));
    const bool alpha = format != nullptr && (format->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
    return imageOf(*frame, static_cast<std::uint32_t>(frame->width),
                   static_cast<std::uint32_t>(frame->height), alpha);
}

Result<Image> readImage(const std::filesystem::path& path) {
    KEYREEL_TRY(const Bytes bytes, readFile(path, kMaxImageFile));
    Result<Image> image = decodeImage(bytes);
    if (!image) return failFrom(image.error(), path.filename().string());
    return image;
}

Result<Bytes> encodePng(const Image& image) {
    return encode(image, AV_CODEC_ID_PNG, image.channels == 4 ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24, 0);
}

Result<Bytes> encodeJpeg(const Image& image, int quality) {
    return encode(image, AV_CODEC_ID_MJPEG, AV_PIX_FMT_YUVJ420P, quality);
}

Status writePng(const Image& image, const std::filesystem::path& path) {
    KEYREEL_TRY(const Bytes bytes, encodePng(image));
    return writeFileAtomically(path, bytes);
}

Result<Image> scaledToFit(const Image& image, std::uint32_t maxWidth, std::uint32_t maxHeight) {
    if (image.empty() || maxWidth == 0 || maxHeight == 0)
        return fail("image_encode_failed", "The picture has an impossible size.");
    const double factor = std::min(
        {1.0, static_cast<double>(maxWidth) / image.width, static_cast<double>(maxHeight) / image.height});
    if (factor >= 1.0) return image;
    KEYREEL_TRY(const Handle<AVFrame> frame,
                frameOf(image, image.channels == 4 ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24));
    const auto side = [&](std::uint32_t value) {
        return static_cast<std::uint32_t>(std::max(std::lround(value * factor), 1L));
    };
    return imageOf(*frame, side(image.width), side(image.height), image.channels == 4);
}

}  // namespace keyreel::media
