#include "ui/widgets/transport_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

/// Narrower than this, some of it gives way.
constexpr int kRoomy = 620;

}  // namespace

TransportBar::TransportBar(QWidget* parent)
    : QFrame(parent),
      m_scrub(new ScrubBar),
      m_elapsed(new DigitsLabel(QStringLiteral("0:00"), Type::Control, Role::Text)),
      m_total(new DigitsLabel(QStringLiteral("0:00"), Type::Control, Role::Text2)),
      m_previous(Button::iconOnly(Icon::PreviousFilm, tr("Previous film"), nullptr, 32)),
      m_back(Button::iconOnly(Icon::Back10, tr("Back 10 seconds"), nullptr, 32)),
      m_play(Button::iconOnly(Icon::Play, tr("Play"), nullptr, 44)),
      m_forward(Button::iconOnly(Icon::Forward10, tr("Forward 10 seconds"), nullptr, 32)),
      m_next(Button::iconOnly(Icon::NextFilm, tr("Next film"), nullptr, 32)),
      m_mute(Button::iconOnly(Icon::Volume, tr("Mute"), nullptr, 32)),
      m_volume(new VolumeSlider),
      m_chapter(new Button(QString(), Button::Kind::Ghost, Icon::Chapters)),
      m_list(Button::iconOnly(Icon::List, tr("Up next"), nullptr, 32)),
      m_subtitles(Button::iconOnly(Icon::Subtitles, tr("Subtitles and sound"), nullptr, 32)),
      m_quality(new Button(tr("Auto"), Button::Kind::Ghost)),
      m_speed(new Button(QStringLiteral("1×"), Button::Kind::Ghost)),
      m_picture(Button::iconOnly(Icon::Image, tr("Picture"), nullptr, 32)),
      m_pip(Button::iconOnly(Icon::PictureInPicture, tr("Picture in picture"), nullptr, 32)),
      m_full(Button::iconOnly(Icon::FullScreen, tr("Full screen"), nullptr, 32)) {
    installAccessibility();
    setAccessibleName(tr("Playback"));
    setFixedHeight(100);
    m_play->setKind(Button::Kind::Primary);
    m_play->setRound(44);
    m_quality->setToolTip(tr("Quality"));
    m_speed->setToolTip(tr("Speed"));
    m_chapter->setToolTip(tr("Chapters"));
    m_chapter->setAccessibleName(tr("Chapters"));
    const std::pair<QWidget*, const char*> names[] = {
        {m_scrub, "transport.scrub"},      {m_back, "transport.back"},
        {m_play, "transport.play"},        {m_forward, "transport.forward"},
        {m_mute, "transport.mute"},        {m_volume, "transport.volume"},
        {m_chapter, "transport.chapters"}, {m_subtitles, "transport.subtitles"},
        {m_quality, "transport.quality"},  {m_speed, "transport.speed"},
        {m_picture, "transport.picture"},  {m_pip, "transport.pip"},
        {m_full, "transport.fullScreen"},  {m_previous, "transport.previous"},
        {m_next, "transport.next"},        {m_list, "transport.list"},
    };
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    const std::pair<QWidget*, QStringList> commands[] = {
        {m_back, {QStringLiteral("player.back10")}},
        {m_play, {QStringLiteral("player.play")}},
        {m_forward, {QStringLiteral("player.forward10")}},
        {m_mute, {QStringLiteral("player.mute")}},
        {m_chapter, {QStringLiteral("player.chapterPrevious"), QStringLiteral("player.chapterNext")}},
        {m_subtitles, {QStringLiteral("player.text")}},
        {m_quality, {QStringLiteral("player.quality")}},
        {m_speed, {QStringLiteral("player.slower"), QStringLiteral("player.faster")}},
        {m_picture, {QStringLiteral("player.picture")}},
        {m_pip, {QStringLiteral("player.mini")}},
        {m_full, {QStringLiteral("player.fullScreen")}},
        {m_previous, {QStringLiteral("player.previous")}},
        {m_next, {QStringLiteral("player.next")}},
        {m_list, {QStringLiteral("player.list")}},
    };
    for (const auto& [widget, ids] : commands)
        setCommands(widget, ids);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 10, 18, 8);
    column->setSpacing(2);
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_elapsed);
    top->addWidget(m_scrub, 1);
    top->addWidget(m_total);
    column->addLayout(top);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->setContentsMargins(0, 0, 0, 0);
    row->addSpacing(-4);
    row->addWidget(m_previous);
    row->addWidget(m_back);
    row->addSpacing(2);
    row->addWidget(m_play);
    row->addSpacing(2);
    row->addWidget(m_forward);
    row->addWidget(m_next);
    row->addSpacing(6);
    row->addWidget(m_mute);
    row->addWidget(m_volume);
    row->addWidget(m_chapter);
    row->addStretch(1);
    row->addWidget(m_list);
    row->addWidget(m_subtitles);
    row->addWidget(m_quality);
    row->addWidget(m_speed);
    row->addWidget(m_picture);
    row->addWidget(m_pip);
    row->addWidget(m_full);
    column->addLayout(row);
    m_chapter->hide();
    setList(false, false, false);

    connect(m_scrub, &ScrubBar::seekRequested, this, &TransportBar::seekRequested);
    connect(m_scrub, &ScrubBar::scrubbing, this, [this](qint64 ms) {
        m_elapsed->setText(ScrubBar::clockText(ms));
        Q_EMIT scrubbing(ms);
    });
    connect(m_back, &Button::clicked, this, [this] { Q_EMIT skipRequested(-10000); });
    connect(m_forward, &Button::clicked, this, [this] { Q_EMIT skipRequested(10000); });
    connect(m_play, &Button::clicked, this, &TransportBar::playPauseRequested);
    connect(m_mute, &Button::clicked, this, [this] { Q_EMIT muteRequested(!m_muted); });
    connect(m_volume, &VolumeSlider::valueChanged, this, [this](double value) {
        updateVolumeIcon();
        Q_EMIT volumeChanged(value);
    });
    connect(m_full, &Button::clicked, this, [this] { Q_EMIT fullScreenRequested(!m_fullScreen); });
    const std::pair<Button*, Part> parts[] = {{m_subtitles, Part::Subtitles},
                                              {m_quality, Part::Quality},
                                              {m_speed, Part::Speed},
                                              {m_picture, Part::Picture},
                                              {m_pip, Part::PictureInPicture},
                                              {m_chapter, Part::Chapters},
                                              {m_previous, Part::Previous},
                                              {m_next, Part::Next},
                                              {m_list, Part::List}};
    for (const auto& [button, part] : parts) {
        connect(button, &Button::clicked, this, [this, asked = part] { Q_EMIT partRequested(asked); });
    }
}

void TransportBar::setPlaying(bool playing) {
    m_playing = playing;
    m_play->setIconGlyph(playing ? Icon::Pause : Icon::Play);
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
}

void TransportBar::setPlayable(bool playable) {
    m_play->setEnabled(playable);
}

void TransportBar::setPosition(qint64 ms) {
    m_scrub->setPosition(ms);
    updateTimes();
    updateChapter();
}

void TransportBar::setDuration(qint64 ms) {
    m_scrub->setDuration(ms);
    updateTimes();
}

void TransportBar::setBuffered(qint64 ms) {
    m_scrub->setBuffered(ms);
}

void TransportBar::setChapters(const QList<Chapter>& chapters) {
    m_scrub->setChapters(chapters);
    updateChapter();
}

void TransportBar::updateTimes() {
    m_elapsed->setText(ScrubBar::clockText(m_scrub->position()));
    m_total->setText(m_scrub->duration() > 0 ? ScrubBar::clockText(m_scrub->duration()) : tr("live"));
}

void TransportBar::updateChapter() {
    const int index = m_scrub->chapterAt(m_scrub->position());
    m_chapter->setVisible(m_chaptersWanted && index >= 0);
    if (index < 0) return;
    const QString text = m_scrub->chapterTitle(index);
    const QString label =
        text.isEmpty() ? QString::number(index + 1) : QStringLiteral("%1 · %2").arg(index + 1).arg(text);
    // No letter of a title is a shortcut.
    const QString shown = QString(label).replace(u'&', QLatin1String("&&"));
    if (m_chapter->text() == shown) return;
    m_chapter->setText(shown);
    m_chapter->setAccessibleName(tr("Chapter %1").arg(label));
}

void TransportBar::setVolume(double volume) {
    m_volume->setValue(volume);
    updateVolumeIcon();
}

void TransportBar::setMuted(bool muted) {
    m_muted = muted;
    updateVolumeIcon();
}

void TransportBar::setAudioAvailable(bool available) {
    m_audio = available;
    m_volume->setEnabled(available);
    m_mute->setDisabledReason(available ? QString() : tr("There is no sound here"));
    updateVolumeIcon();
}

void TransportBar::updateVolumeIcon() {
    const bool silent = m_muted || !m_audio || m_volume->value() <= 0;
    m_mute->setIconGlyph(silent ? Icon::Mute : m_volume->value() < 0.4 ? Icon::VolumeLow : Icon::Volume);
    m_mute->setAccessibleName(m_muted ? tr("Sound on") : tr("Mute"));
    if (m_audio) m_mute->setToolTip(m_mute->accessibleName());
}

void TransportBar::setFullScreen(bool fullScreen) {
    m_fullScreen = fullScreen;
    m_full->setIconGlyph(fullScreen ? Icon::LeaveFullScreen : Icon::FullScreen);
    m_full->setAccessibleName(fullScreen ? tr("Leave full screen") : tr("Full screen"));
    m_full->setToolTip(m_full->accessibleName());
}

void TransportBar::setQualityText(const QString& text) {
    m_quality->setText(text);
}
void TransportBar::setSpeedText(const QString& text) {
    m_speed->setText(text);
}

Button* TransportBar::partButton(Part part) const {
    switch (part) {
        case Part::Subtitles:
            return m_subtitles;
        case Part::Quality:
            return m_quality;
        case Part::Speed:
            return m_speed;
        case Part::PictureInPicture:
            return m_pip;
        case Part::FullScreen:
            return m_full;
        case Part::Chapters:
            return m_chapter;
        case Part::Volume:
            return m_mute;
        case Part::Picture:
            return m_picture;
        case Part::Previous:
            return m_previous;
        case Part::Next:
            return m_next;
        case Part::List:
            return m_list;
    }
    return nullptr;
}

void TransportBar::setList(bool shown, bool canGoBack, bool canGoOn) {
    m_list->setVisible(shown);
    for (Button* button : {m_previous, m_next})
        button->setVisible(shown && width() > kRoomy);
    m_previous->setDisabledReason(canGoBack ? QString() : tr("This is the first film of the list"));
    m_next->setDisabledReason(canGoOn ? QString() : tr("This is the last film of the list"));
}

void TransportBar::setPartVisible(Part part, bool visible) {
    if (part == Part::Chapters) {
        m_chaptersWanted = visible;
        updateChapter();
        return;
    }
    partButton(part)->setVisible(visible);
    if (part == Part::Volume) m_volume->setVisible(visible);
}

void TransportBar::setBuffering(const QString& words) {
    m_play->setLoading(!words.isEmpty());
    m_play->setAccessibleDescription(words);
    if (!words.isEmpty()) announce(m_play, words);
}

void TransportBar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::roundedBox(p, rect(), metrics::kRadiusPlayer, Theme::color(Role::BgPopover),
                      Theme::color(Role::LineStrong));
}

void TransportBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    // On a narrow window the volume slider gives way first, its button stays.
    m_volume->setVisible(m_mute->isVisibleTo(this) && width() > kRoomy);
    // So do the ways between films: their list stays.
    for (Button* button : {m_previous, m_next})
        button->setVisible(m_list->isVisibleTo(this) && width() > kRoomy);
}

}  // namespace keyreel::ui
