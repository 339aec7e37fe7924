#include "ui/pages/open_link_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLinearGradient>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "core/package/manifest_preview.h"
#include "ui/models/draft_preview.h"
#include "ui/models/draft_sale.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/first_run_page.h"
#include "ui/paint/paint.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tag_row.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kCardWidth = 396;
constexpr int kMargin = 96;
constexpr int kPosterGap = 40;
constexpr QSize kPoster(202, 302);
/// Narrower, the words need the room.
constexpr int kPosterFrom = 1180;
constexpr qsizetype kLongestLink = 300;

}  // namespace

OpenLinkPage::OpenLinkPage(Engine& engine, MainWindow& window, QWidget* parent)
    : QWidget(parent), m_engine(engine), m_window(window) {
    setObjectName(u"openlink"_s);
    setAccessibleName(tr("Open a film link"));
    m_back = new Button(tr("Back"), Button::Kind::Secondary, Icon::ArrowLeft, this);
    m_back->setObjectName(u"openlink.back"_s);
    connect(m_back, &QPushButton::clicked, this, &OpenLinkPage::backRequested);
    m_another = new Button(tr("Another link"), Button::Kind::Secondary, Icon::Link, this);
    m_another->setObjectName(u"openlink.another"_s);
    m_another->hide();
    connect(m_another, &QPushButton::clicked, this, &OpenLinkPage::ask);
    m_poster = new Picture(kPoster, 10, this);
    m_poster->setObjectName(u"openlink.poster"_s);
    m_poster->hide();

    m_texts = new QWidget(this);
    auto* texts = new QVBoxLayout(m_texts);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(8);
    m_title = new Label({}, Type::Display, Role::Text);
    m_title->setObjectName(u"openlink.title"_s);
    m_title->setWordWrap(true);
    m_maker = new Label({}, Type::Body, Role::Text2);
    m_description = new Label({}, Type::Body, Role::Text2);
    m_description->setWordWrap(true);
    m_tags = new TagRow;
    m_tags->setObjectName(u"openlink.tags"_s);
    m_stats = new StatRow(28);
    texts->addStretch(1);
    for (auto* label : {m_title, m_maker, m_description})
        texts->addWidget(label);
    texts->addWidget(m_tags);
    texts->addSpacing(6);
    texts->addWidget(m_stats);
    makeCard();

    connect(&m_engine, &Engine::described, this,
            [this](const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts) {
                if (link == m_link && m_looking) take(facts);
            });
    connect(&m_engine, &Engine::describeFailed, this, [this](const QString& link, const Error& error) {
        if (link == m_link && m_looking) fail(error, {});
    });
    connect(&m_engine, &Engine::readinessChanged, this, &OpenLinkPage::follow);
    connect(&m_engine, &Engine::identityFailed, this, [this](const Error& error) {
        if (isVisible()) fail(error, {});
    });
}

void OpenLinkPage::makeCard() {
    m_card = new RaisedPanel(this, 12);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    auto* head = new QHBoxLayout;
    m_cardTitle = new Label({}, Type::Page, Role::Text);
    m_cardTitle->setObjectName(u"openlink.card"_s);
    m_cardTitle->setWordWrap(true);
    head->addWidget(m_cardTitle, 1);
    m_badge = new Badge(BadgeSpec::protectedFilm());
    head->addWidget(m_badge, 0, Qt::AlignTop);
    column->addLayout(head);
    m_cardText = new Label({});
    m_cardText->setObjectName(u"openlink.text"_s);
    m_cardText->setWordWrap(true);
    column->addWidget(m_cardText);
    m_field = new Field(tr("Film link"));
    m_field->setObjectName(u"openlink.link"_s);
    m_field->setIcon(Icon::Link);
    m_field->setPlaceholder(u"keyreel://..."_s);
    connect(m_field, &Field::textEdited, this, &OpenLinkPage::followText);
    connect(m_field, &Field::returnPressed, this, &OpenLinkPage::act);
    column->addWidget(m_field);
    m_name = new Field(tr("Your name"));
    m_name->setObjectName(u"openlink.name"_s);
    m_name->setIcon(Icon::Person);
    m_name->edit()->setMaxLength(80);
    m_name->setHint(tr("Taken from your system. It stands on what you publish."));
    column->addWidget(m_name);
    m_account = new CopyField(tr("Your account"));
    m_account->setObjectName(u"openlink.account"_s);
    m_account->copyButton()->setObjectName(u"openlink.copyAccount"_s);
    column->addWidget(m_account);
    m_watch = new Button(tr("Watch now"), Button::Kind::Primary, Icon::Play);
    m_watch->setObjectName(u"openlink.watch"_s);
    m_watch->setSize(Button::Size::Hero);
    m_watch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_watch, &QPushButton::clicked, this, &OpenLinkPage::act);
    column->addWidget(m_watch);
    m_preview = new Button({}, Button::Kind::Secondary, Icon::Play);
    m_preview->setObjectName(u"openlink.preview"_s);
    m_preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_preview, &QPushButton::clicked, this, [this]() {
        if (m_facts) Q_EMIT previewRequested(m_link, m_facts);
    });
    column->addWidget(m_preview);
    m_hint = new Label({}, Type::Small, Role::Text3);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_hint);
    auto* lines = new QHBoxLayout;
    lines->setSpacing(20);
    m_signed = new StatusLine;
    m_nodes = new StatusLine;
    lines->addWidget(m_signed);
    lines->addWidget(m_nodes);
    lines->addStretch(1);
    column->addLayout(lines);
}

bool OpenLinkPage::isFirstRun() const {
    return m_engine.readiness() == Engine::Readiness::FirstRun;
}

QString OpenLinkPage::linkOnClipboard() {
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.size() > kLongestLink || !text.startsWith(u"keyreel:"_s)) return {};
    const auto link = studio::Link::parse(toStdString(text));
    return link ? toQString(link->text()) : QString();
}

bool OpenLinkPage::isKnown(const QString& link) const {
    const auto& films = m_engine.library();
    return std::any_of(films.begin(), films.end(),
                       [&](const auto& film) { return toQString(film.link) == link; });
}

void OpenLinkPage::showLink(const QString& link) {
    const QString wanted = link.isEmpty() ? linkOnClipboard() : link.trimmed();
    ask();
    m_field->setText(wanted);
    m_typed = wanted.size();
    m_field->edit()->selectAll();
    if (wanted.isEmpty()) return;
    m_link = wanted;
    if (m_engine.readiness() == Engine::Readiness::Ready && !isKnown(wanted)) look();
    follow();
    if (isFirstRun() || m_looking) m_watch->setFocus(Qt::OtherFocusReason);
}

/// Nothing is known of any link: back to the field.
void OpenLinkPage::ask() {
    m_link.clear();
    m_facts.reset();
    m_hero = {};
    m_heroScaled = {};
    m_refused = m_ordered = m_watchAtOnce = m_looking = false;
    m_watch->setLoading(false);
    m_field->setText({});
    m_field->setError({});
    m_typed = 0;
    m_name->setText(FirstRunPage::systemPersonName());
    follow();
    update();
    m_field->edit()->setFocus(Qt::OtherFocusReason);
}

/// A whole link that is there all at once was pasted: nobody has to press a button to say so.
void OpenLinkPage::followText(const QString& text) {
    m_field->setError({});
    const bool pasted = text.size() > m_typed + 1;
    m_typed = text.size();
    if (pasted && m_engine.readiness() == Engine::Readiness::Ready &&
        studio::Link::parse(toStdString(text.trimmed())))
        act();
}

void OpenLinkPage::look() {
    m_looking = true;
    m_watch->setLoading(true);
    m_engine.describe(m_link);
    follow();
}

void OpenLinkPage::act() {
    if (m_watch->isLoading() || !m_watch->isEnabled()) return;
    if (m_facts && !m_refused && isForSale() && m_ordered) {
        // Whether the maker has let them in meanwhile.
        m_facts.reset();
        look();
        return;
    }
    if (m_facts && !m_refused && isForSale()) {
        Q_EMIT orderRequested(m_link, toQString(m_facts->manifest.title));
        return;
    }
    if (m_facts && !m_refused) {
        Q_EMIT watchRequested(m_link);
        return;
    }
    const QString typed = m_field->text().trimmed();
    const auto parsed = studio::Link::parse(toStdString(typed));
    if (!parsed) {
        m_field->setError(sentenceOf(parsed.error()).fact);
        return;
    }
    m_link = toQString(parsed->text());
    m_refused = false;
    switch (m_engine.readiness()) {
        case Engine::Readiness::FirstRun:
            m_watchAtOnce = m_looking = true;
            m_watch->setLoading(true);
            m_engine.createIdentity(m_name->text().trimmed(), FirstRunPage::systemComputerName());
            break;
        case Engine::Readiness::Ready:
            if (m_facts || isKnown(m_link))
                Q_EMIT watchRequested(m_link);
            else
                look();
            break;
        default:
            m_engine.unlockKeyring();
    }
}

void OpenLinkPage::follow() {
    const bool first = isFirstRun();
    const auto readiness = m_engine.readiness();
    if (readiness == Engine::Readiness::Ready && m_looking && !m_facts && m_watchAtOnce) {
        m_engine.describe(m_link);
    }
    if (!m_facts && !m_refused) {
        m_title->setText(tr("Open a film link"));
        m_maker->setText({});
        m_tags->set({});
        m_description->setText(
            tr("A link says where a film is, and which. Whether it opens is for its maker, and the "
               "key nodes they chose, to say."));
        m_stats->clear();
        m_cardTitle->setText(m_looking ? tr("Looking") : tr("Paste a film link"));
        m_cardText->setText(m_looking
                                ? tr("Asking the gateway what this link leads to.")
                                : tr("It begins with keyreel:// and comes from whoever made the film."));
        m_watch->setText(first ? tr("Watch now") : tr("Look at it"));
        m_hint->setText(
            first ? tr("Makes your identity here, in this computer's keyring.\nNo e-mail, no password.")
                  : QString());
        const bool locked =
            !first && readiness != Engine::Readiness::Ready && readiness != Engine::Readiness::Starting;
        if (locked) {
            const Sentence words = sentenceOf(m_engine.problem());
            m_cardTitle->setText(words.fact);
            m_cardText->setText(words.next);
            m_watch->setText(readiness == Engine::Readiness::Locked ? tr("Unlock") : tr("Try again"));
            m_watch->setLoading(false);
        }
    }
    m_badge->setVisible(m_facts != nullptr && !m_refused);
    m_another->setVisible(m_facts || m_refused);
    m_field->setVisible(!m_facts);
    m_name->setVisible(!m_facts && first);
    m_account->setVisible(m_refused && m_engine.person().has_value());
    if (m_engine.person()) m_account->setValue(toQString(identity::toDidKey(m_engine.person()->account)));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_signed->setVisible(m_facts != nullptr);
    m_nodes->setVisible(m_facts != nullptr);
    followPreview();
    arrange();
}

void OpenLinkPage::take(const std::shared_ptr<const studio::FilmFacts>& facts) {
    m_looking = false;
    m_facts = facts;
    m_watch->setLoading(false);
    const auto& manifest = facts->manifest;
    if (!facts->cover.empty())
        m_hero = QImage::fromData(facts->cover.data(), static_cast<int>(facts->cover.size()));
    m_heroScaled = {};
    m_poster->set(m_hero);
    m_title->setText(toQString(manifest.title));
    m_maker->setText(tr("%1 · %2").arg(toQString(manifest.creatorName), format::day(manifest.created)));
    m_description->setText(toQString(manifest.description));
    m_tags->set(textsOf(manifest.tags));
    std::uint32_t height = 0;
    for (const auto& track : manifest.tracks)
        height = std::max(height, track.height);
    m_stats->clear();
    m_stats->add(format::clock(static_cast<qint64>(manifest.durationMs)), tr("Length"));
    m_stats->add(format::pictureHeight(height), tr("Best picture"));
    m_stats->add(toQString(facts->creatorKey).right(12), tr("Maker's key"));
    const bool open = facts->mine || facts->granted || !manifest.grantedOnly;
    m_cardTitle->setText(facts->mine            ? tr("Your film")
                         : manifest.grantedOnly ? open ? tr("You are let in") : tr("Only for people let in")
                                                : tr("Free to watch"));
    const QString person = m_engine.person() ? toQString(m_engine.person()->displayName) : QString();
    m_cardText->setText(open ? tr("It opens on this computer for %1.").arg(person)
                             : tr("%1 decides who may watch. By the rights log you are not among them yet.")
                                   .arg(toQString(manifest.creatorName)));
    m_watch->setText(tr("Watch now"));
    m_watch->setIconGlyph(Icon::Play);
    m_hint->setText({});
    if (isForSale()) offerSale();
    m_signed->set(tr("Signed by %1").arg(toQString(manifest.creatorName)), Tone::Ok);
    if (!manifest.tiers.empty())
        m_nodes->set(tr("any %1 of %2 key nodes")
                         .arg(manifest.tiers.front().threshold)
                         .arg(manifest.tiers.front().nodes.size()),
                     Tone::Ok);
    follow();
    update();
    m_watch->setFocus(Qt::OtherFocusReason);
    if (m_watchAtOnce) {
        m_watchAtOnce = false;
        if (!isForSale()) Q_EMIT watchRequested(m_link);
    }
}

/// Whoever has the film already needs none; one that is free may still have one, if its maker wants that.
void OpenLinkPage::followPreview() {
    const auto preview = m_facts ? package::previewOf(m_facts->manifest) : std::nullopt;
    const bool has = m_facts && (m_facts->mine || (m_facts->granted && m_facts->manifest.grantedOnly));
    m_preview->setVisible(preview.has_value() && !has);
    if (preview) m_preview->setText(previewWords(preview->seconds));
}

bool OpenLinkPage::isForSale() const {
    return m_facts && !m_facts->currency.empty() && !m_facts->mine && !m_facts->granted;
}

void OpenLinkPage::offerSale() {
    const QString price = priceWords(m_facts->price, m_facts->currency);
    const QString maker = toQString(m_facts->manifest.creatorName);
    m_watch->setIconGlyph(m_ordered ? Icon::Retry : Icon::Pencil);
    m_watch->setText(m_ordered ? tr("Look again") : tr("Sign an order for %1").arg(price));
    m_cardTitle->setText(tr("For sale: %1").arg(price));
    m_cardText->setText(
        m_ordered ? tr("By the rights log %1 has not let you in yet.").arg(maker)
                  : tr("You sign an order of this price and send it to %1, who lets you in when you "
                       "have paid. The order itself pays nothing.")
                        .arg(maker));
}

void OpenLinkPage::showOrdered(const QString& link, const QString& file) {
    if (link != m_link || !m_facts) return;
    m_ordered = true;
    offerSale();
    m_cardTitle->setText(tr("Order signed"));
    m_cardText->setText(tr("Send %1 to %2. When they have let you in, this link opens the film.")
                            .arg(file, toQString(m_facts->manifest.creatorName)));
    arrange();
}

void OpenLinkPage::showRefusal(const QString& link, const Error& error, const studio::OpenReport& report) {
    m_link = link;
    fail(error, report);
}

void OpenLinkPage::fail(const Error& error, const studio::OpenReport& report) {
    m_looking = m_watchAtOnce = false;
    m_watch->setLoading(false);
    ErrorContext context;
    context.report = report;
    if (m_facts) {
        context.film = toQString(m_facts->manifest.title);
        context.maker = toQString(m_facts->manifest.creatorName);
    }
    const Sentence words = sentenceOf(error, context);
    if (error.code == "bad_link") {
        m_field->setError(words.fact);
        follow();
        return;
    }
    m_refused = true;
    m_cardTitle->setText(error.code == "no_access" ? tr("You are not let in yet") : tr("It did not open"));
    m_cardText->setText(words.text());
    m_watch->setText(tr("Try again"));
    m_hint->setText(error.code == "no_access" ? tr("Copy your account above and send it to the maker.")
                                              : QString());
    follow();
    m_account->setVisible(error.code == "no_access" && m_engine.person().has_value());
    arrange();
}

void OpenLinkPage::arrange() {
    m_back->setGeometry(32, 24, m_back->sizeHint().width(), m_back->sizeHint().height());
    m_another->setGeometry(m_back->geometry().right() + 9, 24, m_another->sizeHint().width(),
                           m_another->sizeHint().height());
    m_card->layout()->activate();
    const QMargins shadow = m_card->contentsMargins();
    const int inner = m_card->layout()->hasHeightForWidth()
                          ? m_card->layout()->totalHeightForWidth(kCardWidth + shadow.left() + shadow.right())
                          : m_card->sizeHint().height();
    const QSize hint(kCardWidth, std::max(160, inner - shadow.top() - shadow.bottom()));
    const bool wide = width() >= 1000;
    const int bottom = height() - (wide ? 88 : 40);
    const int right = width() - (wide ? kMargin : 40);
    m_card->setPanelGeometry(
        QRect(right - hint.width(), bottom - hint.height(), hint.width(), hint.height()));
    const bool poster = !m_hero.isNull() && !m_refused && width() >= kPosterFrom;
    m_poster->setVisible(poster);
    const int edge = wide ? kMargin : 40;
    m_poster->move(edge, bottom - kPoster.height());
    const int left = poster ? edge + kPoster.width() + kPosterGap : edge;
    const int textWidth = std::min(620, right - hint.width() - 48 - left);
    m_texts->setGeometry(left, bottom - 360, std::max(200, textWidth), 360);
}

void OpenLinkPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_heroScaled = {};
    arrange();
}

void OpenLinkPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // Back from a film whose link still stands there: typing replaces it.
    if (!m_facts && !m_looking && !m_field->text().isEmpty()) {
        m_field->edit()->setFocus(Qt::OtherFocusReason);
        m_field->edit()->selectAll();
    }
}

void OpenLinkPage::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QColor ground = Theme::color(Role::BgWindow);
    p.fillRect(rect(), ground);
    if (m_hero.isNull()) return;
    const QSize size(width(), std::max(1, height() * 2 / 3));
    const qreal ratio = devicePixelRatioF();
    if (m_heroScaled.isNull() || m_heroScaled.deviceIndependentSize().toSize() != size)
        m_heroScaled = paint::roundedPicture(m_hero, size, 0, ratio);
    p.drawPixmap(0, 0, m_heroScaled);
    QLinearGradient fade(0, size.height() * 0.35, 0, size.height());
    fade.setColorAt(0, paint::withAlpha(ground, 0));
    fade.setColorAt(1, ground);
    p.fillRect(QRect(QPoint(0, 0), size), fade);
}

void OpenLinkPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT backRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace keyreel::ui
