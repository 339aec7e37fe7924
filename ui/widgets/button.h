#pragma once

#include <QPushButton>
#include <optional>

#include "ui/icons/icon.h"
#include "ui/theme/theme.h"

class QVariantAnimation;

namespace keyreel::ui {

/// Every push button of the interface: fill by kind, 28, 32, 40 or 48 px high, icon left of the label.
///
/// Loading: a spinner takes the place of the icon, label and width stay, clicks do nothing.
/// Disabled: `setDisabledReason` becomes the tooltip and the accessible description.
/// Its accessible name is its label; an icon-only button takes it from `setAccessibleName`.
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind {
        Primary = 1,
        Secondary,
        Ghost,
        Danger,
        /// Red fill, the confirm button of a destructive sheet.
        DangerFill,
        /// Brass edge on the soft fill, a preview of a primary act.
        Soft,
        /// Text only, in `accent.text`.
        Link
    };
    enum class Size { Small = 28, Medium = 32, Large = 40, Hero = 48 };

    explicit Button(const QString& label, Kind kind = Kind::Secondary, Icon icon = Icon::None,
                    QWidget* parent = nullptr);
    /// Icon-only, `side` px square. `name` is its accessible name and tooltip (with the shortcut, if one is
    /// set).
    static Button* iconOnly(Icon icon, const QString& name, QWidget* parent = nullptr, int side = 28);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    void setSize(Size size);
    void setIconGlyph(Icon icon);
    Icon iconGlyph() const { return m_icon; }
    /// An icon right of the label (chevron of a menu button).
    void setTrailingIcon(Icon icon);
    void setIconRole(std::optional<Role> role);

    void setLoading(bool loading);
    bool isLoading() const { return m_loading; }
    /// Disables the button and says why. An empty reason enables it.
    void setDisabledReason(const QString& reason);
    /// Drawn as pressed or chosen, for buttons that open a menu.
    void setActive(bool active);
    /// A round primary button (play), `side` px.
    void setRound(int side);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;
    void timerEvent(QTimerEvent*) override;
    void nextCheckState() override;
    bool hitButton(const QPoint& pos) const override;

private:
    struct Look;
    Look look() const;
    int iconSide() const;
    void animateHover(bool in);

    Kind m_kind;
    Size m_size = Size::Medium;
    Icon m_icon;
    Icon m_trailing = Icon::None;
    std::optional<Role> m_iconRole;
    int m_side = 0;
    bool m_round = false;
    bool m_loading = false;
    bool m_active = false;
    int m_timer = 0;
    qreal m_phase = 0;
    qreal m_hover = 0;
    QVariantAnimation* m_hoverAnimation = nullptr;
    QString m_tooltipBeforeReason;
};

}  // namespace keyreel::ui
