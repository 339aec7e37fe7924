#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "ui/icons/icon.h"

namespace keyreel::ui {

/// One record of the profile's log, read for showing. What it proves is audit::verify's business.
struct Record {
    quint64 number = 0;
    qint64 time = 0;  ///< Unix seconds.
    QString event;
    QMap<QString, QString> fields;
    QString seal;      ///< Hash of this record, hexadecimal.
    QString previous;  ///< Hash of the record before.
};

/// The newest `limit` records, newest first. Lines in no known form are left out; audit::verify names them.
/// Thread: any. Codes: those of files.
Result<std::vector<Record>> readRecords(const std::filesystem::path& file, std::size_t limit);

/// A record in words.
struct RecordWords {
    QString sentence;
    QString detail;
    Icon icon = Icon::Info;
    Tone tone = Tone::Neutral;
    /// Which filter shows it: "opened", "published", "access", "refused", "other".
    QString kind;
};
/// `titles` names films by the 32 hexadecimal digits of their content id.
RecordWords wordsOf(const Record& record, const QMap<QString, QString>& titles);

/// One line of a record's details: a name people know, and the value with the record's own word beside it.
struct RecordFact {
    QString name;
    QString value;
};
QList<RecordFact> factsOf(const Record& record);

}  // namespace keyreel::ui
