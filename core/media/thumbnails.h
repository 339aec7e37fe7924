#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/media/image.h"
#include "core/media/probe.h"

namespace keyreel::media {

/// Small pictures of a film, of which `columns` times `rows` stand on a sheet, rows top down.
struct ThumbnailPlan {
    double begin = 0;     ///< Of a part of a film: seconds of the film in front of it.
    double seconds = 10;  ///< From one picture to the next; the first is of the beginning.
    std::uint32_t count = 1;
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;
    std::uint32_t tileWidth = 160;  ///< In pixels, upright and with square pixels.
    std::uint32_t tileHeight = 90;

    [[nodiscard]] std::uint32_t perSheet() const { return columns * rows; }
    [[nodiscard]] std::uint32_t sheets() const { return (count + perSheet() - 1) / perSheet(); }
    friend bool operator==(const ThumbnailPlan&, const ThumbnailPlan&) = default;
};

inline constexpr double kMinThumbnailSeconds = 0.5;
inline constexpr double kMaxThumbnailSeconds = 3600;
/// On one sheet, in each direction.
inline constexpr std::uint32_t kMaxThumbnailGrid = 10;
inline constexpr std::uint32_t kMaxThumbnailSide = 320;
inline constexpr std::uint32_t kMaxThumbnails = 20000;

/// 160 pixels wide, or narrower when the picture is more than twice as high as wide; ten by ten on a sheet,
/// or as many as there are. Code `request_invalid`: `seconds` is out of bounds, or there would be more than
/// kMaxThumbnails.
Result<ThumbnailPlan> planThumbnails(const TrackInfo& picture, double filmSeconds, double seconds);

/// Takes a sheet of RGB, always of the full size: what follows the last picture is black. Its failure ends
/// the making.
using SheetSink = std::function<Status(const Image& sheet)>;

/// Makes the sheets in their order, one in memory at a time. Only key frames are decoded: each picture is the
/// last one before its time, or up to half a second behind it. High dynamic range is mapped
/// to standard range. Codes: those of probe(), `media_damaged` when no key frame can be decoded, `cancelled`.
Status makeThumbnails(const FilmSource& film, const ThumbnailPlan& plan, const SheetSink& sink,
                      std::stop_token stop = {});

/// Which pictures of a film's first sheet may stand for it: at most `most` of its first third, in their order
/// and far from each other, each the sharpest around it.
std::vector<std::uint32_t> sharpestPictures(const Image& sheet, const ThumbnailPlan& plan,
                                            std::uint32_t most);

}  // namespace keyreel::media
