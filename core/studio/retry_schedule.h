#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace keyreel::studio {

/// When jobs that their network did not answer try again: soon at first, then less and less often, and soon
/// again once one has got on. A value: it waits for nothing itself. Times are monotonic.
class RetrySchedule {
public:
    static constexpr std::chrono::seconds kSoonest{4};
    static constexpr std::chrono::seconds kLatest{60};

    /// Job `id` was not answered; `reached` grows with what it has done, in any unit.
    void put(const std::string& id, double reached, std::chrono::nanoseconds now);
    /// It has come to its end, or a person took it in hand.
    void remove(const std::string& id) { m_entries.erase(id); }
    /// Somebody was answered: all that wait are due.
    void hasten(std::chrono::nanoseconds now);

    /// When `id` tries again; nothing when it does not wait.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> at(const std::string& id) const;
    /// The next time at which anything tries again.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> next() const;
    /// Those that are due, which wait no more.
    std::vector<std::string> take(std::chrono::nanoseconds now);

private:
    struct Entry {
        int tries = 0;
        double reached = 0;
        std::optional<std::chrono::nanoseconds> at;
    };
    std::map<std::string, Entry> m_entries;
};

}  // namespace keyreel::studio
