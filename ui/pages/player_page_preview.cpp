#include "core/package/manifest_preview.h"
#include "ui/models/draft_sale.h"
#include "ui/models/formats.h"
#include "ui/models/preview_fetch.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_picture.h"
#include "ui/pages/player_quality.h"
#include "ui/pages/player_statistics.h"
#include "ui/pages/player_thumbnails.h"
#include "ui/pages/player_tracks.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/dimmed_still.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/preview_end_card.h"

// What everyone may see of a film, in the player: a clip in the clear, and what leads on from there.

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kEndCard(420, 0);

bool isForSale(const studio::FilmFacts& facts) {
    return !facts.currency.empty() && !facts.mine && !facts.granted;
}

bool mayWatch(const studio::FilmFacts& facts) {
    return facts.mine || facts.granted || !facts.manifest.grantedOnly;
}

}  // namespace

void PlayerPage::connectPreview() {
    connect(m_previewFetch, &PreviewFetch::fetched, this,
            [this](const std::shared_ptr<const Bytes>& clip) { playPreview(*clip); });
    connect(m_previewFetch, &PreviewFetch::failed, this,
            [this](const Error& error) { explain(error, context()); });
    connect(m_previewEnd, &PreviewEndCard::accepted, this, &PlayerPage::actAfterPreview);
    connect(m_previewEnd, &PreviewEndCard::againRequested, this, &PlayerPage::startOver);
}

void PlayerPage::openPreview(const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts,
                             const QImage& still) {
    closeFilm();
    m_link = link;
    m_previewed = facts;
    const QString title = toQString(facts->manifest.title);
    m_still->set(still);
    m_opening->setPoster(still);
    m_opening->showOpening(title, {}, 0);
    begin(title, toQString(facts->manifest.creatorName));
    introduce(title, toQString(facts->manifest.creatorName), {tr("Free preview"), Icon::Play, Tone::Info});
    m_statistics->setManifest(nullptr);
    m_previewFetch->fetch(link, facts);
}

void PlayerPage::playPreview(const Bytes& clip) {
    auto sources = sourcesOfPreview(clip);
    if (!sources) {
        explain(sources.error(), context());
        return;
    }
    const QString id = m_link + u"#preview"_s;
    m_thumbnails->open(sources->thumbnails);
    m_quality->open(id, nullptr);
    m_picture->open(id);
    m_player->open(m_tracks->open(id, std::move(*sources)));
    arrange();
}

void PlayerPage::endPreview() {
    if (!m_previewed) return;
    if (!m_ended) {
        // Whoever plays it again wants to see it.
        if (m_player->wantsToPlay()) m_previewEnd->dismiss();
        return;
    }
    const studio::FilmFacts& facts = *m_previewed;
    const QString maker = toQString(facts.manifest.creatorName);
    if (mayWatch(facts))
        m_previewEnd->begin(tr("You may watch all of it."), tr("Watch the film"), Icon::Play);
    else if (isForSale(facts))
        m_previewEnd->begin(tr("%1 sells the whole film, %2 long.")
                                .arg(maker, format::clock(static_cast<qint64>(facts.manifest.durationMs))),
                            tr("Sign an order for %1").arg(priceWords(facts.price, facts.currency)),
                            Icon::Pencil);
    else
        m_previewEnd->begin(tr("%1 decides who may watch the film.").arg(maker), tr("Back to the film"),
                            Icon::ArrowLeft);
    placePreviewEnd();
}

void PlayerPage::actAfterPreview() {
    if (!m_previewed) return;
    const auto facts = m_previewed;
    const QString link = m_link;
    closeFilm();
    if (mayWatch(*facts)) {
        Q_EMIT watchRequested(link);
        return;
    }
    Q_EMIT backRequested();
    if (isForSale(*facts)) Q_EMIT orderRequested(link, toQString(facts->manifest.title));
}

void PlayerPage::placePreviewEnd() {
    const QSize card(kEndCard.width(), m_previewEnd->panelHint().height());
    m_previewEnd->setPanelGeometry(
        QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
}

}  // namespace keyreel::ui
