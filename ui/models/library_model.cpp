#include "ui/models/library_model.h"

#include <QImageReader>
#include <QMimeData>
#include <QThread>
#include <QUrl>
#include <algorithm>
#include <numeric>
#include <utility>

#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/widgets/cover_grid.h"

namespace keyreel::ui {
namespace {

constexpr int kStillWidth = 960;
/// Some hundreds of covers.
constexpr qsizetype kCoverKiB = qsizetype{160} * 1024;
/// Some 24 stills: what a page shows, and what was asked for meanwhile.
constexpr qsizetype kStillKiB = qsizetype{48} * 1024;
/// Several screens of covers.
constexpr qsizetype kMostWanted = 120;

qsizetype kibibytesOf(const QImage& image) {
    return image.sizeInBytes() / 1024 + 1;
}

QImage crop(const QImage& still, const QSize& size) {
    const QImage scaled = still.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QSize beyond = (scaled.size() - size) / 2;
    return scaled.copy(QRect(QPoint(beyond.width(), beyond.height()), size));
}

}  // namespace

LibraryModel::LibraryModel(QObject* parent) : QAbstractListModel(parent) {
    // The window is drawn on a core of its own.
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, 2));
    m_covers.setMaxCost(kCoverKiB);
    m_stills.setMaxCost(kStillKiB);
}

LibraryModel::~LibraryModel() {
    m_pool.clear();
    m_pool.waitForDone();
}

void LibraryModel::setEntries(const std::vector<studio::LibraryEntry>& entries) {
    beginResetModel();
    const auto before = std::exchange(m_entries, entries);
    const auto rowsBefore = std::exchange(m_rows, {});
    m_texts.clear();
    m_texts.reserve(m_entries.size());
    m_titleOrder.clear();
    for (const auto& entry : m_entries) {
        const QString link = toQString(entry.link);
        const int known = rowsBefore.value(link, -1);
        if (known >= 0 && before[static_cast<std::size_t>(known)].cover != entry.cover) {
            m_covers.remove(link);
            m_stills.remove(link);
            m_missing.remove(link);
        }
        m_rows.insert(link, static_cast<int>(m_texts.size()));
        const QStringList tags = textsOf(entry.tags);
        m_texts.push_back({link, toQString(entry.title),
                           toQString(entry.title + '\n' + entry.creatorName + '\n' + entry.description + '\n')
                                   .toCaseFolded() +
                               tags.join(u'\n').toCaseFolded(),
                           tags});
    }
    endResetModel();
}

void LibraryModel::want(const QString& link) const {
    if (m_underway.contains(link)) return;
    m_wanted.removeOne(link);
    m_wanted.append(link);
    // What was scrolled past long ago is asked for again when it comes back.
    if (m_wanted.size() > kMostWanted) m_wanted.removeFirst();
    if (std::exchange(m_willRead, true)) return;
    QMetaObject::invokeMethod(const_cast<LibraryModel*>(this), &LibraryModel::readNext, Qt::QueuedConnection);
}

void LibraryModel::readNext() {
    m_willRead = false;
    while (m_underway.size() < m_pool.maxThreadCount() && !m_wanted.isEmpty()) {
        const QString link = m_wanted.takeLast();
        const int row = m_rows.value(link, -1);
        if (row < 0) continue;
        m_underway.insert(link);
        m_pool.start(
            [this, link, size = m_coverSize, file = m_entries[static_cast<std::size_t>(row)].cover]() {
                QImageReader reader(toQString(file.string()));
                reader.setAutoTransform(true);
                const QImage picture = reader.read();
                Pictures read;
                if (!picture.isNull()) {
                    read.still = picture.width() > kStillWidth
                                     ? picture.scaledToWidth(kStillWidth, Qt::SmoothTransformation)
                                     : picture;
                    read.cover = crop(picture, size);
                }
                QMetaObject::invokeMethod(
                    this, [this, link, file, read]() { take(link, file, read); }, Qt::QueuedConnection);
            });
    }
}

void LibraryModel::take(const QString& link, const std::filesystem::path& file, const Pictures& pictures) {
    m_underway.remove(link);
    const int row = m_rows.value(link, -1);
    if (row >= 0 && m_entries[static_cast<std::size_t>(row)].cover == file) {
        if (pictures.cover.isNull()) {
            m_missing.insert(link);
        } else {
            m_covers.insert(link, new QImage(pictures.cover), kibibytesOf(pictures.cover));
            m_stills.insert(link, new QImage(pictures.still), kibibytesOf(pictures.still));
        }
        Q_EMIT dataChanged(index(row), index(row), {CoverImageRole, CoverLoadingRole, CoverMissingRole});
        Q_EMIT stillChanged(link);
    }
    readNext();
}

bool LibraryModel::isMissing(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return m_entries[at].cover.empty() || m_missing.contains(m_texts[at].link);
}

int LibraryModel::titleOrder(int row) const {
    if (m_titleOrder.empty()) {
        std::vector<int> rows(m_texts.size());
        std::iota(rows.begin(), rows.end(), 0);
        const auto title = [this](int each) -> const QString& {
            return m_texts[static_cast<std::size_t>(each)].title;
        };
        std::stable_sort(rows.begin(), rows.end(),
                         [&](int a, int b) { return title(a).localeAwareCompare(title(b)) < 0; });
        m_titleOrder.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_titleOrder[static_cast<std::size_t>(rows[i])] = static_cast<int>(i);
    }
    return m_titleOrder[static_cast<std::size_t>(row)];
}

void LibraryModel::setCoverSize(const QSize& pixels) {
    if (!pixels.isEmpty()) m_coverSize = pixels;
}

void LibraryModel::setDimmed(bool dimmed) {
    if (m_dimmed == dimmed) return;
    m_dimmed = dimmed;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void LibraryModel::setKept(const QSet<QString>& links) {
    if (m_kept == links) return;
    m_kept = links;
    if (m_dimmed && rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CoverBadgeRole, CoverDimmedRole});
}

const studio::LibraryEntry* LibraryModel::entry(const QString& link) const {
    const int row = m_rows.value(link, -1);
    return row < 0 ? nullptr : &m_entries[static_cast<std::size_t>(row)];
}

QImage LibraryModel::still(const QString& link) const {
    if (const QImage* still = m_stills.object(link)) return *still;
    const int row = m_rows.value(link, -1);
    if (row >= 0 && !isMissing(row)) want(link);
    return {};
}

QStringList LibraryModel::tags() const {
    QStringList words;
    QHash<QString, int> counts;
    for (const Texts& texts : m_texts)
        for (const QString& tag : texts.tags)
            if (counts[tag.toCaseFolded()]++ == 0) words.append(tag);
    std::stable_sort(words.begin(), words.end(), [&](const QString& one, const QString& other) {
        return counts[one.toCaseFolded()] > counts[other.toCaseFolded()];
    });
    return words;
}

int LibraryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& entry = m_entries[static_cast<std::size_t>(index.row())];
    const Texts& texts = m_texts[static_cast<std::size_t>(index.row())];
    const bool mine = entry.role == studio::Role::Mine;
    switch (role) {
        case Qt::DisplayRole:
            return texts.title;
        case Qt::AccessibleTextRole: {
            QString text =
                tr("%1, %2, %3")
                    .arg(texts.title, mine ? tr("published") : tr("opened"), toQString(entry.creatorName));
            if (entry.positionMs > 0 && entry.positionMs < entry.durationMs)
                text += QStringLiteral(", ") +
                        format::left(static_cast<qint64>(entry.durationMs - entry.positionMs));
            return text;
        }
        case CoverIdRole:
        case LinkRole:
            return texts.link;
        case CoverImageRole: {
            const QImage* cover = m_covers.object(texts.link);
            if ((cover == nullptr || cover->size() != m_coverSize) && !isMissing(index.row()))
                want(texts.link);
            return cover == nullptr ? QImage() : *cover;
        }
        case CoverBadgeRole:
            if (isDimmed(texts.link)) return QVariant::fromValue(BadgeSpec::needsGateway());
            if (m_dimmed) return QVariant::fromValue(BadgeSpec::onThisComputer());
            if (mine) return QVariant::fromValue(BadgeSpec::published());
            return QVariant::fromValue(entry.role == studio::Role::Free ? BadgeSpec::free()
                                                                        : BadgeSpec::owned());
        case CoverMetaRole:
            return mine ? format::clock(static_cast<qint64>(entry.durationMs)) : toQString(entry.creatorName);
        case CoverDimmedRole:
            return isDimmed(texts.link);
        case CoverLoadingRole:
            return !m_covers.contains(texts.link) && !isMissing(index.row());
        case CoverMissingRole:
            return isMissing(index.row());
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
        case TagsRole:
            return texts.tags;
        case SearchRole:
            return texts.search;
        case TitleOrderRole:
            return titleOrder(index.row());
        default:
            return {};
    }
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList LibraryModel::mimeTypes() const {
    return {QStringLiteral("text/uri-list"), QStringLiteral("text/plain")};
}

QMimeData* LibraryModel::mimeData(const QModelIndexList& indexes) const {
    QList<QUrl> urls;
    QStringList lines;
    for (const QModelIndex& index : indexes) {
        lines.append(index.data(LinkRole).toString());
        urls.append(QUrl(lines.last()));
    }
    auto* data = new QMimeData;
    data->setUrls(urls);
    data->setText(lines.join(u'\n'));
    return data;
}

void LibraryFilter::setKind(const QString& kind) {
    m_kind = kind;
    invalidateFilter();
}

void LibraryFilter::setSearch(const QString& text) {
    m_search = text.trimmed().toCaseFolded();
    invalidateFilter();
}

void LibraryFilter::setTag(const QString& tag) {
    if (m_tag == tag) return;
    m_tag = tag;
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
    if (!m_tag.isEmpty() &&
        !index.data(LibraryModel::TagsRole).toStringList().contains(m_tag, Qt::CaseInsensitive))
        return false;
    return m_search.isEmpty() || index.data(LibraryModel::SearchRole).toString().contains(m_search);
}

bool LibraryFilter::lessThan(const QModelIndex& a, const QModelIndex& b) const {
    if (m_order == QLatin1String("title"))
        return a.data(LibraryModel::TitleOrderRole).toInt() < b.data(LibraryModel::TitleOrderRole).toInt();
    const int role = m_order == QLatin1String("watched") ? static_cast<int>(LibraryModel::OpenedRole)
                                                         : static_cast<int>(LibraryModel::AddedRole);
    return a.data(role).toLongLong() > b.data(role).toLongLong();
}

}  // namespace keyreel::ui
