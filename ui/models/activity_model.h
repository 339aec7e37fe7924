#pragma once

#include <QAbstractListModel>

#include "ui/models/records.h"

namespace keyreel::ui {

/// The records as rows of the timeline, with a heading before each day. Filter and search are applied here.
class ActivityModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRecords(std::vector<Record> records, QMap<QString, QString> titles);
    /// "all" or a kind of RecordWords.
    void setFilter(const QString& kind, const QString& search);
    /// The record of a row; null for a heading.
    [[nodiscard]] const Record* record(const QModelIndex& index) const;
    [[nodiscard]] qsizetype recordCount() const { return static_cast<qsizetype>(m_records.size()); }
    /// The record that does not follow the one before it; 0 for none.
    void setBroken(quint64 number);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        int record = -1;  ///< Index into m_records; a heading when below 0.
        QString heading;
        RecordWords words;
    };
    void arrange();
    std::vector<Record> m_records;
    QMap<QString, QString> m_titles;
    std::vector<Row> m_rows;
    QString m_kind;
    QString m_search;
    quint64 m_broken = 0;
};

}  // namespace keyreel::ui
