#include "ui/pages/node_sheets.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/node_chooser.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 620;

/// Why these nodes cannot hold shares of suite 2; empty when they can.
QString hybridProblem(const custody::NodeSet& nodes) {
    if (!crypto::hasSuite(crypto::kSuiteHybrid)) return tr("This computer cannot seal that way");
    for (const auto& node : nodes.nodes)
        if (!node.xwingKeyId) return tr("%1 cannot open what is sealed that way").arg(toQString(node.name));
    return {};
}

void bind(Button& act, const NodeChooser& chooser, const Toggle* hybrid = nullptr) {
    const auto follow = [&act, &chooser, hybrid]() {
        const QString problem = chooser.problem();
        act.setDisabledReason(problem.isEmpty() && hybrid != nullptr && hybrid->isChecked()
                                  ? hybridProblem(chooser.chosen())
                                  : problem);
    };
    QObject::connect(&chooser, &NodeChooser::changed, &act, follow);
    if (hybrid != nullptr) QObject::connect(hybrid, &QAbstractButton::toggled, &act, follow);
    follow();
}

/// The choice of suite 2 as people see it. It can always be taken back while the film is a draft.
Toggle* addHybridRow(Sheet& sheet, crypto::Suite suite) {
    const QString name = tr("Withstand quantum computers");
    auto* toggle = new Toggle(name);
    toggle->setObjectName(u"nodesheet.hybrid"_s);
    toggle->setChecked(suite == crypto::kSuiteHybrid);
    const bool here = crypto::hasSuite(crypto::kSuiteHybrid);
    toggle->setEnabled(here || toggle->isChecked());
    sheet.body()->addWidget(new SettingRow(
        name,
        here ? tr("Shares are sealed by ML-KEM-768 and X25519 together, and you sign with ML-DSA-65 "
                  "beside Ed25519. From then on the film opens, and your account signs at this gateway, "
                  "on computers with OpenSSL 3.5 alone (Debian 13 and later).")
             : tr("Needs OpenSSL 3.5 (Debian 13 and later); this computer has %1.")
                   .arg(toQString(crypto::cryptoLibrary())),
        toggle));
    return toggle;
}

QStringList stepNames() {
    return {tr("Get the key from its nodes"), tr("Split it for the new ones"), tr("Send the new shares"),
            tr("Write it into the rights log"), tr("Open the film with the new nodes")};
}

/// The steps of sealing a film anew, one line each; which one goes on, which are done, which one failed.
class StepLines : public QWidget {
public:
    StepLines() : m_names(stepNames()) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(6);
        for (const QString& name : m_names) {
            m_lines.append(new StatusLine(name, Tone::Neutral));
            column->addWidget(m_lines.last());
        }
    }
    void setCurrent(qsizetype current) {
        m_current = current;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (i < current)
                m_lines[i]->set(ui::tr("%1: done").arg(m_names[i]), Tone::Ok);
            else if (i == current)
                m_lines[i]->set(ui::tr("%1 ...").arg(m_names[i]), Tone::Accent);
            else
                m_lines[i]->set(m_names[i], Tone::Neutral);
        }
        if (current < m_names.size()) announce(this, m_names[current]);
    }
    void setFailed() {
        if (m_current < m_lines.size())
            m_lines[m_current]->set(ui::tr("%1: failed").arg(m_names[m_current]), Tone::Error);
    }

private:
    const QStringList m_names;
    QList<StatusLine*> m_lines;
    qsizetype m_current = 0;
};

void showNodes(FactList& list, const studio::OpenReport& report) {
    list.clear();
    for (const auto& node : report.nodes) {
        const bool good = node.code == "released" || node.code == "not_needed";
        list.addFact(Icon::Key, toQString(node.name),
                     node.code == "released"
                         ? tr("answered in %1").arg(format::milliseconds(node.milliseconds))
                         : nodeReason(node.code),
                     good ? Tone::Ok : Tone::Warn);
    }
    list.setVisible(!report.nodes.empty());
}

}  // namespace

NodesSheet makeNodesSheet(KeyNodes& nodes, const studio::Network& network, const custody::NodeSet& now,
                          crypto::Suite suite) {
    NodesSheet out;
    out.sheet = new Sheet(tr("Who holds the key"), kWidth);
    out.sheet->setObjectName(u"nodesheet"_s);
    out.sheet->setSentence(
        tr("It is split into one share for each of these key nodes. One share alone opens "
           "nothing. Choose people who do not share an owner or a computer."));
    out.chooser = new NodeChooser(nodes, network);
    out.chooser->setChosen(now);
    out.sheet->body()->addWidget(out.chooser);
    out.hybrid = addHybridRow(*out.sheet, suite);
    auto* act = out.sheet->addAct(tr("Use these"), Button::Kind::Primary, Icon::Check);
    act->setObjectName(u"nodesheet.use"_s);
    bind(*act, *out.chooser, out.hybrid);
    out.sheet->addWayOut(tr("Back"))->setObjectName(u"nodesheet.back"_s);
    return out;
}

Sheet* makeResealSheet(KeyNodes& nodes, const studio::Network& network, const QString& link,
                       const QString& film, const custody::NodeSet& now) {
    auto* sheet = new Sheet(tr("Change who holds the key"), kWidth);
    sheet->setObjectName(u"reseal"_s);
    sheet->setSentence(format::plain(
        tr("The key of %1 is split anew; the shares of before then open nothing any more. Its link, the film "
           "itself and everyone's access stay as they are.")
            .arg(film)));
    auto* chooser = new NodeChooser(nodes, network);
    chooser->setChosen(now);
    sheet->body()->addWidget(chooser);
    auto* steps = new StepLines;
    steps->setObjectName(u"reseal.steps"_s);
    steps->hide();
    sheet->body()->addWidget(steps);
    auto* answers = new FactList;
    answers->setObjectName(u"reseal.nodes"_s);
    answers->setNameWidth(160);
    answers->hide();
    sheet->body()->addWidget(answers);
    auto* trouble = new Label({}, Type::Body, Role::Error);
    trouble->setObjectName(u"reseal.trouble"_s);
    trouble->setWordWrap(true);
    trouble->hide();
    sheet->body()->addWidget(trouble);
    auto* act = sheet->addAct(tr("Change them"), Button::Kind::Primary, Icon::Key, false);
    act->setObjectName(u"reseal.confirm"_s);
    bind(*act, *chooser);
    auto* out = sheet->addWayOut(tr("Keep them"));
    out->setObjectName(u"reseal.close"_s);

    QObject::connect(act, &QPushButton::clicked, sheet,
                     [&nodes, link, chooser, steps, answers, trouble, act, out]() {
                         if (act->isLoading()) return;
                         act->setLoading(true);
                         trouble->hide();
                         answers->hide();
                         chooser->hide();
                         steps->setCurrent(0);
                         steps->show();
                         out->setText(tr("Stop"));
                         out->setFocus(Qt::OtherFocusReason);
                         nodes.reseal(link, chooser->chosen());
                     });
    // Leaving the sheet stops what has changed nothing yet; what is in force is told by the page.
    QObject::connect(sheet, &Sheet::rejected, &nodes, &KeyNodes::stopReseal);
    QObject::connect(&nodes, &KeyNodes::resealStep, sheet,
                     [link, steps, out](const QString& of, studio::ResealStep step) {
                         if (of != link) return;
                         steps->setCurrent(static_cast<qsizetype>(step));
                         // From here it cannot be called off, only not waited for.
                         if (step == studio::ResealStep::Record) out->setText(tr("Do not wait"));
                     });
    QObject::connect(
        &nodes, &KeyNodes::resealed, sheet,
        [sheet, link, steps, answers, act, out](const QString& of, const studio::ResealReport& report) {
            if (of != link) return;
            steps->setCurrent(stepNames().size());
            showNodes(*answers, report.after);
            act->hide();
            out->setText(tr("Close"));
            out->setFocus(Qt::OtherFocusReason);
            const QString words = tr("Its key is with %1. The shares of before open nothing any more.")
                                      .arg(wordsOf(report.nodes));
            sheet->setSentence(format::plain(words));
            announce(sheet, words);
        });
    QObject::connect(&nodes, &KeyNodes::resealFailed, sheet,
                     [link, chooser, steps, answers, trouble, act, out](const QString& of, const Error& error,
                                                                        const studio::ResealReport& report) {
                         if (of != link) return;
                         steps->setFailed();
                         const bool inForce = report.revision > 0;
                         showNodes(*answers, inForce ? report.after : report.before);
                         ErrorContext context;
                         context.report = report.before;
                         const QString why = sentenceOf(error, context).text();
                         const QString words = inForce ? why : tr("Nothing was changed. %1").arg(why);
                         trouble->setText(format::plain(words));
                         trouble->show();
                         announce(trouble, words);
                         act->setLoading(false);
                         act->setVisible(!inForce);
                         chooser->setVisible(!inForce && report.before.nodes.empty());
                         act->setText(tr("Try again"));
                         out->setText(tr("Close"));
                         out->setFocus(Qt::OtherFocusReason);
                     });
    return sheet;
}

}  // namespace keyreel::ui
