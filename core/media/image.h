#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/film_source.h"

namespace keyreel::media {

/// Pixels in memory: RGB24 (3 bytes) or RGBA (4 bytes), rows top down without padding.
struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 3;  ///< 3 or 4.
    Bytes pixels;                ///< width * height * channels bytes.
    [[nodiscard]] bool empty() const { return pixels.empty(); }
};

/// Largest side of an image that is read or made.
inline constexpr std::uint32_t kMaxImageSide = 16384;

/// The sharpest of the frames sampled in the first third of a film, upright and with square pixels, at most
/// `maxWidth` wide (0: no limit), high dynamic range mapped to standard range. Codes as probe(), and
/// `media_damaged` when nothing decodes.
Result<Image> posterFrame(const FilmSource& film, std::uint32_t maxWidth = 0, std::stop_token stop = {});

/// The picture that is shown `seconds` after the beginning, or the last one of a film that ends before;
/// otherwise as posterFrame().
Result<Image> frameAt(const FilmSource& film, double seconds, std::uint32_t maxWidth = 0,
                      std::stop_token stop = {});

/// The attached picture of a film; `media_no_cover` when it has none.
Result<Image> coverArt(const FilmSource& film);

/// Reads a PNG, JPEG or WebP file of at most 64 MiB. Codes: file_*, `image_not_recognised`,
/// `image_too_large`.
Result<Image> readImage(const std::filesystem::path& path);
/// As readImage, from memory.
Result<Image> decodeImage(ByteView bytes);

/// Codes: `image_encode_failed`. `quality` is 1 (small) to 100 (best).
Result<Bytes> encodePng(const Image& image);
Result<Bytes> encodeJpeg(const Image& image, int quality = 85);
/// Encodes and replaces the file as one act.
Status writePng(const Image& image, const std::filesystem::path& path);

/// Fits into maxWidth x maxHeight, keeping the proportions; never enlarges.
Result<Image> scaledToFit(const Image& image, std::uint32_t maxWidth, std::uint32_t maxHeight);

}  // namespace keyreel::media
