#include "core/custody/node_store.h"

#include <mutex>

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/custody/refusal.h"
#include "core/custody/sqlite_handle.h"

namespace keyreel::custody {

namespace {

constexpr std::int64_t kVersion = 1;

// Exclusive locking keeps a second process out; FULL syncs at every commit, so what returns is on the disk.
constexpr const char* kSettings =
    "PRAGMA locking_mode=EXCLUSIVE;"
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA trusted_schema=OFF;";

constexpr const char* kSchema =
    "CREATE TABLE entries(number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE head(id INTEGER PRIMARY KEY CHECK(id = 1), bytes BLOB NOT NULL);"
    "CREATE TABLE revocations(statement BLOB PRIMARY KEY, received INTEGER NOT NULL, reported INTEGER NOT "
    "NULL)"
    " WITHOUT ROWID;"
    "CREATE TABLE evidence(id INTEGER PRIMARY KEY, code TEXT NOT NULL, first BLOB NOT NULL,"
    " second BLOB NOT NULL, statement BLOB NOT NULL, time INTEGER NOT NULL);"
    "CREATE TABLE nonces(key BLOB PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX nonces_expires ON nonces(expires);"
    "PRAGMA user_version=1;";

}  // namespace

struct NodeStore::Database {
    Database(SqliteDatabase opened, std::size_t limit) : sqlite(std::move(opened)), capacity(limit) {}
    std::mutex mutex;
    SqliteDatabase sqlite;
    std::size_t capacity;

    Result<std::int64_t> number(const char* sql) {
        KEYREEL_TRY(SqliteStatement statement, sqlite.prepare(sql));
        KEYREEL_TRY(const bool row, statement.step());
        return row ? statement.integer(0) : 0;
    }
    Status useNonce(ByteView key, std::int64_t expires, std::int64_t now);
};

NodeStore::NodeStore(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
NodeStore::~NodeStore() = default;

Result<std::unique_ptr<NodeStore>> NodeStore::open(const std::filesystem::path& path, std::size_t capacity) {
    // Made here first, since SQLite would give it the mode of the umask.
    if (auto file = File::openForUpdate(path); !file)
        return fail("node_store_unusable", file.error().what, file.error().next);
    KEYREEL_TRY(SqliteDatabase sqlite, SqliteDatabase::open(path.string()));
    KEYREEL_CHECK(sqlite.execute(kSettings));
    auto database = std::make_unique<Database>(std::move(sqlite), capacity);
    {
        KEYREEL_TRY(SqliteTransaction transaction, SqliteTransaction::begin(database->sqlite));
        KEYREEL_TRY(const std::int64_t version, database->number("PRAGMA user_version"));
        if (version > kVersion)
            return fail("node_store_version", "The node's database was made by a newer program.",
                        "Update this one.");
        if (version == 0) KEYREEL_CHECK(database->sqlite.execute(kSchema));
        KEYREEL_CHECK(transaction.commit());
    }
    return std::unique_ptr<NodeStore>(new NodeStore(std::move(database)));
}

Result<rights::ReplicaContent> NodeStore::load() {
    const std::lock_guard lock(m_database->mutex);
    SqliteDatabase& sqlite = m_database->sqlite;
    rights::ReplicaContent content;
    {
        KEYREEL_TRY(SqliteStatement rows,
                    sqlite.prepare("SELECT number, bytes FROM entries ORDER BY number"));
        for (;;) {
            KEYREEL_TRY(const bool row, rows.step());
            if (!row) break;
            if (rows.integer(0) != static_cast<std::int64_t>(content.entries.size()))
                return fail("replica_damaged", "An entry is missing from the node's database.",
                            "Remove it; it is fetched again from the gateway.");
            content.entries.push_back(rows.blob(1));
        }
    }
    {
        KEYREEL_TRY(SqliteStatement rows, sqlite.prepare("SELECT bytes FROM head"));
        KEYREEL_TRY(const bool row, rows.step());
        if (row) content.head = rows.blob(0);
    }
    {
        KEYREEL_TRY(SqliteStatement rows,
                    sqlite.prepare("SELECT statement, received, reported FROM revocations"));
        for (;;) {
            KEYREEL_TRY(const bool row, rows.step());
            if (!row) break;
            content.revocations.push_back({rows.blob(0), rows.integer(1), rows.integer(2) != 0});
        }
    }
    KEYREEL_TRY(SqliteStatement rows,
                sqlite.prepare("SELECT code, first, second, statement, time FROM evidence ORDER BY id"));
    for (;;) {
        KEYREEL_TRY(const bool row, rows.step());
        if (!row) break;
        content.evidence.push_back({rows.text(0), rows.blob(1), rows.blob(2), rows.blob(3), rows.integer(4)});
    }
    return content;
}

Status NodeStore::extend(std::uint64_t first, std::span<const Bytes> entries, ByteView head) {
    const std::lock_guard lock(m_database->mutex);
    SqliteDatabase& sqlite = m_database->sqlite;
    KEYREEL_TRY(SqliteTransaction transaction, SqliteTransaction::begin(sqlite));
    KEYREEL_TRY(SqliteStatement insert, sqlite.prepare("INSERT INTO entries(number, bytes) VALUES(?1, ?2)"));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        insert.bind(1, static_cast<std::int64_t>(first + i)).bind(2, ByteView(entries[i]));
        KEYREEL_CHECK(insert.run());
        insert.reset();
    }
    KEYREEL_TRY(SqliteStatement replace,
                sqlite.prepare("INSERT OR REPLACE INTO head(id, bytes) VALUES(1, ?1)"));
    KEYREEL_CHECK(replace.bind(1, head).run());
    return transaction.commit();
}

Status NodeStore::addRevocation(const rights::DirectRevocation& revocation) {
    const std::lock_guard lock(m_database->mutex);
    KEYREEL_TRY(SqliteStatement insert,
                m_database->sqlite.prepare(
                    "INSERT OR REPLACE INTO revocations(statement, received, reported) VALUES(?1, ?2, ?3)"));
    return insert.bind(1, ByteView(revocation.statement))
        .bind(2, revocation.received)
        .bind(3, std::int64_t{revocation.reported ? 1 : 0})
        .run();
}

Status NodeStore::dropRevocation(ByteView statement) {
    const std::lock_guard lock(m_database->mutex);
    KEYREEL_TRY(SqliteStatement remove,
                m_database->sqlite.prepare("DELETE FROM revocations WHERE statement = ?1"));
    return remove.bind(1, statement).run();
}

Status NodeStore::addEvidence(const rights::Evidence& evidence) {
    const std::lock_guard lock(m_database->mutex);
    KEYREEL_TRY(SqliteStatement insert,
                m_database->sqlite.prepare(
                    "INSERT INTO evidence(code, first, second, statement, time) VALUES(?1, ?2, ?3, ?4, ?5)"));
    return insert.bind(1, evidence.code)
        .bind(2, ByteView(evidence.firstHead))
        .bind(3, ByteView(evidence.secondHead))
        .bind(4, ByteView(evidence.statement))
        .bind(5, evidence.time)
        .run();
}

Status NodeStore::Database::useNonce(ByteView key, std::int64_t expires, std::int64_t now) {
    KEYREEL_TRY(SqliteTransaction transaction, SqliteTransaction::begin(sqlite));
    KEYREEL_TRY(SqliteStatement find, sqlite.prepare("SELECT 1 FROM nonces WHERE key = ?1"));
    find.bind(1, key);
    KEYREEL_TRY(const bool used, find.step());
    if (used) return fail(std::string(refusal::kReplayed), "The nonce was used before.");
    find.reset();
    KEYREEL_TRY(SqliteStatement purge, sqlite.prepare("DELETE FROM nonces WHERE expires < ?1"));
    KEYREEL_CHECK(purge.bind(1, now).run());
    KEYREEL_TRY(const std::int64_t held, number("SELECT count(*) FROM nonces"));
    if (held >= static_cast<std::int64_t>(capacity))
        return fail(std::string(refusal::kBusy), "The node has no room for another nonce.",
                    "Try again in a minute.");
    KEYREEL_TRY(SqliteStatement insert, sqlite.prepare("INSERT INTO nonces(key, expires) VALUES(?1, ?2)"));
    KEYREEL_CHECK(insert.bind(1, key).bind(2, expires).run());
    return transaction.commit();
}

Status NodeStore::use(const crypto::PublicKey& device, const Nonce& nonce, std::int64_t time,
                      std::int64_t now) {
    const std::lock_guard lock(m_database->mutex);
    Bytes key = toBytes(device);
    append(key, nonce);
    Status used = m_database->useNonce(key, nonceExpiry(time), now);
    if (used || used.error().code == refusal::kReplayed || used.error().code == refusal::kBusy) return used;
    log(LogLevel::Error, "custody", "The nonce store failed: " + used.error().what);
    return fail(std::string(refusal::kUnavailable), "The node could not note the nonce.");
}

}  // namespace keyreel::custody
