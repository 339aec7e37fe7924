#include "core/gateway/opening_counts.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "core/base/file.h"
#include "core/custody/sqlite_handle.h"

namespace keyreel::gateway {

namespace {

constexpr std::int64_t kSecondsOfDay = 86400;

constexpr const char* kSchema = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS film_days (
    film BLOB NOT NULL, day INTEGER NOT NULL, openings INTEGER NOT NULL,
    PRIMARY KEY (film, day)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS last_openings (
    account BLOB NOT NULL, device BLOB NOT NULL, film BLOB NOT NULL, time INTEGER NOT NULL,
    PRIMARY KEY (account, device, film)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS film_days_by_day ON film_days (day);
CREATE INDEX IF NOT EXISTS last_openings_by_time ON last_openings (time);
)sql";

/// In this room's words; the database layer is shared with the key nodes.
template <typename T>
Result<T> inOwnWords(Result<T> result) {
    if (result) return result;
    return fail("gateway_store_unusable", "The gateway's counts of openings: " + result.error().what,
                "Check the data folder and the disk; openings.db can be removed, counting begins anew.");
}

}  // namespace

struct OpeningCounts::Database {
    explicit Database(custody::SqliteDatabase handle) : sqlite(std::move(handle)) {}

    Status forgetOld(std::int64_t now) {
        const std::int64_t today = now / kSecondsOfDay;
        if (std::exchange(cleaned, today) == today) return {};
        KEYREEL_TRY(auto days, sqlite.prepare("DELETE FROM film_days WHERE day <= ?"));
        KEYREEL_CHECK(days.bind(1, today - kDays).run());
        KEYREEL_TRY(auto devices, sqlite.prepare("DELETE FROM last_openings WHERE time <= ?"));
        return devices.bind(1, now - kDays * kSecondsOfDay).run();
    }

    Result<bool> isGoingOn(const ContentId& film, const PublicKey& account, const PublicKey& device,
                           std::int64_t now) {
        KEYREEL_TRY(
            auto query,
            sqlite.prepare("SELECT time FROM last_openings WHERE account = ? AND device = ? AND film = ?"));
        KEYREEL_TRY(const bool known, query.bind(1, account).bind(2, device).bind(3, film).step());
        return known && query.integer(0) > now - kOneOpening;
    }

    Status count(const ContentId& film, const PublicKey& account, const PublicKey& device, std::int64_t now) {
        KEYREEL_TRY(auto act, custody::SqliteTransaction::begin(sqlite));
        KEYREEL_CHECK(forgetOld(now));
        KEYREEL_TRY(const bool goingOn, isGoingOn(film, account, device, now));
        if (!goingOn) {
            KEYREEL_TRY(auto day, sqlite.prepare("INSERT INTO film_days VALUES (?, ?, 1) "
                                                 "ON CONFLICT DO UPDATE SET openings = openings + 1"));
            KEYREEL_CHECK(day.bind(1, film).bind(2, now / kSecondsOfDay).run());
        }
        KEYREEL_TRY(auto last, sqlite.prepare("INSERT OR REPLACE INTO last_openings VALUES (?, ?, ?, ?)"));
        KEYREEL_CHECK(last.bind(1, account).bind(2, device).bind(3, film).bind(4, now).run());
        return act.commit();
    }

    Result<std::vector<OpeningDay>> ofFilm(const ContentId& film) {
        KEYREEL_TRY(auto query, sqlite.prepare("SELECT day, openings FROM film_days WHERE film = ? "
                                               "ORDER BY day DESC LIMIT ?"));
        query.bind(1, film).bind(2, kDays);
        std::vector<OpeningDay> days;
        for (;;) {
            KEYREEL_TRY(const bool row, query.step());
            if (!row) return days;
            days.push_back({query.integer(0), static_cast<std::uint64_t>(query.integer(1))});
        }
    }

    Result<std::vector<DeviceOpening>> ofAccount(const PublicKey& account) {
        KEYREEL_TRY(auto query,
                    sqlite.prepare("SELECT device, MAX(time) FROM last_openings WHERE account = ? "
                                   "GROUP BY device ORDER BY 2 DESC LIMIT ?"));
        query.bind(1, account).bind(2, static_cast<std::int64_t>(kMaxDeviceOpenings));
        std::vector<DeviceOpening> devices;
        for (;;) {
            KEYREEL_TRY(const bool row, query.step());
            if (!row) return devices;
            DeviceOpening& opening = devices.emplace_back();
            const Bytes device = query.blob(0);
            std::copy_n(device.begin(), std::min(device.size(), opening.device.size()),
                        opening.device.begin());
            opening.time = query.integer(1);
        }
    }

    std::mutex mutex;
    custody::SqliteDatabase sqlite;
    std::int64_t cleaned = 0;  ///< The day on which what is old was last forgotten.
};

OpeningCounts::OpeningCounts(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
OpeningCounts::~OpeningCounts() = default;

Result<std::unique_ptr<OpeningCounts>> OpeningCounts::open(const std::filesystem::path& path) {
    {
        // SQLite would make the file readable for others, as the umask says.
        KEYREEL_TRY(const File file, File::openForUpdate(path));
    }
    KEYREEL_TRY(auto sqlite, inOwnWords(custody::SqliteDatabase::open(path.string())));
    KEYREEL_CHECK(inOwnWords(sqlite.execute(kSchema)));
    return std::unique_ptr<OpeningCounts>(new OpeningCounts(std::make_unique<Database>(std::move(sqlite))));
}

Status OpeningCounts::count(const ContentId& film, const PublicKey& account, const PublicKey& device,
                            std::int64_t now) {
    const std::lock_guard lock(m_database->mutex);
    return inOwnWords(m_database->count(film, account, device, now));
}

Result<std::vector<OpeningDay>> OpeningCounts::ofFilm(const ContentId& film) const {
    const std::lock_guard lock(m_database->mutex);
    return inOwnWords(m_database->ofFilm(film));
}

Result<std::vector<DeviceOpening>> OpeningCounts::ofAccount(const PublicKey& account) const {
    const std::lock_guard lock(m_database->mutex);
    return inOwnWords(m_database->ofAccount(account));
}

}  // namespace keyreel::gateway
