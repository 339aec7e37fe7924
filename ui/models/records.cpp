#include "ui/models/records.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>
#include <deque>
#include <fstream>

#include "ui/models/error_text.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QString asText(const QJsonValue& value) {
    if (value.isString()) return value.toString();
    if (value.isBool()) return value.toBool() ? tr("yes") : tr("no");
    return QString::number(value.toInteger());
}

constexpr std::size_t kLongestLine = 65536;

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

/// What one key node said, as the record has it: "Node 1 released" under "node_1".
struct NodeAnswer {
    QString name;
    QString code;
};

QList<NodeAnswer> answersOf(const Record& record) {
    QList<NodeAnswer> answers;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it) {
        if (!it.key().startsWith(u"node_"_s)) continue;
        const qsizetype at = it.value().lastIndexOf(u' ');
        answers.append({it.value().left(at), it.value().mid(at + 1)});
    }
    return answers;
}

bool isKnown(const QString& field) {
    static const QStringList known{u"title"_s,   u"code"_s,    u"account"_s, u"device"_s,
                                   u"gateway"_s, u"content"_s, u"key"_s};
    return known.contains(field) || field.startsWith(u"node_"_s);
}

/// "Helsinki and Lisbon answered, Montréal not needed".
QString nodesIn(const Record& record) {
    QStringList answered;
    QStringList parts;
    for (const NodeAnswer& node : answersOf(record)) {
        const std::string code = node.code.toStdString();
        if (code == "released")
            answered.append(node.name);
        else if (code == "not_needed")
            parts.append(tr("%1 not needed").arg(node.name));
        else
            parts.append(tr("%1: %2").arg(node.name, nodeReason(code)));
    }
    if (!answered.isEmpty()) parts.prepend(tr("%1 answered").arg(QLocale().createSeparatedList(answered)));
    return parts.join(u", "_s);
}

/// Why a film was not opened.
QString reasonOf(const QString& code) {
    if (code == u"too_few_nodes"_s) return tr("Too few key nodes answered");
    if (code == u"no_access"_s) return tr("You were not let in");
    if (code == u"share_mismatch"_s) return tr("A share was not the maker's");
    if (code == u"cancelled"_s) return tr("You called it off");
    const QString fact = sentenceOf({code.toStdString(), {}, {}}).fact;
    if (!fact.isEmpty()) return fact.endsWith(u'.') ? fact.chopped(1) : fact;
    return code.isEmpty() ? tr("It was refused") : QString(code).replace(u'_', u' ');
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

QList<RecordFact> factsOf(const Record& record) {
    QList<RecordFact> facts;
    const auto add = [&](const QString& key, const QString& name) {
        const QString value = record.fields.value(key);
        if (!value.isEmpty()) facts.append({name, value});
    };
    add(u"title"_s, tr("Title"));
    for (const NodeAnswer& node : answersOf(record))
        facts.append({node.name, tr("%1 · %2").arg(nodeReason(node.code.toStdString()), node.code)});
    if (const QString code = record.fields.value(u"code"_s); !code.isEmpty())
        facts.append({tr("Why"), tr("%1 · %2").arg(reasonOf(code), code)});
    add(u"account"_s, tr("Account"));
    add(u"device"_s, tr("Device key"));
    add(u"gateway"_s, tr("Gateway"));
    add(u"content"_s, tr("Film ID"));
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
        if (!isKnown(it.key())) facts.append({QString(it.key()).replace(u'_', u' '), it.value()});
    facts.append({tr("Kind"), record.event});
    return facts;
}

RecordWords wordsOf(const Record& record, const QMap<QString, QString>& titles) {
    const QString content = record.fields.value(u"content"_s);
    QString film = record.fields.value(u"title"_s, titles.value(content));
    if (film.isEmpty() && !content.isEmpty()) film = tr("film %1").arg(content.left(8));
    const QString& event = record.event;
    const QString nodes = nodesIn(record);
    const QString account = record.fields.value(u"account"_s);
    if (event == u"film_opened"_s)
        return {tr("Opened: %1").arg(film), nodes, Icon::Key, Tone::Accent, u"opened"_s};
    if (event == u"open_refused"_s) {
        QStringList detail{reasonOf(record.fields.value(u"code"_s))};
        if (!nodes.isEmpty()) detail.append(nodes);
        return {tr("Not opened: %1").arg(film), detail.join(u" · "_s), Icon::Warning, Tone::Error,
                u"refused"_s};
    }
    if (event == u"film_published"_s)
        return {tr("Published: %1").arg(film), tr("Its record stands in the rights log"), Icon::Check,
                Tone::Ok, u"published"_s};
    if (event == u"film_edited"_s)
        return {tr("Details changed: %1").arg(film), tr("Signed into the rights log"), Icon::Pencil, Tone::Ok,
                u"published"_s};
    if (event == u"film_unpublished"_s)
        return {tr("Unpublished: %1").arg(film), tr("It is out of the catalogue"), Icon::Globe, Tone::Neutral,
                u"published"_s};
    if (event == u"keys_exported"_s)
        return {tr("Keys exported: %1").arg(film), tr("In the clear, into a file of this computer"),
                Icon::Key, Tone::Error, u"access"_s};
    if (event == u"access_granted"_s)
        return {tr("Let in: %1").arg(film), tr("the account %1").arg(account), Icon::Person, Tone::Ok,
                u"access"_s};
    if (event == u"access_revoked"_s)
        return {tr("Access taken back: %1").arg(film), tr("from the account %1").arg(account), Icon::Person,
                Tone::Error, u"access"_s};
    if (event == u"device_revoked"_s)
        return {tr("Device revoked"), tr("the one with the key %1").arg(record.fields.value(u"device"_s)),
                Icon::Laptop, Tone::Error, u"access"_s};
    if (event == u"audit_started"_s)
        return {tr("This record began"), tr("Every record after it is sealed to the one before"),
                Icon::Shield, Tone::Neutral, u"other"_s};
    QStringList details;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
        if (it.key() != u"content"_s && it.key() != u"title"_s && it.key() != u"key"_s)
            details.append(QString(it.key()).replace(u'_', u' ') + u' ' + it.value());
    return {QString(event).replace(u'_', u' '), details.join(u" · "_s), Icon::Info, Tone::Neutral,
            u"other"_s};
}

}  // namespace keyreel::ui
