#include "ui/pages/opening_card.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/base/text.h"
#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/pages/key_entry.h"
#include "ui/pages/opening_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/opening_steps.h"
#include "ui/widgets/picture.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 620;
constexpr QSize kPoster(122, 182);

/// "9f4c 1ae0 77b2 ... 5d31".
QString shortDigest(const crypto::Digest& digest) {
    const QString hex = toQString(toHex(digest));
    return u"%1 %2 %3 ... %4"_s.arg(hex.first(4), hex.sliced(4, 4), hex.sliced(8, 4), hex.last(4));
}

}  // namespace

OpeningCard::OpeningCard(QWidget* parent)
    : RaisedPanel(parent, 14),
      m_poster(new Picture(kPoster, 10)),
      m_tile(new IconTile(Icon::Warning, Tone::Error, 44)),
      m_title(new Label({}, Type::Page, Role::Text)),
      m_text(new Label({})) {
    setObjectName(u"player.opening"_s);
    m_title->setObjectName(u"player.opening.title"_s);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"player.opening.text"_s);
    m_text->setWordWrap(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(28, 28, 28, 20);
    all->setSpacing(18);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_poster, 0, Qt::AlignTop);
    row->addWidget(m_tile, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_progress = new QuorumDiagram;
    column->addSpacing(4);
    column->addWidget(m_progress);
    m_problem = makeProblem();
    column->addWidget(m_problem);
    column->addStretch(1);
    row->addLayout(column, 1);
    all->addLayout(row);
    m_foot = makeProgress();
    all->addWidget(m_foot);
    setPoster({});
}

QWidget* OpeningCard::makeProgress() {
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(new Divider);
    auto* row = new QHBoxLayout;
    m_steps = new OpeningSteps({tr("Record"), tr("Gateway pass"), tr("Key nodes"), tr("First picture")});
    row->addWidget(m_steps);
    row->addStretch(1);
    auto* cancel = new Button(tr("Cancel"), Button::Kind::Ghost);
    cancel->setObjectName(u"player.cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &OpeningCard::cancelRequested);
    row->addWidget(cancel);
    column->addLayout(row);
    return foot;
}

QWidget* OpeningCard::makeProblem() {
    auto* problem = new QWidget;
    auto* column = new QVBoxLayout(problem);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(14);
    m_nodes = new Card(nullptr, Card::Kind::Inset);
    m_answers = new QuorumDiagram;
    m_nodes->body()->addWidget(m_answers);
    column->addWidget(m_nodes);
    m_facts = new Card(nullptr, Card::Kind::Inset);
    m_table = new KeyValueTable;
    m_facts->body()->addWidget(m_table);
    column->addWidget(m_facts);
    m_keys = new KeyEntry;
    column->addWidget(m_keys);
    connect(m_keys, &KeyEntry::given, this, &OpeningCard::keysGiven);
    auto* acts = new QHBoxLayout;
    m_retry = new Button(tr("Try again"), Button::Kind::Primary, Icon::Retry);
    m_retry->setObjectName(u"player.retry"_s);
    m_renew = new Button(tr("Renew it"), Button::Kind::Primary, Icon::Retry);
    m_renew->setObjectName(u"player.renew"_s);
    m_renew->hide();
    m_next = new Button(tr("Next film"), Button::Kind::Secondary, Icon::NextFilm);
    m_next->setObjectName(u"player.problem.next"_s);
    m_next->hide();
    auto* copy = new Button(tr("Copy details"), Button::Kind::Secondary, Icon::Copy);
    copy->setObjectName(u"player.problem.copy"_s);
    auto* back = new Button(tr("Back"), Button::Kind::Ghost);
    back->setObjectName(u"player.problem.back"_s);
    acts->addWidget(m_retry);
    acts->addWidget(m_renew);
    acts->addWidget(m_next);
    acts->addWidget(copy);
    acts->addStretch(1);
    acts->addWidget(back);
    column->addLayout(acts);
    m_note = new Label({}, Type::Small, Role::Text3);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    connect(m_retry, &QPushButton::clicked, this, &OpeningCard::retryRequested);
    connect(m_renew, &QPushButton::clicked, this, &OpeningCard::renewRequested);
    connect(m_next, &QPushButton::clicked, this, &OpeningCard::nextRequested);
    connect(copy, &QPushButton::clicked, this,
            [this]() { QGuiApplication::clipboard()->setText(m_details); });
    connect(back, &QPushButton::clicked, this, &OpeningCard::backRequested);
    return problem;
}

void OpeningCard::setPoster(const QImage& poster) {
    m_hasPoster = !poster.isNull();
    m_poster->set(poster);
    m_poster->setVisible(m_hasPoster && m_problem->isHidden());
}

bool OpeningCard::event(QEvent* event) {
    const bool taken = RaisedPanel::event(event);
    // Rows that were added just now count from this event on.
    if (event->type() == QEvent::LayoutRequest) Q_EMIT sizeChanged();
    return taken;
}

void OpeningCard::setNext(bool there) {
    m_next->setVisible(there);
}

QString OpeningCard::title() const {
    return m_title->source();
}

QSize OpeningCard::cardSize() const {
    const QMargins shadow = contentsMargins();
    const int height = layout()->totalHeightForWidth(kWidth + shadow.left() + shadow.right());
    return {kWidth, height - shadow.top() - shadow.bottom()};
}

QList<QuorumDiagram::Node> OpeningCard::nodesOf(const studio::OpenReport& report) {
    QList<QuorumDiagram::Node> nodes;
    for (const auto& outcome : report.nodes) {
        const bool released = outcome.code == "released";
        const bool idle = outcome.code == "not_needed";
        const QString time = format::milliseconds(outcome.milliseconds);
        nodes.append({toQString(outcome.name),
                      released ? tr("answered in %1").arg(time) : nodeReason(outcome.code),
                      released ? QuorumDiagram::NodeState::Answered
                      : idle   ? QuorumDiagram::NodeState::Idle
                               : QuorumDiagram::NodeState::Failed,
                      released ? time : QString()});
    }
    return nodes;
}

void OpeningCard::showOpening(const QString& title, const QList<QuorumDiagram::Node>& nodes,
                              unsigned threshold) {
    m_problem->hide();
    m_tile->hide();
    m_foot->show();
    m_poster->setVisible(m_hasPoster);
    m_progress->setVisible(!nodes.isEmpty());
    m_title->setText(title.isEmpty() ? tr("Opening the film") : tr("Opening %1").arg(title));
    m_text->setText(tr("Looking up its record."));
    m_progress->setNodes(static_cast<int>(threshold), nodes);
    m_steps->setCurrent(0);
}

void OpeningCard::setStep(const QString& step, const studio::OpenReport& report) {
    if (m_foot->isHidden()) return;
    if (step == u"capability"_s) {
        m_text->setText(tr("Its record is checked. Asking the gateway for a pass."));
        m_steps->setCurrent(1);
    } else if (step == u"shares"_s) {
        m_text->setText(tr("The gateway gave a pass. Asking the key nodes."));
        m_steps->setCurrent(2);
    } else if (step == u"parts"_s || step == u"done"_s) {
        m_text->setText(tr("The key nodes answered. Waiting for the first picture."));
        if (!report.nodes.empty()) m_progress->setNodes(static_cast<int>(report.threshold), nodesOf(report));
        m_steps->setCurrent(3);
    }
}

void OpeningCard::describeParts(const ErrorContext& context) {
    m_table->clear();
    m_facts->setVisible(!context.faults.empty());
    if (context.faults.empty()) return;
    const auto& fault = context.faults.back();
    QStringList part{fault.part == 0 ? tr("the head of it") : tr("%1 of %2").arg(fault.part).arg(fault.parts),
                     toQString(fault.track)};
    if (fault.part > 0)
        part << tr("%1 to %2")
                    .arg(format::clock(static_cast<qint64>(fault.startMs)),
                         format::clock(static_cast<qint64>(fault.endMs)));
    m_table->setRow(tr("Part"), part.join(u" · "_s));
    m_table->setRow(tr("Signed digest"), shortDigest(fault.expected));
    m_table->setRow(tr("Received digest"), shortDigest(fault.received), Tone::Error);
    if (!context.gateway.isEmpty())
        m_table->setRow(tr("Came from"), tr("%1, tried twice").arg(context.gateway));
}

void OpeningCard::showProblem(const Error& error, const ErrorContext& context) {
    const Sentence words = sentenceOf(error, context);
    const bool nodes = error.code == "too_few_nodes";
    const bool changed = error.code == "part_changed";
    const bool ended = error.code == "lease_ended";
    const bool locked = context.takesKeys && (error.code == "key_missing" || error.code == "key_wrong");
    m_keys->setVisible(locked);
    m_retry->setVisible(!ended && !locked);
    m_renew->setVisible(ended);
    m_foot->hide();
    m_poster->hide();
    m_progress->hide();
    m_tile->setIcon(changed  ? Icon::BrokenPart
                    : nodes  ? Icon::Server
                    : ended  ? Icon::Clock
                    : locked ? Icon::Lock
                             : Icon::Warning,
                    nodes || ended || locked ? Tone::Warn : Tone::Error);
    m_tile->show();
    m_title->setText(words.fact.endsWith(u'.') ? words.fact.chopped(1) : words.fact);
    m_text->setText(words.next);
    m_text->setVisible(!words.next.isEmpty());
    m_nodes->setVisible(!context.report.nodes.empty());
    if (!context.report.nodes.empty())
        m_answers->setNodes(static_cast<int>(context.report.threshold), nodesOf(context.report));
    describeParts(context);
    m_note->setText(changed ? tr("Nothing is wrong with your copy or your keys. The details hold no keys and "
                                 "help the gateway find the fault.")
                            : QString());
    m_note->setVisible(changed);
    m_problem->show();
    if (locked) m_keys->begin();
    QStringList details{toQString(error.code), toQString(error.what)};
    if (!context.report.nodes.empty()) details.append(nodesAsText(context.report));
    for (const auto& fault : context.faults)
        details.append(u"%1 part %2 of %3: signed %4, received %5"_s.arg(toQString(fault.track))
                           .arg(fault.part)
                           .arg(fault.parts)
                           .arg(toQString(toHex(fault.expected)), toQString(toHex(fault.received))));
    m_details = details.join(u'\n');
}

}  // namespace keyreel::ui
