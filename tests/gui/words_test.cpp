#include "tests/gui/words_test.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTest>
#include <QTranslator>
#include <algorithm>

#include "core/studio/network.h"
#include "tests/gui/painted_text.h"
#include "ui/pages/create_page.h"
#include "ui/pages/player_page.h"
#include "ui/shell/language.h"
#include "ui/shell/navigation_rail.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String kPseudo("pseudo");
/// Tall enough that no page has to be scrolled.
constexpr QSize kWhole(1280, 2000);
constexpr QSize kPicture(1280, 860);
constexpr qreal kSlack = 1.5;

bool isAccented(const QString& text) {
    static const QRegularExpression accents(u"[\\x{00C0}-\\x{024F}\\x{1E00}-\\x{1EFF}]"_s);
    return accents.match(text).hasMatch();
}

bool isChinese(const QString& text) {
    static const QRegularExpression han(u"\\p{Han}"_s);
    return han.match(text).hasMatch();
}

/// The words without accents. What has digits or signs in it is an address, a code or a file.
QStringList plainWords(const QString& text) {
    static const QRegularExpression data(u"[\\d/_:]"_s);
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    static const QRegularExpression digest(u"^[a-f]+$"_s);
    // A code of a device has no digits now and then.
    static const QRegularExpression code(u"^[A-Z]{4}(-[A-Z]{4})+$"_s);
    QStringList out;
    for (const QString& token : text.split(u' ', Qt::SkipEmptyParts)) {
        if (token.contains(data) || token.contains(code)) continue;
        for (auto found = word.globalMatch(token); found.hasNext();)
            if (const QString plain = found.next().captured(); !plain.contains(digest)) out.append(plain);
    }
    return out;
}

/// What may be elided because it is there as a whole, too: in a tooltip, or as the name of an empty field.
QStringList toldWhole(const QWidget& window) {
    QStringList told;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        if (!widget->toolTip().isEmpty()) told.append(widget->toolTip());
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget); edit && edit->text().isEmpty())
            told.append(edit->placeholderText());
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        for (int row = 0; view && view->model() && row < view->model()->rowCount(); ++row)
            told.append(view->model()->index(row, 0).data(Qt::ToolTipRole).toString());
    }
    return told;
}

}  // namespace

void WordsTest::look(Person& person, const QString& where) {
    auto& window = person.window();
    ui::ThemeOptions options = m_theme->options();
    for (const auto mode : bothModes(*m_theme)) {
        options.mode = mode;
        m_theme->setOptions(options);
        window.resize(kWhole);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QSet<QString> said;
        const auto fault = [&](const QString& what, const QString& text) {
            const QString line = u"%1: %2: %3"_s.arg(where, what, text);
            if (said.contains(line) || m_faults.contains(line)) return;
            said.insert(line);
            m_faults.append(line);
        };
        const QStringList told = toldWhole(window);
        const auto isTold = [&](const QString& begun) {
            return std::any_of(told.begin(), told.end(),
                               [&](const QString& whole) { return whole.contains(begun); });
        };
        // The end of a key has no digits now and then.
        const auto isPartOfKey = [this](const QString& plain) {
            constexpr qsizetype kLongerThanWords = 9;
            return plain.size() > kLongerThanWords && m_keys.contains(plain);
        };
        // The last line of one is as short as it comes.
        const auto isEndOfKey = [keys = m_keys.split(u' ')](const QString& line) {
            return std::any_of(keys.begin(), keys.end(),
                               [&](const QString& key) { return key.endsWith(line.trimmed()); });
        };
        for (const PaintedText& painted : paintedTexts(window)) {
            // What the window says itself; data may be elided, and may be in any language.
            const bool ours = m_language == kPseudo      ? isAccented(painted.text)
                              : m_language == u"zh_CN"_s ? isChinese(painted.text)
                                                         : true;
            if (ours && painted.text.endsWith(u'…') && !isTold(painted.text.chopped(1)))
                fault(u"is elided"_s, painted.text);
            if (ours && painted.box.right() > painted.room.right() + kSlack)
                fault(u"is cut off"_s, painted.text);
            if (m_language != kPseudo || isEndOfKey(painted.text)) continue;
            for (const QString& plain : plainWords(painted.text))
                if (!m_data.contains(plain) && !isPartOfKey(plain))
                    fault(u"'%1' is not translated in"_s.arg(plain), painted.text);
        }
        for (const auto* label : window.findChildren<ui::Label*>()) {
            if (!label->isVisible() || !label->wordWrap()) continue;
            if (label->heightForWidth(label->width()) > label->height() + 1)
                fault(u"has no room for all of its lines"_s, label->source());
        }
    }
    if (m_language != kPseudo)
        QVERIFY(person.shoot(*m_theme, u"words-%1-%2"_s.arg(m_language, where), {kPicture}));
}

void WordsTest::lookAtSheet(Person& person, const QString& where) {
    look(person, where);
    QTest::keyClick(person.window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!person.window().hasSheet());
}

void WordsTest::lookAsViewer(World& world, const QString& link) {
    auto viewer = world.person(u"viewer"_s);
    QVERIFY(viewer->begin());
    m_keys += u' ' + QString::fromStdString(identity::toDidKey(viewer->engine().person()->account));
    viewer->window().openLink(link);
    QVERIFY(viewer->see(u"openlink.watch"_s) != nullptr);
    look(*viewer, u"open-film"_s);
    QVERIFY(viewer->click(u"openlink.watch"_s));
    QVERIFY(viewer->see(u"openlink.card"_s) != nullptr);
    look(*viewer, u"refused"_s);
}

void WordsTest::walk(const QString& language) {
    m_language = language;
    m_faults.clear();
    m_theme = stillTheme();
    // Names of things, of people and of formats.
    const auto data = [this](const QString& text) {
        for (const QString& word : plainWords(text))
            m_data.insert(word);
    };
    World world;
    data(
        u"Keyreel Qt Apache English Deutsch Night ferry MP4 did key proof AAC LC High aac avc mp Ctrl Shift Alt Rec released"_s);
    data(QSysInfo::machineHostName());
    for (int month = 1; month <= 12; ++month)
        data(QLocale().monthName(month) + u' ' + QLocale().monthName(month, QLocale::ShortFormat));
    const QString film = world.film(u"night_ferry"_s, 6, QSize(640, 360));
    QVERIFY(!film.isEmpty());
    auto person = world.person(u"maker"_s);
    auto& window = person->window();
    QVERIFY(person->see(u"firstrun.create"_s) != nullptr);
    for (const auto* edit : window.findChildren<QLineEdit*>())
        data(edit->text());
    look(*person, u"first-run"_s);
    QVERIFY(person->click(u"firstrun.restore"_s));
    lookAtSheet(*person, u"restore"_s);
    QVERIFY(person->click(u"firstrun.create"_s));
    QVERIFY(person->see(u"phrase.words"_s, 60'000) != nullptr);
    data(person->words());
    data(ui::toQString(person->engine().person()->displayName));
    look(*person, u"words"_s);
    QVERIFY(person->click(u"phrase.later"_s));
    QTRY_COMPARE(person->engine().readiness(), ui::Engine::Readiness::Ready);
    QTRY_COMPARE(window.currentPage(), u"library"_s);
    for (const auto& node : person->engine().network()->nodes)
        data(ui::toQString(node.name) + ui::toQString(node.url));
    look(*person, u"library-empty"_s);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(person->see(u"palette.field"_s) != nullptr);
    look(*person, u"palette"_s);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    QTest::keyClick(&window, Qt::Key_F1);
    QVERIFY(person->see(u"shortcuts"_s) != nullptr);
    lookAtSheet(*person, u"shortcuts"_s);
    window.showPage(u"create"_s);
    look(*person, u"create"_s);
    person->drop(film);
    QVERIFY(person->see(u"create.publish"_s) != nullptr);
    QTRY_VERIFY(person->visible(u"create.publish"_s)->isEnabled());
    person->type(u"create.title"_s, QString());
    QTest::keyClick(window.focusWidget(), Qt::Key_Delete);
    look(*person, u"draft-needs-title"_s);
    person->type(u"create.title"_s, u"Night ferry"_s);
    look(*person, u"draft"_s);
    window.createPage()->startOver();
    look(*person, u"drafts"_s);
    QVERIFY(person->click(u"create.draft.0"_s));
    QVERIFY(person->click(u"create.access.granted"_s));
    QVERIFY(person->click(u"create.publish"_s));
    QVERIFY(person->see(u"publishsheet.statement"_s) != nullptr);
    look(*person, u"publish-sheet"_s);
    QString link;
    const auto context = std::make_unique<QObject>();
    connect(&window, &ui::AppWindow::published, context.get(),
            [&](const QString&, const QString& published) { link = published; });
    QVERIFY(person->click(u"publishsheet.statement"_s));
    QVERIFY(person->click(u"publishsheet.sign"_s));
    QVERIFY(person->see(u"publish.job"_s) != nullptr);
    look(*person, u"publish"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!link.isEmpty(), 90'000);
    m_keys = link + u' ' + QString::fromStdString(identity::toDidKey(person->engine().person()->account));
    look(*person, u"published"_s);
    window.showPage(u"library"_s);
    look(*person, u"library"_s);
    QMetaObject::invokeMethod(window.page(u"library"_s), "filmRequested", Q_ARG(QString, link));
    QVERIFY(person->see(u"asset.account"_s) != nullptr);
    look(*person, u"asset"_s);
    window.openLink({});
    QVERIFY(person->see(u"openlink.title"_s) != nullptr);
    look(*person, u"open-link"_s);
    lookAsViewer(world, link);
    window.playFilm(link);
    QTRY_VERIFY_WITH_TIMEOUT(window.playerPage()->player()->statistics().shown > 0, 30'000);
    window.playerPage()->player()->pause();
    QTest::keyClick(window.playerPage(), Qt::Key_I);
    look(*person, u"player"_s);
    QTest::keyClick(window.playerPage(), Qt::Key_I);
    QTest::keyClick(window.playerPage(), Qt::Key_I, Qt::ShiftModifier);
    look(*person, u"player-statistics"_s);
    QTest::keyClick(window.playerPage(), Qt::Key_I, Qt::ShiftModifier);
    QTest::keyClick(window.playerPage(), Qt::Key_Escape);
    window.showPage(u"activity"_s);
    QVERIFY(person->click(u"activity.verify"_s));
    look(*person, u"activity"_s);
    window.showPage(u"keys"_s);
    look(*person, u"keys"_s);
    QVERIFY(person->click(u"keys.add"_s));
    lookAtSheet(*person, u"add-device"_s);
    QVERIFY(person->click(u"keys.join"_s));
    lookAtSheet(*person, u"join"_s);
    window.showPage(u"settings"_s);
    look(*person, u"settings"_s);
    QVERIFY(person->click(u"rail.identity"_s));
    QVERIFY(person->see(u"health"_s) != nullptr);
    look(*person, u"health"_s);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    person->engine().lock();
    window.showPage(u"library"_s);
    QVERIFY(person->see(u"locked"_s) != nullptr);
    look(*person, u"locked"_s);
    person.reset();
    QVERIFY2(m_faults.isEmpty(), "the texts above");
}

void WordsTest::cleanup() {
    for (const QString& fault : m_faults)
        qWarning("%s", qUtf8Printable(fault));
    m_theme.reset();
}

void WordsTest::pseudoLanguage() {
    QTranslator translator;
    QVERIFY(translator.load(qEnvironmentVariable("KEYREEL_PSEUDO_LANGUAGE")));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    walk(kPseudo);
}

void WordsTest::german() {
    const ui::SpokenLanguage language(u"de"_s);
    QCOMPARE(ui::AppWindow::tr("Settings"), u"Einstellungen"_s);
    walk(u"de"_s);
}

void WordsTest::chinese() {
    const ui::SpokenLanguage language(u"zh_CN"_s);
    QCOMPARE(ui::AppWindow::tr("Settings"), u"设置"_s);
    walk(u"zh_CN"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::WordsTest)

#include "moc_words_test.cpp"
