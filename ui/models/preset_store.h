#pragma once

#include <QList>
#include <filesystem>
#include <optional>

#include "ui/models/draft_store.h"

namespace keyreel::ui {

/// What a person publishes alike, under a name: everything a draft says that is not about its one film.
struct Preset {
    QString name;
    studio::Access access = studio::Access::Free;
    DraftSale sale;
    std::vector<quint32> ladder;
    bool keepSource = false;
    quint16 suite = 1;
    studio::KeyHolders holders;

    bool operator==(const Preset&) const = default;
};

Preset presetOf(const Draft& draft, const QString& name);
/// `draft` with what the preset says. Its pictures still have to be fitted to the film (`fitQuality`).
Draft withPreset(Draft draft, const Preset& preset);

/// The presets of one profile in one small JSON file, replaced atomically on every change. A file that cannot
/// be understood is put aside; what could not be written has not happened. GUI thread.
class PresetStore {
public:
    static constexpr qsizetype kMost = 50;
    static constexpr qsizetype kLongestName = 60;

    explicit PresetStore(std::filesystem::path file);

    /// By name, as the person's language sorts.
    [[nodiscard]] const QList<Preset>& presets() const { return m_presets; }
    [[nodiscard]] const Preset* find(const QString& name) const;
    /// What new drafts begin with; null: nothing.
    [[nodiscard]] const Preset* standard() const { return find(m_standard); }
    /// Where the damaged file lies that was found at the start; nothing: there was none.
    [[nodiscard]] const std::optional<std::filesystem::path>& damaged() const { return m_damaged; }

    /// Adds, or replaces the one of that name. Codes: `presets_full`, `preset_unnamed`, `presets_unreadable`,
    /// and those of writeFileAtomically().
    Status put(Preset preset);
    /// Codes: `preset_known` (another has that name), and as put().
    Status rename(const QString& from, const QString& to);
    /// Codes: as put().
    Status remove(const QString& name);
    /// Empty: new drafts begin with nothing. Codes: as put().
    Status setStandard(const QString& name);

private:
    /// Keeps `presets` and `standard`, on disk first.
    Status keep(QList<Preset> presets, QString standard);

    std::filesystem::path m_file;
    QList<Preset> m_presets;
    QString m_standard;
    std::optional<std::filesystem::path> m_damaged;
    bool m_inTheWay = false;
};

}  // namespace keyreel::ui
