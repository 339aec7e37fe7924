#pragma once

#include <QProxyStyle>

namespace keyreel::ui {

/// Fusion with our measures: inputs, menus, lists of drop-downs, tooltips, thin scroll bars, no dotted focus
/// rectangles. Other widgets paint themselves. There is no style sheet: with one, every change of theme
/// resolves the rules of every widget and lays all of them out again.
///
/// An input says by the property `invalid` that its border warns, by `bare` that somebody else draws it.
class KeyreelStyle : public QProxyStyle {
    Q_OBJECT
public:
    KeyreelStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
};

}  // namespace keyreel::ui
