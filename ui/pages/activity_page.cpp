#include "ui/pages/activity_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "core/base/text.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/shell/side_column.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/timeline_list.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSideWidth = 372;

QString shortSeal(const QString& hex) {
    return hex.size() < 12 ? hex : hex.left(4) + u' ' + hex.mid(4, 4) + u" … "_s + hex.right(4);
}

}  // namespace

ActivityPage::ActivityPage(Engine& engine, QWidget* parent)
    : PageHost(tr("Activity"), parent), m_engine(engine), m_model(new ActivityModel(this)) {
    setObjectName(u"activity"_s);
    header()->setLine(tr("Everything this computer did with your keys"));
    auto* proof = new Button(tr("Check a proof..."), Button::Kind::Secondary, Icon::ShieldCheck);
    proof->setObjectName(u"activity.proof"_s);
    proof->setToolTip(tr("A file that says how a film was opened, here or elsewhere"));
    connect(proof, &QPushButton::clicked, this, &ActivityPage::proofRequested);
    header()->addAction(proof);
    setContent(makeContent(), Fit::Fill);
    setSide(makeSide());
    setLoadingWords(tr("Reading the record"));
    connect(&m_engine, &Engine::recordsLoaded, this, &ActivityPage::take);
    connect(&m_engine, &Engine::recordsFailed, this, [this](const Error& error) {
        const Sentence words = sentenceOf(error);
        setState(PageState::Error, {words.fact, words.next, tr("Try again"), {}});
    });
    connect(this, &PageHost::stateAction, this, [this](PageState state, const QString& act) {
        if (state == PageState::Error && act == u"primary"_s) m_engine.loadRecords();
    });
    connect(&m_engine, &Engine::recordsVerified, this,
            [this](const std::shared_ptr<const audit::Summary>& summary,
                   const std::shared_ptr<const Error>& broken) { showResult(summary.get(), broken.get()); });
}

QWidget* ActivityPage::makeContent() {
    auto* card = new Card;
    auto* bar = new QHBoxLayout;
    m_kinds = new SegmentedControl;
    m_kinds->setObjectName(u"activity.filter"_s);
    m_kinds->setAccessibleName(tr("Which records"));
    m_kinds->setSegments({{u"all"_s, tr("All")},
                          {u"opened"_s, tr("Opened")},
                          {u"published"_s, tr("Published")},
                          {u"access"_s, tr("Access")},
                          {u"refused"_s, tr("Refused")}});
    m_search = new SearchField(tr("Find a record"));
    m_search->setObjectName(u"activity.search"_s);
    const auto filter = [this]() { m_model->setFilter(m_kinds->currentId(), m_search->text().trimmed()); };
    connect(m_kinds, &SegmentedControl::currentChanged, this, filter);
    connect(m_search, &QLineEdit::textChanged, this, filter);
    bar->addWidget(m_kinds);
    bar->addStretch(1);
    bar->addWidget(m_search);
    card->body()->addLayout(bar);
    card->body()->addWidget(new Divider);
    m_list = new TimelineList;
    m_list->setObjectName(u"activity.records"_s);
    m_list->setAccessibleName(tr("Records"));
    m_list->setModel(m_model);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ActivityPage::showRecord);
    card->body()->addWidget(m_list, 1);
    return card;
}

SideColumn* ActivityPage::makeSide() {
    auto* side = new SideColumn(kSideWidth);
    auto* verify = new Card;
    verify->addTitle(tr("Verify"));
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    m_tile = new IconTile(Icon::ShieldCheck, Tone::Neutral, 52);
    row->addWidget(m_tile, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_result = new Label(tr("Not checked yet"), Type::Section, Role::Text);
    m_result->setObjectName(u"activity.result"_s);
    m_result->setWordWrap(true);
    m_resultText =
        new Label(tr("Each record carries the seal of the one before it."), Type::Small, Role::Text3);
    m_resultText->setWordWrap(true);
    words->addWidget(m_result);
    words->addWidget(m_resultText);
    row->addLayout(words, 1);
    verify->body()->addLayout(row);
    m_facts = new KeyValueTable;
    verify->body()->addWidget(m_facts);
    m_verify = new Button(tr("Verify"), Button::Kind::Primary, Icon::ShieldCheck);
    m_verify->setObjectName(u"activity.verify"_s);
    m_verify->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_verify, &QPushButton::clicked, this, [this]() {
        m_verify->setLoading(true);
        m_engine.verifyRecords();
    });
    verify->body()->addWidget(m_verify);
    side->add(verify);
    auto* record = new Card;
    auto* title = record->addTitle(tr("Record"));
    title->addStretch(1);
    m_recordTitle = new Label({}, Type::Small, Role::Text3);
    title->addWidget(m_recordTitle);
    m_record = new KeyValueTable;
    m_record->setObjectName(u"activity.record"_s);
    record->body()->addWidget(m_record);
    side->add(record);
    return side;
}

void ActivityPage::refresh() {
    if (m_model->recordCount() == 0) setState(PageState::Loading);
    m_engine.loadRecords();
}

void ActivityPage::find() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void ActivityPage::showEvent(QShowEvent* event) {
    PageHost::showEvent(event);
    refresh();
}

void ActivityPage::take(const std::shared_ptr<const std::vector<Record>>& records) {
    QMap<QString, QString> titles;
    for (const auto& entry : m_engine.library()) {
        const QString link = toQString(entry.link);
        titles.insert(link.section(u'/', -1), toQString(entry.title));
    }
    m_model->setRecords(*records, titles);
    setState(records->empty() ? PageState::Empty : PageState::Ready,
             {tr("Nothing has happened yet"),
              tr("Publishing, opening and letting people in each leave a sealed record here."),
              {},
              {}});
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->record(m_model->index(row)) == nullptr) continue;
        m_list->setCurrentIndex(m_model->index(row));
        break;
    }
}

void ActivityPage::showRecord() {
    const Record* record = m_model->record(m_list->currentIndex());
    if (record == nullptr) return;
    m_recordTitle->setText(tr("No. %1").arg(QLocale().toString(record->number)));
    m_record->clear();
    m_record->setRow(tr("When"),
                     tr("%1, %2").arg(format::day(record->time), format::timeOfDay(record->time)));
    for (const RecordFact& fact : factsOf(*record))
        m_record->setRow(fact.name, fact.value);
    m_record->setRow(tr("Follows"), shortSeal(record->previous));
    m_record->setRow(tr("Own seal"), shortSeal(record->seal));
}

void ActivityPage::showResult(const audit::Summary* summary, const Error* broken) {
    m_verify->setLoading(false);
    m_verify->setText(tr("Verify again"));
    m_facts->clear();
    if (broken != nullptr) {
        const Sentence words = sentenceOf(*broken);
        m_tile->setIcon(Icon::Warning, Tone::Error);
        m_result->setText(tr("The record is broken"));
        m_resultText->setText(words.fact);
        return;
    }
    m_tile->setIcon(Icon::ShieldCheck, Tone::Ok);
    m_result->setText(tr("Nothing was changed"));
    m_resultText->setText(summary->records == 1 ? tr("The one record is signed by this computer")
                                                : tr("All %1 records follow from each other")
                                                      .arg(QLocale().toString(qulonglong(summary->records))));
    m_facts->setRow(tr("First record"), format::day(summary->firstTime));
    m_facts->setRow(tr("Newest record"),
                    tr("%1, %2").arg(format::day(summary->lastTime), format::timeOfDay(summary->lastTime)));
    m_facts->setRow(tr("Newest seal"), shortSeal(toQString(toHex(summary->head))));
}

}  // namespace keyreel::ui
