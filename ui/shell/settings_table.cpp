#include "ui/shell/settings_table.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/shell/language.h"

namespace keyreel::ui {

namespace {

const QString kMode = QStringLiteral("appearance/mode");
const QString kContrast = QStringLiteral("appearance/moreContrast");
const QString kMotion = QStringLiteral("appearance/lessMotion");
const QString kText = QStringLiteral("appearance/textPercent");
const QString kLanguage = QStringLiteral("appearance/language");
const QString kWindow = QStringLiteral("window/rect");
const QString kMaximized = QStringLiteral("window/maximized");
const QString kMini = QStringLiteral("window/mini");
const QString kPage = QStringLiteral("window/page");
const QString kVolume = QStringLiteral("playback/volume");
const QString kMuted = QStringLiteral("playback/muted");
const QString kEven = QStringLiteral("playback/evenLoudness");
const QString kDevice = QStringLiteral("playback/device");
const QString kDeviceName = QStringLiteral("playback/deviceName");
const QString kResume = QStringLiteral("playback/resume");
const QString kRemembers = QStringLiteral("privacy/remembersWatching");
const QString kNewGranted = QStringLiteral("publishing/newFilmsGranted");
const QString kLocksBeforeSleep = QStringLiteral("keys/locksBeforeSleep");
const QString kAtOnce = QStringLiteral("publishing/filmsAtOnce");
const QString kUploadLimit = QStringLiteral("publishing/uploadKilobytes");
const QString kWhenDone = QStringLiteral("publishing/whenDone");
const QString kDoneCommand = QStringLiteral("publishing/doneCommand");
const QString kSort = QStringLiteral("library/sort");
const QString kAsList = QStringLiteral("library/asList");

constexpr const char* kKeys = "shortcuts";
constexpr int kMostKeys = 4;

struct ModeWord {
    ThemeOptions::Mode mode;
    const char* word;
};
constexpr ModeWord kModes[] = {{ThemeOptions::Mode::System, "system"},
                               {ThemeOptions::Mode::Light, "light"},
                               {ThemeOptions::Mode::Dark, "dark"}};
/// No desktop reaches farther, in pixels from its origin.
constexpr int kFarthest = 100'000;
constexpr std::array kTextSizes{90, 100, 115, 130};
constexpr int kMostAtOnce = 4;
constexpr int kUsualAtOnce = 2;
constexpr int kMostKilobytes = 1'000'000;
constexpr std::array kWhenDoneWords{"nothing", "notify", "sound", "quit", "command"};
constexpr std::array kSorts{"added", "title", "watched", "sold"};

constexpr const char* kFilms = "films";
constexpr const char* kFiles = "files";
const QString kFilmText = QStringLiteral("playback/textPercent");
const QString kTextLift = QStringLiteral("playback/textLift");
const QString kTextGround = QStringLiteral("playback/textGround");
const QString kTextOwnLook = QStringLiteral("playback/textOwnLook");
constexpr std::array kGrounds{"veil", "solid", "none"};
constexpr int kMostFilms = 300;
/// What is kept of a film, and before there was a quality to choose.
constexpr int kFilmFields = 9;
constexpr int kFilmFieldsBefore = 6;
constexpr int kTextSmallest = 50;
constexpr int kTextLargest = 250;
constexpr int kLongestDelayMs = 600'000;
constexpr int kLongestTrack = 300;

/// Which films somebody watches is nobody's business.
QString keyOf(const QString& film, const char* group = kFilms) {
    const QByteArray digest = QCryptographicHash::hash(film.toUtf8(), QCryptographicHash::Sha256);
    return QLatin1String(group) + QLatin1Char('/') + QString::fromLatin1(digest.left(16).toHex());
}

/// Another one under the same name has another key.
QString keyOfFile(const QString& path) {
    const QFileInfo file(path);
    return keyOf(QStringLiteral("%1|%2|%3")
                     .arg(file.absoluteFilePath())
                     .arg(file.size())
                     .arg(file.lastModified().toMSecsSinceEpoch()),
                 kFiles);
}

QRect possibleRect(const QVariant& value) {
    const QRect rect = value.toRect();
    const QRect possible(-kFarthest, -kFarthest, 2 * kFarthest, 2 * kFarthest);
    return possible.contains(rect) ? rect : QRect();
}

}  // namespace

SettingsTable::SettingsTable(const QString& path) : m_settings(path, QSettings::IniFormat) {}

ThemeOptions SettingsTable::theme() const {
    ThemeOptions options;
    const QString word = m_settings.value(kMode).toString();
    for (const ModeWord& row : kModes) {
        if (word == QLatin1String(row.word)) options.mode = row.mode;
    }
    options.moreContrast = m_settings.value(kContrast, false).toBool();
    options.lessMotion = m_settings.value(kMotion, false).toBool();
    const int percent = m_settings.value(kText, 100).toInt();
    if (std::find(kTextSizes.begin(), kTextSizes.end(), percent) != kTextSizes.end())
        options.textPercent = percent;
    return options;
}

void SettingsTable::setTheme(const ThemeOptions& options) {
    for (const ModeWord& row : kModes) {
        if (row.mode == options.mode) m_settings.setValue(kMode, QLatin1String(row.word));
    }
    m_settings.setValue(kContrast, options.moreContrast);
    m_settings.setValue(kMotion, options.lessMotion);
    m_settings.setValue(kText, options.textPercent);
}

QString SettingsTable::language() const {
    const QString word = m_settings.value(kLanguage).toString();
    for (const Language& known : languages()) {
        if (word == known.word) return word;
    }
    return QStringLiteral("system");
}
void SettingsTable::setLanguage(const QString& word) {
    m_settings.setValue(kLanguage, word);
}

QRect SettingsTable::windowRect() const {
    return possibleRect(m_settings.value(kWindow));
}
bool SettingsTable::windowMaximized() const {
    return m_settings.value(kMaximized, false).toBool();
}
void SettingsTable::setWindow(const QRect& rect, bool maximized) {
    if (!rect.isEmpty()) m_settings.setValue(kWindow, rect);
    m_settings.setValue(kMaximized, maximized);
}

QRect SettingsTable::miniRect() const {
    return possibleRect(m_settings.value(kMini));
}
void SettingsTable::setMiniRect(const QRect& rect) {
    m_settings.setValue(kMini, rect);
}

QString SettingsTable::lastPage() const {
    return m_settings.value(kPage, QStringLiteral("library")).toString();
}
void SettingsTable::setLastPage(const QString& id) {
    m_settings.setValue(kPage, id);
}

double SettingsTable::volume() const {
    bool ok = false;
    const double value = m_settings.value(kVolume, 1.0).toDouble(&ok);
    return ok && std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 1.0;
}
void SettingsTable::setVolume(double volume) {
    m_settings.setValue(kVolume, std::clamp(volume, 0.0, 1.0));
}
bool SettingsTable::muted() const {
    return m_settings.value(kMuted, false).toBool();
}
void SettingsTable::setMuted(bool muted) {
    m_settings.setValue(kMuted, muted);
}

bool SettingsTable::evenLoudness() const {
    return m_settings.value(kEven, false).toBool();
}
void SettingsTable::setEvenLoudness(bool even) {
    m_settings.setValue(kEven, even);
}

QString SettingsTable::soundDevice() const {
    return m_settings.value(kDevice).toString();
}
QString SettingsTable::soundDeviceName() const {
    return m_settings.value(kDeviceName).toString();
}
void SettingsTable::setSoundDevice(const QString& id, const QString& name) {
    m_settings.setValue(kDevice, id);
    m_settings.setValue(kDeviceName, name);
}

bool SettingsTable::resumes() const {
    return m_settings.value(kResume, true).toBool();
}
void SettingsTable::setResumes(bool resumes) {
    m_settings.setValue(kResume, resumes);
}
bool SettingsTable::remembersWatching() const {
    return m_settings.value(kRemembers, true).toBool();
}
void SettingsTable::setRemembersWatching(bool remembers) {
    m_settings.setValue(kRemembers, remembers);
}
bool SettingsTable::locksBeforeSleep() const {
    return m_settings.value(kLocksBeforeSleep, false).toBool();
}
void SettingsTable::setLocksBeforeSleep(bool locks) {
    m_settings.setValue(kLocksBeforeSleep, locks);
}

bool SettingsTable::newFilmsGranted() const {
    return m_settings.value(kNewGranted, false).toBool();
}
void SettingsTable::setNewFilmsGranted(bool granted) {
    m_settings.setValue(kNewGranted, granted);
}

FilmChoices SettingsTable::filmChoices(const QString& film) const {
    FilmChoices out;
    const auto percent = [](const QVariant& value) {
        bool ok = false;
        const int read = value.toInt(&ok);
        return ok ? std::clamp(read, kTextSmallest, kTextLargest) : 100;
    };
    out.textPercent = percent(m_settings.value(kFilmText, 100));
    const QStringList kept = m_settings.value(keyOf(film)).toStringList();
    if (kept.size() < kFilmFieldsBefore || kept.size() > kFilmFields) return out;
    out.sound = kept.at(1).left(kLongestTrack);
    out.text = kept.at(2).left(kLongestTrack);
    out.textShown = kept.at(3) != QLatin1String("hidden");
    out.textDelayMs = std::clamp(kept.at(4).toInt(), -kLongestDelayMs, kLongestDelayMs);
    out.textPercent = percent(kept.at(5));
    out.quality = kept.value(6).left(kLongestTrack);
    out.picture = PictureChoices::fromWord(kept.value(7).left(kLongestTrack));
    out.second = kept.value(8).left(kLongestTrack);
    return out;
}

void SettingsTable::setFilmChoices(const QString& film, const FilmChoices& choices) {
    m_settings.setValue(kFilmText, std::clamp(choices.textPercent, kTextSmallest, kTextLargest));
    if (!remembersWatching()) return;
    m_settings.setValue(
        keyOf(film), QStringList{QString::number(QDateTime::currentSecsSinceEpoch()), choices.sound,
                                 choices.text, QLatin1String(choices.textShown ? "shown" : "hidden"),
                                 QString::number(choices.textDelayMs), QString::number(choices.textPercent),
                                 choices.quality, choices.picture.toWord(), choices.second});
    dropOldest(kFilms);
}

void SettingsTable::dropOldest(const char* group) {
    m_settings.beginGroup(QLatin1String(group));
    const QStringList films = m_settings.childKeys();
    if (films.size() > kMostFilms) {
        const auto age = [this](const QString& key) {
            return m_settings.value(key).toStringList().value(0).toLongLong();
        };
        m_settings.remove(*std::min_element(films.begin(), films.end(),
                                            [&](const auto& a, const auto& b) { return age(a) < age(b); }));
    }
    m_settings.endGroup();
}

qint64 SettingsTable::filePosition(const QString& path) const {
    const QStringList kept = m_settings.value(keyOfFile(path)).toStringList();
    return kept.size() == 2 ? std::max<qint64>(0, kept.at(1).toLongLong()) : 0;
}

void SettingsTable::setFilePosition(const QString& path, qint64 milliseconds) {
    if (milliseconds <= 0) {
        m_settings.remove(keyOfFile(path));
        return;
    }
    m_settings.setValue(keyOfFile(path), QStringList{QString::number(QDateTime::currentSecsSinceEpoch()),
                                                     QString::number(milliseconds)});
    dropOldest(kFiles);
}

void SettingsTable::forgetWatching() {
    m_settings.remove(QLatin1String(kFilms));
    m_settings.remove(QLatin1String(kFiles));
}

TextStyle SettingsTable::textStyle() const {
    TextStyle out;
    out.liftPercent = std::clamp(m_settings.value(kTextLift, 0).toInt(), 0, TextStyle::kHighest);
    const QString word = m_settings.value(kTextGround).toString();
    for (const char* known : kGrounds)
        if (word == QLatin1String(known)) out.ground = word;
    out.ownLook = m_settings.value(kTextOwnLook, out.ownLook).toBool();
    return out;
}
void SettingsTable::setTextStyle(const TextStyle& style) {
    m_settings.setValue(kTextLift, style.liftPercent);
    m_settings.setValue(kTextGround, style.ground);
    m_settings.setValue(kTextOwnLook, style.ownLook);
}

QMap<QString, QList<QKeySequence>> SettingsTable::chosenKeys() const {
    QMap<QString, QList<QKeySequence>> out;
    m_settings.beginGroup(QLatin1String(kKeys));
    for (const QString& command : m_settings.childKeys()) {
        const QStringList words = m_settings.value(command).toStringList();
        QList<QKeySequence> keys;
        for (const QString& word : words.mid(0, kMostKeys)) {
            const auto key = QKeySequence::fromString(word, QKeySequence::PortableText);
            if (key.count() == 1 && key[0].key() != Qt::Key_unknown) keys << key;
        }
        // Words of which none is a key are a mistake, not the wish for no key.
        if (words.isEmpty() || !keys.isEmpty()) out.insert(command, keys);
    }
    m_settings.endGroup();
    return out;
}
void SettingsTable::setChosenKeys(const QMap<QString, QList<QKeySequence>>& keys) {
    m_settings.beginGroup(QLatin1String(kKeys));
    m_settings.remove(QString());
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        QStringList words;
        for (const QKeySequence& key : it.value())
            words << key.toString(QKeySequence::PortableText);
        m_settings.setValue(it.key(), words);
    }
    m_settings.endGroup();
}

int SettingsTable::jobsAtOnce() const {
    const int jobs = m_settings.value(kAtOnce, kUsualAtOnce).toInt();
    return jobs >= 1 && jobs <= kMostAtOnce ? jobs : kUsualAtOnce;
}
void SettingsTable::setJobsAtOnce(int jobs) {
    m_settings.setValue(kAtOnce, jobs);
}
int SettingsTable::uploadLimit() const {
    return std::clamp(m_settings.value(kUploadLimit, 0).toInt(), 0, kMostKilobytes);
}
void SettingsTable::setUploadLimit(int kilobytes) {
    m_settings.setValue(kUploadLimit, kilobytes);
}
QString SettingsTable::whenDone() const {
    const QString word = m_settings.value(kWhenDone).toString();
    if (word == QLatin1String("command") && doneCommand().isEmpty()) return QStringLiteral("nothing");
    for (const char* known : kWhenDoneWords) {
        if (word == QLatin1String(known)) return word;
    }
    return QStringLiteral("nothing");
}
void SettingsTable::setWhenDone(const QString& word) {
    m_settings.setValue(kWhenDone, word);
}
QStringList SettingsTable::doneCommand() const {
    return m_settings.value(kDoneCommand).toStringList();
}
void SettingsTable::setDoneCommand(const QStringList& command) {
    m_settings.setValue(kDoneCommand, command);
}

QString SettingsTable::librarySort() const {
    const QString word = m_settings.value(kSort).toString();
    for (const char* known : kSorts) {
        if (word == QLatin1String(known)) return word;
    }
    return QStringLiteral("added");
}
void SettingsTable::setLibrarySort(const QString& word) {
    m_settings.setValue(kSort, word);
}
bool SettingsTable::libraryAsList() const {
    return m_settings.value(kAsList, false).toBool();
}
void SettingsTable::setLibraryAsList(bool list) {
    m_settings.setValue(kAsList, list);
}

}  // namespace keyreel::ui
