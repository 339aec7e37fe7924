#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>

// A static library's resources are not there by themselves; the macro wants to stand outside of namespaces.
static void initWords() {
    Q_INIT_RESOURCE(words);
}

namespace keyreel::ui {
namespace {

const QString kEnglish = QStringLiteral("en");

bool isKnown(const QString& word) {
    return std::any_of(languages().begin(), languages().end(),
                       [&](const Language& language) { return language.word == word; });
}

}  // namespace

const QList<Language>& languages() {
    static const QList<Language> all{{kEnglish, QStringLiteral("English")},
                                     {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                     {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
    return all;
}

QString bestLanguage(const QStringList& wanted) {
    for (const QString& name : wanted) {
        const QLocale locale(name);
        for (const Language& language : languages()) {
            const QLocale ours(language.word);
            if (locale.language() == ours.language() &&
                (locale.script() == ours.script() || locale.language() != QLocale::Chinese))
                return language.word;
        }
    }
    return kEnglish;
}

SpokenLanguage::SpokenLanguage(const QString& word) : m_word(word) {
    initWords();
    const QLocale system = QLocale::system();
    if (isKnown(word)) {
        // Who has the system in the same language keeps the system's ways of writing numbers and dates.
        const QLocale locale(word);
        QLocale::setDefault(
            locale.language() == system.language() && locale.script() == system.script() ? system : locale);
    } else {
        m_word = bestLanguage(system.uiLanguages());
        QLocale::setDefault(system);
    }
    if (m_word == kEnglish) return;
    if (m_qt.load(QStringLiteral("qtbase_") + m_word, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/words/keyreel_") + m_word + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(&m_own);
}

SpokenLanguage::~SpokenLanguage() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(QLocale::system());
}

}  // namespace keyreel::ui
