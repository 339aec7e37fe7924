#include "ui/models/library_model.h"

#include <QImageReader>
#include <algorithm>

#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/widgets/cover_grid.h"

namespace keyreel::ui {
namespace {

constexpr int kStillWidth = 960;
constexpr int kCoverWidth = 400;
constexpr qsizetype kMostPictures = 400;

QImage crop(const QImage& still, int width, int height) {
    const QSize size(width, height);
    const QImage scaled = still.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return scaled.copy((scaled.width() - width) / 2, (scaled.height() - height) / 2, width, height);
}

}  // namespace

LibraryModel::LibraryModel(QObject* parent) : QAbstractListModel(parent) {
    m_pool.setMaxThreadCount(1);
}

LibraryModel::~LibraryModel() {
    m_pool.clear();
    m_pool.waitForDone();
}

void LibraryModel::setEntries(const std::vector<studio::LibraryEntry>& entries) {
    beginResetModel();
    m_entries = entries;
    endResetModel();
    if (m_pictures.size() > kMostPictures) m_pictures.clear();
    for (const auto& entry : m_entries)
        load(entry);
}

void LibraryModel::load(const studio::LibraryEntry& entry) {
    const QString link = toQString(entry.link);
    const QString file = toQString(entry.cover.string());
    Pictures& known = m_pictures[link];
    if (known.file == file && !file.isEmpty()) return;
    known = {{}, {}, file.isEmpty(), file};
    if (file.isEmpty()) return;
    m_pool.start([this, link, file]() {
        QImageReader reader(file);
        reader.setAutoTransform(true);
        QImage picture = reader.read();
        Pictures read{{}, {}, picture.isNull(), file};
        if (!picture.isNull()) {
            read.still = picture.width() > kStillWidth
                             ? picture.scaledToWidth(kStillWidth, Qt::SmoothTransformation)
                             : picture;
            read.cover = crop(picture, kCoverWidth, kCoverWidth * 3 / 2);
        }
        QMetaObject::invokeMethod(
            this,
            [this, link, read]() {
                m_pictures.insert(link, read);
                for (int row = 0; row < rowCount(); ++row)
                    if (toQString(m_entries[static_cast<std::size_t>(row)].link) == link)
                        Q_EMIT dataChanged(index(row), index(row));
                Q_EMIT stillChanged(link);
            },
            Qt::QueuedConnection);
    });
}

void LibraryModel::setDimmed(bool dimmed) {
    if (m_dimmed == dimmed) return;
    m_dimmed = dimmed;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const studio::LibraryEntry* LibraryModel::entry(const QString& link) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const auto& known) { return toQString(known.link) == link; });
    return found == m_entries.end() ? nullptr : &*found;
}

QImage LibraryModel::still(const QString& link) const {
    return m_pictures.value(link).still;
}

int LibraryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& entry = m_entries[static_cast<std::size_t>(index.row())];
    const QString link = toQString(entry.link);
    const bool mine = entry.role == studio::Role::Mine;
    switch (role) {
        case Qt::DisplayRole:
            return toQString(entry.title);
        case Qt::AccessibleTextRole: {
            QString text = tr("%1, %2, %3")
                               .arg(toQString(entry.title), mine ? tr("published") : tr("opened"),
                                    toQString(entry.creatorName));
            if (entry.positionMs > 0 && entry.positionMs < entry.durationMs)
                text += QStringLiteral(", ") +
                        format::left(static_cast<qint64>(entry.durationMs - entry.positionMs));
            return text;
        }
        case CoverIdRole:
        case LinkRole:
            return link;
        case CoverImageRole:
            return m_pictures.value(link).cover;
        case CoverBadgeRole:
            if (m_dimmed) return QVariant::fromValue(BadgeSpec::needsGateway());
            if (mine) return QVariant::fromValue(BadgeSpec::published());
            return QVariant::fromValue(entry.role == studio::Role::Free ? BadgeSpec::free()
                                                                        : BadgeSpec::owned());
        case CoverMetaRole:
            return mine ? format::clock(static_cast<qint64>(entry.durationMs)) : toQString(entry.creatorName);
        case CoverDimmedRole:
            return m_dimmed;
        case CoverLoadingRole: {
            const auto pictures = m_pictures.value(link);
            return pictures.cover.isNull() && !pictures.missing;
        }
        case CoverMissingRole:
            return m_pictures.value(link).missing;
        case CoverProgressRole:
            return entry.durationMs == 0 ? 0.0
                                         : std::min(1.0, static_cast<double>(entry.positionMs) /
                                                             static_cast<double>(entry.durationMs));
        case AddedRole:
            return QVariant::fromValue<qint64>(entry.added);
        case OpenedRole:
            return QVariant::fromValue<qint64>(entry.lastOpened);
        case MineRole:
            return mine;
        case SearchRole:
            return toQString(entry.title + '\n' + entry.creatorName + '\n' + entry.description);
        default:
            return {};
    }
}

void LibraryFilter::setKind(const QString& kind) {
    m_kind = kind;
    invalidateFilter();
}

void LibraryFilter::setSearch(const QString& text) {
    m_search = text.trimmed();
    invalidateFilter();
}

void LibraryFilter::setOrder(const QString& word) {
    m_order = word;
    invalidate();
    sort(0);
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool mine = index.data(LibraryModel::MineRole).toBool();
    if (m_kind == QLatin1String("mine") && !mine) return false;
    if (m_kind == QLatin1String("opened") && mine) return false;
    return m_search.isEmpty() ||
           index.data(LibraryModel::SearchRole).toString().contains(m_search, Qt::CaseInsensitive);
}

bool LibraryFilter::lessThan(const QModelIndex& a, const QModelIndex& b) const {
    if (m_order == QLatin1String("title"))
        return a.data(Qt::DisplayRole).toString().localeAwareCompare(b.data(Qt::DisplayRole).toString()) < 0;
    const int role = m_order == QLatin1String("watched") ? static_cast<int>(LibraryModel::OpenedRole)
                                                         : static_cast<int>(LibraryModel::AddedRole);
    return a.data(role).toLongLong() > b.data(role).toLongLong();
}

}  // namespace keyreel::ui
