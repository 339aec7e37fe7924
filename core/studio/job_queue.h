#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/studio/places.h"

namespace keyreel::studio {

/// How a job stands in the queue. Parked: its network did not answer, and it tries again by itself. Resting:
/// it failed, or was interrupted, and nobody has asked for it again.
enum class Standing { Waiting = 1, Running, Paused, Parked, Resting };

/// In which order jobs run and how many at a time. A value: it runs nothing itself.
class JobQueue {
public:
    explicit JobQueue(std::size_t atOnce = 1) : m_atOnce(atOnce) {}

    void setAtOnce(std::size_t jobs) { m_atOnce = jobs; }
    [[nodiscard]] std::size_t atOnce() const { return m_atOnce; }
    /// A new one stands at the end.
    void put(const std::string& id, Standing standing);
    void remove(const std::string& id);
    [[nodiscard]] std::optional<Standing> standing(const std::string& id) const;
    [[nodiscard]] bool is(const std::string& id, Standing standing) const;
    [[nodiscard]] std::vector<std::string> all(Standing standing) const;

    /// Waiting and paused jobs can change places.
    [[nodiscard]] bool canMove(const std::string& id) const;
    /// Past so many others that can move, towards the front when below 0. False when it stays where it is.
    bool step(const std::string& id, int places);
    /// Right before another one, or to the end when `before` is empty. False when it stays where it is.
    bool moveBefore(const std::string& id, const std::string& before);
    /// Brings those that are known into this order; all others come after them as they stood.
    void arrange(const std::vector<std::string>& order);
    [[nodiscard]] std::vector<std::string> order() const;

    /// The waiting jobs that may start now, first to last.
    [[nodiscard]] std::vector<std::string> due() const;

private:
    struct Entry {
        std::string id;
        Standing standing;
    };
    [[nodiscard]] std::vector<Entry>::iterator find(const std::string& id);
    [[nodiscard]] std::vector<Entry>::const_iterator find(const std::string& id) const;

    std::size_t m_atOnce;
    std::vector<Entry> m_entries;
};

/// The order as it stands in a profile's `queue.json`; a file that is missing or damaged is no order at all.
std::vector<std::string> readQueueOrder(const Places& places);
/// Replaced atomically. Codes: files.
Status writeQueueOrder(const Places& places, const std::vector<std::string>& order);

}  // namespace keyreel::studio
