#pragma once

#include <QImage>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <QVector>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/text_track.h"

struct ass_library;
struct ass_renderer;
struct ass_track;

namespace keyreel::player {

/// A script of SSA or ASS and the fonts that its film carries for it. A value that does not change.
struct AssScript {
    std::string text;                                             ///< UTF-8, at most media::kMaxTextBytes.
    std::shared_ptr<const std::vector<media::TextFont>> fonts{};  ///< Null: none.
};

/// What of a script is drawn, and over which picture. All sizes in device pixels.
struct AssView {
    std::chrono::milliseconds time{0};
    QSize frame;       ///< What is drawn into.
    QRect picture;     ///< The whole picture inside the frame; larger than it when it is enlarged.
    QSize film;        ///< The picture as it is stored, turned as it is shown.
    double scale = 1;  ///< Of the letters.
    double lift =
        0;  ///< How far text without a place of its own is raised, in parts of the picture's height.

    bool operator==(const AssView&) const = default;
};

/// A part of the frame that has something on it.
struct AssPatch {
    QImage image;  ///< ARGB32 premultiplied.
    QPoint at;
};
using AssPatches = QVector<AssPatch>;

/// Draws a script with libass: RAII over its library, renderer and track. Its messages go nowhere, its caches
/// are bounded. What stands in a script can make it slow; see AssLayer. Thread: one at a time.
class AssRenderer {
public:
    /// Codes: `text_invalid` when libass finds no event in it, `out_of_memory`. Takes long when the system's
    /// fonts are looked at for the first time.
    static Result<AssRenderer> open(const AssScript& script);

    AssRenderer(AssRenderer&&) noexcept = default;
    AssRenderer& operator=(AssRenderer&&) noexcept = default;

    /// Parts that do not overlap, in any order; nothing when all is as it was the last time, or was stopped.
    std::optional<AssPatches> render(const AssView& view, const std::stop_token& stop = {});

private:
    struct Deleter {
        void operator()(ass_library* library) const;
        void operator()(ass_renderer* renderer) const;
        void operator()(ass_track* track) const;
    };
    AssRenderer() = default;
    void arrange(const AssView& view);

    // What was made later goes first.
    std::unique_ptr<ass_library, Deleter> m_library;
    std::unique_ptr<ass_renderer, Deleter> m_renderer;
    std::unique_ptr<ass_track, Deleter> m_track;
    std::optional<AssView> m_last;
};

}  // namespace keyreel::player
