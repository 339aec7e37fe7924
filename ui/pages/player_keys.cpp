#include "ui/pages/player_keys.h"

#include <QKeyEvent>

#include "ui/shell/shortcuts.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using Act = PlayerKey::Act;

struct Row {
    const char* id;
    PlayerKey means;
    QString words;
    QList<QKeySequence> usual;
};

QList<Row> rows() {
    return {
        {"player.play", {Act::TogglePlay}, tr("Play, pause"), {Qt::Key_Space, Qt::Key_K}},
        {"player.back5", {Act::Skip, -5'000}, tr("5 s back"), {Qt::Key_Left}},
        {"player.forward5", {Act::Skip, 5'000}, tr("5 s forward"), {Qt::Key_Right}},
        {"player.back10", {Act::Skip, -10'000}, tr("10 s back"), {Qt::Key_J}},
        {"player.forward10", {Act::Skip, 10'000}, tr("10 s forward"), {Qt::Key_L}},
        {"player.back1", {Act::Skip, -1'000}, tr("1 s back"), {Qt::SHIFT | Qt::Key_Left}},
        {"player.forward1", {Act::Skip, 1'000}, tr("1 s forward"), {Qt::SHIFT | Qt::Key_Right}},
        {"player.back60", {Act::Skip, -60'000}, tr("60 s back"), {Qt::CTRL | Qt::Key_Left}},
        {"player.forward60", {Act::Skip, 60'000}, tr("60 s forward"), {Qt::CTRL | Qt::Key_Right}},
        {"player.frameBack", {Act::FrameStep, -1}, tr("One frame back"), {Qt::Key_Comma}},
        {"player.frameForward", {Act::FrameStep, 1}, tr("One frame forward"), {Qt::Key_Period}},
        {"player.start", {Act::JumpTo, 0}, tr("To the start"), {Qt::Key_Home}},
        {"player.end", {Act::JumpTo, 100}, tr("To the end"), {Qt::Key_End}},
        {"player.chapterNext", {Act::Chapter, 1}, tr("Next chapter"), {Qt::Key_PageUp}},
        {"player.chapterPrevious", {Act::Chapter, -1}, tr("Previous chapter"), {Qt::Key_PageDown}},
        {"player.next", {Act::Next, 1}, tr("Next film of several"), {Qt::SHIFT | Qt::Key_N}},
        {"player.previous", {Act::Next, -1}, tr("Previous film of several"), {Qt::SHIFT | Qt::Key_P}},
        {"player.list", {Act::List}, tr("Up next"), {Qt::Key_N}},
        {"player.louder", {Act::Volume, 5}, tr("Louder"), {Qt::Key_Up}},
        {"player.quieter", {Act::Volume, -5}, tr("Quieter"), {Qt::Key_Down}},
        {"player.mute", {Act::Mute}, tr("Mute"), {Qt::Key_M}},
        {"player.even", {Act::EvenLoudness}, tr("Even loudness, as made"), {Qt::Key_H}},
        {"player.fullScreen", {Act::FullScreen}, tr("Full screen"), {Qt::Key_F}},
        {"player.slower", {Act::SpeedRatio, -10}, tr("Slower"), {Qt::Key_BracketLeft}},
        {"player.faster", {Act::SpeedRatio, 10}, tr("Faster"), {Qt::Key_BracketRight}},
        {"player.slowerQuarter", {Act::SpeedStep, -25}, tr("Slower by a quarter"), {Qt::Key_Less}},
        {"player.fasterQuarter", {Act::SpeedStep, 25}, tr("Faster by a quarter"), {Qt::Key_Greater}},
        {"player.speedReset", {Act::SpeedReset}, tr("As fast as made"), {Qt::Key_Backspace}},
        {"player.loop", {Act::Loop}, tr("Repeat from here, to here, not any more"), {Qt::Key_A}},
        {"player.soundNext", {Act::SoundTrack, 1}, tr("Next audio track"), {Qt::Key_NumberSign, Qt::Key_B}},
        {"player.text", {Act::TextShown}, tr("Subtitles on, off"), {Qt::Key_V, Qt::Key_C}},
        {"player.textNext", {Act::TextTrack, 1}, tr("Next subtitles"), {Qt::SHIFT | Qt::Key_V}},
        {"player.textPrevious", {Act::TextTrack, -1}, tr("Previous subtitles"), {Qt::SHIFT | Qt::Key_J}},
        {"player.textEarlier", {Act::TextDelay, -100}, tr("Subtitles earlier"), {Qt::Key_Z}},
        {"player.textLater",
         {Act::TextDelay, 100},
         tr("Subtitles later"),
         {Qt::Key_X, Qt::SHIFT | Qt::Key_Z}},
        {"player.textLarger", {Act::TextSize, 10}, tr("Subtitles larger"), {Qt::SHIFT | Qt::Key_G}},
        {"player.textSmaller", {Act::TextSize, -10}, tr("Subtitles smaller"), {Qt::SHIFT | Qt::Key_F}},
        {"player.textHigher", {Act::TextLift, 5}, tr("Subtitles higher"), {Qt::Key_R}},
        {"player.textLower", {Act::TextLift, -5}, tr("Subtitles lower"), {Qt::SHIFT | Qt::Key_R}},
        {"player.textGround", {Act::TextGround}, tr("Behind the letters of subtitles"), {Qt::Key_U}},
        {"player.textSecond", {Act::SecondText, 1}, tr("Second subtitles at the top"), {Qt::Key_D}},
        {"player.transcript", {Act::Transcript}, tr("Transcript"), {Qt::Key_T}},
        {"player.quality", {Act::Quality}, tr("Quality"), {Qt::Key_G}},
        {"player.picture", {Act::Picture}, tr("Picture"), {Qt::Key_O}},
        {"player.zoomIn", {Act::Zoom, 1}, tr("Zoom in"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}},
        {"player.zoomOut", {Act::Zoom, -1}, tr("Zoom out"), {Qt::CTRL | Qt::Key_Minus}},
        {"player.zoomReset", {Act::ZoomReset}, tr("Whole picture"), {Qt::CTRL | Qt::Key_0}},
        {"player.turnRight", {Act::Turn, 1}, tr("Rotate right"), {Qt::CTRL | Qt::Key_R}},
        {"player.turnLeft", {Act::Turn, -1}, tr("Rotate left"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R}},
        {"player.shape", {Act::Shape, 1}, tr("Next shape of the picture"), {Qt::SHIFT | Qt::Key_A}},
        {"player.brighter", {Act::Brightness, 5}, tr("Brighter"), {Qt::Key_E}},
        {"player.darker", {Act::Brightness, -5}, tr("Darker"), {Qt::SHIFT | Qt::Key_E}},
        {"player.contrastMore", {Act::Contrast, 5}, tr("More contrast"), {Qt::Key_W}},
        {"player.contrastLess", {Act::Contrast, -5}, tr("Less contrast"), {Qt::SHIFT | Qt::Key_W}},
        {"player.colourMore", {Act::Saturation, 5}, tr("More colour"), {Qt::Key_Y}},
        {"player.colourLess", {Act::Saturation, -5}, tr("Less colour"), {Qt::SHIFT | Qt::Key_Y}},
        {"player.pictureReset", {Act::PictureReset}, tr("Picture as made"), {Qt::SHIFT | Qt::Key_Backspace}},
        {"player.mini", {Act::Mini}, tr("Small window"), {Qt::Key_P}},
        {"player.screenshot", {Act::Screenshot}, tr("Save the picture as a file"), {Qt::Key_S}},
        {"player.screenshotWithText",
         {Act::Screenshot, 1},
         tr("Save the picture with its subtitles"),
         {Qt::SHIFT | Qt::Key_S}},
        {"player.opening", {Act::Panel}, tr("How this opened"), {Qt::Key_I}},
        {"player.statistics", {Act::Statistics}, tr("Statistics"), {Qt::SHIFT | Qt::Key_I}},
    };
}

QString groupName() {
    return tr("Player");
}

/// What is the same for everybody.
std::optional<PlayerKey> fixed(int key, Qt::KeyboardModifiers modifiers) {
    switch (key) {
        case Qt::Key_Escape:
            return PlayerKey{Act::Leave};
        case Qt::Key_MediaTogglePlayPause:
            return PlayerKey{Act::TogglePlay};
        case Qt::Key_MediaPlay:
            return PlayerKey{Act::Play};
        case Qt::Key_MediaPause:
        case Qt::Key_MediaStop:
            return PlayerKey{Act::Pause};
        case Qt::Key_MediaNext:
            return PlayerKey{Act::Next, 1};
        case Qt::Key_MediaPrevious:
            return PlayerKey{Act::Next, -1};
        default:
            break;
    }
    const bool digit = key >= Qt::Key_0 && key <= Qt::Key_9;
    if (digit && !modifiers.testFlag(Qt::ControlModifier))
        return PlayerKey{Act::JumpTo, 10 * (key - Qt::Key_0)};
    return std::nullopt;
}

}  // namespace

PlayerKeys::PlayerKeys(Shortcuts& shortcuts) : m_shortcuts(shortcuts) {
    for (Row& row : rows()) {
        const QString id = QLatin1String(row.id);
        m_means.insert(id, row.means);
        shortcuts.add({id, groupName(), std::move(row.words), std::move(row.usual), Reach::Player});
    }
}

std::optional<PlayerKey> PlayerKeys::of(const QKeyEvent& event) const {
    const auto modifiers = event.modifiers();
    if (!modifiers.testFlag(Qt::AltModifier) && !modifiers.testFlag(Qt::MetaModifier))
        if (const auto same = fixed(event.key(), modifiers)) return same;
    const QKeySequence key = pressedKey(event);
    if (key.isEmpty()) return std::nullopt;
    const QString id = m_shortcuts.commandAt(key, Reach::Player);
    return id.isEmpty() ? std::nullopt : std::optional(m_means.value(id));
}

}  // namespace keyreel::ui
