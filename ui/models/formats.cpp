#include "ui/models/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace keyreel::ui::format {
namespace {

QString tr(const char* text, const char* comment = nullptr) {
    return QCoreApplication::translate("keyreel::ui::format", text, comment);
}

/// Qt knows the names of languages in English only. One that is missing here keeps that.
constexpr std::array kLanguages{QT_TRANSLATE_NOOP("keyreel::ui::format", "Arabic"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Bulgarian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Chinese"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Croatian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Czech"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Danish"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Dutch"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "English"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Finnish"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "French"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "German"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Greek"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Hebrew"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Hindi"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Hungarian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Italian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Japanese"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Korean"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Persian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Polish"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Portuguese"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Romanian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Russian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Serbian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Slovak"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Spanish"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Swedish"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Thai"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Turkish"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Ukrainian"),
                                QT_TRANSLATE_NOOP("keyreel::ui::format", "Vietnamese")};

QString threeDigits(double value) {
    const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals);
}

QString scaled(double value, double step, const std::array<const char*, 4>& units) {
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= step;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(qRound64(value)) : threeDigits(value);
    return number + QChar(0xA0) + tr(units[unit]);
}

}  // namespace

QString size(quint64 bytes) {
    return scaled(
        static_cast<double>(bytes), 1000,
        {QT_TRANSLATE_NOOP("keyreel::ui::format", "bytes"), QT_TRANSLATE_NOOP("keyreel::ui::format", "kB"),
         QT_TRANSLATE_NOOP("keyreel::ui::format", "MB"), QT_TRANSLATE_NOOP("keyreel::ui::format", "GB")});
}

QString rate(double bytesPerSecond) {
    return scaled(
        std::max(0.0, bytesPerSecond), 1000,
        {QT_TRANSLATE_NOOP("keyreel::ui::format", "B/s"), QT_TRANSLATE_NOOP("keyreel::ui::format", "kB/s"),
         QT_TRANSLATE_NOOP("keyreel::ui::format", "MB/s"), QT_TRANSLATE_NOOP("keyreel::ui::format", "GB/s")});
}

QString bitRate(quint64 bitsPerSecond) {
    return scaled(
        static_cast<double>(bitsPerSecond), 1000,
        {QT_TRANSLATE_NOOP("keyreel::ui::format", "b/s"), QT_TRANSLATE_NOOP("keyreel::ui::format", "kb/s"),
         QT_TRANSLATE_NOOP("keyreel::ui::format", "Mb/s"), QT_TRANSLATE_NOOP("keyreel::ui::format", "Gb/s")});
}

QString clock(qint64 milliseconds) {
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    const QChar zero(u'0');
    if (seconds >= 3600)
        return QStringLiteral("%1:%2:%3")
            .arg(seconds / 3600)
            .arg(seconds / 60 % 60, 2, 10, zero)
            .arg(seconds % 60, 2, 10, zero);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
}

QString spokenLeft(double seconds) {
    const int whole = std::max(1, qRound(seconds));
    const auto secondsOf = [](int count) {
        return count == 1 ? tr("1 second") : tr("%1 seconds").arg(count);
    };
    const auto minutes = [](int count) { return count == 1 ? tr("1 minute") : tr("%1 minutes").arg(count); };
    const auto hours = [](int count) { return count == 1 ? tr("1 hour") : tr("%1 hours").arg(count); };
    if (whole < 60) return tr("%1 left").arg(secondsOf(whole));
    if (whole < 3600) return tr("%1 %2 left").arg(minutes(whole / 60), secondsOf(whole % 60));
    return tr("%1 %2 left").arg(hours(whole / 3600), minutes(whole / 60 % 60));
}

QString left(qint64 milliseconds) {
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    if (seconds < 90) return tr("%1 s left").arg(seconds);
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 60) return tr("%1 min left").arg(minutes);
    return tr("%1 h %2 min left").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString day(qint64 unixSeconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds).date(),
                              tr("d MMM yyyy", "a format of QDate"));
}

QString dayHeading(qint64 unixSeconds) {
    const QDate date = QDateTime::fromSecsSinceEpoch(unixSeconds).date();
    const QString text = QLocale().toString(date, tr("d MMMM", "a format of QDate"));
    const qint64 ago = date.daysTo(QDate::currentDate());
    if (ago == 0) return tr("Today, %1").arg(text);
    if (ago == 1) return tr("Yesterday, %1").arg(text);
    return QLocale().toString(date, tr("dddd, d MMMM yyyy", "a format of QDate"));
}

QString timeOfDay(qint64 unixSeconds) {
    return QDateTime::fromSecsSinceEpoch(unixSeconds).toString(QStringLiteral("HH:mm"));
}

QString moment(qint64 unixSeconds) {
    const bool today = QDateTime::fromSecsSinceEpoch(unixSeconds).date() == QDate::currentDate();
    return today ? tr("today, %1").arg(timeOfDay(unixSeconds)) : day(unixSeconds);
}

QString dayAndTime(qint64 unixSeconds) {
    return tr("%1, %2").arg(day(unixSeconds), timeOfDay(unixSeconds));
}

QString milliseconds(double value) {
    if (value > 0 && value < 1) return tr("< 1 ms");
    return tr("%1 ms").arg(qRound(value));
}

QString language(const std::string& code) {
    if (code.empty() || code == "und") return {};
    const QLocale locale(QString::fromStdString(code));
    if (locale.language() == QLocale::C) return QString::fromStdString(code);
    const QString english = QLocale::languageToString(locale.language());
    const auto known = std::find(kLanguages.begin(), kLanguages.end(), english.toLatin1());
    return known == kLanguages.end() ? english : tr(*known);
}

QString pictureHeight(std::uint32_t height) {
    return height == 0 ? QString() : QStringLiteral("%1p").arg(height);
}

QString fileName(const QString& title) {
    constexpr qsizetype kLongest = 60;
    QString name;
    for (const QChar c : title.left(kLongest))
        name += c.isLetterOrNumber() || c == u'-' || c == u' ' ? c : u'_';
    name = name.trimmed();
    return name.isEmpty() ? QStringLiteral("film") : name;
}

QString shortAccount(const QString& account) {
    const QString key = account.startsWith(QLatin1String("did:key:")) ? account.mid(8) : account;
    return key.size() <= 16 ? key : QStringLiteral("%1 … %2").arg(key.left(8), key.right(6));
}

QString plain(const QString& text) {
    return text.contains(u'<') ? text.toHtmlEscaped() : text;
}

QImage image(const media::Image& picture) {
    if (picture.empty()) return {};
    const auto format = picture.channels == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
    return QImage(picture.pixels.data(), static_cast<int>(picture.width), static_cast<int>(picture.height),
                  static_cast<qsizetype>(picture.width) * picture.channels, format)
        .copy();
}

}  // namespace keyreel::ui::format
