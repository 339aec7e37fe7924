#include "ui/pages/player_statistics.h"

#include <QLocale>
#include <QVBoxLayout>
#include <chrono>

#include "ui/models/formats.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr int kRefreshMs = 500;
constexpr int kWidth = 340;

QString number(quint64 value) {
    return QLocale().toString(value);
}

}  // namespace

PlayerStatisticsPanel::PlayerStatisticsPanel(const player::Player& player, QWidget* parent)
    : RaisedPanel(parent), m_player(player), m_table(new KeyValueTable) {
    setObjectName(u"player.statistics"_s);
    setAccessibleName(tr("Statistics"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 16);
    column->setSpacing(8);
    column->addWidget(new Label(tr("Statistics"), Type::Strong, Role::Text));
    column->addWidget(m_table);
    m_every.setInterval(kRefreshMs);
    connect(&m_every, &QTimer::timeout, this, &PlayerStatisticsPanel::refresh);
    refresh();
}

void PlayerStatisticsPanel::setManifest(const package::Manifest* manifest) {
    m_videoBitrate = m_audioBitrate = 0;
    // Rows that only the film before had.
    m_table->clear();
    if (!manifest) return;
    using Kind = package::ManifestTrack::Kind;
    for (const auto& track : manifest->tracks) {
        if (track.kind == Kind::Video && m_videoBitrate == 0) m_videoBitrate = track.bitrate;
        if (track.kind == Kind::Audio && m_audioBitrate == 0) m_audioBitrate = track.bitrate;
    }
}

void PlayerStatisticsPanel::setLadder(std::shared_ptr<adaptive::PictureCodings> ladder) {
    m_ladder = std::move(ladder);
}

void PlayerStatisticsPanel::refreshLadder(const player::PlayerStatistics& numbers) {
    if (!m_ladder) return;
    const auto state = m_ladder->state();
    const auto rung = m_player.rung();
    QStringList parts{rung ? u"%1p"_s.arg(m_ladder->rungs().at(*rung).height) : u"–"_s};
    parts << (state.fixed ? tr("fixed") : tr("auto"));
    parts << (numbers.rungChanges == 1 ? tr("1 change") : tr("%1 changes").arg(number(numbers.rungChanges)));
    m_table->setRow(tr("Quality"), parts.join(u" · "_s));
    if (!state.isFetched) return;
    m_table->setRow(tr("Arrives at"), state.bitsPerSecond
                                          ? format::bitRate(static_cast<quint64>(*state.bitsPerSecond))
                                          : u"–"_s);
    m_table->setRow(tr("Fetched ahead"), tr("%1 s").arg(QLocale().toString(
                                             static_cast<double>(state.buffered.count()) / 1000, 'f', 1)));
}

QString PlayerStatisticsPanel::value(const QString& key) const {
    return m_table->value(key);
}

QSize PlayerStatisticsPanel::panelSize() const {
    return {kWidth, panelHint().height()};
}

void PlayerStatisticsPanel::showEvent(QShowEvent* event) {
    RaisedPanel::showEvent(event);
    refresh();
    m_every.start();
}

void PlayerStatisticsPanel::hideEvent(QHideEvent* event) {
    RaisedPanel::hideEvent(event);
    m_every.stop();
}

QString PlayerStatisticsPanel::trackText(playback::TrackKind kind) const {
    const auto* track = m_player.info().find(kind);
    if (!track) return tr("none");
    QStringList parts{QString::fromStdString(track->codec)};
    if (kind == playback::TrackKind::Video) {
        parts << tr("%1 × %2").arg(track->width).arg(track->height);
        if (track->frameRate > 0) parts << tr("%1 fps").arg(QLocale().toString(track->frameRate, 'g', 4));
    } else {
        parts << tr("%1 kHz").arg(QLocale().toString(track->sampleRate / 1000.0, 'g', 4));
        parts << (track->channels == 1   ? tr("mono")
                  : track->channels == 2 ? tr("stereo")
                                         : tr("%1 channels").arg(track->channels));
    }
    quint64 rate = kind == playback::TrackKind::Video ? m_videoBitrate : m_audioBitrate;
    if (const auto rung = m_player.rung(); m_ladder && rung && kind == playback::TrackKind::Video)
        rate = m_ladder->rungs().at(*rung).bitrate;
    if (rate > 0) parts << format::bitRate(rate);
    return parts.join(u" · "_s);
}

void PlayerStatisticsPanel::refresh() {
    const auto numbers = m_player.statistics();
    m_table->setRow(tr("Picture"), trackText(playback::TrackKind::Video));
    refreshLadder(numbers);
    m_table->setRow(tr("Sound"), trackText(playback::TrackKind::Audio));
    m_table->setRow(tr("Decoders"), QStringList{numbers.videoDecoder, numbers.audioDecoder}.join(u" · "_s));
    const QImage image = m_player.currentImage();
    m_table->setRow(tr("On screen"), tr("%1 × %2").arg(image.width()).arg(image.height()));
    m_table->setRow(tr("Frames"), tr("%1 shown, %2 late").arg(number(numbers.shown), number(numbers.late)));
    m_table->setRow(tr("Dropped"), number(numbers.dropped), numbers.dropped > 0 ? Tone::Warn : Tone::Neutral);
    m_table->setRow(tr("Damaged"), number(numbers.corrupt), numbers.corrupt > 0 ? Tone::Warn : Tone::Neutral);
    m_table->setRow(
        tr("Queues"),
        tr("%1 pictures, %2 ms sound").arg(numbers.queuedPictures).arg(numbers.queuedSound.count()));
    m_table->setRow(tr("Undecoded"), tr("%1 ms, %2")
                                         .arg(std::max(numbers.queuedVideo, numbers.queuedAudio).count())
                                         .arg(format::size(numbers.queuedBytes)));
    m_table->setRow(tr("Sound and picture"),
                    tr("%1 ms apart").arg(duration_cast<milliseconds>(numbers.audioOffset).count()));
    m_table->setRow(tr("First picture"),
                    numbers.openToFirstFrame.count() < 0
                        ? u"–"_s
                        : format::milliseconds(static_cast<double>(numbers.openToFirstFrame.count())));
    m_table->setRow(tr("Last seek"),
                    numbers.lastSeek.count() < 0
                        ? u"–"_s
                        : format::milliseconds(static_cast<double>(numbers.lastSeek.count())));
    // Rows come and go with the film.
    if (isVisible()) setPanelGeometry(QRect(panelRect().topLeft(), panelSize()));
}

}  // namespace keyreel::ui
