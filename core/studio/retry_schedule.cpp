#include "core/studio/retry_schedule.h"

#include <algorithm>

#include "core/crypto/jitter.h"

namespace keyreel::studio {
namespace {

/// From here on it is kLatest.
constexpr int kMostDoublings = 4;
static_assert(RetrySchedule::kSoonest * (1 << kMostDoublings) >= RetrySchedule::kLatest);

}  // namespace

void RetrySchedule::put(const std::string& id, double reached, std::chrono::nanoseconds now) {
    Entry& entry = m_entries[id];
    if (reached > entry.reached) entry.tries = 0;
    entry.reached = reached;
    const std::chrono::milliseconds pause =
        std::min<std::chrono::milliseconds>(kSoonest * (1 << std::min(entry.tries, kMostDoublings)), kLatest);
    ++entry.tries;
    entry.at = now + crypto::jittered(pause);
}

void RetrySchedule::hasten(std::chrono::nanoseconds now) {
    for (auto& [id, entry] : m_entries)
        if (entry.at) entry.at = std::min(*entry.at, now);
}

std::optional<std::chrono::nanoseconds> RetrySchedule::at(const std::string& id) const {
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::nullopt : found->second.at;
}

std::optional<std::chrono::nanoseconds> RetrySchedule::next() const {
    std::optional<std::chrono::nanoseconds> soonest;
    for (const auto& [id, entry] : m_entries)
        if (entry.at && (!soonest || *entry.at < *soonest)) soonest = entry.at;
    return soonest;
}

std::vector<std::string> RetrySchedule::take(std::chrono::nanoseconds now) {
    std::vector<std::string> due;
    for (auto& [id, entry] : m_entries)
        if (entry.at && *entry.at <= now) {
            due.push_back(id);
            entry.at.reset();
        }
    return due;
}

}  // namespace keyreel::studio
