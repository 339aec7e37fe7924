#include "ui/pages/trade_sheets.h"

#include <QIntValidator>
#include <QLocale>
#include <QVBoxLayout>
#include <functional>

#include "ui/models/draft_sale.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/trade.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 580;
constexpr int kMostCopies = 1'000'000'000;
constexpr int kMostDays = 3650;

Field* addAccount(Sheet& sheet) {
    auto* account = new Field(tr("Their account"));
    account->setObjectName(u"trade.account"_s);
    account->setIcon(Icon::People);
    account->setPlaceholder(u"did:key:z6Mk..."_s);
    account->setHint(tr("They find it under Keys & devices and send it to you."));
    sheet.body()->addWidget(account);
    sheet.setDefaultFocus(account->edit());
    return account;
}

Field* addNumber(Sheet& sheet, const QString& name, const QString& object, int most, const QString& value) {
    auto* field = new Field(name);
    field->setObjectName(object);
    field->edit()->setValidator(new QIntValidator(1, most, field));
    field->setText(value);
    sheet.body()->addWidget(field);
    return field;
}

bool isAboutTheAccount(const Error& error) {
    return error.code == "bad_account" || error.code == "grant_revoked" || error.code == "grant_duplicate";
}

/// The act of a sheet. `say` looks at the other fields and, when they are fine, says it and returns true.
void addAct(Sheet& sheet, Trade& trade, const QString& link, const QString& name, Field& account,
            std::function<bool()> say) {
    auto* trouble = new Label({}, Type::Body, Role::Error);
    trouble->setObjectName(u"trade.trouble"_s);
    trouble->setWordWrap(true);
    trouble->hide();
    sheet.body()->addWidget(trouble);
    auto* act = sheet.addAct(name, Button::Kind::Primary, Icon::None, false);
    act->setObjectName(u"trade.act"_s);
    sheet.addWayOut(tr("Back"));
    const auto begin = [act, trouble, field = &account, say = std::move(say)]() {
        if (act->isLoading()) return;
        trouble->hide();
        field->setError(field->text().trimmed().isEmpty() ? tr("Whose?") : QString());
        if (!field->error().isEmpty() || !say()) return;
        act->setLoading(true);
    };
    QObject::connect(act, &QPushButton::clicked, &sheet, begin);
    QObject::connect(&account, &Field::returnPressed, &sheet, begin);
    QObject::connect(&account, &Field::textEdited, &account, [field = &account]() { field->setError({}); });
    QObject::connect(&trade, &Trade::done, &sheet, [sheet = &sheet, link](const QString& of) {
        if (of == link) sheet->accept();
    });
    QObject::connect(&trade, &Trade::refused, &sheet,
                     [link, act, trouble, field = &account](const QString& of, const Error& error) {
                         if (of != link) return;
                         act->setLoading(false);
                         const Sentence words = sentenceOf(error);
                         if (isAboutTheAccount(error)) {
                             field->setError(words.fact);
                             field->setHint(words.next);
                             field->edit()->setFocus(Qt::OtherFocusReason);
                             return;
                         }
                         trouble->setText(format::plain(words.text()));
                         trouble->show();
                         announce(trouble, words.text());
                     });
}

}  // namespace

Sheet* makeGiveAccessSheet(Trade& trade, const QString& link, const QString& film) {
    auto* sheet = new Sheet(tr("Give your copy away"), kWidth);
    sheet->setObjectName(u"giveaccess"_s);
    sheet->setIcon(Icon::People, Tone::Warn);
    sheet->setSentence(format::plain(
        tr("%1 will be theirs, and you will not be able to open it any more. What they pay you for it is "
           "between you and them.")
            .arg(film)));
    auto* account = addAccount(*sheet);
    addAct(*sheet, trade, link, tr("Give it away"), *account, [&trade, link, account]() {
        trade.giveAccess(link, account->text());
        return true;
    });
    return sheet;
}

Sheet* makeGiveRoyaltiesSheet(Trade& trade, const QString& link, const QString& film, int units) {
    auto* sheet = new Sheet(tr("Give royalties away"), kWidth);
    sheet->setObjectName(u"giveroyalties"_s);
    sheet->setIcon(Icon::Coins, Tone::Warn);
    sheet->setSentence(format::plain(
        tr("You have %1 of the income of %2. What you give away is theirs from now on, and only they can "
           "give it back.")
            .arg(percentWords(units), film)));
    auto* account = addAccount(*sheet);
    auto* part = new Field(tr("How much of the income"));
    part->setObjectName(u"trade.percent"_s);
    part->setSuffix(u"%"_s);
    sheet->body()->addWidget(part);
    addAct(*sheet, trade, link, tr("Give it away"), *account, [&trade, link, account, part, units]() {
        const quint16 given = unitsOfPercent(part->text());
        part->setError(given == 0      ? tr("From 0.1 %")
                       : given > units ? tr("At most %1").arg(percentWords(units))
                                       : QString());
        if (!part->error().isEmpty()) return false;
        trade.giveRoyalties(link, account->text(), given);
        return true;
    });
    return sheet;
}

Sheet* makeSellerSheet(Trade& trade, const QString& link, const QString& film) {
    auto* sheet = new Sheet(tr("Let somebody sell for you"), kWidth);
    sheet->setObjectName(u"seller"_s);
    sheet->setIcon(Icon::Coins, Tone::Accent);
    sheet->setSentence(format::plain(
        tr("They may answer orders of %1 at your price, up to the number and the day that you say here. You "
           "can end it at any time.")
            .arg(film)));
    auto* account = addAccount(*sheet);
    auto* copies = addNumber(*sheet, tr("Copies in all"), u"trade.copies"_s, kMostCopies, u"10"_s);
    auto* days = addNumber(*sheet, tr("Days"), u"trade.days"_s, kMostDays, u"30"_s);
    addAct(*sheet, trade, link, tr("Let them sell"), *account, [&trade, link, account, copies, days]() {
        const bool some = copies->edit()->hasAcceptableInput();
        copies->setError(some ? QString() : tr("A whole number"));
        const bool timed = days->edit()->hasAcceptableInput();
        days->setError(timed ? QString() : tr("From 1 to %1").arg(QLocale().toString(kMostDays)));
        if (some && timed)
            trade.letSell(link, account->text(), copies->text().toUInt(), days->text().toInt());
        return some && timed;
    });
    return sheet;
}

}  // namespace keyreel::ui
