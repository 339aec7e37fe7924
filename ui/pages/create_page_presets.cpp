// The presets of the Create page: their sheet, and what is said of them.
#include <QFileInfo>
#include <QVBoxLayout>
#include <utility>

#include "ui/models/error_text.h"
#include "ui/pages/create_page.h"
#include "ui/pages/draft_details.h"
#include "ui/pages/preset_list.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/field.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 700;

}  // namespace

void CreatePage::choosePreset() {
    if (!showsDetails() || m_window.hasSheet()) return;
    auto* sheet = new Sheet(tr("Presets"), kWidth);
    sheet->setObjectName(u"presets"_s);
    sheet->setSentence(tr("What you publish alike, under a name: everything that is not about one film."));
    auto* list = new PresetList(m_presets, m_details->draft());
    sheet->body()->addWidget(list);
    sheet->addWayOut(tr("Close"))->setObjectName(u"presets.close"_s);
    sheet->setDefaultFocus(list->name()->edit());
    connect(list, &PresetList::applied, this,
            [this, sheet, id = m_details->draft().id](const Preset& preset) {
                if (id != m_details->draft().id) return;
                sheet->accept();
                // What is changed after it stays when it is taken back.
                const Preset before = presetOf(m_details->draft(), {});
                m_details->apply(preset);
                m_window.toasts()->show(tr("%1 is applied").arg(preset.name), Icon::Check, tr("Undo"),
                                        [this, id, before]() {
                                            if (id == m_details->draft().id) m_details->apply(before);
                                        });
            });
    connect(list, &PresetList::removed, this, [this](const Preset& preset, bool standard) {
        m_window.toasts()->show(
            tr("%1 is deleted").arg(preset.name), Icon::Trash, tr("Undo"), [this, preset, standard]() {
                Status back = m_presets.put(preset);
                if (back && standard) back = m_presets.setStandard(preset.name);
                if (!back) m_window.toasts()->show(sentenceOf(back.error()).text(), Icon::Warning);
            });
    });
    connect(list, &PresetList::told, this,
            [this](const QString& words) { m_window.toasts()->show(words, Icon::Info); });
    m_window.openSheet(sheet);
    if (const auto& damaged = m_presets.damaged(); damaged && !std::exchange(m_toldDamaged, true))
        m_window.toasts()->show(tr("The presets could not be read. The file lies beside as %1.")
                                    .arg(QFileInfo(QString::fromStdString(damaged->string())).fileName()),
                                Icon::Warning);
}

}  // namespace keyreel::ui
