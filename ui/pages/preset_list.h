#pragma once

#include <QWidget>

#include "ui/models/preset_store.h"

class QVBoxLayout;

namespace keyreel::ui {

class Button;
class Field;
class Label;

/// The presets and what can be done with them: save what a draft says, apply, make the standard of new
/// drafts, rename, delete.
class PresetList : public QWidget {
    Q_OBJECT
public:
    /// `draft` is what is saved. Both outlive the list.
    PresetList(PresetStore& store, const Draft& draft, QWidget* parent = nullptr);
    [[nodiscard]] Field* name() const { return m_name; }

Q_SIGNALS:
    void applied(const keyreel::ui::Preset& preset);
    /// Can be undone by putting it back; it was the standard or not.
    void removed(const keyreel::ui::Preset& preset, bool standard);
    void told(const QString& words);

private:
    void fill();
    void followName();
    void save();
    /// Shows what was changed, or why it was not.
    void settle(const Status& done);
    QWidget* makeRow(const Preset& preset);
    QWidget* makeRenaming(const Preset& preset);

    PresetStore& m_store;
    const Draft& m_draft;
    Field* m_name;
    Button* m_save;
    Label* m_saves;  ///< What saving does.
    QVBoxLayout* m_rows;
    QString m_renaming;
};

}  // namespace keyreel::ui
