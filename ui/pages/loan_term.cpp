#include "ui/pages/loan_term.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QIntValidator>

#include "ui/models/formats.h"
#include "ui/widgets/field.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kDay = 86400;
/// What the registration of a device of one's own is made for.
constexpr qint64 kMostDays = 5 * 365;
constexpr qint64 kOther = -1;
constexpr qint64 kAsNow = -2;

}  // namespace

LoanTerm::LoanTerm(qint64 until, QWidget* parent) : QWidget(parent), m_now(until) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_term = new SelectField(tr("For how long"));
    m_term->setObjectName(u"device.term"_s);
    auto* select = m_term->select();
    if (until > 0) select->addItem(tr("As now, until %1").arg(format::dayAndTime(until)), kAsNow);
    select->addItem(tr("One day"), 1);
    select->addItem(tr("One week"), 7);
    select->addItem(tr("30 days"), 30);
    select->addItem(tr("Until you take it back"), kMostDays);
    select->addItem(tr("Another number of days"), kOther);
    row->addWidget(m_term, 3);
    m_days = new Field(tr("Days"));
    m_days->setObjectName(u"device.days"_s);
    m_days->setText(u"3"_s);
    m_days->edit()->setValidator(new QIntValidator(1, kMostDays, m_days));
    row->addWidget(m_days, 1);
    connect(select, &QComboBox::currentIndexChanged, this, &LoanTerm::follow);
    connect(m_days, &Field::textEdited, this, &LoanTerm::follow);
    follow();
}

qint64 LoanTerm::days() const {
    const qint64 chosen = m_term->select()->currentData().toLongLong();
    return chosen == kOther ? m_days->text().toLongLong() : chosen;
}

void LoanTerm::follow() {
    const qint64 chosen = m_term->select()->currentData().toLongLong();
    m_days->setVisible(chosen == kOther);
    m_days->setError({});
    const qint64 count = days();
    QString hint;
    if (chosen == kMostDays)
        hint = tr("At most five years; take it back at any time.");
    else if (count > 0)
        hint = tr("Until %1. Take it back at any time.")
                   .arg(format::dayAndTime(QDateTime::currentSecsSinceEpoch() + count * kDay));
    m_term->setHint(hint);
}

qint64 LoanTerm::until() {
    const qint64 count = days();
    if (count == kAsNow) return m_now;
    if (count >= 1 && count <= kMostDays) return QDateTime::currentSecsSinceEpoch() + count * kDay;
    m_days->setError(tr("1 to %1").arg(kMostDays));
    m_days->edit()->setFocus(Qt::OtherFocusReason);
    return 0;
}

}  // namespace keyreel::ui
