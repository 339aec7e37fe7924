#pragma once

#include <QProxyStyle>

namespace keyreel::ui {

/// Fusion with our measures: no dotted focus rectangles, thin scroll bars, rounded menus, quick tooltips.
/// What the style sheet cannot say.
class KeyreelStyle : public QProxyStyle {
    Q_OBJECT
public:
    KeyreelStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
};

}  // namespace keyreel::ui
