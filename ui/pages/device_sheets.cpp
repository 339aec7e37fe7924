#include "ui/pages/device_sheets.h"

#include <QVBoxLayout>

#include "ui/models/devices.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/loan_term.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kLongestName = 80;

/// A line for trouble that belongs to no field.
Label* addTrouble(Sheet& sheet) {
    auto* trouble = new Label({}, Type::Body, Role::Error);
    trouble->setObjectName(u"device.trouble"_s);
    trouble->setWordWrap(true);
    trouble->hide();
    sheet.body()->addWidget(trouble);
    return trouble;
}

void tell(Label& trouble, const Error& error) {
    const QString words = sentenceOf(error).text();
    trouble.setText(format::plain(words));
    trouble.show();
    announce(&trouble, words);
}

Field* addName(Sheet& sheet, const QString& name) {
    auto* field = new Field(tr("What you call it"));
    field->setObjectName(u"device.name"_s);
    field->setIcon(Icon::Laptop);
    field->edit()->setMaxLength(kLongestName);
    field->setText(name);
    sheet.body()->addWidget(field);
    return field;
}

bool isAboutTheCode(const Error& error) {
    return error.code == "bad_code" || error.code == "code_unknown" || error.code == "device_own" ||
           error.code == "device_taken_back";
}

/// "has it", or why not.
QString answerOf(const studio::Receiver& receiver) {
    return receiver.received() ? tr("refuses it from now on") : nodeReason(receiver.code);
}

void showReceivers(FactList& list, const studio::RevocationReport& report) {
    list.clear();
    for (const auto& node : report.nodes)
        list.addFact(Icon::Key, toQString(node.name), answerOf(node),
                     node.received() ? Tone::Ok : Tone::Warn);
    for (const auto& gateway : report.gateways)
        list.addFact(Icon::Globe, tr("Gateway"),
                     gateway.received() ? tr("has it in the rights log") : nodeReason(gateway.code),
                     gateway.received() ? Tone::Ok : Tone::Warn);
}

}  // namespace

Sheet* makeAddDeviceSheet(Devices& devices) {
    auto* sheet = new Sheet(tr("Add a device"), 580);
    sheet->setObjectName(u"adddevice"_s);
    sheet->setIcon(Icon::Laptop, Tone::Accent);
    sheet->setSentence(
        tr("On the other computer choose \"Join with a code\": at its first start, or under Keys & "
           "devices. It then plays what you may, and cannot publish or let anyone in."));
    auto* code = new Field(tr("The code that it shows"));
    code->setObjectName(u"device.code"_s);
    code->setIcon(Icon::Key);
    code->setPlaceholder(u"7Q2M-KD0V-X9TB-3HWE"_s);
    code->setHint(tr("16 letters and digits, good for ten minutes."));
    sheet->body()->addWidget(code);
    auto* name = addName(*sheet, {});
    name->setPlaceholder(tr("As it calls itself"));
    auto* term = new LoanTerm;
    sheet->body()->addWidget(term);
    auto* trouble = addTrouble(*sheet);
    auto* act = sheet->addAct(tr("Add"), Button::Kind::Primary, Icon::Plus, false);
    act->setObjectName(u"device.add"_s);
    sheet->addWayOut(tr("Back"));
    sheet->setDefaultFocus(code->edit());
    const auto add = [&devices, code, name, term, trouble, act]() {
        if (act->isLoading()) return;
        trouble->hide();
        code->setError({});
        const qint64 until = term->until();
        if (until == 0) return;
        act->setLoading(true);
        devices.add(code->text(), name->text(), until);
    };
    QObject::connect(act, &QPushButton::clicked, sheet, add);
    QObject::connect(code, &Field::returnPressed, sheet, add);
    QObject::connect(name, &Field::returnPressed, sheet, add);
    QObject::connect(code, &Field::textEdited, code, [code]() { code->setError({}); });
    QObject::connect(&devices, &Devices::added, sheet, &Sheet::accept);
    QObject::connect(&devices, &Devices::addFailed, sheet, [code, trouble, act](const Error& error) {
        act->setLoading(false);
        if (!isAboutTheCode(error)) {
            tell(*trouble, error);
            return;
        }
        const Sentence words = sentenceOf(error);
        code->setError(words.fact);
        code->setHint(words.next);
        code->edit()->setFocus(Qt::OtherFocusReason);
    });
    return sheet;
}

Sheet* makeChangeDeviceSheet(Devices& devices, const studio::OwnDevice& device) {
    auto* sheet = new Sheet(tr("Change a device"), 580);
    sheet->setObjectName(u"changedevice"_s);
    sheet->setIcon(Icon::Laptop, Tone::Accent);
    auto* name = addName(*sheet, toQString(device.name));
    auto* term = new LoanTerm(device.notAfter);
    sheet->body()->addWidget(term);
    auto* trouble = addTrouble(*sheet);
    auto* act = sheet->addAct(tr("Save"), Button::Kind::Primary, Icon::Check, false);
    act->setObjectName(u"device.save"_s);
    sheet->addWayOut(tr("Back"));
    sheet->setDefaultFocus(name->edit());
    const auto save = [&devices, id = device.device, name, term, trouble, act]() {
        if (act->isLoading()) return;
        trouble->hide();
        name->setError(name->text().trimmed().isEmpty() ? tr("Any name you like") : QString());
        const qint64 until = term->until();
        if (until == 0 || !name->error().isEmpty()) return;
        act->setLoading(true);
        devices.alter(id, name->text(), until);
    };
    QObject::connect(act, &QPushButton::clicked, sheet, save);
    QObject::connect(name, &Field::returnPressed, sheet, save);
    QObject::connect(&devices, &Devices::altered, sheet, &Sheet::accept);
    QObject::connect(&devices, &Devices::alterFailed, sheet, [trouble, act](const Error& error) {
        act->setLoading(false);
        tell(*trouble, error);
    });
    return sheet;
}

Sheet* makeRevokeDeviceSheet(Devices& devices, const studio::OwnDevice& device) {
    auto* sheet = new Sheet(tr("Revoke a device"), 580);
    sheet->setObjectName(u"revokedevice"_s);
    sheet->setIcon(Icon::Laptop, Tone::Error);
    const QString name = toQString(device.name);
    sheet->setSentence(format::plain(
        tr("%1 will open none of your films from now on, also in the middle of one. It cannot be "
           "undone: to come back, it has to join again.")
            .arg(name)));
    auto* answers = new FactList;
    answers->setObjectName(u"device.answers"_s);
    answers->setNameWidth(180);
    answers->hide();
    sheet->body()->addWidget(answers);
    auto* trouble = addTrouble(*sheet);
    auto* act = sheet->addAct(tr("Revoke"), Button::Kind::DangerFill, Icon::None, false);
    act->setObjectName(u"device.revoke.confirm"_s);
    auto* out = sheet->addWayOut(tr("Keep it"));
    out->setObjectName(u"device.revoke.close"_s);
    QObject::connect(act, &QPushButton::clicked, sheet, [&devices, id = device.device, act, trouble]() {
        if (act->isLoading()) return;
        trouble->hide();
        act->setLoading(true);
        devices.revoke(id);
    });
    QObject::connect(&devices, &Devices::revoked, sheet,
                     [sheet, act, out, answers, trouble, name](const studio::RevocationReport& report) {
                         const Status told = report.status();
                         showReceivers(*answers, report);
                         answers->show();
                         act->hide();
                         out->setText(tr("Close"));
                         out->setFocus(Qt::OtherFocusReason);
                         const QString words =
                             told ? tr("%1 is revoked. Everyone who holds a key of yours knows it.").arg(name)
                                  : sentenceOf(told.error()).text();
                         sheet->setSentence(format::plain(words));
                         announce(sheet, words);
                         trouble->hide();
                     });
    QObject::connect(&devices, &Devices::revokeFailed, sheet, [act, trouble](const Error& error) {
        act->setLoading(false);
        tell(*trouble, error);
    });
    return sheet;
}

}  // namespace keyreel::ui
