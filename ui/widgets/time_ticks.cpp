#include "ui/widgets/time_ticks.h"

#include <array>

#include "ui/widgets/scrub_bar.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
/// Between two times in words.
constexpr qreal kGap = 16;

constexpr std::array kDivisions{
    TimeTicks{10, 2},
    TimeTicks{50, 10},
    TimeTicks{100, 20},
    TimeTicks{500, 100},
    TimeTicks{kSecond, 200},
    TimeTicks{2 * kSecond, 500},
    TimeTicks{5 * kSecond, kSecond},
    TimeTicks{10 * kSecond, 2 * kSecond},
    TimeTicks{15 * kSecond, 5 * kSecond},
    TimeTicks{30 * kSecond, 5 * kSecond},
    TimeTicks{kMinute, 10 * kSecond},
    TimeTicks{2 * kMinute, 30 * kSecond},
    TimeTicks{5 * kMinute, kMinute},
    TimeTicks{10 * kMinute, 2 * kMinute},
    TimeTicks{15 * kMinute, 5 * kMinute},
    TimeTicks{30 * kMinute, 5 * kMinute},
    TimeTicks{kHour, 10 * kMinute},
    TimeTicks{2 * kHour, 30 * kMinute},
    TimeTicks{5 * kHour, kHour},
    TimeTicks{10 * kHour, 2 * kHour},
};

}  // namespace

TimeTicks TimeTicks::over(qint64 duration, qreal width, const std::function<qreal(const QString&)>& widthOf) {
    const auto fits = [&](const TimeTicks& ticks) {
        // The last one is the longest.
        const QString last = ticks.text(duration - duration % ticks.written);
        return width * static_cast<qreal>(ticks.written) / static_cast<qreal>(duration) >=
               widthOf(last) + kGap;
    };
    for (const TimeTicks& ticks : kDivisions)
        if (fits(ticks)) return ticks;
    TimeTicks coarse = kDivisions.back();
    while (coarse.written < duration && !fits(coarse))
        coarse = {coarse.written * 2, coarse.line * 2};
    return coarse;
}

QString TimeTicks::text(qint64 ms) const {
    const QString clock = ScrubBar::clockText(ms);
    if (written % kSecond == 0) return clock;
    const int digits = written % 100 == 0 ? 1 : 2;
    return u"%1.%2"_s.arg(clock).arg(ms % kSecond / (digits == 1 ? 100 : 10), digits, 10, QChar(u'0'));
}

QString exactClock(qint64 ms) {
    return u"%1.%2"_s.arg(ScrubBar::clockText(ms)).arg(ms % kSecond, 3, 10, QChar(u'0'));
}

}  // namespace keyreel::ui
