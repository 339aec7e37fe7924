#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include "ui/shell/language.h"
#include "ui/shell/settings_table.h"

using namespace keyreel::ui;
using namespace Qt::StringLiterals;

/// Which language the window speaks.
class LanguageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstThatIsKnownIsBest() {
        QCOMPARE(bestLanguage({u"de-AT"_s, u"en"_s}), u"de"_s);
        QCOMPARE(bestLanguage({u"fr-FR"_s, u"de"_s, u"en"_s}), u"de"_s);
        QCOMPARE(bestLanguage({u"en-GB"_s, u"de"_s}), u"en"_s);
        QCOMPARE(bestLanguage({u"zh-Hans-CN"_s}), u"zh_CN"_s);
        QCOMPARE(bestLanguage({u"zh-SG"_s}), u"zh_CN"_s);
        // Traditional characters are another language to read.
        QCOMPARE(bestLanguage({u"zh-Hant-TW"_s}), u"en"_s);
        QCOMPARE(bestLanguage({u"C"_s}), u"en"_s);
        QCOMPARE(bestLanguage({}), u"en"_s);
    }

    void speaksForAsLongAsItLives() {
        const auto said = [] { return QCoreApplication::translate("keyreel::ui", "Protected"); };
        QCOMPARE(said(), u"Protected"_s);
        {
            const SpokenLanguage german(u"de"_s);
            QCOMPARE(said(), u"Geschützt"_s);
            QCOMPARE(QLocale().decimalPoint(), u","_s);
        }
        {
            const SpokenLanguage chinese(u"zh_CN"_s);
            QCOMPARE(said(), u"受保护"_s);
        }
        QCOMPARE(said(), u"Protected"_s);
        QCOMPARE(SpokenLanguage(u"klingon"_s).word(), u"en"_s);
    }

    void isRemembered() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"window.ini"_s);
        SettingsTable settings(path);
        QCOMPARE(settings.language(), u"system"_s);
        settings.setLanguage(u"zh_CN"_s);
        settings.sync();
        QCOMPARE(SettingsTable(path).language(), u"zh_CN"_s);
        settings.setLanguage(u"klingon"_s);
        QCOMPARE(settings.language(), u"system"_s);
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
