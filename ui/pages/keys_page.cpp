#include "ui/pages/keys_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/devices.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/key_nodes.h"
#include "ui/models/recovery_kits.h"
#include "ui/pages/device_sheets.h"
#include "ui/pages/devices_card.h"
#include "ui/pages/kit_sheet.h"
#include "ui/pages/phrase_view.h"
#include "ui/pages/publish_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/side_column.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/quorum_diagram.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSideWidth = 460;

/// Icon tile, strong line, quiet line; returns the two labels.
std::pair<Label*, Label*> addFact(QVBoxLayout* column, QWidget* tile, QWidget* action = nullptr) {
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(tile, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* fact = new Label({}, Type::Strong, Role::Text);
    fact->setWordWrap(true);
    auto* text = new Label({}, Type::Small, Role::Text3);
    text->setWordWrap(true);
    words->addWidget(fact);
    words->addWidget(text);
    row->addLayout(words, 1);
    if (action != nullptr) row->addWidget(action, 0, Qt::AlignTop);
    column->addLayout(row);
    return {fact, text};
}

}  // namespace

KeysPage::KeysPage(Engine& engine, Devices& devices, RecoveryKits& kits, SettingsTable& settings,
                   MainWindow& window, QWidget* parent)
    : PageHost(tr("Keys & devices"), parent),
      m_engine(engine),
      m_devices(devices),
      m_kits(kits),
      m_settings(settings),
      m_window(window) {
    setObjectName(u"keys"_s);
    m_lock = new Button(tr("Lock now"), Button::Kind::Secondary, Icon::Lock);
    m_lock->setObjectName(u"keys.lock"_s);
    connect(m_lock, &QPushButton::clicked, this, [this]() {
        if (m_engine.readiness() == Engine::Readiness::Ready)
            m_engine.lock();
        else
            Q_EMIT unlockRequested();
    });
    header()->addAction(m_lock);
    m_add = new Button(tr("Add a device..."), Button::Kind::Primary, Icon::Plus);
    m_add->setObjectName(u"keys.add"_s);
    connect(m_add, &QPushButton::clicked, this,
            [this]() { m_window.openSheet(makeAddDeviceSheet(m_devices)); });
    header()->addAction(m_add);
    setContent(makeContent());
    setSide(makeSide());
    connect(&m_engine, &Engine::readinessChanged, this, &KeysPage::follow);
    connect(&m_engine, &Engine::healthChanged, this, &KeysPage::followNodes);
    connect(&m_engine, &Engine::phraseReady, this, [this](const std::shared_ptr<SecretBytes>& phrase) {
        m_words->setLoading(false);
        if (std::exchange(m_wordsAsked, false)) m_window.openSheet(makePhraseSheet(phrase, false));
    });
    connect(this, &PageHost::stateAction, this, [this](PageState state, const QString&) {
        if (state == PageState::Locked)
            Q_EMIT unlockRequested();
        else
            m_engine.start();
    });
    follow();
}

QWidget* KeysPage::makeContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);

    m_devicesCard = new DevicesCard(m_devices);
    connect(m_devicesCard, &DevicesCard::changeRequested, this, [this](const studio::OwnDevice& device) {
        m_window.openSheet(makeChangeDeviceSheet(m_devices, device));
    });
    connect(m_devicesCard, &DevicesCard::revokeRequested, this, [this](const studio::OwnDevice& device) {
        m_window.openSheet(makeRevokeDeviceSheet(m_devices, device));
    });
    connect(m_devicesCard, &DevicesCard::joinRequested, this, &KeysPage::joinRequested);
    connect(m_devicesCard, &DevicesCard::rejoinRequested, this, &KeysPage::rejoinRequested);
    column->addWidget(m_devicesCard);

    auto* identity = new Card;
    identity->addTitle(tr("Your identity"));
    m_avatar = new Avatar({}, 40);
    Label* public_ = nullptr;
    std::tie(m_name, public_) = addFact(identity->body(), m_avatar);
    public_->setText(tr("This name and this account are public on every film you publish."));
    m_account = new CopyField(tr("Your account"));
    m_account->setObjectName(u"keys.account"_s);
    m_account->copyButton()->setObjectName(u"keys.copyAccount"_s);
    identity->body()->addWidget(m_account);
    m_identity = new KeyValueTable;
    identity->body()->addWidget(m_identity);
    column->addWidget(identity);

    column->addWidget(makeRecovery());
    column->addStretch(1);
    return content;
}

Card* KeysPage::makeRecovery() {
    auto* recovery = new Card;
    recovery->setObjectName(u"keys.recovery"_s);
    recovery->addTitle(tr("Recovery"));
    m_makeKit = new Button(tr("Make a kit..."), Button::Kind::Primary, Icon::RecoveryKit);
    m_makeKit->setObjectName(u"keys.kit"_s);
    connect(m_makeKit, &QPushButton::clicked, this, [this]() { m_window.openSheet(makeKitSheet(m_kits)); });
    connect(&m_kits, &RecoveryKits::made, this, &KeysPage::follow);
    m_kitTile = new IconTile(Icon::RecoveryKit, Tone::Warn, 40);
    std::tie(m_kit, m_kitText) = addFact(recovery->body(), m_kitTile, m_makeKit);
    m_kit->setObjectName(u"keys.kit.state"_s);
    m_words = new Button(tr("Show 24 words..."), Button::Kind::Secondary, Icon::Eye);
    m_words->setObjectName(u"keys.words"_s);
    connect(m_words, &QPushButton::clicked, this, [this]() {
        m_wordsAsked = true;
        m_words->setLoading(true);
        m_engine.requestPhrase();
    });
    const auto [fact, text] =
        addFact(recovery->body(), new IconTile(Icon::TextTrack, Tone::Accent, 40), m_words);
    fact->setText(tr("24 words bring your identity back"));
    text->setText(
        tr("On another computer, or here if the keyring is lost. Keep them on paper, away from this one."));
    return recovery;
}

SideColumn* KeysPage::makeSide() {
    auto* side = new SideColumn(kSideWidth);
    auto* keyring = new Card;
    keyring->addTitle(tr("System keyring"));
    m_keyringTile = new IconTile(Icon::Unlock, Tone::Ok, 40);
    std::tie(m_keyring, m_keyringText) = addFact(keyring->body(), m_keyringTile);
    m_keyring->setObjectName(u"keys.keyring"_s);
    addVault(keyring->body());
    keyring->body()->addWidget(makeSleepRow());
    side->add(keyring);
    auto* nodes = new Card;
    auto* title = nodes->addTitle(tr("Key nodes"));
    title->addStretch(1);
    auto* test = new Button(tr("Test now"), Button::Kind::Secondary, Icon::Retry);
    test->setObjectName(u"keys.test"_s);
    test->setSize(Button::Size::Small);
    connect(test, &QPushButton::clicked, this, [this]() { m_engine.refreshHealth(); });
    title->addWidget(test);
    m_nodesText = new Label({});
    m_nodesText->setWordWrap(true);
    nodes->body()->addWidget(m_nodesText);
    auto* frame = new Card(nullptr, Card::Kind::Inset);
    m_quorum = new QuorumDiagram;
    m_quorum->setObjectName(u"keys.quorum"_s);
    frame->body()->addWidget(m_quorum);
    nodes->body()->addWidget(frame);
    m_nodeRows = new QVBoxLayout;
    m_nodeRows->setSpacing(8);
    nodes->body()->addLayout(m_nodeRows);
    auto* effect =
        new Label(tr("If one node is down, everything still opens. If two are down, films wait until one is "
                     "back."),
                  Type::Small, Role::Text3);
    effect->setWordWrap(true);
    nodes->body()->addWidget(effect);
    side->add(nodes);
    return side;
}

void KeysPage::addVault(QVBoxLayout* column) {
    m_newKeys = new Button(tr("New keys"), Button::Kind::Secondary, Icon::Retry);
    m_newKeys->setObjectName(u"keys.newKeys"_s);
    const auto [fact, text] = addFact(column, new IconTile(Icon::Key, Tone::Accent, 40), m_newKeys);
    fact->setText(tr("Your vault opens by a key in the keyring"));
    text->setText(
        tr("New keys seal everything in it anew, in case somebody else had this computer in their hands."));
    connect(m_newKeys, &QPushButton::clicked, this, [this]() {
        m_newKeys->setLoading(true);
        m_engine.renewVaultKeys();
    });
    connect(&m_engine, &Engine::vaultKeysRenewed, this, [this]() {
        m_newKeys->setLoading(false);
        m_window.toasts()->show(tr("The vault has new keys"), Icon::Check);
    });
    connect(&m_engine, &Engine::identityFailed, this, [this](const Error& error) {
        if (!m_newKeys->isLoading()) return;
        m_newKeys->setLoading(false);
        const Sentence words = sentenceOf(error);
        m_window.toasts()->show(words.text(), Icon::Warning);
    });
}

QWidget* KeysPage::makeSleepRow() {
    auto* toggle = new Toggle(tr("Lock before this computer sleeps"));
    toggle->setObjectName(u"keys.sleep"_s);
    toggle->setChecked(m_settings.locksBeforeSleep());
    m_sleep.setActive(m_settings.locksBeforeSleep());
    connect(toggle, &QAbstractButton::toggled, this, [this](bool on) {
        m_settings.setLocksBeforeSleep(on);
        m_sleep.setActive(on);
    });
    connect(&m_sleep, &SleepWatch::goingToSleep, this, [this]() {
        if (m_engine.readiness() == Engine::Readiness::Ready)
            m_engine.lock();
        else
            m_sleep.letSleep();
    });
    connect(&m_engine, &Engine::locked, &m_sleep, &SleepWatch::letSleep);
    return new SettingRow(tr("Lock before this computer sleeps"),
                          tr("Keys leave its memory, and it asks for the keyring's password afterwards"),
                          toggle);
}

void KeysPage::showEvent(QShowEvent* event) {
    PageHost::showEvent(event);
    m_engine.refreshHealth();
    if (m_engine.readiness() == Engine::Readiness::Ready) m_devices.refresh();
}

void KeysPage::follow() {
    using enum Engine::Readiness;
    const auto readiness = m_engine.readiness();
    const bool ready = readiness == Ready;
    if (const auto& person = m_engine.person()) {
        const QString name = toQString(person->displayName);
        m_name->setText(name);
        m_avatar->setName(name);
        m_account->setValue(toQString(identity::toDidKey(person->account)));
        m_identity->setRow(tr("Fingerprint"), toQString(identity::fingerprint(person->account)));
        m_identity->setRow(tr("This computer's key"), toQString(identity::fingerprint(person->device)));
    }
    const Sentence words = sentenceOf(m_engine.problem());
    m_lock->setText(ready ? tr("Lock now") : tr("Unlock"));
    m_lock->setIconGlyph(ready ? Icon::Lock : Icon::Unlock);
    m_lock->setVisible(ready || readiness == Locked);
    const QString blocked = ready                 ? QString()
                            : readiness == Locked ? tr("Unlock your key first")
                                                  : tr("Waits until the network is up");
    m_add->setDisabledReason(blocked);
    m_devicesCard->setBlocked(blocked);
    if (ready && isVisible()) m_devices.refresh();
    followKit(blocked);
    m_newKeys->setDisabledReason(blocked);
    m_words->setDisabledReason(ready ? QString() : tr("Unlock your key first"));
    const bool open = ready || readiness == NetworkDown || readiness == Busy || readiness == Starting;
    m_keyringTile->setIcon(open ? Icon::Unlock : Icon::Lock, open ? Tone::Ok : Tone::Warn);
    m_keyring->setText(open ? tr("The keyring is unlocked") : words.fact);
    m_keyringText->setText(open ? tr("It holds this computer's key and the key of your vault.") : words.next);
    if (readiness == Locked)
        setState(PageState::Locked, {words.fact, words.next, tr("Unlock"), {}});
    else if (readiness == NetworkDown)
        setState(PageState::Offline, {words.fact, words.next, tr("Try now"), {}});
    else if (readiness == NoKeyring || readiness == Denied || readiness == Busy)
        setState(PageState::Error, {words.fact, words.next, tr("Try again"), {}});
    else
        setState(PageState::Ready);
    followNodes();
}

void KeysPage::followKit(const QString& blocked) {
    const auto made = m_kits.lastMade();
    m_kitTile->setIcon(Icon::RecoveryKit, made ? Tone::Ok : Tone::Warn);
    m_kit->setText(made ? tr("Recovery kit made on %1").arg(format::day(*made)) : tr("No recovery kit yet"));
    m_kitText->setText(
        made
            ? tr("It brings you, the drafts of that day and your published films back. Make another one when "
                 "there is more to keep.")
            : tr("A file under a password: with it a lost computer costs you nothing. Without it, and "
                 "without the words, nobody can bring you back."));
    m_makeKit->setText(made ? tr("Make another...") : tr("Make a kit..."));
    m_makeKit->setKind(made ? Button::Kind::Secondary : Button::Kind::Primary);
    m_makeKit->setDisabledReason(blocked);
}

void KeysPage::followNodes() {
    clearLayout(*m_nodeRows);
    const auto* network = m_engine.network();
    m_quorum->setVisible(network != nullptr);
    if (network == nullptr) {
        m_nodesText->setText(tr("Shown as soon as the network is up."));
        return;
    }
    const QString count = tr("Keys are held by %1 nodes; any %2 open your film.")
                              .arg(network->nodes.size())
                              .arg(network->threshold);
    m_nodesText->setText(isOnThisComputer(*network)
                             ? count + u' ' +
                                   tr("All of them run on this computer now, so they are not independent.")
                             : count);
    QList<QuorumDiagram::Node> nodes;
    for (const auto& node : network->nodes) {
        const auto& health = m_engine.health();
        const auto found =
            std::find_if(health.begin(), health.end(),
                         [&](const studio::ServiceHealth& service) { return service.url == node.url; });
        const bool up = found == health.end() || found->running;
        const QString operator_ = node.operatorName.empty() ? tr("operator not named") : operatorOf(node);
        nodes.append({toQString(node.name),
                      operator_,
                      up ? QuorumDiagram::NodeState::Answered : QuorumDiagram::NodeState::Failed,
                      {}});
        m_nodeRows->addWidget(
            new StatusLine(tr("%1 · %2 · %3")
                               .arg(toQString(node.name), toQString(node.url),
                                    up ? tr("runs") : tr("does not answer; films open without it")),
                           up ? Tone::Ok : Tone::Error));
    }
    m_quorum->setNodes(static_cast<int>(network->threshold), nodes);
}

}  // namespace keyreel::ui
