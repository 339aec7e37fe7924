#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/gallery/sheets.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui::gallery {

namespace {

// Shows the keyboard ring around a widget without giving it the focus.
class Ringed : public QWidget {
public:
    explicit Ringed(QWidget* inner, int radius = metrics::kRadiusControl) : m_inner(inner), m_radius(radius) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(5, 5, 5, 5);
        row->addWidget(inner);
        setSizePolicy(inner->sizePolicy());
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        paint::focusRing(p, m_inner->geometry(), m_radius);
    }

private:
    QWidget* m_inner;
    int m_radius;
};

QHBoxLayout* line(QVBoxLayout* column, int spacing = 12) {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    column->addLayout(row);
    return row;
}

template <typename Widget>
Widget* hovered(Widget* widget) {
    widget->setAttribute(Qt::WA_UnderMouse);
    return widget;
}

}  // namespace

QWidget* sheetButtons() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(16);
    column->addWidget(new Label(QStringLiteral("Buttons"), Type::Page, Role::Text));
    auto* card = new Card;
    column->addWidget(card);
    using Kind = Button::Kind;
    struct Row {
        Kind kind;
        const char* label;
        Icon icon;
    };
    const Row rows[] = {
        {Kind::Primary, "Create", Icon::Plus},          {Kind::Secondary, "Open a link...", Icon::Link},
        {Kind::Ghost, "Filter", Icon::Filter},          {Kind::Danger, "Revoke...", Icon::None},
        {Kind::DangerFill, "Revoke Tomás", Icon::None}, {Kind::Soft, "Watch free", Icon::None}};
    for (const Row& spec : rows) {
        auto* row = line(card->body());
        const QString label = QString::fromUtf8(spec.label);
        for (const auto size : {Button::Size::Small, Button::Size::Medium, Button::Size::Large}) {
            auto* b = new Button(label, spec.kind, spec.icon);
            b->setSize(size);
            row->addWidget(b);
        }
        row->addWidget(new Ringed(new Button(label, spec.kind, spec.icon)));
        auto* down = new Button(label, spec.kind, spec.icon);
        down->setDown(true);
        row->addWidget(down);
        auto* loading = new Button(label, spec.kind, spec.icon == Icon::None ? Icon::Retry : spec.icon);
        loading->setLoading(true);
        row->addWidget(loading);
        auto* off = new Button(label, spec.kind, spec.icon);
        off->setDisabledReason(QStringLiteral("Three things are left"));
        row->addWidget(off);
        row->addStretch(1);
    }
    auto* row = line(card->body(), 8);
    for (const Icon icon : {Icon::Pause, Icon::Close, Icon::More, Icon::Copy, Icon::ChevronUp}) {
        row->addWidget(Button::iconOnly(icon, QStringLiteral("Act")));
    }
    for (const Icon icon : {Icon::Back10, Icon::Forward10, Icon::FullScreen}) {
        row->addWidget(Button::iconOnly(icon, QStringLiteral("Act"), nullptr, 32));
    }
    auto* play = Button::iconOnly(Icon::Play, QStringLiteral("Play"), nullptr, 44);
    play->setKind(Kind::Primary);
    play->setRound(44);
    row->addWidget(play);
    row->addWidget(new Button(QStringLiteral("See all"), Kind::Link));
    auto* menu = new Button(QStringLiteral("Recently added"), Kind::Ghost, Icon::Sort);
    menu->setTrailingIcon(Icon::ChevronDown);
    row->addWidget(menu);
    auto* hero = new Button(QStringLiteral("Publish Hollow Lake"), Kind::Primary);
    hero->setSize(Button::Size::Hero);
    row->addWidget(hero);
    row->addStretch(1);

    column->addWidget(new Label(QStringLiteral("Badges, tones, waiting"), Type::Section, Role::Text));
    auto* badges = line(column, 8);
    for (const BadgeSpec& spec :
         {BadgeSpec::owned(), BadgeSpec::protectedFilm(), BadgeSpec::published(), BadgeSpec::draft(),
          BadgeSpec::revoked(), BadgeSpec::needsGateway(), BadgeSpec::onThisComputer()}) {
        badges->addWidget(new Badge(spec));
    }
    badges->addSpacing(16);
    badges->addWidget(new Spinner(16));
    badges->addWidget(new Label(QStringLiteral("Reading tracks"), Type::Small, Role::Text2));
    for (const double value : {0.2, 0.6, 1.0})
        badges->addWidget(new ProgressRing(value));
    badges->addStretch(1);
    auto* tiles = line(column, 10);
    const std::pair<Icon, Tone> tileSpecs[] = {{Icon::Desktop, Tone::Neutral},  {Icon::Key, Tone::Accent},
                                               {Icon::ShieldCheck, Tone::Ok},   {Icon::Lock, Tone::Warn},
                                               {Icon::BrokenPart, Tone::Error}, {Icon::Info, Tone::Info}};
    for (const auto& [icon, tone] : tileSpecs)
        tiles->addWidget(new IconTile(icon, tone, 44));
    tiles->addWidget(new Avatar(QStringLiteral("Mara Lindqvist")));
    tiles->addWidget(new StatusLine(QStringLiteral("Signed by Tomás Vale"), Tone::Ok));
    tiles->addWidget(new StatusLine(QStringLiteral("Montréal is one behind"), Tone::Warn));
    tiles->addWidget(new KeyCap(QStringLiteral("Ctrl")));
    tiles->addWidget(new KeyCap(QStringLiteral("F")));
    tiles->addStretch(1);

    auto* offline = new Banner;
    offline->setMessage(Tone::Warn, Icon::Offline,
                        QStringLiteral("No answer from films.northlight.example since 14:22."),
                        QStringLiteral("Trying again in 12 s. Uploads will go on where they stopped."));
    offline->addAction(QStringLiteral("Try now"), Icon::Retry);
    offline->addAction(QStringLiteral("Change gateway..."));
    column->addWidget(offline);
    auto* failed = new Banner;
    failed->setMessage(
        Tone::Error, Icon::Warning, QStringLiteral("The upload stopped at 1.92 GB."),
        QStringLiteral("films.northlight.example closed the connection twice. Your film is safe here; Retry "
                       "goes on from 1.92 GB."));
    failed->addAction(QStringLiteral("Details"))->setKind(Kind::Ghost);
    column->addWidget(failed);

    column->addWidget(new Label(QStringLiteral("Icons"), Type::Section, Role::Text));
    auto* icons = new QGridLayout;
    icons->setSpacing(10);
    int at = 0;
    for (int i = 1; i < int(Icon::Count_); ++i) {
        Button* button = Button::iconOnly(static_cast<Icon>(i), QStringLiteral("Icon"), nullptr, 32);
        icons->addWidget(button, at / 26, at % 26);
        ++at;
    }
    column->addLayout(icons);
    column->addStretch(1);
    return page;
}

QWidget* sheetForms() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(16);
    column->addWidget(new Label(QStringLiteral("Forms and choices"), Type::Page, Role::Text));
    auto* top = line(column, 16);
    auto* left = new Card;
    top->addWidget(left, 1);
    left->addTitle(QStringLiteral("Details"), QStringLiteral("saved on every change"));
    auto* title = new Field(QStringLiteral("Title"));
    title->setText(QStringLiteral("Hollow Lake"));
    auto* wrong = new Field(QStringLiteral("Title"));
    wrong->setPlaceholder(QStringLiteral("Name your film"));
    wrong->setError(QStringLiteral("Every film needs a title"));
    auto* name = new Field(QStringLiteral("Your name, as shown on films"));
    name->setIcon(Icon::Person);
    name->setText(QStringLiteral("Mara Lindqvist"));
    name->setHint(QStringLiteral("Taken from your system."));
    auto* price = new Field(QStringLiteral("Price"));
    price->setPrefix(QStringLiteral("€"));
    price->setSuffix(QStringLiteral("EUR"));
    price->setText(QStringLiteral("9.00"));
    auto* secret = new Field(QStringLiteral("Kit password"));
    secret->setSecret(true);
    secret->setText(QStringLiteral("four brass keys"));
    auto* off = new Field(QStringLiteral("Copies for sale"));
    off->setText(QStringLiteral("500"));
    off->setEnabled(false);
    auto* busy = new Field(QStringLiteral("Gateway"));
    busy->setText(QStringLiteral("films.northlight.example"));
    busy->setLoading(true);
    for (auto* field : {title, wrong, name, price, secret, off, busy})
        left->body()->addWidget(field);
    left->body()->addStretch(1);

    auto* right = new Card;
    top->addWidget(right, 1);
    auto* text = new TextAreaField(QStringLiteral("Description"), 2000);
    text->setText(QStringLiteral(
        "A ferryman keeps his last promise on the morning the lake is sold. Shot over one winter in "
        "North Karelia."));
    right->body()->addWidget(text);
    auto* search = new SearchField(QStringLiteral("Search titles, people, tags"));
    search->setKeyCaps({QStringLiteral("Ctrl"), QStringLiteral("F")});
    right->body()->addWidget(search);
    auto* found = new SearchField(QStringLiteral("Find a record"));
    found->setText(QStringLiteral("lake"));
    right->body()->addWidget(found);
    auto* select = new SelectField(QStringLiteral("Start with"));
    select->select()->addItems({QStringLiteral("Auto"), QStringLiteral("1080p"), QStringLiteral("720p")});
    right->body()->addWidget(select);
    auto* segments = new SegmentedControl;
    segments->setSegments({{QStringLiteral("all"), QStringLiteral("All"), Icon::None, 15},
                           {QStringLiteral("bought"), QStringLiteral("Bought"), Icon::None, 8},
                           {QStringLiteral("mine"), QStringLiteral("Mine"), Icon::None, 7}});
    auto* view = new SegmentedControl;
    view->setSegments({{QStringLiteral("grid"), QString(), Icon::Grid, -1},
                       {QStringLiteral("list"), QString(), Icon::List, -1}});
    auto* row = line(right->body());
    row->addWidget(segments);
    row->addWidget(view);
    row->addStretch(1);
    auto* radios = line(right->body(), 24);
    auto* one = new Radio(QStringLiteral("Like the system"));
    one->setChecked(true);
    radios->addWidget(one);
    radios->addWidget(new Radio(QStringLiteral("Dark")));
    auto* offRadio = new Radio(QStringLiteral("Light"));
    offRadio->setEnabled(false);
    radios->addWidget(offRadio);
    radios->addStretch(1);
    auto* on = new Toggle(QStringLiteral("Graphics card decoding"));
    on->setChecked(true);
    right->body()->addWidget(new SettingRow(QStringLiteral("Graphics card decoding"),
                                            QStringLiteral("VA-API on Intel Arc, in use"), on));
    right->body()->addWidget(new Divider);
    right->body()->addWidget(new SettingRow(QStringLiteral("Less motion"),
                                            QStringLiteral("Pages and panels change at once"),
                                            new Toggle(QStringLiteral("Less motion"))));
    auto* link = new CopyField(QStringLiteral("Share link"),
                               QStringLiteral("keyreel://films.northlight.example/bafybeigq4w7ie"));
    right->body()->addWidget(link);
    right->body()->addStretch(1);

    auto* tiles = new AccessGroup;
    tiles->addTile(QStringLiteral("free"), Icon::Heart, QStringLiteral("Free"),
                   QStringLiteral("Anyone with the link"));
    tiles->addTile(QStringLiteral("granted"), Icon::People, QStringLiteral("Only people I choose"),
                   QStringLiteral("You grant each of them"));
    tiles
        ->addTile(QStringLiteral("resell"), Icon::Resell, QStringLiteral("Buy & resell"),
                  QStringLiteral("Needs a seller"))
        ->setEnabled(false);
    tiles->setCurrent(QStringLiteral("granted"));
    column->addWidget(tiles);
    auto* checks = line(column, 16);
    auto* ticked =
        new CheckTile(QStringLiteral("I made this film, or I may publish it."),
                      QStringLiteral("Your signature under this sentence becomes part of its record."));
    ticked->setChecked(true);
    checks->addWidget(ticked);
    checks->addWidget(
        new CheckTile(QStringLiteral("I made this film, or I may publish it."),
                      QStringLiteral("Your signature under this sentence becomes part of its record.")));
    column->addStretch(1);
    return page;
}

}  // namespace keyreel::ui::gallery
