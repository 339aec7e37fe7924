#include "ui/pages/settings_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/shell/settings_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kColumnWidth = 760;
constexpr std::array<int, 4> kSizes{90, 100, 115, 130};

QWidget* makeGroup(QVBoxLayout* column, const QString& title) {
    column->addWidget(new Label(title, Type::Section, Role::Text));
    auto* card = new Card;
    column->addWidget(card);
    return card;
}

}  // namespace

SettingsPage::SettingsPage(Engine& engine, SettingsTable& settings, QWidget* parent)
    : PageHost(tr("Settings"), parent), m_engine(engine), m_settings(settings) {
    setObjectName(u"settings"_s);
    header()->setLine(tr("Every change applies at once"));
    setContent(makeContent());
    connect(&m_engine, &Engine::readinessChanged, this, &SettingsPage::followNetwork);
    connect(&m_engine, &Engine::healthChanged, this, &SettingsPage::followNetwork);
    followNetwork();
}

QWidget* SettingsPage::makeContent() {
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    auto* inner = new QWidget;
    inner->setMaximumWidth(kColumnWidth);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    row->addWidget(inner, 10);
    row->addStretch(1);

    const ThemeOptions options = m_settings.theme();
    auto* look = static_cast<Card*>(makeGroup(column, tr("Appearance")));
    m_mode = new SegmentedControl;
    m_mode->setObjectName(u"settings.theme"_s);
    m_mode->setAccessibleName(tr("Theme"));
    m_mode->setSegments(
        {{u"system"_s, tr("Like the system")}, {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}});
    m_mode->setCurrent(static_cast<int>(options.mode) - 1);
    look->body()->addWidget(new SettingRow(tr("Theme"), tr("The picture stays on black in both"), m_mode));
    look->body()->addWidget(new Divider);
    m_contrast = new Toggle(tr("More contrast"));
    m_contrast->setObjectName(u"settings.contrast"_s);
    m_contrast->setChecked(options.moreContrast);
    look->body()->addWidget(new SettingRow(
        tr("More contrast"), tr("Stronger lines around fields, buttons and cards"), m_contrast));
    look->body()->addWidget(new Divider);
    m_motion = new Toggle(tr("Less motion"));
    m_motion->setObjectName(u"settings.motion"_s);
    m_motion->setChecked(options.lessMotion);
    look->body()->addWidget(
        new SettingRow(tr("Less motion"), tr("Pages and panels change at once"), m_motion));
    look->body()->addWidget(new Divider);
    m_text = new SegmentedControl;
    m_text->setObjectName(u"settings.text"_s);
    m_text->setAccessibleName(tr("Text size"));
    QList<SegmentedControl::Segment> sizes;
    for (const int size : kSizes)
        sizes.append({QString::number(size), tr("%1 %").arg(size)});
    m_text->setSegments(sizes);
    const auto at = std::find(kSizes.begin(), kSizes.end(), options.textPercent);
    m_text->setCurrent(at == kSizes.end() ? 1 : static_cast<int>(at - kSizes.begin()));
    look->body()->addWidget(new SettingRow(tr("Text size"), {}, m_text));
    connect(m_mode, &SegmentedControl::currentChanged, this, &SettingsPage::apply);
    connect(m_text, &SegmentedControl::currentChanged, this, &SettingsPage::apply);
    connect(m_contrast, &QAbstractButton::toggled, this, &SettingsPage::apply);
    connect(m_motion, &QAbstractButton::toggled, this, &SettingsPage::apply);
    column->addSpacing(12);

    auto* network = static_cast<Card*>(makeGroup(column, tr("Network")));
    m_network = new KeyValueTable;
    m_network->setObjectName(u"settings.network"_s);
    network->body()->addWidget(m_network);
    column->addSpacing(12);

    auto* about = static_cast<Card*>(makeGroup(column, tr("About")));
    auto* shortcuts = new Button(tr("See all"), Button::Kind::Secondary, Icon::Keyboard);
    shortcuts->setObjectName(u"settings.shortcuts"_s);
    connect(shortcuts, &QPushButton::clicked, this, &SettingsPage::shortcutsRequested);
    about->body()->addWidget(
        new SettingRow(tr("Keyboard shortcuts"), tr("Every act works without a mouse"), shortcuts));
    about->body()->addWidget(new Divider);
    about->body()->addWidget(new Label(tr("Keyreel %1 · Qt %2 · no account, no tracking")
                                           .arg(QLatin1String(KEYREEL_VERSION), QLatin1String(qVersion())),
                                       Type::Small, Role::Text3));
    column->addStretch(1);
    return content;
}

void SettingsPage::apply() {
    ThemeOptions options = m_settings.theme();
    options.mode = static_cast<ThemeOptions::Mode>(m_mode->current() + 1);
    options.moreContrast = m_contrast->isChecked();
    options.lessMotion = m_motion->isChecked();
    options.textPercent = kSizes[static_cast<std::size_t>(m_text->current())];
    m_settings.setTheme(options);
    Theme::current().setOptions(options);
}

void SettingsPage::followNetwork() {
    const auto& places = m_engine.places();
    m_network->clear();
    if (const auto* network = m_engine.network()) {
        m_network->setRow(tr("Gateway"), toQString(network->gatewayUrl));
        m_network->setRow(tr("Key nodes"),
                          tr("any %1 of %2").arg(network->threshold).arg(network->nodes.size()));
    }
    for (const auto& service : m_engine.health())
        m_network->setRow(toQString(service.name),
                          service.running
                              ? tr("runs, %1, process %2").arg(toQString(service.url)).arg(service.pid)
                              : tr("does not run"),
                          service.running ? Tone::Ok : Tone::Error);
    m_network->setRow(tr("Network's files"), toQString(places.network.string()));
    m_network->setRow(tr("Your profile"), toQString(places.profile.string()));
}

}  // namespace keyreel::ui
