#pragma once

#include <QObject>
#include <QSet>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The window in other languages: every page and sheet, in both themes.
class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    /// A language in which every text is accented, bracketed and longer: nothing on the screen is without
    /// accents but names, links and numbers, and nothing is cut off.
    void pseudoLanguage();
    /// The languages that people can choose: nothing is cut off.
    void german();
    void chinese();

private:
    /// Through the window of a maker, from the first start on.
    void walk(const QString& language);
    void look(Person& person, const QString& where);
    void lookAsViewer(World& world, const QString& link);
    void lookAtSheet(Person& person, const QString& where);

    std::unique_ptr<ui::Theme> m_theme;
    QString m_language;
    QSet<QString> m_data;
    QString m_keys;
    QStringList m_faults;
};

}  // namespace keyreel::gui_test
