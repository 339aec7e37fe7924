#include "core/studio/job_queue.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/text.h"

namespace keyreel::studio {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxFile = 1U << 20;
constexpr std::size_t kMaxId = 64;
constexpr int kVersion = 1;

std::filesystem::path fileOf(const Places& places) {
    return places.profile / "queue.json";
}

}  // namespace

std::vector<JobQueue::Entry>::iterator JobQueue::find(const std::string& id) {
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& each) { return each.id == id; });
}

std::vector<JobQueue::Entry>::const_iterator JobQueue::find(const std::string& id) const {
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& each) { return each.id == id; });
}

void JobQueue::put(const std::string& id, Standing standing) {
    if (const auto found = find(id); found != m_entries.end())
        found->standing = standing;
    else
        m_entries.push_back({id, standing});
}

void JobQueue::remove(const std::string& id) {
    if (const auto found = find(id); found != m_entries.end()) m_entries.erase(found);
}

std::optional<Standing> JobQueue::standing(const std::string& id) const {
    const auto found = find(id);
    return found == m_entries.end() ? std::nullopt : std::optional(found->standing);
}

bool JobQueue::is(const std::string& id, Standing standing) const {
    return this->standing(id) == standing;
}

std::vector<std::string> JobQueue::all(Standing standing) const {
    std::vector<std::string> ids;
    for (const Entry& entry : m_entries)
        if (entry.standing == standing) ids.push_back(entry.id);
    return ids;
}

bool JobQueue::canMove(const std::string& id) const {
    return is(id, Standing::Waiting) || is(id, Standing::Paused);
}

bool JobQueue::step(const std::string& id, int places) {
    if (!canMove(id)) return false;
    std::vector<std::string> movable;
    for (const Entry& entry : m_entries)
        if (canMove(entry.id)) movable.push_back(entry.id);
    const auto last = static_cast<std::ptrdiff_t>(movable.size()) - 1;
    const auto at = std::find(movable.begin(), movable.end(), id) - movable.begin();
    const auto wanted = std::clamp<std::ptrdiff_t>(at + places, 0, last);
    if (wanted == at) return false;
    if (wanted < at) return moveBefore(id, movable[static_cast<std::size_t>(wanted)]);
    // Behind the one that stands there now.
    const auto behind = std::next(find(movable[static_cast<std::size_t>(wanted)]));
    return moveBefore(id, behind == m_entries.end() ? std::string() : behind->id);
}

bool JobQueue::moveBefore(const std::string& id, const std::string& before) {
    const auto from = find(id);
    if (!canMove(id) || id == before) return false;
    const auto to = before.empty() ? m_entries.end() : find(before);
    if ((!before.empty() && to == m_entries.end()) || to == std::next(from)) return false;
    if (to > from)
        std::rotate(from, std::next(from), to);
    else
        std::rotate(to, from, std::next(from));
    return true;
}

void JobQueue::arrange(const std::vector<std::string>& order) {
    const auto placeOf = [&order](const Entry& entry) {
        return std::find(order.begin(), order.end(), entry.id) - order.begin();
    };
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [&](const Entry& a, const Entry& b) { return placeOf(a) < placeOf(b); });
}

std::vector<std::string> JobQueue::order() const {
    std::vector<std::string> ids;
    ids.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        ids.push_back(entry.id);
    return ids;
}

std::vector<std::string> JobQueue::due() const {
    const std::size_t running = all(Standing::Running).size();
    std::vector<std::string> ids = all(Standing::Waiting);
    ids.resize(std::min(ids.size(), m_atOnce > running ? m_atOnce - running : 0));
    return ids;
}

std::vector<std::string> readQueueOrder(const Places& places) {
    std::vector<std::string> order;
    const auto bytes = readFile(fileOf(places), kMaxFile);
    if (!bytes) return order;
    const json state = json::parse(asText(*bytes), nullptr, false);
    if (!state.is_object() || !state.contains("order") || !state["order"].is_array()) return order;
    for (const json& id : state["order"])
        if (id.is_string() && id.get_ref<const std::string&>().size() <= kMaxId)
            order.push_back(id.get<std::string>());
    return order;
}

Status writeQueueOrder(const Places& places, const std::vector<std::string>& order) {
    KEYREEL_CHECK(makePrivateFolder(places.profile));
    const json state = {{"version", kVersion}, {"order", order}};
    return writeFileAtomically(fileOf(places), asBytes(state.dump(1)));
}

}  // namespace keyreel::studio
