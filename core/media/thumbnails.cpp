#include "core/media/thumbnails.h"

#include <algorithm>
#include <cmath>

#include "core/base/progress.h"
#include "core/media/demuxer.h"
#include "core/media/picture_detail.h"
#include "core/media/picture_maker.h"
#include "core/media/picture_seek.h"

namespace keyreel::media {
namespace {

constexpr std::uint32_t kTileWidth = 160;
constexpr std::size_t kChannels = 3;
/// Seconds by which a picture may be later than its time: 48 pictures of 41.708 ms are not quite two seconds.
constexpr double kGrace = 0.5;

std::uint32_t evenSide(double pixels) {
    return 2 *
           static_cast<std::uint32_t>(std::clamp(std::lround(pixels / 2), 1L, 1L * kMaxThumbnailSide / 2));
}

/// Decodes the pictures for one sheet after the other.
class TileMaker {
public:
    static Result<TileMaker> open(const FilmSource& film, const ThumbnailPlan& plan) {
        KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film));
        const TrackInfo info = demuxer.info().video();
        AVStream* stream = demuxer.stream(info.index);
        for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i)
            demuxer.stream(i)->discard = i == info.index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
        KEYREEL_TRY(Handle<AVCodecContext> decoder, openDecoder(stream, demuxer.file().name()));
        PictureMaker pictures(demuxer, info);
        TileMaker maker(std::move(demuxer), std::move(decoder), std::move(pictures), plan);
        maker.m_stream = static_cast<int>(info.index);
        return maker;
    }

    /// The picture number `number`, or the last one that there was when nothing new decodes.
    Result<const Image*> tile(std::uint32_t number) {
        const double seconds = m_plan.begin + number * m_plan.seconds + std::min(m_plan.seconds / 2, kGrace);
        const std::int64_t time = av_rescale_q(std::llround(seconds * AV_TIME_BASE) + m_demuxer.origin(),
                                               AVRational{1, AV_TIME_BASE}, stream()->time_base);
        av_packet_unref(m_packet.get());
        KEYREEL_TRY(const bool key, keyPacketAt(m_demuxer, m_stream, time, *m_packet));
        if (!key || (m_packet->pos == m_place && m_packet->pts == m_shown && !m_tile.empty())) return &m_tile;
        m_place = m_packet->pos;
        m_shown = m_packet->pts;
        Handle<AVFrame> picture = decodeAlone(m_decoder.get(), *m_packet);
        if (!picture && seekToKey(m_demuxer, m_stream, time)) {
            KEYREEL_TRY(picture, nextPicture(m_demuxer, m_decoder.get(), m_stream));
        }
        if (picture) {
            KEYREEL_TRY(m_tile, m_pictures.make(*picture, m_plan.tileWidth, m_plan.tileHeight));
        }
        return &m_tile;
    }

private:
    TileMaker(Demuxer demuxer, Handle<AVCodecContext> decoder, PictureMaker pictures,
              const ThumbnailPlan& plan)
        : m_demuxer(std::move(demuxer)),
          m_decoder(std::move(decoder)),
          m_packet(makePacket()),
          m_pictures(std::move(pictures)),
          m_plan(plan) {}

    [[nodiscard]] AVStream* stream() const { return m_demuxer.stream(static_cast<std::size_t>(m_stream)); }

    Demuxer m_demuxer;
    Handle<AVCodecContext> m_decoder;
    Handle<AVPacket> m_packet;
    PictureMaker m_pictures;
    ThumbnailPlan m_plan;
    Image m_tile;
    int m_stream = 0;
    std::int64_t m_place = -1;
    std::int64_t m_shown = AV_NOPTS_VALUE;
};

void place(const Image& tile, Image& sheet, std::uint32_t column, std::uint32_t row) {
    const std::size_t length = tile.width * kChannels;
    for (std::size_t y = 0; y < tile.height; ++y)
        std::copy_n(tile.pixels.begin() + static_cast<std::ptrdiff_t>(y * length), length,
                    sheet.pixels.begin() +
                        static_cast<std::ptrdiff_t>(
                            ((row * tile.height + y) * sheet.width + column * tile.width) * kChannels));
}

}  // namespace

Result<ThumbnailPlan> planThumbnails(const TrackInfo& picture, double filmSeconds, double seconds) {
    if (!(seconds >= kMinThumbnailSeconds) || seconds > kMaxThumbnailSeconds)
        return fail("request_invalid", "Thumbnails are 0.5 to 3600 seconds apart.",
                    "A sensible distance is 10 seconds.");
    // A last part that is shorter than rounding is no picture of its own.
    const double count = std::max(std::ceil((filmSeconds - 0.001) / seconds), 1.0);
    if (count > kMaxThumbnails)
        return fail("request_invalid",
                    "There would be more than " + std::to_string(kMaxThumbnails) + " thumbnails.",
                    "Put more seconds between them.");
    ThumbnailPlan plan;
    plan.seconds = seconds;
    plan.count = static_cast<std::uint32_t>(count);
    plan.columns = std::min(plan.count, kMaxThumbnailGrid);
    plan.rows = std::min((plan.count + plan.columns - 1) / plan.columns, kMaxThumbnailGrid);
    const double shape =
        static_cast<double>(std::max(picture.displayHeight, 1U)) / std::max(picture.displayWidth, 1U);
    const double height = std::min(kTileWidth * shape, 1.0 * kMaxThumbnailSide);
    plan.tileWidth = evenSide(std::min(1.0 * kTileWidth, height / shape));
    plan.tileHeight = evenSide(height);
    return plan;
}

Status makeThumbnails(const FilmSource& film, const ThumbnailPlan& plan, const SheetSink& sink,
                      std::stop_token stop) {
    KEYREEL_TRY(TileMaker maker, TileMaker::open(film, plan));
    Image sheet;
    sheet.width = plan.columns * plan.tileWidth;
    sheet.height = plan.rows * plan.tileHeight;
    for (std::uint32_t first = 0; first < plan.count; first += plan.perSheet()) {
        sheet.pixels.assign(std::size_t{sheet.width} * sheet.height * kChannels, 0);
        const std::uint32_t end = std::min(plan.count, first + plan.perSheet());
        for (std::uint32_t number = first; number < end; ++number) {
            if (stop.stop_requested()) return cancelled("Making thumbnails");
            KEYREEL_TRY(const Image* tile, maker.tile(number));
            if (tile->empty())
                return fail("media_damaged",
                            "No key frame of " + film.path().filename().string() +
                                " could be decoded for a thumbnail.",
                            "Package the film without thumbnails.");
            const std::uint32_t at = number - first;
            place(*tile, sheet, at % plan.columns, at / plan.columns);
        }
        KEYREEL_CHECK(sink(sheet));
    }
    return {};
}

std::vector<std::uint32_t> sharpestPictures(const Image& sheet, const ThumbnailPlan& plan,
                                            std::uint32_t most) {
    if (sheet.channels != kChannels || sheet.width != plan.columns * plan.tileWidth ||
        sheet.height != plan.rows * plan.tileHeight)
        return {};
    const std::uint32_t shown = std::min(plan.count, plan.perSheet());
    // Of a film with few pictures the first third would leave no choice.
    const std::uint32_t range = std::min(shown, std::max((plan.count + 2) / 3, most));
    const auto corner = [&](std::uint32_t number) {
        const std::size_t row = number / plan.columns;
        const std::size_t column = number % plan.columns;
        return sheet.pixels.data() +
               (row * plan.tileHeight * sheet.width + column * plan.tileWidth) * kChannels;
    };
    const auto detail = [&](std::uint32_t number) {
        const std::uint8_t* first = corner(number);
        return pictureDetail(
            static_cast<int>(plan.tileWidth), static_cast<int>(plan.tileHeight), 1, [&](int x, int y) {
                const std::uint8_t* at =
                    first +
                    (static_cast<std::size_t>(y) * sheet.width + static_cast<std::size_t>(x)) * kChannels;
                return (2.0 * at[0] + 5.0 * at[1] + at[2]) / 8;
            });
    };
    const auto same = [&](std::uint32_t one, std::uint32_t other) {
        for (std::size_t y = 0; y < plan.tileHeight; ++y) {
            const std::size_t line = y * sheet.width * kChannels;
            if (!std::equal(corner(one) + line, corner(one) + line + plan.tileWidth * kChannels,
                            corner(other) + line))
                return false;
        }
        return true;
    };
    std::vector<std::uint32_t> chosen;
    const std::uint32_t parts = std::min(most, range);
    for (std::uint32_t part = 0; part < parts; ++part) {
        std::uint32_t best = range * part / parts;
        double score = -1;
        for (std::uint32_t number = best; number < range * (part + 1) / parts; ++number) {
            const double here = detail(number);
            if (here <= score) continue;
            score = here;
            best = number;
        }
        // Where key frames are rare, neighbours are one picture.
        if (chosen.empty() || !same(chosen.back(), best)) chosen.push_back(best);
    }
    return chosen;
}

}  // namespace keyreel::media
