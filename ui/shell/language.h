#pragma once

#include <QList>
#include <QString>
#include <QTranslator>

namespace keyreel::ui {

/// A language of the window.
struct Language {
    QString word;  ///< As the settings and the files of texts call it: "de", "zh_CN".
    QString name;  ///< As its speakers call it.
};

/// English first, whose texts stand in the source.
const QList<Language>& languages();

/// Which of languages() somebody reads best who has asked the system for these, best first; English when for
/// none.
QString bestLanguage(const QStringList& wanted);

/// The texts of the window and those of Qt in one language, with its numbers and dates, for as long as it
/// lives. Made after the QApplication and before the first widget: what is on the screen keeps its words.
class SpokenLanguage {
public:
    /// A word of languages(); anything else is what the system says.
    explicit SpokenLanguage(const QString& word);
    ~SpokenLanguage();
    SpokenLanguage(const SpokenLanguage&) = delete;
    SpokenLanguage& operator=(const SpokenLanguage&) = delete;

    /// The one it is.
    QString word() const { return m_word; }

private:
    QString m_word;
    QTranslator m_own;
    QTranslator m_qt;
};

}  // namespace keyreel::ui
