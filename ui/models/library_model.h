#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QSortFilterProxyModel>
#include <QThreadPool>
#include <vector>

#include "core/studio/library.h"

namespace keyreel::ui {

/// The films of a library as covers. Pictures are read and cropped to 2:3 off the GUI thread and kept small.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole { LinkRole = Qt::UserRole + 201, AddedRole, OpenedRole, MineRole, SearchRole };

    explicit LibraryModel(QObject* parent = nullptr);
    ~LibraryModel() override;

    void setEntries(const std::vector<studio::LibraryEntry>& entries);
    /// Films cannot open now; why stands in the badge.
    void setDimmed(bool dimmed);
    [[nodiscard]] bool isDimmed() const { return m_dimmed; }
    [[nodiscard]] const studio::LibraryEntry* entry(const QString& link) const;
    [[nodiscard]] const std::vector<studio::LibraryEntry>& entries() const { return m_entries; }
    /// The whole still of a film (16:9 cards, asset page); null until it is read.
    [[nodiscard]] QImage still(const QString& link) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void stillChanged(const QString& link);

private:
    struct Pictures {
        QImage cover;
        QImage still;
        bool missing = false;
        QString file;
    };
    void load(const studio::LibraryEntry& entry);

    QThreadPool m_pool;
    std::vector<studio::LibraryEntry> m_entries;
    QHash<QString, Pictures> m_pictures;
    bool m_dimmed = false;
};

/// Search as you type, mine or opened, and order.
class LibraryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// "all", "opened" or "mine".
    void setKind(const QString& kind);
    void setSearch(const QString& text);
    /// "added", "title" or "watched".
    void setOrder(const QString& word);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& a, const QModelIndex& b) const override;

private:
    QString m_kind;
    QString m_search;
    QString m_order;
};

}  // namespace keyreel::ui
