#include "player/playback/picture_maker.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

#include "core/media/picture_format.h"

namespace keyreel::playback {

namespace {

constexpr int kPixelBytes = 4;
constexpr int kStrideAlignment = 64;
constexpr std::size_t kPooled = 6;

int strideOf(int width) {
    return (width * kPixelBytes + kStrideAlignment - 1) / kStrideAlignment * kStrideAlignment;
}

void rotate(const Bytes& from, int width, int height, int degrees, Bytes& to) {
    const int fromStride = strideOf(width);
    const int toStride = strideOf(degrees % 180 == 0 ? width : height);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row =
            from.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(fromStride);
        for (int x = 0; x < width; ++x) {
            int toX = width - 1 - x;
            int toY = height - 1 - y;
            if (degrees == 90) {
                toX = height - 1 - y;
                toY = x;
            } else if (degrees == 270) {
                toX = y;
                toY = width - 1 - x;
            }
            std::memcpy(to.data() + static_cast<std::size_t>(toY) * static_cast<std::size_t>(toStride) +
                            static_cast<std::size_t>(toX) * kPixelBytes,
                        row + static_cast<std::size_t>(x) * kPixelBytes, kPixelBytes);
        }
    }
}

/// The largest size of these proportions that fits into the box.
OutputSize fit(double width, double height, OutputSize box) {
    if (box.width <= 0 || box.height <= 0)
        box = {kMaxWidth, kMaxWidth};
    else {
        const double scale = std::min(box.width / width, box.height / height);
        width *= scale;
        height *= scale;
    }
    return {static_cast<int>(
                std::clamp(std::lround(width), 1L, static_cast<long>(std::min(box.width, kMaxWidth)))),
            static_cast<int>(
                std::clamp(std::lround(height), 1L, static_cast<long>(std::min(box.height, kMaxWidth))))};
}

/// -100 to 100 as the scaler's 16.16 number around `middle`: nothing at one end, twice as much at the other.
int tuned(int value, int middle) {
    return middle + static_cast<int>(std::lround(std::clamp(value, -100, 100) / 100.0 * (1 << 16)));
}

}  // namespace

/// Pixel buffers that come back when the last picture that shows them is gone.
class PixelPool : public std::enable_shared_from_this<PixelPool> {
public:
    std::shared_ptr<Bytes> take(std::size_t size) {
        std::unique_ptr<Bytes> pixels;
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                pixels = std::move(m_free.back());
                m_free.pop_back();
            }
        }
        if (!pixels) pixels = std::make_unique<Bytes>();
        pixels->resize(size);
        std::weak_ptr<PixelPool> pool = weak_from_this();
        return {pixels.release(), [pool](Bytes* released) {
                    std::unique_ptr<Bytes> owned(released);
                    if (const auto home = pool.lock()) home->giveBack(std::move(owned));
                }};
    }

private:
    void giveBack(std::unique_ptr<Bytes> pixels) {
        const std::lock_guard lock(m_mutex);
        if (m_free.size() < kPooled) m_free.push_back(std::move(pixels));
    }

    std::mutex m_mutex;
    std::vector<std::unique_ptr<Bytes>> m_free;
};

PictureMaker::PictureMaker() : m_pool(std::make_shared<PixelPool>()) {}
PictureMaker::~PictureMaker() = default;

Result<Picture> PictureMaker::make(const AVFrame& frame, AVRational streamAspect, int rotation,
                                   OutputSize box, const PictureTuning& tuning) {
    const bool turned = rotation % 180 != 0;
    AVRational aspect = frame.sample_aspect_ratio.num > 0 ? frame.sample_aspect_ratio : streamAspect;
    if (aspect.num <= 0 || aspect.den <= 0) aspect = {1, 1};
    double displayWidth = frame.width * std::clamp(av_q2d(aspect), 1.0 / 16, 16.0);
    if (tuning.aspect > 0) {
        const double wanted = std::clamp(tuning.aspect, kNarrowestAspect, kWidestAspect);
        displayWidth = turned ? frame.height / wanted : frame.height * wanted;
    }
    const OutputSize size =
        turned ? fit(frame.height, displayWidth, box) : fit(displayWidth, frame.height, box);
    // The scaler works before the turn.
    const OutputSize scaled = turned ? OutputSize{size.height, size.width} : size;

    const auto declared = static_cast<AVPixelFormat>(frame.format);
    const AVPixelFormat format = media::plainFormat(declared);
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, format, scaled.width,
                                        scaled.height, AV_PIX_FMT_BGRA, SWS_BILINEAR, nullptr, nullptr,
                                        nullptr));
    if (!m_scaler) {
        const char* name = av_get_pix_fmt_name(declared);
        return fail("media_decode_failed", std::string("Frames in the pixel format ") +
                                               (name != nullptr ? name : "?") + " cannot be shown.");
    }
    const int* matrix = sws_getCoefficients(media::scalerMatrix(frame));
    sws_setColorspaceDetails(m_scaler.get(), matrix, media::isFullRange(frame) ? 1 : 0,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, tuned(tuning.brightness, 0) / 2,
                             tuned(tuning.contrast, 1 << 16), tuned(tuning.saturation, 1 << 16));

    const int scaledStride = strideOf(scaled.width);
    const auto scaledBytes = static_cast<std::size_t>(scaledStride) * static_cast<std::size_t>(scaled.height);
    Picture picture;
    picture.width = size.width;
    picture.height = size.height;
    picture.stride = strideOf(size.width);
    std::shared_ptr<Bytes> pixels = m_pool->take(
        static_cast<std::size_t>(picture.stride) * static_cast<std::size_t>(size.height) + kStrideAlignment);
    if (rotation != 0) m_unrotated.resize(scaledBytes + kStrideAlignment);
    std::uint8_t* planes[4] = {rotation != 0 ? m_unrotated.data() : pixels->data()};
    const int strides[4] = {scaledStride};
    if (sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides) <= 0)
        return fail("media_decode_failed", "A frame could not be scaled.");
    if (rotation != 0) rotate(m_unrotated, scaled.width, scaled.height, rotation, *pixels);
    picture.pixels = std::move(pixels);
    return picture;
}

}  // namespace keyreel::playback
