#include "core/package/cut_plan.h"

#include <algorithm>
#include <cmath>

namespace keyreel::package {
namespace {

constexpr double kMaxPeriods = 4096;
/// Of grace, in seconds: less than any picture lasts, more than rounding.
constexpr double kRounding = 0.001;

}  // namespace

Result<CutPlan> CutPlan::create(const PackageRequest& request, double seconds) {
    const KeyRotation& rotation = request.rotation;
    if (!rotation.any()) return CutPlan(request, 1);
    if (!(seconds > 0))
        return fail("request_invalid", "Keys cannot change in a film that does not say how long it is.",
                    "Put it into an MP4 or MKV file first, or use one key.");
    const double step = rotation.segments > 0
                            ? static_cast<double>(rotation.segments) * request.fragmentSeconds
                            : rotation.seconds;
    const double count = std::max(std::ceil((seconds - kRounding) / step), 1.0);
    if (count > kMaxPeriods)
        return fail("request_invalid", "The keys would change more than 4096 times.",
                    "Change them less often.");
    return CutPlan(request, static_cast<std::size_t>(count));
}

void CutPlan::cutAt(double seconds) {
    m_boundaries.push_back(seconds);
    m_parts.push_back(protectionAt(seconds));
}

PartProtection CutPlan::protectionAt(double start) const {
    std::size_t period = 0;
    if (m_rotation.segments > 0)
        period = m_boundaries.size() / m_rotation.segments;
    else if (m_rotation.seconds > 0)
        period = static_cast<std::size_t>((std::max(start, 0.0) + kRounding) / m_rotation.seconds);
    PartProtection part{std::min(period, m_periods - 1), start < m_clearLead - kRounding};
    if (!m_parts.empty()) {
        part.period = std::max(part.period, m_parts.back().period);
        part.clear &= m_parts.back().clear;
    }
    return part;
}

}  // namespace keyreel::package
