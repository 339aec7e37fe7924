#include "ui/models/key_nodes.h"

#include <QUrl>

#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QString listed(const std::vector<std::string>& names) {
    QStringList list;
    for (const auto& name : names)
        list.append(toQString(name));
    if (list.size() < 2) return list.join(QString());
    const QString last = list.takeLast();
    return tr("%1 and %2").arg(list.join(u", "_s), last);
}

}  // namespace

KeyNodes::KeyNodes(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

quint64 KeyNodes::ask(const studio::Network& network, const QString& url) {
    const quint64 question = ++m_questions;
    m_desk.runAlone(
        [network, url = toStdString(url)]() { return studio::askKeyNode(network, url, std::stop_token()); },
        [this, question](const Result<custody::NodeDescriptor>& node) {
            if (node)
                Q_EMIT answered(question, *node);
            else
                Q_EMIT askFailed(question, node.error());
        });
    return question;
}

quint64 KeyNodes::weigh(const custody::NodeSet& nodes) {
    const quint64 question = ++m_questions;
    m_desk.runAlone(
        [nodes]() -> Result<std::vector<studio::NodeWarning>> {
            return studio::warningsOf(nodes, studio::machineAddresses);
        },
        [this, question](const Result<std::vector<studio::NodeWarning>>& warnings) {
            if (warnings) Q_EMIT weighed(question, *warnings);
        });
    return question;
}

void KeyNodes::reseal(const QString& link, const custody::NodeSet& nodes) {
    if (std::exchange(m_resealing, true)) return;
    const auto report = std::make_shared<studio::ResealReport>();
    const auto tell = [self = QPointer<KeyNodes>(this), engine = &m_desk.engine(),
                       link](studio::ResealStep step) {
        // The engine outlives its workers; the view model may not.
        QMetaObject::invokeMethod(
            engine,
            [self, link, step]() {
                if (self) Q_EMIT self->resealStep(link, step);
            },
            Qt::QueuedConnection);
    };
    m_reseal = m_desk.run(
        [text = toStdString(link), nodes, report, tell](const studio::Session& session,
                                                        const std::stop_token& stop) -> Status {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return studio::resealFilm(
                *there, parsed, [&]() -> Result<custody::NodeSet> { return nodes; }, stop, *report, tell);
        },
        [this, link, report](const Status& done) {
            m_resealing = false;
            if (done)
                Q_EMIT resealed(link, *report);
            else
                Q_EMIT resealFailed(link, done.error(), *report);
        });
}

QString wordsOf(const studio::NodeWarning& warning) {
    const QString who = listed(warning.nodes);
    const QString shared = toQString(warning.shared);
    QString fact;
    if (warning.code == "below_two") return tr("Each of these nodes alone can open the film.");
    if (warning.code == "all_needed") return tr("If any one of these nodes is lost, so is the film.");
    if (warning.code == "same_operator")
        fact = tr("%1 are run by %2").arg(who, shared);
    else if (warning.code == "same_address")
        fact = tr("%1 have the same address, %2").arg(who, shared);
    else if (warning.code == "same_machine")
        fact = tr("%1 are on the same machine").arg(who);
    else
        return toQString(warning.text);
    return warning.suffices ? tr("%1; together they can open the film.").arg(fact) : tr("%1.").arg(fact);
}

QString wordsOf(const custody::NodeDescriptor& node) {
    const QString by =
        node.operatorName.empty() ? tr("operator not named") : tr("run by %1").arg(operatorOf(node));
    return tr("%1 · %2").arg(by, QUrl(toQString(node.url)).authority());
}

QString wordsOf(const custody::NodeSet& nodes) {
    QStringList names;
    for (const auto& node : nodes.nodes)
        names.append(toQString(node.name));
    return tr("any %1 of %2: %3").arg(nodes.threshold).arg(names.size()).arg(names.join(u", "_s));
}

custody::NodeSet holdersNow(const studio::KeyHolders& chosen, const studio::Network& network) {
    return studio::nodeSetFor(chosen, network).value_or(custody::NodeSet{network.nodes, network.threshold});
}

QString operatorOf(const custody::NodeDescriptor& node) {
    // The embedded network's own word for itself.
    return node.operatorName == "This computer" ? tr("This computer") : toQString(node.operatorName);
}

}  // namespace keyreel::ui
