#include "ui/models/records.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <deque>
#include <fstream>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kLongestLine = 65536;

QString tr(const char* text) {
    return QCoreApplication::translate("Records", text);
}

QString asText(const QJsonValue& value) {
    if (value.isString()) return value.toString();
    if (value.isBool()) return value.toBool() ? tr("yes") : tr("no");
    return QString::number(value.toInteger());
}

std::optional<Record> parse(const std::string& line) {
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
    if (!document.isObject()) return std::nullopt;
    const QJsonObject object = document.object();
    Record record;
    record.number = static_cast<quint64>(object[u"seq"_s].toInteger());
    record.time = object[u"time"_s].toInteger();
    record.event = object[u"event"_s].toString();
    record.seal = object[u"hash"_s].toString();
    record.previous = object[u"prev"_s].toString();
    const QJsonObject fields = object[u"fields"_s].toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        record.fields.insert(it.key(), asText(it.value()));
    return record;
}

}  // namespace

Result<std::vector<Record>> readRecords(const std::filesystem::path& file, std::size_t limit) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail("file_unreadable", file.string() + " cannot be read.");
    std::deque<std::string> lines;
    std::string line;
    while (std::getline(in, line)) {
        if (line.size() > kLongestLine) continue;
        lines.push_back(std::move(line));
        if (lines.size() > limit) lines.pop_front();
    }
    std::vector<Record> records;
    for (auto it = lines.rbegin(); it != lines.rend(); ++it)
        if (auto record = parse(*it)) records.push_back(std::move(*record));
    return records;
}

RecordWords wordsOf(const Record& record, const QMap<QString, QString>& titles) {
    const QString content = record.fields.value(u"content"_s);
    QString film = record.fields.value(u"title"_s, titles.value(content));
    if (film.isEmpty() && !content.isEmpty()) film = tr("film %1").arg(content.left(8));
    QStringList details;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
        if (it.key() != u"content"_s && it.key() != u"title"_s && it.key() != u"key"_s)
            details.append(QString(it.key()).replace(u'_', u' ') + u' ' + it.value());
    const QString detail = details.join(u" · "_s);
    const QString& event = record.event;
    if (event == u"film_opened"_s)
        return {tr("Opened: %1").arg(film), detail, Icon::Key, Tone::Accent, u"opened"_s};
    if (event == u"open_refused"_s)
        return {tr("Not opened: %1").arg(film), detail, Icon::Warning, Tone::Error, u"refused"_s};
    if (event == u"film_published"_s)
        return {tr("Published: %1").arg(film), detail, Icon::Check, Tone::Ok, u"published"_s};
    if (event == u"access_granted"_s)
        return {tr("Let in: %1").arg(film), detail, Icon::Person, Tone::Ok, u"access"_s};
    if (event == u"access_revoked"_s)
        return {tr("Access taken back: %1").arg(film), detail, Icon::Person, Tone::Error, u"access"_s};
    if (event == u"device_revoked"_s)
        return {tr("Device revoked"), detail, Icon::Laptop, Tone::Error, u"access"_s};
    if (event == u"audit_started"_s)
        return {tr("This record began"), tr("Every record after it is sealed to the one before"),
                Icon::Shield, Tone::Neutral, u"other"_s};
    return {QString(event).replace(u'_', u' '), detail, Icon::Info, Tone::Neutral, u"other"_s};
}

}  // namespace keyreel::ui
