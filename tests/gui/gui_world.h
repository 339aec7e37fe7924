#pragma once

#include <QTemporaryDir>
#include <array>
#include <memory>

#include "tests/support/patient_tries.h"
#include "ui/pages/app_window.h"
#include "ui/theme/theme.h"

namespace keyreel::gui_test {

/// How long anything that has to come is waited for.
inline constexpr int kPatienceMs = 60'000;

/// One person at their own window. People of one world share its embedded network, as on one computer.
class Person {
public:
    /// What differs from an ordinary computer.
    struct Means {
        std::shared_ptr<const Clock> clock{};  ///< What their engine takes for the time; none: the system's.
        bool startsServers = true;             ///< Else the network is there only while another keeps it up.
    };
    Person(const QString& folder, const QString& profile, Means means);

    ui::Engine& engine() { return *m_engine; }
    ui::AppWindow& window() { return *m_window; }
    [[nodiscard]] int clicks() const { return m_clicks; }

    /// The visible widget of that name, waited for; null when it does not come. Names are unique among what
    /// is visible, except those of list rows, where the first counts.
    QWidget* see(const QString& name, int patienceMs = kPatienceMs);
    [[nodiscard]] QWidget* visible(const QString& name);
    /// Waits until the widget is there and enabled, and clicks it as a mouse does.
    bool click(const QString& name, int patienceMs = kPatienceMs);
    void type(const QString& name, const QString& text);
    /// Waits for the window's file dialog and gives it that name; false when it does not come or go.
    bool giveFile(const QString& path);
    /// Turns to this window, of several, and presses F5; false when it does not come to the front.
    bool pressF5();
    /// Closes what told the person something: in a test it does not go by itself.
    void closeToasts();
    /// Drops files on the window, or over a widget: the window takes what that does not want.
    void drop(const QStringList& paths, QWidget* over = nullptr);
    void drop(const QString& path) { drop(QStringList{path}); }

    /// Takes pictures of the window in both themes and these sizes, as NAME[-WIDTH]-THEME.png in
    /// $KEYREEL_SCREENSHOTS, or in a folder of the world's; false when one was not written.
    bool shoot(ui::Theme& theme, const QString& name, const QList<QSize>& sizes);

    /// Creates an identity as at a first start and puts the words away; false when the library does not
    /// follow.
    bool begin();
    /// The 24 words of an opened identity; nothing when they do not come.
    QString words();
    /// Plays the film from the start; false when no pictures follow.
    bool watch(const QString& link);
    /// Drops `film` and publishes it by the mouse; its link, or nothing.
    QString publish(const QString& film, bool granted, quint32 offlineDays = 0);

    /// Kills that server of the embedded network, or all of them, and waits until it is gone.
    bool killServer(const std::string& name);
    bool killServers();
    /// All four of the embedded network.
    [[nodiscard]] bool serversRun();

private:
    QString m_pictures;
    std::unique_ptr<ui::SettingsTable> m_settings;
    std::unique_ptr<ui::Engine> m_engine;
    std::unique_ptr<ui::AppWindow> m_window;
    int m_clicks = 0;
};

/// The theme of a test: dark, and nothing in it moves.
std::unique_ptr<ui::Theme> stillTheme();
/// The appearance that is on, then the other: every widget is styled anew at a change, so one is enough for
/// both.
std::array<ui::ThemeOptions::Mode, 2> bothModes(const ui::Theme& theme);

/// A world in a temporary folder.
class World {
public:
    std::unique_ptr<Person> person(const QString& profile, Person::Means means = {}) {
        return std::make_unique<Person>(m_folder.path(), profile, std::move(means));
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A small film that was made for this world, whose tags call it `title`; nothing when it could not be.
    [[nodiscard]] QString film(const QString& name, int seconds = 6, QSize size = {320, 180},
                               const QString& title = {}) const;

private:
    QTemporaryDir m_folder;
};

}  // namespace keyreel::gui_test
