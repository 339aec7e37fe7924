#include "ui/models/activity_model.h"

#include <QLocale>
#include <algorithm>

#include "ui/models/formats.h"
#include "ui/widgets/timeline_list.h"

namespace keyreel::ui {
namespace {

/// The words as they are shown, and the record's own, which its details show.
bool holds(const Record& record, const RecordWords& words, const QString& search) {
    if (words.sentence.contains(search, Qt::CaseInsensitive) ||
        words.detail.contains(search, Qt::CaseInsensitive))
        return true;
    return std::any_of(record.fields.begin(), record.fields.end(),
                       [&](const QString& value) { return value.contains(search, Qt::CaseInsensitive); });
}

}  // namespace

void ActivityModel::setRecords(std::vector<Record> records, QMap<QString, QString> titles) {
    m_records = std::move(records);
    m_titles = std::move(titles);
    arrange();
}

void ActivityModel::setFilter(const QString& kind, const QString& search) {
    m_kind = kind;
    m_search = search;
    arrange();
}

void ActivityModel::setBroken(quint64 number) {
    m_broken = number;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ActivityModel::arrange() {
    beginResetModel();
    m_rows.clear();
    QString day;
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        RecordWords words = wordsOf(m_records[i], m_titles);
        if (!m_kind.isEmpty() && m_kind != QLatin1String("all") && words.kind != m_kind) continue;
        if (!m_search.isEmpty() && !holds(m_records[i], words, m_search)) continue;
        const QString heading = format::dayHeading(m_records[i].time);
        if (heading != day) m_rows.push_back({-1, day = heading, {}});
        m_rows.push_back({static_cast<int>(i), {}, std::move(words)});
    }
    endResetModel();
}

const Record* ActivityModel::record(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount()) return nullptr;
    const int record = m_rows[static_cast<std::size_t>(index.row())].record;
    return record < 0 ? nullptr : &m_records[static_cast<std::size_t>(record)];
}

int ActivityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.record < 0) {
        if (role == Qt::DisplayRole) return row.heading;
        if (role == TimelineHeadingRole) return true;
        return {};
    }
    const Record& record = m_records[static_cast<std::size_t>(row.record)];
    switch (role) {
        case Qt::DisplayRole:
            return row.words.sentence;
        case Qt::AccessibleTextRole:
            return tr("%1, %2, record %3")
                .arg(row.words.sentence, format::timeOfDay(record.time), QString::number(record.number));
        case TimelineDetailRole:
        case Qt::ToolTipRole:
            return row.words.detail;
        case TimelineIconRole:
            return static_cast<int>(row.words.icon);
        case TimelineToneRole:
            return static_cast<int>(row.words.tone);
        case TimelineNumberRole:
            return tr("No. %1").arg(QLocale().toString(record.number));
        case TimelineSealRole:
            return QString(record.seal.left(4) + QStringLiteral("…") + record.seal.right(2));
        case TimelineTimeRole:
            return format::timeOfDay(record.time);
        case TimelineBrokenRole:
            return m_broken != 0 && record.number == m_broken;
        default:
            return {};
    }
}

}  // namespace keyreel::ui
