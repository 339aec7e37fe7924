#include "core/studio/rate_meter.h"

#include <algorithm>

namespace keyreel::studio {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kWindow = 10s;
constexpr std::chrono::nanoseconds kSample = 250ms;
constexpr std::chrono::nanoseconds kFirstRate = 1s;
constexpr std::chrono::nanoseconds kPatience = 3s;
/// Work that has not moved for so long has no end in sight.
constexpr std::chrono::nanoseconds kStalled = 2500ms;
constexpr double kPatiencePart = 0.03;
constexpr double kAgreement = 2;

double secondsOf(std::chrono::nanoseconds time) {
    return std::chrono::duration<double>(time).count();
}

}  // namespace

void RateMeter::take(const Progress& progress, std::chrono::nanoseconds now) {
    // Less than before, or of something else: what was seen says nothing about it.
    if (!m_samples.empty() && (progress.done < m_samples.back().done || progress.total != m_total)) restart();
    m_total = progress.total;
    if (m_samples.empty() || progress.done > m_samples.back().done) m_moved = now;
    if (!m_samples.empty() && now - m_samples.back().at < kSample) return;
    m_samples.push_back({progress.done, now});
    while (m_samples.size() > 2 && now - m_samples.front().at > kWindow)
        m_samples.pop_front();
}

double RateMeter::rateFrom(std::size_t first, std::size_t last) const {
    const double seconds = secondsOf(m_samples[last].at - m_samples[first].at);
    return seconds <= 0 ? 0 : static_cast<double>(m_samples[last].done - m_samples[first].done) / seconds;
}

std::optional<double> RateMeter::rate() const {
    if (m_samples.size() < 2 || m_samples.back().at - m_samples.front().at < kFirstRate) return std::nullopt;
    return rateFrom(0, m_samples.size() - 1);
}

std::optional<double> RateMeter::secondsLeft() const {
    if (m_samples.size() < 3 || m_total == 0) return std::nullopt;
    const Sample& newest = m_samples.back();
    const double part = static_cast<double>(newest.done) / static_cast<double>(m_total);
    if (newest.at - m_samples.front().at < kPatience || part < kPatiencePart) return std::nullopt;
    if (newest.at - m_moved >= kStalled) return std::nullopt;
    const auto half = m_samples.front().at + (newest.at - m_samples.front().at) / 2;
    const auto middle = std::find_if(m_samples.begin(), m_samples.end(),
                                     [half](const Sample& sample) { return sample.at >= half; });
    const auto at = static_cast<std::size_t>(middle - m_samples.begin());
    const double before = rateFrom(0, at);
    const double after = rateFrom(at, m_samples.size() - 1);
    if (before <= 0 || after <= 0 || std::max(before, after) > kAgreement * std::min(before, after))
        return std::nullopt;
    const std::uint64_t left = m_total > newest.done ? m_total - newest.done : 0;
    return static_cast<double>(left) / rateFrom(0, m_samples.size() - 1);
}

}  // namespace keyreel::studio
