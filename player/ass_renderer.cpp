#include "player/ass_renderer.h"

#include <ass/ass.h>

#include <algorithm>
#include <cstdarg>

namespace keyreel::player {
namespace {

constexpr int kMostGlyphs = 4000;
constexpr int kCacheMegabytes = 64;
/// More parts than that become one.
constexpr qsizetype kMostPatches = 32;
constexpr auto kAnyFont = "sans-serif";

/// libass writes what a script says, and where fonts lie, to the terminal.
void nowhere(int /*level*/, const char* /*format*/, va_list /*arguments*/, void* /*data*/) {}

QRect boxOf(const ASS_Image& image) {
    return {image.dst_x, image.dst_y, image.w, image.h};
}

/// Rectangles around what overlaps.
QVector<QRect> partsOf(const ASS_Image* first) {
    QVector<QRect> parts;
    for (const ASS_Image* image = first; image != nullptr; image = image->next) {
        QRect box = boxOf(*image);
        if (box.isEmpty()) continue;
        const bool many = parts.size() >= kMostPatches;
        // What has grown may reach others now.
        for (qsizetype i = 0; i < parts.size();) {
            if (!many && !parts[i].intersects(box)) {
                ++i;
                continue;
            }
            box |= parts.takeAt(i);
            i = 0;
        }
        parts.append(box);
    }
    return parts;
}

/// value / 255, rounded, for values up to 255 * 255.
constexpr std::uint32_t by255(std::uint32_t value) {
    return (value + 128 + ((value + 128) >> 8)) >> 8;
}

/// One colour through a mask, over what is there.
void blend(const ASS_Image& from, AssPatch& patch) {
    const std::uint32_t red = from.color >> 24;
    const std::uint32_t green = (from.color >> 16) & 0xff;
    const std::uint32_t blue = (from.color >> 8) & 0xff;
    const std::uint32_t opacity = 255 - (from.color & 0xff);
    const QPoint at = QPoint(from.dst_x, from.dst_y) - patch.at;
    for (int y = 0; y < from.h; ++y) {
        const unsigned char* mask = from.bitmap + std::ptrdiff_t{y} * from.stride;
        auto* line = reinterpret_cast<QRgb*>(patch.image.scanLine(at.y() + y)) + at.x();
        for (int x = 0; x < from.w; ++x) {
            if (mask[x] == 0) continue;
            const std::uint32_t alpha = by255(mask[x] * opacity);
            const std::uint32_t rest = 255 - alpha;
            const QRgb below = line[x];
            const auto mix = [&](std::uint32_t colour, int part) {
                return static_cast<int>(by255(colour * alpha) +
                                        by255(static_cast<std::uint32_t>(part) * rest));
            };
            line[x] = qRgba(mix(red, qRed(below)), mix(green, qGreen(below)), mix(blue, qBlue(below)),
                            mix(255, qAlpha(below)));
        }
    }
}

}  // namespace

void AssRenderer::Deleter::operator()(ass_library* library) const {
    ass_library_done(library);
}

void AssRenderer::Deleter::operator()(ass_renderer* renderer) const {
    ass_renderer_done(renderer);
}

void AssRenderer::Deleter::operator()(ass_track* track) const {
    ass_free_track(track);
}

Result<AssRenderer> AssRenderer::open(const AssScript& script) {
    const auto noMemory = [] { return fail("out_of_memory", "There is no memory left to draw subtitles."); };
    if (script.text.size() > media::kMaxTextBytes)
        return fail("text_too_large", "The script of these subtitles has more than 8 MiB.");
    AssRenderer out;
    out.m_library.reset(ass_library_init());
    if (!out.m_library) return noMemory();
    ass_set_message_cb(out.m_library.get(), &nowhere, nullptr);
    // A script may carry fonts of its own, which count as its bytes.
    ass_set_extract_fonts(out.m_library.get(), 1);
    const std::vector<media::TextFont> none;
    for (const media::TextFont& font : script.fonts ? *script.fonts : none)
        ass_add_font(out.m_library.get(), font.name.c_str(), reinterpret_cast<const char*>(font.data.data()),
                     static_cast<int>(font.data.size()));
    out.m_renderer.reset(ass_renderer_init(out.m_library.get()));
    if (!out.m_renderer) return noMemory();
    ass_set_cache_limits(out.m_renderer.get(), kMostGlyphs, kCacheMegabytes);
    // It is not told that what it reads stays as it is.
    std::string text = script.text;
    out.m_track.reset(ass_read_memory(out.m_library.get(), text.data(), text.size(), nullptr));
    if (!out.m_track || out.m_track->n_events == 0)
        return fail("text_invalid", "The styles of these subtitles cannot be read.");
    ass_set_fonts(out.m_renderer.get(), nullptr, kAnyFont, ASS_FONTPROVIDER_AUTODETECT, nullptr, 1);
    return out;
}

void AssRenderer::arrange(const AssView& view) {
    ASS_Renderer* renderer = m_renderer.get();
    ass_set_storage_size(renderer, view.film.width(), view.film.height());
    ass_set_frame_size(renderer, view.frame.width(), view.frame.height());
    ass_set_margins(renderer, view.picture.top(), view.frame.height() - view.picture.bottom() - 1,
                    view.picture.left(), view.frame.width() - view.picture.right() - 1);
    // What has no place stays where it can be read when the picture is larger than the frame.
    ass_set_use_margins(renderer, QRect(QPoint(0, 0), view.frame).contains(view.picture) ? 0 : 1);
    ass_set_font_scale(renderer, view.scale);
    ass_set_line_position(renderer, std::clamp(view.lift, 0.0, 1.0) * 100);
}

std::optional<AssPatches> AssRenderer::render(const AssView& view, const std::stop_token& stop) {
    if (view.frame.isEmpty() || view.picture.isEmpty() || view.film.isEmpty()) return std::nullopt;
    AssView lookedAt = view;
    if (m_last) lookedAt.time = m_last->time;
    if (lookedAt != m_last) arrange(view);
    m_last = view;
    int change = 0;
    const ASS_Image* first = ass_render_frame(m_renderer.get(), m_track.get(), view.time.count(), &change);
    if (change == 0) return std::nullopt;
    AssPatches patches;
    for (const QRect& part : partsOf(first)) {
        QImage image(part.size(), QImage::Format_ARGB32_Premultiplied);
        if (image.isNull()) return std::nullopt;
        image.fill(Qt::transparent);
        patches.append({std::move(image), part.topLeft()});
    }
    for (const ASS_Image* image = first; image != nullptr; image = image->next) {
        if (stop.stop_requested()) return std::nullopt;
        const QRect box = boxOf(*image);
        if (box.isEmpty()) continue;
        const auto patch = std::find_if(patches.begin(), patches.end(), [&](const AssPatch& each) {
            return QRect(each.at, each.image.size()).contains(box);
        });
        blend(*image, *patch);
    }
    return patches;
}

}  // namespace keyreel::player
