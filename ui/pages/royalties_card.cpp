#include "ui/pages/royalties_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>

#include "ui/models/draft_sale.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/split_bar.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array kRoles{Role::Info, Role::Ok, Role::Warn, Role::AccentLine};
constexpr int kPartWidth = 96;

Role roleOf(qsizetype payee) {
    return kRoles[static_cast<std::size_t>(payee) % kRoles.size()];
}

}  // namespace

RoyaltiesCard::RoyaltiesCard(QWidget* parent)
    : Card(parent),
      m_bar(new SplitBar),
      m_rows(new QVBoxLayout),
      m_own(new Label({}, Type::Body, Role::Text2)),
      m_total(new Label({}, Type::Small, Role::Text3)),
      m_add(new Button(tr("Add person"), Button::Kind::Secondary, Icon::Plus)) {
    setObjectName(u"create.royalties"_s);
    addTitle(tr("Royalties"), tr("who shares the income"));
    m_bar->setObjectName(u"create.split"_s);
    body()->addWidget(m_bar);
    m_own->setWordWrap(true);
    body()->addWidget(m_own);
    m_rows->setSpacing(10);
    body()->addLayout(m_rows);
    auto* foot = new QHBoxLayout;
    m_add->setObjectName(u"create.payee.add"_s);
    connect(m_add, &QPushButton::clicked, this, [this]() {
        addRow();
        m_payees.last().account->edit()->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    foot->addWidget(m_add);
    m_total->setWordWrap(true);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    foot->addWidget(m_total, 1);
    body()->addLayout(foot);
}

void RoyaltiesCard::addRow() {
    Row row;
    row.widget = new QWidget;
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    row.swatch = new Swatch(roleOf(m_payees.size()));
    line->addWidget(row.swatch, 0, Qt::AlignBottom);
    row.account = new Field(tr("Account"));
    row.account->setObjectName(u"create.payee.account"_s);
    row.account->setPlaceholder(u"did:key:z6Mk..."_s);
    row.account->edit()->setMaxLength(200);
    line->addWidget(row.account, 1);
    row.part = new Field(tr("Part"));
    row.part->setObjectName(u"create.payee.part"_s);
    row.part->setSuffix(u"%"_s);
    row.part->setFixedWidth(Theme::scaled(kPartWidth));
    row.part->edit()->setMaxLength(5);
    line->addWidget(row.part);
    auto* remove = Button::iconOnly(Icon::Close, tr("Remove this person"));
    remove->setObjectName(u"create.payee.remove"_s);
    connect(remove, &QPushButton::clicked, this, [this, widget = row.widget]() { removeRow(widget); });
    line->addWidget(remove, 0, Qt::AlignBottom);
    const auto tell = [this]() {
        if (!m_filling) Q_EMIT edited();
    };
    connect(row.account, &Field::textEdited, this, tell);
    connect(row.part, &Field::textEdited, this, tell);
    m_rows->addWidget(row.widget);
    m_payees.append(row);
}

void RoyaltiesCard::dropRow(qsizetype row) {
    QWidget* widget = m_payees.takeAt(row).widget;
    m_rows->removeWidget(widget);
    widget->hide();
    // One of its own buttons may have asked for this.
    widget->deleteLater();
}

void RoyaltiesCard::removeRow(const QWidget* row) {
    const auto found = std::find_if(m_payees.cbegin(), m_payees.cend(),
                                    [row](const Row& each) { return each.widget == row; });
    if (found == m_payees.cend()) return;
    dropRow(found - m_payees.cbegin());
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void RoyaltiesCard::set(const Draft& draft, const Maker& maker, std::optional<unsigned> gatewayShare) {
    m_filling = true;
    const auto& payees = draft.sale.payees;
    while (m_payees.size() < payees.size())
        addRow();
    while (m_payees.size() > payees.size())
        dropRow(m_payees.size() - 1);
    for (qsizetype i = 0; i < payees.size(); ++i) {
        const Row& row = m_payees[i];
        if (row.account->text() != payees[i].account) row.account->setText(payees[i].account);
        if (unitsOfPercent(row.part->text()) != payees[i].units)
            row.part->setText(
                QLocale().toString(payees[i].units / 10.0, 'f', payees[i].units % 10 == 0 ? 0 : 1));
        row.swatch->setRole(roleOf(i));
        row.account->setError(payeeProblem(draft, i, maker.account));
    }
    m_add->setDisabledReason(payees.size() < kMostPayees ? QString()
                                                         : tr("At most %1 people").arg(kMostPayees));
    sum(draft, maker, gatewayShare);
    setVisible(draft.sale.sold);
    m_filling = false;
}

void RoyaltiesCard::sum(const Draft& draft, const Maker& maker, std::optional<unsigned> gatewayShare) {
    const int own = makersUnits(draft, gatewayShare.value_or(0));
    const QString name = maker.name.isEmpty() ? tr("You") : maker.name;
    QList<SplitBar::Part> parts{{name, std::max(0, own), Role::Accent}};
    for (qsizetype i = 0; i < draft.sale.payees.size(); ++i)
        parts.append({draft.sale.payees[i].account, draft.sale.payees[i].units, roleOf(i)});
    if (gatewayShare.value_or(0) > 0)
        parts.append({tr("the gateway"), static_cast<int>(*gatewayShare), Role::Text3});
    QStringList spoken;
    for (const auto& part : parts)
        spoken.append(part.name + u' ' + percentWords(part.units));
    m_bar->setParts(parts, spoken.join(u", "_s));
    m_own->setText(gatewayShare.value_or(0) > 0
                       ? tr("<b>%1</b> (you) has the rest, %2. The gateway keeps %3.")
                             .arg(name.toHtmlEscaped(), percentWords(std::max(0, own)),
                                  percentWords(static_cast<int>(*gatewayShare)))
                       : tr("<b>%1</b> (you) has the rest, %2.")
                             .arg(name.toHtmlEscaped(), percentWords(std::max(0, own))));
    m_total->setRole(own < 0 ? Role::Error : Role::Text3);
    m_total->setText(own < 0                       ? tr("%1 too much").arg(percentWords(-own))
                     : draft.sale.payees.isEmpty() ? QString()
                     : !gatewayShare               ? tr("The gateway has not said yet what it keeps.")
                                                   : tr("Adds up to 100 %"));
}

void RoyaltiesCard::take(Draft& draft) const {
    draft.sale.payees.clear();
    for (const Row& row : m_payees)
        draft.sale.payees.append({row.account->text(), unitsOfPercent(row.part->text())});
}

void RoyaltiesCard::focusProblem() {
    for (const Row& row : m_payees) {
        if (row.account->error().isEmpty()) continue;
        row.account->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_add->setFocus(Qt::OtherFocusReason);
}

}  // namespace keyreel::ui
