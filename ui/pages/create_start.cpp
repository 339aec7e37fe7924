#include "ui/pages/create_start.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/pages/recent_drafts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kLeastZone = 340;

/// A numbered step in words.
QWidget* makeStep(int number, const QString& title, const QString& text) {
    auto* step = new QWidget;
    auto* row = new QHBoxLayout(step);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new Avatar(QString::number(number), 26), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Label(title, Type::Strong, Role::Text));
    auto* explained = new Label(text, Type::Small, Role::Text3);
    explained->setWordWrap(true);
    words->addWidget(explained);
    row->addLayout(words, 1);
    return step;
}

}  // namespace

CreateStart::CreateStart(DraftStore& drafts, QWidget* parent)
    : PageHost(tr("Create"), parent), m_zone(new DropZone), m_drafts(new RecentDrafts(drafts)) {
    header()->setLine(tr("Nothing leaves this computer until you publish"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(24);
    m_zone->setObjectName(u"create.drop"_s);
    m_zone->setMinimumHeight(kLeastZone);
    m_zone->setFormatsLine(
        tr("MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 as they are · any length to 24 hours"));
    m_zone->chooseButton()->setObjectName(u"create.choose"_s);
    m_zone->sampleButton()->setObjectName(u"create.sample"_s);
    column->addWidget(m_zone, 1);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(24);
    steps->addWidget(
        makeStep(1, tr("Drop a video"), tr("Tracks, length and a poster frame are found for you")), 1);
    steps->addWidget(
        makeStep(2, tr("Choose who can watch"), tr("Anyone with the link, or only people you grant")), 1);
    steps->addWidget(makeStep(3, tr("Publish"), tr("Encrypt, split the keys, upload, and get a link")), 1);
    column->addLayout(steps);
    column->addWidget(m_drafts);
    setContent(content, Fit::Fill);
}

}  // namespace keyreel::ui
