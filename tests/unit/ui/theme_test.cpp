#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "ui/gallery/gallery.h"
#include "ui/icons/icon.h"
#include "ui/theme/system_appearance.h"
#include "ui/theme/theme.h"

using namespace keyreel::ui;

namespace {

QImage pictureOf(const QString& name) {
    for (const GallerySheet& sheet : gallerySheets()) {
        if (sheet.name != name) continue;
        std::unique_ptr<QWidget> widget(sheet.make());
        widget->setFixedSize(sheet.size);
        widget->show();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        return widget->grab().toImage();
    }
    return {};
}

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        ThemeOptions options;
        options.mode = ThemeOptions::Mode::Dark;
        options.lessMotion = true;
        Theme::current().setOptions(options);
        // A text cursor that blinks in one of two pictures is no difference of theme.
        QApplication::setCursorFlashTime(0);
    }

    // WCAG 2.2 over the token table: text roles on every surface they may stand on (design section 1, worst
    // cases).
    void contrast_data() {
        QTest::addColumn<int>("appearance");
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("surface");
        QTest::addColumn<double>("least");
        const auto surfaces = {Role::BgWindow, Role::BgRail,    Role::BgCard, Role::BgRaised,
                               Role::BgField,  Role::BgPopover, Role::BgHover};
        const auto rows = [&](Appearance a, Role role, double least) {
            for (const Role surface : surfaces) {
                QTest::addRow("%d-%d-%d", int(a), int(role), int(surface))
                    << int(a) << int(role) << int(surface) << least;
            }
        };
        for (const auto a : {Appearance::Dark, Appearance::Light}) {
            const bool dark = a == Appearance::Dark;
            rows(a, Role::Text, dark ? 12.58 : 14.40);
            rows(a, Role::Text2, dark ? 7.16 : 6.87);
            rows(a, Role::Text3, dark ? 4.65 : 4.74);
            rows(a, Role::AccentText, dark ? 8.75 : 5.80);
            rows(a, Role::Ok, dark ? 7.71 : 5.61);
            rows(a, Role::Warn, dark ? 7.17 : 5.61);
            rows(a, Role::Error, dark ? 6.47 : 5.47);
            rows(a, Role::Info, dark ? 7.09 : 5.87);
            rows(a, Role::LineControl, dark ? 3.13 : 3.10);
            const auto one = [&](Role ink, Role ground, double least) {
                QTest::addRow("%d-%d-on-%d", int(a), int(ink), int(ground))
                    << int(a) << int(ink) << int(ground) << least;
            };
            one(Role::AccentInk, Role::Accent, 9.86);
            one(Role::AccentInk, Role::AccentHover, 7.3);
            one(Role::AccentInk, Role::AccentPressed, 7.3);
            one(Role::AccentText, Role::AccentSoft, 6.2);
            one(Role::Text, Role::AccentSoft, 6.2);
            one(Role::OnErrorFill, Role::ErrorFill, 4.96);
            one(Role::Ok, Role::OkSoft, 5.89);
            one(Role::Warn, Role::WarnSoft, 5.96);
            one(Role::Error, Role::ErrorSoft, 5.63);
            one(Role::Info, Role::InfoSoft, 6.11);
            one(Role::AccentBar, Role::Track, 3.13);
            one(Role::AccentBar, Role::TrackMedia, 3.13);
            one(Role::Text2, Role::WarnSoft, 4.5);
            one(Role::Text2, Role::ErrorSoft, 4.5);
        }
    }
    void contrast() {
        QFETCH(int, appearance);
        QFETCH(int, role);
        QFETCH(int, surface);
        QFETCH(double, least);
        const Tokens tokens = Tokens::make(static_cast<Appearance>(appearance), false);
        const double ratio =
            contrastRatio(tokens[static_cast<Role>(role)], tokens[static_cast<Role>(surface)]);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }

    void contrastFormulaHoldsItsFixedPoints() {
        QCOMPARE(qRound(contrastRatio(QColor(Qt::black), QColor(Qt::white)) * 100), 2100);
        QCOMPARE(qRound(contrastRatio(QColor(Qt::white), QColor(Qt::white)) * 100), 100);
    }

    void moreContrastStrengthensLines() {
        for (const auto a : {Appearance::Dark, Appearance::Light}) {
            const Tokens t = Tokens::make(a, true);
            QCOMPARE(t[Role::LineField], t[Role::LineControl]);
            QCOMPARE(t[Role::LineSoft], t[Role::LineControl]);
            QCOMPARE(t[Role::Text3], t[Role::Text2]);
        }
    }

    // Switching leaves nothing behind: ten switches and a fresh start look the same, to the pixel.
    void switchingLeavesNothingBehind_data() {
        QTest::addColumn<QString>("sheet");
        for (const char* name : {"buttons", "forms", "create", "publish"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void switchingLeavesNothingBehind() {
        QFETCH(QString, sheet);
        const QImage fresh = pictureOf(sheet);
        QVERIFY(!fresh.isNull());
        // A living window is carried through the switches, too.
        QWidget* living = nullptr;
        for (const GallerySheet& s : gallerySheets()) {
            if (s.name == sheet) {
                living = s.make();
                living->setFixedSize(s.size);
            }
        }
        std::unique_ptr<QWidget> owner(living);
        living->show();
        QCoreApplication::processEvents();
        ThemeOptions options = Theme::current().options();
        for (int i = 0; i < 10; ++i) {
            options.mode = i % 2 ? ThemeOptions::Mode::Dark : ThemeOptions::Mode::Light;
            options.textPercent = i % 2 ? 100 : 130;
            options.moreContrast = i % 2 == 0;
            Theme::current().setOptions(options);
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
        QCOMPARE(living->grab().toImage(), fresh);
        owner.reset();
        QCOMPARE(pictureOf(sheet), fresh);
    }

    void themesDiffer() {
        const QImage dark = pictureOf(QStringLiteral("forms"));
        ThemeOptions options = Theme::current().options();
        options.mode = ThemeOptions::Mode::Light;
        QSignalSpy changed(&Theme::current(), &Theme::changed);
        Theme::current().setOptions(options);
        QCOMPARE(changed.count(), 1);
        QVERIFY(pictureOf(QStringLiteral("forms")) != dark);
        QVERIFY(!Theme::isDark());
    }

    void textSizeScalesType() {
        const int before = Theme::font(Type::Body).pixelSize();
        ThemeOptions options = Theme::current().options();
        options.textPercent = 130;
        Theme::current().setOptions(options);
        QCOMPARE(before, 13);
        QCOMPARE(Theme::font(Type::Body).pixelSize(), 17);
        QCOMPARE(Theme::lineHeight(Type::Body), 26);
    }

    void lessMotionMeansNoDuration() {
        QCOMPARE(Theme::duration(120), 0);
        ThemeOptions options = Theme::current().options();
        options.lessMotion = false;
        Theme::current().setOptions(options);
        QCOMPARE(Theme::duration(120), 120);
    }

    void portalWishes() {
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        light.setColor(QPalette::WindowText, Qt::black);
        SystemAppearance system(light);
        QSignalSpy changed(&system, &SystemAppearance::changed);
        const QString space = QStringLiteral("org.freedesktop.appearance");
        QCOMPARE(system.appearance(), Appearance::Light);
        system.take(space, QStringLiteral("color-scheme"), 1U);
        QCOMPARE(system.appearance(), Appearance::Dark);
        system.take(space, QStringLiteral("color-scheme"), 1U);
        QCOMPARE(changed.count(), 1);
        system.take(space, QStringLiteral("color-scheme"), 0U);
        QCOMPARE(system.appearance(), Appearance::Light);
        system.take(space, QStringLiteral("contrast"), 1U);
        QVERIFY(system.moreContrast());
        system.take(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"),
                    false);
        QVERIFY(system.lessMotion());
    }

    void everyIconHasADrawing() {
        for (int i = 1; i < int(Icon::Count_); ++i) {
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter p(&image);
            paintIcon(p, static_cast<Icon>(i), image.rect(), Qt::black);
            p.end();
            int inked = 0;
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x)
                    inked += qAlpha(image.pixel(x, y)) > 64;
            }
            QVERIFY2(inked >= 8, qPrintable(QStringLiteral("icon %1 draws nothing").arg(i)));
        }
    }

    // No colour stands outside ui/theme: a literal there would not follow a theme.
    void noLiteralColours() {
        // An adjacent plain literal per kind: moc does not read raw strings that hold quotes.
        const QStringList kinds{
            QStringLiteral("\"#[0-9A-Fa-f]{3,8}\""), QStringLiteral("QColor\\s*\\(\\s*[0-9\"]"),
            QStringLiteral("Qt::(white|black|red|green|blue|gray|lightGray|darkGray|yellow|cyan)\\b"),
            QStringLiteral("\\b0x[Ff]{2}[0-9A-Fa-f]{6}\\b"), QStringLiteral("rgba?\\s*\\(\\s*[0-9]")};
        const QRegularExpression literal(kinds.join(QLatin1Char('|')));
        const QString root = QStringLiteral(KEYREEL_SOURCE_DIR) + QStringLiteral("/ui");
        int files = 0;
        QDirIterator it(root, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            if (path.startsWith(root + QStringLiteral("/theme/"))) continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const auto match = literal.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(path + QStringLiteral(": ") + match.captured()));
            ++files;
        }
        QVERIFY(files > 20);
        // The rule itself must be able to fail.
        QVERIFY(literal.match(QStringLiteral("QColor(12, 3, 4)")).hasMatch());
        QVERIFY(literal.match(QStringLiteral("\"#fff\"")).hasMatch());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme theme(app);
    ThemeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "theme_test.moc"
