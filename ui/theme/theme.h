#pragma once

#include <QFont>
#include <QObject>
#include <QPointer>
#include <QStyle>
#include <memory>

#include "ui/theme/tokens.h"

class QApplication;

namespace keyreel::ui {

class SystemAppearance;
class FocusRing;

/// Type roles (design section 1): size, line height, weight. Titles use Inter Display where installed.
enum class Type { Display = 1, Hero, Page, Section, Strong, Body, Control, Small, SmallStrong, Micro };

/// What a person chose in Settings > Appearance.
struct ThemeOptions {
    enum class Mode { System = 1, Light, Dark };
    Mode mode = Mode::System;
    bool moreContrast = false;
    bool lessMotion = false;
    /// 90, 100, 115 or 130.
    int textPercent = 100;

    bool operator==(const ThemeOptions&) const = default;
};

/// The look of the application: owns palette, fonts and style of the QApplication and changes them live.
///
/// One instance lives as long as the QApplication it was made for. Widgets ask the static functions at paint
/// time, so that a change of theme leaves nothing behind; widgets that cache pixmaps drop them on
/// `changed()`. GUI thread.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& app, ThemeOptions options = {});
    ~Theme() override;

    /// The theme of this process. There must be one.
    static Theme& current();

    static QColor color(Role role);
    /// Font of a type role at the current text size.
    static QFont font(Type type);
    /// Line height of a type role in pixels at the current text size.
    static int lineHeight(Type type);
    /// A text-dependent length scaled by the text size.
    static int scaled(int px);
    /// `ms`, or 0 when less motion is wanted.
    static int duration(int ms);
    static bool lessMotion();
    static bool isDark();

    const ThemeOptions& options() const { return m_options; }
    void setOptions(const ThemeOptions& options);

    Appearance appearance() const { return m_appearance; }
    /// True when asked for here or by the platform.
    bool moreContrast() const { return m_moreContrast; }

Q_SIGNALS:
    /// Colours, fonts or motion changed; everything will be painted again.
    void changed();

private:
    void resolve();
    void apply();

    QApplication& m_app;
    ThemeOptions m_options;
    Appearance m_appearance = Appearance::Dark;
    Tokens m_tokens;
    bool m_moreContrast = false;
    bool m_lessMotion = false;
    bool m_applied = false;
    std::unique_ptr<SystemAppearance> m_system;
    std::unique_ptr<FocusRing> m_ring;
};

}  // namespace keyreel::ui
