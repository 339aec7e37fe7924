#pragma once

#include <cstddef>
#include <vector>

#include "core/package/package_film.h"

namespace keyreel::package {

/// How one part of the film is protected, the same in all tracks.
struct PartProtection {
    std::size_t period = 0;  ///< The crypto period, from 0.
    bool clear = false;      ///< It belongs to the clear lead.
};

/// Where the film is cut, in seconds, and what holds for each part between two cuts. Times of a damaged
/// source may go back, but neither a key nor the clear lead ever comes back. Private to this room. Thread:
/// one.
class CutPlan {
public:
    /// Of a film that says it is `seconds` long (0: it does not say): a longer one keeps its last key. Code
    /// `request_invalid`.
    static Result<CutPlan> create(const PackageRequest& request, double seconds);

    /// How many crypto periods the film has.
    [[nodiscard]] std::size_t periods() const { return m_periods; }
    [[nodiscard]] const std::vector<double>& boundaries() const { return m_boundaries; }
    /// The part before boundary number `part`, or, behind the last one, what follows.
    [[nodiscard]] const PartProtection& part(std::size_t part) const { return m_parts[part]; }

    void cutAt(double seconds);

private:
    CutPlan(const PackageRequest& request, std::size_t periods)
        : m_rotation(request.rotation), m_clearLead(request.clearLeadSeconds), m_periods(periods) {
        m_parts.push_back(protectionAt(0));
    }
    [[nodiscard]] PartProtection protectionAt(double start) const;

    KeyRotation m_rotation;
    double m_clearLead;
    std::size_t m_periods;
    std::vector<double> m_boundaries;
    std::vector<PartProtection> m_parts;  ///< One more than there are boundaries.
};

}  // namespace keyreel::package
