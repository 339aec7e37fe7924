#pragma once

#include <QObject>
#include <chrono>
#include <memory>

#include "player/cue_timeline.h"
#include "player/player.h"

namespace keyreel::ui {

class TranscriptPanel;

/// The words of the subtitles that are shown, as a list to search in and to go by. In memory only, as long as
/// the film is open.
class PlayerTranscript : public QObject {
    Q_OBJECT
public:
    PlayerTranscript(player::Player& player, TranscriptPanel& panel, QObject* parent);

    /// Null: none.
    void setTimeline(const std::shared_ptr<const player::CueTimeline>& timeline);
    void setDelay(int milliseconds);

private:
    void follow();

    player::Player& m_player;
    TranscriptPanel& m_panel;
    std::shared_ptr<const player::CueTimeline> m_timeline;
    std::chrono::milliseconds m_delay{0};
};

}  // namespace keyreel::ui
