#include "ui/pages/player_keys.h"

#include <QKeyEvent>

namespace keyreel::ui {
namespace {

using Act = PlayerKey::Act;

std::optional<PlayerKey> withControl(int key, bool shift) {
    if (key == Qt::Key_Left) return PlayerKey{Act::Skip, -60'000};
    if (key == Qt::Key_Right) return PlayerKey{Act::Skip, 60'000};
    if (key == Qt::Key_Plus || key == Qt::Key_Equal) return PlayerKey{Act::Zoom, 1};
    if (key == Qt::Key_Minus) return PlayerKey{Act::Zoom, -1};
    if (key == Qt::Key_0) return PlayerKey{Act::ZoomReset};
    if (key == Qt::Key_R) return PlayerKey{Act::Turn, shift ? -1 : 1};
    return std::nullopt;
}

}  // namespace

std::optional<PlayerKey> playerKeyOf(const QKeyEvent& event) {
    const auto modifiers = event.modifiers();
    const int key = event.key();
    if (modifiers.testFlag(Qt::AltModifier) || modifiers.testFlag(Qt::MetaModifier)) return std::nullopt;
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    if (modifiers.testFlag(Qt::ControlModifier)) return withControl(key, shift);
    if (key >= Qt::Key_0 && key <= Qt::Key_9) return PlayerKey{Act::JumpTo, 10 * (key - Qt::Key_0)};
    switch (key) {
        case Qt::Key_Space:
        case Qt::Key_K:
        case Qt::Key_MediaTogglePlayPause:
            return PlayerKey{Act::TogglePlay};
        case Qt::Key_MediaPlay:
            return PlayerKey{Act::Play};
        case Qt::Key_MediaPause:
        case Qt::Key_MediaStop:
            return PlayerKey{Act::Pause};
        case Qt::Key_Left:
            return PlayerKey{Act::Skip, shift ? -1000 : -5000};
        case Qt::Key_Right:
            return PlayerKey{Act::Skip, shift ? 1000 : 5000};
        case Qt::Key_J:
            return shift ? PlayerKey{Act::TextTrack, -1} : PlayerKey{Act::Skip, -10'000};
        case Qt::Key_L:
            return PlayerKey{Act::Skip, 10'000};
        case Qt::Key_Comma:
            return PlayerKey{Act::FrameStep, -1};
        case Qt::Key_Period:
            return PlayerKey{Act::FrameStep, 1};
        case Qt::Key_Home:
            return PlayerKey{Act::JumpTo, 0};
        case Qt::Key_End:
            return PlayerKey{Act::JumpTo, 100};
        case Qt::Key_PageUp:
        case Qt::Key_MediaNext:
            return PlayerKey{Act::Chapter, 1};
        case Qt::Key_PageDown:
        case Qt::Key_MediaPrevious:
            return PlayerKey{Act::Chapter, -1};
        case Qt::Key_Up:
            return PlayerKey{Act::Volume, 5};
        case Qt::Key_Down:
            return PlayerKey{Act::Volume, -5};
        case Qt::Key_NumberSign:
        case Qt::Key_B:
            return PlayerKey{Act::SoundTrack, 1};
        case Qt::Key_V:
            return shift ? PlayerKey{Act::TextTrack, 1} : PlayerKey{Act::TextShown};
        case Qt::Key_C:
            return PlayerKey{Act::TextShown};
        case Qt::Key_Z:
            return PlayerKey{Act::TextDelay, shift ? 100 : -100};
        case Qt::Key_X:
            return PlayerKey{Act::TextDelay, 100};
        case Qt::Key_M:
            return PlayerKey{Act::Mute};
        case Qt::Key_BracketLeft:
            return PlayerKey{Act::SpeedRatio, -10};
        case Qt::Key_BracketRight:
            return PlayerKey{Act::SpeedRatio, 10};
        case Qt::Key_Less:
            return PlayerKey{Act::SpeedStep, -25};
        case Qt::Key_Greater:
            return PlayerKey{Act::SpeedStep, 25};
        case Qt::Key_Backspace:
            return PlayerKey{shift ? Act::PictureReset : Act::SpeedReset};
        case Qt::Key_A:
            return shift ? PlayerKey{Act::Shape, 1} : PlayerKey{Act::Loop};
        case Qt::Key_G:
            return shift ? PlayerKey{Act::TextSize, 10} : PlayerKey{Act::Quality};
        case Qt::Key_F:
            return shift ? PlayerKey{Act::TextSize, -10} : PlayerKey{Act::FullScreen};
        case Qt::Key_R:
            return PlayerKey{Act::TextLift, shift ? -5 : 5};
        case Qt::Key_U:
            return PlayerKey{Act::TextGround};
        case Qt::Key_D:
            return PlayerKey{Act::SecondText, 1};
        case Qt::Key_T:
            return PlayerKey{Act::Transcript};
        case Qt::Key_S:
            return PlayerKey{Act::Screenshot};
        case Qt::Key_P:
            return PlayerKey{Act::Mini};
        case Qt::Key_O:
            return PlayerKey{Act::Picture};
        case Qt::Key_E:
            return PlayerKey{Act::Brightness, shift ? -5 : 5};
        case Qt::Key_W:
            return PlayerKey{Act::Contrast, shift ? -5 : 5};
        case Qt::Key_Y:
            return PlayerKey{Act::Saturation, shift ? -5 : 5};
        case Qt::Key_I:
            return PlayerKey{shift ? Act::Statistics : Act::Panel};
        case Qt::Key_Escape:
            return PlayerKey{Act::Leave};
        default:
            return std::nullopt;
    }
}

}  // namespace keyreel::ui
