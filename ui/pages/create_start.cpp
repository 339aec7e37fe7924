#include "ui/pages/create_start.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/models/engine.h"
#include "ui/models/error_text.h"
#include "ui/models/film_intake.h"
#include "ui/pages/recent_drafts.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kLeastZone = 340;
/// More refusals than this are scrolled.
constexpr qsizetype kMostShown = 6;
constexpr int kListHeight = 380;

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

CreateStart::CreateStart(Engine& engine, DraftStore& drafts, MainWindow& window, QWidget* parent)
    : PageHost(tr("Create"), parent),
      m_window(window),
      m_zone(new DropZone),
      m_drafts(new RecentDrafts(engine, drafts)) {
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
        makeStep(1, tr("Drop videos"), tr("Tracks, length and a poster frame are found for you")), 1);
    steps->addWidget(
        makeStep(2, tr("Choose who can watch"), tr("Anyone with the link, or only people you grant")), 1);
    steps->addWidget(makeStep(3, tr("Publish"), tr("Encrypt, split the keys, upload, and get a link")), 1);
    column->addLayout(steps);
    column->addWidget(m_drafts);
    setContent(content, Fit::Fill);
    connect(m_drafts, &RecentDrafts::publishAllRequested, this, &CreateStart::publishAllRequested);
}

void CreateStart::showRefusals(const IntakeReport& report) {
    const IntakeWords words = wordsOf(report);
    if (words.fact.isEmpty()) return;
    setState(PageState::Partial,
             {words.fact, words.next, report.refusals.isEmpty() ? QString() : tr("See why"), tr("Close")});
    disconnect(this, &PageHost::stateAction, this, nullptr);
    connect(this, &PageHost::stateAction, this, [this, report](PageState, const QString& act) {
        if (act == u"primary"_s)
            explain(report);
        else
            dismissRefusals();
    });
}

void CreateStart::dismissRefusals() {
    setState(PageState::Ready);
}

void CreateStart::explain(const IntakeReport& report) {
    auto* sheet = new Sheet(tr("What was left out"), 640);
    sheet->setObjectName(u"refusals"_s);
    sheet->setIcon(Icon::Film, Tone::Warn);
    sheet->setSentence(tr("The files are where they were; nothing of them was changed."));
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    for (const auto& refusal : report.refusals) {
        rows->addWidget(new Label(QFileInfo(refusal.path).fileName(), Type::Strong, Role::Text));
        auto* reason = new Label(sentenceOf(refusal.error).text(), Type::Body, Role::Text2);
        reason->setWordWrap(true);
        rows->addWidget(reason);
        rows->addSpacing(10);
    }
    if (report.refusals.size() > kMostShown) {
        auto* area = makeScrolled(list);
        area->setMinimumHeight(kListHeight);
        sheet->body()->addWidget(area);
    } else {
        sheet->body()->addWidget(list);
    }
    sheet->addWayOut(tr("Close"));
    m_window.openSheet(sheet);
}

}  // namespace keyreel::ui
