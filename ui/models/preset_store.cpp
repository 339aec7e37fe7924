#include "ui/models/preset_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <utility>

#include "core/base/file.h"
#include "core/media/ladder.h"
#include "ui/models/damaged_file.h"
#include "ui/models/sale_json.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::uint64_t kMaxFile = std::uint64_t{1} << 20;

QJsonObject toJson(const Preset& preset) {
    return {{u"name"_s, preset.name},
            {u"access"_s, preset.access == studio::Access::Granted ? u"granted"_s : u"free"_s},
            {u"sale"_s, toJson(preset.sale)},
            {u"ladder"_s, QString::fromStdString(media::ladderText(preset.ladder))},
            {u"keep_source"_s, preset.keepSource},
            {u"suite"_s, preset.suite},
            {u"key_nodes"_s, QString::fromStdString(studio::toText(preset.holders))}};
}

Preset fromJson(const QJsonObject& object) {
    Preset preset;
    preset.name = object[u"name"_s].toString().simplified().left(PresetStore::kLongestName);
    // Whatever is not plainly "free" stays closed.
    preset.access =
        object[u"access"_s].toString() == u"free"_s ? studio::Access::Free : studio::Access::Granted;
    preset.sale = saleFrom(object[u"sale"_s].toObject());
    if (preset.sale.sold) preset.access = studio::Access::Granted;
    if (auto ladder = media::parseLadder(object[u"ladder"_s].toString().toStdString()))
        preset.ladder = std::move(*ladder);
    preset.keepSource = !preset.ladder.empty() && object[u"keep_source"_s].toBool();
    preset.suite = object[u"suite"_s].toInt(1) == 2 ? 2 : 1;
    preset.holders = studio::keyHoldersFrom(object[u"key_nodes"_s].toString().toStdString())
                         .value_or(studio::KeyHolders{});
    return preset;
}

bool isCalled(const Preset& preset, const QString& name) {
    return QString::compare(preset.name, name, Qt::CaseInsensitive) == 0;
}

}  // namespace

Preset presetOf(const Draft& draft, const QString& name) {
    return {name, draft.access, draft.sale, draft.ladder, draft.keepSource, draft.suite, draft.holders};
}

Draft withPreset(Draft draft, const Preset& preset) {
    draft.access = preset.access;
    draft.sale = preset.sale;
    draft.ladder = preset.ladder;
    draft.keepSource = preset.keepSource;
    draft.suite = preset.suite;
    draft.holders = preset.holders;
    return draft;
}

PresetStore::PresetStore(std::filesystem::path file) : m_file(std::move(file)) {
    const auto bytes = readFile(m_file, kMaxFile);
    if (!bytes && bytes.error().code == "file_missing") return;
    QJsonObject root;
    if (bytes)
        root = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(bytes->data()),
                                                  static_cast<qsizetype>(bytes->size())))
                   .object();
    if (!root[u"presets"_s].isArray()) {
        m_damaged = putAside(m_file);
        m_inTheWay = !m_damaged.has_value();
        return;
    }
    for (const auto& value : root[u"presets"_s].toArray()) {
        Preset preset = fromJson(value.toObject());
        if (!preset.name.isEmpty() && find(preset.name) == nullptr && m_presets.size() < kMost)
            m_presets.append(std::move(preset));
    }
    m_standard = root[u"standard"_s].toString();
}

const Preset* PresetStore::find(const QString& name) const {
    const auto found = std::find_if(m_presets.cbegin(), m_presets.cend(),
                                    [&](const Preset& preset) { return isCalled(preset, name); });
    return found == m_presets.cend() ? nullptr : &*found;
}

Status PresetStore::put(Preset preset) {
    preset.name = preset.name.simplified().left(kLongestName);
    if (preset.name.isEmpty())
        return fail("preset_unnamed", "A preset needs a name.", "Name it, then save it.");
    QList<Preset> next = m_presets;
    next.removeIf([&](const Preset& other) { return isCalled(other, preset.name); });
    if (next.size() >= kMost)
        return fail("presets_full", "There are " + std::to_string(kMost) + " presets, which is the most.",
                    "Delete one, then save this one.");
    next.append(std::move(preset));
    return keep(std::move(next), m_standard);
}

Status PresetStore::rename(const QString& from, const QString& to) {
    const QString name = to.simplified().left(kLongestName);
    if (name.isEmpty()) return fail("preset_unnamed", "A preset needs a name.", "Name it, then save it.");
    const Preset* other = find(name);
    if (other != nullptr && !isCalled(*other, from))
        return fail("preset_known", "Another preset has this name.", "Choose another name.");
    QList<Preset> next = m_presets;
    for (Preset& preset : next)
        if (isCalled(preset, from)) preset.name = name;
    return keep(std::move(next),
                QString::compare(m_standard, from, Qt::CaseInsensitive) == 0 ? name : m_standard);
}

Status PresetStore::remove(const QString& name) {
    QList<Preset> next = m_presets;
    next.removeIf([&](const Preset& preset) { return isCalled(preset, name); });
    const bool standard = QString::compare(m_standard, name, Qt::CaseInsensitive) == 0;
    return keep(std::move(next), standard ? QString() : m_standard);
}

Status PresetStore::setStandard(const QString& name) {
    return keep(m_presets, name);
}

Status PresetStore::keep(QList<Preset> presets, QString standard) {
    if (m_inTheWay)
        return fail("presets_unreadable", m_file.string() + " cannot be read, and not be moved away.",
                    "Move it away by hand; until then no preset is kept.");
    std::sort(presets.begin(), presets.end(), [](const Preset& one, const Preset& other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    QJsonArray array;
    for (const Preset& preset : std::as_const(presets))
        array.append(toJson(preset));
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"presets"_s, array}, {u"standard"_s, standard}})
                                 .toJson(QJsonDocument::Compact);
    if (static_cast<std::uint64_t>(bytes.size()) > kMaxFile)
        return fail("presets_full", "The presets are too large to be kept.",
                    "Delete one, then save this one.");
    KEYREEL_CHECK(makePrivateFolder(m_file.parent_path()));
    KEYREEL_CHECK(
        writeFileAtomically(m_file, ByteView(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                             static_cast<std::size_t>(bytes.size()))));
    m_presets = std::move(presets);
    m_standard = std::move(standard);
    return {};
}

}  // namespace keyreel::ui
