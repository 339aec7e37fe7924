#include "ui/shell/settings_table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace keyreel::ui {

namespace {

const QString kMode = QStringLiteral("appearance/mode");
const QString kContrast = QStringLiteral("appearance/moreContrast");
const QString kMotion = QStringLiteral("appearance/lessMotion");
const QString kText = QStringLiteral("appearance/textPercent");
const QString kWindow = QStringLiteral("window/rect");
const QString kMaximized = QStringLiteral("window/maximized");
const QString kPage = QStringLiteral("window/page");
const QString kVolume = QStringLiteral("playback/volume");
const QString kMuted = QStringLiteral("playback/muted");
const QString kResume = QStringLiteral("playback/resume");
const QString kNewGranted = QStringLiteral("publishing/newFilmsGranted");
const QString kSort = QStringLiteral("library/sort");
const QString kAsList = QStringLiteral("library/asList");

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
constexpr std::array kSorts{"added", "title", "watched", "sold"};

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

QRect SettingsTable::windowRect() const {
    const QRect rect = m_settings.value(kWindow).toRect();
    const QRect possible(-kFarthest, -kFarthest, 2 * kFarthest, 2 * kFarthest);
    return possible.contains(rect) ? rect : QRect();
}
bool SettingsTable::windowMaximized() const {
    return m_settings.value(kMaximized, false).toBool();
}
void SettingsTable::setWindow(const QRect& rect, bool maximized) {
    if (!rect.isEmpty()) m_settings.setValue(kWindow, rect);
    m_settings.setValue(kMaximized, maximized);
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

bool SettingsTable::resumes() const {
    return m_settings.value(kResume, true).toBool();
}
void SettingsTable::setResumes(bool resumes) {
    m_settings.setValue(kResume, resumes);
}
bool SettingsTable::newFilmsGranted() const {
    return m_settings.value(kNewGranted, false).toBool();
}
void SettingsTable::setNewFilmsGranted(bool granted) {
    m_settings.setValue(kNewGranted, granted);
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
