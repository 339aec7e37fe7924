#include "ui/pages/key_nodes_card.h"

#include <algorithm>

#include "core/studio/link.h"
#include "core/studio/sealed_tier.h"
#include "ui/models/error_text.h"
#include "ui/pages/node_sheets.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

KeyNodesCard::KeyNodesCard(Engine& engine, MainWindow& window, QWidget* parent)
    : Card(parent), m_engine(engine), m_window(window), m_nodes(engine) {
    setObjectName(u"asset.nodes"_s);
    auto* title = addTitle(tr("Key nodes"));
    title->addStretch(1);
    m_change = new Button(tr("Change nodes..."), Button::Kind::Secondary, Icon::Key);
    m_change->setObjectName(u"asset.changeNodes"_s);
    m_change->setSize(Button::Size::Small);
    connect(m_change, &QPushButton::clicked, this, &KeyNodesCard::change);
    title->addWidget(m_change);
    m_count = new Label({});
    m_count->setObjectName(u"asset.nodes.count"_s);
    m_count->setWordWrap(true);
    body()->addWidget(m_count);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(6);
    body()->addLayout(m_rows);
    connect(&m_engine, &Engine::healthChanged, this, &KeyNodesCard::follow);
    connect(&m_engine, &Engine::readinessChanged, this, &KeyNodesCard::follow);
    connect(&m_nodes, &KeyNodes::resealed, this, &KeyNodesCard::resealed);
    connect(&m_nodes, &KeyNodes::resealFailed, this,
            [this](const QString& link, const Error& error, const studio::ResealReport& report) {
                if (report.revision > 0) Q_EMIT resealed(link);
                if (m_window.hasSheet()) return;
                m_window.toasts()->show(error.code == "cancelled" && report.revision == 0
                                            ? tr("The key nodes are as they were")
                                            : sentenceOf(error).text(),
                                        Icon::Key);
            });
}

void KeyNodesCard::showFilm(const QString& link, const studio::FilmFacts& facts) {
    m_link = link;
    m_title = toQString(facts.manifest.title);
    m_mine = facts.mine;
    m_set = {};
    // Of several keys no one is the film's; such a film is sealed anew by what sealed it.
    if (facts.manifest.tiers.size() == 1)
        m_set = studio::sealedTierOf(facts.manifest, facts.manifest.tiers.front()).nodeSet;
    follow();
}

studio::Network KeyNodesCard::networkOf() const {
    const auto* network = m_engine.network();
    const auto link = studio::Link::parse(toStdString(m_link));
    if (network != nullptr && link && link->gatewayUrl() == network->gatewayUrl) return *network;
    studio::Network elsewhere;
    if (link) elsewhere.gatewayUrl = link->gatewayUrl();
    elsewhere.threshold = m_set.threshold;
    return elsewhere;
}

void KeyNodesCard::follow() {
    setVisible(!m_set.nodes.empty());
    clearLayout(*m_rows);
    if (m_set.nodes.empty()) return;
    const studio::Network network = networkOf();
    for (auto& node : m_set.nodes)
        for (const auto& known : network.nodes)
            // The signed manifest names no operators.
            if (known.signingKey == node.signingKey) node.operatorName = known.operatorName;
    m_count->setText(tr("Any <b>%1 of %2</b> open this film.").arg(m_set.threshold).arg(m_set.nodes.size()));
    const auto& health = m_engine.health();
    for (const auto& node : m_set.nodes) {
        const bool down = std::any_of(health.begin(), health.end(), [&](const auto& service) {
            return service.url == node.url && !service.running;
        });
        const QString name = toQString(node.name);
        m_rows->addWidget(new StatusLine(
            down ? tr("%1 · does not answer").arg(name) : tr("%1 · %2").arg(name, wordsOf(node)),
            down ? Tone::Error : Tone::Ok));
    }
    m_change->setVisible(m_mine);
    m_change->setDisabledReason(
        m_engine.readiness() == Engine::Readiness::Ready ? QString() : tr("Waits until the network is up"));
}

void KeyNodesCard::change() {
    if (m_nodes.isResealing() || m_window.hasSheet()) return;
    m_window.openSheet(makeResealSheet(m_nodes, networkOf(), m_link, m_title, m_set));
}

}  // namespace keyreel::ui
