#include "ui/pages/publish_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "core/media/ladder_sizes.h"
#include "ui/models/draft_preview.h"
#include "ui/models/draft_quality.h"
#include "ui/models/draft_rules.h"
#include "ui/models/formats.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/listing_preview.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// A longer title would not fit into the button.
constexpr int kTitleInButton = 24;

}  // namespace

PublishPanel::PublishPanel(Engine& engine, QObject* parent) : QObject(parent), m_engine(engine) {
    m_column = makeColumn();
    m_bar = makeBar();
}

QWidget* PublishPanel::makeColumn() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kCardGapDense);
    m_preview = new ListingPreview;
    m_preview->setObjectName(u"create.preview"_s);
    column->addWidget(m_preview);
    auto* ready = new Card;
    auto* head = ready->addTitle(tr("Ready to publish"));
    m_count = new Label({}, Type::Small, Role::Text3);
    head->addWidget(m_count);
    m_list = new ReadinessList;
    m_list->setObjectName(u"create.readiness"_s);
    connect(m_list, &ReadinessList::showRequested, this, &PublishPanel::showRequested);
    ready->body()->addWidget(m_list);
    ready->body()->addStretch(1);
    m_text = new Label({}, Type::Small, Role::Text3);
    m_text->setWordWrap(true);
    ready->body()->addWidget(m_text);
    auto* publish = new Button(tr("Publish"), Button::Kind::Primary);
    publish->setObjectName(u"create.publish"_s);
    publish->setSize(Button::Size::Hero);
    publish->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(publish, &QPushButton::clicked, this, &PublishPanel::publishRequested);
    m_publish.append(publish);
    ready->body()->addWidget(publish);
    column->addWidget(ready, 1);
    return side;
}

QWidget* PublishPanel::makeBar() {
    auto* bar = new QWidget;
    bar->setObjectName(u"create.bar"_s);
    bar->setAccessibleName(tr("Ready to publish"));
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Divider);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::kPageMargin, 14, metrics::kPageMargin, 14);
    row->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_barCount = new Label({}, Type::Strong, Role::Text);
    m_barCount->setObjectName(u"create.bar.count"_s);
    m_barText = new Label({}, Type::Small, Role::Text3);
    m_barText->setElided(Qt::ElideRight);
    words->addWidget(m_barCount);
    words->addWidget(m_barText);
    row->addLayout(words, 1);
    m_barShow = new Button(tr("Show"), Button::Kind::Ghost);
    m_barShow->setObjectName(u"create.bar.show"_s);
    connect(m_barShow, &QPushButton::clicked, this, &PublishPanel::showNext);
    row->addWidget(m_barShow);
    auto* publish = new Button(tr("Publish"), Button::Kind::Primary);
    publish->setObjectName(u"create.publish"_s);
    publish->setSize(Button::Size::Large);
    connect(publish, &QPushButton::clicked, this, &PublishPanel::publishRequested);
    m_publish.append(publish);
    row->addWidget(publish);
    column->addLayout(row);
    return bar;
}

void PublishPanel::showNext() {
    for (const auto& item : m_list->items()) {
        if (item.done) continue;
        Q_EMIT showRequested(item.id);
        return;
    }
}

void PublishPanel::appendSale(QList<ReadinessList::Item>& items, const Draft& draft,
                              std::optional<unsigned> gatewayShare) const {
    const bool priced = priceProblem(draft).isEmpty() && copiesProblem(draft).isEmpty();
    items.append({u"access"_s,
                  priced ? tr("Sold for %1").arg(priceWords(draft)) : tr("Name price and copies"), priced});
    if (draft.sale.payees.isEmpty()) return;
    const auto& person = m_engine.person();
    const bool shared =
        !priced ||
        (gatewayShare &&
         isSaleComplete(draft, person ? std::optional(person->account) : std::nullopt, *gatewayShare));
    items.append(
        {u"royalties"_s, shared ? tr("Royalties add up to 100 %") : tr("Look at the royalties"), shared});
}

QList<ReadinessList::Item> PublishPanel::openAndDone(const Draft& draft, const InspectedFilm* film,
                                                     std::optional<unsigned> gatewayShare) const {
    const studio::Network* network = m_engine.network();
    std::size_t up = 0;
    bool gateway = network != nullptr;
    if (network != nullptr) {
        for (const auto& service : m_engine.health()) {
            if (service.name == "gateway")
                gateway = service.running;
            else if (service.running)
                ++up;
        }
        if (m_engine.health().empty()) up = network->nodes.size();
    }
    const bool ready = m_engine.readiness() == Engine::Readiness::Ready;
    const qsizetype tracks = film ? std::count_if(film->info.tracks.begin(), film->info.tracks.end(),
                                                  [](const auto& track) { return track.selected; })
                                  : 0;
    const bool titled = titleProblem(draft).isEmpty();
    const bool granted = draft.access == studio::Access::Granted;
    QList<ReadinessList::Item> items;
    items.append(
        {u"video"_s,
         film ? tracks == 1 ? tr("Video checked, 1 track") : tr("Video checked, %1 tracks").arg(tracks)
              : tr("Find the video"),
         film != nullptr});
    items.append({u"title"_s, titled ? tr("Title and poster") : tr("Give it a title"),
                  titled && descriptionProblem(draft).isEmpty()});
    const qint64 length = film ? static_cast<qint64>(film->info.durationSeconds * 1000) : 0;
    if (film && !draft.part.isWhole())
        items.append(
            {u"part"_s,
             tr("Cut to %1 of %2")
                 .arg(format::clock(static_cast<qint64>(partOf(draft, film->info).durationSeconds * 1000)),
                      format::clock(length)),
             true});
    if (draft.preview)
        items.append({u"preview"_s,
                      tr("Free preview of %1").arg(format::clock(qint64{draft.preview->seconds} * 1000)),
                      true});
    if (!chaptersProblem(draft, length).isEmpty())
        items.append({u"chapters"_s, tr("Look at the chapters"), false});
    if (draft.sale.sold)
        appendSale(items, draft, gatewayShare);
    else
        items.append({u"access"_s, granted ? tr("Only people you grant") : tr("Free to watch"), true});
    items.append({u"identity"_s, ready ? tr("Your key is ready to sign") : tr("Unlock your key"), ready});
    if (network != nullptr)
        items.append({u"nodes"_s, tr("%1 of %2 key nodes answer").arg(up).arg(network->nodes.size()), true});
    items.append({u"network"_s, gateway ? tr("Gateway answers") : tr("Start the gateway"), gateway});
    return items;
}

void PublishPanel::preview(const Draft& draft, const InspectedFilm* film, const QImage& cover) {
    m_preview->setPoster(cover);
    m_preview->setTitle(draft.title, tr("Untitled film"));
    m_preview->setDescription(draft.description);
    QStringList facts;
    if (m_engine.person()) facts.append(toQString(m_engine.person()->displayName));
    if (film) {
        facts.append(format::pictureHeight(film->info.video().displayHeight));
        const double seconds = partOf(draft, film->info).durationSeconds;
        m_preview->setDuration(format::clock(static_cast<qint64>(seconds * 1000)));
    }
    m_preview->setFacts(facts.join(u" · "_s));
    m_preview->setPreview(draft.preview ? previewWords(draft.preview->seconds) : QString());
    if (draft.sale.sold) {
        const QString price = priceWords(draft);
        const QString copies = copiesWords(draft);
        m_preview->setAct(price.isEmpty() ? tr("Buy") : tr("Buy for %1").arg(price),
                          draft.sale.resale ? tr("%1 · can be resold · protected").arg(copies)
                                            : tr("%1 · protected").arg(copies));
        return;
    }
    m_preview->setAct(tr("Watch now"), draft.access == studio::Access::Granted
                                           ? tr("for people you grant · protected")
                                           : tr("free · protected"));
}

void PublishPanel::show(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film,
                        const QImage& cover, std::optional<unsigned> gatewayShare) {
    preview(draft, film.get(), cover);
    const auto items = openAndDone(draft, film.get(), gatewayShare);
    m_list->setItems(items);
    const int done = m_list->doneCount();
    const auto open = items.size() - done;
    const QString count = tr("%1 of %2").arg(done).arg(items.size());
    m_count->setText(count);
    m_barCount->setText(open == 0 ? tr("Ready to publish") : tr("Ready to publish, %1").arg(count));
    QString text;
    QString reason;
    if (open == 0) {
        const auto total =
            media::estimateFilm(partOf(draft, film->info), draft.ladder, draft.keepSource).total();
        const QString size = format::size(total.likely);
        text = film->info.mustTranscode() || !draft.ladder.empty()
                   ? tr("It is converted and encrypted here, then about %1 are uploaded. You can go on "
                        "working.")
                         .arg(size)
                   : tr("It is encrypted here, then about %1 are uploaded. You can go on working.").arg(size);
    } else {
        text = open == 1 ? tr("One thing is left. Your draft is saved.")
                         : tr("%1 things are left. Your draft is saved.").arg(open);
        reason = tr("Finish what is open first");
    }
    m_text->setText(text);
    const auto next =
        std::find_if(items.begin(), items.end(), [](const ReadinessList::Item& item) { return !item.done; });
    m_barText->setText(next == items.end() ? text : next->text);
    m_barShow->setVisible(next != items.end());
    const QString name = draft.title.isEmpty() ? tr("Untitled film") : draft.title;
    const QString label =
        open == 0 && name.size() <= kTitleInButton ? tr("Publish %1").arg(name) : tr("Publish");
    for (Button* button : m_publish) {
        button->setText(label);
        button->setDisabledReason(reason);
    }
}

void PublishPanel::setPublishing(bool publishing) {
    m_publishing = publishing;
    for (Button* button : m_publish)
        button->setLoading(publishing);
}

}  // namespace keyreel::ui
