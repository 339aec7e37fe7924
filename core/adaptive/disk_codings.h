#pragma once

#include <mutex>
#include <set>
#include <utility>

#include "core/adaptive/picture_codings.h"

namespace keyreel::adaptive {

/// Codings that lie on a disk, where the best one costs no more than any: it is the rule's choice.
class DiskCodings final : public PictureCodings {
public:
    /// `rungs`: at least one, the lowest first, each with as many offsets as there are `starts`.
    DiskCodings(std::vector<Rung> rungs, std::vector<std::chrono::microseconds> starts)
        : m_rungs(std::move(rungs)), m_starts(std::move(starts)) {
        m_state.isFetched = false;
    }

    [[nodiscard]] const std::vector<Rung>& rungs() const override { return m_rungs; }
    [[nodiscard]] std::vector<std::chrono::microseconds> starts() const override { return m_starts; }
    std::size_t choose(std::size_t segment) override;
    std::optional<std::size_t> instead(std::size_t segment, std::size_t rung) override;
    void fix(std::optional<std::size_t> rung) override;
    [[nodiscard]] State state() const override;

private:
    /// The wanted one, else the next lower one that is not broken, else the next higher one.
    [[nodiscard]] std::optional<std::size_t> standIn(std::size_t wanted) const;

    const std::vector<Rung> m_rungs;
    const std::vector<std::chrono::microseconds> m_starts;
    mutable std::mutex m_mutex;
    std::optional<std::size_t> m_reading;
    std::set<std::size_t> m_broken;  ///< Rungs, until the next seek.
    State m_state;
};

}  // namespace keyreel::adaptive
