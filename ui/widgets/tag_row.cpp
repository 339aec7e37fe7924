#include "ui/widgets/tag_row.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {

TagRow::TagRow(QWidget* parent) : QWidget(parent) {
    new FlowLayout(6, 6, this);
    hide();
}

void TagRow::set(const QStringList& tags) {
    setVisible(!tags.isEmpty());
    if (tags == m_tags) return;
    m_tags = tags;
    clearLayout(*layout());
    for (const QString& tag : tags) {
        BadgeSpec spec;
        spec.text = tag;
        spec.icon = layout()->count() == 0 ? Icon::Library : Icon::None;
        layout()->addWidget(new Badge(spec));
    }
    setAccessibleName(tr("Tags: %1").arg(tags.join(QStringLiteral(", "))));
    updateGeometry();
}

}  // namespace keyreel::ui
