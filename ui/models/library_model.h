#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QImage>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QThreadPool>
#include <vector>

#include "core/studio/library.h"

namespace keyreel::ui {

/// The films of a library as covers. Pictures are read when somebody asks for them, off the GUI thread, the
/// ones asked for last first; covers are cropped to the size in which they are shown, and no more are kept
/// than a few screens of them.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole {
        LinkRole = Qt::UserRole + 201,
        AddedRole,
        OpenedRole,
        MineRole,
        TagsRole,       ///< QStringList
        SearchRole,     ///< What is searched, with its case folded.
        TitleOrderRole  ///< The place of its title among all, as the person's language orders them.
    };

    explicit LibraryModel(QObject* parent = nullptr);
    ~LibraryModel() override;

    void setEntries(const std::vector<studio::LibraryEntry>& entries);
    /// Films cannot open now; why stands in the badge.
    void setDimmed(bool dimmed);
    /// Films that open without a network: they are never dimmed.
    void setKept(const QSet<QString>& links);
    [[nodiscard]] bool isDimmed(const QString& link) const { return m_dimmed && !m_kept.contains(link); }
    /// In device pixels. A cover of another size is handed out until the one of this size has been read.
    void setCoverSize(const QSize& pixels);
    [[nodiscard]] const studio::LibraryEntry* entry(const QString& link) const;
    [[nodiscard]] const std::vector<studio::LibraryEntry>& entries() const { return m_entries; }
    /// All that its films have, the most used first.
    [[nodiscard]] QStringList tags() const;
    /// The whole still of a film (16:9 cards, asset page); null until it is read, which asking for it begins.
    [[nodiscard]] QImage still(const QString& link) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Films can be dragged out as their links.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    void stillChanged(const QString& link);

private:
    struct Pictures {
        QImage cover;
        QImage still;
    };
    /// What views ask for again and again.
    struct Texts {
        QString link;
        QString title;
        QString search;
        QStringList tags;
    };
    void want(const QString& link) const;
    void readNext();
    void take(const QString& link, const std::filesystem::path& file, const Pictures& pictures);
    [[nodiscard]] bool isMissing(int row) const;
    [[nodiscard]] int titleOrder(int row) const;

    QThreadPool m_pool;
    std::vector<studio::LibraryEntry> m_entries;
    std::vector<Texts> m_texts;
    QHash<QString, int> m_rows;
    mutable std::vector<int> m_titleOrder;  ///< Made when it is asked for.
    // data() asks for pictures.
    mutable QCache<QString, QImage> m_covers;
    mutable QCache<QString, QImage> m_stills;
    QSize m_coverSize{400, 600};
    QSet<QString> m_missing;
    QSet<QString> m_kept;
    mutable QStringList m_wanted;
    mutable bool m_willRead = false;
    QSet<QString> m_underway;
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
    /// Only films that have it; empty: all.
    void setTag(const QString& tag);
    /// "added", "title" or "watched".
    void setOrder(const QString& word);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& a, const QModelIndex& b) const override;

private:
    QString m_kind;
    QString m_search;
    QString m_tag;
    QString m_order;
};

}  // namespace keyreel::ui
