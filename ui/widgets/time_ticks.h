#pragma once

#include <QString>
#include <functional>

namespace keyreel::ui {

/// How a ruler divides the time of a film, in milliseconds.
struct TimeTicks {
    qint64 written = 1000;  ///< From one time in words to the next.
    qint64 line = 1000;     ///< From one line to the next; `written` is a multiple of it.

    /// The finest division of which no two times in words touch each other. `duration` and `width` above 0;
    /// `widthOf`: of a text in pixels.
    static TimeTicks over(qint64 duration, qreal width, const std::function<qreal(const QString&)>& widthOf);

    /// "0:41", "1:32:48"; "0:00.5" where the times are less than a second apart.
    [[nodiscard]] QString text(qint64 ms) const;

    bool operator==(const TimeTicks&) const = default;
};

/// "0:41.250", "1:32:48.000".
QString exactClock(qint64 ms);

}  // namespace keyreel::ui
