#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPixmapCache>
#include <QToolTip>
#include <QWidget>
#include <algorithm>

#include "ui/theme/focus_ring.h"
#include "ui/theme/keyreel_style.h"
#include "ui/theme/palette.h"
#include "ui/theme/system_appearance.h"

namespace keyreel::ui {

namespace {

// Like qApp itself: palette, fonts and style belong to the one QApplication, so the theme does, too.
Theme* g_theme = nullptr;

struct TypeRow {
    Type type;
    int size;
    int line;
    QFont::Weight weight;
    bool title;
};

constexpr TypeRow kTypes[] = {
    {Type::Display, 34, 42, QFont::DemiBold, true},    {Type::Hero, 24, 32, QFont::DemiBold, true},
    {Type::Page, 20, 28, QFont::DemiBold, true},       {Type::Section, 15, 24, QFont::DemiBold, true},
    {Type::Strong, 13, 20, QFont::DemiBold, false},    {Type::Body, 13, 20, QFont::Normal, false},
    {Type::Control, 13, 20, QFont::Medium, false},     {Type::Small, 12, 18, QFont::Normal, false},
    {Type::SmallStrong, 12, 18, QFont::Medium, false}, {Type::Micro, 11, 16, QFont::Medium, false},
};

const TypeRow& rowOf(Type type) {
    return *std::find_if(std::begin(kTypes), std::end(kTypes),
                         [type](const TypeRow& r) { return r.type == type; });
}

/// Two screens of covers at double density. With less, each frame of a scrolled library would make its covers
/// anew.
constexpr int kPixmapCacheKiB = 48 * 1024;

QStringList families(bool title) {
    static const QStringList installed = QFontDatabase::families();
    QStringList list;
    const auto add = [&list](const QString& name) {
        if (installed.contains(name)) list << name;
    };
    if (title) add(QStringLiteral("Inter Display"));
    add(QStringLiteral("Inter"));
    add(QStringLiteral("Noto Sans"));
    list << QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return list;
}

}  // namespace

Theme::Theme(QApplication& app, ThemeOptions options)
    : m_app(app), m_options(options), m_tokens(Tokens::make(Appearance::Dark, false)) {
    Q_ASSERT_X(!g_theme, "Theme", "one theme per application");
    g_theme = this;
    QPixmapCache::setCacheLimit(kPixmapCacheKiB);
    m_app.setStyle(new KeyreelStyle);
    m_system = std::make_unique<SystemAppearance>(m_app.style()->standardPalette());
    connect(m_system.get(), &SystemAppearance::changed, this, [this] { resolve(); });
    m_ring = std::make_unique<FocusRing>(m_app);
    resolve();
}

Theme::~Theme() {
    m_ring.reset();
    g_theme = nullptr;
}

Theme& Theme::current() {
    Q_ASSERT_X(g_theme, "Theme", "made before any widget");
    return *g_theme;
}

void Theme::setOptions(const ThemeOptions& options) {
    if (options == m_options) return;
    m_options = options;
    m_options.textPercent = std::clamp(options.textPercent, 90, 130);
    m_applied = false;
    resolve();
}

void Theme::resolve() {
    Appearance appearance = m_system->appearance();
    if (m_options.mode == ThemeOptions::Mode::Dark) appearance = Appearance::Dark;
    if (m_options.mode == ThemeOptions::Mode::Light) appearance = Appearance::Light;
    const bool contrast = m_options.moreContrast || m_system->moreContrast();
    m_lessMotion = m_options.lessMotion || m_system->lessMotion();
    const Tokens tokens = Tokens::make(appearance, contrast);
    if (m_applied && tokens == m_tokens && appearance == m_appearance) return;
    m_appearance = appearance;
    m_moreContrast = contrast;
    m_tokens = tokens;
    apply();
    m_applied = true;
    Q_EMIT changed();
}

void Theme::apply() {
    QPixmapCache::clear();
    const QPalette palette = makePalette(m_tokens);
    m_app.setPalette(palette);
    QToolTip::setPalette(palette);
    const QFont body = font(Type::Body);
    const QFont small = font(Type::Small);
    const bool otherSizes = body != m_app.font();
    if (otherSizes) m_app.setFont(body);
    if (small != QToolTip::font()) QToolTip::setFont(small);
    for (QWidget* widget : QApplication::allWidgets()) {
        if (otherSizes) widget->updateGeometry();
        widget->update();
    }
}

QColor Theme::color(Role role) {
    return current().m_tokens[role];
}

QFont Theme::font(Type type) {
    const TypeRow& row = rowOf(type);
    QFont f;
    f.setFamilies(families(row.title));
    f.setPixelSize(scaled(row.size));
    f.setWeight(row.weight);
    f.setHintingPreference(QFont::PreferNoHinting);
    f.setStyleStrategy(QFont::PreferAntialias);
    if (row.title && row.size >= 20) f.setLetterSpacing(QFont::PercentageSpacing, 98.5);
    return f;
}

int Theme::lineHeight(Type type) {
    return scaled(rowOf(type).line);
}

int Theme::scaled(int px) {
    return qRound(px * current().m_options.textPercent / 100.0);
}

int Theme::duration(int ms) {
    return lessMotion() ? 0 : ms;
}

bool Theme::lessMotion() {
    return current().m_lessMotion;
}

bool Theme::isDark() {
    return current().m_appearance == Appearance::Dark;
}

}  // namespace keyreel::ui
