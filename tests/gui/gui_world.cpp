#include "tests/gui/gui_world.h"

#include <signal.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QUrl>
#include <algorithm>
#include <limits>

#include "core/identity/secret_service_key_store.h"
#include "tests/support/kept_film.h"
#include "ui/pages/player_page.h"
#include "ui/shell/toast.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/field.h"

namespace keyreel::gui_test {

std::unique_ptr<ui::Theme> stillTheme() {
    ui::ThemeOptions options;
    options.mode = ui::ThemeOptions::Mode::Dark;
    options.lessMotion = true;
    return std::make_unique<ui::Theme>(*qApp, options);
}

std::array<ui::ThemeOptions::Mode, 2> bothModes(const ui::Theme& theme) {
    using Mode = ui::ThemeOptions::Mode;
    return theme.options().mode == Mode::Dark ? std::array{Mode::Dark, Mode::Light}
                                              : std::array{Mode::Light, Mode::Dark};
}

QString World::film(const QString& name, int seconds, QSize size, const QString& title) const {
    media::SampleFilmOptions options;
    options.seconds = seconds;
    options.width = static_cast<std::uint32_t>(size.width());
    options.height = static_cast<std::uint32_t>(size.height());
    options.title = title.toStdString();
    const QString film = path(name + QStringLiteral(".mp4"));
    return test::copyOfFilm(film.toStdString(), options) ? film : QString();
}

Person::Person(const QString& folder, const QString& profile, Means means) {
    studio::Places places;
    const std::filesystem::path root(folder.toStdString());
    places.profile = root / "profiles" / profile.toStdString();
    places.network = root / "network";
    places.samples = root / "samples";
    m_pictures = qEnvironmentVariable("KEYREEL_SCREENSHOTS", folder + QStringLiteral("/screenshots"));
    m_settings =
        std::make_unique<ui::SettingsTable>(folder + QLatin1Char('/') + profile + QStringLiteral(".ini"));
    m_engine = std::make_unique<ui::Engine>(
        ui::Engine::Options{places, means.startsServers ? studio::programFolder() : root / "nowhere",
                            [](std::stop_token stop) {
                                return std::make_unique<identity::SecretServiceKeyStore>(
                                    identity::SecretServiceKeyStore::Limits{}, std::move(stop));
                            },
                            std::move(means.clock)});
    m_window = std::make_unique<ui::AppWindow>(*m_engine, *m_settings);
    // No act in it is gone because the machine was slow.
    m_window->toasts()->setLifetime(std::numeric_limits<int>::max());
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    m_engine->start();
}

QWidget* Person::visible(const QString& name) {
    const auto found = m_window->findChildren<QWidget*>(name);
    for (QWidget* widget : found)
        if (widget->isVisible()) return widget;
    return nullptr;
}

QWidget* Person::see(const QString& name, int patienceMs) {
    return QTest::qWaitFor([&]() { return visible(name) != nullptr; }, patienceMs) ? visible(name) : nullptr;
}

bool Person::click(const QString& name, int patienceMs) {
    const auto ready = [&]() {
        QWidget* widget = visible(name);
        return widget != nullptr && widget->isEnabled();
    };
    if (!QTest::qWaitFor(ready, patienceMs)) {
        qWarning("%s is not there to be clicked", qUtf8Printable(name));
        return false;
    }
    ++m_clicks;
    QTest::mouseClick(visible(name), Qt::LeftButton);
    return true;
}

bool Person::pressF5() {
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get(), kPatienceMs)) return false;
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    return true;
}

void Person::closeToasts() {
    for (auto* toast : m_window->findChildren<ui::Toast*>())
        if (toast->isVisible()) QTest::keyClick(toast, Qt::Key_Escape);
}

bool Person::giveFile(const QString& path) {
    QFileDialog* dialog = nullptr;
    const auto there = [&]() {
        dialog = window().findChild<QFileDialog*>();
        return dialog != nullptr && dialog->isVisible();
    };
    if (!QTest::qWaitFor(there, kPatienceMs)) return false;
    dialog->selectFile(path);
    if (!QMetaObject::invokeMethod(dialog, "accept")) return false;
    return QTest::qWaitFor([&]() { return window().findChild<QFileDialog*>() == nullptr; }, kPatienceMs);
}

void Person::type(const QString& name, const QString& text) {
    QWidget* widget = see(name);
    if (auto* field = qobject_cast<ui::FieldFrame*>(widget)) widget = field->input();
    QVERIFY2(widget != nullptr, qUtf8Printable(name));
    widget->setFocus();
    if (auto* edit = qobject_cast<QLineEdit*>(widget)) edit->selectAll();
    if (auto* edit = qobject_cast<QPlainTextEdit*>(widget)) edit->selectAll();
    QTest::keyClicks(widget, text);
}

void Person::drop(const QStringList& paths, QWidget* over) {
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls.append(QUrl::fromLocalFile(path));
    mime.setUrls(urls);
    // As the window system delivers it: to the innermost widget there that takes drops.
    QWidget* target = over == nullptr ? m_window.get() : over;
    const QPoint at = target->mapTo(m_window.get(), target->rect().center());
    while (target != m_window.get() && !target->acceptDrops())
        target = target->parentWidget();
    const QPoint inside = target->mapFrom(m_window.get(), at);
    QDragEnterEvent enter(inside, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(inside, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &drop);
}

bool Person::shoot(ui::Theme& theme, const QString& name, const QList<QSize>& sizes) {
    if (!QDir().mkpath(m_pictures)) return false;
    ui::ThemeOptions options = theme.options();
    const QSize before = m_window->size();
    for (const QSize size : sizes) {
        m_window->resize(size);
        for (const auto mode : bothModes(theme)) {
            options.mode = mode;
            theme.setOptions(options);
            // What an event of the engine changed is laid out by the events that follow it.
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            const QPixmap picture = m_window->grab();
            if (picture.size() != size) return false;
            const QString width = size.width() == 1440 ? QString() : QStringLiteral("-%1").arg(size.width());
            const QLatin1String word(mode == ui::ThemeOptions::Mode::Light ? "light" : "dark");
            // Packed quickly: there are hundreds of them.
            if (!picture.save(QStringLiteral("%1/%2%3-%4.png").arg(m_pictures, name, width, word), "PNG", 90))
                return false;
        }
    }
    m_window->resize(before);
    QCoreApplication::processEvents();
    return true;
}

bool Person::begin() {
    if (!click(QStringLiteral("firstrun.create"))) return false;
    if (see(QStringLiteral("phrase.words")) == nullptr) return false;
    if (!click(QStringLiteral("phrase.later"))) return false;
    return QTest::qWaitFor(
        [&]() {
            return m_engine->readiness() == ui::Engine::Readiness::Ready &&
                   m_window->currentPage() == QStringLiteral("library");
        },
        kPatienceMs);
}

QString Person::words() {
    QString words;
    const auto context = std::make_unique<QObject>();
    QObject::connect(m_engine.get(), &ui::Engine::phraseReady, context.get(),
                     [&](const std::shared_ptr<SecretBytes>& phrase) {
                         const ByteView view = phrase->view();
                         words = QString::fromUtf8(reinterpret_cast<const char*>(view.data()),
                                                   static_cast<qsizetype>(view.size()));
                     });
    m_engine->requestPhrase();
    (void)QTest::qWaitFor([&]() { return !words.isEmpty(); }, kPatienceMs);
    return words;
}

bool Person::watch(const QString& link) {
    m_window->playFilm(link);
    const auto* player = m_window->playerPage()->player();
    return QTest::qWaitFor([&]() { return player->statistics().shown > 10; }, kPatienceMs);
}

QString Person::publish(const QString& film, bool granted, quint32 offlineDays) {
    constexpr int kPublishMs = 90'000;
    QString published;
    const auto context = std::make_unique<QObject>();
    QObject::connect(m_window.get(), &ui::AppWindow::published, context.get(),
                     [&](const QString&, const QString& link) { published = link; });
    drop(film);
    if (see(QStringLiteral("create.publish")) == nullptr) return {};
    if (granted && !click(QStringLiteral("create.access.granted"))) return {};
    if (!click(QStringLiteral("create.publish"))) return {};
    auto* offline = qobject_cast<QComboBox*>(see(QStringLiteral("publishsheet.offline")));
    if (offline == nullptr || offline->findData(offlineDays) < 0) return {};
    offline->setCurrentIndex(offline->findData(offlineDays));
    if (!click(QStringLiteral("publishsheet.statement")) || !click(QStringLiteral("publishsheet.sign")))
        return {};
    (void)QTest::qWaitFor([&]() { return !published.isEmpty(); }, kPublishMs);
    return published;
}

bool Person::killServer(const std::string& name) {
    const auto find = [&]() -> std::optional<studio::ServiceHealth> {
        const auto rows = studio::embeddedNetworkHealth(m_engine->places().network);
        for (const auto& row : rows.value_or(std::vector<studio::ServiceHealth>{}))
            if (row.name == name) return row;
        return std::nullopt;
    };
    const auto row = find();
    if (!row || !row->running || ::kill(static_cast<pid_t>(row->pid), SIGKILL) != 0) return false;
    return QTest::qWaitFor([&]() { return !find()->running; }, kPatienceMs);
}

bool Person::serversRun() {
    const auto rows = studio::embeddedNetworkHealth(m_engine->places().network);
    return rows && rows->size() == 4 &&
           std::all_of(rows->begin(), rows->end(), [](const auto& row) { return row.running; });
}

bool Person::killServers() {
    const auto rows = studio::embeddedNetworkHealth(m_engine->places().network);
    if (!rows) return false;
    return std::all_of(rows->begin(), rows->end(),
                       [&](const auto& row) { return !row.running || killServer(row.name); });
}

}  // namespace keyreel::gui_test
