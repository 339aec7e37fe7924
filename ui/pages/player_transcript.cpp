#include "ui/pages/player_transcript.h"

#include <algorithm>

#include "player/cue_text.h"
#include "ui/widgets/transcript_panel.h"

namespace keyreel::ui {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

QString wordsOf(const media::TextCue& cue) {
    QStringList lines;
    for (const auto& line : player::parseCueText(cue.text)) {
        QString words;
        for (const player::CueRun& run : line)
            words += run.text;
        lines.append(words.trimmed());
    }
    return lines.join(QLatin1Char(' ')).simplified();
}

}  // namespace

PlayerTranscript::PlayerTranscript(player::Player& player, TranscriptPanel& panel, QObject* parent)
    : QObject(parent), m_player(player), m_panel(panel) {
    connect(&m_player, &player::Player::positionChanged, this, &PlayerTranscript::follow);
    connect(&m_panel, &TranscriptPanel::lineChosen, this, [this](int line) {
        if (!m_timeline || line < 0 || static_cast<std::size_t>(line) >= m_timeline->size()) return;
        const milliseconds begin(m_timeline->at(static_cast<std::size_t>(line)).begin);
        m_player.seek(std::max(begin + m_delay, milliseconds(0)));
    });
}

void PlayerTranscript::setTimeline(const std::shared_ptr<const player::CueTimeline>& timeline) {
    m_timeline = timeline;
    QList<TranscriptPanel::Line> lines;
    for (std::size_t i = 0; m_timeline && i < m_timeline->size(); ++i)
        lines.append({m_timeline->at(i).begin, wordsOf(m_timeline->at(i))});
    m_panel.setLines(std::move(lines));
    follow();
}

void PlayerTranscript::setDelay(int milliseconds) {
    m_delay = std::chrono::milliseconds(milliseconds);
    follow();
}

/// The last one that has begun; it stays marked until the next one does.
void PlayerTranscript::follow() {
    if (!m_timeline || !m_player.isOpen()) return m_panel.setNow(-1);
    const auto now = (duration_cast<milliseconds>(m_player.position()) - m_delay).count();
    std::size_t from = 0;
    std::size_t to = m_timeline->size();
    while (from < to) {
        const std::size_t middle = (from + to) / 2;
        if (m_timeline->at(middle).begin <= now)
            from = middle + 1;
        else
            to = middle;
    }
    m_panel.setNow(static_cast<int>(from) - 1);
}

}  // namespace keyreel::ui
