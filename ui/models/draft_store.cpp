#include "ui/models/draft_store.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>

#include "core/base/file.h"
#include "core/rights/offline.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::uint64_t kMaxFile = std::uint64_t{4} << 20;
constexpr qsizetype kMaxDrafts = 200;
constexpr const char* kStills = "drafts";
constexpr QSize kStillSize(320, 180);

QJsonObject toJson(const Draft& draft) {
    return {{u"id"_s, draft.id},
            {u"film"_s, draft.film},
            {u"title"_s, draft.title},
            {u"description"_s, draft.description},
            {u"cover"_s, draft.cover},
            {u"access"_s, draft.access == studio::Access::Granted ? u"granted"_s : u"free"_s},
            {u"adult"_s, draft.adult},
            {u"ai_training"_s, draft.aiTraining},
            {u"offline_days"_s, static_cast<int>(draft.offlineDays)},
            {u"key_nodes"_s, QString::fromStdString(studio::toText(draft.holders))},
            {u"edited"_s, draft.edited}};
}

Draft fromJson(const QJsonObject& object) {
    Draft draft;
    draft.id = object[u"id"_s].toString();
    draft.film = object[u"film"_s].toString();
    draft.title = object[u"title"_s].toString();
    draft.description = object[u"description"_s].toString();
    draft.cover = object[u"cover"_s].toString();
    // Whatever is not plainly "free" stays closed.
    draft.access =
        object[u"access"_s].toString() == u"free"_s ? studio::Access::Free : studio::Access::Granted;
    draft.adult = object[u"adult"_s].toBool();
    draft.aiTraining = object[u"ai_training"_s].toBool();
    const int days = object[u"offline_days"_s].toInt();
    if (days > 0 && days <= static_cast<int>(rights::kMaxOfflineDays))
        draft.offlineDays = static_cast<quint32>(days);
    // A choice that cannot be read is none: the nodes stand in the sheet before anything is signed.
    draft.holders = studio::keyHoldersFrom(object[u"key_nodes"_s].toString().toStdString())
                        .value_or(studio::KeyHolders{});
    draft.edited = static_cast<qint64>(object[u"edited"_s].toDouble());
    return draft;
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
        if (!draft.id.isEmpty() && !draft.film.isEmpty() && m_drafts.size() < kMaxDrafts)
            m_drafts.append(std::move(draft));
    }
    removeForgottenStills();
}

void DraftStore::setAside() {
    std::error_code error;
    std::filesystem::path aside = m_file.string() + ".damaged";
    for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(aside, error)); ++number)
        aside = m_file.string() + ".damaged-" + std::to_string(number);
    std::filesystem::rename(m_file, aside, error);
    if (error)
        m_inTheWay = Error{"drafts_unreadable", m_file.string() + " cannot be read, and not be moved away.",
                           "Move it away by hand; until then no draft is kept."};
}

std::filesystem::path DraftStore::stillOf(const QString& id) const {
    return m_file.parent_path() / kStills / (id.toStdString() + ".png");
}

void DraftStore::removeForgottenStills() const {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(m_file.parent_path() / kStills, ignored))
        if (!find(QString::fromStdString(entry.path().stem().string())))
            std::filesystem::remove(entry.path(), ignored);
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

const Draft* DraftStore::find(const QString& id) const {
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft& draft) { return draft.id == id; });
    return found == m_drafts.end() ? nullptr : &*found;
}

Result<QString> DraftStore::put(Draft draft) {
    if (draft.id.isEmpty()) draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (find(draft.id) == nullptr && m_drafts.size() >= kMaxDrafts)
        return fail("drafts_full", "There are " + std::to_string(kMaxDrafts) + " drafts, which is the most.",
                    "Publish or remove one, then add this film again.");
    draft.edited = QDateTime::currentSecsSinceEpoch();
    m_drafts.removeIf([&](const Draft& known) { return known.id == draft.id; });
    const QString id = draft.id;
    m_drafts.prepend(std::move(draft));
    KEYREEL_CHECK(save());
    return id;
}

Status DraftStore::remove(const QString& id) {
    if (m_drafts.removeIf([&](const Draft& known) { return known.id == id; }) == 0) return {};
    return save();
}

Status DraftStore::save() const {
    if (m_inTheWay) return tl::unexpected<Error>(*m_inTheWay);
    QJsonArray array;
    for (const Draft& draft : m_drafts)
        array.append(toJson(draft));
    const QByteArray bytes = QJsonDocument(array).toJson(QJsonDocument::Compact);
    KEYREEL_CHECK(makePrivateFolder(m_file.parent_path()));
    return writeFileAtomically(m_file, ByteView(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                                static_cast<std::size_t>(bytes.size())));
}

}  // namespace keyreel::ui
