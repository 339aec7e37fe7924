#include "core/studio/library.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/studio/json_fields.h"

namespace keyreel::studio {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxLibrary = 64U << 20;
constexpr std::size_t kCoverDigits = 16;

json toJson(const LibraryEntry& entry) {
    return {{"link", entry.link},
            {"title", entry.title},
            {"description", entry.description},
            {"tags", entry.tags},
            {"creator", entry.creatorName},
            {"role", wordOf(entry.role)},
            {"durationMs", entry.durationMs},
            {"height", entry.height},
            {"cover", entry.cover.string()},
            {"added", entry.added},
            {"lastOpened", entry.lastOpened},
            {"positionMs", entry.positionMs},
            {"removed", entry.removed}};
}

LibraryEntry fromJson(const json& object) {
    LibraryEntry entry;
    entry.link = fieldOr(object, "link", std::string());
    entry.title = fieldOr(object, "title", std::string());
    entry.description = fieldOr(object, "description", std::string());
    entry.tags = textsOr(object, "tags");
    entry.creatorName = fieldOr(object, "creator", std::string());
    const std::string role = fieldOr(object, "role", std::string());
    entry.role = role == wordOf(Role::Granted) ? Role::Granted
                 : role == wordOf(Role::Free)  ? Role::Free
                                               : Role::Mine;
    entry.durationMs = fieldOr(object, "durationMs", std::uint64_t{0});
    entry.height = fieldOr(object, "height", std::uint32_t{0});
    entry.cover = fieldOr(object, "cover", std::string());
    entry.added = fieldOr(object, "added", std::int64_t{0});
    entry.lastOpened = fieldOr(object, "lastOpened", std::int64_t{0});
    entry.positionMs = fieldOr(object, "positionMs", std::uint64_t{0});
    entry.removed = std::max<std::int64_t>(0, fieldOr(object, "removed", std::int64_t{0}));
    return entry;
}

Result<std::vector<LibraryEntry>> read(const std::filesystem::path& path) {
    auto bytes = readFile(path, kMaxLibrary);
    if (!bytes) {
        if (bytes.error().code == "file_missing") return std::vector<LibraryEntry>{};
        return tl::unexpected<Error>(std::move(bytes).error());
    }
    const json state = json::parse(asText(*bytes), nullptr, false);
    if (!state.is_object() || !state.contains("films") || !state["films"].is_array())
        return fail("library_damaged", path.string() + " is not a library.",
                    "Move it away; films come back when their links are opened again.");
    std::vector<LibraryEntry> entries;
    for (const json& object : state["films"])
        if (object.is_object()) entries.push_back(fromJson(object));
    return entries;
}

/// Reads, changes and replaces the file while no other window or process does.
Status change(const std::filesystem::path& path,
              const std::function<void(std::vector<LibraryEntry>&)>& apply) {
    KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
    KEYREEL_TRY(const File lock, File::openForUpdate(path.parent_path() / "library.lock"));
    if (::flock(lock.descriptor(), LOCK_EX) != 0)
        return fail("file_unwritable", lock.path().string() + " cannot be locked.");
    KEYREEL_TRY(std::vector<LibraryEntry> entries, read(path));
    apply(entries);
    json films = json::array();
    for (const LibraryEntry& entry : entries)
        films.push_back(toJson(entry));
    const json state = {{"version", 1}, {"films", std::move(films)}};
    return writeFileAtomically(path, asBytes(state.dump(1, ' ', false, json::error_handler_t::replace)));
}

bool isGone(const LibraryEntry& entry, std::int64_t now) {
    return entry.removed != 0 && entry.removed + kTrashSeconds <= now;
}

auto findLink(std::vector<LibraryEntry>& entries, const std::string& link) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const LibraryEntry& entry) { return entry.link == link; });
}

}  // namespace

Result<std::filesystem::path> keepCover(const Places& places, const std::string& contentId,
                                        ByteView picture) {
    const std::string begin = contentId + "-";
    const auto path =
        places.covers() / (begin + toHex(crypto::sha256(picture)).substr(0, kCoverDigits) + ".jpg");
    KEYREEL_CHECK(makePrivateFolder(places.covers()));
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return path;
    KEYREEL_CHECK(writeFileAtomically(path, picture));
    for (const auto& entry : std::filesystem::directory_iterator(places.covers(), ignored))
        if (entry.path() != path && entry.path().filename().string().rfind(begin, 0) == 0)
            std::filesystem::remove(entry.path(), ignored);
    return path;
}

std::string_view wordOf(Role role) {
    switch (role) {
        case Role::Mine:
            return "mine";
        case Role::Granted:
            return "granted";
        case Role::Free:
            return "free";
    }
    return "mine";
}

Result<LibraryContents> Library::contents(std::int64_t now) const {
    KEYREEL_TRY(std::vector<LibraryEntry> all, read(m_places.library()));
    LibraryContents contents;
    for (LibraryEntry& entry : all)
        if (entry.removed == 0)
            contents.entries.push_back(std::move(entry));
        else if (!isGone(entry, now))
            contents.trash.push_back(std::move(entry));
    std::stable_sort(contents.entries.begin(), contents.entries.end(),
                     [](const LibraryEntry& a, const LibraryEntry& b) { return a.added > b.added; });
    std::stable_sort(contents.trash.begin(), contents.trash.end(),
                     [](const LibraryEntry& a, const LibraryEntry& b) { return a.removed > b.removed; });
    return contents;
}

Result<std::vector<LibraryEntry>> Library::entries() const {
    KEYREEL_TRY(LibraryContents all, contents(0));
    return std::move(all.entries);
}

Status Library::put(LibraryEntry entry) {
    return change(m_places.library(), [&](std::vector<LibraryEntry>& entries) {
        const auto found = findLink(entries, entry.link);
        if (found == entries.end()) {
            entries.push_back(std::move(entry));
            return;
        }
        entry.added = found->added;
        entry.positionMs = found->positionMs;
        if (entry.lastOpened == 0) entry.lastOpened = found->lastOpened;
        *found = std::move(entry);
    });
}

Status Library::setPosition(const std::string& link, std::uint64_t positionMs, std::int64_t now) {
    return change(m_places.library(), [&](std::vector<LibraryEntry>& entries) {
        const auto found = findLink(entries, link);
        if (found == entries.end()) return;
        found->positionMs = positionMs;
        found->lastOpened = now;
    });
}

Status Library::forgetWatching() {
    return change(m_places.library(), [](std::vector<LibraryEntry>& entries) {
        for (LibraryEntry& entry : entries) {
            entry.lastOpened = 0;
            entry.positionMs = 0;
        }
    });
}

Status Library::throwAway(const std::string& link, std::int64_t now) {
    return change(m_places.library(), [&](std::vector<LibraryEntry>& entries) {
        std::erase_if(entries, [&](const LibraryEntry& entry) { return isGone(entry, now); });
        if (const auto found = findLink(entries, link); found != entries.end()) found->removed = now;
    });
}

Status Library::restore(const std::string& link) {
    return change(m_places.library(), [&](std::vector<LibraryEntry>& entries) {
        if (const auto found = findLink(entries, link); found != entries.end()) found->removed = 0;
    });
}

Status Library::remove(const std::string& link) {
    return change(m_places.library(), [&](std::vector<LibraryEntry>& entries) {
        std::erase_if(entries, [&](const LibraryEntry& entry) { return entry.link == link; });
    });
}

}  // namespace keyreel::studio
