#include "ui/pages/join_sheet.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/models/devices.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/publish_sheet.h"
#include "ui/pages/share_sheet.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 600;
constexpr int kTickMs = 1000;

/// What stands in the sheet and how it changes.
class Joining : public QWidget {
    Q_OBJECT
public:
    Joining(Devices& devices, const Engine& engine, Sheet& sheet);

private:
    void ask();
    void show(const QString& code, qint64 until);
    void tick();
    void finish(const studio::Loan& loan);
    void fail(const Error& error);

    Devices& m_devices;
    Sheet& m_sheet;
    QrView* m_qr;
    CopyField* m_code;
    Spinner* m_spinner;
    Label* m_state;
    DigitsLabel* m_left;
    Button* m_again;
    QWidget* m_codes;
    QTimer m_tick;
    qint64 m_until = 0;
};

Joining::Joining(Devices& devices, const Engine& engine, Sheet& sheet) : m_devices(devices), m_sheet(sheet) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    m_codes = new QWidget;
    auto* codes = new QHBoxLayout(m_codes);
    codes->setContentsMargins(0, 0, 0, 0);
    codes->setSpacing(20);
    m_qr = new QrView;
    m_qr->setObjectName(u"join.qr"_s);
    m_qr->setAccessibleName(tr("The code as a QR code"));
    codes->addWidget(m_qr, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(new Label(tr("Code of this computer"), Type::SmallStrong, Role::Text2));
    m_code = new CopyField(tr("Code of this computer"));
    m_code->setObjectName(u"join.code"_s);
    m_code->copyButton()->setObjectName(u"join.copy"_s);
    words->addWidget(m_code);
    auto* left = new QHBoxLayout;
    left->addWidget(new Label(tr("Good for"), Type::Small, Role::Text3));
    m_left = new DigitsLabel(u"10:00"_s, Type::Small, Role::Text);
    m_left->setObjectName(u"join.left"_s);
    left->addWidget(m_left);
    left->addStretch(1);
    words->addLayout(left);
    QString where = tr("It is no secret: it opens nothing by itself.");
    if (const auto* network = engine.network()) {
        const QString gateway = gatewayName(network->gatewayUrl);
        where += u' ' + (isOnThisComputer(*network)
                             ? tr("It is known at the gateway on this computer only; another computer has to "
                                  "use the same gateway.")
                             : tr("Both computers have to use the gateway %1.").arg(gateway));
    }
    auto* note = new Label(where, Type::Small, Role::Text3);
    note->setWordWrap(true);
    words->addWidget(note);
    words->addStretch(1);
    codes->addLayout(words, 1);
    column->addWidget(m_codes);
    auto* state = new QHBoxLayout;
    state->setSpacing(10);
    m_spinner = new Spinner;
    m_state = new Label({});
    m_state->setObjectName(u"join.state"_s);
    m_state->setWordWrap(true);
    state->addWidget(m_spinner, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    column->addLayout(state);
    m_again = sheet.addAct(tr("New code"), Button::Kind::Primary, Icon::Retry, false);
    m_again->setObjectName(u"join.again"_s);
    connect(m_again, &QPushButton::clicked, this, &Joining::ask);
    connect(&m_devices, &Devices::offered, this, &Joining::show);
    connect(&m_devices, &Devices::joined, this, &Joining::finish);
    connect(&m_devices, &Devices::joinFailed, this, &Joining::fail);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &Joining::tick);
    ask();
}

void Joining::ask() {
    m_tick.stop();
    m_again->hide();
    m_codes->setEnabled(false);
    m_code->setValue({});
    m_qr->setModules(0, {});
    m_left->setText(u"10:00"_s);
    m_spinner->show();
    m_state->setRole(Role::Text2);
    m_state->setText(tr("Asking the gateway for a code."));
    m_devices.join();
}

void Joining::show(const QString& code, qint64 until) {
    m_codes->setEnabled(true);
    m_code->setValue(code);
    showQr(*m_qr, code);
    m_state->setText(tr("Waiting until it is added there."));
    announce(m_state, tr("The code is %1, good for ten minutes").arg(code));
    m_until = until;
    m_tick.start();
    tick();
    m_code->copyButton()->setFocus(Qt::OtherFocusReason);
}

void Joining::tick() {
    const qint64 left = std::max<qint64>(0, m_until - QDateTime::currentSecsSinceEpoch());
    m_left->setText(format::clock(left * 1000));
}

void Joining::finish(const studio::Loan& loan) {
    m_tick.stop();
    m_spinner->hide();
    m_codes->hide();
    if (auto* out = m_sheet.findChild<Button*>(u"join.close"_s)) out->setText(tr("Close"));
    m_sheet.setSentence(
        tr("Films that they may watch open on this computer, too. Their link is all you need."));
    m_state->setRole(Role::Ok);
    const QString account = toQString(identity::toDidKey(loan.account));
    const QString words =
        tr("Added as '%1' by %2, until %3.")
            .arg(toQString(loan.name), format::shortAccount(account), format::dayAndTime(loan.notAfter));
    m_state->setText(format::plain(words));
    announce(m_state, words);
}

void Joining::fail(const Error& error) {
    m_tick.stop();
    m_spinner->hide();
    m_codes->setEnabled(false);
    m_left->setText(u"0:00"_s);
    m_state->setRole(Role::Error);
    const QString words = sentenceOf(error).text();
    m_state->setText(format::plain(words));
    announce(m_state, words);
    m_again->show();
    m_again->setFocus(Qt::OtherFocusReason);
}

}  // namespace

Sheet* makeJoinSheet(Devices& devices, const Engine& engine) {
    auto* sheet = new Sheet(Joining::tr("Join with a code"), kWidth);
    sheet->setObjectName(u"join"_s);
    sheet->setIcon(Icon::Laptop, Tone::Accent);
    sheet->setSentence(Joining::tr(
        "On the computer of whoever lets you in: Keys & devices, Add a device. Type this code "
        "there. This computer may then play what they may, and nothing else; no key leaves either "
        "computer."));
    sheet->body()->addWidget(new Joining(devices, engine, *sheet));
    sheet->addWayOut(Joining::tr("Cancel"))->setObjectName(u"join.close"_s);
    QObject::connect(sheet, &Sheet::closed, &devices, &Devices::stopJoining);
    return sheet;
}

}  // namespace keyreel::ui

#include "join_sheet.moc"
