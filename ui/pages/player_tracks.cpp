#include "ui/pages/player_tracks.h"

#include <QLocale>
#include <algorithm>
#include <utility>

#include "player/cue_timeline.h"
#include "player/subtitle_view.h"
#include "ui/models/engine.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

const QString kAddFile = u"add"_s;
constexpr int kLongestDelayMs = 600'000;

/// Whether two codes name one language, however they do.
bool sameLanguage(const QString& a, const QString& b) {
    return !a.isEmpty() && !b.isEmpty() && (a == b || QLocale(a).language() == QLocale(b).language());
}

}  // namespace

const QString PlayerTracks::kOff = u"off"_s;

PlayerTracks::PlayerTracks(player::Player& player, player::SubtitleView& view, TracksPanel& panel,
                           KeyFeedback& feedback, SettingsTable* settings, QObject* parent)
    : QObject(parent),
      m_player(player),
      m_view(view),
      m_panel(panel),
      m_feedback(feedback),
      m_settings(settings),
      m_text(kOff),
      m_second(kOff),
      m_style(settings ? settings->textStyle() : TextStyle()) {
    m_pool.setMaxThreadCount(1);
    connectPanel();
    applyStyle();
    connect(&m_view, &player::SubtitleView::scriptGivenUp, this, [this](const Error& error) {
        m_shown.script = nullptr;
        m_panel.setOwnLook(false, m_style.ownLook);
        Q_EMIT failed(error.code == "text_too_slow"
                          ? tr("The subtitles take too long to draw in their own style: shown as plain text")
                          : tr("The style of the subtitles cannot be read: shown as plain text"));
    });
    connect(&m_player, &player::Player::soundTrackChanged, this, [this]() { m_soundBefore.clear(); });
    connect(&m_player, &player::Player::soundTrackRefused, this, [this](const Error& error) {
        m_choices.sound = std::exchange(m_soundBefore, {});
        m_panel.setSoundChoice(m_choices.sound);
        remember();
        Q_EMIT failed(toQString(error.what));
    });
}

PlayerTracks::~PlayerTracks() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void PlayerTracks::connectPanel() {
    connect(&m_panel, &TracksPanel::soundChosen, this, &PlayerTracks::chooseSound);
    connect(&m_panel, &TracksPanel::textChosen, this, [this](const QString& id) {
        if (id == kAddFile) {
            Q_EMIT fileWanted();
            return;
        }
        m_choices.textShown = true;
        chooseText(id);
    });
    connect(&m_panel, &TracksPanel::delayChanged, this, &PlayerTracks::changeDelay);
    connect(&m_panel, &TracksPanel::textPercentChosen, this, &PlayerTracks::setTextPercent);
    connect(&m_panel, &TracksPanel::liftChanged, this, &PlayerTracks::changeLift);
    connect(&m_panel, &TracksPanel::groundChosen, this, &PlayerTracks::setGround);
    connect(&m_panel, &TracksPanel::ownLookChosen, this, &PlayerTracks::setOwnLook);
    connect(&m_panel, &TracksPanel::secondRequested, this, [this]() { cycleSecond(1); });
    connect(&m_panel, &TracksPanel::transcriptRequested, this, &PlayerTracks::transcriptWanted);
}

std::vector<playback::TrackSource> PlayerTracks::open(const QString& film, PlayerSources sources) {
    close();
    m_film = film;
    m_sources = std::move(sources);
    m_choices = m_settings ? m_settings->filmChoices(film) : FilmChoices();
    m_stop = {};
    std::vector<playback::TrackSource> tracks{m_sources.picture};
    if (!m_sources.sounds.isEmpty()) {
        const SoundChoice* sound = findSound(m_choices.sound);
        if (sound == nullptr) sound = &m_sources.sounds.front();
        m_choices.sound = sound->id;
        tracks.push_back(sound->source);
    }
    QList<MenuItem> sounds;
    for (const SoundChoice& sound : std::as_const(m_sources.sounds))
        sounds.append({sound.id, sound.name, sound.note, sound.id == m_choices.sound, true});
    m_panel.setSounds(sounds);
    m_panel.setDelay(m_choices.textDelayMs);
    m_panel.setTextPercent(m_choices.textPercent);
    m_view.setDelay(milliseconds(m_choices.textDelayMs));
    m_view.setScale(m_choices.textPercent / 100.0);
    m_view.setShown(m_choices.textShown);
    Q_EMIT delayChanged(m_choices.textDelayMs);
    fillTexts();
    showText(wantedText());
    showSecond(m_choices.second);
    if (m_sources.textsInside) readTextsInside();
    return tracks;
}

void PlayerTracks::close() {
    m_stop.request_stop();
    ++m_reading;
    ++m_secondReading;
    m_film.clear();
    m_sources = {};
    m_text = kOff;
    m_second = kOff;
    m_soundBefore.clear();
    take({});
    m_view.setSecond(nullptr);
    m_panel.hide();
}

/// As the person left it; else what the sound's language leaves out; else what the film's maker, or a file of
/// the same name beside it, asks for.
QString PlayerTracks::wantedText() const {
    if (m_choices.text == kOff || findText(m_choices.text) != nullptr) return m_choices.text;
    const SoundChoice* sound = findSound(m_choices.sound);
    for (const TextChoice& text : m_sources.texts)
        if (text.forced &&
            (text.language.isEmpty() || (sound && sameLanguage(text.language, sound->language))))
            return text.id;
    for (const TextChoice& text : m_sources.texts)
        if (text.isDefault) return text.id;
    return kOff;
}

const SoundChoice* PlayerTracks::findSound(const QString& id) const {
    for (const SoundChoice& sound : m_sources.sounds)
        if (sound.id == id) return &sound;
    return nullptr;
}

const TextChoice* PlayerTracks::findText(const QString& id) const {
    for (const TextChoice& text : m_sources.texts)
        if (text.id == id) return &text;
    return nullptr;
}

void PlayerTracks::fillTexts() {
    QList<MenuItem> items{{kOff, tr("Off"), {}, m_text == kOff, true}};
    for (const TextChoice& text : std::as_const(m_sources.texts))
        items.append({text.id, text.name, text.note, text.id == m_text, true});
    items.append({kAddFile, tr("Add a file …"), {}, false, true});
    m_panel.setTexts(items);
}

void PlayerTracks::showText(const QString& id) {
    const TextChoice* choice = findText(id);
    m_text = choice ? id : kOff;
    m_panel.setTextChoice(m_text);
    ++m_reading;
    take({});
    if (choice) read(*choice, false);
}

void PlayerTracks::take(ShownText text) {
    m_shown = std::move(text);
    showTaken();
    Q_EMIT timelineChanged(m_shown.words);
}

void PlayerTracks::showTaken() {
    m_view.setTimeline(m_shown.words, m_style.ownLook ? m_shown.script : nullptr);
    m_panel.setOwnLook(m_shown.script != nullptr, m_style.ownLook);
}

void PlayerTracks::showSecond(const QString& id) {
    const TextChoice* choice = findText(id);
    m_second = choice ? id : kOff;
    m_panel.setSecond(choice ? choice->name : tr("Off"));
    ++m_secondReading;
    m_view.setSecond(nullptr);
    if (choice) read(*choice, true);
}

qsizetype PlayerTracks::placeAfter(const QString& current, int by) const {
    const auto& texts = m_sources.texts;
    qsizetype now = 0;
    for (qsizetype i = 0; i < texts.size(); ++i)
        if (texts[i].id == current) now = i + 1;
    return (now + by + texts.size() + 1) % (texts.size() + 1);
}

QString PlayerTracks::textAt(qsizetype place) const {
    return place == 0 ? kOff : m_sources.texts[place - 1].id;
}

void PlayerTracks::cycleSecond(int by) {
    if (m_sources.texts.isEmpty()) {
        m_feedback.show(tr("No subtitles"));
        return;
    }
    const qsizetype next = placeAfter(m_second, by);
    m_choices.second = textAt(next);
    m_choices.textShown = true;
    m_view.setShown(true);
    showSecond(QString(m_choices.second));
    m_feedback.show(next == 0 ? tr("Nothing at the top")
                              : tr("At the top: %1").arg(m_sources.texts[next - 1].name));
    remember();
}

void PlayerTracks::applyStyle() {
    using Ground = player::SubtitleView::Ground;
    m_view.setLift(m_style.liftPercent / 100.0);
    m_view.setGround(m_style.ground == "solid"_L1  ? Ground::Solid
                     : m_style.ground == "none"_L1 ? Ground::None
                                                   : Ground::Veil);
    m_panel.setLift(m_style.liftPercent);
    m_panel.setGround(m_style.ground);
}

void PlayerTracks::changeLift(int byPercent) {
    m_style.liftPercent = std::clamp(m_style.liftPercent + byPercent, 0, TextStyle::kHighest);
    applyStyle();
    if (m_settings) m_settings->setTextStyle(m_style);
    m_feedback.show(tr("Subtitle height %1 %").arg(m_style.liftPercent));
}

void PlayerTracks::setGround(const QString& id) {
    m_style.ground = id;
    applyStyle();
    if (m_settings) m_settings->setTextStyle(m_style);
    m_feedback.show(id == "solid"_L1  ? tr("Subtitles on black")
                    : id == "none"_L1 ? tr("Subtitles with an outline only")
                                      : tr("Subtitles on a veil"));
}

void PlayerTracks::setOwnLook(bool own) {
    m_style.ownLook = own;
    showTaken();
    if (m_settings) m_settings->setTextStyle(m_style);
    if (own)
        m_feedback.show(tr("Subtitles in their own style"));
    else
        setGround(QString(m_style.ground));
}

/// A text's own look is one among the others, for text that has one.
void PlayerTracks::nextGround() {
    const QString& ground = m_style.ground;
    if (m_shown.script && m_style.ownLook) {
        m_style.ground = u"veil"_s;
        setOwnLook(false);
    } else if (m_shown.script && ground == "none"_L1) {
        setOwnLook(true);
    } else {
        setGround(ground == "veil"_L1 ? u"solid"_s : ground == "solid"_L1 ? u"none"_s : u"veil"_s);
    }
}

void PlayerTracks::read(const TextChoice& choice, bool second) {
    const quint64 reading = second ? m_secondReading : m_reading;
    m_pool.start([this, second, number = reading, read = choice.read, stop = m_stop.get_token()]() {
        auto text = std::make_shared<Result<ShownText>>(read(stop));
        QMetaObject::invokeMethod(
            this,
            [this, second, number, text]() {
                if (number != (second ? m_secondReading : m_reading)) return;
                if (*text && second) return m_view.setSecond((*text)->words);
                if (*text) return take(**text);
                if (second) {
                    showSecond(kOff);
                    Q_EMIT failed(toQString(text->error().what));
                    return;
                }
                m_text = kOff;
                m_panel.setTextChoice(kOff);
                Q_EMIT failed(toQString(text->error().what));
            },
            Qt::QueuedConnection);
    });
}

void PlayerTracks::readTextsInside() {
    m_pool.start([this, film = m_film, read = m_sources.textsInside, stop = m_stop.get_token()]() {
        auto texts = std::make_shared<Result<QList<TextChoice>>>(read(stop));
        QMetaObject::invokeMethod(
            this,
            [this, film, stop, texts]() {
                if (film != m_film || stop.stop_requested()) return;
                if (!*texts) {
                    Q_EMIT failed(toQString(texts->error().what));
                    return;
                }
                m_sources.texts.append(**texts);
                fillTexts();
                // What the person has chosen meanwhile stays.
                if (const QString wanted = wantedText(); m_text == kOff && wanted != kOff) showText(wanted);
                if (m_second == kOff) showSecond(m_choices.second);
            },
            Qt::QueuedConnection);
    });
}

void PlayerTracks::addFile(const QString& path) {
    if (m_film.isEmpty()) return;
    TextChoice choice = textOfFile(path);
    if (findText(choice.id) == nullptr)
        m_sources.texts.append(choice);
    else
        *std::find_if(m_sources.texts.begin(), m_sources.texts.end(),
                      [&](const TextChoice& text) { return text.id == choice.id; }) = choice;
    m_choices.textShown = true;
    chooseText(choice.id);
    fillTexts();
}

void PlayerTracks::chooseSound(const QString& id) {
    const SoundChoice* sound = findSound(id);
    if (sound == nullptr || id == m_choices.sound) return;
    if (m_soundBefore.isEmpty()) m_soundBefore = m_choices.sound;
    m_choices.sound = id;
    m_panel.setSoundChoice(id);
    m_player.setSoundTrack(sound->source);
    m_feedback.show(tr("Audio: %1").arg(sound->name));
    remember();
}

void PlayerTracks::chooseText(const QString& id) {
    m_choices.text = id;
    m_view.setShown(m_choices.textShown);
    showText(id);
    const TextChoice* text = findText(m_text);
    m_feedback.show(text ? tr("Subtitles: %1").arg(text->name) : tr("Subtitles off"));
    remember();
}

void PlayerTracks::cycleSound(int by) {
    const auto& sounds = m_sources.sounds;
    if (sounds.size() < 2) {
        m_feedback.show(sounds.isEmpty() ? tr("No audio")
                                         : tr("Audio: %1, the only one").arg(sounds[0].name));
        return;
    }
    qsizetype now = 0;
    for (qsizetype i = 0; i < sounds.size(); ++i)
        if (sounds[i].id == m_choices.sound) now = i;
    chooseSound(QString(sounds[(now + by + sounds.size()) % sounds.size()].id));
}

void PlayerTracks::cycleText(int by) {
    if (m_sources.texts.isEmpty()) {
        m_feedback.show(tr("No subtitles"));
        return;
    }
    m_choices.textShown = true;
    chooseText(textAt(placeAfter(m_text, by)));
}

void PlayerTracks::toggleShown() {
    if (m_sources.texts.isEmpty()) {
        m_feedback.show(tr("No subtitles"));
        return;
    }
    // Nothing to hide: the first there is.
    if (m_text == kOff) {
        m_choices.textShown = true;
        chooseText(QString(m_sources.texts.front().id));
        return;
    }
    m_choices.textShown = !m_choices.textShown;
    m_view.setShown(m_choices.textShown);
    m_feedback.show(m_choices.textShown ? tr("Subtitles: %1").arg(findText(m_text)->name)
                                        : tr("Subtitles hidden"));
    remember();
}

void PlayerTracks::changeDelay(int byMs) {
    m_choices.textDelayMs = std::clamp(m_choices.textDelayMs + byMs, -kLongestDelayMs, kLongestDelayMs);
    m_view.setDelay(milliseconds(m_choices.textDelayMs));
    m_panel.setDelay(m_choices.textDelayMs);
    Q_EMIT delayChanged(m_choices.textDelayMs);
    m_feedback.show(
        tr("Subtitle delay %1 s").arg(QLocale().toString(m_choices.textDelayMs / 1000.0, 'f', 1)));
    remember();
}

void PlayerTracks::setTextPercent(int percent) {
    m_choices.textPercent = std::clamp(percent, 50, 250);
    m_view.setScale(m_choices.textPercent / 100.0);
    m_panel.setTextPercent(m_choices.textPercent);
    m_feedback.show(tr("Subtitle size %1 %").arg(m_choices.textPercent));
    remember();
}

bool PlayerTracks::act(const PlayerKey& key) {
    using Act = PlayerKey::Act;
    const auto amount = static_cast<int>(key.amount);
    switch (key.act) {
        case Act::SoundTrack:
            cycleSound(amount);
            return true;
        case Act::TextTrack:
            cycleText(amount);
            return true;
        case Act::TextShown:
            toggleShown();
            return true;
        case Act::TextDelay:
            changeDelay(amount);
            return true;
        case Act::TextLift:
            changeLift(amount);
            return true;
        case Act::TextGround:
            nextGround();
            return true;
        case Act::SecondText:
            cycleSecond(amount);
            return true;
        case Act::TextSize:
            setTextPercent(m_choices.textPercent + amount);
            return true;
        default:
            return false;
    }
}

void PlayerTracks::remember() {
    if (!m_settings || m_film.isEmpty()) return;
    // The quality and the picture are somebody else's to choose.
    const FilmChoices kept = m_settings->filmChoices(m_film);
    m_choices.quality = kept.quality;
    m_choices.picture = kept.picture;
    m_settings->setFilmChoices(m_film, m_choices);
}

}  // namespace keyreel::ui
