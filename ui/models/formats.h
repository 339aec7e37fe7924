#pragma once

#include <QImage>
#include <QString>

#include "core/media/image.h"

/// Numbers and times as the window writes them. GUI thread, the person's locale.
namespace keyreel::ui::format {

/// "24.6 MB", "1.70 GB": decimal units, three digits.
QString size(quint64 bytes);
/// "24.6 MB/s".
QString rate(double bytesPerSecond);
/// "30.0 Mb/s", "256 kb/s".
QString bitRate(quint64 bitsPerSecond);
/// "0:41", "1:32:48".
QString clock(qint64 milliseconds);
/// "1 minute 9 seconds left" for screen readers.
QString spokenLeft(double seconds);
/// "51 min left", "1 h 04 min left", "40 s left".
QString left(qint64 milliseconds);
/// "20 Nov 2026".
QString day(qint64 unixSeconds);
/// "Today, 20 November".
QString dayHeading(qint64 unixSeconds);
/// "14:22".
QString timeOfDay(qint64 unixSeconds);
/// "today, 14:22", or "20 Nov 2026" for another day.
QString moment(qint64 unixSeconds);
/// "22 Nov 2026, 14:22": for an end that somebody plans with.
QString dayAndTime(qint64 unixSeconds);
/// "84 ms".
QString milliseconds(double value);
/// "English" for "eng"; empty for "und".
QString language(const std::string& code);
/// "1080p".
QString pictureHeight(std::uint32_t height);
/// "z6MkrJ ... Wq1T" for a did:key.
QString shortAccount(const QString& account);
/// A title as a file name that every file system takes, without an ending.
QString fileName(const QString& title);

/// Text from outside as it stands, for labels, which would take tags in it for their own.
QString plain(const QString& text);

/// Shares nothing with the source.
QImage image(const media::Image& picture);

}  // namespace keyreel::ui::format
