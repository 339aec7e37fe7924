#include "ui/pages/devices_card.h"

#include <QHBoxLayout>
#include <algorithm>

#include "ui/models/devices.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

BadgeSpec warning(const QString& word) {
    return {word, Icon::Clock, Tone::Warn, false};
}

bool mayPublish(const studio::OwnDevice& device) {
    return std::find(device.purposes.begin(), device.purposes.end(), rights::kPurposePublish) !=
           device.purposes.end();
}

}  // namespace

DevicesCard::DevicesCard(Devices& devices, QWidget* parent) : Card(parent), m_devices(devices) {
    setObjectName(u"keys.devices"_s);
    auto* head = addTitle(tr("Devices"));
    m_count = new Label({}, Type::Small, Role::Text3);
    m_count->setObjectName(u"keys.devices.count"_s);
    head->insertWidget(1, m_count);
    m_spinner = new Spinner(14);
    m_spinner->setAccessibleName(tr("Reading the list"));
    head->insertWidget(2, m_spinner);
    m_join = new Button(tr("Join with a code..."), Button::Kind::Ghost, Icon::Laptop);
    m_join->setObjectName(u"keys.join"_s);
    m_join->setSize(Button::Size::Small);
    connect(m_join, &QPushButton::clicked, this, &DevicesCard::joinRequested);
    head->addWidget(m_join);
    m_trouble = new QWidget;
    auto* trouble = new QHBoxLayout(m_trouble);
    trouble->setContentsMargins(0, 0, 0, 0);
    m_troubleText = new Label({}, Type::Small, Role::Warn);
    m_troubleText->setObjectName(u"keys.devices.trouble"_s);
    m_troubleText->setWordWrap(true);
    trouble->addWidget(m_troubleText, 1);
    auto* retry = new Button(tr("Try again"), Button::Kind::Secondary, Icon::Retry);
    retry->setObjectName(u"keys.devices.retry"_s);
    retry->setSize(Button::Size::Small);
    connect(retry, &QPushButton::clicked, &m_devices, &Devices::refresh);
    trouble->addWidget(retry, 0, Qt::AlignTop);
    body()->addWidget(m_trouble);
    m_trouble->hide();
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(10);
    body()->addLayout(m_rows);
    connect(&m_devices, &Devices::changed, this, &DevicesCard::follow);
    connect(&m_devices, &Devices::failed, this, &DevicesCard::showTrouble);
    follow();
}

void DevicesCard::setBlocked(const QString& reason) {
    if (m_blocked == reason) return;
    m_blocked = reason;
    follow();
}

void DevicesCard::showTrouble(const Error& error) {
    follow();
    const Sentence words = sentenceOf(error);
    m_troubleText->setText(format::plain(words.text()));
    m_trouble->show();
}

void DevicesCard::follow() {
    m_join->setDisabledReason(m_blocked);
    m_spinner->setVisible(m_devices.isLoading());
    if (m_devices.isLoading()) m_trouble->hide();
    clearLayout(*m_rows);
    const auto& own = m_devices.own();
    const auto active =
        std::count_if(own.begin(), own.end(), [](const studio::OwnDevice& device) { return !device.ended; });
    const auto ended = static_cast<std::ptrdiff_t>(own.size()) - active;
    m_count->setText(own.empty()  ? QString()
                     : ended == 0 ? tr("%1 active").arg(active)
                                  : tr("%1 active, %2 ended").arg(active).arg(ended));
    if (own.empty()) {
        auto* none = new Label(m_devices.isLoading() ? tr("Reading the list from the rights log.")
                                                     : tr("The rights log names this computer as soon as it "
                                                          "publishes or opens something."),
                               Type::Small, Role::Text3);
        none->setWordWrap(true);
        m_rows->addWidget(none);
    }
    for (const auto& device : own)
        addRow(device);
    for (const auto& loan : m_devices.loans())
        addLoan(loan);
}

void DevicesCard::addLine(QWidget* tile, const QString& name, QWidget* badge, const QString& detail,
                          const QList<Button*>& acts) {
    if (m_rows->count() > 0) m_rows->addWidget(new Divider);
    auto* line = new QWidget;
    line->setAccessibleName(u"%1, %2"_s.arg(name, detail));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(tile, 0, Qt::AlignVCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    auto* title = new Label(format::plain(name), Type::Strong, Role::Text);
    title->setObjectName(u"keys.device.name"_s);
    top->addWidget(title);
    if (badge != nullptr) top->addWidget(badge);
    top->addStretch(1);
    words->addLayout(top);
    auto* text = new Label(format::plain(detail), Type::Small, Role::Text3);
    text->setObjectName(u"keys.device.detail"_s);
    text->setWordWrap(true);
    words->addWidget(text);
    row->addLayout(words, 1);
    for (Button* act : acts) {
        act->setSize(Button::Size::Small);
        act->setAccessibleDescription(name);
        act->setDisabledReason(m_blocked);
        row->addWidget(act, 0, Qt::AlignVCenter);
    }
    m_rows->addWidget(line);
}

void DevicesCard::addRow(const studio::OwnDevice& device) {
    QStringList detail{tr("Added %1").arg(format::day(device.since)),
                       mayPublish(device) ? tr("publishes and plays") : tr("plays only")};
    if (device.here) {
        const qint64 last = std::max<qint64>(m_devices.lastOpenedHere(), device.lastOpened.value_or(0));
        detail << (last > 0 ? tr("last opened a film %1").arg(format::moment(last))
                            : tr("opened no film yet"));
        addLine(new IconTile(Icon::Desktop, Tone::Neutral, 40), toQString(device.name),
                new Badge(BadgeSpec::onThisComputer()), detail.join(u" · "_s), {});
        return;
    }
    if (device.lastOpened) detail << tr("last opened a film %1").arg(format::moment(*device.lastOpened));
    if (!mayPublish(device))
        detail << (device.ended ? tr("ended %1").arg(format::dayAndTime(device.notAfter))
                                : tr("until %1").arg(format::dayAndTime(device.notAfter)));
    auto* change = new Button(tr("Change..."), Button::Kind::Secondary);
    change->setObjectName(u"keys.device.change"_s);
    connect(change, &QPushButton::clicked, this, [this, device]() { Q_EMIT changeRequested(device); });
    auto* revoke = new Button(tr("Revoke..."), Button::Kind::Danger);
    revoke->setObjectName(u"keys.device.revoke"_s);
    connect(revoke, &QPushButton::clicked, this, [this, device]() { Q_EMIT revokeRequested(device); });
    addLine(new IconTile(Icon::Laptop, Tone::Neutral, 40), toQString(device.name),
            device.ended ? new Badge(warning(tr("Ended"))) : nullptr, detail.join(u" · "_s),
            {change, revoke});
}

void DevicesCard::addLoan(const studio::Loan& loan) {
    const QString account = format::shortAccount(toQString(identity::toDidKey(loan.account)));
    QStringList detail{tr("as their device '%1'").arg(toQString(loan.name))};
    QList<Button*> acts;
    Badge* badge = nullptr;
    if (loan.revoked) {
        badge = new Badge(BadgeSpec::revoked());
        detail << tr("they took it back");
    } else if (loan.ended) {
        badge = new Badge(warning(tr("Ended")));
        detail << tr("ended %1").arg(format::dayAndTime(loan.notAfter));
    } else {
        detail << tr("until %1").arg(format::dayAndTime(loan.notAfter));
    }
    if (loan.revoked || loan.ended) {
        auto* again = new Button(tr("Join again..."), Button::Kind::Secondary);
        again->setObjectName(u"keys.rejoin"_s);
        const bool newKey = loan.revoked;
        connect(again, &QPushButton::clicked, this, [this, newKey]() {
            if (newKey)
                Q_EMIT rejoinRequested();
            else
                Q_EMIT joinRequested();
        });
        acts << again;
    }
    addLine(new IconTile(Icon::People, Tone::Neutral, 40), tr("Plays what %1 may").arg(account), badge,
            detail.join(u" · "_s), acts);
}

}  // namespace keyreel::ui
