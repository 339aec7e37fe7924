#include "ui/pages/settings_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/command_sheet.h"
#include "ui/pages/network_sheet.h"
#include "ui/pages/publish_sheet.h"
#include "ui/pages/watch_folder_control.h"
#include "ui/shell/language.h"
#include "ui/shell/section_list.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme_tile.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kColumnWidth = 760;
constexpr int kSearchWidth = 260;
/// Kilobytes a second.
constexpr std::array<int, 6> kUploadLimits{100, 250, 500, 1000, 2500, 10000};
constexpr std::array<int, 4> kSizes{90, 100, 115, 130};

}  // namespace

SettingsPage::SettingsPage(Engine& engine, SettingsTable& settings, WatchFolder& watch, QWidget* parent)
    : PageHost(tr("Settings"), parent),
      m_engine(engine),
      m_settings(settings),
      m_watch(watch),
      m_choice(engine),
      m_nodes(engine) {
    setObjectName(u"settings"_s);
    header()->setLine(tr("Every change applies at once, a language at the next start"));
    m_search = new SearchField(tr("Find a setting"));
    m_search->setObjectName(u"settings.search"_s);
    m_search->setFixedWidth(kSearchWidth);
    header()->addAction(m_search);
    m_index = new SectionList(tr("Sections"));
    m_index->setObjectName(u"settings.sections"_s);
    setContent(makeContent());
    setIndex(m_index);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_index, &SectionList::activated, this, &SettingsPage::goTo);
    connect(this, &PageHost::scrolled, this, &SettingsPage::followScroll);
    connect(&m_engine, &Engine::readinessChanged, this, &SettingsPage::followNetwork);
    connect(&m_engine, &Engine::healthChanged, this, &SettingsPage::followNetwork);
    const auto followJobs = [this]() { m_changeNetwork->setDisabledReason(m_choice.blocked()); };
    connect(&m_engine, &Engine::jobAdded, this, followJobs);
    connect(&m_engine, &Engine::jobChanged, this, followJobs);
    connect(&m_choice, &NetworkChoice::saved, this,
            [this](const QString& file) { Q_EMIT told(tr("Saved as %1").arg(QFileInfo(file).fileName())); });
    connect(&m_choice, &NetworkChoice::saveFailed, this,
            [this](const Error& error) { Q_EMIT told(sentenceOf(error).text()); });
    followNetwork();
}

void SettingsPage::find() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

SettingsPage::Section& SettingsPage::addSection(QVBoxLayout* column, const QString& id, Icon icon,
                                                const QString& title) {
    m_index->add(id, icon, title);
    auto* box = new QWidget;
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 24);
    outer->setSpacing(10);
    outer->addWidget(new Label(title, Type::Section, Role::Text));
    auto* card = new Card;
    card->setAccessibleName(title);
    card->body()->setContentsMargins(16, 6, 16, 6);
    card->body()->setSpacing(0);
    outer->addWidget(card);
    column->addWidget(box);
    m_sections.append({id, title, box, card->body(), {}});
    return m_sections.last();
}

void SettingsPage::addRow(Section& section, QWidget* widget, const QString& words) {
    QWidget* divider = nullptr;
    if (!section.members.isEmpty()) section.rows->addWidget(divider = new Divider);
    section.rows->addWidget(widget);
    section.members.append({widget, divider, words});
}

void SettingsPage::addSetting(Section& section, const QString& name, const QString& explanation,
                              QWidget* control) {
    addRow(section, new SettingRow(name, explanation, control), name + u' ' + explanation);
}

QWidget* SettingsPage::makeContent() {
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    auto* inner = new QWidget;
    inner->setMaximumWidth(kColumnWidth);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    row->addWidget(inner, 1000);
    row->addStretch(1);
    addAppearance(column);
    addPlayback(column);
    addPublishing(column);
    addNetwork(column);
    addStorage(column);
    addPrivacy(column);
    addShortcuts(column);
    addAbout(column);
    auto* none = new Label(tr("No setting has this in its name."), Type::Body, Role::Text3);
    none->setObjectName(u"settings.none"_s);
    none->hide();
    m_none = none;
    column->addWidget(none);
    column->addStretch(1);
    return content;
}

void SettingsPage::addAppearance(QVBoxLayout* column) {
    const ThemeOptions options = m_settings.theme();
    Section& look = addSection(column, u"appearance"_s, Icon::Sun, tr("Appearance"));
    using Mode = ThemeOptions::Mode;
    auto* tiles = new QWidget;
    tiles->setObjectName(u"settings.theme"_s);
    tiles->setAccessibleName(tr("Theme"));
    auto* row = new QHBoxLayout(tiles);
    row->setContentsMargins(0, 12, 0, 6);
    row->setSpacing(14);
    const auto add = [&](Mode mode, const QString& id, const QString& name) {
        auto* tile = new ThemeTile(mode, name);
        tile->setObjectName(id);
        tile->setChecked(options.mode == mode);
        row->addWidget(tile, 1);
        m_themes.append(tile);
    };
    add(Mode::System, u"settings.theme.system"_s, tr("Like the system"));
    add(Mode::Dark, u"settings.theme.dark"_s, tr("Dark"));
    add(Mode::Light, u"settings.theme.light"_s, tr("Light"));
    addRow(look, tiles, tr("Theme Like the system Dark Light"));
    m_contrast = new Toggle(tr("More contrast"));
    m_contrast->setObjectName(u"settings.contrast"_s);
    m_contrast->setChecked(options.moreContrast);
    addSetting(look, tr("More contrast"), tr("Stronger lines around fields, buttons and cards"), m_contrast);
    m_motion = new Toggle(tr("Less motion"));
    m_motion->setObjectName(u"settings.motion"_s);
    m_motion->setChecked(options.lessMotion);
    addSetting(look, tr("Less motion"), tr("Pages and panels change at once"), m_motion);
    m_text = new SegmentedControl;
    m_text->setObjectName(u"settings.text"_s);
    m_text->setAccessibleName(tr("Text size"));
    QList<SegmentedControl::Segment> sizes;
    for (const int size : kSizes)
        sizes.append({QString::number(size), tr("%1 %").arg(size)});
    m_text->setSegments(sizes);
    const auto at = std::find(kSizes.begin(), kSizes.end(), options.textPercent);
    m_text->setCurrent(at == kSizes.end() ? 1 : static_cast<int>(at - kSizes.begin()));
    addSetting(look, tr("Text size"), {}, m_text);
    addLanguage(look);
    for (ThemeTile* tile : m_themes)
        connect(tile, &QAbstractButton::toggled, this, [this](bool on) {
            if (on) apply();
        });
    connect(m_text, &SegmentedControl::currentChanged, this, &SettingsPage::apply);
    connect(m_contrast, &QAbstractButton::toggled, this, &SettingsPage::apply);
    connect(m_motion, &QAbstractButton::toggled, this, &SettingsPage::apply);
}

void SettingsPage::addLanguage(Section& look) {
    auto* language = new Select;
    language->setObjectName(u"settings.language"_s);
    language->setAccessibleName(tr("Language"));
    language->addItem(tr("Like the system"), u"system"_s);
    for (const Language& known : languages())
        language->addItem(known.name, known.word);
    language->setCurrentIndex(language->findData(m_settings.language()));
    connect(language, &QComboBox::currentIndexChanged, this,
            [this, language]() { m_settings.setLanguage(language->currentData().toString()); });
    // By its English name it is found in a language that one does not read.
    const QString name = tr("Language");
    addRow(look, new SettingRow(name, tr("From the next start of Keyreel on"), language),
           name + u" Language Sprache 语言"_s);
}

void SettingsPage::addPlayback(QVBoxLayout* column) {
    Section& playback = addSection(column, u"playback"_s, Icon::Play, tr("Playback"));
    auto* resume = new Toggle(tr("Go on where I stopped"));
    resume->setObjectName(u"settings.resume"_s);
    resume->setChecked(m_settings.resumes());
    connect(resume, &QAbstractButton::toggled, this, [this](bool on) { m_settings.setResumes(on); });
    addSetting(playback, tr("Go on where I stopped"), tr("Off: every film begins at its beginning"), resume);
}

void SettingsPage::addPublishing(QVBoxLayout* column) {
    Section& publishing = addSection(column, u"publishing"_s, Icon::Upload, tr("Publishing"));
    auto* access = new Select;
    access->setObjectName(u"settings.access"_s);
    access->setAccessibleName(tr("Access for new films"));
    access->addItem(tr("Free"));
    access->addItem(tr("Only people I grant"));
    access->setCurrentIndex(m_settings.newFilmsGranted() ? 1 : 0);
    connect(access, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_settings.setNewFilmsGranted(index == 1); });
    addSetting(publishing, tr("Access for new films"), tr("You choose again for every film"), access);
    auto* atOnce = new SegmentedControl;
    atOnce->setObjectName(u"settings.atOnce"_s);
    atOnce->setAccessibleName(tr("Films at a time"));
    atOnce->setSegments({{u"1"_s, u"1"_s}, {u"2"_s, u"2"_s}, {u"3"_s, u"3"_s}, {u"4"_s, u"4"_s}});
    atOnce->setCurrent(m_settings.jobsAtOnce() - 1);
    m_engine.setJobsAtOnce(m_settings.jobsAtOnce());
    connect(atOnce, &SegmentedControl::currentChanged, this, [this](int index) {
        m_settings.setJobsAtOnce(index + 1);
        m_engine.setJobsAtOnce(index + 1);
    });
    addSetting(publishing, tr("Films at a time"), tr("The others wait in the order that you give them"),
               atOnce);
    auto* limit = new Select;
    limit->setObjectName(u"settings.uploadLimit"_s);
    limit->setAccessibleName(tr("Upload no faster than"));
    limit->addItem(tr("No limit"), 0);
    for (const int kilobytes : kUploadLimits)
        limit->addItem(format::rate(kilobytes * 1000.0), kilobytes);
    const int chosen = limit->findData(m_settings.uploadLimit());
    limit->setCurrentIndex(std::max(0, chosen));
    const auto applyLimit = [this](int kilobytes) {
        m_engine.setUploadLimit(static_cast<quint64>(kilobytes) * 1000);
    };
    applyLimit(limit->currentData().toInt());
    connect(limit, &QComboBox::currentIndexChanged, this, [this, limit, applyLimit]() {
        m_settings.setUploadLimit(limit->currentData().toInt());
        applyLimit(limit->currentData().toInt());
    });
    addSetting(publishing, tr("Upload no faster than"), tr("All uploads together; downloads are not slowed"),
               limit);
    auto* done = new Select;
    done->setObjectName(u"settings.whenDone"_s);
    done->setAccessibleName(tr("When all films are published"));
    done->addItem(tr("Do nothing"), u"nothing"_s);
    done->addItem(tr("Notify me"), u"notify"_s);
    done->addItem(tr("Play a sound"), u"sound"_s);
    done->addItem(tr("Quit Keyreel, once"), u"quit"_s);
    done->addItem(tr("Run a command..."), u"command"_s);
    done->setCurrentIndex(done->findData(m_settings.whenDone()));
    const auto show = [this, done]() {
        done->setCurrentIndex(done->findData(m_settings.whenDone()));
        done->setToolTip(m_settings.whenDone() == u"command"_s ? m_settings.doneCommand().join(u' ')
                                                               : QString());
    };
    connect(done, &QComboBox::currentIndexChanged, this, [this, done]() {
        if (done->currentData() != u"command"_s) m_settings.setWhenDone(done->currentData().toString());
    });
    // Also when it is chosen once more, to change it.
    connect(done, &QComboBox::activated, this, [this, done, show]() {
        if (done->currentData() != u"command"_s) return show();
        auto* sheet = makeCommandSheet(m_settings.doneCommand(), [this](const QStringList& command) {
            m_settings.setDoneCommand(command);
            m_settings.setWhenDone(u"command"_s);
        });
        connect(sheet, &Sheet::closed, this, show);
        Q_EMIT sheetRequested(sheet);
    });
    show();
    addSetting(publishing, tr("When all films are published"), tr("Also when the rest failed or is paused"),
               done);
    addSetting(publishing, tr("Watched folder"),
               tr("New videos in it become drafts; nothing is published by itself"),
               new WatchFolderControl(m_watch));
}

void SettingsPage::addNetwork(QVBoxLayout* column) {
    Section& network = addSection(column, u"network"_s, Icon::Globe, tr("Network"));
    m_network = new KeyValueTable;
    m_network->setObjectName(u"settings.network"_s);
    m_network->setContentsMargins(0, 10, 0, 10);
    addRow(network, m_network, tr("Gateway Key nodes Network Server"));
    m_changeNetwork = new Button(tr("Change..."), Button::Kind::Secondary, Icon::Globe);
    m_changeNetwork->setObjectName(u"settings.changeNetwork"_s);
    connect(m_changeNetwork, &QPushButton::clicked, this,
            [this]() { Q_EMIT sheetRequested(makeNetworkSheet(m_choice, m_nodes)); });
    addSetting(network, tr("Where your films are published"),
               tr("This computer, or a gateway and key nodes of others; films stay where they are"),
               m_changeNetwork);
    m_saveNetwork = new Button(tr("Save..."), Button::Kind::Secondary, Icon::Download);
    m_saveNetwork->setObjectName(u"settings.saveNetwork"_s);
    connect(m_saveNetwork, &QPushButton::clicked, this, &SettingsPage::saveNetwork);
    addSetting(network, tr("Network file"), tr("With it another computer of yours meets the same network"),
               m_saveNetwork);
    auto* again = new Button(tr("Test now"), Button::Kind::Secondary, Icon::Retry);
    again->setObjectName(u"settings.test"_s);
    connect(again, &QPushButton::clicked, this, [this]() { m_engine.refreshHealth(); });
    addSetting(network, tr("Ask them all"), tr("Shows who answers at this moment"), again);
}

void SettingsPage::addStorage(QVBoxLayout* column) {
    Section& storage = addSection(column, u"storage"_s, Icon::Folder, tr("Storage"));
    const auto& places = m_engine.places();
    const auto add = [&](const QString& name, const QString& explanation, const QString& id,
                         const std::filesystem::path& path) {
        auto* box = new QWidget;
        auto* field = new CopyField(name, toQString(path.string()));
        field->setObjectName(id);
        auto* words = new QVBoxLayout(box);
        words->setContentsMargins(0, 10, 0, 12);
        words->setSpacing(0);
        words->addWidget(new Label(name, Type::Control, Role::Text));
        words->addWidget(new Label(explanation, Type::Small, Role::Text3));
        words->addSpacing(8);
        words->addWidget(field);
        addRow(storage, box, name + u' ' + explanation);
    };
    add(tr("Your profile"), tr("Library, drafts, jobs, your sealed record and your locked keys"),
        u"settings.profile"_s, places.profile);
    add(tr("This computer's network"), tr("What its own gateway and key nodes keep"),
        u"settings.networkFolder"_s, places.network);
}

void SettingsPage::addPrivacy(QVBoxLayout* column) {
    Section& privacy = addSection(column, u"privacy"_s, Icon::Eye, tr("Privacy"));
    auto* remember = new Toggle(tr("Remember what I watch"));
    remember->setObjectName(u"settings.remember"_s);
    remember->setChecked(m_settings.remembersWatching());
    m_engine.setRemembersOpenings(m_settings.remembersWatching());
    connect(remember, &QAbstractButton::toggled, this, [this](bool on) {
        m_settings.setRemembersWatching(on);
        m_engine.setRemembersOpenings(on);
    });
    addSetting(privacy, tr("Remember what I watch"),
               tr("Where you stopped, and the tracks and subtitles that you chose; only on this computer"),
               remember);
    auto* forget = new Button(tr("Forget..."), Button::Kind::Secondary, Icon::Trash);
    forget->setObjectName(u"settings.forget"_s);
    connect(forget, &QPushButton::clicked, this, &SettingsPage::confirmForgetting);
    addSetting(privacy, tr("Forget what I watched"), tr("Your films themselves stay"), forget);
    auto* facts = new KeyValueTable;
    facts->setObjectName(u"settings.privacy"_s);
    facts->setContentsMargins(0, 10, 0, 10);
    facts->setRow(tr("Key nodes learn"), tr("which of your devices opens which film, and when"));
    facts->setRow(tr("A gateway learns"), tr("which films you fetch from it, and when"));
    facts->setRow(tr("Everyone can read"),
                  tr("in the rights log, which account published, was let in or bought"));
    facts->setRow(tr("Keyreel itself tells"), tr("nothing: no tracking, no statistics, no update checks"));
    addRow(privacy, facts, tr("Key nodes Gateway rights log tracking"));
    connect(&m_engine, &Engine::watchingForgotten, this,
            [this]() { Q_EMIT told(tr("Keyreel has forgotten what you watched")); });
    connect(&m_engine, &Engine::forgetFailed, this,
            [this](const Error& error) { Q_EMIT told(sentenceOf(error).text()); });
}

void SettingsPage::confirmForgetting() {
    auto* sheet = new Sheet(tr("Forget what you watched"));
    sheet->setObjectName(u"forget"_s);
    sheet->setIcon(Icon::Trash, Tone::Error);
    sheet->setSentence(
        tr("When you opened films, where you stopped in them, and the tracks, subtitles and picture that you "
           "chose for them are gone for good then. Your films stay, and so does the sealed record under "
           "Activity: "
           "it proves what this computer did."));
    sheet->addAct(tr("Forget"), Button::Kind::DangerFill)->setObjectName(u"forget.confirm"_s);
    sheet->addWayOut(tr("Keep it"));
    connect(sheet, &Sheet::accepted, this, [this]() {
        m_settings.forgetWatching();
        m_engine.forgetWatching();
    });
    Q_EMIT sheetRequested(sheet);
}

void SettingsPage::addShortcuts(QVBoxLayout* column) {
    Section& keys = addSection(column, u"shortcuts"_s, Icon::Keyboard, tr("Shortcuts"));
    auto* change = new Button(tr("Change..."), Button::Kind::Secondary, Icon::Pencil);
    change->setObjectName(u"settings.changeKeys"_s);
    connect(change, &QPushButton::clicked, this, &SettingsPage::keysRequested);
    addSetting(keys, tr("Change shortcuts"), tr("Keys of your own for every command of window and player"),
               change);
    auto* all = new Button(tr("See all"), Button::Kind::Secondary, Icon::Keyboard);
    all->setObjectName(u"settings.shortcuts"_s);
    connect(all, &QPushButton::clicked, this, &SettingsPage::shortcutsRequested);
    addSetting(keys, tr("All shortcuts"), tr("Every act works without a mouse"), all);
}

void SettingsPage::addAbout(QVBoxLayout* column) {
    Section& about = addSection(column, u"about"_s, Icon::Info, tr("About"));
    auto* facts = new KeyValueTable;
    facts->setObjectName(u"settings.about"_s);
    facts->setContentsMargins(0, 10, 0, 10);
    facts->setRow(tr("Keyreel"), QLatin1String(KEYREEL_VERSION));
    facts->setRow(tr("Qt"), QLatin1String(qVersion()));
    facts->setRow(tr("Licence"), u"Apache-2.0"_s);
    addRow(about, facts, tr("Version Qt Licence"));
}

void SettingsPage::apply() {
    ThemeOptions options = m_settings.theme();
    for (const ThemeTile* tile : m_themes)
        if (tile->isChecked()) options.mode = tile->mode();
    options.moreContrast = m_contrast->isChecked();
    options.lessMotion = m_motion->isChecked();
    options.textPercent = kSizes[static_cast<std::size_t>(m_text->current())];
    m_settings.setTheme(options);
    Theme::current().setOptions(options);
}

void SettingsPage::followNetwork() {
    m_network->clear();
    m_changeNetwork->setDisabledReason(m_choice.blocked());
    const auto* network = m_engine.network();
    m_saveNetwork->setDisabledReason(network == nullptr ? tr("Waits until the network is up")
                                     : isOnThisComputer(*network)
                                         ? tr("Nobody else reaches the network of this computer")
                                         : QString());
    if (network == nullptr) {
        m_network->setRow(tr("Gateway"), tr("not reached yet"), Tone::Warn);
        return;
    }
    const auto& health = m_engine.health();
    const auto answers = [&](const std::string& url) {
        const auto found =
            std::find_if(health.begin(), health.end(),
                         [&](const studio::ServiceHealth& service) { return service.url == url; });
        return found == health.end() || found->running;
    };
    const auto add = [&](const QString& name, const std::string& url) {
        const bool up = answers(url);
        m_network->setRow(name, up ? toQString(url) : tr("%1, no answer").arg(toQString(url)),
                          up ? Tone::Neutral : Tone::Error);
    };
    add(tr("Gateway"), network->gatewayUrl);
    for (const auto& node : network->nodes)
        add(toQString(node.name), node.url);
    m_network->setRow(tr("To open a film"),
                      tr("any %1 of %2 key nodes").arg(network->threshold).arg(network->nodes.size()));
}

void SettingsPage::saveNetwork() {
    auto* dialog = new QFileDialog(this, tr("Save the network file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"keyreel-network.json"_s);
    connect(dialog, &QFileDialog::fileSelected, &m_choice, &NetworkChoice::save);
    dialog->open();
}

void SettingsPage::search(const QString& typed) {
    const QString wanted = typed.simplified();
    bool any = false;
    for (Section& section : m_sections) {
        const bool whole = wanted.isEmpty() || section.words.contains(wanted, Qt::CaseInsensitive);
        bool shown = false;
        for (const Row& row : section.members) {
            const bool hit = whole || row.words.contains(wanted, Qt::CaseInsensitive);
            row.widget->setVisible(hit);
            if (row.divider) row.divider->setVisible(hit && shown);
            shown = shown || hit;
        }
        section.box->setVisible(shown);
        m_index->setShown(section.id, shown);
        any = any || shown;
    }
    m_none->setVisible(!any);
}

void SettingsPage::goTo(const QString& id) {
    for (const Section& section : m_sections)
        if (section.id == id) scrollTo(section.box);
    // The last sections cannot come to the top; the one that was asked for is current all the same.
    m_index->setCurrent(id);
}

void SettingsPage::followScroll(int at, int most) {
    const Section* current = nullptr;
    for (const Section& section : m_sections)
        if (section.box->isVisible() && (!current || section.box->y() <= at + 24)) current = &section;
    if (at >= most && most > 0 && !m_sections.isEmpty() && m_sections.last().box->isVisible())
        current = &m_sections.last();
    if (current) m_index->setCurrent(current->id);
}

}  // namespace keyreel::ui
