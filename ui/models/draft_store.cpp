#include "ui/models/draft_store.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUuid>
#include <algorithm>
#include <chrono>
#include <tuple>

#include "core/base/file.h"
#include "core/media/ladder.h"
#include "core/rights/offline.h"
#include "core/studio/library.h"
#include "ui/models/damaged_file.h"
#include "ui/models/sale_json.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kLongestFilm = static_cast<qint64>(media::kMaxDurationSeconds * 1000);
constexpr std::uint64_t kMaxFile = std::uint64_t{4} << 20;
constexpr qsizetype kMaxDrafts = 200;
constexpr const char* kStills = "drafts";
constexpr const char* kPosterEnding = ".jpg";
constexpr QSize kStillSize(320, 180);

QJsonObject toJson(const PosterChoice& choice) {
    const QRectF& part = choice.part;
    return {{u"frame_ms"_s, choice.frameMs},
            {u"picture"_s, choice.picture},
            {u"shape"_s, choice.shape},
            {u"part"_s, QJsonArray{part.x(), part.y(), part.width(), part.height()}}};
}

PosterChoice posterFrom(const QJsonObject& object) {
    PosterChoice choice;
    choice.frameMs = std::max<qint64>(-1, object[u"frame_ms"_s].toInteger(-1));
    choice.picture = object[u"picture"_s].toString();
    choice.shape = object[u"shape"_s].toString();
    const QJsonArray part = object[u"part"_s].toArray();
    const QRectF box(part[0].toDouble(), part[1].toDouble(), part[2].toDouble(), part[3].toDouble());
    if (part.size() == 4 && QRectF(0, 0, 1, 1).contains(box)) choice.part = box;
    return choice;
}

/// None is null.
QJsonValue toJson(const std::optional<DraftPreview>& preview) {
    if (!preview) return QJsonValue::Null;
    return QJsonObject{{u"from_ms"_s, preview->from}, {u"seconds"_s, static_cast<int>(preview->seconds)}};
}

/// Another part than the person chose is given away by nobody: what cannot be read is none.
std::optional<DraftPreview> previewFrom(const QJsonValue& value) {
    if (!value.isObject()) return std::nullopt;
    const qint64 from = value[u"from_ms"_s].toInteger(-1);
    const qint64 seconds = value[u"seconds"_s].toInteger(0);
    if (from < 0 || from > kLongestFilm || seconds < media::kMinPreviewSeconds ||
        seconds > media::kMaxPreviewSeconds)
        return std::nullopt;
    return DraftPreview{from, static_cast<quint32>(seconds)};
}

QJsonObject toJson(const Draft& draft) {
    return {{u"id"_s, draft.id},
            {u"film"_s, draft.film},
            {u"title"_s, draft.title},
            {u"description"_s, draft.description},
            {u"tags"_s, QJsonArray::fromStringList(draft.tags)},
            {u"cover"_s, draft.cover},
            {u"poster"_s, toJson(draft.poster)},
            {u"access"_s, draft.access == studio::Access::Granted ? u"granted"_s : u"free"_s},
            {u"sale"_s, toJson(draft.sale)},
            {u"suite"_s, draft.suite},
            {u"adult"_s, draft.adult},
            {u"ai_training"_s, draft.aiTraining},
            {u"offline_days"_s, static_cast<int>(draft.offlineDays)},
            {u"key_nodes"_s, QString::fromStdString(studio::toText(draft.holders))},
            {u"ladder"_s, QString::fromStdString(media::ladderText(draft.ladder))},
            {u"keep_source"_s, draft.keepSource},
            {u"part"_s, QJsonObject{{u"from_ms"_s, draft.part.from}, {u"to_ms"_s, draft.part.to}}},
            {u"preview"_s, toJson(draft.preview)},
            {u"chapters"_s, draft.chapters},
            {u"edited"_s, draft.edited},
            {u"removed"_s, draft.removed}};
}

Draft fromJson(const QJsonObject& object) {
    Draft draft;
    draft.id = object[u"id"_s].toString();
    draft.film = object[u"film"_s].toString();
    draft.title = object[u"title"_s].toString();
    draft.description = object[u"description"_s].toString();
    for (const auto& tag : object[u"tags"_s].toArray())
        if (tag.isString()) draft.tags.append(tag.toString());
    draft.cover = object[u"cover"_s].toString();
    draft.poster = posterFrom(object[u"poster"_s].toObject());
    // Whatever is not plainly "free" stays closed.
    draft.access =
        object[u"access"_s].toString() == u"free"_s ? studio::Access::Free : studio::Access::Granted;
    draft.sale = saleFrom(object[u"sale"_s].toObject());
    if (draft.sale.sold) draft.access = studio::Access::Granted;
    draft.suite = object[u"suite"_s].toInt(1) == 2 ? 2 : 1;
    draft.adult = object[u"adult"_s].toBool();
    draft.aiTraining = object[u"ai_training"_s].toBool();
    const int days = object[u"offline_days"_s].toInt();
    if (days > 0 && days <= static_cast<int>(rights::kMaxOfflineDays))
        draft.offlineDays = static_cast<quint32>(days);
    // A choice that cannot be read is none: the nodes stand in the sheet before anything is signed.
    draft.holders = studio::keyHoldersFrom(object[u"key_nodes"_s].toString().toStdString())
                        .value_or(studio::KeyHolders{});
    if (auto ladder = media::parseLadder(object[u"ladder"_s].toString().toStdString()))
        draft.ladder = std::move(*ladder);
    draft.keepSource = !draft.ladder.empty() && object[u"keep_source"_s].toBool();
    const QJsonObject part = object[u"part"_s].toObject();
    const auto time = [&](const QString& name) {
        return std::clamp<qint64>(static_cast<qint64>(part[name].toDouble()), 0, kLongestFilm);
    };
    draft.part = {time(u"from_ms"_s), time(u"to_ms"_s)};
    if (draft.part.to != 0 && draft.part.to <= draft.part.from) draft.part = {};
    draft.preview = previewFrom(object[u"preview"_s]);
    draft.chapters = object[u"chapters"_s].toString();
    draft.edited = static_cast<qint64>(object[u"edited"_s].toDouble());
    draft.removed = std::max<qint64>(0, static_cast<qint64>(object[u"removed"_s].toDouble()));
    return draft;
}

tl::unexpected<Error> tooMany() {
    return fail("drafts_full", "There are " + std::to_string(kMaxDrafts) + " drafts, which is the most.",
                "Publish or remove one, then add this film again.");
}

void eraseDraft(QList<Draft>& drafts, const QString& id) {
    drafts.removeIf([&](const Draft& draft) { return draft.id == id; });
}

}  // namespace

DraftStore::DraftStore(std::filesystem::path file) : m_file(std::move(file)) {
    const auto bytes = readFile(m_file, kMaxFile);
    if (!bytes) {
        // What cannot be read must not be written over.
        if (bytes.error().code != "file_missing") setAside();
        return;
    }
    const auto document = QJsonDocument::fromJson(
        QByteArray(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())));
    if (!document.isArray()) {
        setAside();
        return;
    }
    for (const auto& value : document.array()) {
        Draft draft = fromJson(value.toObject());
        if (draft.id.isEmpty() || draft.film.isEmpty()) continue;
        if (draft.removed != 0 && draft.removed + studio::kTrashSeconds <= QDateTime::currentSecsSinceEpoch())
            continue;
        QList<Draft>& list = draft.removed != 0 ? m_trash : m_drafts;
        if (list.size() < kMaxDrafts) list.append(std::move(draft));
    }
    removeForgottenStills();
}

void DraftStore::setAside() {
    if (!putAside(m_file))
        m_inTheWay = Error{"drafts_unreadable", m_file.string() + " cannot be read, and not be moved away.",
                           "Move it away by hand; until then no draft is kept."};
}

std::filesystem::path DraftStore::stillOf(const QString& id) const {
    return m_file.parent_path() / kStills / (id.toStdString() + ".png");
}

void DraftStore::removeForgottenStills() const {
    std::error_code ignored;
    QSet<QString> posters;
    for (const QList<Draft>* list : {&m_drafts, &m_trash})
        for (const Draft& draft : *list)
            posters.insert(draft.cover);
    const auto old =
        std::filesystem::file_time_type::clock::now() - std::chrono::seconds(studio::kTrashSeconds);
    for (const auto& entry : std::filesystem::directory_iterator(m_file.parent_path() / kStills, ignored)) {
        if (entry.path().extension() == kPosterEnding) {
            const bool isOld = entry.last_write_time(ignored) < old;
            if (isOld && !posters.contains(QString::fromStdString(entry.path().string())))
                std::filesystem::remove(entry.path(), ignored);
            continue;
        }
        const QString id = QString::fromStdString(entry.path().stem().string());
        const bool inTrash =
            std::any_of(m_trash.cbegin(), m_trash.cend(), [&](const Draft& draft) { return draft.id == id; });
        if (!inTrash && find(id) == nullptr) std::filesystem::remove(entry.path(), ignored);
    }
}

QImage DraftStore::still(const QString& id) const {
    return QImage(QString::fromStdString(stillOf(id).string()));
}

void DraftStore::setStill(const QString& id, const QImage& picture) {
    if (id.isEmpty() || picture.isNull()) return;
    // Without its picture a draft is shown with an icon; nothing else depends on it.
    if (!makePrivateFolder(stillOf(id).parent_path())) return;
    (void)picture.scaled(kStillSize, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)
        .save(QString::fromStdString(stillOf(id).string()), "PNG");
}

std::filesystem::path DraftStore::newPoster(const QString& id) const {
    const QString name = id + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(12);
    return m_file.parent_path() / kStills / (name.toStdString() + kPosterEnding);
}

const Draft* DraftStore::find(const QString& id) const {
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft& draft) { return draft.id == id; });
    return found == m_drafts.end() ? nullptr : &*found;
}

Result<QString> DraftStore::put(Draft draft) {
    if (draft.id.isEmpty()) draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (find(draft.id) == nullptr && m_drafts.size() >= kMaxDrafts) return tooMany();
    draft.edited = QDateTime::currentSecsSinceEpoch();
    draft.removed = 0;
    eraseDraft(m_drafts, draft.id);
    eraseDraft(m_trash, draft.id);
    const QString id = draft.id;
    m_drafts.prepend(std::move(draft));
    KEYREEL_CHECK(save());
    return id;
}

Status DraftStore::remove(const QString& id) {
    const auto before = m_drafts.size() + m_trash.size();
    eraseDraft(m_drafts, id);
    eraseDraft(m_trash, id);
    return m_drafts.size() + m_trash.size() == before ? Status() : save();
}

Status DraftStore::throwAway(const QString& id) {
    const Draft* known = find(id);
    if (known == nullptr) return {};
    if (m_trash.size() >= kMaxDrafts)
        return fail("trash_full", "There are " + std::to_string(kMaxDrafts) + " drafts in the trash.",
                    "Delete some of them for good, then remove this one.");
    Draft draft = *known;
    draft.removed = QDateTime::currentSecsSinceEpoch();
    const auto [drafts, trash] = std::pair(m_drafts, m_trash);
    eraseDraft(m_drafts, id);
    m_trash.prepend(std::move(draft));
    const Status saved = save();
    // What could not be written has not happened.
    if (!saved) std::tie(m_drafts, m_trash) = std::tie(drafts, trash);
    return saved;
}

Status DraftStore::restore(const QString& id) {
    const auto found =
        std::find_if(m_trash.cbegin(), m_trash.cend(), [&](const Draft& draft) { return draft.id == id; });
    if (found == m_trash.cend()) return {};
    if (m_drafts.size() >= kMaxDrafts) return tooMany();
    const auto [drafts, trash] = std::pair(m_drafts, m_trash);
    Draft draft = *found;
    draft.removed = 0;
    eraseDraft(m_trash, id);
    m_drafts.prepend(std::move(draft));
    const Status saved = save();
    if (!saved) std::tie(m_drafts, m_trash) = std::tie(drafts, trash);
    return saved;
}

Status DraftStore::save() const {
    if (m_inTheWay) return tl::unexpected<Error>(*m_inTheWay);
    QJsonArray array;
    for (const QList<Draft>* list : {&m_drafts, &m_trash})
        for (const Draft& draft : *list)
            array.append(toJson(draft));
    const QByteArray bytes = QJsonDocument(array).toJson(QJsonDocument::Compact);
    // A file that could not be read again would be put aside at the next start.
    if (static_cast<std::uint64_t>(bytes.size()) > kMaxFile)
        return fail("drafts_full", "The drafts are too large to be kept.",
                    "Publish or remove one, or shorten its words.");
    KEYREEL_CHECK(makePrivateFolder(m_file.parent_path()));
    return writeFileAtomically(m_file, ByteView(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                                static_cast<std::size_t>(bytes.size())));
}

}  // namespace keyreel::ui
