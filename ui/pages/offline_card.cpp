#include "ui/pages/offline_card.h"

#include <QHBoxLayout>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/offline_films.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

}  // namespace

OfflineCard::OfflineCard(OfflineFilms& films, QWidget* parent) : Card(parent), m_films(films) {
    setObjectName(u"asset.offline"_s);
    addTitle(tr("Watch offline"));
    m_state = new StatusLine;
    m_state->setObjectName(u"asset.offline.state"_s);
    body()->addWidget(m_state);
    m_text = new Label({}, Type::Small, Role::Text3);
    m_text->setObjectName(u"asset.offline.text"_s);
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    m_progress = new QWidget;
    auto* progress = new QVBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->setSpacing(6);
    m_bar = new ProgressBar;
    m_bar->setAccessibleName(tr("Downloading the film"));
    progress->addWidget(m_bar);
    auto* line = new QHBoxLayout;
    m_sizes = new Label({}, Type::Small, Role::Text2);
    line->addWidget(m_sizes, 1);
    auto* cancel = new Button(tr("Cancel"), Button::Kind::Ghost);
    cancel->setObjectName(u"asset.offline.cancel"_s);
    cancel->setSize(Button::Size::Small);
    connect(cancel, &QPushButton::clicked, this, [this]() { m_films.cancel(m_link); });
    line->addWidget(cancel);
    progress->addLayout(line);
    body()->addWidget(m_progress);
    m_trouble = new Label({}, Type::Small, Role::Error);
    m_trouble->setObjectName(u"asset.offline.trouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    body()->addWidget(m_trouble);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(8);
    m_keep = new Button(tr("Keep for offline"), Button::Kind::Secondary, Icon::Download);
    m_keep->setObjectName(u"asset.offline.keep"_s);
    connect(m_keep, &QPushButton::clicked, this, [this]() {
        m_trouble->hide();
        m_films.take(m_link);
    });
    acts->addWidget(m_keep);
    m_release = new Button(tr("Release"), Button::Kind::Ghost, Icon::Trash);
    m_release->setObjectName(u"asset.offline.release"_s);
    connect(m_release, &QPushButton::clicked, this, [this]() {
        m_trouble->hide();
        m_films.release(m_link);
    });
    acts->addWidget(m_release);
    acts->addStretch(1);
    body()->addLayout(acts);
    connect(&m_films, &OfflineFilms::changed, this, &OfflineCard::follow);
    connect(&m_films, &OfflineFilms::progressed, this, [this](const QString& link) {
        if (link == m_link) follow();
    });
    const auto fail = [this](const QString& link, const Error& error) {
        if (link != m_link) return;
        follow();
        if (error.code != "cancelled") showTrouble(error);
    };
    connect(&m_films, &OfflineFilms::takeFailed, this, fail);
    connect(&m_films, &OfflineFilms::releaseFailed, this, fail);
}

void OfflineCard::showFilm(const QString& link, std::optional<quint32> days) {
    if (link != m_link) m_trouble->hide();
    m_link = link;
    m_days = days;
    follow();
}

void OfflineCard::setBlocked(const QString& reason) {
    m_blocked = reason;
    follow();
}

void OfflineCard::showTrouble(const Error& error) {
    const QString words = sentenceOf(error).text();
    m_trouble->setText(format::plain(words));
    m_trouble->show();
    announce(m_trouble, words);
}

void OfflineCard::follow() {
    const auto* lease = m_films.lease(m_link);
    const auto* taking = m_films.taking(m_link);
    const bool allowed = !m_days || *m_days > 0;
    const QString days = !m_days ? QString() : *m_days == 1 ? tr("1 day") : tr("%1 days").arg(*m_days);
    const bool ended = lease != nullptr && lease->ended;
    m_state->setVisible(lease != nullptr);
    if (ended)
        m_state->set(tr("Ended %1").arg(format::dayAndTime(lease->until)), Tone::Warn);
    else if (lease != nullptr)
        m_state->set(tr("Kept until %1").arg(format::dayAndTime(lease->until)), Tone::Ok);
    QString text;
    if (!allowed && lease == nullptr)
        text = tr("Its maker does not let it be kept: it opens while its key nodes answer.");
    else if (!allowed)
        text = tr("Its maker does not let it be kept any more: it cannot be renewed.");
    else if (ended)
        text = tr("It opens again as soon as it is renewed. Nothing is downloaded twice.");
    else if (lease != nullptr)
        text = tr("It opens on this computer without a network, encrypted on the disk until it plays.");
    else
        text = tr("Its maker lets you keep it here, encrypted, for %1 without a network.").arg(days);
    m_text->setText(text);
    m_progress->setVisible(taking != nullptr);
    if (taking != nullptr) {
        const bool known = taking->total > 0;
        m_bar->setValue(known ? static_cast<double>(taking->done) / static_cast<double>(taking->total) : 0);
        m_sizes->setText(known ? tr("%1 of %2").arg(format::size(taking->done), format::size(taking->total))
                               : tr("Asking the key nodes"));
    }
    m_keep->setVisible(taking == nullptr && allowed && (m_days || lease != nullptr));
    m_keep->setKind(ended ? Button::Kind::Primary : Button::Kind::Secondary);
    m_keep->setText(lease == nullptr  ? tr("Keep for offline (%1)").arg(days)
                    : ended && m_days ? tr("Renew for %1").arg(days)
                                      : tr("Renew"));
    m_keep->setIconGlyph(lease != nullptr ? Icon::Retry : Icon::Download);
    m_keep->setDisabledReason(m_blocked);
    m_release->setVisible(taking == nullptr && lease != nullptr);
}

}  // namespace keyreel::ui
