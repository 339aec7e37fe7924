#include "ui/pages/opening_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 600;

}  // namespace

OpeningCard::OpeningCard(QWidget* parent) : RaisedPanel(parent, 14) {
    setObjectName(u"player.opening"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 26, 28, 22);
    row->setSpacing(16);
    m_tile = new IconTile(Icon::Lock, Tone::Accent, 44);
    row->addWidget(m_tile, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    m_title = new Label({}, Type::Page, Role::Text);
    m_title->setObjectName(u"player.opening.title"_s);
    m_title->setWordWrap(true);
    m_text = new Label({});
    m_text->setObjectName(u"player.opening.text"_s);
    m_text->setWordWrap(true);
    m_diagram = new QuorumDiagram;
    m_frame = new Card(nullptr, Card::Kind::Inset);
    m_frame->body()->addWidget(m_diagram);
    m_steps = new Label({}, Type::Small, Role::Text3);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_frame);
    column->addWidget(m_steps);
    auto* acts = new QHBoxLayout;
    m_retry = new Button(tr("Try again"), Button::Kind::Primary, Icon::Retry);
    m_retry->setObjectName(u"player.retry"_s);
    m_copy = new Button(tr("Copy details"), Button::Kind::Ghost, Icon::Copy);
    m_way = new Button(tr("Cancel"), Button::Kind::Ghost);
    m_way->setObjectName(u"player.cancel"_s);
    acts->addWidget(m_retry);
    acts->addWidget(m_copy);
    acts->addStretch(1);
    acts->addWidget(m_way);
    column->addLayout(acts);
    row->addLayout(column, 1);
    connect(m_retry, &QPushButton::clicked, this, &OpeningCard::retryRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this]() { QGuiApplication::clipboard()->setText(m_details); });
    connect(m_way, &QPushButton::clicked, this, [this]() {
        if (m_opening)
            Q_EMIT cancelRequested();
        else
            Q_EMIT backRequested();
    });
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
    m_opening = true;
    m_tile->setIcon(Icon::Lock, Tone::Accent);
    m_title->setText(title.isEmpty() ? tr("Opening the film") : tr("Opening %1").arg(title));
    m_text->setText(tr("Looking up its record."));
    m_diagram->setNodes(static_cast<int>(threshold), nodes);
    m_frame->setVisible(!nodes.isEmpty());
    m_steps->setText(tr("Record · Gateway pass · Key nodes · First picture"));
    m_steps->show();
    m_retry->hide();
    m_copy->hide();
    m_way->setText(tr("Cancel"));
}

void OpeningCard::setStep(const QString& step, const studio::OpenReport& report) {
    if (!m_opening) return;
    if (step == u"capability"_s) m_text->setText(tr("Its record is checked. Asking the gateway for a pass."));
    if (step == u"shares"_s) m_text->setText(tr("The gateway gave a pass. Asking the key nodes."));
    if (step == u"parts"_s || step == u"done"_s) {
        m_text->setText(tr("The key nodes answered. Waiting for the first picture."));
        if (!report.nodes.empty()) m_diagram->setNodes(static_cast<int>(report.threshold), nodesOf(report));
    }
}

void OpeningCard::showProblem(const Error& error, const ErrorContext& context) {
    m_opening = false;
    const Sentence words = sentenceOf(error, context);
    const bool nodes = error.code == "too_few_nodes";
    m_tile->setIcon(error.code == "part_changed" ? Icon::BrokenPart
                    : nodes                      ? Icon::Server
                                                 : Icon::Warning,
                    nodes ? Tone::Warn : Tone::Error);
    m_title->setText(words.fact);
    m_text->setText(words.next);
    m_frame->setVisible(!context.report.nodes.empty());
    if (!context.report.nodes.empty())
        m_diagram->setNodes(static_cast<int>(context.report.threshold), nodesOf(context.report));
    m_steps->setText(error.code == "part_changed" ? tr("Nothing is wrong with your copy or your keys.")
                                                  : QString());
    m_steps->setVisible(!m_steps->text().isEmpty());
    m_retry->show();
    m_copy->show();
    m_way->setText(tr("Back"));
    QStringList details{toQString(error.code), toQString(error.what)};
    for (const auto& node : context.report.nodes)
        details.append(
            u"%1: %2, %3 ms"_s.arg(toQString(node.name), toQString(node.code)).arg(node.milliseconds));
    m_details = details.join(u'\n');
}

}  // namespace keyreel::ui
