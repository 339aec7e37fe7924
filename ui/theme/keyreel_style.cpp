#include "ui/theme/keyreel_style.h"

#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOptionSlider>

#include "ui/paint/paint.h"
#include "ui/theme/menu_item.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

namespace {
constexpr int kScrollBar = 12;
/// Border and air of an input, left and right.
constexpr int kInputSide = 11;
constexpr QMargins kTextArea(7, 6, 7, 6);
/// Border and air around the list of a drop-down.
constexpr int kListFrame = 6;

bool isBare(const QWidget* input) {
    return input != nullptr && input->property("bare").toBool();
}

bool isListOfDropDown(const QWidget* widget) {
    return widget != nullptr && widget->inherits("QComboBoxPrivateContainer");
}

void paintInput(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = option.state & QStyle::State_HasFocus;
    Role edge = enabled && option.state & QStyle::State_MouseOver ? Role::LineStrong : Role::LineField;
    if (focused) edge = Role::AccentBar;
    if (widget != nullptr && widget->property("invalid").toBool()) edge = Role::Error;
    paint::roundedBox(painter, option.rect, metrics::kRadiusControl,
                      Theme::color(enabled ? Role::BgField : Role::BgCard), Theme::color(edge),
                      focused ? 2 : 1);
}

}  // namespace

KeyreelStyle::KeyreelStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int KeyreelStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_ScrollBarExtent:
            return kScrollBar;
        case PM_ScrollBarSliderMin:
            return 40;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_FocusFrameHMargin:
        case PM_FocusFrameVMargin:
            return 0;
        case PM_TextCursorWidth:
            return 1;
        case PM_MenuPanelWidth:
            return 0;
        case PM_MenuHMargin:
        case PM_MenuVMargin:
            return 6;
        case PM_ToolTipLabelFrameWidth:
            return 6;
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
            return 8;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KeyreelStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returnData) const {
    switch (hint) {
        case SH_ToolTip_WakeUpDelay:
            return 500;
        case SH_ComboBox_Popup:
            return 0;
        case SH_ScrollBar_Transient:
            return 0;
        case SH_ScrollBar_ContextMenu:
            return 0;
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
            return 0;
        case SH_ItemView_ShowDecorationSelected:
            return 1;
        case SH_Widget_Animation_Duration:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void KeyreelStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    if (element == PE_FrameFocusRect) return;
    if (element == PE_PanelMenu || element == PE_FrameMenu) {
        if (element == PE_PanelMenu) {
            paint::roundedBox(*painter, option->rect, 10, Theme::color(Role::BgPopover),
                              Theme::color(Role::LineStrong));
        }
        return;
    }
    if (element == PE_PanelTipLabel) {
        painter->fillRect(option->rect, Theme::color(Role::LineStrong));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), Theme::color(Role::BgPopover));
        return;
    }
    if (element == PE_PanelLineEdit) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0 && !isBare(widget))
            paintInput(*painter, *option, widget);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void KeyreelStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    if (element == CE_MenuEmptyArea) return;
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        element == CE_MenuItem && item != nullptr) {
        paintMenuItem(*painter, *item, *proxy());
        return;
    }
    if (element == CE_ShapedFrame) {
        if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr) {
            paintInput(*painter, *option, widget);
            return;
        }
        if (isListOfDropDown(widget)) {
            painter->fillRect(option->rect, Theme::color(Role::LineStrong));
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), Theme::color(Role::BgPopover));
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KeyreelStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    if (bar->maximum <= bar->minimum) return;
    const QRectF thumb = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool vertical = bar->orientation == Qt::Vertical;
    const bool hovered = option->state & State_MouseOver;
    const bool pressed = option->activeSubControls & SC_ScrollBarSlider && option->state & State_Sunken;
    const qreal inset = hovered || pressed ? 2.5 : 3.5;
    const QRectF bar2 =
        vertical ? thumb.adjusted(inset, 2, -inset, -2) : thumb.adjusted(2, inset, -2, -inset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::color(pressed || hovered ? Role::LineControl : Role::LineStrong));
    painter->drawRoundedRect(bar2, (vertical ? bar2.width() : bar2.height()) / 2,
                             (vertical ? bar2.width() : bar2.height()) / 2);
    painter->restore();
}

QRect KeyreelStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                                   const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar) return QProxyStyle::subControlRect(control, option, sub, widget);
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    int thumb = length;
    if (range > 0) {
        thumb = int(qint64(bar->pageStep) * length / std::max(1, range + bar->pageStep));
        thumb = std::clamp(thumb, std::min(40, length), length);
    }
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                           bar->upsideDown);
    const auto make = [&](int from, int size) {
        return vertical ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                        : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
    };
    switch (sub) {
        case SC_ScrollBarSlider:
            return make(at, thumb);
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSubPage:
            return make(0, at);
        case SC_ScrollBarAddPage:
            return make(at + thumb, length - at - thumb);
        default:
            return {};
    }
}

QRect KeyreelStyle::subElementRect(SubElement element, const QStyleOption* option,
                                   const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth == 0 || isBare(widget)) return option->rect;
        return option->rect.adjusted(kInputSide, 1, -kInputSide, -1);
    }
    if (element == SE_ShapedFrameContents) {
        if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr)
            return option->rect.marginsRemoved(kTextArea);
        if (isListOfDropDown(widget))
            return option->rect.adjusted(kListFrame, kListFrame, -kListFrame, -kListFrame);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize KeyreelStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
    if (type == CT_LineEdit) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth == 0 || isBare(widget)) return size;
        return {size.width() + 2 * kInputSide,
                std::max(size.height() + 2, Theme::scaled(metrics::kFieldHeight - 2) + 2)};
    }
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        type == CT_MenuItem && item != nullptr)
        return menuItemSize(*item, size);
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

void KeyreelStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QPlainTextEdit*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    // Round corners of a popup need a window without a ground of its own.
    if (qobject_cast<QMenu*>(widget)) {
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint);
        widget->setAttribute(Qt::WA_TranslucentBackground);
    }
}

}  // namespace keyreel::ui
