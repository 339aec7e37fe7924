#include "ui/pages/asset_page.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "core/base/text.h"
#include "core/package/manifest_preview.h"
#include "ui/models/draft_preview.h"
#include "ui/models/draft_sale.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/offline_films.h"
#include "ui/models/own_films.h"
#include "ui/pages/export_keys_sheet.h"
#include "ui/pages/film_editing.h"
#include "ui/pages/key_nodes_card.h"
#include "ui/pages/offline_card.h"
#include "ui/pages/openings_card.h"
#include "ui/pages/publish_sheet.h"
#include "ui/pages/share_sheet.h"
#include "ui/pages/trade_card.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sheet.h"
#include "ui/shell/side_column.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/tag_row.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSideWidth = 400;
constexpr QSize kPoster(320, 180);

QString grouped(const std::string& hex) {
    const QString text = toQString(hex);
    QStringList groups;
    for (qsizetype i = 0; i < text.size(); i += 4)
        groups.append(text.mid(i, 4));
    return groups.join(u' ');
}

}  // namespace

AssetPage::AssetPage(Engine& engine, LibraryModel& library, OfflineFilms& offline, MainWindow& window,
                     QWidget* parent)
    : PageHost(tr("Film"), parent),
      m_engine(engine),
      m_library(library),
      m_offline(offline),
      m_window(window) {
    setObjectName(u"asset"_s);
    header()->setBackVisible(true);
    connect(header(), &PageHeader::backRequested, this, &AssetPage::backRequested);
    m_own = new OwnFilms(engine, this);
    m_editing = new FilmEditing(engine, *m_own, window, this);
    m_edit = new Button(tr("Edit details..."), Button::Kind::Secondary, Icon::Pencil);
    m_edit->setObjectName(u"asset.edit"_s);
    connect(m_edit, &QPushButton::clicked, this, [this]() {
        if (!m_facts) return;
        QImage poster = m_library.still(m_link);
        if (poster.isNull())
            poster = QImage::fromData(m_facts->cover.data(), static_cast<int>(m_facts->cover.size()));
        m_editing->begin(m_link, *m_facts, poster);
    });
    m_unpublish = new Button(tr("Unpublish..."), Button::Kind::Ghost);
    m_unpublish->setObjectName(u"asset.unpublish"_s);
    connect(m_unpublish, &QPushButton::clicked, this, &AssetPage::confirmUnpublish);
    header()->addAction(m_unpublish);
    header()->addAction(m_edit);
    auto* play = new Button(tr("Play"), Button::Kind::Primary, Icon::Play);
    play->setObjectName(u"asset.play"_s);
    connect(play, &QPushButton::clicked, this, [this]() { Q_EMIT playRequested(m_link); });
    header()->addAction(play);
    setContent(makeContent());
    setSide(makeSide());
    setLoadingWords(tr("Waiting for the gateway"));
    connect(&m_engine, &Engine::described, this,
            [this](const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts) {
                if (link == m_link) take(facts);
            });
    connect(&m_engine, &Engine::describeFailed, this, [this](const QString& link, const Error& error) {
        if (link != m_link) return;
        const Sentence words = sentenceOf(error, {header()->title(), {}, {}});
        setState(isOffline(error) ? PageState::Offline : PageState::Error,
                 {words.fact, words.next, tr("Try again"), {}});
    });
    connect(&m_engine, &Engine::accessChanged, this, [this](const QString& link) {
        m_grant->setLoading(false);
        if (link != m_link) return;
        m_account->setText({});
        m_account->setError({});
        m_account->setHint({});
        refreshHolders();
        m_window.toasts()->show(tr("Written into the rights log"), Icon::Check);
    });
    connect(&m_engine, &Engine::accessFailed, this, [this](const QString& link, const Error& error) {
        m_grant->setLoading(false);
        if (link != m_link) return;
        const Sentence words = sentenceOf(error, {header()->title(), {}, {}});
        m_account->setError(words.fact);
        m_account->setHint(words.next);
    });
    connect(&m_engine, &Engine::rightsChanged, this, &AssetPage::refreshHolders);
    connect(m_own, &OwnFilms::unpublished, this, [this](const QString& link) {
        m_unpublish->setLoading(false);
        m_window.toasts()->show(tr("It is out of the catalogue"), Icon::Check);
        if (link == m_link) m_engine.describe(link);
    });
    connect(m_own, &OwnFilms::edited, this, [this](const QString& link) {
        if (link == m_link) m_engine.describe(link);
    });
    connect(m_own, &OwnFilms::keysExported, this, [this](const QString&, const QString& file) {
        m_window.toasts()->show(tr("The keys are in %1").arg(QFileInfo(file).fileName()), Icon::Key);
    });
    connect(m_own, &OwnFilms::unpublishFailed, this, [this](const QString&, const Error& error) {
        m_unpublish->setLoading(false);
        m_window.toasts()->show(sentenceOf(error, {header()->title(), {}, {}}).text(), Icon::Warning);
    });
    connect(&m_engine, &Engine::readinessChanged, this, &AssetPage::follow);
    connect(&m_library, &LibraryModel::stillChanged, this, [this](const QString& link) {
        if (link == m_link) m_poster->set(m_library.still(link));
    });
    connect(this, &PageHost::stateAction, this, [this](PageState state, const QString&) {
        if (state == PageState::Locked)
            Q_EMIT unlockRequested();
        else if (m_engine.readiness() == Engine::Readiness::Busy)
            m_engine.start();
        else
            showFilm(m_link);
    });
}

QWidget* AssetPage::makeContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    m_poster = new Picture(kPoster, metrics::kRadiusBanner);
    top->addWidget(m_poster, 0, Qt::AlignTop);
    auto* facts = new QVBoxLayout;
    facts->setSpacing(10);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(8);
    m_badge = new Badge(BadgeSpec::published());
    m_protected = new Badge(BadgeSpec::protectedFilm());
    m_meta = new Label({}, Type::Small, Role::Text3);
    m_meta->setElided(Qt::ElideRight);
    badges->addWidget(m_badge);
    badges->addWidget(m_protected);
    badges->addStretch(1);
    facts->addLayout(badges);
    facts->addWidget(m_meta);
    m_description = new Label({}, Type::Body, Role::Text2);
    m_description->setWordWrap(true);
    facts->addWidget(m_description);
    m_tags = new TagRow;
    m_tags->setObjectName(u"asset.tags"_s);
    facts->addWidget(m_tags);
    m_stats = new StatRow;
    facts->addWidget(m_stats);
    m_preview = new Button({}, Button::Kind::Secondary, Icon::Play);
    m_preview->setObjectName(u"asset.preview"_s);
    m_preview->setSize(Button::Size::Small);
    m_preview->hide();
    connect(m_preview, &QPushButton::clicked, this, [this]() {
        if (m_facts) Q_EMIT previewRequested(m_link, m_facts);
    });
    facts->addWidget(m_preview, 0, Qt::AlignLeft);
    facts->addStretch(1);
    auto* share = new QHBoxLayout;
    share->addWidget(new Label(tr("Share link"), Type::SmallStrong, Role::Text2), 1);
    auto* qr = new Button(tr("QR code"), Button::Kind::Link);
    qr->setObjectName(u"asset.qr"_s);
    qr->setSize(Button::Size::Small);
    connect(qr, &QPushButton::clicked, this,
            [this]() { m_window.openSheet(makeShareSheet(header()->title(), m_link)); });
    share->addWidget(qr);
    facts->addLayout(share);
    m_share = new CopyField(tr("Share link"));
    m_share->setObjectName(u"asset.link"_s);
    m_share->copyButton()->setObjectName(u"asset.copyLink"_s);
    facts->addWidget(m_share);
    top->addLayout(facts, 1);
    column->addLayout(top);
    column->addWidget(makeHolders());
    m_openings = new OpeningsCard(m_engine);
    m_openings->hide();
    column->addWidget(m_openings);
    m_trade = new TradeCard(m_engine, m_window);
    connect(m_trade, &TradeCard::sellRequested, this, &AssetPage::sellRequested);
    connect(m_trade, &TradeCard::changed, this, &AssetPage::refreshHolders);
    column->addWidget(m_trade);
    m_nodesCard = new KeyNodesCard(m_engine, m_window);
    m_nodesCard->hide();
    connect(m_nodesCard, &KeyNodesCard::resealed, this, [this](const QString& link) {
        if (link == m_link) m_engine.describe(link);
    });
    column->addWidget(m_nodesCard);
    column->addStretch(1);
    return content;
}

QWidget* AssetPage::makeHolders() {
    m_holders = new Card;
    m_holders->addTitle(tr("People who may watch"));
    m_holdersNote = new Label({}, Type::Body, Role::Text2);
    m_holdersNote->setWordWrap(true);
    m_holders->body()->addWidget(m_holdersNote);
    m_holderRows = new QVBoxLayout;
    m_holderRows->setSpacing(0);
    m_holders->body()->addLayout(m_holderRows);
    m_grantRow = new QWidget;
    auto* row = new QHBoxLayout(m_grantRow);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(10);
    m_account = new Field(tr("Let someone in"));
    m_account->setObjectName(u"asset.account"_s);
    m_account->setPlaceholder(tr("Paste their account, or several: did:key:z6Mk..."));
    m_account->setIcon(Icon::Person);
    connect(m_account, &Field::textEdited, this, [this]() { m_account->setError({}); });
    connect(m_account, &Field::returnPressed, this, &AssetPage::grant);
    row->addWidget(m_account, 1);
    m_grant = new Button(tr("Grant"), Button::Kind::Secondary, Icon::Plus);
    m_grant->setObjectName(u"asset.grant"_s);
    m_grant->setSize(Button::Size::Medium);
    connect(m_grant, &QPushButton::clicked, this, &AssetPage::grant);
    row->addWidget(m_grant, 0, Qt::AlignBottom);
    m_holders->body()->addWidget(m_grantRow);
    m_sell = new Button(tr("Answer an order..."), Button::Kind::Secondary, Icon::Coins);
    m_sell->setObjectName(u"asset.sell"_s);
    connect(m_sell, &QPushButton::clicked, this, [this]() { Q_EMIT sellRequested(m_link); });
    m_holders->body()->addWidget(m_sell, 0, Qt::AlignLeft);
    return m_holders;
}

SideColumn* AssetPage::makeSide() {
    auto* side = new SideColumn(kSideWidth);
    m_offlineCard = new OfflineCard(m_offline);
    m_offlineCard->hide();
    side->add(m_offlineCard);
    auto* integrity = new Card;
    integrity->addTitle(tr("Integrity"));
    m_integrity = new KeyValueTable;
    m_integrity->setObjectName(u"asset.integrity"_s);
    integrity->body()->addWidget(m_integrity);
    side->add(integrity);
    auto* manifest = new Card;
    manifest->addTitle(tr("Manifest"));
    m_manifest = new KeyValueTable;
    m_manifest->setObjectName(u"asset.manifest"_s);
    manifest->body()->addWidget(m_manifest);
    m_export = new Button(tr("Export keys..."), Button::Kind::Link);
    m_export->setObjectName(u"asset.exportKeys"_s);
    connect(m_export, &QPushButton::clicked, this, [this]() {
        if (!m_window.hasSheet()) m_window.openSheet(new ExportKeysSheet(*m_own, m_link, header()->title()));
    });
    manifest->body()->addWidget(m_export, 0, Qt::AlignLeft);
    side->add(manifest);
    return side;
}

void AssetPage::showFilm(const QString& link) {
    const bool same = link == m_link && m_facts != nullptr;
    m_link = link;
    m_share->setValue(link);
    if (const auto* entry = m_library.entry(link)) {
        header()->setTitle(toQString(entry->title));
        m_description->setText(toQString(entry->description));
        m_tags->set(textsOf(entry->tags));
        m_badge->setSpec(entry->role == studio::Role::Mine   ? BadgeSpec::published()
                         : entry->role == studio::Role::Free ? BadgeSpec::free()
                                                             : BadgeSpec::owned());
    }
    m_poster->set(m_library.still(link));
    if (!same) {
        m_facts.reset();
        m_unpublish->hide();
        m_edit->hide();
        m_export->hide();
        m_integrity->clear();
        m_manifest->clear();
        m_stats->clear();
        m_preview->hide();
        m_nodesCard->hide();
    }
    const auto* lease = m_offline.lease(link);
    if (!same) m_offlineCard->showFilm(link, {});
    m_offlineCard->setVisible(same || lease != nullptr);
    m_offline.refresh();
    follow();
    if (m_engine.readiness() == Engine::Readiness::Ready) {
        if (!same) setState(PageState::Loading);
        m_engine.describe(link);
        m_engine.refreshRights();
    }
}

void AssetPage::follow() {
    using enum Engine::Readiness;
    m_offlineCard->setBlocked(m_engine.readiness() == Ready ? QString()
                                                            : tr("Waits until the network is up"));
    const Sentence words = sentenceOf(m_engine.problem());
    if (m_engine.readiness() == Locked)
        setState(PageState::Locked, {words.fact, words.next, tr("Unlock"), {}});
    else if (m_engine.readiness() == Busy)
        setState(PageState::Error, {words.fact, words.next, tr("Try again"), {}});
    else if (m_engine.readiness() == NetworkDown)
        setState(PageState::Offline, {words.fact, words.next, tr("Try now"), {}});
    else if (m_engine.readiness() == Ready && !m_link.isEmpty() &&
             (state() == PageState::Locked || state() == PageState::Error))
        showFilm(m_link);
}

void AssetPage::take(const std::shared_ptr<const studio::FilmFacts>& facts) {
    m_facts = facts;
    const auto& manifest = facts->manifest;
    setState(PageState::Ready);
    m_offlineCard->showFilm(m_link, facts->offlineDays);
    m_offlineCard->show();
    header()->setTitle(toQString(manifest.title));
    m_description->setText(manifest.description.empty() ? tr("No description.")
                                                        : toQString(manifest.description));
    m_tags->set(textsOf(manifest.tags));
    m_meta->setText((facts->unpublished ? tr("%1 · published %2, not any more") : tr("%1 · published %2"))
                        .arg(toQString(manifest.creatorName), format::day(manifest.created)));
    if (m_library.still(m_link).isNull() && !facts->cover.empty())
        m_poster->set(QImage::fromData(facts->cover.data(), static_cast<int>(facts->cover.size())));
    m_stats->clear();
    std::uint64_t size = 0;
    std::uint32_t height = 0;
    std::size_t parts = 0;
    for (const auto& track : manifest.tracks) {
        size += track.file.size;
        height = std::max(height, track.height);
        parts += track.segments.size() + 1;
    }
    if (facts->currency.empty())
        m_stats->add(manifest.grantedOnly ? tr("Granted") : tr("Free"), tr("Access"));
    else
        m_stats->add(priceWords(facts->price, facts->currency), tr("Price"));
    m_stats->add(format::clock(static_cast<qint64>(manifest.durationMs)), tr("Length"));
    m_stats->add(format::pictureHeight(height), tr("Picture"));
    m_stats->add(format::size(size), tr("Stored"));
    m_integrity->setRow(tr("Manifest"), tr("signed by %1, checked").arg(toQString(manifest.creatorName)),
                        Tone::Ok);
    m_integrity->setRow(tr("Parts with a signed digest"), QLocale().toString(static_cast<qulonglong>(parts)));
    if (m_engine.rightsLength() >= 0)
        m_integrity->setRow(tr("Rights log, this copy"), tr("%1 records").arg(m_engine.rightsLength()));
    m_manifest->setRow(tr("Film ID"), grouped(toHex(manifest.contentId)));
    if (!manifest.tracks.empty())
        m_manifest->setRow(tr("Address (CID)"), toQString(manifest.tracks.front().file.cid));
    m_manifest->setRow(tr("Signed by"), toQString(facts->creatorKey));
    m_manifest->setRow(tr("Protection"), tr("cenc, AES-128-CTR"));
    m_manifest->setRow(tr("Formats"), tr("CMAF, DASH, HLS"));
    for (const auto& track : manifest.tracks)
        m_manifest->setRow(toQString(track.label), toQString(track.codecs));
    const auto preview = package::previewOf(manifest);
    m_preview->setVisible(preview.has_value());
    if (preview) m_preview->setText(previewWords(preview->seconds));
    m_nodesCard->showFilm(m_link, *facts);
    m_openings->showFilm(m_link, facts->mine);
    m_trade->showFilm(m_link, header()->title());
    m_unpublish->setVisible(facts->mine && !facts->unpublished);
    m_edit->setVisible(facts->mine && !facts->unpublished);
    m_export->setVisible(facts->mine);
    refreshHolders();
}

void AssetPage::refreshHolders() {
    if (!m_facts) return;
    m_holders->setVisible(m_facts->mine);
    if (!m_facts->mine) return;
    clearLayout(*m_holderRows);
    const bool granted = m_facts->manifest.grantedOnly;
    const bool sold = !m_facts->currency.empty();
    // What is sold is granted against an order alone; the log refuses anything else.
    m_grantRow->setVisible(granted && !sold);
    m_sell->setVisible(sold);
    const QStringList holders = m_engine.holders(m_link);
    if (!granted)
        m_holdersNote->setText(tr("Anyone with the link may watch this film; nobody needs to be let in."));
    else if (holders.isEmpty() && sold)
        m_holdersNote->setText(
            tr("You, and nobody else yet. Whoever wants to buy it signs an order where the link leads, and "
               "sends you "
               "the file."));
    else if (holders.isEmpty())
        m_holdersNote->setText(
            tr("You, and nobody else yet. Whoever wants to watch copies their account under Keys & "
               "devices and sends it to you."));
    else
        m_holdersNote->setText(holders.size() == 1 ? tr("You and one person.")
                                                   : tr("You and %1 people.").arg(holders.size()));
    for (const QString& account : holders) {
        auto* row = new QWidget;
        row->setFixedHeight(44);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(12);
        line->addWidget(new IconTile(Icon::Person, Tone::Neutral, 32));
        auto* name = new Label(account, Type::Body, Role::Text);
        name->setElided(Qt::ElideMiddle);
        name->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->addWidget(name, 1);
        auto* revoke = new Button(tr("Revoke..."), Button::Kind::Danger);
        revoke->setObjectName(u"asset.revoke"_s);
        revoke->setSize(Button::Size::Small);
        revoke->setAccessibleDescription(account);
        connect(revoke, &QPushButton::clicked, this, [this, account]() { confirmRevoke(account); });
        line->addWidget(revoke);
        m_holderRows->addWidget(row);
    }
}

void AssetPage::grant() {
    const QString account = m_account->text().trimmed();
    if (account.isEmpty() || m_grant->isLoading()) return;
    m_grant->setLoading(true);
    m_engine.grant(m_link, account);
}

void AssetPage::confirmRevoke(const QString& account) {
    auto* sheet = new Sheet(tr("Take access back"));
    sheet->setObjectName(u"revoke"_s);
    sheet->setIcon(Icon::Person, Tone::Error);
    sheet->setSentence(
        tr("%1 will not be able to open %2 from now on. What has been watched cannot be unwatched.")
            .arg(format::shortAccount(account), header()->title()));
    sheet->addAct(tr("Revoke"), Button::Kind::DangerFill)->setObjectName(u"revoke.confirm"_s);
    sheet->addWayOut(tr("Keep access"));
    connect(sheet, &Sheet::accepted, this, [this, account]() { m_engine.revoke(m_link, account); });
    m_window.openSheet(sheet);
}

void AssetPage::confirmUnpublish() {
    if (m_unpublish->isLoading() || m_window.hasSheet()) return;
    auto* sheet = new Sheet(tr("Unpublish %1").arg(header()->title()));
    sheet->setObjectName(u"unpublish"_s);
    sheet->setIcon(Icon::Globe, Tone::Error);
    sheet->setSentence(
        tr("Its link shows nothing to anybody new from then on, for good. Its record stays in the rights "
           "log, and whoever you let in keeps that access until you revoke it."));
    sheet->addAct(tr("Unpublish"), Button::Kind::DangerFill)->setObjectName(u"unpublish.confirm"_s);
    sheet->addWayOut(tr("Keep it published"));
    connect(sheet, &Sheet::accepted, this, [this]() {
        m_unpublish->setLoading(true);
        m_own->unpublish(m_link);
    });
    m_window.openSheet(sheet);
}

void AssetPage::copyLink() {
    QGuiApplication::clipboard()->setText(m_link);
    m_window.toasts()->show(tr("Link copied"), Icon::Copy);
}

}  // namespace keyreel::ui
