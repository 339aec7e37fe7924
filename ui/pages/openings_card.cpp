#include "ui/pages/openings_card.h"

#include <QLocale>
#include <algorithm>
#include <numeric>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/day_chart.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kDays = 30;

}  // namespace

OpeningsCard::OpeningsCard(Engine& engine, QWidget* parent) : Card(parent), m_openings(engine) {
    setObjectName(u"asset.openings"_s);
    addTitle(tr("Openings"));
    m_text = new Label({}, Type::Body, Role::Text2);
    m_text->setObjectName(u"asset.openings.text"_s);
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    m_chart = new DayChart;
    m_chart->setObjectName(u"asset.openings.chart"_s);
    m_chart->hide();
    body()->addWidget(m_chart);
    connect(&m_openings, &FilmOpenings::answered, this,
            [this](const QString& link, const std::vector<gateway::OpeningDay>& days) {
                if (link == m_link) take(days);
            });
    connect(&m_openings, &FilmOpenings::failed, this, [this](const QString& link, const Error& error) {
        if (link != m_link) return;
        m_chart->hide();
        m_text->setText(tr("How often it was opened is not known now: %1").arg(sentenceOf(error).text()));
    });
}

void OpeningsCard::showFilm(const QString& link, bool mine) {
    setVisible(mine);
    if (!mine) return;
    if (link != m_link) {
        m_chart->hide();
        m_text->setText(tr("Asking its gateway"));
    }
    m_link = link;
    m_openings.ask(link);
}

void OpeningsCard::take(const std::vector<gateway::OpeningDay>& days) {
    const qint64 today = m_openings.today();
    const QList<quint64> counts = dailyCounts(days, today, kDays);
    const quint64 all = std::accumulate(counts.cbegin(), counts.cend(), quint64{0});
    m_chart->setVisible(all > 0);
    if (all == 0) {
        m_text->setText(days.empty() ? tr("Nobody has opened it yet, as far as its gateway saw.")
                                     : tr("Nobody has opened it in the last %1 days.").arg(kDays));
        return;
    }
    const QString words = all == 1 ? tr("Opened once in the last %1 days, as its gateway saw it.").arg(kDays)
                                   : tr("Opened %1 times in the last %2 days, as its gateway saw it.")
                                         .arg(QLocale().toString(all), QString::number(kDays));
    m_text->setText(words);
    QStringList names;
    // Noon of a day in UTC has the same date almost everywhere.
    for (qsizetype age = kDays - 1; age >= 0; --age)
        names.append(format::day((today - age) * 86400 + 43200));
    m_chart->setCounts(counts, names, words);
}

}  // namespace keyreel::ui
