#include "core/custody/sqlite_handle.h"

namespace keyreel::custody {

namespace {

Error errorOf(sqlite3* handle, int code) {
    if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED)
        return {"node_store_busy", "The node's database is in use by another process.",
                "Stop the other one."};
    return {"node_store_unusable", std::string("The node's database: ") + sqlite3_errmsg(handle) + ".",
            "Check the disk; a damaged replica can be removed and is fetched again."};
}

}  // namespace

SqliteStatement& SqliteStatement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

SqliteStatement& SqliteStatement::bind(int index, ByteView value) {
    // A null pointer would bind NULL instead of no bytes.
    static const std::uint8_t kNothing = 0;
    sqlite3_bind_blob64(m_statement.get(), index, value.empty() ? &kNothing : value.data(), value.size(),
                        SQLITE_TRANSIENT);
    return *this;
}

SqliteStatement& SqliteStatement::bind(int index, const std::string& value) {
    sqlite3_bind_text(m_statement.get(), index, value.data(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

Result<bool> SqliteStatement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return tl::unexpected(errorOf(sqlite3_db_handle(m_statement.get()), code));
}

Status SqliteStatement::run() {
    for (;;) {
        KEYREEL_TRY(const bool row, step());
        if (!row) return {};
    }
}

void SqliteStatement::reset() {
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::int64_t SqliteStatement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

Bytes SqliteStatement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (data == nullptr || size <= 0) return {};
    return {data, data + size};
}

std::string SqliteStatement::text(int column) const {
    const Bytes bytes = blob(column);
    return std::string(asText(bytes));
}

Result<SqliteDatabase> SqliteDatabase::open(const std::string& path) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(
        path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    SqliteDatabase database(handle);
    if (code != SQLITE_OK)
        return fail("node_store_unusable", "The node's database " + path + " cannot be opened.");
    return database;
}

Status SqliteDatabase::execute(const char* sql) {
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return tl::unexpected(errorOf(m_handle.get(), code));
    return {};
}

Result<SqliteStatement> SqliteDatabase::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle.get(), sql, -1, &statement, nullptr);
    if (code != SQLITE_OK) return tl::unexpected(errorOf(m_handle.get(), code));
    return SqliteStatement(statement);
}

Result<SqliteTransaction> SqliteTransaction::begin(SqliteDatabase& database) {
    KEYREEL_CHECK(database.execute("BEGIN IMMEDIATE"));
    return SqliteTransaction(database);
}

SqliteTransaction::~SqliteTransaction() {
    if (m_database != nullptr) static_cast<void>(m_database->execute("ROLLBACK"));
}

Status SqliteTransaction::commit() {
    KEYREEL_CHECK(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

}  // namespace keyreel::custody
