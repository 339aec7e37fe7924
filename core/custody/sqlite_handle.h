#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::custody {

/// A prepared statement that finalizes itself; bind from 1, read from 0. Thread: one at a time.
class SqliteStatement {
public:
    explicit SqliteStatement(sqlite3_stmt* statement) : m_statement(statement) {}

    SqliteStatement& bind(int index, std::int64_t value);
    SqliteStatement& bind(int index, ByteView value);
    SqliteStatement& bind(int index, const std::string& value);

    /// True: a row stands ready. False: done. Code `node_store_unusable`, or `node_store_busy`.
    Result<bool> step();
    /// Steps to the end, rows are dropped.
    Status run();
    /// Makes it ready for other values.
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// An open database. Thread: one at a time.
class SqliteDatabase {
public:
    static Result<SqliteDatabase> open(const std::string& path);

    Status execute(const char* sql);
    Result<SqliteStatement> prepare(const char* sql);
    /// Rows that the last statement changed.
    [[nodiscard]] int changes() const { return sqlite3_changes(m_handle.get()); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    explicit SqliteDatabase(sqlite3* handle) : m_handle(handle) {}
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// All or nothing: rolls back at the end of the scope unless it was committed.
class SqliteTransaction {
public:
    static Result<SqliteTransaction> begin(SqliteDatabase& database);
    SqliteTransaction(SqliteTransaction&& other) noexcept : m_database(other.m_database) {
        other.m_database = nullptr;
    }
    SqliteTransaction& operator=(SqliteTransaction&&) = delete;
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    ~SqliteTransaction();
    Status commit();

private:
    explicit SqliteTransaction(SqliteDatabase& database) : m_database(&database) {}
    SqliteDatabase* m_database;
};

}  // namespace keyreel::custody
