#pragma once

#include <QtGlobal>
#include <optional>

class QKeyEvent;

namespace keyreel::ui {

/// What a key of the player means (design, section 6).
struct PlayerKey {
    enum class Act {
        TogglePlay = 1,
        Play,
        Pause,
        Skip,       ///< By `amount` milliseconds.
        JumpTo,     ///< To `amount` percent.
        FrameStep,  ///< By `amount` frames, 1 or -1; pauses.
        Chapter,    ///< By `amount` chapters, 1 or -1.
        Volume,     ///< By `amount` percent.
        Mute,
        SpeedRatio,  ///< By `amount` percent of what it is.
        SpeedStep,   ///< By `amount` hundredths of the film's own speed.
        SpeedReset,
        Loop,        ///< The start of a part to repeat, then its end, then no repeating.
        SoundTrack,  ///< `amount` further in the list.
        TextTrack,   ///< `amount` further in the list, off included.
        TextShown,   ///< On or off.
        TextDelay,   ///< By `amount` milliseconds.
        TextSize,    ///< By `amount` percent.
        TextLift,    ///< By `amount` percent of the picture's height.
        TextGround,  ///< The next one.
        SecondText,  ///< `amount` further in the list, off included.
        Transcript,  ///< All that is said, to search in.
        Quality,     ///< The menu of codings.
        Picture,     ///< How the picture is shown.
        Zoom,        ///< `amount` steps.
        ZoomReset,
        Turn,        ///< `amount` quarters, clockwise.
        Shape,       ///< `amount` further in the list.
        Brightness,  ///< By `amount`, as the next two.
        Contrast,
        Saturation,
        PictureReset,
        Screenshot,
        Mini,  ///< The small window that stays on top.
        FullScreen,
        Panel,       ///< How this opened.
        Statistics,  ///< Codec, bit rate, queues.
        Leave        ///< Close what lies above, leave full screen, go back.
    };
    Act act = Act::TogglePlay;
    qint64 amount = 0;

    bool operator==(const PlayerKey&) const = default;
};

/// Nothing for keys that belong to somebody else.
std::optional<PlayerKey> playerKeyOf(const QKeyEvent& event);

}  // namespace keyreel::ui
