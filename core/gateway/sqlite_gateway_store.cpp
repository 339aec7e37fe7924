#include "core/gateway/sqlite_gateway_store.h"

#include <sqlite3.h>
#include <limits>

#include <algorithm>
#include <charconv>
#include <mutex>

#include "core/base/file.h"

namespace keyreel::gateway {

namespace {

constexpr int kVersion = 1;
constexpr unsigned kMaxPage = 200;

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS entries (position INTEGER PRIMARY KEY, statement BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS assets (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    content_id BLOB NOT NULL UNIQUE,
    search TEXT NOT NULL,
    entry TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS nonces (
    device BLOB NOT NULL, nonce TEXT NOT NULL, expires INTEGER NOT NULL,
    PRIMARY KEY (device, nonce)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS nonces_by_expiry ON nonces (expires);
)sql";

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

tl::unexpected<Error> unusable(sqlite3* database, const char* what) {
    const int code = sqlite3_errcode(database);
    if (code == SQLITE_FULL)
        return fail("disk_full", std::string("The gateway's database cannot ") + what + ": the disk is full.",
                    "Make room on the disk.");
    return fail("gateway_store_unusable",
                std::string("The gateway's database cannot ") + what + ": " + sqlite3_errmsg(database) + ".",
                "Check the data folder and the disk.");
}

/// One prepared statement; parameters are bound from 1.
class Query {
public:
    Query(sqlite3* database, const char* sql) : m_database(database) {
        sqlite3_stmt* raw = nullptr;
        sqlite3_prepare_v2(database, sql, -1, &raw, nullptr);
        m_statement.reset(raw);
    }
    Query& bind(int index, std::int64_t value) {
        if (m_statement) sqlite3_bind_int64(m_statement.get(), index, value);
        return *this;
    }
    Query& bind(int index, ByteView value) {
        // An empty view may have a null pointer, which SQLite would take for NULL.
        if (m_statement)
            sqlite3_bind_blob64(m_statement.get(), index,
                                value.empty() ? static_cast<const void*>("") : value.data(), value.size(),
                                SQLITE_TRANSIENT);
        return *this;
    }
    Query& bind(int index, const std::string& value) {
        if (m_statement)
            sqlite3_bind_text64(m_statement.get(), index, value.data(), value.size(), SQLITE_TRANSIENT,
                                SQLITE_UTF8);
        return *this;
    }
    /// SQLITE_ROW, SQLITE_DONE or an error.
    int step() { return m_statement ? sqlite3_step(m_statement.get()) : SQLITE_ERROR; }
    Status run(const char* what) {
        if (step() != SQLITE_DONE) return unusable(m_database, what);
        return {};
    }
    [[nodiscard]] std::int64_t integer(int column) const {
        return sqlite3_column_int64(m_statement.get(), column);
    }
    [[nodiscard]] Bytes bytes(int column) const {
        const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
        return data == nullptr ? Bytes() : Bytes(data, data + size);
    }

private:
    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> m_statement;
};

/// Lower case for ASCII, other letters as they are: what SQLite's LIKE compares, too.
std::string searchText(const CatalogueEntry& entry) {
    std::string text = entry.title + "\n" + entry.description + "\n" + entry.creatorName;
    for (const std::string& tag : entry.tags)
        text += "\n" + tag;
    return text;
}

std::vector<std::string> likePatterns(const std::string& search) {
    std::vector<std::string> patterns;
    std::string word;
    const auto end = [&] {
        if (!word.empty() && patterns.size() < 8) patterns.push_back("%" + word + "%");
        word.clear();
    };
    for (const char c : search) {
        if (c == ' ' || c == '\t') {
            end();
            continue;
        }
        if (c == '%' || c == '_' || c == '\\') word += '\\';
        word += c;
    }
    end();
    return patterns;
}

}  // namespace

struct SqliteGatewayStore::Database {
    mutable std::mutex mutex;
    std::unique_ptr<sqlite3, CloseDatabase> handle;
    std::size_t nonceCapacity = 0;
};

SqliteGatewayStore::SqliteGatewayStore(std::unique_ptr<Database> database)
    : m_database(std::move(database)) {}
SqliteGatewayStore::~SqliteGatewayStore() = default;

Result<std::unique_ptr<SqliteGatewayStore>> SqliteGatewayStore::open(const std::filesystem::path& path,
                                                                     std::size_t nonceCapacity) {
    {
        // SQLite would make the file readable for others, as the umask says.
        KEYREEL_TRY(const File file, File::openForUpdate(path));
    }
    auto database = std::make_unique<Database>();
    database->nonceCapacity = nonceCapacity;
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(
        path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database->handle.reset(raw);
    if (opened != SQLITE_OK) return unusable(raw, "be opened");
    sqlite3_busy_timeout(raw, 5000);
    for (const char* pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA trusted_schema = OFF"})
        if (sqlite3_exec(raw, pragma, nullptr, nullptr, nullptr) != SQLITE_OK)
            return unusable(raw, "be opened");
    std::int64_t version = 0;
    {
        Query query(raw, "PRAGMA user_version");
        if (query.step() != SQLITE_ROW) return unusable(raw, "be read");
        version = query.integer(0);
    }
    if (version > kVersion)
        return fail("gateway_store_version", path.string() + " was made by a newer program.",
                    "Use that program.");
    if (sqlite3_exec(raw, kSchema, nullptr, nullptr, nullptr) != SQLITE_OK ||
        sqlite3_exec(raw, "PRAGMA user_version = 1", nullptr, nullptr, nullptr) != SQLITE_OK)
        return unusable(raw, "be set up");
    return std::unique_ptr<SqliteGatewayStore>(new SqliteGatewayStore(std::move(database)));
}

Result<std::uint64_t> SqliteGatewayStore::entryCount() const {
    const std::lock_guard lock(m_database->mutex);
    Query query(m_database->handle.get(), "SELECT COUNT(*), COALESCE(MAX(position) + 1, 0) FROM entries");
    if (query.step() != SQLITE_ROW) return unusable(m_database->handle.get(), "count the log's entries");
    if (query.integer(0) != query.integer(1))
        return fail("gateway_store_unusable", "The gateway's log has a gap.",
                    "Restore the data folder from a copy.");
    return static_cast<std::uint64_t>(query.integer(0));
}

Result<std::vector<Bytes>> SqliteGatewayStore::entries(std::uint64_t start, std::uint64_t end,
                                                       std::uint64_t maxBytes) const {
    const std::lock_guard lock(m_database->mutex);
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    Query query(m_database->handle.get(),
                "SELECT statement FROM entries WHERE position >= ? AND position < ? ORDER BY position");
    query.bind(1, static_cast<std::int64_t>(std::min(start, kLargest)))
        .bind(2, static_cast<std::int64_t>(std::min(end, kLargest)));
    std::vector<Bytes> out;
    std::uint64_t total = 0;
    int step = SQLITE_DONE;
    while ((step = query.step()) == SQLITE_ROW) {
        Bytes statement = query.bytes(0);
        total += statement.size();
        if (!out.empty() && total > maxBytes) return out;
        out.push_back(std::move(statement));
    }
    if (step != SQLITE_DONE) return unusable(m_database->handle.get(), "read the log");
    return out;
}

Status SqliteGatewayStore::appendEntry(std::uint64_t index, ByteView statement) {
    const std::lock_guard lock(m_database->mutex);
    Query query(m_database->handle.get(),
                "INSERT INTO entries (position, statement) SELECT ?1, ?2 "
                "WHERE ?1 = (SELECT COALESCE(MAX(position) + 1, 0) FROM entries)");
    query.bind(1, static_cast<std::int64_t>(index)).bind(2, statement);
    KEYREEL_CHECK(query.run("append to the log"));
    if (sqlite3_changes(m_database->handle.get()) != 1)
        return fail("log_conflict", "The log has another entry at this place already.",
                    "Only one gateway process may use a data folder.");
    return {};
}

Status SqliteGatewayStore::putAsset(const CatalogueEntry& entry) {
    const std::lock_guard lock(m_database->mutex);
    Query query(m_database->handle.get(),
                "INSERT INTO assets (content_id, search, entry) VALUES (?, ?, ?) "
                "ON CONFLICT (content_id) DO UPDATE SET search = excluded.search, entry = excluded.entry");
    query.bind(1, ByteView(entry.contentId)).bind(2, searchText(entry)).bind(3, toJson(entry));
    return query.run("keep the catalogue entry");
}

Result<std::optional<CatalogueEntry>> SqliteGatewayStore::asset(const ContentId& contentId) const {
    const std::lock_guard lock(m_database->mutex);
    Query query(m_database->handle.get(), "SELECT entry FROM assets WHERE content_id = ?");
    query.bind(1, ByteView(contentId));
    const int step = query.step();
    if (step == SQLITE_DONE) return std::optional<CatalogueEntry>();
    if (step != SQLITE_ROW) return unusable(m_database->handle.get(), "read the catalogue");
    KEYREEL_TRY(CatalogueEntry entry, catalogueEntryFromJson(query.bytes(0)));
    return std::optional(std::move(entry));
}

Result<CataloguePage> SqliteGatewayStore::page(const CatalogueQuery& query) const {
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    if (!query.cursor.empty()) {
        const char* end = query.cursor.data() + query.cursor.size();
        const auto [stop, error] = std::from_chars(query.cursor.data(), end, before);
        if (error != std::errc() || stop != end || before < 0)
            return fail("bad_cursor", "The page cursor is not one of ours.", "Begin again without a cursor.");
    }
    const unsigned limit = std::clamp(query.limit, 1u, kMaxPage);
    const std::vector<std::string> patterns = likePatterns(query.search);
    std::string sql = "SELECT sequence, entry FROM assets WHERE sequence < ?";
    for (std::size_t i = 0; i < patterns.size(); ++i)
        sql += " AND search LIKE ? ESCAPE '\\'";
    sql += " ORDER BY sequence DESC LIMIT ?";

    const std::lock_guard lock(m_database->mutex);
    Query rows(m_database->handle.get(), sql.c_str());
    rows.bind(1, before);
    for (std::size_t i = 0; i < patterns.size(); ++i)
        rows.bind(static_cast<int>(i) + 2, patterns[i]);
    rows.bind(static_cast<int>(patterns.size()) + 2, static_cast<std::int64_t>(limit) + 1);
    CataloguePage page;
    std::int64_t last = 0;
    int step = SQLITE_DONE;
    while ((step = rows.step()) == SQLITE_ROW) {
        if (page.entries.size() == limit) {
            page.nextCursor = std::to_string(last);
            return page;
        }
        last = rows.integer(0);
        KEYREEL_TRY(CatalogueEntry entry, catalogueEntryFromJson(rows.bytes(1)));
        entry.files.clear();
        page.entries.push_back(std::move(entry));
    }
    if (step != SQLITE_DONE) return unusable(m_database->handle.get(), "read the catalogue");
    return page;
}

Status SqliteGatewayStore::useNonce(const PublicKey& device, const std::string& nonce, std::int64_t expires,
                                    std::int64_t now) {
    const std::lock_guard lock(m_database->mutex);
    sqlite3* database = m_database->handle.get();
    KEYREEL_CHECK(
        Query(database, "DELETE FROM nonces WHERE expires < ?").bind(1, now).run("forget old nonces"));
    Query query(database,
                "INSERT INTO nonces (device, nonce, expires) SELECT ?1, ?2, ?3 "
                "WHERE (SELECT COUNT(*) FROM nonces) < ?4 ON CONFLICT DO NOTHING");
    query.bind(1, ByteView(device)).bind(2, nonce).bind(3, expires);
    query.bind(4, static_cast<std::int64_t>(m_database->nonceCapacity));
    KEYREEL_CHECK(query.run("note a nonce"));
    if (sqlite3_changes(database) == 1) return {};
    Query known(database, "SELECT 1 FROM nonces WHERE device = ? AND nonce = ?");
    known.bind(1, ByteView(device)).bind(2, nonce);
    if (known.step() == SQLITE_ROW)
        return fail("replayed", "This signed request was seen before.", "Sign a new one.");
    return fail("busy", "Too many signed requests are being remembered.", "Try again in a minute.");
}

}  // namespace keyreel::gateway
