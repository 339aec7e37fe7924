#include "tests/gui/gui_world.h"

#include <QAbstractButton>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QUrl>

#include "core/identity/secret_service_key_store.h"
#include "ui/widgets/field.h"

namespace keyreel::gui_test {

Person::Person(const QString& folder, const QString& profile) {
    studio::Places places;
    const std::filesystem::path root(folder.toStdString());
    places.profile = root / "profiles" / profile.toStdString();
    places.network = root / "network";
    places.samples = root / "samples";
    m_pictures = qEnvironmentVariable("KEYREEL_SCREENSHOTS", folder + QStringLiteral("/screenshots"));
    m_settings =
        std::make_unique<ui::SettingsTable>(folder + QLatin1Char('/') + profile + QStringLiteral(".ini"));
    m_engine = std::make_unique<ui::Engine>(
        ui::Engine::Options{places, studio::programFolder(), [](std::stop_token stop) {
                                return std::make_unique<identity::SecretServiceKeyStore>(
                                    identity::SecretServiceKeyStore::Limits{}, std::move(stop));
                            }});
    m_window = std::make_unique<ui::AppWindow>(*m_engine, *m_settings);
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
        for (const auto mode : {ui::ThemeOptions::Mode::Light, ui::ThemeOptions::Mode::Dark}) {
            options.mode = mode;
            theme.setOptions(options);
            // What an event of the engine changed is laid out by the events that follow it.
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            const QPixmap picture = m_window->grab();
            if (picture.size() != size) return false;
            const QString width = size.width() == 1440 ? QString() : QStringLiteral("-%1").arg(size.width());
            const QLatin1String word(mode == ui::ThemeOptions::Mode::Light ? "light" : "dark");
            if (!picture.save(QStringLiteral("%1/%2%3-%4.png").arg(m_pictures, name, width, word)))
                return false;
        }
    }
    m_window->resize(before);
    QCoreApplication::processEvents();
    return true;
}

bool Person::begin() {
    if (!click(QStringLiteral("firstrun.create"))) return false;
    if (see(QStringLiteral("phrase.words"), 60'000) == nullptr) return false;
    if (!click(QStringLiteral("phrase.later"))) return false;
    return QTest::qWaitFor(
        [&]() {
            return m_engine->readiness() == ui::Engine::Readiness::Ready &&
                   m_window->currentPage() == QStringLiteral("library");
        },
        20'000);
}

QString Person::publish(const QString& film, bool granted) {
    constexpr int kPublishMs = 90'000;
    QString published;
    const auto context = std::make_unique<QObject>();
    QObject::connect(m_window.get(), &ui::AppWindow::published, context.get(),
                     [&](const QString&, const QString& link) { published = link; });
    drop(film);
    if (see(QStringLiteral("create.publish")) == nullptr) return {};
    if (granted && !click(QStringLiteral("create.access.granted"))) return {};
    if (!click(QStringLiteral("create.publish"))) return {};
    if (!click(QStringLiteral("publishsheet.statement")) || !click(QStringLiteral("publishsheet.sign")))
        return {};
    (void)QTest::qWaitFor([&]() { return !published.isEmpty(); }, kPublishMs);
    return published;
}

}  // namespace keyreel::gui_test
