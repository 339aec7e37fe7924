#pragma once

#include <QHash>
#include <QString>
#include <optional>

class QKeyEvent;

namespace keyreel::ui {

class Shortcuts;

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
        Next,       ///< By `amount` films of the list, 1 or -1; without one, chapters.
        List,       ///< The films of the list.
        Volume,     ///< By `amount` percent.
        Mute,
        EvenLoudness,  ///< On or off.
        SpeedRatio,    ///< By `amount` percent of what it is.
        SpeedStep,     ///< By `amount` hundredths of the film's own speed.
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
        Screenshot,  ///< 1: with the subtitles.
        Mini,        ///< The small window that stays on top.
        FullScreen,
        Panel,       ///< How this opened.
        Statistics,  ///< Codec, bit rate, queues.
        Leave        ///< Close what lies above, leave full screen, go back.
    };
    Act act = Act::TogglePlay;
    qint64 amount = 0;

    bool operator==(const PlayerKey&) const = default;
};

/// The commands of the player, which it adds to those of the window, and what a press means among them. Esc,
/// the digits and media keys are not to be chosen.
class PlayerKeys {
public:
    /// `shortcuts` outlives this.
    explicit PlayerKeys(Shortcuts& shortcuts);

    /// Nothing for keys that belong to somebody else.
    [[nodiscard]] std::optional<PlayerKey> of(const QKeyEvent& event) const;
    [[nodiscard]] const Shortcuts& shortcuts() const { return m_shortcuts; }

private:
    const Shortcuts& m_shortcuts;
    QHash<QString, PlayerKey> m_means;
};

}  // namespace keyreel::ui
